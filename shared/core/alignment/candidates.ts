// Pairs of passages that may belong together, with how likely it is. An index of words keeps the work in proportion to the
// length of the editions: a passage is only compared with the few that share its rarest words.

import { isText, mayJoin, samePlace, type MatchingState } from './matching-state.ts';
import { numberToken } from './normal-form.ts';
import type { Passage } from './passage.ts';
import { greatestHelp } from './neighbourhood.ts';
import { isFunctionWord } from './word-kinds.ts';
import { WordIndex } from './word-index.ts';
import { cosine, orderSimilarity, rarity, vectorOf, type Vector } from './similarity.ts';

/**
 * A possible match. `alike` is the similarity of the words, 0..1; `rank` adds what the section says and takes off for shortness;
 * the edge counts from `threshold` on, after `neighbourhood.ts` has added what the neighbours say.
 */
export type Edge = { older: number[]; newer: number[]; alike: number; rank: number; threshold: number };

export type Candidates = { edges: Edge[]; nearestOlder: Float64Array; nearestNewer: Float64Array };

/** Candidates whose words are compared in order, when they have this much in common. */
const mostCandidates = 5;
const leastCosine = 0.2;
/** A number says less about which sentence this is than a word as rare: numbers are what changes. */
const numberWeight = 0.5;
/** "This" or "however" says little, however rare it is in two editions. */
const functionWordWeight = 0.5;
const sectionBonus = 0.08;
/** Fewer words than this say little, and each one missing costs this much. */
const fewWords = 8;
const missingWord = 0.025;

/** Whatever the place says, less than this is another sentence. */
const leastAlike = 0.4;

/** Short and formulaic kinds need more. */
const thresholds: Record<Passage['kind'], number> = { sentence: 0.52, item: 0.52, note: 0.66, row: 0.55, heading: 0.65, caption: 0.7 };

/** Rows and notes belong to their table; in another one they need so much more. */
const elsewhere = 0.2;

/** Told how much of a long work is done, 0..1. */
export type OnShare = (share: number) => void;

/** Passages between two tellings. */
const toldEvery = 500;

export function candidateEdges(state: MatchingState, onShare?: OnShare): Candidates {
  const { older, newer, takenOlder, takenNewer, vocabulary } = state;
  const weight = rarity([older.passages, newer.passages], vocabulary.words.length);
  for (let id = 0; id < weight.length; id++) {
    if (vocabulary.kinds[id] === numberToken) weight[id] = (weight[id] ?? 0) * numberWeight;
    else if (isFunctionWord(vocabulary.words[id] ?? '')) weight[id] = (weight[id] ?? 0) * functionWordWeight;
  }
  const restOlder = older.passages.filter((passage) => !takenOlder[passage.index]);
  const restNewer = newer.passages.filter((passage) => !takenNewer[passage.index]);
  const vectors = { older: vectorsOf(restOlder, older.passages.length, weight), newer: vectorsOf(restNewer, newer.passages.length, weight) };
  const nearestOlder = new Float64Array(older.passages.length);
  const nearestNewer = new Float64Array(newer.passages.length);
  const words = new WordIndex(restOlder, vectors.older);
  const edges: Edge[] = [];

  for (const [done, passage] of restNewer.entries()) {
    if (done % toldEvery === 0) onShare?.(done / restNewer.length);
    const vector = vectors.newer[passage.index];
    if (!vector) continue;
    for (const { index: candidate } of words.nearest(vector, weight, mostCandidates, (index) => comparable(older.passages[index], passage))) {
      const partner = older.passages[candidate];
      const other = vectors.older[candidate];
      if (!partner || !other) continue;
      const common = cosine(other, vector);
      if (common < leastCosine) continue;
      const { alike, fit } = similarity(partner.stems, passage.stems, common, weight);
      nearestNewer[passage.index] = Math.max(nearestNewer[passage.index] ?? 0, alike);
      nearestOlder[candidate] = Math.max(nearestOlder[candidate] ?? 0, alike);
      const threshold = thresholdFor(state, partner, passage);
      const rank = alike + sectionHelp(state, partner, passage) - shortness(partner, passage);
      if (alike >= leastAlike && rank + greatestHelp >= threshold) edges.push({ older: [candidate], newer: [passage.index], alike, rank, threshold });
      edges.push(...joinedEdges(state, weight, vectors, partner, passage, fit));
    }
  }
  return { edges, nearestOlder, nearestNewer };
}

/** `alike` also counts how far the shorter passage is found in the longer, `fit` only how far both are one. */
type Similarity = { alike: number; fit: number };

