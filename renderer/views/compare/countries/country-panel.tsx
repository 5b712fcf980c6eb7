// The country in hand: its change, and what each source says of the indicator, the year in hand first.

import { changeBetween, shownOf } from '../../../../shared/core/country-ranking.ts';
import type { IndicatorMatrix } from '../../../../shared/core/indicator.ts';
import { restatementWords } from '../../../../shared/core/observation.ts';
import { placeOf, RestatedSign } from '../../../components/data-card/observed-value.tsx';
import { SourceEntry } from '../../../components/data-card/source-entry.tsx';
import { Link } from '../../../components/link.tsx';
import { PanelHead, PanelSection } from '../../../components/panels.tsx';
import { link } from '../../../routes.ts';
import { changeWords } from '../change-words.ts';
import { PassageTools } from '../ledger/passage-tools.tsx';
import { writePlace } from '../indicator-place.ts';
import type { CountryEntry } from './country-entry.ts';

type CountryPanelProps = { matrix: IndicatorMatrix; entry: CountryEntry | null; year: number; since: number | null };

export function CountryPanel({ matrix, entry, year, since }: CountryPanelProps) {
  if (!entry) {
    return (
      <>
        <PanelHead title="No country in hand" />
        <PanelSection>
          <p className="faint">Walk the countries with the arrow keys or click one. Enter opens the page at the words.</p>
        </PanelSection>
      </>
    );
  }
  const { row } = entry;
  const change = since === null ? null : changeBetween(matrix, row, since, year);
  const cells = row.cells.flatMap((cell) => (cell ? [cell] : [])).toSorted((one, other) => Number(other.year === year) - Number(one.year === year) || other.year - one.year);
  const inHand = shownOf(row, matrix.years.indexOf(year));
  const at = inHand && placeOf(inHand);
  const passage = inHand && at ? { documentId: inHand.documentId, ...at } : null;
  return (
    <>
      <PanelHead title={entry.name} />
      <PanelSection>
        <p>{matrix.name}</p>
        {entry.region && <p className="faint">{entry.region}</p>}
        {change !== null && (
          <p className="figures">
            {change === 0 ? `In ${year} as in ${since}` : `${changeWords(change, matrix.unit)} from ${since} to ${year}`}
          </p>
        )}
        <p>
          <Link to={link.compare({ country: row.country, part: 'indicators', row: writePlace({ indicator: matrix.indicator, territory: row.territory, year }) })}>All indicators of {row.countryName}</Link>
        </p>
      </PanelSection>
      {inHand && (
        <PanelSection>
          <PassageTools passage={passage} none="This value has no words of its own to open." />
        </PanelSection>
      )}
      {!cells.some((cell) => cell.year === year) && (
        <PanelSection title={String(year)}>
          <p className="faint">No source speaks of this year.</p>
        </PanelSection>
      )}
      {cells.map((cell) => (
        <PanelSection key={cell.year} title={String(cell.year)}>
          {cell.values.map((value, index) => (
            <SourceEntry key={index} value={value} onCorrect={null} />
          ))}
          {cell.restated && (
            <p>
              <RestatedSign restated={cell.restated} /> This value is {restatementWords[cell.restated]}.
            </p>
          )}
          {cell.methodBreak && <p className="faint">{cell.methodBreak}</p>}
        </PanelSection>
      ))}
    </>
  );
}
