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

/** What changed since the year before, as far as both are numbers of one method and one unit. */
/** `hasMark`: one of the two carries a footnote, which often says that it covers a part of the year only. */
export type Delta = { since: number; change: number; percent: number | null; hasMark: boolean };

export function deltaOf(row: MatrixRow, years: readonly number[], year: number): Delta | null {
  const column = years.indexOf(year);
  const cell = row.cells[column];
  const value = shownNumber(row, column);
  if (value === null || cell?.methodBreak) return null;
  for (let before = column - 1; before >= 0; before--) {
    if (row.cells[before + 1]?.methodBreak) return null;
    const earlier = shownNumber(row, before);
    const since = years[before];
    // Two decimals: percentages are printed with one.
    if (earlier === null || since === undefined) continue;
    return {
      since,
      change: Math.round((value - earlier) * 100) / 100,
      percent: earlier === 0 || row.unit === 'percent' ? null : Math.round(((value - earlier) / earlier) * 1000) / 10,
      hasMark: Boolean(shownValue(row, column)?.mark ?? shownValue(row, before)?.mark),
    };
  }
  return null;
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
