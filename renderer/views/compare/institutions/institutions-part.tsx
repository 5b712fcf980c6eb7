// The institutions of a country over all its editions: filter above, the grid, the one in hand on the right.

import { Landmark } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useQuery } from '../../../backend/use-query.ts';
import { isOneOf, useSetting } from '../../../backend/use-setting.ts';
import { Button } from '../../../components/button.tsx';
import { useCommandHandler } from '../../../components/commands.tsx';
import { SearchField, Select } from '../../../components/fields.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../../components/notes.tsx';
import { Panels } from '../../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../../components/tabs.tsx';
import { link, navigate } from '../../../routes.ts';
import type { CountryPartProps } from '../country-part.ts';
import { type LedgerPlace, readPlace, writePlace } from '../ledger/ledger-place.ts';
import { YearGrid } from '../ledger/year-grid.tsx';
import { InstitutionPanel } from './institution-panel.tsx';
import { fitsFilter, type InstitutionFilter, institutionFilterNames, institutionFilters, institutionGroups } from './institution-rows.tsx';

export function InstitutionsPart({ country, countryName, documentIds, row, saved }: CountryPartProps) {
  const query = useQuery('institutions.ofCountry', { country }, { keepPrevious: false });
  const { data } = query;
  const [filter, setFilter] = useSetting<InstitutionFilter>('compare.institutions.filter', 'all', isOneOf(institutionFilters));
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useCommandHandler('edit.find', () => field.current?.focus());
  const groups = useMemo(() => (data ? institutionGroups(data, filter, words) : []), [data, filter, words]);
  const counts = useMemo(() => new Map(institutionFilters.map((each) => [each, data?.institutions.filter((institution) => fitsFilter(institution, each)).length ?? 0])), [data]);
  const setPlace = (next: LedgerPlace) => navigate(link.compare({ country, documentIds, saved, part: 'institutions', row: writePlace(next) }), { replace: true });
  const place = readPlace(row);
  const isEmpty = data !== undefined && data.institutions.length === 0;
  const newest = data?.years.at(-1);
  return (
    <Panels name="institutions" keepsInspector inspector={data && !isEmpty ? <InstitutionPanel institution={data.institutions.find(({ id }) => id === place?.id) ?? null} year={place?.year ?? newest ?? 0} /> : null} inspectorLabel="Institution" workWidth={560}>
      <Toolbar label="Institutions">
        {data && !isEmpty && <span className="faint figures ledger-summary">{data.institutions.filter(({ isListed }) => isListed).length} listed in {newest}, {data.institutions.length} in all</span>}
        <ToolbarSpace />
        <Select label="Show" hideLabel className="ledger-filter" choices={institutionFilters.map((id) => ({ id, label: institutionFilterNames[id], detail: String(counts.get(id) ?? 0) }))} value={filter} onChange={(id) => setFilter(institutionFilters.find((each) => each === id) ?? 'all')} />
        <SearchField label="Filter institutions" value={words} onChange={setWords} className="indicator-filter" inputRef={field} />
      </Toolbar>
      {query.errorSentence ? (
        <ErrorNote onRetry={query.refetch}>{query.errorSentence}</ErrorNote>
      ) : !data ? (
        <Waiting />
      ) : isEmpty ? (
        <EmptyState title={`No institutions of ${countryName} are known`} icon={Landmark} action={<Button onPress={() => navigate(link.library())}>Go to the library</Button>}>
          Agencies, coordinating bodies, policies and programs are read from the tables of the yearly reports. None of the documents of {countryName} has them.
        </EmptyState>
      ) : groups.length === 0 ? (
        <EmptyState title="No institution fits this filter" action={<Button onPress={() => (setFilter('all'), setWords(''))}>Show all</Button>} />
      ) : (
        <YearGrid label={`Institutions of ${countryName}`} nameLabel="Institution" years={data.years} editions={data.years} groups={groups} place={place} onPlace={setPlace} />
      )}
    </Panels>
  );
}
