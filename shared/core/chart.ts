// An indicator of a country as a chart: which values are drawn as which series, where a line may be drawn, what stands in a gap, and the
// ticks of an axis. It places nothing on a screen (chart-drawing.ts does).

import type { MatrixRow } from './indicator.ts';
import { formatObservation, levelIndicator, restatementWords, sourceNames, type SourcedValue, statusWords } from './observation.ts';

/** line: numbers. steps: yes or no. levels: levels of advancement. words: nothing that can be drawn, such as "5–14". */
export type ChartKind = 'line' | 'steps' | 'levels' | 'words';

/** shown: what the matrix shows. data: the official data, where it is not itself what is shown. later: what a later report says instead. */
export type ChartSeriesId = 'shown' | 'data' | 'later';

export type ChartPoint = {
  year: number;
  series: ChartSeriesId;
  /** Yes is 1 and No 0; levels count from 1, "No", to 4, "Significant". */
  number: number;
  value: SourcedValue;
  /** It carries a mark, which often says that it covers a part of the year only: drawn hollow. */
  isMarked: boolean;
};

/** A year without a number, and what stands there in its place. */
export type ChartGap = { year: number; words: string; value: SourcedValue | null };

export type Chart = {
  kind: ChartKind;
  years: number[];
  points: ChartPoint[];
  gaps: ChartGap[];
  /** Pairs of points that a line joins: of one series, of years that follow one another, of one method. */
  joins: [ChartPoint, ChartPoint][];
  /** Years from which it is measured in another way; of the first year nothing comes before. */
  breaks: { year: number; explanation: string }[];
};

const unitNames: Readonly<Record<string, string>> = { count: 'Number', percent: 'Percent', USD: 'US dollars', years: 'Years' };

/** Above the axis; '' where the values say it themselves. */
export function unitName(unit: string | null): string {
  return unitNames[unit ?? ''] ?? '';
}

const levelNumbers: Readonly<Record<string, number>> = { No: 1, Minimal: 2, Moderate: 3, Significant: 4 };
export const levelNamesByNumber = ['No', 'Minimal', 'Moderate', 'Significant'] as const;

/** `editions` are the years of which the project holds an edition. */
export function chartOf(row: MatrixRow, years: readonly number[], editions: readonly number[]): Chart {
  const values = row.cells.flatMap((cell) => cell?.values ?? []).filter(({ status }) => status === 'value');
  const kind: ChartKind = row.indicator === levelIndicator ? 'levels' : values.some(({ value }) => typeof value === 'number') && row.unit !== 'text' ? 'line' : values.some(({ value }) => typeof value === 'boolean') ? 'steps' : 'words';
  const points: ChartPoint[] = [];
  const gaps: ChartGap[] = [];
  const breaks: Chart['breaks'] = [];
  for (const [column, year] of years.entries()) {
    const cell = row.cells[column] ?? null;
    if (cell?.methodBreak && column > 0) breaks.push({ year, explanation: cell.methodBreak });
    const shown = cell?.values[cell.shown] ?? null;
    const number = shown && numberIn(kind, shown);
    if (shown && number !== null) points.push(pointOf(year, 'shown', number, shown));
    else gaps.push({ year, words: gapWords(shown, editions.includes(year)), value: shown });
    for (const value of cell?.values ?? []) {
      const other = numberIn(kind, value);
      if (value === shown || other === null || (value.correction === null && cell?.values.some((each) => each.correction && each.documentId === value.documentId))) continue;
      if (value.source === 'data') points.push(pointOf(year, 'data', other, value));
      else if (other !== number) points.push(pointOf(year, 'later', other, value));
    }
  }
  return { kind, years: [...years], points, gaps, joins: joinsOf(points, breaks), breaks };
}

function pointOf(year: number, series: ChartSeriesId, number: number, value: SourcedValue): ChartPoint {
  return { year, series, number, value, isMarked: value.mark !== null };
}

/** Beyond it an axis would leave what a computer counts with; no statistic comes near. */
const largest = 1e300;

function numberIn(kind: ChartKind, { status, value }: SourcedValue): number | null {
  if (status !== 'value') return null;
  if (kind === 'line') return typeof value === 'number' && Math.abs(value) <= largest ? value : null;
  if (kind === 'steps') return typeof value === 'boolean' ? Number(value) : null;
  return kind === 'levels' && typeof value === 'string' ? (levelNumbers[value] ?? null) : null;
}

function gapWords(value: SourcedValue | null, hasEdition: boolean): string {
  if (value) return value.status === 'value' ? formatObservation(value) : statusWords[value.status];
  return hasEdition ? 'Not in the report' : 'No edition';
}

/** What a later report says is a remark on a point and is never joined. */
function joinsOf(points: readonly ChartPoint[], breaks: Chart['breaks']): [ChartPoint, ChartPoint][] {
  const broken = new Set(breaks.map(({ year }) => year));
  return (['shown', 'data'] as const).flatMap((series) => {
    const own = points.filter((point) => point.series === series);
    return own.slice(1).flatMap((point, index): [ChartPoint, ChartPoint][] => {
      const before = own[index];
      return before && point.year === before.year + 1 && !broken.has(point.year) ? [[before, point]] : [];
    });
  });
}

