// Narrowing the library: values of a facet add up, facets narrow each other, nothing is silently empty.

import { describe, expect, it } from 'vitest';
import { noFilter } from '../../../renderer/routes.ts';
import { filterDocuments, isFiltered, libraryFacets } from '../../../renderer/views/library/facets.ts';
import type { DocumentSummary } from '../../../shared/core/library.ts';

const plain: DocumentSummary = {
  id: '', title: '', kind: 'generic', country: null, countryName: null, year: null, date: null, issuer: null, author: null, language: null, identifier: null, classification: null,
  fileName: 'a.txt', format: 'text', size: 1, pages: 0, characters: 1, warnings: 0, annotations: 0, tagIds: [], importedAt: '2026-01-01T00:00:00Z',
};
const documents: DocumentSummary[] = [
  { ...plain, id: '1', title: 'Report on São Tomé', country: 'STP', countryName: 'São Tomé and Príncipe', year: 2020, kind: 'ilab-report', issuer: 'Ministry, Labour' },
  { ...plain, id: '2', title: 'Report on Kazakhstan', country: 'KAZ', countryName: 'Kazakhstan', year: 2021, kind: 'ilab-report' },
  { ...plain, id: '3', title: 'Note', country: 'KAZ', countryName: 'Kazakhstan', year: 2020, kind: 'cable', identifier: '07ASTANA0001' },
  { ...plain, id: '4', title: 'Loose page' },
];
const ids = (found: DocumentSummary[]) => found.map((document) => document.id).join('');
const counts = (filter: typeof noFilter, facet: string) => Object.fromEntries(libraryFacets(documents, filter).find(({ id }) => id === facet)?.values.map(({ label, count }) => [label, count]) ?? []);

describe('the library', () => {
  it('shows all without a filter', () => {
    expect(ids(filterDocuments(documents, noFilter))).toBe('1234');
    expect(isFiltered({ ...noFilter, text: '  ' })).toBe(false);
  });
  it('adds values of one facet and narrows by another', () => {
    expect(ids(filterDocuments(documents, { ...noFilter, country: ['KAZ', 'STP'] }))).toBe('123');
    expect(ids(filterDocuments(documents, { ...noFilter, country: ['KAZ', 'STP'], year: ['2020'] }))).toBe('13');
  });
  it('finds what is not known as a value of its own', () => {
    expect(ids(filterDocuments(documents, { ...noFilter, year: ['unknown'] }))).toBe('4');
    expect(counts(noFilter, 'country')).toEqual({ Kazakhstan: 2, 'São Tomé and Príncipe': 1, Unknown: 1 });
  });
  it('filters by words in any order, without case and accents, over title, country, year, issuer and identifier', () => {
    expect(ids(filterDocuments(documents, { ...noFilter, text: 'sao REPORT' }))).toBe('1');
    expect(ids(filterDocuments(documents, { ...noFilter, text: '07astana' }))).toBe('3');
    expect(ids(filterDocuments(documents, { ...noFilter, text: '2020 cable' }))).toBe('3');
  });
  it('counts in a facet what the other facets leave, and keeps a chosen value that has nothing left', () => {
    expect(counts({ ...noFilter, country: ['STP'] }, 'country')).toEqual({ Kazakhstan: 2, 'São Tomé and Príncipe': 1, Unknown: 1 });
    expect(counts({ ...noFilter, country: ['STP'] }, 'year')).toEqual({ 2020: 1 });
    expect(counts({ ...noFilter, country: ['STP'], year: ['2021'] }, 'year')).toEqual({ 2021: 0, 2020: 1 });
  });
  it('lists the newest year first and what is not known last', () => {
    expect(libraryFacets(documents, noFilter).find(({ id }) => id === 'year')?.values.map(({ label }) => label)).toEqual(['2021', '2020', 'Unknown']);
  });
});
