// What changed in a country over its editions: which edition speaks for which year, and the lists and values that core puts together.

import { activityLedger } from '../../core/activity-ledger.ts';
import { countryGoods } from '../../core/goods.ts';
import { institutionLedger } from '../../core/institution-ledger.ts';
import type { Matrix } from '../../core/indicator.ts';
import { type CountryLaw, countryLaw } from '../../core/law.ts';
import { type Listings, noListings } from '../../core/listing.ts';
import { breaksOf } from '../../core/observation.ts';
import type { DocumentKind } from '../../core/recognition.ts';
import type { Output } from '../../rpc/contract.ts';
import { type DocumentRow, documentsOfCountry } from '../store/documents.ts';
import { goodNames, listingsOfReading } from '../store/listings.ts';
import type { Read } from '../store/write.ts';
import type { Query } from './handler.ts';

/** The printed report has the lists; a page has some of them; the data file has none. */
const preference: readonly DocumentKind[] = ['ilab-report', 'ilab-page', 'generic'];

export function law(read: Read, matrix: Matrix): CountryLaw {
  const editions = listedEditions(read, matrix.country, 'legalBases').map(({ document, lists }) => ({ documentId: document.id, year: document.year ?? 0, bases: lists.legalBases }));
  return countryLaw(matrix, editions, (indicator) => breaksOf(indicator, matrix.breaks));
}

/** Kinds of documents that would list the goods of their country, if there were any. */
const goodsListing: readonly DocumentKind[] = ['ilab-page', 'ilab-dataset'];

export function goods(read: Read, matrix: Matrix): Output<'goods.ofCountry'> {
  const listing = documentsOfCountry(read, matrix.country).flatMap(({ year, kind }) => (year !== null && goodsListing.includes(kind) ? [year] : []));
  const editions = listedEditions(read, matrix.country, 'activities').map(({ document, lists }) => ({ documentId: document.id, year: document.year ?? 0, activities: lists.activities }));
  return { country: matrix.country, countryName: matrix.countryName, goods: countryGoods(matrix, listing, goodNames(read, matrix.country)), activities: activityLedger(editions) };
}

export const institutions: Query<'institutions.ofCountry'> = (read, { country }, context) => {
  const editions = listedEditions(read, country, 'institutions').map(({ document, lists }) => ({ documentId: document.id, year: document.year ?? 0, institutions: lists.institutions }));
  return { country, countryName: context.countryName(country) ?? country, ...institutionLedger(editions) };
};

/** Of each year the document that has the list: of several the printed report, and of one kind the newest import. Years ascending. */
function listedEditions(read: Read, country: string, list: keyof Listings): { document: DocumentRow; lists: Listings }[] {
  const withLists = documentsOfCountry(read, country).flatMap((document) => {
    if (document.year === null || !preference.includes(document.kind)) return [];
    const lists = listingsOfReading(read, document.readingId) ?? noListings;
    return lists[list].length > 0 ? [{ document, lists }] : [];
  });
  return [...Map.groupBy(withLists, ({ document }) => document.year ?? 0)]
    .toSorted(([one], [other]) => one - other)
    .flatMap(([, own]) => own.toSorted((one, other) => preference.indexOf(one.document.kind) - preference.indexOf(other.document.kind) || other.document.importedAt.localeCompare(one.document.importedAt))[0] ?? []);
}
