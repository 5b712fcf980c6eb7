// Two documents that may be the same work: what makes them so, and what the analyst decided. It finds no pairs.

import { seriesOf } from './comparison.ts';
import type { DocumentSummary } from './library.ts';

/**
 * edition: same country, year and kind, other text. copy: nearly the same text, whatever the name and format.
 * file: the same file of the watched folder, changed since.
 */
export type PairKind = 'edition' | 'copy' | 'file';

/** versions: both stay, linked. different: they have nothing to do with each other. */
export const pairDecisions = ['versions', 'different'] as const;
export type PairDecision = (typeof pairDecisions)[number];

export type PairSide = Pick<DocumentSummary, 'id' | 'title' | 'kind' | 'country' | 'countryName' | 'year' | 'date' | 'issuer' | 'identifier' | 'fileName' | 'format' | 'pages' | 'annotations' | 'importedAt'>;

export type DocumentPair = {
  /** Null until it is decided. */
  id: string | null;
  /** The one imported later. */
  document: PairSide;
  other: PairSide;
  kind: PairKind;
  /** 0 to 1; 1 only when the texts are the same letter by letter. */
  similarity: number;
  decision: PairDecision | null;
  author: string;
  decidedAt: string | null;
};

/** From here on two texts are the same in another form: a PDF and its web page share 0.92 and more, two years of one report 0.65 at most. */
export const copySimilarity = 0.9;
/** Below, two documents of one country and year have little more in common than their form. */
export const editionSimilarity = 0.3;

/** Null: nothing to be offered. */
export function pairKindOf(one: PairSide, other: PairSide, { similarity, isSameFile }: { similarity: number; isSameFile: boolean }): PairKind | null {
  if (isSameFile) return 'file';
  if (similarity === 1) return 'copy';
  const isEdition = similarity >= editionSimilarity && areSameEdition(one, other);
  if (isEdition && one.format === other.format) return 'edition';
  if (similarity >= copySimilarity) return areOfOtherEditions(one, other) ? null : 'copy';
  return isEdition ? 'edition' : null;
}

/** Of one country, year and kind; cables by their identifier, other papers by their series or issuer too. */
function areSameEdition(one: PairSide, other: PairSide): boolean {
  if (one.kind !== other.kind) return false;
  if (one.kind === 'cable') return one.identifier !== null && one.identifier === other.identifier;
  if (one.country === null || one.year === null || one.country !== other.country || one.year !== other.year) return false;
  return one.kind !== 'generic' || seriesOf(one.title) === seriesOf(other.title) || (one.issuer !== null && one.issuer === other.issuer);
}

/** A law or a form that returns every year, or for every country, in nearly the same words is no copy. */
function areOfOtherEditions(one: PairSide, other: PairSide): boolean {
  return (one.year !== null && other.year !== null && one.year !== other.year) || (one.country !== null && other.country !== null && one.country !== other.country);
}

/** "revised edition of", "same text as": stands between the two titles. */
export const pairWords: Readonly<Record<PairKind, { name: string; between: string }>> = {
  edition: { name: 'Revised edition', between: 'may be a revised edition of' },
  copy: { name: 'Same text', between: 'says the same as' },
  file: { name: 'Changed file', between: 'is a newer state of' },
};

/** "87 %", "over 99 %", "100 %": never rounded up to what it is not. */
export function similarityInPercent(similarity: number): string {
  if (similarity === 1) return '100 %';
  return similarity > 0.99 ? 'over 99 %' : `${String(Math.floor(similarity * 100))} %`;
}

/** "87 % the same", "the same text". */
export function similarityInWords(similarity: number): string {
  return similarity === 1 ? 'the same text' : `${similarityInPercent(similarity)} the same`;
}
