// The words of a cell with what differs and what is highlighted. Deletions and insertions are <del> and <ins>, so that they are heard too.

import { memo, useMemo } from 'react';
import type { Comparison, ComparisonCell } from '../../../shared/core/comparison.ts';
import { classes } from '../../components/button.tsx';
import { differenceMarks, type Mark, type Piece, piecesOf } from './pieces.ts';

type CellTextProps = { comparison: Comparison; rowIndex: number; column: number; cell: ComparisonCell; highlights: readonly Mark[] };

export const CellText = memo(function CellText({ comparison, rowIndex, column, cell, highlights }: CellTextProps) {
  const pieces = useMemo(() => piecesOf(cell, [...differenceMarks(comparison, rowIndex, column), ...highlights]), [comparison, rowIndex, column, cell, highlights]);
  return (
    <p className="compare-text">
      {pieces.map((piece, index) => (
        <PieceText key={piece.start} piece={piece} isNext={piece.begins && index > 0} />
      ))}
    </p>
  );
});

function PieceText({ piece, isNext }: { piece: Piece; isNext: boolean }) {
  const highlight = piece.marks.find((mark) => mark.kind === 'highlight');
  const difference = piece.marks.find((mark) => mark.kind !== 'highlight');
  const look = classes(highlight && `compare-highlight colour-${highlight.colour}`, difference?.emphasis && 'compare-emphasis') || undefined;
  // Cells of a table row are parted by a tab.
  const text = piece.text.replaceAll('\t', '  ·  ');
  return (
    <>
      {isNext && <br />}
      {difference?.kind === 'added' ? (
        <ins className={look}>{text}</ins>
      ) : difference?.kind === 'removed' ? (
        <del className={look}>{text}</del>
      ) : look ? (
        <span className={look}>{text}</span>
      ) : (
        text
      )}
    </>
  );
}
