// The highlights and areas in and near the window of the pages, with their heights, for the cards in the margin. Passages are placed
// as soon as the words of their page are known.

import { useCallback, useEffect, useState } from 'react';
import type { ListedAnnotation } from '../../../../shared/core/annotation.ts';
import type { Intervals } from '../intervals.ts';
import { type SeenHighlight, SeenHighlights } from '../seen-highlights.ts';
import { sheetsBetween } from './page-geometry.ts';
import type { Pages } from './use-pages.ts';

/** More cannot be seen at once. */
const mostCards = 40;

export function useSeenOnPages({ scroller, map }: Pick<Pages, 'scroller' | 'map'>, isShown: boolean, highlights: Intervals<ListedAnnotation>) {
  const [seen] = useState(() => new SeenHighlights());
  const measure = useCallback(() => {
    const view = scroller.current;
    if (!view) return;
    seen.set(measured(view, map, highlights));
  }, [scroller, map, highlights, seen]);
  useEffect(() => {
    const view = scroller.current;
    if (!isShown || !view) return undefined;
    let frame = 0;
    const later = () => {
      if (frame === 0)
        frame = requestAnimationFrame(() => {
          frame = 0;
          measure();
        });
    };
    later();
    view.addEventListener('scroll', later, { passive: true });
    return () => {
      view.removeEventListener('scroll', later);
      cancelAnimationFrame(frame);
    };
  }, [isShown, scroller, measure]);
  return { seen, measure };
}

function measured(view: HTMLElement, map: Pages['map'], highlights: Intervals<ListedAnnotation>): SeenHighlight[] {
  const [from, to] = [view.scrollTop - 80, view.scrollTop + view.clientHeight];
  const sheets = sheetsBetween(map.layout, from, to);
  const first = map.pages[sheets.from];
  const last = map.pages[sheets.to];
  if (!first || !last) return [];
  // Areas of a page without words stand at the edge between its neighbours.
  const near = highlights.within({ start: Math.max(0, first.start - 1), end: last.end + 1 });
  return near
    .map((annotation) => ({ annotation, ...extentOf(annotation, map), lane: 0 }))
    .filter(({ top, bottom }) => bottom > from && top < to)
    .toSorted((one, other) => one.top - other.top || one.annotation.start - other.annotation.start)
    .slice(0, mostCards);
}

function extentOf(annotation: ListedAnnotation, map: Pages['map']): { top: number; bottom: number } {
  const { area } = annotation;
  if (!area) {
    const { top, bottom } = map.extentOf(annotation);
    return { top: Math.round(top), bottom: Math.round(bottom) };
  }
  const index = map.pages.findIndex((page) => page.number === area.page);
  const box = map.onSheet(index, area);
  const top = (map.layout.sheets[index]?.y ?? 0) + box.y;
  return { top: Math.round(top), bottom: Math.round(top + box.height) };
}
