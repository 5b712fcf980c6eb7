import { describe, expect, it } from 'vitest';
import { deltaOf, filteredGroups, placeAfter, readPlace, writePlace } from '../../../renderer/views/compare/indicator-place.ts';
import { faultOf, readTyped, typedFrom } from '../../../renderer/components/data-card/typed-value.ts';
import type { MatrixGroup, MatrixRow } from '../../../shared/core/indicator.ts';
import type { MatrixCell } from '../../../shared/core/observation.ts';

const years = [2018, 2019, 2020, 2021];

function cell(year: number, value: number | null, changes: Partial<MatrixCell> & { mark?: string } = {}): MatrixCell {
  const { mark = null, ...rest } = changes;
  return {
    year, shown: 0, restated: null, methodBreak: null,
    values: [{ source: 'report', status: value === null ? 'unknown' : 'value', value, unit: 'count', documentId: 'd', documentTitle: 'D', documentKind: 'ilab-report', reportedYear: year, mark, note: null, page: 1, start: 0, end: 1, quote: '', confidence: 1, correction: null }],
    ...rest,
  };
}

function row(indicator: string, cells: (MatrixCell | null)[], changes: Partial<MatrixRow> = {}): MatrixRow {
  return { indicator, name: indicator, unit: 'count', territory: null, cells, ...changes };
}

describe('the place of a cell in the address', () => {
  it('leads back to the cell, with and without a territory', () => {
    for (const place of [{ indicator: 'e.inspectors', territory: null, year: 2020 }, { indicator: 'e.inspectors', territory: 'North: “Ğ”, west', year: 2014 }]) expect(readPlace(writePlace(place))).toEqual(place);
    for (const other of [null, '', '12.1', 'e.inspectors', 'e.inspectors:20', ':2020']) expect(readPlace(other)).toBeNull();
  });
});

describe('the keys', () => {
  const rows = ['a', 'b', 'c'].map((indicator) => row(indicator, []));
  const at = (indicator: string, year: number) => ({ indicator, territory: null, year });

  it('walk cells, stop at the edges, and jump with Ctrl', () => {
    const go = (key: string, from = at('b', 2019), isWide = false) => {
      const next = placeAfter(key, isWide, from, rows, years);
      return next && `${next.indicator}${next.year}`;
    };
    expect(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageDown', 'PageUp'].map((key) => go(key))).toEqual(['c2019', 'a2019', 'b2018', 'b2020', 'b2018', 'b2021', 'c2019', 'a2019']);
    expect(['ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'Home', 'End'].map((key) => go(key, at('b', 2019), true))).toEqual(['c2019', 'a2019', 'b2018', 'b2021', 'a2018', 'c2021']);
    expect([go('ArrowDown', at('c', 2021)), go('ArrowRight', at('c', 2021))]).toEqual(['c2021', 'c2021']);
    expect([go('x'), go('ArrowDown', at('gone', 2019)), go('ArrowDown', at('b', 1999))]).toEqual([null, null, null]);
  });
});

describe('the filter', () => {
  const groups: MatrixGroup[] = [
    { id: 'e', name: 'Enforcement', rows: [row('Labor inspectors', [cell(2018, 1)]), row('Penalties', [cell(2018, null)])] },
    { id: 'l', name: 'Laws', rows: [row('Age', [null, { ...cell(2019, null), values: cell(2019, null).values.map((value) => ({ ...value, status: 'not_printed' })) }])] },
  ];
  const names = (filter: string, withBlank = false) => filteredGroups(groups, filter, withBlank).map((group) => group.rows.map(({ name }) => name).join());

  it('finds words of the group and of the row in any order, and leaves blank rows out until they are wanted', () => {
    expect(names('')).toEqual(['Labor inspectors,Penalties']);
    expect(names('', true)).toEqual(['Labor inspectors,Penalties', 'Age']);
    expect(names('INSPECTORS  enforcement')).toEqual(['Labor inspectors']);
    expect(names('laws', true)).toEqual(['Age']);
    expect(names('nothing', true)).toEqual([]);
  });
});

describe('the change since the year before', () => {
  it('skips what is unknown, and says when one of the two has a footnote', () => {
    const cells = [cell(2018, 200), cell(2019, null), cell(2020, 150), cell(2021, 165, { mark: '†' })];
    expect(deltaOf(row('a', cells), years, 2020)).toEqual({ since: 2018, change: -50, percent: -25, hasMark: false });
    expect(deltaOf(row('a', cells), years, 2021)).toEqual({ since: 2020, change: 15, percent: 10, hasMark: true });
    expect([2018, 2019, 1999].map((year) => deltaOf(row('a', cells), years, year))).toEqual([null, null, null]);
  });

  it('is never given over a break of method, nor in percent of nothing or of percentages', () => {
    const broken = [cell(2018, 200), cell(2019, 1, { methodBreak: 'Other criteria.' }), cell(2020, 2)];
    expect(deltaOf(row('a', broken), years, 2019)).toBeNull();
    expect(deltaOf(row('a', [cell(2018, 200), cell(2019, null, { methodBreak: 'Other criteria.' }), cell(2020, 2)]), years, 2020)).toBeNull();
    expect(deltaOf(row('a', [cell(2018, 0), cell(2019, 3)]), years, 2019)).toMatchObject({ change: 3, percent: null });
    expect(deltaOf(row('a', [cell(2018, 3.2), cell(2019, 3.5)], { unit: 'percent' }), years, 2019)).toMatchObject({ change: 0.3, percent: null });
  });
});

describe('a typed value', () => {
  it.each([
    ['1,250', 'count', 1250],
    ['1 250', 'count', 1250],
    [' 0 ', 'count', 0],
    ['3.2 %', 'percent', 3.2],
    ['$3.1 million', 'USD', 3_100_000],
    ['165749', 'USD', 165_749],
    ['yes', 'yes/no', true],
    ['No', 'yes/no', false],
    ['18', 'years', 18],
    ['Up to grade 9', 'years', 'Up to grade 9'],
    ['5-14', 'text', '5-14'],
    ['2014', 'text', '2014'],
    ['many', 'count', null],
    ['1,2,3', 'count', null],
    ['1e9', 'count', null],
    ['', 'text', null],
    ['maybe', 'yes/no', null],
  ])('“%s” of unit %s is %s', (typed, unit, value) => {
    expect(readTyped(typed, unit)).toBe(value);
  });

  it('is asked for only when the document says a value, and the fault is told in words', () => {
    expect(faultOf('unknown', '', 'count')).toBeNull();
    expect(faultOf('value', '1,250', 'count')).toBeNull();
    expect(faultOf('value', ' ', 'count')).toContain('Type the value');
    expect(faultOf('value', 'many', 'count')).toContain('not a number');
    expect([true, false, 12, 'x', null].map(typedFrom)).toEqual(['yes', 'no', '12', 'x', '']);
  });
});
