// What is painted over the reading text: highlights by colour, darker where they overlap; the opened one; the selected passage while a
// field has the focus; the passage gone to.

import { type RefObject, useEffect, useLayoutEffect } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { looksOf } from './highlight-looks.ts';
import type { HighlightPainter } from './highlight-painter.ts';
import type { Intervals } from './intervals.ts';
import { nearChunks } from './near-chunks.ts';
import type { TextMap } from './text-map.ts';

/** Windows above and below that are painted beforehand. */
const around = 0.5;

export function usePainting(painter: HighlightPainter, highlights: Intervals<ListedAnnotation>, tags: ReadonlyMap<string, TagWithCount>, active: ListedAnnotation | null, passage: TextRange | null, flash: TextRange | null): void {
  useEffect(() => painter.draw('highlights', looksOf(highlights, tags)), [painter, highlights, tags]);
  useEffect(() => painter.show('active', active ? [active] : []), [painter, active]);
  useEffect(() => painter.show('pending', passage ? [passage] : []), [painter, passage]);
  useEffect(() => painter.show('flash', flash ? [flash] : []), [painter, flash]);
}

/** Keeps what is painted in step with the window. */
export function usePaintedWindow(painter: HighlightPainter, map: TextMap, scroller: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    const page = element?.firstElementChild;
    if (!element || !page) return undefined;
    // In the event itself, which comes before the frame is drawn: no text is seen without its highlights.
    const follow = () => {
      const near = nearChunks(element, around);
      if (near) painter.paintNear(near.from, near.to);
    };
    follow();
    element.addEventListener('scroll', follow, { passive: true });
    const resize = new ResizeObserver(follow);
    resize.observe(element);
    resize.observe(page);
    return () => {
      element.removeEventListener('scroll', follow);
      resize.disconnect();
    };
  }, [painter, map, scroller]);
}
