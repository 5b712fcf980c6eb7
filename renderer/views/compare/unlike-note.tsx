// Says when two neighbouring documents have so little in common that their comparison tells nothing, and why that may be.

import { Info } from 'lucide-react';
import type { Comparison } from '../../../shared/core/comparison.ts';
import { columnName } from './words.ts';
import './unlike-note.css';

/** Fewer passages may differ altogether by chance. */
const fewPassages = 10;
/** Editions of one report share more than half; reports of two countries still some headings. */
const leastShared = 0.1;

/** The columns, later ones of each pair, that share almost nothing with the one before them. */
export function unlikeColumns({ columns, rows, byTopic }: Comparison): number[] {
  if (byTopic) return [];
  return columns.flatMap((_, column) => {
    if (column === 0) return [];
    const older = rows.filter((row) => row.cells[column - 1]).length;
    const newer = rows.filter((row) => row.cells[column]).length;
    const both = rows.filter((row) => row.cells[column - 1] && row.cells[column]).length;
    return Math.min(older, newer) >= fewPassages && both < leastShared * Math.min(older, newer) ? [column] : [];
  });
}

export function UnlikeNote({ comparison }: { comparison: Comparison }) {
  const { columns } = comparison;
  const pairs = unlikeColumns(comparison).flatMap((column) => {
    const [one, other] = [columns[column - 1], columns[column]];
    return one && other ? [`${columnName(one, columns)} and ${columnName(other, columns)}`] : [];
  });
  if (pairs.length === 0) return null;
  return (
    <p className="unlike-note" role="note">
      <Info size={14} aria-hidden />
      {pairs.join(', ')} have almost no sentence in common. They may be in different languages, or not be editions of one document.
    </p>
  );
}
