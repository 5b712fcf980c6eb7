// One indicator over all countries of the project: which indicator, year and region above, the grid or the ranking, the country in hand on
// the right. Indicator, year, region and form stand in the address.

import { Globe } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { changeBetween, regionIndicator, regionsOf } from '../../../../shared/core/country-ranking.ts';
import type { IndicatorMatrix, Matrix } from '../../../../shared/core/indicator.ts';
import { useQuery } from '../../../backend/use-query.ts';
import { Button } from '../../../components/button.tsx';
import { useCommandHandler } from '../../../components/commands.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../../components/notes.tsx';
import { Panels } from '../../../components/panels.tsx';
import { type IndicatorShow, link, navigate } from '../../../routes.ts';
import { type CellPlace, writePlace } from '../indicator-place.ts';
import { CountriesBar } from './countries-bar.tsx';
import { CountryGrid } from './country-grid.tsx';
import { CountryPanel } from './country-panel.tsx';
import { CountryRanking } from './country-ranking.tsx';
import { type CountryEntry, entriesOf } from './country-entry.ts';
import './countries.css';

type CountriesPartProps = { /** Of the country one came from: its indicators are the choice. */ matrix: Matrix; documentIds: string[]; saved: string | null; place: CellPlace; show: 'countries' | 'ranking'; region: string | null };

const noEntries: CountryEntry[] = [];

export function CountriesPart({ matrix: home, documentIds, saved, place, show, region }: CountriesPartProps) {
  const indicator = useQuery('observations.indicator', { indicator: place.indicator }, { keepPrevious: false });
  const regionQuery = useQuery('observations.indicator', { indicator: regionIndicator });
  const [words, setWords] = useState('');
  const [chosenId, setChosenId] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  useCommandHandler('edit.find', () => field.current?.focus());
  const regions = useMemo(() => (regionQuery.data ? regionsOf(regionQuery.data) : new Map<string, string>()), [regionQuery.data]);
  const entries = useMemo(() => (indicator.data ? entriesOf(indicator.data, regions) : noEntries), [indicator.data, regions]);
  const shown = useMemo(() => entriesShown(entries, region, words), [entries, region, words]);
  const years = indicator.data?.years ?? [];
  const year = years.includes(place.year) ? place.year : (years.at(-1) ?? place.year);
  const [sinceChosen, setSince] = useState<number | null>(null);
  const since = sinceChosen !== null && sinceChosen < year && years.includes(sinceChosen) ? sinceChosen : (earliestComparable(indicator.data, entries, year) ?? null);

  const go = (change: { place?: CellPlace; show?: IndicatorShow | null; region?: string | null }) =>
    navigate(link.compare({ country: home.country, documentIds, saved, part: 'indicators', row: writePlace(change.place ?? place), section: change.show === null ? null : change.region === undefined ? region : change.region, show: change.show === undefined ? show : change.show }), { replace: change.show === undefined });
  // The country one came from is in hand at first.
  const selected = shown.find(({ id }) => id === chosenId) ?? (chosenId === null ? shown.find(({ row }) => row.country === home.country) : undefined) ?? null;

  return (
    <Panels name="indicators" keepsInspector inspector={indicator.data && entries.length > 0 ? <CountryPanel matrix={indicator.data} entry={selected} year={year} since={since} /> : null} inspectorLabel="Country" workWidth={560}>
      <CountriesBar
        home={home}
        place={place}
        years={years}
        year={year}
        since={since}
        show={show}
        region={region}
        homeRegion={regions.get(home.country) ?? null}
        entries={entries}
        shown={shown}
        words={words}
        field={field}
        onWords={setWords}
        onSince={setSince}
        onIndicator={(key) => go({ place: { indicator: key, territory: null, year: place.year } })}
        onYear={(next) => go({ place: { ...place, year: next } })}
        onShow={(next) => go({ show: next })}
        onRegion={(next) => go({ region: next })}
      />
      {indicator.errorSentence ? (
        <ErrorNote onRetry={indicator.refetch}>{indicator.errorSentence}</ErrorNote>
      ) : !indicator.data ? (
        <Waiting />
      ) : entries.length === 0 ? (
        <EmptyState title="No country has a value of this indicator" icon={Globe} action={<Button onPress={() => go({ show: null })}>Back to the matrix</Button>}>
          Choose another indicator above.
        </EmptyState>
      ) : shown.length === 0 ? (
        <EmptyState title="No country fits" action={<Button onPress={() => (setWords(''), go({ region: null }))}>Show all</Button>} />
      ) : show === 'ranking' ? (
        <CountryRanking matrix={indicator.data} entries={shown} year={year} selected={selected?.id ?? null} onSelect={setChosenId} />
      ) : (
        <CountryGrid matrix={indicator.data} entries={shown} year={year} since={since} selected={selected?.id ?? null} onSelect={setChosenId} />
      )}
    </Panels>
  );
}

function entriesShown(entries: readonly CountryEntry[], region: string | null, words: string): readonly CountryEntry[] {
  const wanted = words.toLocaleLowerCase('en').split(/\s+/u).filter(Boolean);
  return entries.filter((entry) => (region === null || entry.region === region) && wanted.every((word) => entry.text.includes(word)));
}

/** The earliest year that a number of the year in hand may be measured against. */
function earliestComparable(matrix: IndicatorMatrix | undefined, entries: readonly CountryEntry[], year: number): number | undefined {
  return matrix?.years.find((from) => entries.some(({ row }) => changeBetween(matrix, row, from, year) !== null));
}
