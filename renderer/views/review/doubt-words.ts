// What the review says of a highlight whose place is not sure. Pure.

import type { Doubt } from '../../../shared/core/version.ts';

export const reasonWords: Readonly<Record<Doubt['reason'], { name: string; sentence: string }>> = {
  similar: { name: 'Words changed', sentence: 'The words are not there any more as they were; these are the most similar ones.' },
  ambiguous: { name: 'Not surely these', sentence: 'The same words are there, but it is not sure that they are the same passage.' },
  'not-looked-for': { name: 'Not looked for', sentence: 'There was no time to look for it; this is where it would be expected.' },
  area: { name: 'Area of a page', sentence: 'It marks a part of a page of another file. Look whether the page shows the same.' },
  lost: { name: 'Lost', sentence: 'Nothing similar is in the text. It keeps its words and notes.' },
};

/** "93 %", rounded down so that only the same words are 100 %. */
export function percent(share: number): string {
  return `${String(Math.floor(share * 100))} %`;
}

/** Doubts that may be accepted together: similar enough, and the best place is ahead of the next. */
export function acceptable(doubts: readonly Doubt[], least: number): Doubt[] {
  return doubts.filter(({ reason, candidates: [first, second] }) => (reason === 'similar' || reason === 'ambiguous') && first !== undefined && first.similarity >= least && first.confidence - (second?.confidence ?? 0) >= leastLead);
}

/** A second place nearly as good must be looked at. */
const leastLead = 0.1;
