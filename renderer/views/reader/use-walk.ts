// Walking from one highlight to the next, and round those that overlap at one place.

import { useRef } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import { useCommandHandler } from '../../components/commands.tsx';
import type { Intervals } from './intervals.ts';

type Walk = {
  highlights: Intervals<ListedAnnotation>;
  active: ListedAnnotation | null;
  /** Where one reads. */
  place: () => number;
  /** True when one went elsewhere since the highlight in hand was opened. */
  hasLeft: () => boolean;
  onWalk: (annotation: ListedAnnotation) => void;
  say: (message: string) => void;
};

export function useWalk({ highlights, active, place, hasLeft, onWalk, say }: Walk): void {
  /** Those that are gone round, by id: found when it begins, so that an inner one does not lose the others. */
  const round = useRef<readonly string[]>([]);
  const { items } = highlights;

  const walk = (step: 1 | -1) => {
    const from = active && !hasLeft() ? items.indexOf(active) : -1;
    const at = place();
    const next = from >= 0 ? items[from + step] : step === 1 ? (items.find((each) => each.start >= at) ?? items.at(-1)) : (items.findLast((each) => each.start < at) ?? items[0]);
    if (next) onWalk(next);
    else say(items.length === 0 ? 'There is no highlight in this document.' : step === 1 ? 'This is the last highlight.' : 'This is the first highlight.');
  };
  const goRound = () => {
    if (!active) return;
    if (!round.current.includes(active.id)) round.current = highlights.within(active).map(({ id }) => id);
    const here = round.current.flatMap((id) => items.find((each) => each.id === id) ?? []);
    const next = here[(here.findIndex(({ id }) => id === active.id) + 1) % Math.max(1, here.length)];
    if (next && next.id !== active.id) onWalk(next);
    else say('No other highlight lies here.');
  };
  useCommandHandler('reader.nextHighlight', () => walk(1));
  useCommandHandler('reader.previousHighlight', () => walk(-1));
  useCommandHandler('reader.nextHere', goRound, active !== null);
}
