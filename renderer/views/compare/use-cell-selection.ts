// What is selected inside a cell, kept while a dialog or the toolbar's field has the focus, which takes the browser's selection away.

import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Comparison } from '../../../shared/core/comparison.ts';
import { onSettledSelection } from '../../components/settled-selection.ts';
import { type CellSelection, selectedInCell } from './cell-selection.ts';

export type CellSelecting = {
  selected: CellSelection | null;
  /** True: keep it although the browser's selection goes. */
  hold: (isHeld: boolean) => void;
  clear: () => void;
};

export function useCellSelection(scroller: RefObject<HTMLElement | null>, comparison: Comparison): CellSelecting {
  const [known, setKnown] = useState<{ comparison: Comparison; selected: CellSelection } | null>(null);
  const held = useRef(false);
  useEffect(() => {
    const read = () => {
      if (held.current || !scroller.current) return;
      const next = selectedInCell(scroller.current, comparison);
      setKnown((before) => (next && before?.comparison === comparison && isSame(before.selected, next) ? before : next && { comparison, selected: next }));
    };
    return onSettledSelection(read, (pressed) => scroller.current?.contains(pressed) ?? false);
  }, [scroller, comparison]);
  const hold = useCallback((isHeld: boolean) => {
    held.current = isHeld;
  }, []);
  const clear = useCallback(() => {
    held.current = false;
    document.getSelection()?.removeAllRanges();
    setKnown(null);
  }, []);
  // Rows made anew have other numbers.
  const selected = known?.comparison === comparison ? known.selected : null;
  return useMemo(() => ({ selected, hold, clear }), [selected, hold, clear]);
}

function isSame(one: CellSelection, other: CellSelection): boolean {
  return one.place.row === other.place.row && one.place.column === other.place.column && one.range.start === other.range.start && one.range.end === other.range.end;
}
