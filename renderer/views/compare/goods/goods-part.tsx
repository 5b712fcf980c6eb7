// Goods and the work of children over the years of a country: filter above, the grid, what is in hand on the right.

import { Package } from 'lucide-react';
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
import { GoodsPanel } from './goods-panel.tsx';
import { type GoodsFilter, goodsFilterNames, goodsFilters, goodsGroups, goodsYears } from './goods-rows.tsx';

export function GoodsPart({ country, countryName, documentIds, row, saved }: CountryPartProps) {
  const query = useQuery('goods.ofCountry', { country }, { keepPrevious: false });
  const { data } = query;
  const [filter, setFilter] = useSetting<GoodsFilter>('compare.goods.filter', 'all', isOneOf(goodsFilters));
  const [words, setWords] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useCommandHandler('edit.find', () => field.current?.focus());
  const years = useMemo(() => (data ? goodsYears(data) : []), [data]);
  const groups = useMemo(() => (data ? goodsGroups(data, filter, words) : []), [data, filter, words]);
  const setPlace = (next: LedgerPlace) => navigate(link.compare({ country, documentIds, saved, part: 'goods', row: writePlace(next) }), { replace: true });
  const place = readPlace(row);
  const isEmpty = data !== undefined && data.goods.goods.length + data.activities.activities.length === 0;
  return (
    <Panels name="goods" keepsInspector inspector={data && !isEmpty ? <GoodsPanel data={data} place={place} onPlace={setPlace} /> : null} inspectorLabel="Good or activity" workWidth={560}>
      <Toolbar label="Goods and activities">
        {data && !isEmpty && <span className="faint figures ledger-summary">{data.goods.years.length === 0 ? 'No list of goods here' : listedWords(data.goods.goods.filter(({ isListed }) => isListed).length, data.goods.years.at(-1))}</span>}
        <ToolbarSpace />
        <Select label="Show" hideLabel className="ledger-filter" choices={goodsFilters.map((id) => ({ id, label: goodsFilterNames[id] }))} value={filter} onChange={(id) => setFilter(goodsFilters.find((each) => each === id) ?? 'all')} />
        <SearchField label="Filter goods and activities" value={words} onChange={setWords} className="indicator-filter" inputRef={field} />
      </Toolbar>
      {query.errorSentence ? (
        <ErrorNote onRetry={query.refetch}>{query.errorSentence}</ErrorNote>
      ) : !data ? (
        <Waiting />
      ) : isEmpty ? (
        <EmptyState title={`No goods or activities of ${countryName} are known`} icon={Package} action={<Button onPress={() => navigate(link.library())}>Go to the library</Button>}>
          Goods are read from report pages and official data files, the work of children from the second table of the yearly reports. None of the documents of {countryName} has them.
        </EmptyState>
      ) : groups.length === 0 ? (
        <EmptyState title="Nothing fits this filter" action={<Button onPress={() => (setFilter('all'), setWords(''))}>Show all</Button>} />
      ) : (
        <YearGrid label={`Goods and activities of ${countryName}`} nameLabel="Good or activity" years={years} editions={years} groups={groups} place={place} onPlace={setPlace} />
      )}
    </Panels>
  );
}

function listedWords(count: number, year: number | undefined): string {
  return `${count === 1 ? '1 good' : `${count} goods`} listed in ${year ?? ''}`;
}
