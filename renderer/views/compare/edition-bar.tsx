// The head of Compare: the country, and its editions as switches in order of years with the level each reports.

import type { ReactNode } from 'react';
import { ToggleButton } from 'react-aria-components';
import type { CountryEditions } from '../../../shared/core/comparison.ts';
import { levelIndicator, type MethodBreak } from '../../../shared/core/observation.ts';
import { useQuery } from '../../backend/use-query.ts';
import { kindNames } from '../../components/document-words.ts';
import { ComboBox } from '../../components/fields.tsx';
import { LevelMark } from '../../components/marks.tsx';
import { Toolbar } from '../../components/tabs.tsx';
import { mostColumns } from './choice.ts';
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
        {editions.map((edition) => {
          const isOn = chosen.includes(edition.documentId);
          const changed = edition.kind === 'ilab-report' ? breaksBefore(edition, reports, breaks) : [];
          return (
            <span key={edition.documentId} className="edition-place">
              {changed.length > 0 && <span className="edition-break" role="img" aria-label={`The method changed here: ${changed.map((each) => each.name).join(', ')}`} title={changed.map((each) => each.explanation).join('\n')} />}
              <ToggleButton className="edition" isSelected={isOn} isDisabled={!isOn && chosen.length >= mostColumns} onChange={() => toggle(edition.documentId)}>
                <span className="figures">{edition.year}</span>
                {kindWords[edition.kind] !== '' && <span className="edition-kind">{kindWords[edition.kind]}</span>}
                <span className="visually-hidden">, {kindNames[edition.kind]}: </span>
                <span className={hasTwin(edition, editions) ? 'edition-title truncate' : 'visually-hidden'} title={edition.title}>
                  {edition.title}
                </span>
                {edition.level && <LevelMark level={edition.level} />}
              </ToggleButton>
            </span>
          );
        })}
      </div>
      {end}
      {country !== null && <ComparisonExportMenu country={country} editions={editions} chosen={chosen} />}
    </Toolbar>
  );
}

/** Changes of method between this report and the one before it; the first of several documents of a year bears them. */
function breaksBefore(edition: Edition, reports: readonly Edition[], breaks: readonly MethodBreak[]): MethodBreak[] {
  const isFirst = reports.find((other) => other.year === edition.year) === edition;
  const before = Math.max(...reports.filter((other) => other.year < edition.year).map((other) => other.year));
  return isFirst && Number.isFinite(before) ? breaks.filter(({ year }) => before < year && year <= edition.year) : [];
}

/** True when another edition of the year is of the same kind, so that only the titles tell them apart. */
function hasTwin(edition: EditionBarProps['editions'][number], editions: EditionBarProps['editions']): boolean {
  return editions.some((other) => other !== edition && other.year === edition.year && other.kind === edition.kind);
}
