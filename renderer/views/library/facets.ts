// Narrowing the library: which documents a filter leaves, and the counts its facets show. Pure.

import { compareText, kindNames, unknown } from '../../components/document-words.ts';
import type { Facet, FacetValue } from '../../components/facet-list.tsx';
import type { LibraryFilter } from '../../routes.ts';
import type { DocumentSummary } from '../../../shared/core/library.ts';

export type FacetId = Exclude<keyof LibraryFilter, 'text'>;

/** How the address writes a value that is not known. */
const unknownValue = 'unknown';

type FacetRule = { label: string; valueOf: (document: DocumentSummary) => string | null; labelOf: (document: DocumentSummary) => string; compare: (left: FacetValue, right: FacetValue) => number };

const byLabel = (left: FacetValue, right: FacetValue) => compareText(left.label, right.label);

const rules: Readonly<Record<FacetId, FacetRule>> = {
  country: { label: 'Country', valueOf: (document) => document.country, labelOf: (document) => document.countryName ?? document.country ?? unknown, compare: byLabel },
  // The newest edition is the one most often looked for.
  year: { label: 'Year', valueOf: (document) => (document.year === null ? null : String(document.year)), labelOf: (document) => String(document.year ?? unknown), compare: (left, right) => byLabel(right, left) },
  kind: { label: 'Kind', valueOf: (document) => document.kind, labelOf: (document) => kindNames[document.kind], compare: byLabel },
  issuer: { label: 'Issuer', valueOf: (document) => document.issuer, labelOf: (document) => document.issuer ?? unknown, compare: (left, right) => right.count - left.count || byLabel(left, right) },
};

export const facetIds = Object.keys(rules) as FacetId[];

export function filterDocuments(documents: readonly DocumentSummary[], filter: LibraryFilter): DocumentSummary[] {
  const words = wordsOf(filter.text);
  return documents.filter((document) => facetIds.every((id) => isChosen(document, id, filter)) && hasWords(document, words));
}

/** Counts by facet; each facet counts what the others and the text leave, so that a count says what choosing it would add. */
export function libraryFacets(documents: readonly DocumentSummary[], filter: LibraryFilter): Facet[] {
  const words = wordsOf(filter.text);
  const found = documents.filter((document) => hasWords(document, words));
  return facetIds.map((id) => {
    const rule = rules[id];
    const values = new Map<string, FacetValue>();
    const add = (document: DocumentSummary, count: number) => {
      const value = rule.valueOf(document) ?? unknownValue;
      const known = values.get(value);
      values.set(value, { value, label: value === unknownValue ? unknown : rule.labelOf(document), count: (known?.count ?? 0) + count });
    };
    for (const document of found) if (facetIds.every((other) => other === id || isChosen(document, other, filter))) add(document, 1);
    // A chosen value stays to be seen and taken back, even when nothing is left of it.
    for (const document of documents) if (filter[id].includes(rule.valueOf(document) ?? unknownValue)) add(document, 0);
    const sorted = [...values.values()].sort((left, right) => Number(left.value === unknownValue) - Number(right.value === unknownValue) || rule.compare(left, right));
    return { id, label: rule.label, values: sorted };
  });
}

export function isFiltered(filter: LibraryFilter): boolean {
  return filter.text.trim() !== '' || facetIds.some((id) => filter[id].length > 0);
}

function isChosen(document: DocumentSummary, id: FacetId, filter: LibraryFilter): boolean {
  const chosen = filter[id];
  return chosen.length === 0 || chosen.includes(rules[id].valueOf(document) ?? unknownValue);
}

function wordsOf(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

function hasWords(document: DocumentSummary, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const { title, countryName, country, year, issuer, identifier, fileName, author } = document;
  const text = fold([title, countryName, country, year, issuer, identifier, fileName, author, kindNames[document.kind]].join(' '));
  return words.every((word) => text.includes(word));
}

/** Without case and accents: "Sao Tome" finds "São Tomé". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
