import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chart, chartInWords, chartOf, keyOf, rangeOf, sourcesOf, ticksOf, yearInWords } from '../../shared/core/chart.ts';
import { type ChartColours, chartSvg } from '../../shared/core/chart-file.ts';
import { chartTones, drawingOf } from '../../shared/core/chart-drawing.ts';
import type { MatrixRow } from '../../shared/core/indicator.ts';
import { cellOf, type MethodBreak, observationStatuses, type PlacedValue } from '../../shared/core/observation.ts';
import { hostileText } from '../support/hostile.ts';

function valueOf(year: number, changes: Partial<PlacedValue> = {}): PlacedValue {
  return {
    indicator: 'a.b', country: 'FJI', territory: null, year, reportedYear: year, status: 'value', value: 10, unit: 'count', mark: null, note: null, page: 2, start: 1, end: 3, quote: '10', confidence: 1, source: 'report', documentId: `report ${year}`,
    documentTitle: `Fiji ${year}`, documentKind: 'ilab-report', correction: null, ...changes,
  };
}

function rowOf(values: readonly PlacedValue[], years: readonly number[], breaks: readonly MethodBreak[] = [], changes: Partial<MatrixRow> = {}): MatrixRow {
  const byYear = Map.groupBy(values, ({ year }) => year);
  return { indicator: 'a.b', name: 'Boats', unit: 'count', territory: null, cells: years.map((year) => (byYear.has(year) ? cellOf(year, byYear.get(year) ?? [], breaks) : null)), ...changes };
}

const breakIn = (year: number): MethodBreak => ({ year, indicators: ['a.b'], name: 'New', explanation: 'It is counted anew.' });
const joined = (chart: Chart) => chart.joins.map(([from, to]) => [from.series, from.year, to.year]);

const plain = Object.fromEntries([...chartTones, 'paper'].map((tone) => [tone, '#123456'])) as ChartColours;
const caption = { title: 'Boats, Fiji', unit: 'Number', key: [], sources: ['Fiji 2018, page 2'] };

describe('the chart of an indicator', () => {
  it('draws no line over a year without a value, over a year that is not there, or over a change of method', () => {
    const years = [2014, 2015, 2016, 2017, 2018, 2020];
    const row = rowOf([valueOf(2014), valueOf(2015), valueOf(2016, { status: 'unknown', value: null }), valueOf(2017), valueOf(2018), valueOf(2020)], years, [breakIn(2018)]);
    const chart = chartOf(row, years, years);
    expect(joined(chart)).toEqual([['shown', 2014, 2015]]);
    expect(chart.gaps.map(({ year, words }) => [year, words])).toEqual([[2016, 'Unknown']]);
    expect(chart.breaks).toEqual([{ year: 2018, explanation: 'It is counted anew.' }]);
    expect(chartInWords(chart, 'count')).toBe('5 values; from 10 in 2014 to 10 in 2020; lowest 10 in 2014, highest 10 in 2020; without a value: 2016; measured in another way from 2018 on');
  });

  it('keeps two sources as two series, and what a later report says as a remark that no line joins', () => {
    const years = [2017, 2018];
    const values = years.flatMap((year) => [valueOf(year, { value: year }), valueOf(year, { source: 'data', documentId: `data ${year}`, documentKind: 'ilab-dataset', value: year + 1 })]);
    const row = rowOf([...values, valueOf(2017, { source: 'restatement', reportedYear: 2018, documentId: 'report 2018', value: 40, mark: '†' }), valueOf(2018, { source: 'restatement', reportedYear: 2019, documentId: 'report 2019', value: 2018 })], years);
    const chart = chartOf(row, years, years);
    expect(chart.points.map(({ series, year, number, isMarked }) => [series, year, number, isMarked])).toEqual([['shown', 2017, 2017, false], ['later', 2017, 40, true], ['data', 2017, 2018, false], ['shown', 2018, 2018, false], ['data', 2018, 2019, false]]);
    expect(joined(chart)).toEqual([['shown', 2017, 2018], ['data', 2017, 2018]]);
    expect(yearInWords(chart, row, 2017)).toBe('2017: 2,017, Printed report; 40 with a footnote, Later report; 2,018, Official data; restated by a later report');
    expect(keyOf(chart, false)).toEqual([expect.stringContaining('official data'), expect.stringContaining('later report'), expect.stringContaining('footnote')]);
  });

  it('shows yes and no as steps, levels in their order, and words not at all', () => {
    const years = [2017, 2018];
    const kindOf = (value: boolean | string | number, changes: Partial<MatrixRow> = {}) => chartOf(rowOf(years.map((year) => valueOf(year, { value })), years, [], changes), years, years);
    expect(kindOf(true, { unit: 'yes/no' })).toMatchObject({ kind: 'steps', points: [{ number: 1 }, { number: 1 }] });
    expect(kindOf('Moderate', { indicator: 'advancement_level.level', unit: 'text' })).toMatchObject({ kind: 'levels', points: [{ number: 3 }, { number: 3 }] });
    expect(kindOf('No assessment', { indicator: 'advancement_level.level', unit: 'text' })).toMatchObject({ points: [], gaps: [{ words: 'No assessment' }, { words: 'No assessment' }] });
    expect(kindOf('5-14', { unit: 'text' })).toMatchObject({ kind: 'words', points: [] });
  });

  it('names its documents once, with their pages', () => {
    const years = [2017, 2018];
    const row = rowOf([valueOf(2017, { documentId: 'one', page: 4 }), valueOf(2018, { documentId: 'one', documentTitle: 'Fiji 2017', page: 2 })], years);
    expect(sourcesOf(chartOf(row, years, years))).toEqual(['Fiji 2017, pages 2, 4']);
  });

  it('has every year exactly once as a value or a gap, joins only neighbours, and draws inside its frame, whatever the values are', () => {
    const anyValue = fc.record({
      year: fc.integer({ min: 2010, max: 2022 }),
      status: fc.constantFrom(...observationStatuses),
      value: fc.oneof(fc.double(), fc.constantFrom(5e-324, 1e308, -1e308, 0), fc.boolean(), fc.string(), fc.constant(null)),
      source: fc.constantFrom('report' as const, 'restatement' as const, 'data' as const, 'other' as const),
      mark: fc.option(fc.constant('†')),
    });
    fc.assert(
      fc.property(fc.array(anyValue, { maxLength: 30 }), fc.uniqueArray(fc.integer({ min: 2010, max: 2022 }), { minLength: 1 }), fc.integer({ min: 200, max: 1200 }), (values, someYears, width) => {
        const years = someYears.toSorted((one, other) => one - other);
        const own = values.filter(({ year }) => years.includes(year)).map((value, index) => valueOf(value.year, { ...value, documentId: String(index) }));
        const chart = chartOf(rowOf(own, years, [breakIn(2016)]), years, [2018]);
        const told = [...chart.gaps.map(({ year }) => year), ...chart.points.filter(({ series }) => series === 'shown').map(({ year }) => year)];
        expect(told.toSorted((one, other) => one - other)).toEqual(years);
        for (const [from, to] of chart.joins) expect([to.year - from.year, to.series, chart.breaks.some(({ year }) => year === to.year)]).toEqual([1, from.series, false]);
        const drawing = drawingOf(chart, 'count', width, 320);
        for (const shape of drawing.shapes.filter(({ kind }) => kind === 'mark')) {
          if (shape.kind !== 'mark') continue;
          expect(shape.x).toBeLessThanOrEqual(width);
          expect(shape.y).toBeGreaterThanOrEqual(drawing.top - 0.1);
          expect(shape.y).toBeLessThanOrEqual(drawing.bottom + 0.1);
        }
        expect(chartSvg(drawing, caption, plain).svg).not.toMatch(/NaN|Infinity|undefined/u);
      }),
    );
  });
});

