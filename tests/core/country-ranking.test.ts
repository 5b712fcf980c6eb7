import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween, type CountryRow, rankingOf, regionsOf } from '../../shared/core/country-ranking.ts';
import { cellOf, observationStatuses, type PlacedValue } from '../../shared/core/observation.ts';

const years = [2016, 2018];

function rowOf(country: string, values: readonly (Pick<PlacedValue, 'status' | 'value'> | null)[], territory: string | null = null): CountryRow {
  const cells = values.map((value, index) => {
    const year = years[index] ?? 0;
    return value && cellOf(year, [{ indicator: 'a.b', country, territory, year, reportedYear: year, unit: null, mark: null, note: null, page: null, start: null, end: null, quote: '', confidence: 1, source: 'data', documentId: country, documentTitle: country, documentKind: 'ilab-dataset', correction: null, ...value }], []);
  });
  return { country, countryName: country, territory, cells };
}

const is = (value: number | boolean | string): Pick<PlacedValue, 'status' | 'value'> => ({ status: 'value', value });
const unknown: Pick<PlacedValue, 'status' | 'value'> = { status: 'unknown', value: null };
const matrixOf = (rows: CountryRow[], indicator = 'a.b') => ({ indicator, years, breaks: [], rows });

describe('a ranking of countries', () => {
  it('has the highest first, the same rank for the same number, and what is not known apart', () => {
    const ranking = rankingOf(matrixOf([rowOf('AAA', [is(1), is(5)]), rowOf('BBB', [null, is(9)]), rowOf('CCC', [is(7), unknown]), rowOf('DDD', [is(2), is(5)]), rowOf('EEE', [is(3), null]), rowOf('FFF', [null, is(0)])]), 2018);
    expect(ranking.ranked.map(({ rank, row, number }) => [rank, row.country, number])).toEqual([[1, 'BBB', 9], [2, 'AAA', 5], [2, 'DDD', 5], [4, 'FFF', 0]]);
    expect(ranking.apart.map(({ words, rows }) => [words, rows.length])).toEqual([['Unknown', 1]]);
    expect(ranking.silent.map(({ country }) => country)).toEqual(['EEE']);
  });

  it('groups words by how many say so, and levels in their own order', () => {
    const worded = (...values: string[]) => values.map((value, index) => rowOf(`C${index}`, [null, is(value)]));
    expect(rankingOf(matrixOf([rowOf('AAA', [null, is(false)]), ...['BBB', 'CCC'].map((country) => rowOf(country, [null, is(true)]))]), 2018).groups.map(({ words, rows }) => [words, rows.length])).toEqual([['Yes', 2], ['No', 1]]);
    expect(rankingOf(matrixOf(worded('No', 'No', 'Significant', 'No assessment', 'Minimal'), 'advancement_level.level'), 2018).groups.map(({ words }) => words)).toEqual(['Significant', 'Minimal', 'No', 'No assessment']);
  });

  it('has every country exactly once, whatever the sources say', () => {
    const any = fc.option(fc.record({ status: fc.constantFrom(...observationStatuses), value: fc.oneof(fc.double({ noNaN: true }), fc.boolean(), fc.string(), fc.constant(null)) }));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 40 }), fc.constantFrom(2016, 2018, 1999), (values, year) => {
        const rows = values.map((value, index) => rowOf(`C${index}`, [value, value]));
        const { ranked, groups, apart, silent } = rankingOf(matrixOf(rows), year);
        const all = [...ranked.map(({ row }) => row), ...[...groups, ...apart].flatMap((group) => group.rows.map(({ row }) => row)), ...silent];
        expect(new Set(all).size).toBe(rows.length);
        expect(all.length).toBe(rows.length);
        expect(ranked.every(({ value, number }, index) => value.status === 'value' && number <= (ranked[index - 1]?.number ?? Infinity))).toBe(true);
      }),
    );
  });
});

describe('the change of a country', () => {
  it('is of two numbers of one method only', () => {
    const row = rowOf('AAA', [is(1.1), is(3.3)]);
    expect(changeBetween(matrixOf([row]), row, 2016, 2018)).toBe(2.2);
    expect(changeBetween(matrixOf([row]), row, 2018, 2016)).toBeNull();
    expect(changeBetween({ years, breaks: [{ year: 2017, indicators: [], name: '', explanation: '' }] }, row, 2016, 2018)).toBeNull();
    expect(changeBetween(matrixOf([]), rowOf('AAA', [unknown, is(3)]), 2016, 2018)).toBeNull();
    expect(changeBetween(matrixOf([]), rowOf('AAA', [is(true), is(3)]), 2016, 2018)).toBeNull();
  });
});

describe('the region of a country', () => {
  it('is what the newest year says', () => {
    expect(regionsOf({ rows: [rowOf('AAA', [is('Asia'), is('Pacific')]), rowOf('BBB', [is('Asia'), unknown]), rowOf('CCC', [unknown, null]), rowOf('DDD', [null, is('North')], 'An island')] })).toEqual(new Map([['AAA', 'Pacific'], ['BBB', 'Asia']]));
  });
});
