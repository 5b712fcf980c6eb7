// Finds the passages at a point or in a stretch of text without asking the browser: sorted starts and the farthest end so far.

import type { TextRange } from '../../../shared/core/document.ts';
import { lastStarting } from './layout.ts';

export class Intervals<Item extends TextRange> {
  readonly items: readonly Item[];
  /** For each item the farthest end of it and those before it. */
  readonly #reach: number[] = [];

  constructor(items: readonly Item[]) {
    this.items = items.toSorted((one, other) => one.start - other.start || other.end - one.end);
    let reach = 0;
    for (const item of this.items) {
      reach = Math.max(reach, item.end);
      this.#reach.push(reach);
    }
  }

  /** Those that share a character with the range, in document order. */
  within(range: TextRange): Item[] {
    const found: Item[] = [];
    for (let index = lastStarting(this.items, range.end - 1, (item) => item.start); index >= 0; index -= 1) {
      if ((this.#reach[index] ?? 0) <= range.start) break;
      const item = this.items[index];
      if (item && item.end > range.start) found.push(item);
    }
    return found.reverse();
  }

  /** Those that hold the character at `offset`, the shortest first: the one inside is meant rather than the one around it. */
  at(offset: number): Item[] {
    return this.within({ start: offset, end: offset + 1 }).toSorted((one, other) => one.end - one.start - (other.end - other.start));
  }
}

/** Stretches that at least `depth` of the ranges cover, ascending. */
export function coveredBy(ranges: readonly TextRange[], depth: number): TextRange[] {
  const edges = ranges.flatMap(({ start, end }) => [
    { at: start, step: 1 },
    { at: end, step: -1 },
  ]);
  // Ends before starts: two that only touch do not overlap.
  edges.sort((one, other) => one.at - other.at || one.step - other.step);
  const stretches: TextRange[] = [];
  let open = 0;
  let start = 0;
  for (const { at, step } of edges) {
    if (open < depth && open + step >= depth) start = at;
    if (open >= depth && open + step < depth && at > start) stretches.push({ start, end: at });
    open += step;
  }
  return stretches;
}

/** A lane for each range, 0 first, so that those that overlap stand side by side. Ranges must ascend by start. */
export function lanesOf(ranges: readonly TextRange[]): number[] {
  const ends: number[] = [];
  return ranges.map(({ start, end }) => {
    const free = ends.findIndex((taken) => taken <= start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = end;
    return lane;
  });
}
