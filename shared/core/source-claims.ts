// What an edition's claims rest on: its numbered sources, how old they are, and which claims lean on one source only. Pure.

import type { TextRange } from './document.ts';
import type { Citation, Reference } from './recognition.ts';

export type CitedSource = { number: number; text: string; url: string | null; /** The year it is of; null when it names none. */ year: number | null; start: number; end: number };

/** Words with the sources behind them. A claim of a table is its cell. */
export type SourcedClaim = TextRange & { text: string; page: number | null; sources: CitedSource[]; /** Of its newest source. */ newest: number | null };

export type ClaimSummary = {
  references: number;
  claims: number;
  /** Claims that lean on one source only. */
  single: number;
  newest: CitedSource | null;
  /** Claims whose newest source is of `old` years or more before the report year. */
  old: number;
};

/** Years from which on a source counts as old: a survey is repeated every four or five years. */
export const oldSource = 5;

/** Of the year its data or its publication are of, not of the day it was looked up. `latest`: a source cannot be newer than the report. */
export function sourceYear(reference: string, latest: number): number | null {
  const data = /\boriginal data from\b[^.]*?\b((?:19|20)\p{N}{2})\b(?!.*\boriginal data from\b)/isu.exec(reference)?.[1];
  if (data !== undefined && Number(data) <= latest) return Number(data);
  const plain = reference
    .replace(/https?:\/\/\S+|www\.\S+/giu, ' ')
    .replace(/\b(?:accessed|cited|retrieved|received|previously|last (?:updated|visited)|updated)\b[^;.\])]*/giu, ' ');
  const dated = [...plain.matchAll(/\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+(?:\p{N}{1,2},?\s+)?((?:19|20)\p{N}{2})\b/giu)];
  const years = (dated.length > 0 ? dated : [...plain.matchAll(/(?<![\p{N}/-])((?:19|20)\p{N}{2})(?![\p{N}/])/gu)]).map(([, year]) => Number(year)).filter((year) => year <= latest);
  return years.at(-1) ?? null;
}

/** Claims in the order of the text; a number that the list of references does not have is left out. */
export function sourcedClaims({ references, citations }: { references: readonly Reference[]; citations: readonly Citation[] }, text: string, reportYear: number): SourcedClaim[] {
  const sources = new Map(references.map(({ number, text: words, url, start, end }) => [number, { number, text: words, url, start, end, year: sourceYear(words, reportYear + 1) }]));
  return citations.flatMap((citation): SourcedClaim[] => {
    const own = [...new Set(citation.references)].flatMap((number) => sources.get(number) ?? []);
    const words = text.slice(citation.claimStart, citation.claimEnd).trim();
    if (own.length === 0 || words === '') return [];
    const years = own.flatMap(({ year }) => year ?? []);
    return [{ start: citation.claimStart, end: citation.claimEnd, text: words, page: citation.page, sources: own, newest: years.length > 0 ? Math.max(...years) : null }];
  });
}

export function claimSummary(claims: readonly SourcedClaim[], references: number, reportYear: number): ClaimSummary {
  const all = new Map(claims.flatMap(({ sources }) => sources).map((source) => [source.number, source]));
  const newest = [...all.values()].toSorted((one, other) => (other.year ?? 0) - (one.year ?? 0))[0];
  return {
    references,
    claims: claims.length,
    single: claims.filter(({ sources }) => sources.length === 1).length,
    newest: newest?.year ? newest : null,
    old: claims.filter((claim) => claim.newest !== null && reportYear - claim.newest >= oldSource).length,
  };
}
