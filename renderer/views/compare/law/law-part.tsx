// The law of a country over all its editions: filter above, the grid, the standard in hand on the right.

import { Scale } from 'lucide-react';
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
import { LawPanel } from './law-panel.tsx';
import { type LawFilter, lawFilterNames, lawFilters, lawGroups } from './law-rows.tsx';

export function LawPart({ country, countryName, documentIds, row, saved }: CountryPartProps) {
  const law = useQuery('law.ofCountry', { country }, { keepPrevious: false });
  const [filter, setFilter] = useSetting<LawFilter>('compare.law.filter', 'all', isOneOf(lawFilters));
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useCommandHandler('edit.find', () => field.current?.focus());
  const groups = useMemo(() => (law.data ? lawGroups(law.data, filter, words) : []), [law.data, filter, words]);
  const setPlace = (next: LedgerPlace) => navigate(link.compare({ country, documentIds, saved, part: 'law', row: writePlace(next) }), { replace: true });
  const place = readPlace(row);
  const isEmpty = law.data !== undefined && law.data.standards.length + law.data.conventions.length === 0;
  const changes = law.data ? [...law.data.standards, ...law.data.conventions].flatMap((each) => each.changes).filter(({ kind }) => kind !== 'method').length : 0;
  return (
    <Panels name="law" keepsInspector inspector={law.data && !isEmpty ? <LawPanel law={law.data} place={place} onPlace={setPlace} /> : null} inspectorLabel="Standard" workWidth={560}>
      <Toolbar label="Law">
        {law.data && !isEmpty && <span className="faint figures ledger-summary">{changes === 0 ? 'Nothing changed' : `${changes} ${changes === 1 ? 'change' : 'changes'}`}{law.data.gaps.length > 0 && `, ${law.data.gaps.length} ${law.data.gaps.length === 1 ? 'gap' : 'gaps'}`}</span>}
        <ToolbarSpace />
        <Select label="Show" hideLabel className="ledger-filter" choices={lawFilters.map((id) => ({ id, label: lawFilterNames[id] }))} value={filter} onChange={(id) => setFilter(lawFilters.find((each) => each === id) ?? 'all')} />
        <SearchField label="Filter standards" value={words} onChange={setWords} className="indicator-filter" inputRef={field} />
      </Toolbar>
      {law.errorSentence ? (
        <ErrorNote onRetry={law.refetch}>{law.errorSentence}</ErrorNote>
      ) : !law.data ? (
        <Waiting />
      ) : isEmpty ? (
        <EmptyState title={`Nothing is known of the law of ${countryName}`} icon={Scale} action={<Button onPress={() => navigate(link.library())}>Go to the library</Button>}>
          Standards and conventions are read from the tables of yearly reports and from official data files. None of the documents of {countryName} has them.
        </EmptyState>
      ) : groups.length === 0 ? (
        <EmptyState title="No standard fits this filter" action={<Button onPress={() => (setFilter('all'), setWords(''))}>Show all</Button>} />
      ) : (
        <YearGrid label={`Law of ${countryName}`} nameLabel="Standard" years={law.data.years} editions={law.data.editions} breaks={law.data.breaks} groups={groups} className="ledger-values" place={place} onPlace={setPlace} />
      )}
    </Panels>
  );
}
