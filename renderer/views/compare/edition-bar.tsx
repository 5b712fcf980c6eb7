// The head of Compare: the country, and its editions as switches in order of years with the level each reports.

import type { ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import type { CountryEditions } from '../../../shared/core/comparison.ts';
import { levelIndicator, type MethodBreak } from '../../../shared/core/observation.ts';
import { useQuery } from '../../backend/use-query.ts';
import { kindNames } from '../../components/document-words.ts';
import { ComboBox } from '../../components/fields.tsx';
import { LevelMark } from '../../components/marks.tsx';
import { Menu } from '../../components/menu.tsx';
import { Toolbar } from '../../components/tabs.tsx';
import { editionYears, mostColumns } from './choice.ts';
import { ComparisonExportMenu } from './comparison-export-menu.tsx';

/** The year alone means the yearly report; other kinds say what they are. */
const kindWords: Readonly<Record<CountryEditions['editions'][number]['kind'], string>> = { 'ilab-report': '', generic: '', cable: 'cable', 'ilab-page': 'page', 'ilab-dataset': 'data' };

type Edition = CountryEditions['editions'][number];

type EditionBarProps = {
  countries: readonly CountryEditions[];
  country: string | null;
  editions: CountryEditions['editions'];
  chosen: readonly string[];
  onCountry: (iso3: string) => void;
  onChoose: (documentIds: string[]) => void;
  /** Buttons at the end of the bar. */
  end?: ReactNode;
};

export function EditionBar({ countries, country, editions, chosen, onCountry, onChoose, end }: EditionBarProps) {
  const breaks = useQuery('observations.indicator', { indicator: levelIndicator, countries: country === null ? [] : [country] }, { enabled: country !== null }).data?.breaks ?? [];
  const reports = editions.filter((edition) => edition.kind === 'ilab-report');
  const toggle = (id: string) => onChoose(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  return (
    <Toolbar label="Editions" className="edition-bar">
      <ComboBox
        key={country ?? 'none'}
        label="Country"
        hideLabel
        className="edition-country"
        choices={countries.map((each) => ({ id: each.country, label: each.countryName, detail: `${each.editions.length}` }))}
        value={country}
        onChange={(iso3) => {
          if (iso3 !== null && iso3 !== country) onCountry(iso3);
        }}
      />
      <div className="edition-years" role="group" aria-label="Editions to compare">
        {editionYears(editions, chosen).map(({ year, shown, further }) => (
          <EditionPlaces key={year} shown={shown} further={further} changed={breaksBefore(year, reports, breaks)} chosen={chosen} hasTwin={hasTwin(shown)} onToggle={toggle} />
        ))}
      </div>
      {end}
      {country !== null && <ComparisonExportMenu country={country} editions={editions} chosen={chosen} />}
    </Toolbar>
  );
}

type EditionPlacesProps = { shown: readonly Edition[]; further: readonly Edition[]; changed: readonly MethodBreak[]; chosen: readonly string[]; hasTwin: (edition: Edition) => boolean; onToggle: (id: string) => void };

/** The editions of one year: switches, and a menu of those that have none. */
function EditionPlaces({ shown, further, changed, chosen, hasTwin, onToggle }: EditionPlacesProps) {
  const isFull = chosen.length >= mostColumns;
  return (
    <span className="edition-place">
      {changed.length > 0 && <span className="edition-break" role="img" aria-label={`The method changed here: ${changed.map((each) => each.name).join(', ')}`} title={changed.map((each) => each.explanation).join('\n')} />}
      {shown.map((edition) => {
        const isOn = chosen.includes(edition.documentId);
        return (
          <ToggleButton key={edition.documentId} className="edition" isSelected={isOn} isDisabled={!isOn && isFull} onChange={() => onToggle(edition.documentId)}>
            <span className="figures">{edition.year}</span>
            {kindWords[edition.kind] !== '' && <span className="edition-kind">{kindWords[edition.kind]}</span>}
            <span className="visually-hidden">, {kindNames[edition.kind]}: </span>
            <span className={hasTwin(edition) ? 'edition-title truncate' : 'visually-hidden'} title={edition.title}>
              {edition.title}
            </span>
            {edition.level && <LevelMark level={edition.level} />}
          </ToggleButton>
        );
      })}
      {further.length > 0 && (
        <Menu label={`Further editions of ${String(further[0]?.year)}`} entries={further.map((edition) => ({ id: edition.documentId, label: `${edition.title} · ${kindNames[edition.kind]}`, isOn: false, isDisabled: isFull, onAction: () => onToggle(edition.documentId) }))}>
          <Button className="edition-further figures" aria-label={`${further.length} further of ${String(further[0]?.year)}`}>
            +{further.length}
          </Button>
        </Menu>
      )}
    </span>
  );
}

/** Changes of method between the report of the year and the one before it. */
function breaksBefore(year: number, reports: readonly Edition[], breaks: readonly MethodBreak[]): MethodBreak[] {
  const before = Math.max(...reports.filter((other) => other.year < year).map((other) => other.year));
  return reports.some((report) => report.year === year) && Number.isFinite(before) ? breaks.filter((each) => before < each.year && each.year <= year) : [];
}

/** True for an edition beside another of the same kind, so that only the titles tell them apart. */
function hasTwin(shown: readonly Edition[]): (edition: Edition) => boolean {
  return (edition) => shown.some((other) => other !== edition && other.kind === edition.kind);
}
