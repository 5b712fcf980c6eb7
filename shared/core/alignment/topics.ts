// Puts documents of different kinds side by side by topic, such as a cable and a report: paragraphs of which sentences speak of the
// same things, by rare words in common and by section role. It claims no rewording and no order.

import type { Block, TextRange } from '../document.ts';
import { numberToken, Vocabulary } from './normal-form.ts';
import type { SectionReference } from './pair.ts';
import { prepareEdition, type EditionText, type Passage, type PassageOptions } from './passage.ts';
import { sectionReferences } from './section-map.ts';
import { cosine, rarity, vectorOf, type Vector } from './similarity.ts';
import { isFunctionWord } from './word-kinds.ts';
import { WordIndex } from './word-index.ts';

/** Passages of both documents on one topic; one side is empty when the other document says nothing of it. */
export type TopicGroup = {
  /** In the newer document; in the older one when the group has nothing newer. */
  section: SectionReference | null;
  /** Words that bring the passages together, most telling first; empty for a group of one side. */
  terms: string[];
  /** 0..1, of the two nearest sentences. */
  similarity: number;
  /** Whole paragraphs, list items or table rows, the nearest first. */
  older: TextRange[];
  newer: TextRange[];
};

/** Two sentences of different documents that share this much speak of one thing in about two of three cases; below it, hardly. */
const leastSimilarity = 0.2;
const roleBonus = 0.05;
/** One rare word in common is chance. */
const leastTerms = 2;
const mostTerms = 4;
const mostCandidates = 6;
/** So that a paragraph that speaks of everything does not draw everything to itself. */
const mostPartners = 3;
/** Numbers are what differs between sources. */
const numberWeight = 0.3;

/** A block with its sentences. */
type Paragraph = TextRange & { index: number; sentences: Passage[] };
type Side = { edition: EditionText; paragraphs: Paragraph[]; sentences: Passage[]; paragraphOf: Map<number, number>; vectors: (Vector | undefined)[]; references: SectionReference[] };
type Link = { older: number; newer: number; similarity: number; sentences: [number, number] };

export function groupByTopic(older: EditionText, newer: EditionText, options: PassageOptions = {}): TopicGroup[] {
  const vocabulary = new Vocabulary();
  const sides = [older, newer].map((edition) => paragraphsOf(edition, vocabulary, options));
  const weight = weights(sides, vocabulary);
  const [from, to] = sides.map((side) => withVectors(side, weight));
  if (!from || !to) return [];
  const groups = cluster(linksBetween(from, to, weight), from.paragraphs.length, to.paragraphs.length);
  return groups.map((group) => {
    const ranges = (side: Side, indices: readonly number[]) => indices.flatMap((index) => side.paragraphs[index] ?? []).map(({ start, end }) => ({ start, end }));
    const first = group.newer[0] === undefined ? referenceOf(from, group.older[0]) : referenceOf(to, group.newer[0]);
    const [a, b] = group.best?.sentences ?? [];
    return {
      section: first,
      terms: a === undefined || b === undefined ? [] : sharedTerms(from.vectors[a], to.vectors[b], to.sentences.find((sentence) => sentence.index === b), newer.text, vocabulary),
      similarity: Math.round((group.best?.similarity ?? 0) * 100) / 100,
      older: ranges(from, group.older),
      newer: ranges(to, group.newer),
    };
  });
}

type Unweighed = Omit<Side, 'vectors'>;

/** Blocks that say something; headings, captions and form fields only name what follows. */
function paragraphsOf(edition: EditionText, vocabulary: Vocabulary, options: PassageOptions): Unweighed {
  const { passages } = prepareEdition(edition, vocabulary, options);
  const speaks = (block: Block) => block.kind !== 'heading' && block.kind !== 'title' && block.kind !== 'caption' && block.kind !== 'field';
  const paragraphs: Paragraph[] = [];
  const paragraphOf = new Map<number, number>();
  let next = 0;
  for (const block of edition.blocks) {
    const sentences: Passage[] = [];
    for (let passage = passages[next]; passage && passage.start < block.end; passage = passages[++next]) if (passage.start >= block.start) sentences.push(passage);
    if (!speaks(block) || sentences.every((sentence) => sentence.stems.length === 0)) continue;
    for (const sentence of sentences) paragraphOf.set(sentence.index, paragraphs.length);
    paragraphs.push({ start: block.start, end: block.end, index: paragraphs.length, sentences });
  }
  return { edition, paragraphs, sentences: paragraphs.flatMap((paragraph) => paragraph.sentences), paragraphOf, references: sectionReferences(edition.sections) };
}