/** Round numbers (1, 2 or 5 times a power of ten apart) from at or below `low` to at or above `high`; about `wanted` of them. */
export function ticksOf(low: number, high: number, wanted: number): number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return [low];
  const rough = span / Math.max(1, wanted);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((each) => each * power >= rough) ?? 10);
  // Numbers at the end of what a computer holds have no round steps.
  if (!(step > 0)) return [low];
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  // Twelve digits take off what binary fractions add (0.30000000000000004).
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Where the axis of numbers begins and ends. It begins at zero unless all values lie in the upper half, where differences would not be seen. */
export function rangeOf(numbers: readonly number[]): { low: number; high: number } {
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  if (low < 0) return { low, high: Math.max(0, high) };
  if (high === 0) return { low: 0, high: 1 };
  if (low === high || low <= high / 2) return { low: 0, high };
  return { low, high };
}

/** "2017: 33, Printed report 2017, page 2; Later report: 40." One line a year, for a screen reader and for the point in hand. */
export function yearInWords(chart: Chart, row: MatrixRow, year: number): string {
  const gap = chart.gaps.find((each) => each.year === year);
  const parts = [
    ...(gap ? [gap.words] : []),
    ...chart.points.filter((point) => point.year === year).map(({ value }) => `${formatObservation(value)}${value.mark ? ' with a footnote' : ''}, ${sourceNames[value.source]}`),
  ];
  const cell = row.cells[chart.years.indexOf(year)];
  if (cell?.restated) parts.push(restatementWords[cell.restated]);
  if (chart.breaks.some((each) => each.year === year)) parts.push('measured in another way from here on');
  return `${year}: ${parts.join('; ')}`;
}

/** The documents a chart rests on, each once with its pages: "Fiji, 2018, pages 2, 4". */
export function sourcesOf(chart: Chart): string[] {
  return byDocument(chart).map(({ title, pages }) => `${title}${pages.length === 0 ? '' : `, ${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}`}`);
}

/** Their titles alone, where many charts rest on the same documents. */
export function documentsOf(chart: Chart): string[] {
  return byDocument(chart).map(({ title }) => title);
}

function byDocument({ points, gaps }: Chart): { title: string; pages: number[] }[] {
  const values = [...points, ...gaps].toSorted((one, other) => one.year - other.year).flatMap(({ value }) => (value ? [value] : []));
  return [...Map.groupBy(values, ({ documentId }) => documentId).values()].flatMap((own) => {
    const [first] = own;
    const pages = [...new Set(own.flatMap(({ page }) => (page === null ? [] : [page])))].toSorted((one, other) => one - other);
    return first ? [{ title: first.documentTitle, pages }] : [];
  });
}

/** What the chart shows, for who does not see it; the years follow one by one. */
export function chartInWords(chart: Chart, unit: string | null): string {
  const shown = chart.points.filter(({ series }) => series === 'shown');
  const written = (point: ChartPoint) => `${formatObservation({ ...point.value, unit: unit ?? point.value.unit })} in ${point.year}`;
  const [first, last] = [shown[0], shown.at(-1)];
  const parts = [shown.length === 1 ? '1 value' : `${shown.length} values`];
  if (first && last && first !== last) parts.push(`from ${written(first)} to ${written(last)}`);
  if (chart.kind === 'line' && shown.length > 2) {
    const sorted = shown.toSorted((one, other) => one.number - other.number);
    const [lowest, highest] = [sorted[0], sorted.at(-1)];
    if (lowest && highest) parts.push(`lowest ${written(lowest)}, highest ${written(highest)}`);
  }
  if (chart.gaps.length > 0) parts.push(`without a value: ${chart.gaps.map(({ year }) => year).join(', ')}`);
  if (chart.breaks.length > 0) parts.push(`measured in another way from ${chart.breaks.map(({ year }) => year).join(', ')} on`);
  return parts.join('; ');
}

/** What the marks of this chart mean: only those that it has. */
export function keyOf({ kind, points, breaks }: Chart, isCut: boolean): string[] {
  const has = (series: ChartSeriesId) => points.some((point) => point.series === series);
  return [
    ...(has('data') && kind !== 'levels' ? [kind === 'line' ? 'Square, dashed line: official data. Disc, full line: the value shown in the matrix.' : 'Square: official data. Disc: the value shown in the matrix.'] : []),
    ...(has('later') ? ['Triangle: what a later report says instead.'] : []),
    ...(points.some(({ isMarked }) => isMarked) ? [kind === 'levels' ? '*: given with a reason.' : 'Hollow disc: with a footnote, often of a part of the year only.'] : []),
    ...(breaks.length > 0 ? ['Dotted line: from here on measured in another way, which is no change of the country.'] : []),
    ...(isCut ? ['The axis does not begin at zero.'] : []),
  ];
}
