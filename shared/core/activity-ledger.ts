// The work that children do, as each edition lists it by sector, followed over the years by wording: what is new, what is listed no more,
// what national law calls hazardous now.

import { Wordings } from './actions/wording.ts';
import type { WordDifference } from './alignment/pair.ts';
import { chainLists, type ListChain, type ListLink, type ListNode, pairBest } from './lists/chains.ts';
import type { ListedActivity } from './recognition.ts';

/** Editions with a year, each year once. */
export type ActivityEdition = { documentId: string; year: number; activities: readonly ListedActivity[] };

/** `first`: listed in the oldest edition, so that nothing says whether it was new then. */
export type ActivityState = 'first' | 'new' | 'carried' | 'reworded' | 'split' | 'returned' | 'merged' | 'gone';

export type ActivityEntry = ListedActivity & {
  documentId: string;
  year: number;
  /** Against the entry before it; empty when the words are the same, and for the first. */
  differences: WordDifference[];
  alike: number;
  /** Against the entry before it: what national law calls it now. */
  hazard: 'now' | 'no-longer' | null;
};

export type FollowedActivity = {
  /** Stable while the editions stay: documentId and position of the newest entry. */
  id: string;
  sector: string;
  /** In the words of the newest edition that has it. */
  activity: string;
  territory: string | null;
  isListed: boolean;
  entries: ActivityEntry[];
  /** Of the years of editions, from the first that has it. */
  states: Record<number, ActivityState>;
  /** Ids of the activities in whose words it went on, or out of which it was taken. */
  mergedInto: string | null;
  splitFrom: string | null;
};

export type ActivityLedger = { years: number[]; activities: FollowedActivity[] };

/** From here on two activities of one sector are one. */
const leastAlike = 0.5;
/** With fewer words in common the order of the words is not looked at. */
const leastWords = 0.15;
/** The same, when they stand in different sectors. */
const leastElsewhere = 0.75;
/** An activity is often printed again with examples, or without them: then the shorter one stands in the longer one nearly whole. */
const leastContained = 0.8;
const containedRank = 0.75;
/** How alike an activity must be to one that an edition in between did not list. */
const leastReturning = 0.6;

/** Says that nothing more is known, and nothing of the work itself. */
const noDetail = /,?\s*(?:specific )?activit(?:y|ies) (?:are |is )?unknown/giu;

/** Editions oldest first. Sectors in the order of the newest edition, listed ones first. */
export function activityLedger(editions: readonly ActivityEdition[]): ActivityLedger {
  const wordings = new Wordings(editions.flatMap(({ activities }) => activities.map(({ activity }) => activity)));
  const cores = new Wordings(editions.flatMap(({ activities }) => activities.map(({ activity }) => activity.replace(noDetail, ''))));
  const before: number[] = [];
  let total = 0;
  for (const { activities } of editions) {
    before.push(total);
    total += activities.length;
  }
  const wordingOf = ({ edition, index }: ListNode) => (before[edition] ?? 0) + index;
  const areas = editions.flatMap(({ activities }) => activities.map(({ sector, territory }) => [sector, territory].filter(Boolean).join(' ').toLocaleLowerCase('en')));
  const isOneArea = (one: ListNode, other: ListNode) => areas[wordingOf(one)] === areas[wordingOf(other)];
  const rankOf = (older: ListNode, newer: ListNode): number => {
    const [a, b] = [wordingOf(older), wordingOf(newer)];
    const words = cores.likeness(a, b);
    if (words < leastWords) return 0;
    if (!isOneArea(older, newer)) return words < leastElsewhere / 2 ? 0 : atLeast(cores.alike(a, b).both, leastElsewhere);
    const contained = Math.max(cores.contained(a, b), cores.contained(b, a));
    const both = contained < leastContained && words < leastAlike / 2 ? 0 : cores.alike(a, b).both;
    const rank = Math.max(both, contained >= leastContained ? contained * containedRank : 0);
    return atLeast(rank, leastAlike);
  };
  const chains = chainLists(
    editions.map(({ activities }) => activities.length),
    (older) => linksBetween(older, editions[older]?.activities.length ?? 0, editions[older + 1]?.activities.length ?? 0, rankOf, (part, whole) => (isOneArea(part, whole) ? cores.contained(wordingOf(part), wordingOf(whole)) : 0)),
    (gone, back) => {
      const { both } = cores.alike(wordingOf(gone), wordingOf(back));
      return isOneArea(gone, back) && both >= leastReturning ? both : null;
    },
  );
  const idOf = (node: ListNode | null): string | null => {
    const last = node && chains.find(({ nodes }) => nodes.some(({ edition, index }) => edition === node.edition && index === node.index))?.nodes.at(-1);
    return last ? `${editions[last.edition]?.documentId ?? ''}:${last.index}` : null;
  };
  const activities = chains.map((chain) => rowOf(chain, editions, wordings, wordingOf, idOf));
  const sectors = [...new Set(editions.toReversed().flatMap((edition) => edition.activities.map(({ sector }) => sector)))];
  return {
    years: editions.map(({ year }) => year),
    activities: activities.toSorted((one, other) => sectors.indexOf(one.sector) - sectors.indexOf(other.sector) || Number(other.isListed) - Number(one.isListed) || (one.entries[0]?.year ?? 0) - (other.entries[0]?.year ?? 0)),
  };
}

