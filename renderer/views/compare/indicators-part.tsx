// The indicators of a country over all its editions: filter and tabs above, the matrix, the value in hand on the right.

import { ChartLine, Globe, Table2 } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { useQuery } from '../../backend/use-query.ts';
import { isBoolean, useSetting } from '../../backend/use-setting.ts';
import { Button } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { Checkbox, SearchField } from '../../components/fields.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { Panels } from '../../components/panels.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { type IndicatorShow, link, navigate } from '../../routes.ts';
import { ChartPart } from './charts/chart-part.tsx';
import { CountriesPart } from './countries/countries-part.tsx';
import type { CountryPartProps } from './country-part.ts';
import { IndicatorMatrix } from './indicator-matrix.tsx';
import { IndicatorPanel } from './indicator-panel.tsx';
import { type CellPlace, countRestated, filteredGroups, firstPlace, isBlank, readPlace, writePlace } from './indicator-place.ts';
import './indicators.css';

type IndicatorsPartProps = CountryPartProps & { show: IndicatorShow | null };

const isTextList = (value: unknown): value is string[] => Array.isArray(value) && value.every((each) => typeof each === 'string');
const noGroups: string[] = [];

export function IndicatorsPart({ country, countryName, documentIds, section, row, saved, show }: IndicatorsPartProps) {
  const matrix = useQuery('observations.matrix', { country }, { keepPrevious: false });
  const [filter, setFilter] = useState('');
  const [foldedList, setFolded] = useSetting<string[]>('compare.indicators.folded', noGroups, isTextList);
  const field = useRef<HTMLInputElement>(null);
  useCommandHandler('edit.find', () => field.current?.focus());
  const [showsBlank, setShowsBlank] = useSetting('compare.indicators.blank', false, isBoolean);
  const groups = useMemo(() => filteredGroups(matrix.data?.groups ?? [], filter, showsBlank), [matrix.data, filter, showsBlank]);
  const blank = useMemo(() => (matrix.data?.groups ?? []).flatMap(({ rows }) => rows).filter(isBlank).length, [matrix.data]);
  // What is looked for must be seen.
  const folded = useMemo(() => new Set(filter.trim() ? [] : foldedList), [filter, foldedList]);
  const place = readPlace(row);
  const setPlace = (next: CellPlace) => navigate(link.compare({ country, documentIds, saved, part: 'indicators', row: writePlace(next) }), { replace: true });
  const fold = (id: string) => setFolded(foldedList.includes(id) ? foldedList.filter((other) => other !== id) : [...foldedList, id]);
  const inHand = place ?? firstPlace(groups, matrix.data?.years ?? []);
  const showAs = (next: IndicatorShow | null) => inHand && navigate(link.compare({ country, documentIds, saved, part: 'indicators', row: writePlace(inHand), show: next }));
  useCommandHandler('compare.chart', () => showAs(show === 'chart' ? null : 'chart'), inHand !== null);
  useCommandHandler('compare.countries', () => showAs('countries'), inHand !== null && show !== 'countries');
  if (matrix.data && inHand && (show === 'countries' || show === 'ranking')) {
    return <CountriesPart matrix={matrix.data} documentIds={documentIds} saved={saved} place={inHand} show={show} region={section} />;
  }
  if (matrix.data && inHand && (show === 'chart' || show === 'group')) {
    return <ChartPart matrix={matrix.data} place={inHand} isGroup={show === 'group'} onPlace={(next, as = show) => navigate(link.compare({ country, documentIds, saved, part: 'indicators', row: writePlace(next), show: as }), { replace: as === show })} onShow={showAs} />;
  }
  const restated = matrix.data ? countRestated(matrix.data) : 0;
  return (
    <Panels name="indicators" keepsInspector inspector={matrix.data && matrix.data.groups.length > 0 ? <IndicatorPanel matrix={matrix.data} place={place} /> : null} inspectorLabel="Value" workWidth={560}>
      <Toolbar label="Indicators">
        {restated > 0 && (
          <span className="faint figures indicator-count">
            {restated.toLocaleString('en')} restated
          </span>
        )}
        <ToolbarSpace />
        <Button kind="quiet" icon={ChartLine} isDisabled={inHand === null} onPress={() => showAs('chart')}>
          Chart
        </Button>
        <Button kind="quiet" icon={Globe} isDisabled={inHand === null} onPress={() => showAs('countries')}>
          Across countries
        </Button>
        {blank > 0 && (
          <Checkbox isOn={showsBlank} onChange={setShowsBlank} className="indicator-count">
            {blank === 1 ? '1 blank row' : `${blank.toLocaleString('en')} blank rows`}
          </Checkbox>
        )}
        <SearchField label="Filter indicators" value={filter} onChange={setFilter} className="indicator-filter" inputRef={field} />
      </Toolbar>
      {matrix.errorSentence ? (
        <ErrorNote onRetry={matrix.refetch}>{matrix.errorSentence}</ErrorNote>
      ) : !matrix.data ? (
        <Waiting />
      ) : matrix.data.groups.length === 0 ? (
        <EmptyState title={`No values of ${countryName} are known`} icon={Table2} action={<Button onPress={() => navigate(link.library())}>Go to the library</Button>}>
          Values are read from the tables of yearly reports and from official data files. None of the documents of {countryName} is one of them.
        </EmptyState>
      ) : groups.length === 0 ? (
        <EmptyState title="No indicator fits these words" action={<Button onPress={() => (setFilter(''), setShowsBlank(true))}>Show all</Button>} />
      ) : (
        <IndicatorMatrix matrix={matrix.data} groups={groups} folded={folded} onFold={fold} place={place} onPlace={setPlace} />
      )}
    </Panels>
  );
}
