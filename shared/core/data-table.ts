// Tables that leave the program as files of data: the pairs of a comparison and the indicators of a country, every line with its source.

import { differenceWords, pairsOf } from './comparison-pairs.ts';
import type { Comparison } from './comparison.ts';
import { contradictionsOf } from './contradiction.ts';
import type { Matrix } from './indicator.ts';
import { restatementWords, sourceNames, statusWords } from './observation.ts';

export type DataCell = string | number | boolean | null;
/** `wide` columns hold sentences. */
export type DataTable = { name: string; columns: { name: string; wide?: boolean }[]; rows: DataCell[][] };

const column = (name: string) => ({ name });
const wide = (name: string) => ({ name, wide: true });

export function pairsTable(comparison: Comparison): DataTable {
  const fileOf = new Map(comparison.columns.map(({ documentId, title }) => [documentId, title]));
  const side = (each: ReturnType<typeof pairsOf>[number]['old']): DataCell[] => (each ? [each.year, fileOf.get(each.document) ?? '', each.page, each.start, each.end, each.quote] : [null, null, null, null, null, null]);
  return {
    name: 'Pairs',
    columns: [
      column('Class'), column('Confidence'), column('Numbers only'), wide('Section'),
      column('Old year'), wide('Old document'), column('Old page'), column('Old start'), column('Old end'), wide('Old words'),
      column('New year'), wide('New document'), column('New page'), column('New start'), column('New end'), wide('New words'), wide('Differences'),
    ],
    rows: pairsOf(comparison).map((pair) => [pair.class, Math.round(pair.confidence * 1000) / 1000, pair.numbersOnly, pair.section, ...side(pair.old), ...side(pair.new), pair.diff.length > 0 ? differenceWords(pair) : null]),
  };
}

/** The matrix as it is seen: one row an indicator, one column a year, words where there is no number. */
export function matrixTable({ years, groups }: Matrix): DataTable {
  return {
    name: 'Indicators',
    columns: [wide('Group'), wide('Indicator'), column('Key'), column('Territory'), column('Unit'), ...years.map((year) => column(String(year)))],
    rows: groups.flatMap((group) =>
      group.rows.map((row): DataCell[] => [
        group.name, row.name, row.indicator, row.territory, row.unit,
        ...row.cells.map((cell) => {
          const shown = cell?.values[cell.shown];
          return shown ? writtenValue(shown.status, shown.value) : null;
        }),
      ]),
    ),
  };
}

/** Every value of every source with its place: what the matrix is made of. */
export function matrixSourcesTable(matrix: Matrix): DataTable {
  const keyOf = (indicator: string, territory: string | null, year: number | undefined, documentId: string) => [indicator, territory ?? '', year, documentId].join(' ');
  const contradicted = new Set(contradictionsOf(matrix).flatMap(({ indicator, territory, year, sides }) => sides.map((value) => keyOf(indicator, territory, year, value.documentId))));
  return {
    name: 'Sources',
    columns: [
      wide('Indicator'), column('Key'), column('Territory'), column('Year'), column('Value'), column('Status'), column('Unit'), column('Shown'), column('Source'), column('Reported in'), wide('Document'), column('Page'),
      wide('Words'), column('Mark'), wide('Note'), wide('Restated'), column('Contradicted'), wide('Method'), wide('Correction'), column('Corrected by'), column('Confidence'),
    ],
    rows: matrix.groups.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.cells.flatMap((cell) =>
          (cell?.values ?? []).map((value, index): DataCell[] => [
            row.name, row.indicator, row.territory, cell?.year ?? null, writtenValue(value.status, value.value), value.status === 'value' ? 'Value' : statusWords[value.status], value.unit, index === cell?.shown, sourceNames[value.source],
            value.reportedYear, value.documentTitle, value.page, value.quote, value.mark, value.note, cell?.restated ? restatementWords[cell.restated] : null,
            contradicted.has(keyOf(row.indicator, row.territory, cell?.year, value.documentId)), cell?.methodBreak ?? null, value.correction?.reason ?? null, value.correction?.author ?? null, value.confidence,
          ]),
        ),
      ),
    ),
  };
}

/** What is no value stays a word: Unknown is not zero, and no empty cell either. */
export function writtenValue(status: keyof typeof statusWords | 'value', value: DataCell): DataCell {
  if (status !== 'value') return statusWords[status];
  return typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value;
}