function similarity(a: Int32Array, b: Int32Array, cosineOfBoth: number, weight: Float64Array): Similarity {
  const inOrder = orderSimilarity(a, b, weight);
  if (inOrder === null) return { alike: cosineOfBoth, fit: cosineOfBoth };
  return { alike: 0.5 * cosineOfBoth + 0.3 * inOrder.both + 0.2 * inOrder.part, fit: 0.6 * cosineOfBoth + 0.4 * inOrder.both };
}

function thresholdFor(state: MatchingState, a: Passage, b: Passage): number {
  const bound = a.kind === 'row' || a.kind === 'note' || b.kind === 'note';
  return Math.max(thresholds[a.kind], thresholds[b.kind]) + (bound && !samePlace(state, a, b) ? elsewhere : 0);
}

function sectionHelp(state: MatchingState, a: Passage, b: Passage): number {
  return samePlace(state, a, b) ? sectionBonus : 0;
}

function shortness(a: Passage, b: Passage): number {
  return missingWord * Math.max(0, fewWords - Math.min(a.stems.length, b.stems.length));
}

function vectorsOf(passages: readonly Passage[], size: number, weight: Float64Array): (Vector | undefined)[] {
  const vectors: (Vector | undefined)[] = Array.from({ length: size });
  for (const passage of passages) vectors[passage.index] = vectorOf(passage.stems, weight);
  return vectors;
}

type Vectors = { older: readonly (Vector | undefined)[]; newer: readonly (Vector | undefined)[] };

/** A split or join is only looked for when the single passages fit in part. */
const leastPart = 0.3;
const wellMatched = 0.97;
/** Of the second part this share must be in the other side, and of what the first part leaves open there it must fill this share. */
const leastShare = 0.4;
const leastFilled = 0.5;
const leastJoined = 0.55;

/** Two neighbours on one side that together fit one passage of the other side clearly better than either alone. */
function joinedEdges(state: MatchingState, weight: Float64Array, vectors: Vectors, a: Passage, b: Passage, single: number): Edge[] {
  if (single < leastPart || single > wellMatched || !isText(a) || !isText(b)) return [];
  const edges: Edge[] = [];
  const attempt = (side: 'older' | 'newer', whole: Passage, part: Passage, other: Passage | undefined) => {
    if (!other || !vectors[side][other.index]) return;
    const [first, last] = other.index < part.index ? [other, part] : [part, other];
    if (!mayJoin(first, last)) return;
    const { share, filled } = remainder(other, part, whole, weight);
    if (share < leastShare || filled < leastFilled) return;
    const wholeVector = vectors[side === 'older' ? 'newer' : 'older'][whole.index];
    if (!wholeVector) return;
    const stems = concatenated(first.stems, last.stems);
    const cosineOfBoth = cosine(vectorOf(stems, weight), wholeVector);
    const asPrinted = similarity(stems, whole.stems, cosineOfBoth, weight);
    const turned = similarity(concatenated(last.stems, first.stems), whole.stems, cosineOfBoth, weight);
    const { alike, fit } = turned.fit > asPrinted.fit ? turned : asPrinted;
    if (alike < leastJoined || fit <= single) return;
    const couple = [first.index, last.index];
    const edge = side === 'older' ? { older: couple, newer: [whole.index] } : { older: [whole.index], newer: couple };
    edges.push({ ...edge, alike, rank: alike + sectionHelp(state, a, b), threshold: leastJoined });
  };
  for (const step of [-1, 1]) {
    attempt('newer', a, b, state.newer.passages[b.index + step]);
    attempt('older', b, a, state.older.passages[a.index + step]);
  }
  return edges;
}

/** Beyond what `beside` covers of `whole`: which share of the weight of `part` is in it, and which share of the rest `part` fills. */
function remainder(part: Passage, beside: Passage, whole: Passage, weight: Float64Array): { share: number; filled: number } {
  const covered = new Set(beside.stems);
  const open = new Set<number>();
  let openWeight = 0;
  for (const stem of whole.stems) {
    if (covered.has(stem) || open.has(stem)) continue;
    open.add(stem);
    openWeight += weight[stem] ?? 0;
  }
  let total = 0;
  let found = 0;
  for (const stem of part.stems) {
    const value = weight[stem] ?? 0;
    total += value;
    if (!open.delete(stem)) continue;
    found += value;
  }
  return { share: found / (total || 1), filled: found / (openWeight || 1) };
}

function concatenated(a: Int32Array, b: Int32Array): Int32Array {
  const both = new Int32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

/** Rows only continue rows, headings headings, captions captions; running text, list items and notes may turn into each other. */
function comparable(a: Passage | undefined, b: Passage): boolean {
  return a !== undefined && (a.kind === b.kind || (isText(a) && isText(b)));
}
