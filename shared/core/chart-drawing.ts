// A chart as marks at places: the same drawing is shown on the screen and written to a file. Lengths are pixels from the upper left corner;
// colours are named by what they mean and chosen by whoever draws.

import { type Chart, type ChartPoint, levelNamesByNumber, rangeOf, ticksOf } from './chart.ts';
import { formatObservation } from './observation.ts';

export const chartTones = ['ink', 'faint', 'grid', 'gap', 'break', 'shown', 'data', 'later', 'level-1', 'level-2', 'level-3', 'level-4'] as const;
export type ChartTone = (typeof chartTones)[number];

export type ChartShape =
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number; tone: ChartTone; isDashed?: true }
  | { kind: 'box'; x: number; y: number; width: number; height: number; tone: ChartTone }
  /** Centred at x and y. Hollow marks show the ground. */
  | { kind: 'mark'; form: 'disc' | 'square' | 'triangle'; x: number; y: number; tone: ChartTone; isHollow: boolean }
  /** `isTurned`: read from below upwards. x is the anchor, y the baseline. */
  | { kind: 'text'; x: number; y: number; words: string; tone: ChartTone; anchor: 'start' | 'middle' | 'end'; isTurned?: true };

/** The column of a year: what is pointed at and walked by keys. */
export type ChartColumn = { year: number; x: number; width: number };
export type ChartDrawing = { width: number; height: number; shapes: ChartShape[]; columns: ChartColumn[]; top: number; bottom: number; /** The axis begins above zero. */ isCut: boolean };

const top = 26;
const below = 26;
const right = 12;
/** Of a letter at the size of a label, on average. */
const letterWidth = 6.2;
/** From the middle of a letter to its baseline. */
const baseline = 4;
const barShare = 0.62;
/** Below this height a drawing is one of many: it has the series shown, and the large one says the rest. */
const leastWhole = 200;

export function drawingOf(whole: Chart, unit: string | null, width: number, height: number): ChartDrawing {
  const isSmall = height < leastWhole;
  const chart = isSmall ? { ...whole, points: whole.points.filter(({ series }) => series === 'shown'), joins: whole.joins.filter(([, to]) => to.series === 'shown') } : whole;
  const bottom = height - below;
  const scale = scaleOf(chart, unit, Math.max(2, Math.round((bottom - top) / 56)));
  // A number of a hundred digits must not push the chart off its frame.
  const left = Math.min(width / 3, 10 + Math.max(...scale.labels.map(({ words }) => words.length)) * letterWidth);
  const [first = 0, last = first] = [chart.years[0], chart.years.at(-1)];
  const column = (width - left - right) / (last - first + 1);
  const x = (year: number) => round(left + (year - first + 0.5) * column);
  const y = (number: number) => {
    const share = (number - scale.low) / (scale.high - scale.low);
    // Numbers too far apart, or too near, for an axis stand in its middle.
    return round(bottom - (Number.isFinite(share) ? Math.min(1, Math.max(0, share)) : 0.5) * (bottom - top));
  };
  const shapes: ChartShape[] = scale.labels.flatMap(({ number, words }): ChartShape[] => [
    { kind: 'line', x1: left, y1: y(number), x2: width - right, y2: y(number), tone: 'grid' },
    { kind: 'text', x: left - 6, y: y(number) + baseline, words, tone: 'faint', anchor: 'end' },
  ]);
  shapes.push(...yearLabels(chart.years, x, column, height - 8), ...gapShapes(chart, x, column, bottom), ...breakShapes(chart, (year) => round(x(year) - column / 2), column, bottom));
  if (chart.kind === 'levels') shapes.push(...levelBars(chart, x, y, column, bottom));
  else shapes.push(...joinShapes(chart, x, y, column), ...markShapes(chart, x, y), ...(chart.kind === 'line' && !isSmall ? valueLabels(chart, x, y, column, bottom, unit) : []));
  return { width, height, shapes, columns: chart.years.map((year) => ({ year, x: round(x(year) - column / 2), width: round(column) })), top, bottom, isCut: chart.kind === 'line' && scale.low > 0 };
}

type Scale = { low: number; high: number; labels: { number: number; words: string }[] };

function scaleOf(chart: Chart, unit: string | null, wanted: number): Scale {
  if (chart.kind === 'levels') return { low: 0, high: 4, labels: levelNamesByNumber.map((words, index) => ({ number: index + 1, words })) };
  if (chart.kind === 'steps') return { low: -0.35, high: 1.35, labels: [{ number: 0, words: 'No' }, { number: 1, words: 'Yes' }] };
  const numbers = chart.points.map(({ number }) => number);
  const { low, high } = numbers.length === 0 ? { low: 0, high: 1 } : rangeOf(numbers);
  const ticks = ticksOf(low, high, wanted);
  return { low: ticks[0] ?? 0, high: ticks.at(-1) ?? 1, labels: ticks.map((number) => ({ number, words: formatObservation({ status: 'value', value: number, unit }) })) };
}

/** As many years as have room, counted back from the newest. */
function yearLabels(years: readonly number[], x: (year: number) => number, column: number, at: number): ChartShape[] {
  const every = Math.max(1, Math.ceil((5 * letterWidth) / column));
  const last = years.at(-1) ?? 0;
  return years.filter((year) => (last - year) % every === 0).map((year) => ({ kind: 'text', x: x(year), y: at, words: String(year), tone: 'ink', anchor: 'middle' }));
}

