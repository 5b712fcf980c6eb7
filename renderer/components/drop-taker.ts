// What the view in front makes of files dropped on it, once they are imported; a drop elsewhere is only imported.

import { useEffect, useRef } from 'react';
import type { ImportItem } from '../../shared/core/library.ts';

export type DropTaker = {
  /** What the sheet over the window says while files hover. */
  words: string;
  /** Answers whether it said itself what became of them. Not called when the view has gone meanwhile. */
  take: (items: readonly ImportItem[]) => Promise<boolean>;
};

type Known = { words: string; latest: { current: DropTaker['take'] } };

let takers: readonly Known[] = [];

/** While mounted and `words` are given, files dropped on the window are handed to `take` when they are imported. */
export function useDropTaker(words: string | null, take: DropTaker['take']): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    if (words === null) return undefined;
    const known = { words, latest };
    takers = [...takers, known];
    return () => {
      takers = takers.filter((each) => each !== known);
    };
  }, [words]);
}

/** The one that a drop made now belongs to. */
export function dropTaker(): DropTaker | null {
  const known = takers.at(-1);
  // Gone, and shown again for other words: still the view that was dropped on.
  return known ? { words: known.words, take: async (items) => takers.some(({ latest }) => latest === known.latest) && (await known.latest.current(items)) } : null;
}
