import { describe, expect, it } from 'vitest';
import type { CountryEditions } from '../../../../shared/core/comparison.ts';
import { outcomeOf } from '../../../../renderer/views/compare/use-dropped-edition.ts';

const document = (id: string, country: string | null, year: number | null) => ({ id, title: `Report ${id}`, country, countryName: country === 'TON' ? 'Tonga' : country === 'FJI' ? 'Fiji' : null, year });
const editionsOf = (country: string, countryName: string, ...ids: string[]): CountryEditions => ({ country, countryName, editions: ids.map((documentId, index) => ({ documentId, year: 2014 + index, title: documentId, kind: 'ilab-report', level: null })) });
const fiji = editionsOf('FJI', 'Fiji', 'a', 'b', 'c');
const all = [fiji, editionsOf('TON', 'Tonga', 't')];

describe('a report dropped on Compare', () => {
  it('joins the comparison when it is of the country', () => {
    expect(outcomeOf([document('c', 'FJI', 2016)], fiji, all, ['a', 'b'])).toEqual({ added: ['c'], sentence: 'Added 2016 to the comparison.', open: null });
    expect(outcomeOf([document('b', 'FJI', 2015), document('c', 'FJI', 2016), document('t', 'TON', 2014)], fiji, all, ['a'])).toMatchObject({ added: ['b', 'c'], sentence: 'Added 2015, 2016 to the comparison. 1 more was imported only.' });
  });

  it('of another country is named, and its own comparison offered', () => {
    expect(outcomeOf([document('t', 'TON', 2014)], fiji, all, ['a', 'b'])).toEqual({ added: [], sentence: '“Report t” is of Tonga, not of Fiji. It was imported, and this comparison stays as it is.', open: { country: 'TON' } });
    expect(outcomeOf([document('u', 'TON', null)], fiji, [fiji], ['a', 'b'])).toMatchObject({ open: { documentId: 'u' } });
  });

  it('without a country or a year says what it lacks, and is offered to be opened', () => {
    expect(outcomeOf([document('x', null, null)], fiji, all, ['a'])).toMatchObject({ added: [], sentence: expect.stringContaining('no country and no year'), open: { documentId: 'x' } });
    expect(outcomeOf([document('x', null, 2016)], fiji, all, ['a'])).toMatchObject({ sentence: expect.stringContaining('it has no country that') });
    expect(outcomeOf([document('x', 'FJI', null)], fiji, all, ['a'])).toMatchObject({ sentence: expect.stringContaining('it has no year that') });
    expect(outcomeOf([document('x', null, null), document('y', null, null)], fiji, all, ['a'])).toMatchObject({ added: [], sentence: '2 documents were imported. None of them is a dated document of Fiji.' });
  });

  it('that stands there already, or for which there is no place, is said', () => {
    expect(outcomeOf([document('a', 'FJI', 2014)], fiji, all, ['a', 'b'])).toMatchObject({ added: [], sentence: '“Report a” stands in this comparison already.' });
    const nine = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
    expect(outcomeOf([document('c', 'FJI', 2016)], fiji, all, nine)).toMatchObject({ added: [], sentence: expect.stringContaining('9 editions are compared already') });
  });
});
