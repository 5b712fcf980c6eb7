// Correcting pairs by key and menu: what can be done with the cell in hand, and the sentence that waits to be paired with another.

import { useState } from 'react';
import type { PairVerdict } from '../../../shared/core/alignment.ts';
import type { Comparison, PairCorrection } from '../../../shared/core/comparison.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { useCommandHandler } from '../../components/commands.tsx';
import { showToast } from '../../components/toasts.ts';
import { correctionsOfRow, differs, hasNeighbour, pairInHand, sidesOf, type Sides } from './pair-in-hand.ts';
import type { Place } from './place.ts';

export type Corrections = {
  /** Null while it cannot be done with the cell in hand. */
  pair: (() => void) | null;
  same: (() => void) | null;
  apart: (() => void) | null;
  takeBack: (() => void) | null;
  /** What was decided about the row in hand. */
  made: PairCorrection[];
  /** The cell that waits for another to be paired with, and how to let it go. */
  waiting: Place | null;
  stopWaiting: () => void;
};

const done: Record<PairVerdict, string> = { paired: 'Paired by hand.', same: 'Said to be the same by hand.', apart: 'Parted by hand.' };

export function useCorrections(comparison: Comparison, place: Place | null): Corrections {
  const [held, setHeld] = useState<{ comparison: Comparison; place: Place } | null>(null);
  // Rows made anew have other numbers.
  const waiting = held?.comparison === comparison ? held.place : null;
  const setWaiting = (next: Place | null) => setHeld(next && { comparison, place: next });
  const correct = useCommand('compare.correct');
  const uncorrect = useCommand('compare.uncorrect');
  const { undo } = useUndo();
  const cell = place && comparison.rows[place.row]?.cells[place.column];
  const pair = place && pairInHand(comparison, place);
  const made = place ? correctionsOfRow(comparison, place.row) : [];

  const say = async (verdict: PairVerdict, sides: Sides) => {
    if ((await correct.run({ verdict, older: sides.older, newer: sides.newer })).ok) showToast({ text: done[verdict], action: { label: 'Undo', run: () => void undo() } });
  };
  const pairUp = () => {
    if (!place) return;
    if (!waiting || waiting.column === place.column) {
      setWaiting(place);
      return;
    }
    const sides = sidesOf(comparison, waiting, place);
    if (!sides) {
      showToast({ text: 'Only sentences of editions that stand next to each other can be paired.', tone: 'error' });
      return;
    }
    setWaiting(null);
    void say('paired', sides);
  };
  const takeBack = async () => {
    if ((await uncorrect.run({ ids: made.map(({ id }) => id) })).ok) showToast({ text: 'Took the correction back.', action: { label: 'Undo', run: () => void undo() } });
  };

  const canPair = place !== null && Boolean(cell) && hasNeighbour(comparison, place.column);
  const canBeSame = pair !== null && differs(pair);
  useCommandHandler('compare.pair', pairUp, canPair);
  useCommandHandler('compare.same', () => pair && void say('same', pair), canBeSame);
  useCommandHandler('compare.apart', () => pair && void say('apart', pair), Boolean(pair));
  useCommandHandler('compare.uncorrect', () => void takeBack(), made.length > 0);
  return {
    pair: canPair ? pairUp : null,
    same: pair && canBeSame ? () => void say('same', pair) : null,
    apart: pair ? () => void say('apart', pair) : null,
    takeBack: made.length > 0 ? () => void takeBack() : null,
    made,
    waiting,
    stopWaiting: () => setWaiting(null),
  };
}
