// Goods and activities as rows of a ledger. Goods carry their marks as letters, activities a bar; every change has a sign.

import type { ActivityEntry, ActivityState, FollowedActivity } from '../../../../shared/core/activity-ledger.ts';
import { type Good, type GoodCell, type GoodChange, type GoodMark, goodMarks, markOf } from '../../../../shared/core/goods.ts';
import type { GoodsAndActivities } from '../../../../shared/rpc/contract/country-changes.ts';
import { placeLink } from '../../../components/data-card/observed-value.tsx';
import { link } from '../../../routes.ts';
import type { LedgerCell, LedgerGroup, LedgerRow, LedgerTone } from '../ledger/year-grid.tsx';

export const goodsFilters = ['all', 'changed', 'listed', 'ended'] as const;
export type GoodsFilter = (typeof goodsFilters)[number];
export const goodsFilterNames: Record<GoodsFilter, string> = { all: 'All', changed: 'Changed', listed: 'Listed now', ended: 'Listed no more' };

export const markNames: Record<GoodMark, string> = { child_labor: 'Child labor', forced_labor: 'Forced labor', forced_child_labor: 'Forced child labor' };
export const markLetters: Record<GoodMark, string> = { child_labor: 'C', forced_labor: 'F', forced_child_labor: 'FC' };

export const activityStateNames: Record<ActivityState, string> = {
  first: 'Listed in the oldest edition',
  new: 'Listed for the first time',
  carried: 'In the same words',
  reworded: 'In other words',
  split: 'Taken out of another one',
  returned: 'Listed again after an absence',
  merged: 'Part of another one from here on',
  gone: 'Not listed any more',
};
export const activityStateSigns: Record<ActivityState, string> = { first: '', new: '+', carried: '', reworded: '~', split: '⑂', returned: '↻', merged: '⤳', gone: '×' };
const activityTones: Record<ActivityState, LedgerTone> = { first: 'plain', new: 'new', carried: 'plain', reworded: 'reworded', split: 'new', returned: 'new', merged: 'moved', gone: 'gone' };

export const isListedIn = (state: ActivityState | undefined) => state !== undefined && state !== 'gone' && state !== 'merged';

export function goodChangeWords(change: GoodChange): string {
  if (change.kind === 'added') return `Listed; not in ${change.since}`;
  if (change.kind === 'removed') return `Not listed any more; listed in ${change.since}`;
  return `${change.mark && markNames[change.mark]}: ${change.kind === 'marked' ? 'now marked' : 'not marked any more'}, against ${change.since}`;
}

/** Years of either list, ascending. */
export function goodsYears({ goods, activities }: GoodsAndActivities): number[] {
  return [...new Set([...goods.years, ...activities.years])].toSorted((one, other) => one - other);
}

export function goodsGroups(data: GoodsAndActivities, filter: GoodsFilter, words: string): LedgerGroup[] {
  const years = goodsYears(data);
  const fits = (text: string) => words.toLocaleLowerCase('en').split(/\s+/u).filter(Boolean).every((word) => text.toLocaleLowerCase('en').includes(word));
  const goods = data.goods.goods.filter((good) => fits(`${good.name} ${good.sector ?? ''}`) && fitsGood(good, filter));
  const activities = data.activities.activities.filter((each) => fits(`${each.activity} ${each.sector} ${each.territory ?? ''}`) && fitsActivity(each, filter));
  const sectors = [...Map.groupBy(activities, ({ sector }) => sector)];
  return [
    ...(goods.length > 0 ? [{ id: 'goods', name: 'Goods on the official lists', count: `${goods.filter(({ isListed }) => isListed).length} listed of ${goods.length}`, rows: goods.map((good) => goodRow(good, data.goods.years, years)) }] : []),
    ...sectors.map(([sector, own]) => ({ id: `sector ${sector}`, name: `Work of children: ${sector || 'no sector'}`, count: `${own.filter(({ isListed }) => isListed).length} listed of ${own.length}`, rows: own.map((each) => activityRow(each, years)) })),
  ];
}

