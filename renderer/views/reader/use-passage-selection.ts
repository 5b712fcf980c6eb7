// The passage the reader has selected, by pointer or by key, in offsets of the canonical text. In the reading text the browser's own
// selection is the only source; while a field of the toolbar has the focus (which takes the selection away) the passage is held. On
// the pages the browser selects nothing: there the passage stands by itself.

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { trimRange } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import { onSettledSelection } from '../../components/settled-selection.ts';
import type { TextMap } from './text-map.ts';
import type { Side } from './use-views.ts';

export type PassageSelection = {
  passage: TextRange | null;
  /** The view it was selected in. */
  by: Side;
  /** Selects a passage as if by hand: in the view in front unless told. */
  select: (range: TextRange, by?: Side) => void;
  clear: () => void;
  /** True: keep the passage although the browser's selection goes. */
  hold: (isHeld: boolean) => void;
};

export function usePassageSelection(map: TextMap, text: string, scroller: RefObject<HTMLElement | null>, front: Side): PassageSelection {
  const [{ passage, by }, setSelected] = useState<{ passage: TextRange | null; by: Side }>({ passage: null, by: 'text' });
  const held = useRef(false);

  useEffect(() => {
    const read = () => {
      if (held.current) return;
      const next = selectedRange(map, text, scroller.current);
      setSelected((known) => {
        if (next === null && (known.passage === null || known.by === 'pages')) return known;
        return known.by === 'text' && known.passage && next && known.passage.start === next.start && known.passage.end === next.end ? known : { passage: next, by: 'text' };
      });
    };
    return onSettledSelection(read, (pressed) => scroller.current?.contains(pressed) ?? false);
  }, [map, text, scroller]);

  const select = useCallback(
    (range: TextRange, side: Side = front) => {
      if (side === 'pages') {
        document.getSelection()?.removeAllRanges();
        setSelected({ passage: range, by: 'pages' });
        return;
      }
      const dom = map.domRange(range);
      if (!dom) return;
      document.getSelection()?.setBaseAndExtent(dom.startContainer, dom.startOffset, dom.endContainer, dom.endOffset);
      setSelected({ passage: range, by: 'text' });
    },
    [map, front],
  );
  const clear = useCallback(() => {
    held.current = false;
    document.getSelection()?.removeAllRanges();
    setSelected((known) => (known.passage === null ? known : { passage: null, by: known.by }));
  }, []);
  const hold = useCallback((isHeld: boolean) => {
    held.current = isHeld;
  }, []);
  return { passage, by, select, clear, hold };
}

function selectedRange(map: TextMap, text: string, scroller: HTMLElement | null): TextRange | null {
  const selection = document.getSelection();
  if (!scroller || !selection || selection.rangeCount === 0 || selection.isCollapsed) return null;
  const dom = selection.getRangeAt(0);
  if (!scroller.contains(dom.startContainer) && !scroller.contains(dom.endContainer)) return null;
  const start = map.offsetOf(dom.startContainer, dom.startOffset, 'start');
  const end = map.offsetOf(dom.endContainer, dom.endOffset, 'end');
  return start === null || end === null || start >= end ? null : trimRange(text, { start, end });
}
