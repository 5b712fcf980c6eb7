// Paints passages by the CSS Custom Highlight API: one Highlight a look, no element added to the text. How each look is drawn
// stands in reader-highlights.css. Only what stands in chunks near the window is painted: with each change of the page the browser
// goes through all that is, and 10,000 ranges cost it a tenth of a second.

import type { TextRange } from '../../../shared/core/document.ts';
import { Intervals } from './intervals.ts';
import type { TextMap } from './text-map.ts';

/** Later looks are painted over earlier ones. */
const order = ['doubt', 'colour', 'unplaced', 'overlap', 'overlap-deep', 'active', 'pending', 'find', 'find-current', 'flash'] as const;

/** What is to be painted in a stretch of text: ranges by look. They may reach out of it. */
export type Source = (stretch: TextRange) => Iterable<readonly [look: string, ranges: readonly TextRange[]]>;

/** What is painted in a chunk, by look; `key` says which ranges, so that what stays is not touched. */
type Painted = Map<string, { key: string; parts: StaticRange[] }>;

const nowhere = { from: 0, to: -1 };

export class HighlightPainter {
  readonly #map: TextMap;
  readonly #highlights = new Map<string, Highlight>();
  /** By name of the source, then by chunk. */
  readonly #sources = new Map<string, { source: Source; painted: Map<number, Painted> }>();
  readonly #stop: () => void;
  #near = nowhere;

  constructor(map: TextMap) {
    this.#map = map;
    this.#stop = map.onAttach((chunk) => {
      if (!this.#isNear(chunk)) return;
      // The chunk may have been drawn anew: ranges in its old elements are worth nothing.
      for (const { source, painted } of this.#sources.values()) {
        this.#clear(painted, chunk);
        this.#paint(source, painted, chunk);
      }
    });
  }

  /** Shows the ranges (in any order) in this look, instead of those shown before in it. */
  show(look: string, ranges: readonly TextRange[]): void {
    const all = new Intervals(ranges);
    this.draw(look, (stretch) => [[look, all.within(stretch)]]);
  }

  /** Paints what the source says of each stretch near the window, instead of what the source of this name said before. Only what differs is touched. */
  draw(name: string, source: Source): void {
    const { painted } = this.#sources.get(name) ?? { painted: new Map<number, Painted>() };
    this.#sources.set(name, { source, painted });
    for (let chunk = this.#near.from; chunk <= this.#near.to; chunk += 1) this.#paint(source, painted, chunk);
  }

  /** From now on these chunks (`to` included) are painted, and no others. */
  paintNear(from: number, to: number): void {
    if (from === this.#near.from && to === this.#near.to) return;
    const before = this.#near;
    this.#near = { from, to };
    for (const { source, painted } of this.#sources.values()) {
      for (const chunk of painted.keys()) if (!this.#isNear(chunk)) this.#clear(painted, chunk);
      for (let chunk = from; chunk <= to; chunk += 1) if (chunk < before.from || chunk > before.to) this.#paint(source, painted, chunk);
    }
  }

  dispose(): void {
    this.#stop();
    for (const { painted } of this.#sources.values()) for (const chunk of painted.keys()) this.#clear(painted, chunk);
    for (const [look, highlight] of this.#highlights) if (highlight.size === 0 && CSS.highlights.get(`reader-${look}`) === highlight) CSS.highlights.delete(`reader-${look}`);
    this.#sources.clear();
    this.#near = nowhere;
  }

  #isNear(chunk: number): boolean {
    return chunk >= this.#near.from && chunk <= this.#near.to;
  }

  #paint(source: Source, painted: Map<number, Painted>, chunk: number): void {
    const extent = this.#map.chunks[chunk];
    if (!extent || !this.#map.isDrawn(chunk)) return;
    const known = painted.get(chunk) ?? new Map<string, { key: string; parts: StaticRange[] }>();
    const left = new Set(known.keys());
    for (const [look, ranges] of source(extent)) {
      const key = ranges.map(({ start, end }) => `${String(start)}-${String(end)}`).join();
      if (key !== '') left.delete(look);
      if (key === '' || known.get(look)?.key === key) continue;
      const highlight = this.#highlight(look);
      for (const part of known.get(look)?.parts ?? []) highlight.delete(part);
      const parts = ranges.flatMap((range) => this.#map.rangesOf(range, chunk));
      for (const part of parts) highlight.add(part);
      known.set(look, { key, parts });
    }
    for (const look of left) this.#erase(known, look);
    painted.set(chunk, known);
  }

  #clear(painted: Map<number, Painted>, chunk: number): void {
    const known = painted.get(chunk) ?? new Map<string, { key: string; parts: StaticRange[] }>();
    for (const look of known.keys()) this.#erase(known, look);
    painted.delete(chunk);
  }

  #erase(known: Painted, look: string): void {
    const highlight = this.#highlight(look);
    for (const part of known.get(look)?.parts ?? []) highlight.delete(part);
    known.delete(look);
  }

  /** The one of this name: two documents beside each other are painted in the same looks. */
  #highlight(look: string): Highlight {
    const name = `reader-${look}`;
    const highlight = CSS.highlights.get(name) ?? this.#highlights.get(look) ?? new Highlight();
    highlight.priority = priorityOf(look);
    this.#highlights.set(look, highlight);
    if (CSS.highlights.get(name) !== highlight) CSS.highlights.set(name, highlight);
    return highlight;
  }
}

function priorityOf(look: string): number {
  const index = order.findIndex((known) => known === look);
  return index < 0 ? order.indexOf('colour') : index;
}
