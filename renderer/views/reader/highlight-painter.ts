// Paints passages by the CSS Custom Highlight API: one Highlight a look, no element added to the text. How each look is drawn
// stands in reader-highlights.css.

import type { TextRange } from '../../../shared/core/document.ts';
import type { TextMap } from './text-map.ts';

/** Later looks are painted over earlier ones. */
const order = ['colour', 'overlap', 'overlap-deep', 'active', 'pending', 'find', 'find-current', 'flash'] as const;

export class HighlightPainter {
  readonly #map: TextMap;
  readonly #shown = new Map<string, { highlight: Highlight; ranges: readonly TextRange[] }>();
  readonly #stop: () => void;

  constructor(map: TextMap) {
    this.#map = map;
    this.#stop = map.onAttach((chunk) => this.#add(chunk));
  }

  /** Shows the ranges (ascending) in this look, instead of those shown before in it. */
  show(look: string, ranges: readonly TextRange[]): void {
    const highlight = new Highlight(...ranges.flatMap((range) => this.#map.rangesOf(range)));
    highlight.priority = priorityOf(look);
    this.#shown.set(look, { highlight, ranges });
    CSS.highlights.set(`reader-${look}`, highlight);
  }

  dispose(): void {
    this.#stop();
    for (const [look, { highlight }] of this.#shown) if (CSS.highlights.get(`reader-${look}`) === highlight) CSS.highlights.delete(`reader-${look}`);
    this.#shown.clear();
  }

  #add(chunk: number): void {
    const extent = this.#map.chunks[chunk];
    if (!extent) return;
    for (const { highlight, ranges } of this.#shown.values()) {
      for (const range of ranges) {
        if (range.start >= extent.end) break;
        if (range.end <= extent.start) continue;
        for (const part of this.#map.rangesOf(range, chunk)) highlight.add(part);
      }
    }
  }
}

function priorityOf(look: string): number {
  const index = order.findIndex((known) => known === look);
  return index < 0 ? 0 : index;
}
