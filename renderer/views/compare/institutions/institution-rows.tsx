// Institutions as rows of a ledger, by kind. A bar runs as long as one is listed; every change has a sign and a name.

import type { FollowedInstitution, InstitutionEntry, InstitutionState } from '../../../../shared/core/institution-ledger.ts';
import { institutionNames } from '../../../../shared/core/listing.ts';
import type { InstitutionKind } from '../../../../shared/core/recognition.ts';
import type { CountryInstitutions } from '../../../../shared/rpc/contract/country-changes.ts';
import { link } from '../../../routes.ts';
import { placeOfEntry } from '../ledger/listed-entry.tsx';
import type { LedgerCell, LedgerGroup, LedgerRow, LedgerTone } from '../ledger/year-grid.tsx';

export const stateNames: Record<InstitutionState, string> = {
  first: 'Listed in the oldest edition',
  new: 'Listed for the first time',
  carried: 'In the same words',
  reworded: 'Described in other words',
  role: 'Described as doing something else',
  renamed: 'Under another name',
  renewed: 'Followed by one for other years',
  returned: 'Listed again after an absence',
  gone: 'Not listed any more',
};
export const stateSigns: Record<InstitutionState, string> = { first: '', new: '+', carried: '', reworded: '', role: '~', renamed: 'N', renewed: '»', returned: '↻', gone: '×' };
const tones: Record<InstitutionState, LedgerTone> = { first: 'plain', new: 'new', carried: 'plain', reworded: 'plain', role: 'reworded', renamed: 'moved', renewed: 'new', returned: 'new', gone: 'gone' };

export const institutionFilters = ['all', 'changed', 'new', 'ended', 'renamed', 'inactive'] as const;
export type InstitutionFilter = (typeof institutionFilters)[number];
export const institutionFilterNames: Record<InstitutionFilter, string> = { all: 'All', changed: 'Changed', new: 'New', ended: 'Ended', renamed: 'Renamed', inactive: 'Said not active' };

export function fitsFilter(institution: FollowedInstitution, filter: InstitutionFilter): boolean {
  const has = (...states: InstitutionState[]) => Object.values(institution.states).some((state) => states.includes(state));
  if (filter === 'all') return true;
  if (filter === 'changed') return has('new', 'role', 'renamed', 'renewed', 'returned', 'gone');
  if (filter === 'new') return has('new', 'renewed', 'returned');
  if (filter === 'ended') return !institution.isListed || institution.entries.some(({ says }) => says === 'ended');
  if (filter === 'renamed') return has('renamed');
  return institution.entries.some(({ says }) => says === 'inactive');
}

export function institutionGroups({ years, institutions }: CountryInstitutions, filter: InstitutionFilter, words: string): LedgerGroup[] {
  const wanted = words.toLocaleLowerCase('en').split(/\s+/u).filter(Boolean);
  const shown = institutions.filter((each) => {
    const text = each.entries.map(({ name, shortName }) => `${name} ${shortName ?? ''}`).join(' ').toLocaleLowerCase('en');
    return fitsFilter(each, filter) && wanted.every((word) => text.includes(word));
  });
  return [...Map.groupBy(shown, ({ kind }) => kind)].map(([kind, own]: [InstitutionKind, FollowedInstitution[]]) => ({
    id: kind,
    name: institutionNames[kind],
    count: `${own.filter(({ isListed }) => isListed).length} listed of ${own.length}`,
    rows: own.map((each) => rowOf(each, years)),
  }));
}

function rowOf(institution: FollowedInstitution, years: readonly number[]): LedgerRow {
  const newest = institution.entries.at(-1);
  return {
    id: institution.id,
    name: institution.name,
    detail: newest?.years ?? null,
    isEnded: !institution.isListed,
    cells: years.map((year, column): LedgerCell | null => {
      const state = institution.states[year];
      const entry = institution.entries.find((each) => each.year === year);
      if (entry && state) return { tone: entry.says === 'inactive' ? 'unknown' : tones[state], bar: true, content: `${stateSigns[state]}${entry.says ? '◦' : ''}`, words: entryWords(entry, state), open: link.reader(entry.documentId, placeOfEntry(entry)) };
      // Only the year in which it ended says so; the years after stay quiet.
      const before = years[column - 1];
      return state === 'gone' && before !== undefined && institution.entries.some((each) => each.year === before) ? { tone: 'gone', bar: false, content: '×', words: stateNames.gone, open: null } : null;
    }),
  };
}

export function entryWords({ says, formerName }: InstitutionEntry, state: InstitutionState): string {
  return [state === 'renamed' && formerName ? `Before: ${formerName}` : stateNames[state], says === 'inactive' && 'the report says that it was not active', says === 'ended' && 'the report says that it ended'].filter(Boolean).join('; ');
}