/** What everybody says, says nothing of the topic. */
function weights(sides: readonly Unweighed[], vocabulary: Vocabulary): Float64Array {
  const weight = rarity(sides.map((side) => side.sentences), vocabulary.words.length);
  for (let id = 0; id < weight.length; id++) {
    const word = vocabulary.words[id] ?? '';
    if (isFunctionWord(word) || /^[a-z]$/.test(word)) weight[id] = 0;
    else if (vocabulary.kinds[id] === numberToken) weight[id] = (weight[id] ?? 0) * numberWeight;
  }
  return weight;
}

function withVectors(side: Unweighed, weight: Float64Array): Side {
  const vectors: (Vector | undefined)[] = [];
  for (const sentence of side.sentences) vectors[sentence.index] = vectorOf(sentence.stems, weight);
  return { ...side, vectors };
}

function referenceOf(side: Side, paragraph: number | undefined): SectionReference | null {
  const section = paragraph === undefined ? undefined : side.paragraphs[paragraph]?.sentences[0]?.section;
  return section === undefined ? null : (side.references[section] ?? null);
}

/** For each two paragraphs their nearest sentences, when near enough; best first. */
function linksBetween(from: Side, to: Side, weight: Float64Array): Link[] {
  const index = new WordIndex(from.sentences, from.vectors);
  const best = new Map<string, Link>();
  for (const sentence of to.sentences) {
    const vector = to.vectors[sentence.index];
    if (!vector) continue;
    for (const candidate of index.nearest(vector, weight, mostCandidates, () => true)) {
      const other = from.vectors[candidate.index];
      const older = from.paragraphOf.get(candidate.index);
      const newer = to.paragraphOf.get(sentence.index);
      if (!other || older === undefined || newer === undefined || sharedWords(other, vector) < leastTerms) continue;
      const role = referenceOf(to, newer)?.role ?? null;
      const similarity = Math.min(1, cosine(other, vector) + (role !== null && referenceOf(from, older)?.role === role ? roleBonus : 0));
      if (similarity < leastSimilarity || similarity <= (best.get(`${older} ${newer}`)?.similarity ?? 0)) continue;
      best.set(`${older} ${newer}`, { older, newer, similarity, sentences: [candidate.index, sentence.index] });
    }
  }
  return [...best.values()].sort((one, other) => other.similarity - one.similarity || one.newer - other.newer || one.older - other.older);
}

function sharedWords(a: Vector, b: Vector): number {
  const weighty = new Set(a.words.filter((_, at) => (a.weights[at] ?? 0) > 0));
  return b.words.filter((word) => weighty.has(word)).length;
}

type Group = { older: number[]; newer: number[]; best: Link | null };

/** Best links first: a paragraph joins the group of its nearest partner and is in one group only; topics do not chain. */
function cluster(links: readonly Link[], olderCount: number, newerCount: number): Group[] {
  const groupOfOlder = new Map<number, Group>();
  const groupOfNewer = new Map<number, Group>();
  for (const link of links) {
    const older = groupOfOlder.get(link.older);
    const newer = groupOfNewer.get(link.newer);
    if (older && newer) continue;
    // A paragraph that came late attracts no further ones.
    if (older && (older.best?.older !== link.older || older.newer.length >= mostPartners)) continue;
    if (newer && (newer.best?.newer !== link.newer || newer.older.length >= mostPartners)) continue;
    const group = older ?? newer ?? { older: [], newer: [], best: link };
    if (!older) group.older.push(link.older);
    if (!newer) group.newer.push(link.newer);
    groupOfOlder.set(link.older, group);
    groupOfNewer.set(link.newer, group);
  }
  const groups = new Set<Group>();
  for (let index = 0; index < newerCount; index++) groups.add(groupOfNewer.get(index) ?? { older: [], newer: [index], best: null });
  return withOlderAlone([...groups], groupOfOlder, olderCount);
}

/** What only the older document says stands behind the group of the paragraph before it. */
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
function sharedTerms(a: Vector | undefined, b: Vector | undefined, sentence: Passage | undefined, text: string, vocabulary: Vocabulary): string[] {
  if (!a || !b || !sentence) return [];
  const weightIn = new Map(Array.from(a.words, (word, at) => [word, a.weights[at] ?? 0]));
  const shared = Array.from(b.words, (word, at) => ({ word, weight: (weightIn.get(word) ?? 0) * (b.weights[at] ?? 0) })).filter(({ weight }) => weight > 0);
  shared.sort((one, other) => other.weight - one.weight || one.word - other.word);
  return shared.slice(0, mostTerms).map(({ word }) => {
    const at = sentence.tokens.ids.findIndex((id) => (vocabulary.stems[id] ?? id) === word);
    return at === -1 ? (vocabulary.words[word] ?? '') : text.slice(sentence.tokens.starts[at], sentence.tokens.ends[at]);
  });
}
