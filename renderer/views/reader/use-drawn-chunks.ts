// Which chunks of the text are drawn: those near the place where the reader is at once, the others bit by bit while nothing else
// is to be done, so that in the end the browser's own selection reaches through all of it.

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { TextRange } from '../../../shared/core/document.ts';
import { type Chunk, chunkAt } from './layout.ts';

/** A text longer than this is drawn only where it is read: beyond it the whole page would cost more memory than it is worth. */
const drawnWhole = 3_000_000;
/** Chunks added while idle at a time: some 10 ms of work. */
const stepSize = 2;

export type DrawnChunks = {
  isDrawn: (chunk: number) => boolean;
  /** Draws what holds the passage, now. */
  draw: (range: TextRange) => void;
};

/** `first` is the offset to begin at. */
export function useDrawnChunks(chunks: readonly Chunk[], scroller: RefObject<HTMLElement | null>, first: number): DrawnChunks {
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(() => {
    const at = chunkAt(chunks, first);
    return new Set([at - 1, at, at + 1]);
  });
  const latest = useRef(drawn);
  useLayoutEffect(() => {
    latest.current = drawn;
  });

  const add = useCallback((more: Iterable<number>) => {
    const missing = [...more].filter((chunk) => chunk >= 0 && !latest.current.has(chunk));
    if (missing.length > 0) setDrawn((known) => new Set([...known, ...missing]));
  }, []);

  const draw = useCallback(
    (range: TextRange) => {
      const from = chunkAt(chunks, range.start) - 1;
      const to = Math.min(chunkAt(chunks, Math.max(range.start, range.end - 1)), from + 4) + 1;
      const wanted = Array.from({ length: to - from + 1 }, (_, index) => from + index);
      if (wanted.some((chunk) => chunk >= 0 && chunk < chunks.length && !latest.current.has(chunk))) flushSync(() => add(wanted));
    },
    [chunks, add],
  );

  // What comes near the window while scrolling.
  useEffect(() => {
    const root = scroller.current;
    if (!root) return undefined;
    const observer = new IntersectionObserver((entries) => add(entries.filter((entry) => entry.isIntersecting).map((entry) => Number(entry.target.getAttribute('data-chunk')))), { root, rootMargin: '150% 0px' });
    for (const place of root.querySelectorAll('.reader-chunk-place')) observer.observe(place);
    return () => observer.disconnect();
  }, [scroller, chunks, add, drawn]);

  const length = chunks.at(-1)?.end ?? 0;
  useEffect(() => {
    if (length > drawnWhole || drawn.size >= chunks.length + 1) return undefined;
    const missing = nearestMissing(chunks.length, drawn);
    if (missing.length === 0) return undefined;
    const handle = requestIdleCallback(() => add(missing), { timeout: 400 });
    return () => cancelIdleCallback(handle);
  }, [chunks, length, drawn, add]);

  return { isDrawn: (chunk) => drawn.has(chunk), draw };
}

/** The first chunks from the top that are not drawn: the text grows in reading order. */
function nearestMissing(count: number, drawn: ReadonlySet<number>): number[] {
  const missing: number[] = [];
  for (let chunk = 0; chunk < count && missing.length < stepSize; chunk += 1) if (!drawn.has(chunk)) missing.push(chunk);
  return missing;
}