describe('the axis of numbers', () => {
  it('has round ticks that hold all values', () => {
    expect(ticksOf(0, 320, 5)).toEqual([0, 100, 200, 300, 400]);
    expect(ticksOf(0, 0.3, 3)).toEqual([0, 0.1, 0.2, 0.3]);
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.double({ min: 1e-3, max: 1e12, noNaN: true }), fc.integer({ min: 2, max: 10 }), (low, span, wanted) => {
        const ticks = ticksOf(low, low + span, wanted);
        // A part in a thousand million: what the rounding of ticks may take away.
        const slack = (Math.abs(low) + span) * 1e-9;
        expect(ticks[0]).toBeLessThanOrEqual(low + slack);
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(low + span - slack);
        expect(ticks.length).toBeLessThanOrEqual(wanted + 3);
      }),
    );
  });

  it('begins at zero unless all values lie in the upper half', () => {
    expect(rangeOf([3, 10])).toEqual({ low: 0, high: 10 });
    expect(rangeOf([254, 320])).toEqual({ low: 254, high: 320 });
    expect(rangeOf([7])).toEqual({ low: 0, high: 7 });
    expect(rangeOf([0, 0])).toEqual({ low: 0, high: 1 });
    expect(rangeOf([-5, 5])).toEqual({ low: -5, high: 5 });
  });
});

describe('the file of a chart', () => {
  const years = [2017, 2018];
  const drawing = drawingOf(chartOf(rowOf(years.map((year) => valueOf(year, { value: year - 2000 })), years), years, years), 'count', 720, 320);

  it('stands by itself: title, unit and source inside, nothing to load, no script', () => {
    const { svg, height } = chartSvg(drawing, caption, plain);
    for (const words of ['>Boats, Fiji<', '>Number<', '>Source: Fiji 2018, page 2.<', '>2017<', '>18<']) expect(svg).toContain(words);
    expect(svg).not.toMatch(/href|url\(|<style|<script|class=/u);
    expect(height).toBeGreaterThan(320);
  });

  it('takes any title, and counts documents beyond six', () => {
    for (const title of [...hostileText, '<script>alert(1)</script>', 'a'.repeat(5000), '\u0000\ud800', '']) {
      const { svg } = chartSvg(drawing, { ...caption, title, sources: Array.from({ length: 40 }, (_, index) => `Report ${index}`) }, plain);
      for (const forbidden of ['<script', '\u0000', '\ud800']) expect(svg).not.toContain(forbidden);
      expect(svg).toContain('35 more documents');
    }
  });
});
