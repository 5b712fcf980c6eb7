// What the ledger says of an action, in words and signs. No colour stands alone: every state has a sign and a name.

import type { ActionState, FollowedSuggestion } from '../../../../shared/core/action-ledger.ts';
import type { ActionVerdict, CountryActions } from '../../../../shared/core/actions/country-actions.ts';

export type LedgerAction = CountryActions['actions'][number];

export const stateNames: Record<ActionState, string> = {
  new: 'First suggested',
  carried: 'Carried on in the same words',
  reworded: 'Carried on, reworded',
  split: 'Taken out of another action',
  returned: 'Suggested again after an absence',
  said: 'Suggested, as a later edition says',
  merged: 'Part of another action from here on',
  gone: 'Not suggested any more',
};

/** What stands in the cell of a year; a plain bar says "carried". */
export const stateSigns: Record<ActionState, string> = { new: '+', carried: '', reworded: '~', split: '⑂', returned: '↻', said: '', merged: '⤳', gone: '×' };

/** Years in which it stands in the report, or stood there as a later one says. */
export function isSuggested(state: ActionState | undefined): boolean {
  return state !== undefined && state !== 'gone' && state !== 'merged';
}

export const verdictNames: Record<ActionVerdict, string> = { done: 'Done', dropped: 'Dropped without word', merged: 'Part of another action' };

/** For a narrow column. */
export const shortVerdicts: Record<ActionVerdict, string> = { done: 'Done', dropped: 'Dropped', merged: 'Merged' };

/** Which actions are shown. */
export const actionFilters = ['all', 'open', 'new', 'reworded', 'ended', 'undecided'] as const;
export type ActionFilter = (typeof actionFilters)[number];
export const filterNames: Record<ActionFilter, string> = { all: 'All', open: 'Open', new: 'New', reworded: 'Reworded', ended: 'Ended', undecided: 'Ended, to decide' };

/** `new` and `reworded` speak of the newest edition, so that they answer "what changed". */
export function fitsFilter(action: LedgerAction, filter: ActionFilter, newest: number | undefined): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'open':
      return action.isOpen;
    case 'new':
      return newest !== undefined && ['new', 'split', 'returned'].includes(action.states[newest] ?? '');
    case 'reworded':
      return newest !== undefined && action.states[newest] === 'reworded';
    case 'ended':
      return !action.isOpen;
    case 'undecided':
      return !action.isOpen && action.decision === null && action.mergedInto === null;
  }
}

export function fitsWords(action: LedgerAction, words: string): boolean {
  const text = `${action.area} ${action.text}`.toLocaleLowerCase('en');
  return words.toLocaleLowerCase('en').split(/\s+/u).filter(Boolean).every((word) => text.includes(word));
}

export function ageWords({ first, last, isOpen, age }: FollowedSuggestion): string {
  const span = first === last ? String(first) : `${first}–${last}`;
  return `${span}, ${age === 1 ? '1 year' : `${age} years`}${isOpen ? ', open' : ''}`;
}

/** Years of the ledger's columns: from the first year any action was suggested to the newest edition. */
export function ledgerYears({ actions, years }: Pick<CountryActions, 'actions' | 'years'>): number[] {
  const newest = years.at(-1);
  if (newest === undefined) return [];
  const first = Math.min(...actions.map((action) => action.first), years[0] ?? newest);
  return Array.from({ length: newest - first + 1 }, (_, index) => first + index);
}
