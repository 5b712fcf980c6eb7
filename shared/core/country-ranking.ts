// One indicator over countries: its ranking in a year, its change between two years, and the countries of a region.
// What is not known is listed apart and never ranked; no change is counted over a break of method.

import type { IndicatorMatrix } from './indicator.ts';
import { formatObservation, levelIndicator, type SourcedValue } from './observation.ts';

export type CountryRow = IndicatorMatrix['rows'][number];

/** The official data's own name for the part of the world that a country stands in. */
export const regionIndicator = 'region';

export type RankedCountry = { row: CountryRow; value: SourcedValue; number: number; /** From 1; equal numbers share a rank. */ rank: number };
/** Countries of which the sources say the same: "Yes", "Moderate", "Unknown". */
export type CountryGroup = { words: string; rows: { row: CountryRow; value: SourcedValue }[] };

export type Ranking = {
  /** Highest first; empty when the values of the year are words. */
  ranked: RankedCountry[];
  /** Words and yes or no, by value. */
  groups: CountryGroup[];
  /** Those without a value, by what stands in its place. */
  apart: CountryGroup[];
  /** No source speaks of the year. */
  silent: CountryRow[];
};

export function rankingOf(matrix: Pick<IndicatorMatrix, 'indicator' | 'years' | 'rows'>, year: number): Ranking {
  const column = matrix.years.indexOf(year);
  const silent: CountryRow[] = [];
  const known: { row: CountryRow; value: SourcedValue }[] = [];
  const without: { row: CountryRow; value: SourcedValue }[] = [];
  for (const row of matrix.rows) {
    const value = shownOf(row, column);
    if (!value) silent.push(row);
    else (value.status === 'value' ? known : without).push({ row, value });
  }
  const numbered = known.flatMap(({ row, value }) => (typeof value.value === 'number' ? [{ row, value, number: value.value }] : []));
  const worded = known.filter(({ value }) => typeof value.value !== 'number');
  const sorted = numbered.toSorted((one, other) => other.number - one.number);
  return {
    ranked: sorted.map((each) => ({ ...each, rank: 1 + sorted.findIndex(({ number }) => number === each.number) })),
    groups: grouped(worded, matrix.indicator),
    apart: grouped(without, matrix.indicator),
    silent,
  };
}

const levels = ['Significant', 'Moderate', 'Minimal', 'No', 'No assessment'];

/** Levels in their own order, other words by how many countries they hold for. */
function grouped(entries: CountryGroup['rows'], indicator: string): CountryGroup[] {
  const groups = [...Map.groupBy(entries, ({ value }) => formatObservation(value))].map(([words, rows]) => ({ words, rows }));
  if (indicator === levelIndicator) return groups.toSorted((one, other) => levels.indexOf(one.words) - levels.indexOf(other.words));
  return groups.toSorted((one, other) => other.rows.length - one.rows.length || one.words.localeCompare(other.words, 'en'));
}

/** `to` minus `from`; null when one of the two is no number, or the method changed between them. */
export function changeBetween(matrix: Pick<IndicatorMatrix, 'years' | 'breaks'>, row: CountryRow, from: number, to: number): number | null {
  if (from >= to || matrix.breaks.some(({ year }) => year > from && year <= to)) return null;
  const [before, after] = [from, to].map((year) => numberOf(row, matrix.years.indexOf(year)));
  // Two decimals: percentages are printed with one.
  return before === null || before === undefined || after === null || after === undefined ? null : Math.round((after - before) * 100) / 100;
}

export function numberOf(row: CountryRow, column: number): number | null {
  const value = shownOf(row, column);
  return value?.status === 'value' && typeof value.value === 'number' ? value.value : null;
}

export function shownOf(row: CountryRow, column: number): SourcedValue | null {
  const cell = row.cells[column];
  return cell?.values[cell.shown] ?? null;
}

/** Each country's region by the newest year that gives one. `regions` is the matrix of `regionIndicator`. */
export function regionsOf(regions: Pick<IndicatorMatrix, 'rows'>): Map<string, string> {
  const found = new Map<string, string>();
  for (const row of regions.rows) {
    const value = row.cells.findLast((_cell, column) => typeof shownOf(row, column)?.value === 'string');
    const name = value?.values[value.shown]?.value;
    if (row.territory === null && typeof name === 'string' && name.trim() !== '') found.set(row.country, name.trim());
  }
  return found;
}
