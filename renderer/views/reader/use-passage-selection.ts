// The passage the reader has selected, by pointer or by key, in offsets of the canonical text. The browser's own selection is the
// only source; while a field of the toolbar has the focus (which takes the selection away) the passage is held.

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { trimRange } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { TextMap } from './text-map.ts';

export type PassageSelection = {
  passage: TextRange | null;
  /** Selects a passage as if by hand. */
  select: (range: TextRange) => void;
  clear: () => void;
  /** True: keep the passage although the browser's selection goes. */
  hold: (isHeld: boolean) => void;
};

export function usePassageSelection(map: TextMap, text: string, scroller: RefObject<HTMLElement | null>): PassageSelection {
  const [passage, setPassage] = useState<TextRange | null>(null);
  const held = useRef(false);

  useEffect(() => {
    let isPointerDown = false;
    const read = () => {
      if (held.current || isPointerDown) return;
      const next = selectedRange(map, text, scroller.current);
      setPassage((known) => (known && next && known.start === next.start && known.end === next.end ? known : next));
    };
    const onDown = (event: PointerEvent) => {
      isPointerDown = event.target instanceof Node && (scroller.current?.contains(event.target) ?? false) && !(event.target instanceof Element && event.target.closest('.reader-toolbar'));
    };
    const onUp = () => {
      if (!isPointerDown) return;
      isPointerDown = false;
      // The browser drops an old selection only after the pointer has gone up on it.
      setTimeout(read);
    };
    document.addEventListener('selectionchange', read);
    document.addEventListener('pointerdown', onDown, true);
    document.addEventListener('pointerup', onUp, true);
    document.addEventListener('pointercancel', onUp, true);
    return () => {
      document.removeEventListener('selectionchange', read);
      document.removeEventListener('pointerdown', onDown, true);
      document.removeEventListener('pointerup', onUp, true);
      document.removeEventListener('pointercancel', onUp, true);
    };
  }, [map, text, scroller]);

  const select = useCallback(
    (range: TextRange) => {
      const dom = map.domRange(range);
      if (!dom) return;
      document.getSelection()?.setBaseAndExtent(dom.startContainer, dom.startOffset, dom.endContainer, dom.endOffset);
      setPassage(range);
    },
    [map],
  );
  const clear = useCallback(() => {
    held.current = false;
    document.getSelection()?.removeAllRanges();
    setPassage(null);
  }, []);
  const hold = useCallback((isHeld: boolean) => {
    held.current = isHeld;
  }, []);
  return { passage, select, clear, hold };
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