/** What is left over after the best pairs may stand whole in an activity of the other edition: put together with it, or taken out of it. */
function linksBetween(older: number, olderCount: number, newerCount: number, rankOf: (older: ListNode, newer: ListNode) => number, contained: (part: ListNode, whole: ListNode) => number): ListLink[] {
  const before = (index: number): ListNode => ({ edition: older, index });
  const after = (index: number): ListNode => ({ edition: older + 1, index });
  const links = pairBest(olderCount, newerCount, (a, b) => rankOf(before(a), after(b))).map(({ older: a, newer: b, rank }): ListLink => ({ older: a, newer: b, kind: 'continued', alike: rank }));
  for (let a = 0; a < olderCount; a += 1) {
    const into = links.some((each) => each.older === a) ? null : most(newerCount, (b) => contained(before(a), after(b)));
    if (into) links.push({ older: a, newer: into.index, kind: 'merged', alike: into.value });
  }
  for (let b = 0; b < newerCount; b += 1) {
    const from = links.some((each) => each.newer === b && each.kind === 'continued') ? null : most(olderCount, (a) => contained(after(b), before(a)));
    if (from) links.push({ older: from.index, newer: b, kind: 'split', alike: from.value });
  }
  return links;
}

function atLeast(value: number, least: number): number {
  return value >= least ? value : 0;
}

function most(count: number, valueOf: (index: number) => number): { index: number; value: number } | null {
  let best: { index: number; value: number } | null = null;
  for (let index = 0; index < count; index += 1) {
    const value = valueOf(index);
    if (value >= leastContained && value > (best?.value ?? 0)) best = { index, value };
  }
  return best;
}

function rowOf(chain: ListChain, editions: readonly ActivityEdition[], wordings: Wordings, wordingOf: (node: ListNode) => number, idOf: (node: ListNode | null) => string | null): FollowedActivity {
  const entries = chain.nodes.flatMap((node, at): ActivityEntry[] => {
    const edition = editions[node.edition];
    const activity = edition?.activities[node.index];
    const earlier = chain.nodes[at - 1];
    const was = earlier && editions[earlier.edition]?.activities[earlier.index];
    if (!edition || !activity) return [];
    const hazard = !was || was.hazardous === activity.hazardous ? null : activity.hazardous ? 'now' : 'no-longer';
    return [{ ...activity, documentId: edition.documentId, year: edition.year, differences: earlier ? wordings.differences(wordingOf(earlier), wordingOf(node)) : [], alike: node.alike, hazard }];
  });
  const newest = entries.at(-1);
  const lastNode = chain.nodes.at(-1);
  return {
    id: (lastNode && idOf(lastNode)) ?? '',
    sector: newest?.sector ?? '',
    activity: newest?.activity ?? '',
    territory: newest?.territory ?? null,
    isListed: lastNode?.edition === editions.length - 1,
    entries,
    states: statesOf(chain, editions, (one, other) => wordings.same(wordingOf(one), wordingOf(other))),
    mergedInto: idOf(chain.mergedInto),
    splitFrom: idOf(chain.splitFrom),
  };
}

function statesOf({ nodes, mergedInto, splitFrom }: ListChain, editions: readonly { year: number }[], same: (one: ListNode, other: ListNode) => boolean): Record<number, ActivityState> {
  const states: Record<number, ActivityState> = {};
  let previous: ListNode | null = null;
  editions.forEach(({ year }, edition) => {
    const node = nodes.find((each) => each.edition === edition);
    if (node) {
      const begun: ActivityState = edition === 0 ? 'first' : splitFrom ? 'split' : 'new';
      states[year] = previous === null ? begun : edition - previous.edition > 1 ? 'returned' : same(previous, node) ? 'carried' : 'reworded';
      previous = node;
    } else if (previous) states[year] = mergedInto && edition > (nodes.at(-1)?.edition ?? 0) ? 'merged' : 'gone';
  });
  return states;
}
