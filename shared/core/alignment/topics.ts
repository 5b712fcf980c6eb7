// Puts documents of different kinds side by side by topic, such as a cable and a report: passages that speak of the same things, by
// rare words in common and by section role. It claims no rewording and no order.

import type { Block, TextRange } from '../document.ts';
import { matchingKey, tokenise, Vocabulary, type Tokens } from './normal-form.ts';
import type { SectionReference } from './pair.ts';
import type { EditionText, PassageOptions } from './passage.ts';
import { sectionReferences, sectionsAround } from './section-map.ts';
import { rarity, vectorOf, type Vector } from './similarity.ts';
import { WordIndex } from './word-index.ts';
import { isFunctionWord } from './word-kinds.ts';

/** Passages of both documents on one topic; one side is empty when the other document says nothing of it. */
export type TopicGroup = {
  /** In the newer document; in the older one when the group has nothing newer. */
  section: SectionReference | null;
  /** Words that bring the passages together, most telling first; empty for a group of one side. */
  terms: string[];
  /** 0..1, of the two nearest passages. */
  similarity: number;
  older: TextRange[];
  newer: TextRange[];
};

/** Below this passages share only words that any two documents on a country share. */
const leastSimilarity = 0.16;
const roleBonus = 0.05;
const mostTerms = 4;
const mostCandidates = 8;

type Topic = TextRange & { index: number; tokens: Tokens; stems: Int32Array; section: number };

export function groupByTopic(older: EditionText, newer: EditionText, options: PassageOptions = {}): TopicGroup[] {
  const vocabulary = new Vocabulary();
  const from = topicsOf(older, vocabulary, options);
  const to = topicsOf(newer, vocabulary, options);
  const weight = rarity([from, to], vocabulary.words.length);
  // What everybody says, says nothing of the topic.
  for (let id = 0; id < weight.length; id++) if (isFunctionWord(vocabulary.words[id] ?? '')) weight[id] = 0;
  const vectors = { older: from.map((topic) => vectorOf(topic.stems, weight)), newer: to.map((topic) => vectorOf(topic.stems, weight)) };
  const references = { older: sectionReferences(older.sections), newer: sectionReferences(newer.sections) };
  const links = linksBetween(from, to, vectors, weight, (a, b) => sameRole(references.older[a.section], references.newer[b.section]));

  const groups = cluster(links, from.length, to.length);
  return groups.map((group) => {
    const first = group.newer[0] === undefined ? references.older[from[group.older[0] ?? 0]?.section ?? -1] : references.newer[to[group.newer[0]]?.section ?? -1];
    const pick = (topics: readonly Topic[], indices: readonly number[]) => indices.map((index) => topics[index]).filter((topic) => topic !== undefined);
    return {
      section: first ?? null,
      terms: group.best ? sharedTerms(vectors.older[group.best.older], vectors.newer[group.best.newer], to[group.best.newer], newer.text, vocabulary) : [],
      similarity: Math.round((group.best?.similarity ?? 0) * 100) / 100,
      older: pick(from, group.older).map(({ start, end }) => ({ start, end })),
      newer: pick(to, group.newer).map(({ start, end }) => ({ start, end })),
    };
  });
}

/** Blocks that say something; headings and form fields only name what follows. */
function topicsOf(edition: EditionText, vocabulary: Vocabulary, options: PassageOptions): Topic[] {
  const leaveOut = new Set(options.leaveOut ?? ['references']);
  const around = sectionsAround(edition.sections);
  const topics: Topic[] = [];
  for (const block of edition.blocks) {
    if (!speaks(block)) continue;
    const open = around(block.start);
    if (open.some((index) => leaveOut.has(edition.sections[index]?.role ?? ''))) continue;
    const tokens = tokenise(edition.text, block.start, block.end, vocabulary, { ids: [], starts: [], ends: [] });
    if (matchingKey(tokens.ids, vocabulary) === '') continue;
    const stems = Int32Array.from(tokens.ids, (id) => vocabulary.stems[id] ?? id);
    topics.push({ start: block.start, end: block.end, index: topics.length, tokens, stems, section: open.at(-1) ?? -1 });
  }
  return topics;
}

function speaks(block: Block): boolean {
  return block.kind !== 'heading' && block.kind !== 'title' && block.kind !== 'caption' && block.kind !== 'field';
}

