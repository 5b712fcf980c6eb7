// What a cell of the matrix rests on, beside the pointer: each source with its value, page and words.

import type { MatrixCell } from '../../../shared/core/observation.ts';
import { formatObservation, restatementWords, sourceNames } from '../../../shared/core/observation.ts';
import { whichEdition } from '../../components/data-card/source-entry.tsx';

export type Tip = { name: string; cell: MatrixCell; box: DOMRect };

/** Pixels. */
const width = 340;
const gap = 6;
/** As much as a tip with three sources needs; below that room it stands above its cell. */
const room = 220;
/** Longer quotes are cut: the row is one click away. */
const longestQuote = 160;

export function CellTip({ tip: { name, cell, box } }: { tip: Tip }) {
  const isAbove = box.bottom + room > window.innerHeight;
  const left = Math.max(gap, Math.min(box.left, window.innerWidth - width - gap));
  return (
    <div className="cell-tip popover" role="tooltip" style={{ left, width, ...(isAbove ? { bottom: window.innerHeight - box.top + gap } : { top: box.bottom + gap }) }}>
      <p>
        <strong>{name}</strong> <span className="figures">{cell.year}</span>
      </p>
      {cell.values.map((value, index) => (
        <div key={index} className="cell-tip-source">
          <p>
            <strong className="cell-tip-value figures">{formatObservation(value)}</strong>
            {value.mark && <sup>{value.mark}</sup>} {sourceNames[value.source]} <span className="figures">{whichEdition(value)}</span>
          </p>
          {(value.correction?.reason ?? value.note) && <p className="faint">{shortened(value.correction?.reason ?? value.note ?? '')}</p>}
          {value.quote && <p className="cell-tip-quote">{shortened(value.quote)}</p>}
        </div>
      ))}
      {cell.restated && <p className="cell-tip-restated">This value is {restatementWords[cell.restated]}.</p>}
      {cell.methodBreak && <p className="faint">{cell.methodBreak}</p>}
    </div>
  );
}

function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote).trimEnd()}…` : text;
}
