// Where in the text the reader is: kept while Annals is open, so that a document opens again where it was left; and going to a
// passage. It scrolls the text and nothing else.

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import type { TextMap } from './text-map.ts';

const places = new Map<string, number>();

/** The offset at which a document was left; 0 when it was not open yet. */
export function placeOfDocument(documentId: string): number {
  return places.get(documentId) ?? 0;
}

/** A passage gone to stands this far down the window: enough above it to see where it belongs. */
const shownAt = 0.28;

/** `entryAt` names the entry of the outline at an offset; only its change draws anything anew, not every line scrolled. */
export function useReadingPlace(documentId: string, scrollerRef: RefObject<HTMLElement | null>, map: TextMap, draw: (range: TextRange) => void, entryAt: (offset: number) => number) {
  const topRef = useRef(placeOfDocument(documentId));
  const [entry, setEntry] = useState(() => entryAt(placeOfDocument(documentId)));
  /** The offset of the first character seen. */
  const top = useCallback(() => topRef.current, []);

  const goTo = useCallback(
    (range: TextRange, how: 'always' | 'unless-seen' = 'always') => {
      draw(range);
      const element = scrollerRef.current;
      const boxes = map.boxesOf(range);
      if (!element || !boxes) return;
      const frame = element.getBoundingClientRect();
      const margin = 48;
      const isSeen = boxes.first.top >= frame.top + margin && boxes.first.bottom <= frame.bottom - margin * 2;
      if (how === 'unless-seen' && isSeen) return;
      element.scrollBy({ top: boxes.first.top - frame.top - frame.height * shownAt, behavior: 'instant' });
    },
    [scrollerRef, map, draw],
  );

  useEffect(() => {
    const element = scrollerRef.current;
    if (!element) return undefined;
    let frame = 0;
    const read = () => {
      frame = 0;
      const offset = element.scrollTop < 8 ? 0 : topOffset(element, map);
      if (offset === null) return;
      places.set(documentId, offset);
      topRef.current = offset;
      setEntry(entryAt(offset));
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(read);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [documentId, scrollerRef, map, entryAt]);

  return { top, entry, goTo };
}

/** The first character seen, a little below the upper edge. */
function topOffset(scroller: HTMLElement, map: TextMap): number | null {
  const frame = scroller.getBoundingClientRect();
  const chunks = [...scroller.querySelectorAll('[data-chunk]')];
  const y = frame.top + 24;
  let low = 0;
  let high = chunks.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chunks[middle]?.getBoundingClientRect().bottom ?? Infinity) > y) high = middle;
    else low = middle + 1;
  }
  const chunk = chunks[low];
  const text = chunk?.querySelector('[data-start]');
  if (!chunk || !text) return map.chunks[low]?.start ?? null;
  const caret = document.caretPositionFromPoint(text.getBoundingClientRect().left + 4, y);
  if (!caret || !chunk.contains(caret.offsetNode)) return map.chunks[low]?.start ?? null;
  return map.offsetOf(caret.offsetNode, caret.offset, 'start');
}
