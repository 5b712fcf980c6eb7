// The highlights in and near the window with their places on the page, for the lanes and the cards in the margin. It measures
// only what is near: a document may have 10,000.

import { type RefObject, useEffect, useState } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import { type Intervals, lanesOf } from './intervals.ts';
import type { TextMap } from './text-map.ts';

/** `top` and `bottom` in pixels from the top of the page of text. */
export type SeenHighlight = { annotation: ListedAnnotation; top: number; bottom: number; lane: number };

/** Windows above and below in which lanes stand ready. */
const around = 0.5;
/** More cannot be seen at once; a page with 60 highlights a screen must still scroll. */
const mostCards = 40;

/** All highlights near, for the lanes; and the first of those in the window, for the cards. */
export function useSeenHighlights(scroller: RefObject<HTMLElement | null>, page: RefObject<HTMLElement | null>, map: TextMap, highlights: Intervals<ListedAnnotation>) {
  const [seen, setSeen] = useState<{ lanes: readonly SeenHighlight[]; cards: readonly SeenHighlight[] }>({ lanes: [], cards: [] });
  useEffect(() => {
    const element = scroller.current;
    const text = page.current;
    if (!element || !text) return undefined;
    const measures = new ChunkMeasures(map, highlights);
    let frame = 0;
    const measure = () => {
      frame = 0;
      const { lanes, cards } = measured(element, text, measures);
      setSeen((known) => (isSame(known.lanes, lanes) && isSame(known.cards, cards) ? known : { lanes: isSame(known.lanes, lanes) ? known.lanes : lanes, cards: isSame(known.cards, cards) ? known.cards : cards }));
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    const anew = () => {
      measures.forget();
      later();
    };
    measure();
    element.addEventListener('scroll', later, { passive: true });
    const resize = new ResizeObserver(anew);
    resize.observe(element);
    // The page grows while chunks are drawn; what was measured within a chunk stays.
    const growth = new ResizeObserver(later);
    growth.observe(text);
    const stop = map.onAttach((chunk) => {
      measures.forget(chunk);
      later();
    });
    void document.fonts.ready.then(anew);
    return () => {
      element.removeEventListener('scroll', later);
      resize.disconnect();
      growth.disconnect();
      stop();
      cancelAnimationFrame(frame);
    };
  }, [scroller, page, map, highlights]);
  return seen;
}

type Measured = { annotation: ListedAnnotation; top: number; bottom: number; lane: number };

/** Where the highlights that begin in a chunk stand below its upper edge, measured once. */
class ChunkMeasures {
  readonly #map: TextMap;
  readonly #highlights: Intervals<ListedAnnotation>;
  readonly #known = new Map<number, Measured[]>();

  constructor(map: TextMap, highlights: Intervals<ListedAnnotation>) {
    this.#map = map;
    this.#highlights = highlights;
  }

  forget(chunk?: number): void {
    if (chunk === undefined) this.#known.clear();
    else for (const near of [chunk - 1, chunk]) this.#known.delete(near);
  }

  of(chunk: number, element: Element): Measured[] {
    const known = this.#known.get(chunk);
    const extent = this.#map.chunks[chunk];
    if (known || !extent) return known ?? [];
    const origin = element.getBoundingClientRect().top;
    const own = this.#highlights.within(extent);
    const lanes = lanesOf(own);
    const measured = own.flatMap((annotation, index) => {
      if (annotation.start < extent.start && chunk > 0) return [];
      const boxes = this.#map.boxesOf(annotation);
      return boxes ? [{ annotation, top: boxes.first.top - origin, bottom: boxes.last.bottom - origin, lane: lanes[index] ?? 0 }] : [];
    });
    // One that reaches into a chunk not drawn yet has no end to measure; it is measured when that is.
    if (this.#map.isDrawn(chunk)) this.#known.set(chunk, measured);
    return measured;
  }
}

function measured(scroller: HTMLElement, page: HTMLElement, measures: ChunkMeasures): { lanes: SeenHighlight[]; cards: SeenHighlight[] } {
  const frame = scroller.getBoundingClientRect();
  const origin = page.getBoundingClientRect().top;
  const from = frame.top - frame.height * around;
  const to = frame.bottom + frame.height * around;
  const lanes: SeenHighlight[] = [];
  for (const element of page.querySelectorAll('[data-chunk]')) {
    const box = element.getBoundingClientRect();
    // A highlight may reach out of its chunk, so the one before is looked at too.
    if (box.bottom < from - frame.height) continue;
    if (box.top > to) break;
    for (const { annotation, top, bottom, lane } of measures.of(Number(element.getAttribute('data-chunk')), element)) {
      if (box.top + bottom < from || box.top + top > to) continue;
      lanes.push({ annotation, top: Math.round(box.top + top - origin), bottom: Math.round(box.top + bottom - origin), lane });
    }
  }
  const first = lanes.findIndex(({ bottom }) => bottom + origin > frame.top - 80);
  return { lanes, cards: first < 0 ? [] : lanes.slice(first, first + mostCards) };
}

function isSame(known: readonly SeenHighlight[], next: readonly SeenHighlight[]): boolean {
  return known.length === next.length && known.every((each, index) => each.annotation === next[index]?.annotation && each.top === next[index].top && each.bottom === next[index].bottom && each.lane === next[index].lane);
}
