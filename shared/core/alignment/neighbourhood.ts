// What the neighbours of two passages say about whether they belong together: a passage is likely to be where it was, between the
// sentences it stood between.

import { isText, type Match, type MatchingState } from './matching-state.ts';
import { findMoved } from './moves.ts';

/** Between the partners of the passages before and behind. */
const betweenHelp = 0.06;
/** Right beside a passage whose neighbour is its partner. */
const besideHelp = 0.06;
export const greatestHelp = betweenHelp + besideHelp;

/** From the matches found so far, a function giving what the neighbourhood adds for an older and a newer passage. */
export function neighbourhood(state: MatchingState): (older: number, newer: number) => number {
  const { older, newer } = state;
  const count = newer.passages.length;
  const partner = new Int32Array(count).fill(-2);
  const inText = (match: Match) => {
    const a = older.passages[match.older[0] ?? 0];
    const b = newer.passages[match.newer[0] ?? 0];
    return a !== undefined && b !== undefined && isText(a) && isText(b) && a.kind !== 'note' && b.kind !== 'note';
  };
  for (const match of state.matches) if (match.older.length === 1 && match.newer.length === 1) partner[match.newer[0] ?? 0] = match.older[0] ?? -2;

  // Only what kept its order can say between what a passage stands.
  const anchors = state.matches.filter(inText);
  const moved = findMoved(anchors.map((match) => ({ older: match.older[0] ?? 0, newer: match.newer[0] ?? 0, weight: 1 })));
  const after = new Int32Array(count + 1).fill(-1);
  const before = new Int32Array(count + 1).fill(older.passages.length);
  anchors.forEach((match, index) => {
    if (moved[index]) return;
    after[match.newer.at(-1) ?? 0] = match.older.at(-1) ?? 0;
    before[match.newer[0] ?? 0] = match.older[0] ?? 0;
  });
  for (let index = 1; index <= count; index++) if ((after[index] ?? -1) === -1) after[index] = after[index - 1] ?? -1;
  for (let index = count - 1; index >= 0; index--) before[index] = Math.min(before[index] ?? older.passages.length, before[index + 1] ?? older.passages.length);

  return (a, b) => {
    const one = older.passages[a];
    const other = newer.passages[b];
    if (!one || !other) return 0;
    const beside = partner[b - 1] === a - 1 || partner[b + 1] === a + 1;
    const between = isText(one) && isText(other) && a > (after[b] ?? -1) && a < (before[b] ?? older.passages.length);
    return (beside ? besideHelp : 0) + (between ? betweenHelp : 0);
  };
}
