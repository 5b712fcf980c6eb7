// Dates, sizes and orders as people read them.

import { expect, it } from 'vitest';
import { dateAndTime, documentDate, fileSize } from '../../../renderer/components/dates.ts';
import { compareText, editionOf } from '../../../renderer/components/document-words.ts';

it('a document’s date keeps its day, whatever the time zone', () => {
  expect(documentDate('2007-12-03')).toBe('3 Dec 2007');
  expect(documentDate('2007-12-03T23:54:00Z')).toBe('3 Dec 2007');
  expect(documentDate('2007-12')).toBe('Dec 2007');
  expect(documentDate('2007-13-40')).toBe('2007-13-40');
  expect(documentDate('spring 2007')).toBe('spring 2007');
});

it('what happened today shows its time, what happened before also its day', () => {
  const now = new Date(2026, 10, 21, 15, 0);
  expect(dateAndTime(new Date(2026, 10, 21, 9, 5).toISOString(), now)).toBe('09:05');
  expect(dateAndTime(new Date(2026, 10, 20, 9, 5).toISOString(), now)).toBe('20 Nov 2026 09:05');
  expect(dateAndTime('nonsense', now)).toBe('nonsense');
});

it('sizes are short', () => {
  expect([0, 999, 1000, 12_345, 1_234_567, 3e9].map(fileSize)).toEqual(['0 B', '999 B', '1.0 kB', '12 kB', '1.2 MB', '3.0 GB']);
});

it('texts sort as people count, and an edition without a country says so', () => {
  expect(['Annex 10', 'annex 2', 'Änderung'].sort(compareText)).toEqual(['Änderung', 'annex 2', 'Annex 10']);
  expect(editionOf({ countryName: null, country: null, year: 2021 })).toBe('Unknown 2021');
});
