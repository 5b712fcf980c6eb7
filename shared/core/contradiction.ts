// Where sources disagree about a value: the printed report and the official data file, or two documents of one kind and year. What a later
// report restates is no contradiction; the matrix says it by itself.

import type { Matrix, MatrixRow } from './indicator.ts';
import type { MatrixCell, SourcedValue } from './observation.ts';

export type Contradiction = {
  /** Stable while the values stay: what is contradicted, and by which documents. */
  key: string;
  indicator: string;
  name: string;
  territory: string | null;
  unit: string | null;
  year: number;
  /** Two sides with different values, the printed report first. */
  sides: [SourcedValue, SourcedValue];
};

/** In the order of the matrix, years ascending. */
export function contradictionsOf(matrix: Pick<Matrix, 'groups'>): Contradiction[] {
  return matrix.groups.flatMap(({ rows }) => rows.flatMap((row) => row.cells.flatMap((cell) => (cell ? contradictionsOfCell(row, cell) : []))));
}

function contradictionsOfCell(row: MatrixRow, cell: MatrixCell): Contradiction[] {
  // What the analyst corrected is settled; what is not printed says nothing.
  const corrected = new Set(cell.values.filter(({ correction }) => correction !== null).map(({ documentId }) => documentId));
  const standing = cell.values.filter((value) => value.source !== 'restatement' && value.status !== 'not_printed' && (value.correction !== null || !corrected.has(value.documentId)));
  const [first] = standing;
  if (!first) return [];
  const against = [...new Map(standing.slice(1).filter((value) => value.documentId !== first.documentId && differs(first, value, row.unit)).map((value) => [value.documentId, value])).values()];
  return against.map((other) => ({
    key: [row.indicator, row.territory ?? '', cell.year, first.documentId, other.documentId].join(' '),
    indicator: row.indicator,
    name: row.name,
    territory: row.territory,
    unit: row.unit,
    year: cell.year,
    sides: [first, other],
  }));
}

/** Percentages are printed with one decimal, the data file has all. Words are compared without case and dashes. */
function differs(one: SourcedValue, other: SourcedValue, unit: string | null): boolean {
  if (one.status !== other.status) return true;
  if (one.status !== 'value') return false;
  if (typeof one.value === 'number' && typeof other.value === 'number') return unit === 'percent' ? Math.abs(one.value - other.value) > 0.051 : one.value !== other.value;
  if (typeof one.value === 'string' && typeof other.value === 'string') return letters(one.value) !== letters(other.value);
  return one.value !== other.value;
}

function letters(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('en').replace(/[^\p{L}\p{N}]/gu, '');
}
