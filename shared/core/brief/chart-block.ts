// A chart in a brief: the drawing of an indicator of a country, and the table of its values with their citations. It is made anew from
// what the project knows each time; the block keeps only which chart is meant.

import { chartInWords, chartOf, keyOf, unitName } from '../chart.ts';
import { drawingOf } from '../chart-drawing.ts';
import { chartPicture } from '../chart-file.ts';
import type { MatrixRow } from '../indicator.ts';
import { formatObservation, type SourcedValue, sourceNames } from '../observation.ts';
import type { ChartBlock, ChartRow, ChartSpec, Citation } from './model.ts';

/** An indicator of a country over all years the project knows. */
export type ChartMaterial = { countryName: string; years: readonly number[]; /** Years of which the project holds an edition. */ editions: readonly number[]; row: MatrixRow };

/** Pixels; as wide as the text of a page is in print, at 96 to the inch. */
const width = 620;
const height = 280;

/** `cite` numbers the document a value stands in. Null when none of the years is known. */
export function chartBlock({ years: wanted }: ChartSpec, title: string, { countryName, years, editions, row }: ChartMaterial, cite: (value: SourcedValue) => Citation): ChartBlock | null {
  const kept = years.flatMap((year, column) => (wanted.length === 0 || wanted.includes(year) ? [column] : []));
  if (kept.length === 0) return null;
  const own: MatrixRow = { ...row, cells: kept.map((column) => row.cells[column] ?? null) };
  const chart = chartOf(own, kept.map((column) => years[column] ?? 0), editions);
  const drawing = drawingOf(chart, own.unit, width, height);
  const isDrawn = chart.kind !== 'words' && chart.points.length > 0;
  const name = title.trim() || [row.name, row.territory, countryName].filter(Boolean).join(', ');
  const description = `${name}. ${chartInWords(chart, own.unit)}.`;
  return {
    kind: 'chart',
    title: name,
    unit: unitName(own.unit),
    picture: isDrawn ? { ...chartPicture(drawing, description), drawing } : null,
    description,
    notes: isDrawn ? keyOf(chart, drawing.isCut) : [],
    rows: chart.years.flatMap((year, column): ChartRow[] => {
      const cell = own.cells[column];
      if (!cell || cell.values.length === 0) return [{ year, value: chart.gaps.find((gap) => gap.year === year)?.words ?? '', sources: [], isFirst: true }];
      // What is shown stands first; those who say the same stand with it, those who say otherwise below.
      const order = [cell.shown, ...[...cell.values.keys()].filter((index) => index !== cell.shown)].flatMap((index) => cell.values[index] ?? []);
      return [...Map.groupBy(order, (value) => `${formatObservation(value)}${value.mark ?? ''}`)].map(([value, own], at): ChartRow => ({ year, value, sources: own.map((each) => ({ name: sourceNames[each.source], citation: cite(each) })), isFirst: at === 0 }));
    }),
  };
}
