// What is shown of an indicator over countries: which indicator, grid or ranking, the years, the region, the words looked for; and its export.

import { ArrowLeft } from 'lucide-react';
import type { Ref } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { Matrix } from '../../../../shared/core/indicator.ts';
import { useCommand } from '../../../backend/use-command.ts';
import { IconButton } from '../../../components/button.tsx';
import { ExportMenu } from '../../../components/export-menu.tsx';
import { ComboBox, SearchField, Select } from '../../../components/fields.tsx';
import { Toolbar, ToolbarSpace } from '../../../components/tabs.tsx';
import type { IndicatorShow } from '../../../routes.ts';
import type { CellPlace } from '../indicator-place.ts';
import type { CountryEntry } from './country-entry.ts';

type CountriesBarProps = {
  home: Matrix;
  place: CellPlace;
  years: readonly number[];
  year: number;
  since: number | null;
  show: 'countries' | 'ranking';
  region: string | null;
  /** Where the country one came from stands. */
  homeRegion: string | null;
  entries: readonly CountryEntry[];
  shown: readonly CountryEntry[];
  words: string;
  field: Ref<HTMLInputElement>;
  onWords: (words: string) => void;
  onSince: (year: number) => void;
  onIndicator: (key: string) => void;
  onYear: (year: number) => void;
  onShow: (show: IndicatorShow | null) => void;
  onRegion: (region: string | null) => void;
};

const everywhere = 'everywhere';

export function CountriesBar({ home, place, years, year, since, show, region, homeRegion, entries, shown, words, field, onWords, onSince, onIndicator, onYear, onShow, onRegion }: CountriesBarProps) {
  const file = useCommand('compare.countries');
  const indicators = home.groups.flatMap((group) => [...Map.groupBy(group.rows, (row) => row.indicator)].map(([id, [row]]) => ({ id, label: row?.name ?? id, detail: group.name })));
  // An address may name an indicator that the country one came from does not have.
  const choices = indicators.some(({ id }) => id === place.indicator) ? indicators : [{ id: place.indicator, label: place.indicator, detail: '' }, ...indicators];
  const counts = Map.groupBy(entries, (entry) => entry.region);
  const names = [...new Set([...[...counts.keys()].filter((name) => name !== null), ...(region === null ? [] : [region])])].toSorted((one, other) => one.localeCompare(other, 'en'));
  const regions = names.map((name) => ({ id: `in ${name}`, label: name === homeRegion ? `${name}, peers of ${home.countryName}` : name, detail: String(counts.get(name)?.length ?? 0) }));
  const newestFirst = years.toReversed().map((each) => ({ id: String(each), label: String(each) }));
  const countries = [...new Set(shown.map(({ row }) => row.country))];
  const make = (format: 'xlsx' | 'csv') => file.run({ indicator: place.indicator, format, ...(shown.length < entries.length && countries.length > 0 ? { countries } : {}) });
  return (
    <>
      <Toolbar label="Indicator across countries">
        <IconButton icon={ArrowLeft} label="Back to the matrix" onPress={() => onShow(null)} />
        <ComboBox key={place.indicator} label="Indicator" hideLabel className="countries-indicator" choices={choices} value={place.indicator} onChange={(key) => key !== null && onIndicator(key)} />
        <ToggleButtonGroup aria-label="Form" className="countries-forms" selectionMode="single" disallowEmptySelection selectedKeys={[show]} onSelectionChange={(keys) => onShow(keys.has('ranking') ? 'ranking' : 'countries')}>
          <ToggleButton id="countries" className="countries-form">
            Years
          </ToggleButton>
          <ToggleButton id="ranking" className="countries-form">
            Ranking
          </ToggleButton>
        </ToggleButtonGroup>
        <ToolbarSpace />
        <ExportMenu label="Export the countries shown" kind="plain" entries={[{ id: 'xlsx', label: 'Countries with sources, workbook', isDisabled: shown.length === 0, make: () => make('xlsx') }, { id: 'csv', label: 'Countries with sources, CSV', isDisabled: shown.length === 0, make: () => make('csv') }]} />
      </Toolbar>
      <Toolbar label="Countries shown">
        {years.length > 0 && <Select label="Year" hideLabel className="countries-year" choices={newestFirst} value={String(year)} onChange={(id) => onYear(Number(id))} />}
        {show === 'countries' && since !== null && (
          <Select label="Change since" hideLabel className="countries-since" choices={newestFirst.filter(({ id }) => Number(id) < year).map(({ id, label }) => ({ id, label: `since ${label}` }))} value={String(since)} onChange={(id) => onSince(Number(id))} />
        )}
        {regions.length > 0 && (
          <Select
            label="Region"
            hideLabel
            className="countries-region"
            choices={[{ id: everywhere, label: 'All regions', detail: String(entries.length) }, ...regions]}
            value={region === null ? everywhere : `in ${region}`}
            onChange={(id) => onRegion(id === everywhere ? null : id.slice('in '.length))}
          />
        )}
        <span className="faint figures countries-count" role="status">
          {countries.length === 1 ? '1 country' : `${countries.length} countries`}
        </span>
        <ToolbarSpace />
        <SearchField label="Find a country" value={words} onChange={onWords} className="indicator-filter" inputRef={field} />
      </Toolbar>
    </>
  );
}
