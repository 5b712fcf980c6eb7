// The standard, convention or gap in hand: what the year says with its law, what changed, and what can be made of the words.

import type { CountryLaw, LawChange, LawGap, LawStandard } from '../../../../shared/core/law.ts';
import type { SourcedValue } from '../../../../shared/core/observation.ts';
import { ObservedValue, placeLink, placeOf } from '../../../components/data-card/observed-value.tsx';
import { whichEdition } from '../../../components/data-card/source-entry.tsx';
import { Link } from '../../../components/link.tsx';
import type { OtherPassage } from '../../../components/other-passages.tsx';
import { PanelHead, PanelSection } from '../../../components/panels.tsx';
import { link } from '../../../routes.ts';
import type { LedgerPlace } from '../ledger/ledger-place.ts';
import { LedgerLegend } from '../ledger/ledger-legend.tsx';
import { PassageTools } from '../ledger/passage-tools.tsx';
import { changeNames, changeWords, gapNames, shownOf } from './law-rows.tsx';

export function LawPanel({ law, place, onPlace }: { law: CountryLaw; place: LedgerPlace | null; onPlace: (place: LedgerPlace) => void }) {
  if (!place) return <LedgerLegend walk={walk} signs={signs} />;
  const column = law.years.indexOf(place.year);
  const gap = law.gaps.find(({ id }) => id === place.id);
  if (gap) return <GapPanel gap={gap} year={place.year} onYear={(year) => onPlace({ id: gap.id, year })} />;
  const standard = law.standards.find(({ id }) => id === place.id);
  if (standard) return <StandardPanel standard={standard} column={column} year={place.year} onYear={(year) => onPlace({ id: standard.id, year })} />;
  const convention = law.conventions.find(({ id }) => id === place.id);
  const value = shownOf(convention?.cells[column]);
  if (!convention) return <LedgerLegend walk={walk} signs={signs} />;
  return (
    <>
      <PanelHead title={<>{convention.name}, <span className="figures">{place.year}</span></>} />
      <PanelSection>
        {convention.territory && <p>{convention.territory}</p>}
        {value ? <Values sides={[{ name: 'Ratified', value }]} /> : <p className="faint">No source says it for {place.year}.</p>}
        <PassageTools passage={passageOf(value)} />
      </PanelSection>
      <Changes changes={convention.changes} onYear={(year) => onPlace({ id: convention.id, year })} />
    </>
  );
}

function StandardPanel({ standard, column, year, onYear }: { standard: LawStandard; column: number; year: number; onYear: (year: number) => void }) {
  const cell = standard.cells[column] ?? null;
  const meets = shownOf(cell?.meets);
  const age = shownOf(cell?.age);
  const basis = cell?.basis ?? null;
  const at = basis && basis.start !== null && basis.end !== null ? { start: basis.start, end: basis.end } : null;
  return (
    <>
      <PanelHead title={<>{standard.name}, <span className="figures">{year}</span></>} />
      <PanelSection>
        {standard.territory && <p>{standard.territory}</p>}
        {meets || age ? <Values sides={[...(meets ? [{ name: 'Meets the standard', value: meets }] : []), ...(age && age.status !== 'not_printed' ? [{ name: 'Age', value: age }] : [])]} /> : <p className="faint">No source says it for {year}.</p>}
        {basis && <p className="ledger-said">{at ? <Link to={link.reader(basis.documentId, at)}>{basis.text}</Link> : basis.text}</p>}
        <PassageTools passage={at && basis ? { documentId: basis.documentId, ...at } : passageOf(meets ?? age)} />
      </PanelSection>
      <Changes changes={standard.changes} onYear={onYear} />
    </>
  );
}

function GapPanel({ gap, year, onYear }: { gap: LawGap; year: number; onYear: (year: number) => void }) {
  const cell = gap.cells.find((each) => each.year === year);
  return (
    <>
      <PanelHead title={<>{gapNames[gap.kind]}, <span className="figures">{year}</span></>} />
      <PanelSection>
        {gap.territory && <p>{gap.territory}</p>}
        <p>{cell?.sentence ?? `The values of ${year} leave no such gap, or one of them is not known.`}</p>
        {cell && <Values sides={cell.sides} />}
        <PassageTools passage={passageOf(cell?.sides[0]?.value ?? null)} others={(cell?.sides.slice(1) ?? []).flatMap(({ name, value }) => othersOf(name, value))} />
      </PanelSection>
      <PanelSection title="Years">
        <p className="figures">
          {gap.cells.map((each, index) => <span key={each.year}>{index > 0 && ', '}<button type="button" className="compare-inline" onClick={() => onYear(each.year)}>{each.year}</button></span>)}
        </p>
      </PanelSection>
    </>
  );
}

function Values({ sides }: { sides: readonly { name: string; value: SourcedValue }[] }) {
  return (
    <ul className="ledger-list">
      {sides.map(({ name, value }, index) => (
        <li key={index}>
          <p className="ledger-head"><span className="faint">{name}</span> <strong className="figures"><ObservedValue value={value} /></strong></p>
          <p className="faint"><Link to={placeLink(value)}>{value.documentTitle}</Link>, {whichEdition(value)}</p>
        </li>
      ))}
    </ul>
  );
}

function Changes({ changes, onYear }: { changes: readonly LawChange[]; onYear: (year: number) => void }) {
  if (changes.length === 0) return <PanelSection title="Over the years"><p className="faint">Nothing changed.</p></PanelSection>;
  return (
    <PanelSection title="Over the years">
      <ol className="ledger-list">
        {changes.toReversed().map((change, index) => (
          <li key={index}>
            <p className="ledger-head"><button type="button" className="compare-inline figures" onClick={() => onYear(change.year)}>{change.year}</button> <strong>{changeNames[change.kind]}</strong></p>
            <p>{changeWords(change)}</p>
            {change.kind === 'legislation' && <p className="faint">{change.since}: “{change.from}”. {change.year}: “{change.to}”.</p>}
            {change.kind === 'method' && <p className="faint">{change.explanation}</p>}
          </li>
        ))}
      </ol>
    </PanelSection>
  );
}

function othersOf(name: string, value: SourcedValue): OtherPassage[] {
  const passage = passageOf(value);
  return passage ? [{ name: `“${name}”`, passage }] : [];
}

function passageOf(value: SourcedValue | null): { documentId: string; start: number; end: number } | null {
  const at = value && placeOf(value);
  return value && at ? { documentId: value.documentId, ...at } : null;
}

const walk = 'Walk the cells with the arrow keys or click one. Enter opens the words. Each cell says whether the standard is met, and from which age.';
const signs = [
  { sign: '~', meaning: 'The answer or the age changed.' },
  { sign: '§', meaning: 'Another law or article is named; the answer stayed.' },
  { sign: '+', meaning: 'Given as ratified for the first time.' },
  { sign: '!', meaning: 'Two standards do not fit together, or one falls short.' },
  { sign: '┆', meaning: 'The question changed: a change of method, not of the country.' },
];
