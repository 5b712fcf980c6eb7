// What the matrices of the codebook count: tags that stand together, and tags by a value of their documents. Pure.

import type { TextRange } from './document.ts';
import { UserError } from './user-error.ts';

type Passage = TextRange & { id: string; documentId: string; tagIds: readonly string[] };

/** Beyond this the answer would take longer than anybody waits. */
const mostMeetings = 5_000_000;

export type PairCount = { first: string; second: string; count: number };

/** Collects the passages of each two tags; `first` is the smaller id. */
class Pairs {
  readonly #met = new Map<string, Map<string, Set<string>>>();

  add(one: string, other: string, ...ids: string[]): void {
    if (one === other) return;
    const [first, second] = one < other ? [one, other] : [other, one];
    const row = this.#met.get(first) ?? new Map<string, Set<string>>();
    const found = row.get(second) ?? new Set<string>();
    this.#met.set(first, row);
    row.set(second, found);
    for (const id of ids) found.add(id);
  }

  counts(): PairCount[] {
    return [...this.#met].flatMap(([first, row]) => [...row].map(([second, ids]) => ({ first, second, count: ids.size })));
  }
}

/** Passages of either tag in a group into which one of the other reaches, for each two tags; lines by group. Throws as `overlappingPairs`. */
export function pairsInGroups(lines: readonly { place: string; id: string; tagId: string }[]): PairCount[] {
  const pairs = new Pairs();
  let meetings = 0;
  let begin = 0;
  for (let at = 0; at <= lines.length; at++) {
    const place = lines[begin]?.place;
    if (at < lines.length && lines[at]?.place === place) continue;
    const group = lines.slice(begin, at);
    meetings += (group.length * group.length) / 2;
    requireFew(meetings);
    group.forEach((one, index) => {
      for (const other of group.slice(index + 1)) pairs.add(one.tagId, other.tagId, one.id, other.id);
    });
    begin = at;
  }
  return pairs.counts();
}

/**
 * Passages of either tag that overlap one of the other, or carry both, for each two tags that meet; `first` is the smaller id.
 * `passages` by document and start. Throws UserError 'too-large' when more overlap than can be counted while one waits.
 */
export function overlappingPairs(passages: readonly Passage[]): PairCount[] {
  const pairs = new Pairs();
  let open: Passage[] = [];
  let meetings = 0;
  for (const passage of passages) {
    open = open.filter((other) => other.documentId === passage.documentId && other.end > passage.start);
    meetings += open.length;
    requireFew(meetings);
    passage.tagIds.forEach((one, index) => passage.tagIds.slice(index + 1).forEach((other) => pairs.add(one, other, passage.id)));
    for (const other of open) for (const one of passage.tagIds) for (const second of other.tagIds) pairs.add(one, second, passage.id, other.id);
    open.push(passage);
  }
  return pairs.counts();
}

function requireFew(meetings: number): void {
  if (meetings > mostMeetings) throw new UserError('too-large', 'So many passages meet that they cannot be counted together.', 'Count passages that carry both tags.');
}

/** Passages of each tag, or of it and those below it, by value; a passage counts once a tag. `codings` by passage. */
export function countsByValue(tags: readonly { id: string; parentId: string | null }[], codings: readonly { id: string; tagId: string; value: string }[], withBelow: boolean): { tagId: string; value: string; count: number }[] {
  const parents = new Map(tags.map((tag) => [tag.id, tag.parentId]));
  const counts = new Map<string, Map<string, number>>();
  let reached = new Set<string>();
  let passage: string | null = null;
  for (const { id, tagId, value } of codings) {
    if (id !== passage) reached = new Set();
    passage = id;
    for (let tag: string | null = tagId; tag !== null && !reached.has(tag); tag = withBelow ? (parents.get(tag) ?? null) : null) {
      reached.add(tag);
      const row = counts.get(tag) ?? new Map<string, number>();
      counts.set(tag, row);
      row.set(value, (row.get(value) ?? 0) + 1);
    }
  }
  return [...counts].flatMap(([tagId, row]) => [...row].map(([value, count]) => ({ tagId, value, count })));
}