/** A gap is a strip with its word as far as that has room: what is unknown is no empty place. */
function gapShapes({ gaps }: Chart, x: (year: number) => number, column: number, bottom: number): ChartShape[] {
  const width = round(Math.min(column * 0.8, 22));
  return gaps.flatMap(({ year, words }): ChartShape[] => [
    { kind: 'box', x: round(x(year) - width / 2), y: top, width, height: bottom - top, tone: 'gap' },
    ...(words.length * letterWidth + 16 <= bottom - top ? [{ kind: 'text', x: x(year) + baseline, y: bottom - 8, words, tone: 'faint', anchor: 'start', isTurned: true } as const] : []),
  ]);
}

/** The line stands between the year and the one before; its year is read off the axis. */
function breakShapes({ breaks }: Chart, edge: (year: number) => number, column: number, bottom: number): ChartShape[] {
  const words = ['new method', 'method', ''].find((each) => each.length * letterWidth + 8 <= column) ?? '';
  return breaks.flatMap(({ year }): ChartShape[] => [
    { kind: 'line', x1: edge(year), y1: top - 12, x2: edge(year), y2: bottom, tone: 'break', isDashed: true },
    { kind: 'text', x: edge(year) + 4, y: top - 14, words, tone: 'faint', anchor: 'start' },
  ]);
}

/** The level of a year as a bar of its height. One that is given with a reason, or by two sources differently, has a mark. */
function levelBars({ points }: Chart, x: (year: number) => number, y: (number: number) => number, column: number, bottom: number): ChartShape[] {
  const width = round(column * barShare);
  const tones: ChartTone[] = ['level-1', 'level-2', 'level-3', 'level-4'];
  return points.flatMap((point): ChartShape[] => {
    const at = y(point.number);
    if (point.series === 'data') return points.some((other) => other.series === 'shown' && other.year === point.year && other.number === point.number) ? [] : [{ kind: 'mark', form: 'square', x: x(point.year), y: at, tone: 'data', isHollow: true }];
    if (point.series === 'later') return [{ kind: 'mark', form: 'triangle', x: x(point.year), y: at, tone: 'later', isHollow: true }];
    const bar: ChartShape = { kind: 'box', x: round(x(point.year) - width / 2), y: at, width, height: round(bottom - at), tone: tones[point.number - 1] ?? 'level-1' };
    const mark: ChartShape[] = point.isMarked ? [{ kind: 'text', x: x(point.year), y: at - 3, words: '*', tone: 'ink', anchor: 'middle' }] : [];
    return [bar, ...mark];
  });
}

/** A line from point to point; of yes and no a step at the border of the two years. */
function joinShapes({ kind, points, joins }: Chart, x: (year: number) => number, y: (number: number) => number, column: number): ChartShape[] {
  const dash = (point: ChartPoint) => (point.series === 'data' ? ({ isDashed: true } as const) : {});
  if (kind === 'line') return joins.map(([from, to]) => ({ kind: 'line', x1: x(from.year), y1: y(from.number), x2: x(to.year), y2: y(to.number), tone: to.series, ...dash(to) }));
  const treads = points.filter(({ series }) => series === 'shown').map((point): ChartShape => ({ kind: 'line', x1: round(x(point.year) - column / 2), y1: y(point.number), x2: round(x(point.year) + column / 2), y2: y(point.number), tone: 'shown' }));
  const risers = joins.filter(([from, to]) => to.series === 'shown' && from.number !== to.number).map(([from, to]): ChartShape => ({ kind: 'line', x1: round(x(to.year) - column / 2), y1: y(from.number), x2: round(x(to.year) - column / 2), y2: y(to.number), tone: 'shown' }));
  return [...treads, ...risers];
}

const forms = { shown: 'disc', data: 'square', later: 'triangle' } as const;

/** The official data lies around the printed value as a larger hollow square: where both agree one sees a disc in a square. */
function markShapes({ points }: Chart, x: (year: number) => number, y: (number: number) => number): ChartShape[] {
  const order = { data: 0, shown: 1, later: 2 } as const;
  return points.toSorted((one, other) => order[one.series] - order[other.series]).map((point) => ({ kind: 'mark', form: forms[point.series], x: x(point.year), y: y(point.number), tone: point.series, isHollow: point.isMarked || point.series !== 'shown' }));
}

/** Values are written at their points when all of them have room; else the table beside says them. */
function valueLabels({ points, joins }: Chart, x: (year: number) => number, y: (number: number) => number, column: number, bottom: number, unit: string | null): ChartShape[] {
  const labels = points.filter(({ series }) => series === 'shown').map((point) => ({ point, words: formatObservation({ status: 'value', value: point.number, unit }) + (point.value.mark ?? '') }));
  if (labels.some(({ words }) => words.length * letterWidth > column)) return [];
  return labels.map(({ point, words }) => {
    const beside = joins.filter(([, to]) => to.series === 'shown').flatMap(([from, to]) => (from === point ? [to.number] : to === point ? [from.number] : []));
    // On the side from which the lines do not come, unless it would run into the years of the axis.
    const isBelow = beside.length > 0 && beside.reduce((sum, number) => sum + number, 0) / beside.length > point.number && y(point.number) + 24 < bottom;
    return { kind: 'text', x: x(point.year), y: y(point.number) + (isBelow ? 20 : -10), words, tone: 'ink', anchor: 'middle' };
  });
}

/** A tenth of a pixel is finer than is seen, and keeps files short. */
function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
