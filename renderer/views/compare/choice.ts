// Which documents stand side by side when the address does not say, or says it only in part.

import { type CountryEditions, seriesOf } from '../../../shared/core/comparison.ts';
import type { DocumentSummary } from '../../../shared/core/library.ts';

export const mostColumns = 9;

type Edition = CountryEditions['editions'][number];

/** Report kinds stand before others of the same year. */
const rank: readonly Edition['kind'][] = ['ilab-report', 'ilab-page', 'generic', 'cable', 'ilab-dataset'];

export function chosenDocuments(all: readonly CountryEditions[], documents: readonly DocumentSummary[], country: string | null, documentIds: readonly string[]): { countryEditions: CountryEditions | undefined; chosen: string[] } {
  const known = documentIds.filter((id) => documents.some((document) => document.id === id)).slice(0, mostColumns);
  const ofFirst = all.find((each) => each.editions.some((edition) => edition.documentId === known[0]));
  const countryEditions = (known.length > 0 ? ofFirst : undefined) ?? all.find((each) => each.country === country) ?? (country === null ? richest(all) : undefined);
  if (known.length > 0) return { countryEditions, chosen: inOrder(known, documents) };
  return { countryEditions, chosen: countryEditions ? inOrder(usualChoice(countryEditions.editions), documents) : [] };
}

/** The country with most editions is the one worth opening first. */
function richest(all: readonly CountryEditions[]): CountryEditions | undefined {
  return all.toSorted((one, other) => other.editions.length - one.editions.length)[0];
}

/** The two newest years that have something to read; else the two newest documents. Data and cables are compared when they are chosen. */
function usualChoice(editions: readonly Edition[]): string[] {
  const best = editionYears(editions, []).flatMap(({ shown }) => shown.slice(0, 1));
  const newest = best.toSorted((one, other) => other.year - one.year);
  const reports = newest.filter(({ kind }) => kind !== 'cable' && kind !== 'ilab-dataset');
  const pair = reports.length >= 2 ? reports : newest;
  return (pair.length >= 2 ? pair : editions).slice(0, 2).map((edition) => edition.documentId);
}

/** So many editions of a year stand beside each other; further ones are behind a menu, as official data are wherever there is a report. */
const mostOfYear = 3;

export type EditionYear = { year: number; shown: Edition[]; further: Edition[] };

/** The editions by year: the telling one first, then others worth a place of their own and whatever is chosen; the rest apart. */
export function editionYears(editions: readonly Edition[], chosen: readonly string[]): EditionYear[] {
  return [...Map.groupBy(editions, ({ year }) => year)].map(([year, ofYear]) => {
    const ranked = ofYear.toSorted((one, other) => rank.indexOf(one.kind) - rank.indexOf(other.kind) || otherYearsOf(other, editions) - otherYearsOf(one, editions));
    const isShown = (edition: Edition, index: number) => index === 0 || chosen.includes(edition.documentId) || (index < mostOfYear && edition.kind !== 'ilab-dataset');
    return { year, shown: ranked.filter(isShown), further: ranked.filter((edition, index) => !isShown(edition, index)) };
  });
}

function inOrder(ids: readonly string[], documents: readonly DocumentSummary[]): string[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return ids.toSorted((one, other) => (byId.get(one)?.year ?? 9999) - (byId.get(other)?.year ?? 9999) || (byId.get(one)?.date ?? '').localeCompare(byId.get(other)?.date ?? ''));
}

/** A document that other years have too stands for its year. */
function otherYearsOf(edition: Edition, editions: readonly Edition[]): number {
  return editions.filter((other) => other.year !== edition.year && seriesOf(other.title) === seriesOf(edition.title)).length;
}
