// Which suggested action of one edition is which of the next: by wording, by the area it stands in, and by the first year that is
// printed beside it. Also which were put together into one, and which were taken apart.

import type { Wordings } from './wording.ts';

export type FollowedAction = {
  /** Its place among the texts of the wordings. */
  wording: number;
  area: string;
  /** The first year printed beside it; null when none could be read. */
  firstYear: number | null;
};

/**
 * Positions in the two lists. `alike` 0..1 is the likeness of the words alone; `byYears`: the words say little, but the newer one is
 * printed as suggested since the very year of the older one, and no other action of the area fits either.
 */
export type ActionLink = { older: number; newer: number; kind: 'continued' | 'merged' | 'split'; alike: number; byYears: boolean };

/** What the years and the area add to the likeness of the words, or take from it. */
const sameFirstYear = 0.16;
const otherFirstYear = -0.1;
/** The report says of the newer one that it was first suggested after the older edition. */
const saidToBeNew = -0.22;
const sameArea = 0.04;
const otherArea = -0.08;

/** Together with years and area, from here on two actions are one. */
const leastRank = 0.52;
/** Whatever years and area say, less than this is another action. */
const leastAlike = 0.3;
/** What two actions of one first year that are left over must have in common. */
const leastLeftOver = 0.05;
/** So much of an action must stand in another one for it to have been merged into it or split from it. */
const leastPart = 0.72;
/** The same, when both are printed as suggested since the same year. */
const leastPartOfOneYear = 0.5;
/** Shorter ones stand in many others by chance. */
const fewWords = 5;

export type FollowingOptions = {
  /** False to go by words and area alone, as a check of the years. */
  byYears?: boolean;
};

/**
 * Links of two editions, oldest list first. `olderYear` is the report year of the older one. One action has at most one `continued`
 * link on each side; what is left may be merged into or split from one that is continued.
 */
export function followActions(older: readonly FollowedAction[], newer: readonly FollowedAction[], wordings: Wordings, olderYear: number, { byYears = true }: FollowingOptions = {}): ActionLink[] {
  const candidates = older.flatMap((before, olderAt) =>
    newer.flatMap((after, newerAt) => {
      const { both } = wordings.alike(before.wording, after.wording);
      const rank = both + (byYears ? yearsRank(before, after, olderYear) : 0) + (areaKey(before.area) === areaKey(after.area) ? sameArea : otherArea);
      return both >= leastAlike && rank >= leastRank ? [{ older: olderAt, newer: newerAt, alike: both, rank }] : [];
    }),
  );
  const takenOlder = new Set<number>();
  const takenNewer = new Set<number>();
  const links: ActionLink[] = [];
  const take = (best: readonly Candidate[], byFirstYear: boolean) => {
    for (const { older: before, newer: after, alike } of best.toSorted((one, other) => other.rank - one.rank || one.older - other.older || one.newer - other.newer)) {
      if (takenOlder.has(before) || takenNewer.has(after)) continue;
      takenOlder.add(before);
      takenNewer.add(after);
      links.push({ older: before, newer: after, kind: 'continued', alike, byYears: byFirstYear });
    }
  };
  take(candidates, false);
  // Words that stand in another action whole say more than a year, a year more than half the words.
  const merge = (least: number, ofOneYear: boolean) => {
    older.forEach((before, at) => {
      if (takenOlder.has(at)) return;
      const into = containing(before, newer, wordings, least, ofOneYear);
      if (into === null) return;
      takenOlder.add(at);
      links.push({ older: at, newer: into.at, kind: 'merged', alike: into.part, byYears: false });
    });
  };
  const split = (least: number, ofOneYear: boolean) => {
    newer.forEach((after, at) => {
      if (takenNewer.has(at) || (byYears && after.firstYear !== null && after.firstYear > olderYear)) return;
      const from = containing(after, older, wordings, least, ofOneYear);
      if (from === null) return;
      takenNewer.add(at);
      links.push({ older: from.at, newer: at, kind: 'split', alike: from.part, byYears: false });
    });
  };
  merge(leastPart, false);
  if (byYears) take(leftOver(older, newer, wordings, olderYear), true);
  split(leastPart, false);
  if (byYears) {
    merge(leastPartOfOneYear, true);
    split(leastPartOfOneYear, true);
  }
  return links.toSorted((one, other) => one.newer - other.newer || one.older - other.older);
}

type Candidate = { older: number; newer: number; alike: number; rank: number };

/** Pairs of one area and one first year; those already taken are passed over later. */
function leftOver(older: readonly FollowedAction[], newer: readonly FollowedAction[], wordings: Wordings, olderYear: number): Candidate[] {
  return newer.flatMap((after, newerAt) =>
    older.flatMap((before, olderAt) => {
      if (after.firstYear === null || after.firstYear > olderYear || before.firstYear !== after.firstYear || areaKey(before.area) !== areaKey(after.area)) return [];
      const { both } = wordings.alike(before.wording, after.wording);
      return both >= leastLeftOver ? [{ older: olderAt, newer: newerAt, alike: both, rank: both }] : [];
    }),
  );
}

function yearsRank(before: FollowedAction, after: FollowedAction, olderYear: number): number {
  if (after.firstYear !== null && after.firstYear > olderYear) return saidToBeNew;
  if (before.firstYear === null || after.firstYear === null) return 0;
  return before.firstYear === after.firstYear ? sameFirstYear : otherFirstYear;
}

/** The longer action of the other edition in which most of this one stands; `ofOneYear`: only one of the same first year. */
function containing(action: FollowedAction, others: readonly FollowedAction[], wordings: Wordings, least: number, ofOneYear: boolean): { at: number; part: number } | null {
  let best: { at: number; part: number } | null = null;
  if (wordings.length(action.wording) < fewWords) return null;
  others.forEach((other, at) => {
    if (areaKey(other.area) !== areaKey(action.area) || wordings.length(other.wording) < wordings.length(action.wording)) return;
    if (ofOneYear && (action.firstYear === null || action.firstYear !== other.firstYear)) return;
    const { part } = wordings.alike(action.wording, other.wording);
    if (part >= least && part > (best?.part ?? 0)) best = { at, part };
  });
  return best;
}

function areaKey(area: string): string {
  return area.toLocaleLowerCase('en').replace(/[^\p{L}]+/gu, ' ').trim();
}
