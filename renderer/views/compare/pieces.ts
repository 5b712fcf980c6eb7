// Cuts the words of a cell at every mark that begins or ends in it: differences against the neighbours, and highlights of the analyst.

import type { TagColour } from '../../../shared/core/annotation.ts';
import type { Comparison, ComparisonCell } from '../../../shared/core/comparison.ts';
import type { TextRange } from '../../../shared/core/document.ts';

export type Mark = TextRange & ({ kind: 'added' | 'removed'; emphasis: boolean } | { kind: 'highlight'; colour: TagColour; annotationId: string });

export type Piece = TextRange & { text: string; marks: Mark[]; /** A new passage of the cell begins here. */ begins: boolean };

export function piecesOf(cell: ComparisonCell, marks: readonly Mark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const range of cell.ranges) {
    const text = cell.text.slice(at, at + range.end - range.start);
    // The passages of a cell are joined by one character.
    at += range.end - range.start + 1;
    const own = marks.filter((mark) => mark.start < range.end && mark.end > range.start);
    const cuts = [...new Set([range.start, range.end, ...own.flatMap((mark) => [mark.start, mark.end])])].filter((cut) => cut >= range.start && cut <= range.end).toSorted((one, other) => one - other);
    cuts.slice(0, -1).forEach((start, index) => {
      const end = cuts[index + 1] ?? range.end;
      pieces.push({ start, end, text: text.slice(start - range.start, end - range.start), marks: own.filter((mark) => mark.start < end && mark.end > start), begins: index === 0 });
    });
  }
  return pieces;
}

/** What differs in a cell from the column before it and from the one after it, of its own family. */
export function differenceMarks(comparison: Comparison, rowIndex: number, column: number): Mark[] {
  const row = comparison.rows[rowIndex];
  if (!row) return [];
  const before = row.steps[column - 1]?.parts ?? [];
  const after = row.steps[nextOfFamily(comparison, column) - 1]?.parts ?? [];
  return [
    ...before.flatMap((part): Mark[] => (part.kind === 'added' && part.newerAt ? [{ ...tight(part.newerAt, part.text), kind: 'added', emphasis: part.emphasis !== null }] : [])),
    ...after.flatMap((part): Mark[] => (part.kind === 'removed' && part.olderAt ? [{ ...tight(part.olderAt, part.text), kind: 'removed', emphasis: part.emphasis !== null }] : [])),
  ];
}

/** Without the spaces at its ends: a struck space between words says nothing. */
function tight(range: TextRange, text: string): TextRange {
  if (text.trim() === '') return range;
  return { start: range.start + text.length - text.trimStart().length, end: range.end - (text.length - text.trimEnd().length) };
}

function nextOfFamily(comparison: Comparison, column: number): number {
  const isCable = (index: number) => comparison.columns[index]?.kind === 'cable';
  for (let next = column + 1; next < comparison.columns.length; next += 1) if (isCable(next) === isCable(column)) return next;
  return 0;
}
