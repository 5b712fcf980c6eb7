// What speaks for a place: how far the letters beside a passage agree in both texts. It decides nothing.

import type { TextRange } from '../document.ts';
import { closestEnd } from './edit-distance.ts';

/** Letters of context compared on each side: some three lines of print, enough to tell table rows of the same shape apart. */
export const contextUnits = 100;

/** A passage looked for: its folded words and the folded context it stood in, the left one read backwards. */
export type Sought = {
  units: Uint16Array;
  left: Uint16Array;
  right: Uint16Array;
  /** Folded place in the older text; null when only quote and context are known. */
  place: TextRange | null;
  /** Folded line of the older text that holds it; null when that is not known. */
  paragraph: TextRange | null;
  /** Ends that stood at the end of a word. */
  wholeWord: { start: boolean; end: boolean };
};

/** Letters of context that count by themselves, where a paragraph ends or another was put beside it: a line. */
const nearUnits = 40;

/** Shares of context that agree, 0..1, and how many letters are identical from the passage outwards. */
export type Support = { left: number; right: number; identicalLeft: number; identicalRight: number };

export function supportAt({ left, right }: Pick<Sought, 'left' | 'right'>, newer: Uint16Array, range: TextRange): Support {
  const reach = Math.ceil(contextUnits * 1.3);
  const before = newer.subarray(Math.max(0, range.start - reach), range.start).toReversed();
  const after = newer.subarray(range.end, range.end + reach);
  return {
    left: agreement(left, before),
    right: agreement(right, after),
    identicalLeft: identical(left, before),
    identicalRight: identical(right, after),
  };
}

export function contextOf(units: Uint16Array, place: TextRange): Pick<Sought, 'left' | 'right'> {
  return { left: units.subarray(Math.max(0, place.start - contextUnits), place.start).toReversed(), right: units.subarray(place.end, place.end + contextUnits) };
}

export function mean({ left, right }: Support): number {
  return (left + right) / 2;
}

/** Both contexts are read outwards; what the other has beyond the end does not count against it. */
function agreement(context: Uint16Array, other: Uint16Array): number {
  // At the edge of a text there is hardly any context: it agrees when the other stands at the edge too.
  if (context.length < 4) return other.length < 4 ? 1 : 0;
  if (identical(context, other) === context.length) return 1;
  return Math.max(0, 1 - closestEnd(context, other, 'start').distance / context.length);
}

/** How far the nearest line agrees; for words that stand once in each text. */
export function nearSupport(sought: Pick<Sought, 'left' | 'right'>, newer: Uint16Array, range: TextRange): { left: number; right: number } {
  const near = { left: sought.left.subarray(0, nearUnits), right: sought.right.subarray(0, nearUnits) };
  const { left, right } = supportAt(near, newer, range);
  return { left, right };
}

function identical(one: Uint16Array, other: Uint16Array): number {
  let count = 0;
  while (count < one.length && count < other.length && one[count] === other[count]) count += 1;
  return count;
}