function fitsGood(good: Good, filter: GoodsFilter): boolean {
  return filter === 'all' || (filter === 'changed' ? good.changes.length > 0 : filter === 'listed' ? good.isListed : !good.isListed);
}

/** Words alone are no change of the country. */
function fitsActivity(activity: FollowedActivity, filter: GoodsFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'changed') return !activity.isListed || activity.entries.some(({ hazard }) => hazard !== null) || Object.values(activity.states).some((state) => state === 'new' || state === 'split' || state === 'returned' || state === 'gone');
  return filter === 'listed' ? activity.isListed : !activity.isListed;
}

function goodRow(good: Good, own: readonly number[], years: readonly number[]): LedgerRow {
  return {
    id: `good ${good.id}`,
    name: good.name,
    detail: good.sector,
    isEnded: !good.isListed,
    cells: years.map((year): LedgerCell | null => {
      const cell = good.cells[own.indexOf(year)] ?? null;
      const changes = good.changes.filter((change) => change.year === year);
      if (!cell) return changes.length > 0 ? { tone: 'gone', bar: false, content: '×', words: changes.map(goodChangeWords).join('. '), open: null } : null;
      const added = changes.some(({ kind }) => kind === 'added');
      const remarked = changes.some(({ mark }) => mark !== null);
      return { tone: added ? 'new' : remarked ? 'reworded' : 'plain', bar: true, content: `${added ? '+ ' : remarked ? '~ ' : ''}${marksOf(cell)}`, words: [marksInWords(cell), ...changes.map(goodChangeWords)].join('. '), open: openOf(cell) };
    }),
  };
}

function marksOf(cell: GoodCell): string {
  return goodMarks.filter((mark) => markOf(cell, mark)?.value === true).map((mark) => markLetters[mark]).join(' ') || '–';
}

export function marksInWords(cell: GoodCell): string {
  return goodMarks.filter((mark) => markOf(cell, mark)?.value === true).map((mark) => markNames[mark]).join(', ') || 'Listed without a mark';
}

function openOf(cell: GoodCell): string | null {
  const value = goodMarks.map((mark) => markOf(cell, mark)).find((each) => each?.value === true) ?? markOf(cell, 'child_labor') ?? markOf(cell, 'forced_labor');
  return value ? placeLink(value) : null;
}

function activityRow(activity: FollowedActivity, years: readonly number[]): LedgerRow {
  return {
    id: activity.id,
    name: activity.activity,
    detail: activity.territory,
    isEnded: !activity.isListed,
    cells: years.map((year): LedgerCell | null => {
      const state = activity.states[year];
      const entry = activity.entries.find((each) => each.year === year);
      if (!state) return null;
      if (!entry) return endsIn(activity, year, years) ? { tone: activityTones[state], bar: false, content: activityStateSigns[state], words: activityStateNames[state], open: null } : null;
      const sign = entry.hazard === 'now' ? 'H' : entry.hazard === 'no-longer' ? 'h' : activityStateSigns[state];
      return { tone: entry.hazard ? 'moved' : activityTones[state], bar: true, content: sign, words: entryWords(entry, state), open: link.reader(entry.documentId, entry.start !== null && entry.end !== null ? { start: entry.start, end: entry.end } : null) };
    }),
  };
}

/** Only the year in which it ended says so; the years after stay quiet. */
function endsIn(activity: FollowedActivity, year: number, years: readonly number[]): boolean {
  const before = years.slice(0, years.indexOf(year)).findLast((each) => activity.states[each] !== undefined);
  return before !== undefined && isListedIn(activity.states[before]);
}

function entryWords(entry: ActivityEntry, state: ActivityState): string {
  return [activityStateNames[state], entry.hazardous && 'hazardous by national law', entry.hazard === 'now' && 'now called hazardous', entry.hazard === 'no-longer' && 'not called hazardous any more', entry.limitedEvidence && 'evidence is limited'].filter(Boolean).join('; ');
}
