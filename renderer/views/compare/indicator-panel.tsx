// The cell in hand: each source with its words, what was restated, how it changed; and the data card of the document it is from.

import { useState } from 'react';
import type { Matrix, MatrixRow } from '../../../shared/core/indicator.ts';
import { type MatrixCell, restatementWords, type SourcedValue } from '../../../shared/core/observation.ts';
import { useConnection } from '../../backend/backend.tsx';
import type { Addition } from '../../components/add-to-brief.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { CorrectDialog, type Correctable } from '../../components/data-card/correct-dialog.tsx';
import { DataCard } from '../../components/data-card/data-card.tsx';
import { placeOf, RestatedSign } from '../../components/data-card/observed-value.tsx';
import { SourceEntry } from '../../components/data-card/source-entry.tsx';
import type { OtherPassage } from '../../components/other-passages.tsx';
import { PanelHead, PanelSection } from '../../components/panels.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { changeWords } from './change-words.ts';
import { PassageTools } from './ledger/passage-tools.tsx';
import { type CellPlace, type Delta, deltaOf, isRowOf, shownValue } from './indicator-place.ts';

export function IndicatorPanel({ matrix, place, isChart = false }: { matrix: Matrix; place: CellPlace | null; /** Beside a chart: it is what is added to a brief then. */ isChart?: boolean }) {
  const [tab, setTab] = useState<'value' | 'card'>('value');
  const row = matrix.groups.flatMap(({ rows }) => rows).find((each) => isRowOf(each, place));
  const column = place ? matrix.years.indexOf(place.year) : -1;
  const shown = row ? shownValue(row, column) : null;
  if (!place || !row || column < 0) return <Legend />;
  return (
    <>
      <PanelHead title={<>{row.name}, <span className="figures">{place.year}</span></>} />
      <Tabs
        label="The value and its document"
        className="indicator-tabs"
        selected={tab}
        onSelect={setTab}
        tabs={[
          { id: 'value', label: 'Value', content: <CellFacts key={`${place.indicator} ${place.territory} ${place.year}`} matrix={matrix} row={row} place={place} shown={shown} isChart={isChart} /> },
          { id: 'card', label: 'Data card', content: shown ? <CardOf value={shown} /> : <NoSource place={place} matrix={matrix} /> },
        ]}
      />
    </>
  );
}

function CellFacts({ matrix, row, place, shown, isChart }: { matrix: Matrix; row: MatrixRow; place: CellPlace; shown: SourcedValue | null; isChart: boolean }) {
  const connection = useConnection();
  const [correcting, setCorrecting] = useState<Correctable | null>(null);
  const cell = row.cells[matrix.years.indexOf(place.year)] ?? null;
  const delta = deltaOf(row, matrix.years, place.year);
  const correctable = (value: SourcedValue): Correctable => {
    const original = cell?.values.find((other) => other.correction === null && other.documentId === value.documentId) ?? null;
    return { indicator: row.indicator, name: row.name, unit: row.unit, territory: row.territory, year: place.year, value, original };
  };
  // What a correction replaced is corrected by changing the correction.
  const isReplaced = (value: SourcedValue) => value.correction === null && Boolean(cell?.values.some((other) => other.correction && other.documentId === value.documentId));
  useCommandHandler('compare.correct', () => shown && setCorrecting(correctable(shown)), shown !== null);
  const chart: Addition = {
    id: 'chart',
    label: `The chart of “${row.name}” with its table`,
    add: async (briefId) => {
      await connection.call('briefs.addBlock', { briefId, kind: 'chart', chart: { country: matrix.country, indicator: row.indicator, territory: row.territory, years: [] } });
    },
  };
  const [passage, ...others] = passagesOf(cell, shown);
  const tools = <PassageTools passage={passage?.passage ?? null} others={others} further={[chart]} first={isChart} none={cell ? 'These values have no words of their own to open.' : ''} />;
  if (!cell) {
    return (
      <>
        <NoSource place={place} matrix={matrix} />
        <PanelSection>{tools}</PanelSection>
      </>
    );
  }
  return (
    <>
      <PanelSection>
        {row.territory && <p>{row.territory}</p>}
        {cell.values.map((value, index) => (
          <SourceEntry key={index} value={value} onCorrect={isReplaced(value) ? null : () => setCorrecting(correctable(value))} />
        ))}
        {tools}
      </PanelSection>
      {(cell.restated || delta || cell.methodBreak) && (
        <PanelSection title="Beside other years">
          {cell.restated && (
            <p>
              <RestatedSign restated={cell.restated} /> This value is {restatementWords[cell.restated]}.
            </p>
          )}
          {delta && (
            <p className="figures">
              {deltaWords(delta, row.unit)}
              {delta.hasMark && <span className="faint">. One of the two has a footnote: see whether they cover the same time.</span>}
            </p>
          )}
          {cell.methodBreak && <p className="faint">{cell.methodBreak}</p>}
        </PanelSection>
      )}
      {correcting && <CorrectDialog correctable={correcting} onClose={() => setCorrecting(null)} />}
    </>
  );
}

/** The words of each source, those of what is shown first. */
function passagesOf(cell: MatrixCell | null, shown: SourcedValue | null): OtherPassage[] {
  return [...(shown ? [shown] : []), ...(cell?.values ?? []).filter((value) => value !== shown)].flatMap((value) => {
    const at = placeOf(value);
    return at ? [{ name: `“${value.documentTitle}”`, passage: { documentId: value.documentId, ...at } }] : [];
  });
}

/** "+20 (+7.9%) since 2019"; of percentages the points. */
function deltaWords({ since, change, percent }: Delta, unit: string | null): string {
  if (change === 0) return `As in ${since}`;
  return `${changeWords(change, unit)}${percent === null ? '' : ` (${change > 0 ? '+' : '−'}${Math.abs(percent)}%)`} since ${since}`;
}

function CardOf({ value }: { value: SourcedValue }) {
  return (
    <>
      <PanelSection>
        <p className="indicator-document">{value.documentTitle}</p>
      </PanelSection>
      <DataCard documentId={value.documentId} />
    </>
  );
}

function NoSource({ place, matrix }: { place: CellPlace; matrix: Matrix }) {
  return (
    <PanelSection>
      <p className="faint">{matrix.editions.includes(place.year) ? `The edition of ${place.year} does not print this indicator.` : `There is no edition of ${place.year} in this project.`}</p>
    </PanelSection>
  );
}

function Legend() {
  return (
    <>
      <PanelHead title="No value in hand" />
      <PanelSection>
        <p className="faint">Walk the cells with the arrow keys or click one. Enter opens the page at the words, F2 corrects, C draws the row as a chart, X shows it across countries.</p>
      </PanelSection>
      <PanelSection title="Signs">
        <dl className="matrix-legend">
          <dt className="hatch matrix-unknown">
            <span className="observed">Unknown</span>
          </dt>
          <dd>The source says that it is not known. It is not zero.</dd>
          <dt>N/A</dt>
          <dd>The question does not apply.</dd>
          <dt className="observed-not_printed">Not printed</dt>
          <dd>The cell of the table is blank. An empty place here: no source has the row.</dd>
          <dt>
            12
            <RestatedSign restated="changed" />
          </dt>
          <dd>A later report gives another value.</dd>
          <dt>
            12<sup>†</sup>
          </dt>
          <dd>A footnote belongs to the value.</dd>
          <dt className="matrix-break">┆</dt>
          <dd>From here measured in another way: a change of method, not of the country.</dd>
        </dl>
      </PanelSection>
    </>
  );
}
