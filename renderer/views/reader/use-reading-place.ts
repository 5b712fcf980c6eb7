// Where in the text the reader is: kept while Annals is open, so that a document opens again where it was left; and going to a
// passage. It scrolls the text and nothing else.

import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import { firstBelow } from './near-chunks.ts';
import type { TextMap } from './text-map.ts';

const places = new Map<string, number>();

/** The offset at which a document was left; 0 when it was not open yet. */
export function placeOfDocument(documentId: string): number {
  return places.get(documentId) ?? 0;
}

/** 'top': where it was left, at the upper edge. */
export type GoHow = 'always' | 'unless-seen' | 'top';

/** A passage gone to stands this far down the window: enough above it to see where it belongs. */
export const shownAt = 0.28;

/** Where one reads, whichever view says it. `entryAt` names the entry of the outline at an offset; only its change draws anything anew, not every line scrolled. */
export function usePlace(documentId: string, entryAt: (offset: number) => number) {
  const topRef = useRef(placeOfDocument(documentId));
  const [entry, setEntry] = useState(() => entryAt(placeOfDocument(documentId)));
  /** The offset of the first character seen. */
  const top = useCallback(() => topRef.current, []);
  const report = useCallback(
    (offset: number) => {
      places.set(documentId, offset);
      topRef.current = offset;
      setEntry(entryAt(offset));
    },
    [documentId, entryAt],
  );
  return { top, entry, report };
}

/** Going to a passage in the reading text, and saying where its window stands. */
export function useTextPlace(scrollerRef: RefObject<HTMLElement | null>, map: TextMap, draw: (range: TextRange) => void, onPlace: (offset: number) => void) {
  const goTo = useCallback(
    (range: TextRange, how: GoHow = 'always') => {
      const element = scrollerRef.current;
      // Text that is not shown has no places.
      if (!element || element.clientHeight === 0) return;
      draw(range);
      const boxes = map.boxesOf(range);
      if (!boxes) return;
      const frame = element.getBoundingClientRect();
      const margin = 48;
      const isSeen = boxes.first.top >= frame.top + margin && boxes.first.bottom <= frame.bottom - margin * 2;
      if (how === 'unless-seen' && isSeen) return;
      element.scrollBy({ top: boxes.first.top - frame.top - (how === 'top' ? 24 : frame.height * shownAt), behavior: 'instant' });
    },
    [scrollerRef, map, draw],
  );

  useEffect(() => {
    const element = scrollerRef.current;
    if (!element) return undefined;
    let frame = 0;
    const read = () => {
      frame = 0;
      if (element.clientHeight === 0) return;
      const offset = element.scrollTop < 8 ? 0 : topOffset(element, map);
      if (offset !== null) onPlace(offset);
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(read);
    };
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      element.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [scrollerRef, map, onPlace]);

  return goTo;
}

/**
 * The first character seen, a little below the upper edge, as near as boxes tell it: within a long paragraph by the share that
 * is above the edge. Asking the browser for the letter at a point takes 35 ms on a page with 10,000 highlights.
 */
function topOffset(scroller: HTMLElement, map: TextMap): number | null {
  const y = scroller.getBoundingClientRect().top + 24;
  const chunks = scroller.getElementsByClassName('reader-chunk');
  const chunk = chunks[firstBelow(chunks, y)];
  const leaves = chunk?.querySelectorAll('[data-start]') ?? [];
  const leaf = leaves[firstBelow(leaves, y)];
  if (!leaf) return map.chunks[Number(chunk?.getAttribute('data-chunk') ?? 0)]?.start ?? null;
  const box = leaf.getBoundingClientRect();
  const share = Math.max(0, Math.min(0.99, (y - box.top) / Math.max(1, box.height)));
  return Number(leaf.getAttribute('data-start')) + Math.floor(share * (leaf.textContent?.length ?? 0));
}
