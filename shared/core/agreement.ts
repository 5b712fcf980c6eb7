// How far two analysts agree who coded the same documents with the same tag, counted by characters, and where they do not.
// Percent agreement; kappa after Cohen ("A coefficient of agreement for nominal scales", 1960); alpha for nominal data, two coders and
// no missing values after Krippendorff ("Content Analysis", 2004, chapter 11). Annotations of one analyst that overlap count once.

import type { TextRange } from './document.ts';

/** Characters, UTF-16 code units of the documents both have coded. */
export type AgreementCounts = { both: number; onlyFirst: number; onlySecond: number; none: number };

export type Agreement = AgreementCounts & {
  /** 0..1; null when there are no characters. */
  percent: number | null;
  /** -1..1; null when chance alone would make both agree, as when neither used the tag: 0/0 says nothing. */
  kappa: number | null;
  /** Null when all characters have one and the same value. */
  alpha: number | null;
};

/** Half-open ranges that do not overlap, ascending; touching ones are one. */
export function union(ranges: readonly TextRange[]): TextRange[] {
  const merged: TextRange[] = [];
  for (const { start, end } of ranges.filter((range) => range.end > range.start).toSorted((one, other) => one.start - other.start)) {
    const last = merged.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

export type CodedDocument = {
  /** Length of the canonical text. */
  characters: number;
  first: readonly TextRange[];
  second: readonly TextRange[];
};

/** What only one of the two coded, in the order of the text. */
export type Disagreement = TextRange & { by: 'first' | 'second' };

/** Ranges outside the text are cut to it. */
export function compareCodings({ characters, first, second }: CodedDocument): AgreementCounts & { disagreements: Disagreement[] } {
  const inText = (ranges: readonly TextRange[]) => union(ranges.map(({ start, end }) => ({ start: Math.max(0, start), end: Math.min(characters, end) })));
  const one = inText(first);
  const other = inText(second);
  const shared = intersection(one, other);
  const both = size(shared);
  const onlyFirst = size(one) - both;
  const onlySecond = size(other) - both;
  const disagreements = [...without(one, shared).map((range): Disagreement => ({ ...range, by: 'first' })), ...without(other, shared).map((range): Disagreement => ({ ...range, by: 'second' }))];
  return { both, onlyFirst, onlySecond, none: Math.max(0, characters - both - onlyFirst - onlySecond), disagreements: disagreements.toSorted((a, b) => a.start - b.start || a.end - b.end) };
}

export function addCounts(one: AgreementCounts, other: AgreementCounts): AgreementCounts {
  return { both: one.both + other.both, onlyFirst: one.onlyFirst + other.onlyFirst, onlySecond: one.onlySecond + other.onlySecond, none: one.none + other.none };
}

export const noCharacters: AgreementCounts = { both: 0, onlyFirst: 0, onlySecond: 0, none: 0 };

export function agreementOf(counts: AgreementCounts): Agreement {
  const { both, onlyFirst, onlySecond, none } = counts;
  const total = both + onlyFirst + onlySecond + none;
  if (total === 0) return { ...counts, percent: null, kappa: null, alpha: null };
  const percent = (both + none) / total;
  const firstShare = (both + onlyFirst) / total;
  const secondShare = (both + onlySecond) / total;
  const byChance = firstShare * secondShare + (1 - firstShare) * (1 - secondShare);
  const coded = 2 * both + onlyFirst + onlySecond;
  const values = 2 * total;
  // Disagreement expected when all values are dealt out anew without replacement.
  const expected = (2 * coded * (values - coded)) / (values * (values - 1));
  return {
    ...counts,
    percent,
    kappa: byChance === 1 ? null : (percent - byChance) / (1 - byChance),
    alpha: expected === 0 ? null : 1 - (1 - percent) / expected,
  };
}

function size(ranges: readonly TextRange[]): number {
  return ranges.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Of two lists as `union` makes them. */
function intersection(one: readonly TextRange[], other: readonly TextRange[]): TextRange[] {
  const shared: TextRange[] = [];
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const a = one[i];
    const b = other[j];
    if (!a || !b) break;
    const start = Math.max(a.start, b.start);
    const end = Math.min(a.end, b.end);
    if (start < end) shared.push({ start, end });
    if (a.end < b.end) i++;
    else j++;
  }
  return shared;
}

/** `part` lies within `ranges`; both as `union` makes them. */
function without(ranges: readonly TextRange[], part: readonly TextRange[]): TextRange[] {
  const rest: TextRange[] = [];
  let next = 0;
  for (const range of ranges) {
    let { start } = range;
    for (; next < part.length; next++) {
      const cut = part[next];
      if (!cut || cut.start >= range.end) break;
      if (cut.start > start) rest.push({ start, end: cut.start });
      start = cut.end;
    }
    if (start < range.end) rest.push({ start, end: range.end });
  }
  return rest;
}
