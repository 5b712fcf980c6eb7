// Two texts laid beside one another: where a place of the older one is to be expected in the newer one.

import type { TextRange } from '../document.ts';
import { commonRuns, type Run } from './common-runs.ts';
import { type Folded, fold, foldedRange } from './folding.ts';
import { headsOf } from './furniture.ts';
import { GramIndex } from './gram-index.ts';

export type SectionOf = TextRange & { title: string };
export type AnchoredText = { text: string; sections?: readonly SectionOf[] };

/** Folded units to a neighbour: a paragraph. */
const nearby = 500;

export class PlaceMap {
  readonly older: Folded;
  readonly newer: Folded;
  private readonly runs: Run[];
  private readonly chain: Run[];
  private olderGrams: GramIndex | null = null;
  private newerGrams: GramIndex | null = null;

  constructor(older: string, newer: string) {
    this.older = fold(older, headsOf(older, newer));
    this.newer = fold(newer, headsOf(newer, older));
    this.runs = commonRuns(this.older.units, this.newer.units);
    this.chain = this.runs.filter((run) => run.inOrder);
  }

  /** Share of the shorter text that stands in the other, 0..1. */
  shared(): number {
    const length = Math.min(this.older.units.length, this.newer.units.length);
    return length === 0 ? 0 : Math.min(1, this.runs.reduce((sum, run) => sum + run.length, 0) / length);
  }

  /** Places of the same words in the older text; null when there are too many to tell apart. */
  olderPlaces(units: Uint16Array, most: number): number[] | null {
    return (this.olderGrams ??= new GramIndex(this.older.units)).places(units, most);
  }

  newerPlaces(units: Uint16Array, most: number): number[] | null {
    return (this.newerGrams ??= new GramIndex(this.newer.units)).places(units, most);
  }

  likelyStarts(units: Uint16Array, most: number): number[] {
    return (this.newerGrams ??= new GramIndex(this.newer.units)).likelyStarts(units, most);
  }

  /** The run that holds the whole folded range; `sure` when no other run claims the same letters. */
  runAround(range: TextRange): { start: number; sure: boolean } | null {
    let best: Run | null = null;
    for (const run of this.runsAt(range.start)) if (run.older + run.length >= range.end && (!best || run.length > best.length)) best = run;
    if (!best) return null;
    const offset = range.start - best.older;
    return { start: best.newer + offset, sure: offset >= best.sureFrom && range.end - best.older <= best.sureTo };
  }

  /** The range between the mapped ends of a folded range, when both ends lie in runs in order; null otherwise. */
  betweenEnds(range: TextRange): TextRange | null {
    const first = this.runsAt(range.start).find((run) => run.inOrder);
    const last = this.runsAt(range.end - 1).find((run) => run.inOrder);
    if (!first || !last) return null;
    const start = first.newer + range.start - first.older;
    const end = last.newer + range.end - last.older;
    return end > start ? { start, end } : null;
  }

  /** Where a folded range is to be expected: between its neighbours in order. */
  expected(range: TextRange): TextRange {
    const after = firstAfter(this.chain, range.end);
    const before = this.chain[firstAfter(this.chain, range.start + 1) - 1];
    const next = this.chain[after];
    const start = before ? before.newer + Math.min(range.start - before.older, before.length) : 0;
    const end = next ? next.newer : this.newer.units.length;
    return { start: Math.min(start, end), end: Math.max(start, end) };
  }

  /** Whether a place in the newer text stands in the same order among its neighbours as in the older one. */
  keepsOrder(older: TextRange, newer: TextRange): boolean {
    const before = this.chain[firstAfter(this.chain, older.start + 1) - 1];
    const next = this.chain[firstAfter(this.chain, older.end)];
    const inside = before && before.older + before.length >= older.end;
    if (inside) return newer.start === before.newer + older.start - before.older;
    // Runs may overlap by the few letters that two neighbours share.
    const slack = 20;
    return (!before || newer.start + slack >= before.newer + Math.min(before.length, older.start - before.older)) && (!next || newer.end <= next.newer + slack);
  }

  /** Whether both places lie between the same two neighbours, close by in both texts. */
  isBetweenNeighbours(older: TextRange, newer: TextRange): boolean {
    const before = this.chain[firstAfter(this.chain, older.start + 1) - 1];
    const next = this.chain[firstAfter(this.chain, older.end)];
    if (!before || !next) return false;
    const near = (gap: number) => gap <= nearby;
    return near(older.start - before.older - before.length) && near(next.older - older.end) && newer.start >= before.newer && near(newer.start - before.newer - before.length) && newer.end <= next.newer + next.length && near(next.newer - newer.end);
  }

  /** Units of a folded range that come in the same runs in a range of the newer text: a measure for passages too long to compare letter by letter. */
  sharedUnits(older: TextRange, newer: TextRange): number {
    let shared = 0;
    for (const run of this.runs) {
      if (run.older >= older.end) break;
      const shift = run.newer - run.older;
      const start = Math.max(run.older, older.start, newer.start - shift);
      const end = Math.min(run.older + run.length, older.end, newer.end - shift);
      if (end > start) shared += end - start;
    }
    return shared;
  }

  foldedInOlder(range: TextRange): TextRange {
    return foldedRange(this.older, range);
  }

  /** Runs that hold a folded place of the older text. They are in order of their starts and overlap by few. */
  private runsAt(place: number): Run[] {
    const found: Run[] = [];
    for (let index = firstAfter(this.runs, place + 1) - 1, steps = 0; index >= 0 && steps < 8; index--, steps++) {
      const run = this.runs[index];
      if (run && run.older + run.length > place) found.push(run);
    }
    return found;
  }
}

/** Index of the first run that starts at `place` or after it in the older text. */
function firstAfter(runs: readonly Run[], place: number): number {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((runs[middle]?.older ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
