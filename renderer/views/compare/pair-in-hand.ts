// Which pair of passages a cell in hand belongs to, and which can be paired with it: the neighbouring editions of one family.

import type { Comparison, ComparisonStep, PairCorrection } from '../../../shared/core/comparison.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { Input } from '../../../shared/rpc/contract.ts';
import type { Place } from './place.ts';

export type Sides = Pick<Input<'compare.correct'>, 'older' | 'newer'>;

/** What a correction would speak of, with what the comparison says of it now. */
export type PairInHand = Sides & { step: ComparisonStep };

/** The pair of the cell with the edition before it; of a first column, or of a passage new in its own, the pair with the edition after it. */
export function pairInHand(comparison: Comparison, place: Place): PairInHand | null {
  const previous = neighbour(comparison, place.column, -1);
  const next = neighbour(comparison, place.column, 1);
  return pairBetween(comparison, place.row, previous, place.column) ?? pairBetween(comparison, place.row, place.column, next);
}

/** False when the passages say the same already. */
export function differs({ step }: PairInHand): boolean {
  return step.class !== 'same' && step.class !== 'moved';
}

/** True when there is an edition beside this one whose passages can be paired with its own. */
export function hasNeighbour(comparison: Comparison, column: number): boolean {
  return neighbour(comparison, column, -1) !== null || neighbour(comparison, column, 1) !== null;
}

function pairBetween(comparison: Comparison, rowIndex: number, older: number | null, newer: number | null): PairInHand | null {
  const row = comparison.rows[rowIndex];
  if (!row || older === null || newer === null) return null;
  const step = row.steps[newer - 1];
  const sides = sidesOf(comparison, { row: rowIndex, column: older }, { row: rowIndex, column: newer });
  return step && step.class !== 'present' && sides ? { ...sides, step } : null;
}

/** Two cells as the sides of a correction, the earlier column first; null when one is empty or they are not of neighbouring editions. */
export function sidesOf(comparison: Comparison, one: Place, other: Place): Sides | null {
  const [before, after] = one.column < other.column ? [one, other] : [other, one];
  if (neighbour(comparison, after.column, -1) !== before.column) return null;
  const older = passagesAt(comparison, before);
  const newer = passagesAt(comparison, after);
  return older && newer ? { older, newer } : null;
}

function passagesAt(comparison: Comparison, { row, column }: Place): Sides['older'] | null {
  const cell = comparison.rows[row]?.cells[column];
  const documentId = comparison.columns[column]?.documentId;
  return cell && documentId !== undefined ? { documentId, starts: cell.ranges.map((range: TextRange) => range.start) } : null;
}

/** The nearest column of the same family in one direction. */
function neighbour(comparison: Comparison, column: number, direction: 1 | -1): number | null {
  const isCable = (at: number) => comparison.columns[at]?.kind === 'cable';
  for (let at = column + direction; at >= 0 && at < comparison.columns.length; at += direction) if (isCable(at) === isCable(column)) return at;
  return null;
}

/** What was decided by hand about the passages of a row, newest first. */
export function correctionsOfRow(comparison: Comparison, rowIndex: number): PairCorrection[] {
  const ids = new Set(comparison.rows[rowIndex]?.steps.flatMap((step) => step?.corrections ?? []));
  return comparison.corrections.filter(({ id }) => ids.has(id));
}

/** Where the passage of a cell stands after the rows were made anew. */
export function placeAfter(before: Comparison, place: Place, after: Comparison): Place | null {
  const start = before.rows[place.row]?.cells[place.column]?.start;
  const documentId = before.columns[place.column]?.documentId;
  const column = after.columns.findIndex((each) => each.documentId === documentId);
  if (start === undefined || column < 0) return null;
  const row = after.rows.findIndex((each) => each.cells[column]?.ranges.some((range) => range.start === start));
  return row < 0 ? null : { row, column };
}
