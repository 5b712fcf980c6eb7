import { describe, expect, it } from 'vitest';
import { contradictionsOf } from '../../shared/core/contradiction.ts';
import type { MatrixRow } from '../../shared/core/indicator.ts';
import type { SourcedValue } from '../../shared/core/observation.ts';

const said = (documentId: string, source: SourcedValue['source'], value: SourcedValue['value'], more: Partial<SourcedValue> = {}): SourcedValue => ({
  status: value === null ? 'unknown' : 'value', value, unit: 'count', source, documentId, documentTitle: documentId, documentKind: source === 'data' ? 'ilab-dataset' : 'ilab-report', reportedYear: 2020, mark: null, note: null,
  page: null, start: null, end: null, quote: '', confidence: 1, correction: null, ...more,
});

function row(unit: string, ...values: SourcedValue[]): { groups: [{ id: string; name: string; rows: MatrixRow[] }] } {
  return { groups: [{ id: 'g', name: 'Group', rows: [{ indicator: 'a.count', name: 'Boats', unit, territory: null, cells: [{ year: 2020, shown: 0, values, restated: null, methodBreak: null }, null] }] }] };
}

const sides = (matrix: ReturnType<typeof row>) => contradictionsOf(matrix).map((each) => each.sides.map(({ documentId }) => documentId).join('/'));

describe('a contradiction', () => {
  it('is two sources with different values for one year', () => {
    expect(contradictionsOf(row('count', said('report', 'report', 12), said('file', 'data', 13)))).toMatchObject([{ indicator: 'a.count', name: 'Boats', year: 2020, key: 'a.count  2020 report file', sides: [{ value: 12 }, { value: 13 }] }]);
    expect(sides(row('yes/no', said('report', 'report', true), said('file', 'data', false)))).toEqual(['report/file']);
    expect(sides(row('count', said('report', 'report', null), said('file', 'data', 0)))).toEqual(['report/file']);
    expect(sides(row('text', said('report', 'report', '5 to 14'), said('file', 'data', '6 to 14')))).toEqual(['report/file']);
  });

  it('is found between two documents of one kind and year, each against the one that is shown', () => {
    expect(sides(row('count', said('first', 'report', 12), said('second', 'report', 12), said('third', 'report', 14), said('file', 'data', 15)))).toEqual(['first/third', 'first/file']);
  });

  it('is not what a later report restates, what is not printed, or what the analyst settled', () => {
    expect(sides(row('count', said('report', 'report', 12), said('next', 'restatement', 13)))).toEqual([]);
    expect(sides(row('count', said('report', 'report', 12), said('file', 'data', null, { status: 'not_printed' })))).toEqual([]);
    const correction = { id: 'c', reason: 'Misprint.', author: 'A', madeAt: '2026-01-01' };
    expect(sides(row('count', said('report', 'analyst', 13, { correction }), said('report', 'report', 12), said('file', 'data', 13)))).toEqual([]);
    expect(sides(row('count', said('report', 'analyst', 14, { correction }), said('report', 'report', 12), said('file', 'data', 13)))).toEqual(['report/file']);
  });

  it('is not another way to write the same: decimals of a percentage, dashes, case', () => {
    expect(sides(row('percent', said('report', 'report', 3.2), said('file', 'data', 3.1942)))).toEqual([]);
    expect(sides(row('percent', said('report', 'report', 3.2), said('file', 'data', 3.4)))).toEqual(['report/file']);
    expect(sides(row('text', said('report', 'report', '5–14'), said('file', 'data', '5-14')))).toEqual([]);
    expect(sides(row('text', said('report', 'report', 'Minimal'), said('file', 'data', 'MINIMAL')))).toEqual([]);
  });

  it('needs two documents', () => {
    expect(contradictionsOf({ groups: [] })).toEqual([]);
    expect(sides(row('count'))).toEqual([]);
    expect(sides(row('count', said('report', 'report', 12), said('report', 'report', 13)))).toEqual([]);
  });
});
