// Which fields the review shows, what it counts and confirms, and how typed values are read. No screen.

import { describe, expect, it } from 'vitest';
import { changeOf, fieldText, languageName } from '../../../renderer/components/metadata-words.ts';
import { openReview, parseAddress, link } from '../../../renderer/routes.ts';
import { confirmable, filterRows, reviewFacets, reviewRows, rowAfter, standingOf } from '../../../renderer/views/library/metadata/review.ts';
import type { FieldReview } from '../../../shared/core/metadata.ts';

const candidate = (value: string, confidence: number) => ({ value, confidence, from: 'passage' as const, place: null, quote: null });
const review = (documentId: string, field: FieldReview['field'], more: Partial<FieldReview>): FieldReview => ({ documentId, documentTitle: `Note ${documentId}`, field, value: null, state: 'unknown', candidates: [], recognised: null, decision: null, ...more });
const reviews = [
  review('10', 'country', { value: 'GHA', state: 'doubtful', candidates: [candidate('GHA', 0.65)] }),
  review('10', 'year', { value: '2019', state: 'recognised', candidates: [candidate('2019', 0.9)] }),
  review('10', 'identifier', {}),
  review('2', 'year', { candidates: [candidate('2018', 0.4)] }),
  review('2', 'title', { value: 'Note 2', state: 'corrected', candidates: [candidate('Nota 2', 0.9)] }),
  review('2', 'issuer', {}),
  review('2', 'kind', { value: 'cable', state: 'recognised', candidates: [candidate('cable', 0.95)] }),
];
const rows = reviewRows(reviews);

describe('the review', () => {
  it('has documents by name and fields in their order, without fields nobody misses', () => {
    expect(rows.map(({ id }) => id)).toEqual(['2 title', '2 year', '2 issuer', '2 kind', '10 country', '10 year']);
    expect(rows.map(standingOf)).toEqual(['corrected', 'open', 'unknown', 'sure', 'open', 'sure']);
    expect(rows.map(({ kind }) => kind)).toEqual(['cable', 'cable', 'cable', 'cable', 'generic', 'generic']);
  });

  it('begins with what asks for a look, and narrows by field, kind, confidence and words', () => {
    expect(filterRows(rows, openReview).map(({ id }) => id)).toEqual(['2 year', '10 country']);
    expect(filterRows(rows, { ...openReview, least: 65 }).map(({ id }) => id)).toEqual(['10 country']);
    expect(filterRows(rows, { shown: [], field: ['year'], kind: ['generic'], least: 0 }).map(({ id }) => id)).toEqual(['10 year']);
    expect(filterRows(rows, { ...openReview, shown: [] }, 'note 10 gha').map(({ id }) => id)).toEqual(['10 country']);
    const [shown, field] = reviewFacets(rows, openReview);
    expect(shown?.values.map(({ value, count }) => [value, count])).toEqual([['open', 2], ['sure', 2], ['unknown', 1], ['corrected', 1]]);
    expect(field?.values.map(({ value, count }) => [value, count])).toEqual([['country', 1], ['year', 1]]);
  });

  it('confirms at once only values that stand and that nobody decided', () => {
    expect(confirmable(rows).map(({ id }) => id)).toEqual(['2 kind', '10 country', '10 year']);
  });

  it('goes on to the next row that stays', () => {
    expect(rowAfter(rows, new Set(['2 year']))?.id).toBe('2 issuer');
    expect(rowAfter(rows, new Set(['10 year']))?.id).toBe('10 country');
    expect(rowAfter(rows.slice(0, 1), new Set(['2 title']))).toBeNull();
  });

  it('has an address that says what is shown', () => {
    for (const filter of [openReview, { shown: [], field: ['country', 'year'], kind: ['cable'], least: 80 }, { shown: ['confirmed', 'corrected'], field: [], kind: [], least: 0 }]) {
      expect(parseAddress(link.metadata(filter))).toEqual({ view: 'library', part: 'metadata', filter });
    }
    expect(parseAddress('/library/metadata?least=-4')).toMatchObject({ filter: openReview });
  });
});

describe('values', () => {
  it('are written in words', () => {
    expect(fieldText('country', 'GHA', () => 'Ghana')).toBe('Ghana');
    expect(fieldText('date', '2019-03', String)).toBe('Mar 2019');
    expect(fieldText('language', 'ar', String)).toBe('Arabic');
    expect(fieldText('kind', 'cable', String)).toBe('Cable');
    expect(fieldText('issuer', null, String)).toBe('Unknown');
    expect(languageName('not a tag')).toBe('not a tag');
  });

  it('are read as typed, or refused with a sentence', () => {
    expect(changeOf('year', ' 2019 ')).toEqual({ year: 2019 });
    expect(changeOf('year', '')).toEqual({ year: null });
    expect(changeOf('year', '19')).toHaveProperty('error');
    expect(changeOf('date', '2019-3')).toHaveProperty('error');
    expect(changeOf('title', '  ')).toHaveProperty('error');
    expect(changeOf('country', 'GHA')).toEqual({ country: 'GHA' });
  });
});
