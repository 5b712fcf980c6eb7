// The highlights in and near the window with their places on the page, for the lanes and the cards in the margin. It measures
// only what is near: a document may have 10,000. While scrolling it changes the page seldom, because after every change the browser
// paints all highlights anew.

import { type RefObject, useEffect, useMemo, useState } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import { Intervals, lanesOf } from './intervals.ts';
import { nearChunks } from './near-chunks.ts';
import { isSamePlace, type SeenHighlight, SeenHighlights, topMargin } from './seen-highlights.ts';
import type { TextMap } from './text-map.ts';

/** Windows above and below in which lanes and cards stand ready. */
const around = 0.5;
/** More cards cannot be seen at once; a page with 60 highlights a screen must still scroll. */
const mostCards = 40;
/** Of these, as many may stand ready above the window. */
const mostAbove = 10;
/** As many from the first in the window fill the margin: while they are there the cards stay as they are. */
const filling = 18;
/** Milliseconds between two changes of the cards while scrolling; those that stand ready bridge them. */
const cardPause = 300;

/** All highlights near, for the lanes; and those in the window or nearest to it, for the cards. */
export function useSeenHighlights(scroller: RefObject<HTMLElement | null>, page: RefObject<HTMLElement | null>, map: TextMap, highlights: Intervals<ListedAnnotation>) {
  const [seen] = useState(() => ({ lanes: new SeenHighlights(), cards: new SeenHighlights() }));
  const measures = useMemo(() => new ChunkMeasures(map), [map]);
  useEffect(() => {
    const element = scroller.current;
    const text = page.current;
    if (!element || !text) return undefined;
    measures.take(highlights);
    let frame = 0;
    let pause: ReturnType<typeof setTimeout> | undefined;
    let lanesFor = '';
    const showCards = () => {
      pause = undefined;
      const next = cardsIn(element, text, seen.lanes.now());
      // While scrolling those that stand ready are used up first.
      if (!hasAll(seen.cards.now(), next.window)) seen.cards.set(next.all);
    };
    const measure = () => {
      frame = 0;
      const near = nearChunks(element, around);
      if (!near) return;
      // Lanes change when another chunk comes near, not with every line.
      const wanted = `${String(near.from)}-${String(near.to)}`;
      if (wanted !== lanesFor) {
        lanesFor = wanted;
        seen.lanes.set(lanesIn(text, near, measures));
      }
      if (pause !== undefined) return;
      showCards();
      pause = setTimeout(showCards, cardPause);
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(measure);
    };
    // The page grows while chunks are drawn; what was measured within a chunk stays.
    const grown = () => {
      lanesFor = '';
      later();
    };
    const anew = () => {
      measures.forget();
      grown();
    };
    measure();
    element.addEventListener('scroll', later, { passive: true });
    const resize = new ResizeObserver(anew);
    resize.observe(element);
    const growth = new ResizeObserver(grown);
    growth.observe(text);
    const stop = map.onAttach((chunk) => {
      measures.forget(chunk);
      grown();
    });
    void document.fonts.ready.then(anew);
    return () => {
      element.removeEventListener('scroll', later);
      resize.disconnect();
      growth.disconnect();
      stop();
      cancelAnimationFrame(frame);
      clearTimeout(pause);
    };
  }, [scroller, page, map, highlights, seen, measures]);
  return seen;
}

type Measured = { annotation: ListedAnnotation; top: number; bottom: number; lane: number };

/** Where the highlights that begin in a chunk stand below its upper edge, measured once. */
class ChunkMeasures {
  readonly #map: TextMap;
  #highlights: Intervals<ListedAnnotation> = new Intervals<ListedAnnotation>([]);
  readonly #known = new Map<number, Measured[]>();
  /** Kept when another highlight comes or goes. */
  #extents = new WeakMap<ListedAnnotation, { top: number; bottom: number }>();

  constructor(map: TextMap) {
    this.#map = map;
  }

  take(highlights: Intervals<ListedAnnotation>): void {
    this.#highlights = highlights;
    this.#known.clear();
  }

  forget(chunk?: number): void {
    this.#extents = new WeakMap();
    if (chunk === undefined) this.#known.clear();
    else for (const near of [chunk - 1, chunk]) this.#known.delete(near);
  }

  of(chunk: number, element: Element): Measured[] {
    const known = this.#known.get(chunk);
    const stretch = this.#map.chunks[chunk];
    if (known || !stretch) return known ?? [];
    const origin = element.getBoundingClientRect().top;
    const own = this.#highlights.within(stretch);
    const lanes = lanesOf(own);
    const measured = own.flatMap((annotation, index) => {
      if (annotation.start < stretch.start && chunk > 0) return [];
      const extent = this.#extents.get(annotation) ?? this.#measure(annotation, origin);
      return extent ? [{ annotation, ...extent, lane: lanes[index] ?? 0 }] : [];
    });
    // One that reaches into a chunk not drawn yet has no end to measure; it is measured when that is.
    if (this.#map.isDrawn(chunk)) this.#known.set(chunk, measured);
    return measured;
  }

  #measure(annotation: ListedAnnotation, origin: number): { top: number; bottom: number } | null {
    const boxes = this.#map.boxesOf(annotation);
    const extent = boxes && { top: boxes.first.top - origin, bottom: boxes.last.bottom - origin };
    if (extent) this.#extents.set(annotation, extent);
    return extent;
  }
}

function lanesIn(page: HTMLElement, near: { from: number; to: number }, measures: ChunkMeasures): SeenHighlight[] {
  const origin = page.getBoundingClientRect().top;
  const chunks = page.getElementsByClassName('reader-chunk');
  const lanes: SeenHighlight[] = [];
  // A highlight may reach out of its chunk, so the one before is looked at too.
  for (let chunk = Math.max(0, near.from - 1); chunk <= near.to; chunk += 1) {
    const element = chunks[chunk];
    if (!element) continue;
    const from = element.getBoundingClientRect().top - origin;
    for (const { annotation, top, bottom, lane } of measures.of(chunk, element)) lanes.push({ annotation, top: Math.round(from + top), bottom: Math.round(from + bottom), lane });
  }
  return lanes;
}

/** The first in the window and those after it, and a few before it; `window`: those of them that must be there. */
function cardsIn(scroller: HTMLElement, page: HTMLElement, lanes: readonly SeenHighlight[]): { all: SeenHighlight[]; window: SeenHighlight[] } {
  const frame = scroller.getBoundingClientRect();
  const above = frame.top - page.getBoundingClientRect().top;
  const near = lanes.filter(({ top, bottom }) => bottom > above - frame.height * around && top < above + frame.height * (1 + around));
  const first = near.findIndex(({ bottom }) => bottom > above - topMargin);
  if (first < 0) return { all: near.slice(-mostAbove), window: [] };
  const window = near.slice(first, first + filling).filter(({ top }) => top < above + frame.height);
  return { all: near.slice(Math.max(0, first - mostAbove), first + mostCards - mostAbove), window };
}

function hasAll(cards: readonly SeenHighlight[], wanted: readonly SeenHighlight[]): boolean {
  const from = cards.findIndex(({ annotation }) => annotation === wanted[0]?.annotation);
  return wanted.every((each, index) => isSamePlace(each, cards[from + index]));
}
