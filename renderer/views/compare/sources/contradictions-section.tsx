// Where sources of a country disagree about a value, as a queue: filter by state, both sides at their words, the analyst's word on each.

import { EqualNot } from 'lucide-react';
import { useMemo } from 'react';
import { type ContradictionState, contradictionStates, type QueuedContradiction } from '../../../../shared/core/contradiction-queue.ts';
import { formatObservation } from '../../../../shared/core/observation.ts';
import { useQuery } from '../../../backend/use-query.ts';
import { isOneOf, useSetting } from '../../../backend/use-setting.ts';
import { Button } from '../../../components/button.tsx';
import { placeLink } from '../../../components/data-card/observed-value.tsx';
import { Select } from '../../../components/fields.tsx';
import { Badge } from '../../../components/marks.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../../components/notes.tsx';
import { Panels } from '../../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../../components/tabs.tsx';
import { RowList } from '../ledger/row-list.tsx';
import { ContradictionPanel } from './contradiction-panel.tsx';
import { stateNames } from './contradiction-words.ts';
import type { SectionProps } from './section-buttons.tsx';

const filters = ['all', ...contradictionStates] as const;
type Filter = (typeof filters)[number];

export function ContradictionsSection({ country, countryName, row, onRow, buttons }: SectionProps) {
  const queue = useQuery('contradictions.ofCountry', { country }, { keepPrevious: false });
  const { data } = queue;
  const [filter, setFilter] = useSetting<Filter>('compare.contradictions.filter', 'all', isOneOf(filters));
  const groups = useMemo(() => {
    const shown = (data?.contradictions ?? []).filter(({ state }) => filter === 'all' || state === filter);
    return [...Map.groupBy(shown, ({ year }) => year)].map(([year, own]) => ({ id: String(year), name: <span className="figures">{year}</span>, rows: own.map(rowOf) }));
  }, [data, filter]);
  const count = (id: Filter) => (data ? (id === 'all' ? data.contradictions.length : data.counts[id]) : 0);
  return (
    <Panels name="sources-contradictions" keepsInspector inspector={data && data.contradictions.length > 0 ? <ContradictionPanel key={row} country={country} contradiction={data.contradictions.find(({ key }) => key === row) ?? null} /> : null} inspectorLabel="Contradiction" workWidth={560}>
      <Toolbar label="Sources">
        {buttons}
        <ToolbarSpace />
        {data && <Select label="State" hideLabel className="ledger-filter" choices={filters.map((id) => ({ id, label: id === 'all' ? 'All' : stateNames[id], detail: String(count(id)) }))} value={filter} onChange={(id) => setFilter(filters.find((each) => each === id) ?? 'all')} />}
      </Toolbar>
      {queue.errorSentence ? (
        <ErrorNote onRetry={queue.refetch}>{queue.errorSentence}</ErrorNote>
      ) : !data ? (
        <Waiting />
      ) : data.contradictions.length === 0 ? (
        <EmptyState title={`No sources of ${countryName} contradict each other`} icon={EqualNot}>
          Compared are the tables of the reports with the official data of their year, two documents of one year with each other, and tables with what cables and other texts say in plain words. With one source a year there is nothing to compare.
        </EmptyState>
      ) : groups.length === 0 ? (
        <EmptyState title="None is in this state" action={<Button onPress={() => setFilter('all')}>Show all</Button>} />
      ) : (
        <RowList label={`Contradictions of ${countryName}`} heads={['Value', 'One says', 'Another says', 'State']} groups={groups} className="sources-contradictions" inHand={row} onRow={onRow} />
      )}
    </Panels>
  );
}

const tones: Record<ContradictionState, 'contradiction' | 'plain' | 'accent'> = { open: 'contradiction', explained: 'plain', accepted: 'accent' };

function rowOf(each: QueuedContradiction) {
  const [first, second] = each.sides;
  const said = (side: typeof first) => <><strong className="figures">{formatObservation(side)}</strong> <span className="faint">{side.documentTitle}</span></>;
  return {
    id: each.key,
    cells: [
      <span key="what">{each.name}{each.territory && <span className="faint"> {each.territory}</span>}</span>,
      <span key="one">{said(first)}</span>,
      <span key="other">{said(second)}</span>,
      <span key="state"><Badge tone={tones[each.state]}>{each.state === 'open' && <EqualNot size={12} aria-hidden />} {stateNames[each.state]}</Badge>{each.isStale && <span className="faint"> again</span>}</span>,
    ],
    open: placeLink(first),
  };
}
