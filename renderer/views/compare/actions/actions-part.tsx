// The suggested actions of a country as a ledger over all its editions: filters and tabs above, the bars, the action in hand on the right.

import { ListChecks } from 'lucide-react';
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
import { ActionGrid } from './action-grid.tsx';
import { ActionPanel } from './action-panel.tsx';
import { type ActionFilter, actionFilters, filterNames, fitsFilter, fitsWords } from './action-words.ts';
import './actions.css';

export function ActionsPart({ country, countryName, documentIds, row, saved }: CountryPartProps) {
  const ledger = useQuery('suggestedActions.ledger', { country }, { keepPrevious: false });
  const [filter, setFilter] = useSetting<ActionFilter>('compare.actions.filter', 'all', isOneOf(actionFilters));
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useCommandHandler('edit.find', () => field.current?.focus());
  const newest = ledger.data?.years.at(-1);
  const all = useMemo(() => ledger.data?.actions ?? [], [ledger.data]);
  const counts = useMemo(() => new Map(actionFilters.map((each) => [each, all.filter((action) => fitsFilter(action, each, newest)).length])), [all, newest]);
  const shown = useMemo(() => all.filter((action) => fitsFilter(action, filter, newest) && fitsWords(action, words)), [all, filter, words, newest]);
  const inHand = all.find(({ id }) => id === row) ?? null;
  const setPlace = (id: string) => navigate(link.compare({ country, documentIds, saved, part: 'actions', row: id }), { replace: true });
  const open = all.filter(({ isOpen }) => isOpen);
  const oldest = open.length > 0 ? Math.min(...open.map(({ first }) => first)) : null;
  return (
    <Panels name="actions" keepsInspector inspector={ledger.data && all.length > 0 ? <ActionPanel ledger={ledger.data} action={inHand} onPlace={setPlace} /> : null} inspectorLabel="Action" workWidth={560}>
      <Toolbar label="Suggested actions">
        {oldest !== null && <span className="faint figures actions-summary">{open.length} open, the oldest since {oldest}</span>}
        <ToolbarSpace />
        <Select label="Show" hideLabel className="actions-filter" choices={actionFilters.map((id) => ({ id, label: filterNames[id], detail: String(counts.get(id) ?? 0) }))} value={filter} onChange={(id) => setFilter(actionFilters.find((each) => each === id) ?? 'all')} />
        <SearchField label="Filter actions" value={words} onChange={setWords} className="indicator-filter" inputRef={field} />
      </Toolbar>
      {ledger.errorSentence ? (
        <ErrorNote onRetry={ledger.refetch}>{ledger.errorSentence}</ErrorNote>
      ) : !ledger.data ? (
        <Waiting />
      ) : all.length === 0 ? (
        <EmptyState title={`No suggested actions for ${countryName} are known`} icon={ListChecks} action={<Button onPress={() => navigate(link.library())}>Go to the library</Button>}>
          They are read from the last table of the yearly reports and from official data files. None of the documents of {countryName} has one.
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState title="No action fits this filter" action={<Button onPress={() => (setFilter('all'), setWords(''))}>Show all</Button>} />
      ) : (
        <ActionGrid ledger={ledger.data} actions={shown} inHand={row} onPlace={setPlace} />
      )}
    </Panels>
  );
}
