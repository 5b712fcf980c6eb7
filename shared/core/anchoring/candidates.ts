// The likely places of a passage whose words have changed or cannot be told from others, best first. None of them is taken without the analyst.

import type { TextRange } from '../document.ts';
import { cutsGrapheme, cutsWord, widened } from './edges.ts';
import { closestPlace, editDistance } from './edit-distance.ts';
import { mean, type Sought, supportAt } from './evidence.ts';
import { originalRange } from './folding.ts';
import type { PlaceMap, SectionOf } from './place-map.ts';

/** A place in the newer text, in offsets of the text itself. `similarity` is of the words, `confidence` of words, context, order and section; both 0..1. */
export type Candidate = TextRange & { similarity: number; confidence: number };

const mostCandidates = 5;
/** Passages longer than this (folded units) are compared by their common stretches and not letter by letter. */
const longPassage = 1024;
/** Less similar words are chance: unrelated English of one length agrees in about a third of its letters. */
const leastSimilarity = 0.5;
/** Few letters agree easily by chance. */
const shortPassage = 12;
const leastForShort = { similarity: 0.8, confidence: 0.6 };

/** Words, context on each side, order in the text and section, after the weights of Hypothesis (50, 20, 20, 2) with the section beside the order. */
const weights = { words: 50, context: 20, order: 2, section: 4 };

export function candidatesOf(map: PlaceMap, newer: string, sought: Sought, sameWords: readonly number[], section: { older: string | null; newer: readonly SectionOf[] }): Candidate[] {
  const { units, place } = sought;
  const size = map.newer.units.length;
  if (units.length === 0 || size === 0) return [];
  const expected = place ? map.expected(place) : null;
  const ranges: TextRange[] = sameWords
    .map((start) => ({ start, end: start + units.length }))
    .map((range) => ({ range, support: mean(supportAt(sought, map.newer.units, range)) }))
    .toSorted((one, other) => other.support - one.support)
    .slice(0, mostCandidates)
    .map(({ range }) => range);
  const between = place ? map.betweenEnds(place) : null;
  if (between && between.end - between.start < units.length * 3) ranges.push(between);
  if (units.length <= longPassage) ranges.push(...similarPlaces(map, units, expected));
  else ranges.push(...ofLongPassage(map, units));
  const scored = [...new Map(ranges.map((range) => [`${range.start}-${range.end}`, range])).values()].flatMap((range): Candidate[] => {
    if (range.end <= range.start) return [];
    const similarity = similarityOf(map, sought, range);
    const support = supportAt(sought, map.newer.units, range);
    const order = expected ? 1 - Math.min(1, distanceTo(range.start, expected) / size) : 0.5;
    const original = widened(newer, originalRange(map.newer, range), sought.wholeWord);
    const sameSection = section.older === null ? 0.5 : sectionAt(section.newer, original.start) === section.older ? 1 : 0;
    const total = weights.words + 2 * weights.context + weights.order + weights.section;
    const confidence = (weights.words * similarity + weights.context * (support.left + support.right) + weights.order * order + weights.section * sameSection) / total;
    return [{ ...original, similarity, confidence }];
  });
  const least = units.length < shortPassage ? leastForShort : { similarity: leastSimilarity, confidence: 0 };
  return distinct(scored.filter((each) => each.similarity >= least.similarity && each.confidence >= least.confidence)).slice(0, mostCandidates);
}

/** Whether words at this place begin and end as they did: not within another word, not within a grapheme. */
export function standsFree(newer: string, range: TextRange, wholeWord: Sought['wholeWord']): boolean {
  if (cutsGrapheme(newer, range.start) || cutsGrapheme(newer, range.end)) return false;
  return !(wholeWord.start && cutsWord(newer, range.start)) && !(wholeWord.end && cutsWord(newer, range.end));
}

export function sectionAt(sections: readonly SectionOf[], offset: number): string | null {
  let title: string | null = null;
  for (const section of sections) if (section.start <= offset && offset < section.end) title = section.title.toLowerCase();
  return title;
}

function similarPlaces(map: PlaceMap, units: Uint16Array, expected: TextRange | null): TextRange[] {
  const slack = Math.ceil(units.length * 0.4) + 32;
  const windows = map.likelyStarts(units, mostCandidates).map((start) => ({ start: start - slack, end: start + units.length + units.length / 4 + slack }));
  // Between close neighbours the place is worth a look, whatever its letters have become.
  const near = expected && expected.end - expected.start < units.length * 4 + 400 ? { start: expected.start - slack, end: expected.end + slack } : null;
  const isSeen = near && windows.some((window) => window.start <= middleOf(near) && window.end >= middleOf(near));
  if (near && !isSeen) windows.push(near);
  return windows.map((window) => {
    const from = Math.max(0, Math.floor(window.start));
    const found = closestPlace(units, map.newer.units.subarray(from, Math.max(from, Math.ceil(window.end))));
    return { start: from + found.start, end: from + found.end };
  });
}

function middleOf({ start, end }: TextRange): number {
  return (start + end) / 2;
}

/** A long passage is where its beginning and its end are. */
function ofLongPassage(map: PlaceMap, units: Uint16Array): TextRange[] {
  const piece = 256;
  const size = map.newer.units.length;
  const ends = similarPlaces(map, units.subarray(-piece), null);
  return similarPlaces(map, units.subarray(0, piece), null).flatMap(({ start }) =>
    ends.filter(({ end }) => end > start + units.length / 2 && end < Math.min(size + 1, start + units.length * 2)).map(({ end }) => ({ start, end })),
  );
}

function similarityOf(map: PlaceMap, { units, place }: Sought, range: TextRange): number {
  const length = Math.max(units.length, range.end - range.start);
  if (length <= longPassage * 3) return Math.max(0, 1 - editDistance(units, map.newer.units.subarray(range.start, range.end)) / length);
  return place ? map.sharedUnits(place, range) / length : 0;
}

/** Best first; of places that overlap by half the better one. */
function distinct(candidates: Candidate[]): Candidate[] {
  const kept: Candidate[] = [];
  for (const each of candidates.toSorted((one, other) => other.confidence - one.confidence || one.start - other.start)) {
    const doubles = kept.some((other) => Math.min(each.end, other.end) - Math.max(each.start, other.start) > Math.min(each.end - each.start, other.end - other.start) / 2);
    if (!doubles) kept.push(each);
  }
  return kept;
}

function distanceTo(place: number, range: TextRange): number {
  return place < range.start ? range.start - place : place > range.end ? place - range.end : 0;
}
