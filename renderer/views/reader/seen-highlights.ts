// The highlights near the window with their places, as something to be followed: while scrolling they change with every frame, and
// only what shows them is drawn anew then, not the room around it.

import { useSyncExternalStore } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';

/** `top` and `bottom` in pixels from the top of the page of text. */
export type SeenHighlight = { annotation: ListedAnnotation; top: number; bottom: number; lane: number };

/** A passage that ends this many pixels above the window still has its card at the window's edge. */
export const topMargin = 80;

const none: readonly SeenHighlight[] = [];

export class SeenHighlights {
  #now = none;
  readonly #listeners = new Set<() => void>();

  /** Tells those who follow, unless it is all the same. */
  set(next: readonly SeenHighlight[]): void {
    if (this.#now.length === next.length && next.every((each, index) => isSamePlace(each, this.#now[index]))) return;
    this.#now = next;
    for (const listener of this.#listeners) listener();
  }

  readonly now = (): readonly SeenHighlight[] => this.#now;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export function useFollowed(seen: SeenHighlights): readonly SeenHighlight[] {
  return useSyncExternalStore(seen.subscribe, seen.now);
}

export function isSamePlace(one: SeenHighlight, other: SeenHighlight | undefined): boolean {
  return one.annotation === other?.annotation && one.top === other.top && one.bottom === other.bottom && one.lane === other.lane;
}
