// Where two analysts differ about one tag in one document: codings that touch are looked at together, and settled together.

import { compareCodings } from './agreement.ts';
import type { TextRange } from './document.ts';

/** `by` says whose it is; what has been settled stands for both. */
export type Coding = TextRange & { id: string; by: 'first' | 'second' | 'both' };

export type Dispute = TextRange & { /** Characters only one of the two has coded. */ characters: number; first: Coding[]; second: Coding[] };

export function rangesOf(codings: readonly Coding[], by: 'first' | 'second'): Coding[] {
  return codings.filter((coding) => coding.by === by || coding.by === 'both');
}

/** In the order of the text. `characters` is the length of it. */
export function disputesOf(characters: number, codings: readonly Coding[]): Dispute[] {
  const disputes: Dispute[] = [];
  for (const cluster of clusters(codings)) {
    const start = Math.min(...cluster.map((coding) => coding.start));
    const end = Math.max(...cluster.map((coding) => coding.end));
    const { onlyFirst, onlySecond } = compareCodings({ characters, first: rangesOf(cluster, 'first'), second: rangesOf(cluster, 'second') });
    if (onlyFirst + onlySecond === 0) continue;
    disputes.push({ start, end, characters: onlyFirst + onlySecond, first: cluster.filter(({ by }) => by === 'first'), second: cluster.filter(({ by }) => by === 'second') });
  }
  return disputes;
}

/** Codings that overlap, and those that overlap these. */
function clusters(codings: readonly Coding[]): Coding[][] {
  const found: Coding[][] = [];
  let end = -1;
  for (const coding of codings.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const last = found.at(-1);
    if (last && coding.start < end) last.push(coding);
    else found.push([coding]);
    end = last && coding.start < end ? Math.max(end, coding.end) : coding.end;
  }
  return found;
}
