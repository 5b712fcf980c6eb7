// Countries down, years across, the change since a year at the end: sorted by any of them. Each value leads to its words.

import { useMemo } from 'react';
import { changeBetween, numberOf, shownOf } from '../../../../shared/core/country-ranking.ts';
import type { IndicatorMatrix } from '../../../../shared/core/indicator.ts';
import { formatObservation } from '../../../../shared/core/observation.ts';
import { ObservedValue, placeLink, RestatedSign } from '../../../components/data-card/observed-value.tsx';
import { type Column, DataGrid } from '../../../components/data-grid.tsx';
import { navigate } from '../../../routes.ts';
import { changeWords } from '../change-words.ts';
import type { CountryEntry } from './country-entry.ts';

type CountryGridProps = { matrix: IndicatorMatrix; entries: readonly CountryEntry[]; year: number; since: number | null; selected: string | null; onSelect: (id: string) => void };

export function CountryGrid({ matrix, entries, year, since, selected, onSelect }: CountryGridProps) {
  const columns = useMemo(() => columnsOf(matrix, year, since), [matrix, year, since]);
  const chosen = useMemo(() => new Set(selected === null ? [] : [selected]), [selected]);
  const open = (entry: CountryEntry) => {
    const value = shownOf(entry.row, matrix.years.indexOf(year));
    if (value) navigate(placeLink(value));
  };
  const choose = (ids: ReadonlySet<string>) => {
    // One country is in hand: of several the one that came last.
    const id = [...ids].at(-1);
    if (id !== undefined) onSelect(id);
  };
  return <DataGrid label={`${matrix.name} across countries`} name="countries" rows={entries} rowId={(entry) => entry.id} columns={columns} defaultSort="country" selected={chosen} onSelect={choose} onOpen={open} typeAhead={(entry) => entry.name} />;
}

function columnsOf(matrix: IndicatorMatrix, year: number, since: number | null): Column<CountryEntry>[] {
  const { years, breaks } = matrix;
  return [
    { id: 'country', label: 'Country', width: 170, isFlexible: true, cell: ({ name }) => name, title: ({ name, region }) => [name, region].filter(Boolean).join(', '), compare: (left, right) => left.name.localeCompare(right.name, 'en') },
    ...years.map((each, column): Column<CountryEntry> => ({
      id: String(each),
      // The dotted line of a change of method, as in the matrix.
      label: breaks.some((one) => one.year === each) && column > 0 ? `┆ ${each}` : String(each),
      width: 96,
      align: 'end',
      cell: ({ row }) => <CountryCell row={row} column={column} />,
      title: ({ row }) => titleOf(row, column, each),
      compare: (left, right) => (numberOf(left.row, column) ?? 0) - (numberOf(right.row, column) ?? 0) || wordsOf(left.row, column).localeCompare(wordsOf(right.row, column), 'en'),
      isUnknown: ({ row }) => shownOf(row, column)?.status !== 'value',
    })),
    ...(since === null
      ? []
      : [
          {
            id: 'change',
            label: `${since}–${year}`,
            width: 104,
            align: 'end',
            cell: ({ row }) => changeIn(matrix, row, since, year),
            title: () => `Change from ${since} to ${year}`,
            compare: (left, right) => (changeBetween(matrix, left.row, since, year) ?? 0) - (changeBetween(matrix, right.row, since, year) ?? 0),
            isUnknown: ({ row }) => changeBetween(matrix, row, since, year) === null,
          } satisfies Column<CountryEntry>,
        ]),
  ];
}

function CountryCell({ row, column }: { row: CountryEntry['row']; column: number }) {
  const value = shownOf(row, column);
  const cell = row.cells[column];
  if (!value || !cell) return <span className="faint visually-hidden">No source</span>;
  return (
    <span className={`figures country-value country-${value.status}`}>
      <ObservedValue value={value} tabIndex={-1} />
      {cell.restated && <RestatedSign restated={cell.restated} />}
    </span>
  );
}

function changeIn(matrix: IndicatorMatrix, row: CountryEntry['row'], since: number, year: number) {
  const change = changeBetween(matrix, row, since, year);
  return change === null ? null : <span className="figures">{changeWords(change, matrix.unit)}</span>;
}

const wordsOf = (row: CountryEntry['row'], column: number): string => {
  const value = shownOf(row, column);
  return value ? formatObservation(value) : '';
};

function titleOf(row: CountryEntry['row'], column: number, year: number): string {
  const value = shownOf(row, column);
  if (!value) return `No source speaks of ${year}.`;
  return [formatObservation(value), value.documentTitle, value.page === null ? '' : `page ${value.page}`, value.note ?? ''].filter(Boolean).join(', ');
}
