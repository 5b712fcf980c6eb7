// A small chart of a row's numbers at its end. It says nothing that the cells do not say, so it is hidden from screen readers.

import type { MatrixRow } from '../../../shared/core/indicator.ts';
import { shownNumber } from './indicator-place.ts';

/** Pixels. */
const width = 76;
const height = 16;
const margin = 2;

/** Lines join years that follow one another and are measured in the same way; what is unknown leaves a gap. */
export function Sparkline({ row, years }: { row: MatrixRow; years: readonly number[] }) {
  const points = years.map((year, column) => ({ year, value: shownNumber(row, column), breaks: Boolean(row.cells[column]?.methodBreak) }));
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length < 2) return null;
  const [first = 0, last = 1] = [years[0], years.at(-1)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (year: number) => margin + ((year - first) / Math.max(1, last - first)) * (width - 2 * margin);
  const y = (value: number) => (high === low ? height / 2 : height - margin - ((value - low) / (high - low)) * (height - 2 * margin));
  const lines = points.slice(1).flatMap((point, index) => {
    const before = points[index];
    return before && before.value !== null && point.value !== null && !point.breaks && point.year === before.year + 1 ? [{ year: point.year, x1: x(before.year), y1: y(before.value), x2: x(point.year), y2: y(point.value) }] : [];
  });
  return (
    <svg className="sparkline" width={width} height={height} aria-hidden>
      {lines.map(({ year, ...ends }) => (
        <line key={year} {...ends} />
      ))}
      {points.map(({ year, value }) => value !== null && <circle key={year} cx={x(year)} cy={y(value)} r={1.75} />)}
    </svg>
  );
}
