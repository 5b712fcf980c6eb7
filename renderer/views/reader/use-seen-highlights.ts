// The highlights in and near the window with their places on the page, for the lanes and the cards in the margin. It measures
// only what is near: a document may have 10,000.

import { type RefObject, useEffect, useState } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import { type Intervals, lanesOf } from './intervals.ts';
import type { TextMap } from './text-map.ts';
import { seenRange } from './use-reading-place.ts';

/** `top` and `bottom` in pixels from the top of the page of text. */
export type SeenHighlight = { annotation: ListedAnnotation; top: number; bottom: number; lane: number };

/** Windows above and below in which cards stand ready. */
const around = 0.5;

export function useSeenHighlights(scroller: RefObject<HTMLElement | null>, page: RefObject<HTMLElement | null>, map: TextMap, highlights: Intervals<ListedAnnotation>): readonly SeenHighlight[] {
  const [seen, setSeen] = useState<readonly SeenHighlight[]>([]);
  useEffect(() => {
    const element = scroller.current;
    const text = page.current;
    if (!element || !text) return undefined;
    let frame = 0;
    const measure = () => {
      frame = 0;
      const next = measured(element, text, map, highlights);
      setSeen((known) => (isSame(known, next) ? known : next));
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    measure();
    element.addEventListener('scroll', later, { passive: true });
    const resize = new ResizeObserver(later);
    resize.observe(element);
    resize.observe(text);
    const stop = map.onAttach(later);
    return () => {
      element.removeEventListener('scroll', later);
      resize.disconnect();
      stop();
      cancelAnimationFrame(frame);
    };
  }, [scroller, page, map, highlights]);
  return seen;
}

function measured(scroller: HTMLElement, page: HTMLElement, map: TextMap, highlights: Intervals<ListedAnnotation>): SeenHighlight[] {
  const frame = scroller.getBoundingClientRect();
  const origin = page.getBoundingClientRect().top;
  const from = frame.top - frame.height * around;
  const to = frame.bottom + frame.height * around;
  const near = highlights.within(seenRange(scroller, map, around));
  const lanes = lanesOf(near);
  return near.flatMap((annotation, index) => {
    const boxes = map.boxesOf(annotation);
    if (!boxes || boxes.last.bottom < from || boxes.first.top > to) return [];
    return [{ annotation, top: Math.round(boxes.first.top - origin), bottom: Math.round(boxes.last.bottom - origin), lane: lanes[index] ?? 0 }];
  });
}

function isSame(known: readonly SeenHighlight[], next: readonly SeenHighlight[]): boolean {
  return known.length === next.length && known.every((each, index) => each.annotation === next[index]?.annotation && each.top === next[index].top && each.bottom === next[index].bottom && each.lane === next[index].lane);
}
