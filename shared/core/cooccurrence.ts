// Which tags stand together because their passages overlap. One walk over the text; pure.

import type { TextRange } from './document.ts';
import { UserError } from './user-error.ts';

type Passage = TextRange & { id: string; documentId: string; tagIds: readonly string[] };

/** Beyond this the answer would take longer than anybody waits. */
const mostMeetings = 5_000_000;

/**
 * Passages of either tag that overlap one of the other, or carry both, for each two tags that meet; `first` is the smaller id.
 * `passages` by document and start. Throws UserError 'too-large' when more overlap than can be counted while one waits.
 */
export function overlappingPairs(passages: readonly Passage[]): { first: string; second: string; count: number }[] {
  const met = new Map<string, Map<string, Set<string>>>();
  const add = (one: string, other: string, ids: readonly string[]) => {
    if (one === other) return;
    const [first, second] = one < other ? [one, other] : [other, one];
    const row = met.get(first) ?? new Map<string, Set<string>>();
    const found = row.get(second) ?? new Set<string>();
    met.set(first, row);
    row.set(second, found);
    for (const id of ids) found.add(id);
  };
  let open: Passage[] = [];
  let meetings = 0;
  for (const passage of passages) {
    open = open.filter((other) => other.documentId === passage.documentId && other.end > passage.start);
    meetings += open.length;
    if (meetings > mostMeetings) throw new UserError('too-large', 'So many passages overlap that they cannot be counted together.', 'Count passages that carry both tags, or paragraphs.');
    passage.tagIds.forEach((one, index) => passage.tagIds.slice(index + 1).forEach((other) => add(one, other, [passage.id])));
    for (const other of open) for (const one of passage.tagIds) for (const second of other.tagIds) add(one, second, [passage.id, other.id]);
    open.push(passage);
  }
  return [...met].flatMap(([first, row]) => [...row].map(([second, ids]) => ({ first, second, count: ids.size })));
}
