import { describe, expect, it } from 'vitest';
import { cellsOf, indicatorNames, matrixGroups, yearsOf } from '../../shared/core/indicator.ts';
import { breaksOf, cellOf, formatObservation, isDoubtful, type MethodBreak, type PlacedValue, sourceOf } from '../../shared/core/observation.ts';
import type { ObservationStatus } from '../../shared/core/recognition.ts';

/** A count of inspectors as the report of `reportedYear` prints it for `year`. */
function printed(year: number, reportedYear: number, value: number | null, changes: Partial<PlacedValue> = {}): PlacedValue {
  const documentKind = changes.documentKind ?? 'ilab-report';
  return {
    indicator: 'enforcement.labor_inspectors', country: 'RUR', territory: null, year, reportedYear, status: value === null ? 'unknown' : 'value', value, unit: 'count',
    source: sourceOf(documentKind, year, reportedYear), documentId: `${documentKind}-${reportedYear}`, documentTitle: `Report ${reportedYear}`, documentKind,
    mark: null, note: null, page: 4, start: 1, end: 4, quote: 'Inspectors', confidence: 0.99, correction: null, ...changes,
  };
}

const corrected = (value: PlacedValue, changes: Partial<PlacedValue>): PlacedValue => ({ ...value, source: 'analyst', confidence: 1, correction: { id: 'c', reason: 'misread', author: 'Ana', madeAt: '2026' }, ...changes });

describe('a value is written as people write it', () => {
  it.each([
    [3.2, 'percent', '3.2%'],
    [102, 'percent', '102%'],
    [0, 'percent', '0%'],
    [79690, 'count', '79,690'],
    [0, 'count', '0'],
    [3_100_000, 'USD', '$3.1 million'],
    [2_461_328, 'USD', '$2,461,328'],
    [165_749, 'USD', '$165,749'],
    [2_110_932.6, 'USD', '$2,110,932.60'],
    [1_230_000_000, 'USD', '$1,230 million'],
    [18, 'years', '18'],
    [2014, 'text', '2014'],
    ['5-14', 'text', '5–14'],
    ['Up to grade 9', 'years', 'Up to grade 9'],
    [true, 'yes/no', 'Yes'],
    [false, 'yes/no', 'No'],
    [1.5, null, '1.5'],
  ])('%s %s is %s', (value, unit, words) => {
    expect(formatObservation({ status: 'value', value, unit })).toBe(words);
  });

  it('and what is no value is written out, each differently, and never as zero', () => {
    const statuses: ObservationStatus[] = ['unknown', 'not_applicable', 'unavailable', 'not_printed'];
    expect(statuses.map((status) => formatObservation({ status, value: null, unit: 'count' }))).toEqual(['Unknown', 'N/A', 'Unavailable', 'Not printed']);
    // A number left over beside another status is not shown.
    expect(formatObservation({ status: 'unknown', value: 0, unit: 'count' })).toBe('Unknown');
  });
});

describe('the sources of a cell', () => {
  it('stand side by side, the report of the year first', () => {
    const cell = cellOf(2019, [printed(2019, 2019, 250, { documentKind: 'ilab-dataset' }), printed(2019, 2020, 254), printed(2019, 2019, 254)], []);
    expect(cell.values.map(({ source }) => source)).toEqual(['report', 'restatement', 'data']);
    expect(cell).toMatchObject({ shown: 0, restated: null });
  });

  it('say when a later report prints another value, a first one, or none any more', () => {
    const restated = (before: PlacedValue, after: PlacedValue) => cellOf(2019, [after, before], []).restated;
    expect(restated(printed(2019, 2019, 33), printed(2019, 2020, 4))).toBe('changed');
    expect(restated(printed(2019, 2019, null), printed(2019, 2020, 4))).toBe('became-known');
    expect(restated(printed(2019, 2019, 4), printed(2019, 2020, null))).toBe('became-unknown');
    expect(restated(printed(2019, 2019, 4), printed(2019, 2020, 4))).toBeNull();
    expect(restated(printed(2019, 2019, null), printed(2019, 2020, null, { status: 'unavailable' }))).toBe('changed');
    // A blank cell says nothing, so it restates nothing.
    expect(restated(printed(2019, 2019, 4), printed(2019, 2020, null, { status: 'not_printed' }))).toBeNull();
    // The official data is another source, not a later report.
    expect(restated(printed(2019, 2019, 4), printed(2019, 2019, 5, { documentKind: 'ilab-dataset' }))).toBeNull();
  });

  it('show what a later report prints when the year has no report of its own', () => {
    const cell = cellOf(2019, [printed(2019, 2020, 254)], []);
    expect(cell.values[cell.shown]).toMatchObject({ source: 'restatement', value: 254 });
  });

  it('show a value before a blank, but Unknown before what another source knows', () => {
    const blank = cellOf(2019, [printed(2019, 2019, null, { status: 'not_printed' }), printed(2019, 2020, 254)], []);
    expect(blank.values[blank.shown]?.value).toBe(254);
    const unknown = cellOf(2019, [printed(2019, 2019, null), printed(2019, 2020, 254)], []);
    expect(unknown.values[unknown.shown]?.status).toBe('unknown');
  });

  it('show a correction instead of what it corrects, keep the original, and compare with it', () => {
    const original = printed(2019, 2019, 25);
    const cell = cellOf(2019, [original, printed(2019, 2020, 254), corrected(original, { value: 254 })], []);
    expect(cell.values.map(({ source, value }) => [source, value])).toEqual([['analyst', 254], ['report', 25], ['restatement', 254]]);
    expect(cell).toMatchObject({ shown: 0, restated: null });
  });

  it('a correction of a later report does not stand for the report of the year', () => {
    const later = printed(2019, 2020, 2540);
    const cell = cellOf(2019, [printed(2019, 2019, 254), later, corrected(later, { value: 254 })], []);
    expect(cell.values[cell.shown]).toMatchObject({ source: 'report', value: 254 });
    expect(cell.restated).toBeNull();
  });

  it('a correction to “not printed” hides what was misread', () => {
    const original = printed(2019, 2019, 25);
    const cell = cellOf(2019, [original, corrected(original, { status: 'not_printed', value: null })], []);
    expect(cell.values[cell.shown]).toMatchObject({ source: 'analyst', status: 'not_printed' });
  });
});