function sameRole(a: SectionReference | undefined, b: SectionReference | undefined): boolean {
  return a !== undefined && b !== undefined && a.role !== null && a.role === b.role;
}

type Link = { older: number; newer: number; similarity: number };

function linksBetween(from: readonly Topic[], to: readonly Topic[], vectors: { older: readonly Vector[]; newer: readonly Vector[] }, weight: Float64Array, related: (a: Topic, b: Topic) => boolean): Link[] {
  const index = new WordIndex(from, vectors.older);
  const links: Link[] = [];
  for (const topic of to) {
    const vector = vectors.newer[topic.index];
    if (!vector) continue;
    for (const { index: older, cosine } of index.nearest(vector, weight, mostCandidates, () => true)) {
      const other = from[older];
      if (!other) continue;
      const similarity = Math.min(1, cosine + (related(other, topic) ? roleBonus : 0));
      if (similarity >= leastSimilarity) links.push({ older, newer: topic.index, similarity });
    }
  }
  return links.sort((one, other) => other.similarity - one.similarity || one.newer - other.newer || one.older - other.older);
}

type Group = { older: number[]; newer: number[]; best: Link | null };

/** Best links first: a passage joins the group of its nearest partner and is in one group only, so no group swallows the rest. */
function cluster(links: readonly Link[], olderCount: number, newerCount: number): Group[] {
  const groupOfOlder = new Map<number, Group>();
  const groupOfNewer = new Map<number, Group>();
  for (const link of links) {
    const older = groupOfOlder.get(link.older);
    const newer = groupOfNewer.get(link.newer);
    if (older && newer) continue;
    const group = older ?? newer ?? { older: [], newer: [], best: link };
    // A passage that came late attracts no further ones: topics do not chain.
    if (older && older.best?.older !== link.older) continue;
    if (newer && newer.best?.newer !== link.newer) continue;
    if (!older) group.older.push(link.older);
    if (!newer) group.newer.push(link.newer);
    groupOfOlder.set(link.older, group);
    groupOfNewer.set(link.newer, group);
  }
  const groups: Group[] = [];
  const seen = new Set<Group>();
  for (let index = 0; index < newerCount; index++) {
    const group = groupOfNewer.get(index) ?? { older: [], newer: [index], best: null };
    if (!seen.has(group)) groups.push(group);
    seen.add(group);
  }
  for (const group of groups) {
    group.older.sort((a, b) => a - b);
    group.newer.sort((a, b) => a - b);
  }
  return withOlderAlone(groups, groupOfOlder, olderCount);
}

/** What only the older document says stands behind the group of the passage before it. */
function withOlderAlone(groups: readonly Group[], groupOfOlder: ReadonlyMap<number, Group>, olderCount: number): Group[] {
  const alone = new Map<Group | null, Group[]>();
  let previous: Group | null = null;
  for (let index = 0; index < olderCount; index++) {
    const group = groupOfOlder.get(index);
    if (group) previous = group;
    else {
      const behind = alone.get(previous) ?? [];
      behind.push({ older: [index], newer: [], best: null });
      alone.set(previous, behind);
    }
  }
  return [...(alone.get(null) ?? []), ...groups.flatMap((group) => [group, ...(alone.get(group) ?? [])])];
}

/** The words that weigh most in both, as the newer document prints them. */
function sharedTerms(a: Vector | undefined, b: Vector | undefined, topic: Topic | undefined, text: string, vocabulary: Vocabulary): string[] {
  if (!a || !b || !topic) return [];
  const weights = new Map(Array.from(a.words, (word, at) => [word, a.weights[at] ?? 0]));
  const shared = Array.from(b.words, (word, at) => ({ word, weight: (weights.get(word) ?? 0) * (b.weights[at] ?? 0) })).filter(({ weight }) => weight > 0);
  shared.sort((one, other) => other.weight - one.weight || one.word - other.word);
  return shared.slice(0, mostTerms).map(({ word }) => {
    const at = topic.tokens.ids.findIndex((id) => (vocabulary.stems[id] ?? id) === word);
    return at === -1 ? (vocabulary.words[word] ?? '') : text.slice(topic.tokens.starts[at], topic.tokens.ends[at]);
  });
}
