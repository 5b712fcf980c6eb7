// Answers about level, enforcement, doubtful numbers and children at work, from the matrix of a country's indicators. No screen.

import type { Matrix, MatrixRow } from '../../../../shared/core/indicator.ts';
import { formatObservation, levelIndicator, type SourcedValue } from '../../../../shared/core/observation.ts';
import { placeLink } from '../../../components/data-card/observed-value.tsx';
import { type link } from '../../../routes.ts';
import { changeSince, type Delta, deltaOf, shownValue, writePlace } from '../indicator-place.ts';
import { counted, mostLines, type Span, type TileAnswer, type TileLine } from './tile-words.ts';

/** Addresses within this comparison. */
export type Go = (change: Omit<Parameters<typeof link.compare>[0] & object, 'country' | 'documentIds'>) => string;

const rowsOf = (matrix: Matrix) => matrix.groups.flatMap(({ rows }) => rows).filter(({ territory }) => territory === null);
const cellLink = (go: Go, row: MatrixRow, year: number) => go({ part: 'indicators', row: writePlace({ indicator: row.indicator, territory: row.territory, year }) });

export function levelAnswer(matrix: Matrix, span: Span): TileAnswer {
  const row = rowsOf(matrix).find(({ indicator }) => indicator === levelIndicator);
  const all = (row?.cells ?? []).flatMap((cell, column) => {
    const value = cell?.values[cell.shown];
    const year = matrix.years[column];
    return cell && year !== undefined && value?.status === 'value' ? [{ year, value, broken: cell.methodBreak !== null }] : [];
  });
  if (all.length === 0) return { figure: null, says: 'No edition here reports a level.', lines: [], all: null };
  const given = all.filter(({ year }) => span.from <= year && year <= span.to);
  const moves = given.slice(1).flatMap((each, index) => {
    const before = given[index];
    return before && before.value.value !== each.value.value ? [{ ...each, before }] : [];
  });
  const own = moves.filter(({ broken }) => !broken);
  const newest = given.at(-1);
  if (!newest) return { figure: null, says: `No edition from ${span.from} to ${span.to} reports a level.`, lines: [], all: null };
  return {
    figure: formatObservation(newest.value),
    says: given.length === 1 ? `in ${newest.year}.` : moves.length === 0 ? `The level did not move from ${given[0]?.year} to ${newest.year}.` : `in ${newest.year}. Since ${given[0]?.year} it moved ${counted(own.length, 'time')}${moves.length > own.length ? `, and ${counted(moves.length - own.length, 'time')} in a year in which the method changed` : ''}.`,
    lines: moves.toReversed().slice(0, mostLines).map(({ year, value, before, broken }) => ({ text: `${year}: ${formatObservation(before.value)} → ${formatObservation(value)}${broken ? ', with a change of method' : ''}`, to: placeLink(value) })),
    all: null,
  };
}

/** The counts by which enforcement is told, in the order of the tables. */
const enforcement = ['labor_inspectors', 'labor_inspectorate_funding_usd', 'labor_inspections', 'child_labor_violations_found', 'labor_penalties_imposed', 'criminal_investigations', 'criminal_prosecutions', 'criminal_convictions'].map((key) => `enforcement.${key}`);

export function enforcementAnswer(matrix: Matrix, span: Span, go: Go): TileAnswer {
  const rows = rowsOf(matrix).filter(({ indicator }) => enforcement.includes(indicator));
  if (rows.length === 0) return { figure: null, says: 'No edition here prints the figures of enforcement.', lines: [], all: null };
  const covered = matrix.years.filter((year) => span.from <= year && year <= span.to);
  const year = newestWith(rows, matrix.years, covered);
  if (year === null) return { figure: null, says: `No source gives figures of enforcement from ${span.from} to ${span.to}.`, lines: [], all: go({ part: 'indicators' }) };
  const changes = rows.flatMap((row) => {
    const value = shownValue(row, matrix.years.indexOf(year));
    const delta = changeSince(row, matrix.years, covered[0] ?? year, year);
    return value?.status === 'value' && delta && delta.change !== 0 ? [{ row, value, delta }] : [];
  });
  const stepped = rows.filter((row) => (deltaOf(row, matrix.years, year)?.change ?? 0) !== 0).length;
  const line = ({ row, value, delta }: (typeof changes)[number]): TileLine => ({
    text: `${row.name}: ${formatObservation(value)}, ${deltaInWords(delta, row.unit)}${delta.hasMark ? ' (see its footnote)' : ''}`,
    to: cellLink(go, row, year),
  });
  return {
    figure: changes.length,
    says: changes.length === 0 ? `Of the figures printed for ${year} none is known to have changed since ${covered[0]}.` : `of ${rows.length} figures of enforcement changed by ${year}${covered.length > 2 ? `; ${stepped} in the last step` : ''}.`,
    lines: changes.toSorted((one, other) => Math.abs(other.delta.percent ?? 0) - Math.abs(one.delta.percent ?? 0)).slice(0, mostLines).map(line),
    all: go({ part: 'indicators' }),
  };
}

