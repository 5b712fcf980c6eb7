// The list of annotations over all documents: what narrows it, how it is ordered, and what it shows of each.

import type { AnchorState, ListedAnnotation, TagColour } from './annotation.ts';
import type { TextRange } from './document.ts';
import type { Stance } from './finding.ts';

/** Having something (a note, a tag, a place in a finding), or not. */
export const presences = ['with', 'without'] as const;
export type Presence = (typeof presences)[number];

export const anchorStates = ['exact', 'moved', 'doubtful', 'lost'] as const satisfies readonly AnchorState[];

/** In a filter: no country, year or author is known. */
export const unknownValue = 'unknown';

/** Values of one group add up, groups narrow; an empty group narrows nothing. Countries, years and authors may be `unknownValue`. */
export type ListFilter = {
  /** Every word must stand in the passage or in its note; case and accents do not matter. */
  text: string;
  tags: string[];
  /** A tag stands for those below it too. */
  withBelow: boolean;
  colours: TagColour[];
  authors: string[];
  countries: string[];
  years: string[];
  documents: string[];
  note: Presence[];
  tagged: Presence[];
  anchors: AnchorState[];
  used: Presence[];
};

export const wholeList: ListFilter = { text: '', tags: [], withBelow: true, colours: [], authors: [], countries: [], years: [], documents: [], note: [], tagged: [], anchors: [], used: [] };

/** The groups of a filter that are counted. */
export const listFacets = ['tags', 'colours', 'countries', 'years', 'documents', 'authors', 'note', 'tagged', 'used', 'anchors'] as const satisfies readonly (keyof ListFilter)[];
export type ListFacet = (typeof listFacets)[number];

/** By document (title, then its text), country and year, time of making or of the last change, or first tag. */
export const listOrders = ['document', 'country', 'made', 'changed', 'tag'] as const;
export type ListOrder = (typeof listOrders)[number];
export type ListSort = { by: ListOrder; descending: boolean };

/** What a list opens with: the order in which countries are read. */
export const usualSort: ListSort = { by: 'country', descending: false };

/** A row of the list; passage and note are cut at `longestShown`, and `isCut` says so. */
export type ListRow = ListedAnnotation & { isCut: boolean };
export const longestShown = 1200;

/** Ids of all that fit, in order, and the rows of the first. */
export type ListAnswer = { ids: string[]; rows: ListRow[]; documents: number; /** Annotations of the project. */ all: number };

/** Values by group, each counted among what the other groups leave; most frequent first. */
export type FacetCounts = Record<ListFacet, { value: string; count: number }[]>;

/** One annotation whole: with the words around it, the findings it serves, and what was done to it, newest first. */
export type AnnotationDetail = {
  annotation: ListedAnnotation;
  /** The sentence around the passage, or its neighbours when the passage is whole sentences, with the spaces between; '' where there is none. */
  before: string;
  after: string;
  citation: string;
  findings: { id: string; claim: string; stance: Stance }[];
  history: { label: string; author: string; madeAt: string }[];
};

/** The words of a text filter as they are compared. */
export function filterWords(text: string): string[] {
  return [...new Set(folded(text).split(/\s+/u).filter(Boolean))];
}

/** For comparing: small letters without accents, as in search. */
export function folded(text: string): string {
  // Nearly all passages are plain, and decomposing costs ten times what lowering does.
  return /\P{ASCII}/u.test(text) ? text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase() : text.toLowerCase();
}

let known: { json: string; words: string[] } = { json: '[]', words: [] };

/** Whether every word, as of `filterWords` and written as JSON, stands in one of the texts; asked of each row with the same words. */
export function holdsWords(json: string, texts: readonly string[]): boolean {
  if (known.json !== json) known = { json, words: JSON.parse(json) as string[] };
  const all = folded(texts.join('\n'));
  return known.words.every((word) => all.includes(word));
}

/** True when nothing narrows. */
export function isWholeList(filter: ListFilter): boolean {
  return filter.text.trim() === '' && listFacets.every((facet) => filter[facet].length === 0);
}

/**
 * What stands around a passage in its paragraph: the rest of its sentence, or the sentence beside it when it begins (ends) one.
 * `sentences` are those of the paragraph, in offsets of `text`.
 */
export function around(text: string, range: TextRange, sentences: readonly TextRange[]): { before: string; after: string } {
  // A full stop or a bracket alone is no context.
  const hasWords = (start: number, end: number) => /[\p{L}\p{N}]/u.test(text.slice(start, end));
  const begins = sentences.findLast(({ start }) => start < range.start && hasWords(start, range.start)) ?? sentences.findLast(({ start }) => start < range.start);
  const ends = sentences.find(({ end }) => end > range.end && hasWords(range.end, end)) ?? sentences.findLast(({ end }) => end > range.end);
  return { before: begins ? text.slice(begins.start, range.start) : '', after: ends ? text.slice(range.end, ends.end) : '' };
}
