// The words of a cell with what differs and what is highlighted. Deletions and insertions are <del> and <ins>, so that they are heard too;
// data-start says which words of the document an element holds (see cell-selection.ts).

import { Fragment, memo, useMemo } from 'react';
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
  const Words = difference?.kind === 'added' ? 'ins' : difference?.kind === 'removed' ? 'del' : 'span';
  // Cells of a table row are parted by a tab, which is drawn as a sign and is no part of the words.
  const parts = partsOf(piece);
  return (
    <>
      {isNext && <br />}
      {parts.length === 1 ? (
        <Words className={look} data-start={piece.start}>{piece.text}</Words>
      ) : (
        <Words className={look}>
          {parts.map(({ start, text }, index) => (
            <Fragment key={start}>
              {index > 0 && '  ·  '}
              <span data-start={start}>{text}</span>
            </Fragment>
          ))}
        </Words>
      )}
    </>
  );
}

/** The cells of a table row in a piece, each with its own place. */
function partsOf({ text, start }: Piece): { text: string; start: number }[] {
  const parts: { text: string; start: number }[] = [];
  let at = start;
  for (const part of text.split('\t')) {
    parts.push({ text: part, start: at });
    at += part.length + 1;
  }
  return parts;
}