describe('breaks of method', () => {
  const breaks: MethodBreak[] = [{ year: 2016, indicators: ['legal_standards.*.meets'], name: 'The question changed', explanation: 'Not of the country.' }];

  it('belong to the indicators they name, and to no others', () => {
    expect(breaksOf('legal_standards.minimum_age_work.meets', breaks)).toHaveLength(1);
    for (const other of ['legal_standards.minimum_age_work.age', 'legal_standards.meets', 'x.legal_standards.minimum_age_work.meets', '']) expect(breaksOf(other, breaks)).toEqual([]);
  });

  it('are said at the first year of the new method only', () => {
    const values = [2015, 2016, 2017].map((year) => printed(year, year, 1));
    expect(cellsOf(values, [2015, 2016, 2017], breaks).map((cell) => cell?.methodBreak)).toEqual([null, 'Not of the country.', null]);
  });
});

describe('a matrix', () => {
  const nameOf = indicatorNames([
    { id: 'statistics', name: 'Children', indicators: [{ key: 's.share', name: 'Share', unit: 'percent' }] },
    { id: 'goods', name: 'Goods listed', prefix: 'goods.', indicators: [] },
    { id: 'enforcement', name: 'Enforcement', indicators: [{ key: 'e.b', name: 'Second by name, first by order', unit: 'count' }, { key: 'e.a', name: 'A', unit: 'count' }] },
  ]);

  it('has rows in the order of the groups, territories apart, and what no list knows at the end under its key', () => {
    const values = [
      printed(2020, 2020, 1, { indicator: 'mechanisms.a_new_one' }),
      printed(2020, 2020, 1, { indicator: 'goods.cotton_seed.child_labor' }),
      printed(2020, 2020, 1, { indicator: 'e.a' }),
      printed(2020, 2020, 1, { indicator: 'e.b', territory: 'Strelsau' }),
      printed(2020, 2020, 1, { indicator: 'e.b', territory: 'Hentzau' }),
      printed(2020, 2020, 1, { indicator: 's.share' }),
    ];
    const groups = matrixGroups(values, [2020], nameOf, []);
    expect(groups.map(({ name, rows }) => [name, rows.map((row) => [row.name, row.territory])])).toEqual([
      ['Children', [['Share', null]]],
      ['Enforcement', [['Second by name, first by order', 'Hentzau'], ['Second by name, first by order', 'Strelsau'], ['A', null]]],
      ['Goods listed', [['Cotton seed: child labor', null]]],
      ['Other values', [['Mechanisms: a new one', null]]],
    ]);
  });

  it('leaves empty what nobody says, drops rows without a value, and keeps a value without a year out', () => {
    const values = [printed(2018, 2018, 1, { indicator: 'e.a' }), printed(2020, 2020, 2, { indicator: 'e.a' }), printed(2018, 2018, 3, { indicator: 'e.b' }), printed(2020, 2020, 3, { indicator: 's.share', year: null })];
    expect(yearsOf(values)).toEqual([2018, 2020]);
    expect(yearsOf(values, [2020, 2021])).toEqual([2020]);
    const [group] = matrixGroups(values, [2020], nameOf, []);
    expect(group?.rows.map((row) => row.indicator)).toEqual(['e.a']);
    expect(matrixGroups([], [], nameOf, [])).toEqual([]);
  });
});

it('a value below the threshold of confidence is doubtful, one at it is not', () => {
  expect([0.79, 0.8, 1].map((confidence) => isDoubtful({ confidence }))).toEqual([true, false, false]);
});
