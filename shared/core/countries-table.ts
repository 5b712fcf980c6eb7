// One indicator over countries as tables that leave the program: as it is seen, and every value with its source.

import { type DataCell, type DataTable, writtenValue } from './data-table.ts';
import type { IndicatorMatrix } from './indicator.ts';
import { restatementWords, sourceNames, statusWords } from './observation.ts';

const column = (name: string) => ({ name });
const wide = (name: string) => ({ name, wide: true });

/** One row a country, one column a year; words where there is no number. */
export function countriesTable({ years, rows }: IndicatorMatrix): DataTable {
  return {
    name: 'Countries',
    columns: [wide('Country'), column('ISO code'), column('Territory'), ...years.map((year) => column(String(year)))],
    rows: rows.map((row): DataCell[] => [
      row.countryName, row.country, row.territory,
      ...row.cells.map((cell) => {
        const shown = cell?.values[cell.shown];
        return shown ? writtenValue(shown.status, shown.value) : null;
      }),
    ]),
  };
}

export function countriesSourcesTable({ indicator, name, rows }: IndicatorMatrix): DataTable {
  return {
    name: 'Sources',
    columns: [
      wide('Country'), column('ISO code'), column('Territory'), wide('Indicator'), column('Key'), column('Year'), column('Value'), column('Status'), column('Unit'), column('Shown'), column('Source'), column('Reported in'),
      wide('Document'), column('Page'), wide('Words'), column('Mark'), wide('Note'), wide('Restated'), wide('Method'), wide('Correction'), column('Corrected by'), column('Confidence'),
    ],
    rows: rows.flatMap((row) =>
      row.cells.flatMap((cell) =>
        (cell?.values ?? []).map((value, index): DataCell[] => [
          row.countryName, row.country, row.territory, name, indicator, cell?.year ?? null, writtenValue(value.status, value.value), value.status === 'value' ? 'Value' : statusWords[value.status], value.unit, index === cell?.shown, sourceNames[value.source], value.reportedYear,
          value.documentTitle, value.page, value.quote, value.mark, value.note, cell?.restated ? restatementWords[cell.restated] : null, cell?.methodBreak ?? null, value.correction?.reason ?? null, value.correction?.author ?? null, value.confidence,
        ]),
      ),
    ),
  };
}
