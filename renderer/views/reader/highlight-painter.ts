// Paints passages by the CSS Custom Highlight API: one Highlight a look, no element added to the text. How each look is drawn
// stands in reader-highlights.css.

import type { TextRange } from '../../../shared/core/document.ts';
import type { TextMap } from './text-map.ts';

/** Later looks are painted over earlier ones. */
const order = ['doubt', 'colour', 'unplaced', 'overlap', 'overlap-deep', 'active', 'pending', 'find', 'find-current', 'flash'] as const;

type Look = { highlight: Highlight; ranges: readonly TextRange[]; parts: Map<string, StaticRange[]> };

export class HighlightPainter {
  readonly #map: TextMap;
  readonly #looks = new Map<string, Look>();
  readonly #stop: () => void;

  constructor(map: TextMap) {
    this.#map = map;
    this.#stop = map.onAttach((chunk) => this.#add(chunk));
  }

  /** Shows the ranges (ascending) in this look, instead of those shown before in it. Only what differs is touched. */
  show(name: string, ranges: readonly TextRange[]): void {
    const look = this.#looks.get(name) ?? { highlight: registered(name), ranges: [], parts: new Map<string, StaticRange[]>() };
    look.highlight.priority = priorityOf(name);
    const wanted = new Set(ranges.map(keyOf));
    for (const [key, parts] of look.parts) {
      if (wanted.has(key)) continue;
      for (const part of parts) look.highlight.delete(part);
      look.parts.delete(key);
    }
    for (const range of ranges) {
      const key = keyOf(range);
      if (look.parts.has(key)) continue;
      const parts = this.#map.rangesOf(range);
      look.parts.set(key, parts);
      for (const part of parts) look.highlight.add(part);
    }
    look.ranges = ranges;
    this.#looks.set(name, look);
    if (CSS.highlights.get(`reader-${name}`) !== look.highlight) CSS.highlights.set(`reader-${name}`, look.highlight);
  }

  dispose(): void {
    this.#stop();
    for (const [name, { highlight, parts }] of this.#looks) {
      for (const own of parts.values()) for (const part of own) highlight.delete(part);
      if (highlight.size === 0 && CSS.highlights.get(`reader-${name}`) === highlight) CSS.highlights.delete(`reader-${name}`);
    }
    this.#looks.clear();
  }

  #add(chunk: number): void {
    const extent = this.#map.chunks[chunk];
    if (!extent) return;
    for (const { highlight, ranges, parts } of this.#looks.values()) {
      for (const range of ranges) {
        if (range.start >= extent.end) break;
        if (range.end <= extent.start) continue;
        const drawn = this.#map.rangesOf(range, chunk);
        for (const part of drawn) highlight.add(part);
        parts.set(keyOf(range), [...(parts.get(keyOf(range)) ?? []), ...drawn]);
      }
    }
  }
}

/** The one of this name: two documents beside each other are painted in the same looks. */
function registered(name: string): Highlight {
  return CSS.highlights.get(`reader-${name}`) ?? new Highlight();
}

function keyOf({ start, end }: TextRange): string {
  return `${String(start)}-${String(end)}`;
}

function priorityOf(look: string): number {
  const index = order.findIndex((known) => known === look);
  return index < 0 ? order.indexOf('colour') : index;
}
