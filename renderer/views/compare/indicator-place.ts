// The cell in hand of the matrix of indicators, as it stands in the address; and which cell the keys lead to. No screen.

import type { Matrix, MatrixGroup, MatrixRow } from '../../../shared/core/indicator.ts';
import type { SourcedValue } from '../../../shared/core/observation.ts';

export type CellPlace = { indicator: string; territory: string | null; year: number };

/** "enforcement.labor_inspectors:2020", with the territory between where there is one. */
export function writePlace({ indicator, territory, year }: CellPlace): string {
  return [indicator, ...(territory === null ? [] : [territory]), String(year)].join(':');
}

export function readPlace(text: string | null): CellPlace | null {
  const match = /^([^:]+)(?::(.+))?:(\d{4})$/u.exec(text ?? '');
  return match?.[1] ? { indicator: match[1], territory: match[2] ?? null, year: Number(match[3]) } : null;
}

export function isRowOf(row: Pick<MatrixRow, 'indicator' | 'territory'>, place: CellPlace | null): boolean {
  return place !== null && row.indicator === place.indicator && row.territory === place.territory;
}

/** Groups that hold the words, by their own name or by those of their rows; blank rows only when they are wanted. */
export function filteredGroups(groups: readonly MatrixGroup[], filter: string, withBlank: boolean): readonly MatrixGroup[] {
  const words = filter.toLocaleLowerCase('en').split(/\s+/u).filter(Boolean);
  return groups.flatMap((group) => {
    const rows = group.rows.filter((row) => {
      if (!withBlank && isBlank(row)) return false;
      const text = `${group.name} ${row.name} ${row.territory ?? ''}`.toLocaleLowerCase('en');
      return words.every((word) => text.includes(word));
    });
    return rows.length > 0 ? [{ ...group, rows }] : [];
  });
}

/** A row in which no source gives a value, such as the age of a law that has none: all is blank or does not apply. */
export function isBlank(row: MatrixRow): boolean {
  return row.cells.every((_cell, column) => {
    const value = shownValue(row, column);
    return value === null || value.status === 'not_printed' || value.status === 'not_applicable';
  });
}

/** The newest cell of the first row: what is meant before a cell is in hand. */
export function firstPlace(groups: readonly MatrixGroup[], years: readonly number[]): CellPlace | null {
  const row = groups[0]?.rows[0];
  const year = years.at(-1);
  return row && year !== undefined ? { indicator: row.indicator, territory: row.territory, year } : null;
}

/** Where a key leads from a cell among the rows that are shown; null when it leads nowhere. */
export function placeAfter(key: string, isWide: boolean, place: CellPlace, rows: readonly MatrixRow[], years: readonly number[]): CellPlace | null {
  const at = rows.findIndex((row) => isRowOf(row, place));
  const column = years.indexOf(place.year);
  if (at < 0 || column < 0) return null;
  const to = (row: number, year: number): CellPlace | null => {
    const found = rows[Math.min(rows.length - 1, Math.max(0, row))];
    const wanted = years[Math.min(years.length - 1, Math.max(0, year))];
    return found && wanted !== undefined ? { indicator: found.indicator, territory: found.territory, year: wanted } : null;
  };
  switch (key) {
    case 'ArrowDown':
      return to(isWide ? rows.length : at + 1, column);
    case 'ArrowUp':
      return to(isWide ? 0 : at - 1, column);
    case 'ArrowRight':
      return to(at, isWide ? years.length : column + 1);
    case 'ArrowLeft':
      return to(at, isWide ? 0 : column - 1);
    case 'PageDown':
      return to(at + pageRows, column);
    case 'PageUp':
      return to(at - pageRows, column);
    case 'Home':
      return to(isWide ? 0 : at, 0);
    case 'End':
      return to(isWide ? rows.length : at, years.length);
    default:
      return null;
  }
}

/** Rows that a page of the matrix moves by. */
const pageRows = 15;

/** What changed between two years, as far as both are numbers of one method and one unit. `hasMark`: one of the two carries a footnote, which often says that it covers a part of the year only. */
export type Delta = { since: number; change: number; percent: number | null; hasMark: boolean };

/** Against the nearest year before that gives a number. */
export function deltaOf(row: MatrixRow, years: readonly number[], year: number): Delta | null {
  const before = earlierNumbers(row, years, year);
  return before.length > 0 ? deltaBetween(row, years, before[0] ?? 0, year) : null;
}

/** Against the first year from `from` on that gives a number. */
export function changeSince(row: MatrixRow, years: readonly number[], from: number, year: number): Delta | null {
  const first = earlierNumbers(row, years, year).findLast((column) => (years[column] ?? 0) >= from);
  return first === undefined ? null : deltaBetween(row, years, first, year);
}

/** Columns of the years before that give a number, nearest first, as far back as the method is the same. */
function earlierNumbers(row: MatrixRow, years: readonly number[], year: number): number[] {
  const found: number[] = [];
  for (let column = years.indexOf(year); column > 0 && !row.cells[column]?.methodBreak; column--) {
    if (shownNumber(row, column - 1) !== null) found.push(column - 1);
  }
  return found;
}

function deltaBetween(row: MatrixRow, years: readonly number[], before: number, year: number): Delta | null {
  const column = years.indexOf(year);
  const [earlier, value, since] = [shownNumber(row, before), shownNumber(row, column), years[before]];
  if (earlier === null || value === null || since === undefined) return null;
  return {
    since,
    // Two decimals: percentages are printed with one.
    change: Math.round((value - earlier) * 100) / 100,
    percent: earlier === 0 || row.unit === 'percent' ? null : Math.round(((value - earlier) / earlier) * 1000) / 10,
    hasMark: Boolean(shownValue(row, column)?.mark ?? shownValue(row, before)?.mark),
  };
}

/** The number a cell shows; null for words, for what is unknown, and for no cell. */
export function shownNumber(row: MatrixRow, column: number): number | null {
  const value = shownValue(row, column);
  return value?.status === 'value' && typeof value.value === 'number' ? value.value : null;
}

export function shownValue(row: MatrixRow, column: number): SourcedValue | null {
  const cell = row.cells[column];
  return cell?.values[cell.shown] ?? null;
}

/** Values that a later report gives differently. */
export function countRestated(matrix: Matrix): number {
  return matrix.groups.flatMap(({ rows }) => rows).flatMap(({ cells }) => cells).filter((cell) => cell?.restated).length;
}