/** "−12% since 2019" */
function deltaInWords({ change, percent, since }: Delta, unit: string | null): string {
  return `${change > 0 ? '+' : '−'}${percent === null ? formatObservation({ status: 'value', value: Math.abs(change), unit }) : `${Math.abs(percent)}%`} since ${since}`;
}

export function doubtAnswer(matrix: Matrix, span: Span, go: Go): TileAnswer {
  const rows = rowsOf(matrix);
  const restated = rows.flatMap((row) => row.cells.flatMap((cell) => (cell?.restated && span.from <= cell.year && cell.year <= span.to ? [{ row, cell }] : [])));
  const known = rows.flatMap((row) => matrix.years.flatMap((year, column): { row: MatrixRow; year: number; text: string }[] => {
    const [before, value] = [column > 0 ? shownValue(row, column - 1) : null, shownValue(row, column)];
    const became = span.from < year && year <= span.to ? turned(before, value) : null;
    return became ? [{ row, year, text: became }] : [];
  }));
  if (restated.length + known.length === 0) return { figure: 0, says: `No value of ${span.from} to ${span.to} was restated, and none became known or unknown.`, lines: [], all: go({ part: 'indicators' }) };
  const newest = known.toSorted((one, other) => other.year - one.year).slice(0, 2);
  return {
    figure: restated.length,
    says: `${restated.length === 0 ? 'No value' : restated.length === 1 ? 'value' : 'values'} of ${span.from} to ${span.to} ${restated.length < 2 ? 'was' : 'were'} restated by a later report; ${counted(known.length, 'time')} a number took the place of Unknown, or Unknown that of a number.`,
    lines: [
      ...restated.toSorted((one, other) => other.cell.year - one.cell.year).slice(0, 1).map(({ row, cell }) => ({ text: `${row.name}, ${cell.year}: given otherwise by a later report`, to: cellLink(go, row, cell.year) })),
      ...newest.map(({ row, year, text }) => ({ text: `${row.name}, ${year}: ${text}`, to: cellLink(go, row, year) })),
    ],
    all: go({ part: 'indicators' }),
  };
}

function turned(before: SourcedValue | null, value: SourcedValue | null): string | null {
  if (before?.status === 'unknown' && value?.status === 'value' && typeof value.value === 'number') return `Unknown became ${formatObservation(value)}`;
  return before?.status === 'value' && typeof before.value === 'number' && value?.status === 'unknown' ? `${formatObservation(before)} became Unknown` : null;
}

export function childrenAnswer(matrix: Matrix, span: Span, go: Go): TileAnswer {
  const row = rowsOf(matrix).find(({ indicator }) => indicator === 'statistics.working_percent');
  const given = (row?.cells ?? []).flatMap((cell, column) => {
    const value = cell?.values[cell.shown];
    const year = matrix.years[column];
    return value && year !== undefined && year <= span.to && value.status !== 'not_printed' ? [{ year, value }] : [];
  });
  const newest = given.at(-1);
  if (!row || !newest) return { figure: null, says: 'No edition here says how many children work.', lines: [], all: null };
  const run = given.toReversed().findIndex(({ value }) => value.status !== newest.value.status || value.value !== newest.value.value);
  const same = run === -1 ? given : given.slice(given.length - run);
  const before = given[given.length - same.length - 1];
  return {
    figure: formatObservation(newest.value),
    says: `of children work, as ${newest.year} prints. ${same.length > 1 ? `The same since ${same[0]?.year}: the survey may be an old one, printed again.` : before ? `${before.year} printed ${formatObservation(before.value)}: a new survey, or another one.` : ''}`,
    lines: [{ text: `${newest.year}: open the words`, to: placeLink(newest.value) }],
    all: go({ part: 'indicators', row: writePlace({ indicator: row.indicator, territory: null, year: newest.year }) }),
  };
}

function newestWith(rows: readonly MatrixRow[], years: readonly number[], covered: readonly number[]): number | null {
  return covered.findLast((year) => rows.some((row) => shownValue(row, years.indexOf(year))?.status === 'value')) ?? null;
}
