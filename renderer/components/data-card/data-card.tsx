// The data card of a document: what was recognised in it, by group. Each value leads to its words; a wrong one is corrected by hand.

import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { isDoubtful } from '../../../shared/core/observation.ts';
import type { SuggestedAction, Table } from '../../../shared/core/recognition.ts';
import type { Output } from '../../../shared/rpc/contract.ts';
import { useQuery } from '../../backend/use-query.ts';
import { link } from '../../routes.ts';
import { IconButton } from '../button.tsx';
import { Link } from '../link.tsx';
import { Badge } from '../marks.tsx';
import { ErrorNote, Waiting } from '../notes.tsx';
import { PanelSection } from '../panels.tsx';
import { ListingsCard } from './listings.tsx';
import { CorrectDialog, type Correctable } from './correct-dialog.tsx';
import { ObservedValue, placeOf } from './observed-value.tsx';
import { RecognisedTables } from './recognised-tables.tsx';

type Known = Output<'observations.ofDocument'>;
type Row = Known['groups'][number]['rows'][number];

/** `tables`: those of the document, when the place that shows the card has them. */
export function DataCard({ documentId, tables = [] }: { documentId: string; tables?: readonly Table[] }) {
  const known = useQuery('observations.ofDocument', { id: documentId }, { keepPrevious: false });
  const [correcting, setCorrecting] = useState<Correctable | null>(null);
  if (known.errorSentence) return <ErrorNote onRetry={known.refetch}>{known.errorSentence}</ErrorNote>;
  if (!known.data) return <Waiting />;
  const { groups, actions } = known.data;
  if (groups.length === 0 && actions.length === 0 && tables.length === 0) {
    return (
      <PanelSection>
        <p className="faint">No values were recognised in this document: they are read from the tables of yearly reports and from official data files.</p>
      </PanelSection>
    );
  }
  const doubtful = groups.flatMap(({ rows }) => rows).filter(({ values }) => values[0] && isDoubtful(values[0])).length;
  return (
    <div className="data-card">
      {doubtful > 0 && (
        <PanelSection>
          <p>
            <Badge tone="unknown">{doubtful === 1 ? '1 doubtful value' : `${doubtful} doubtful values`}</Badge> <span className="faint">marked “?” below</span>
          </p>
        </PanelSection>
      )}
      {groups.map((group) => (
        <PanelSection key={group.id} title={group.name}>
          <dl className="data-card-list">
            {[...Map.groupBy(group.rows, ({ indicator, territory }) => `${indicator}\n${territory ?? ''}`)].map(([key, rows]) => (
              <IndicatorEntry key={key} rows={rows} onCorrect={setCorrecting} />
            ))}
          </dl>
        </PanelSection>
      ))}
      {tables.length > 0 && <RecognisedTables documentId={documentId} tables={tables} />}
      {actions.length > 0 && <Actions documentId={documentId} actions={actions} />}
      <ListingsCard documentId={documentId} />
      {correcting && <CorrectDialog correctable={correcting} onClose={() => setCorrecting(null)} />}
    </div>
  );
}

/** One indicator with its years; the years are written when there are several. */
function IndicatorEntry({ rows, onCorrect }: { rows: Row[]; onCorrect: (correctable: Correctable) => void }) {
  const [first] = rows;
  if (!first) return null;
  return (
    <div className="data-card-entry">
      <dt>
        {first.name}
        {first.territory && <span className="faint"> {first.territory}</span>}
      </dt>
      {rows.map((row) => (
        <YearEntry key={row.year ?? 'none'} row={row} showsYear={rows.length > 1} onCorrect={onCorrect} />
      ))}
    </div>
  );
}

function YearEntry({ row, showsYear, onCorrect }: { row: Row; showsYear: boolean; onCorrect: (correctable: Correctable) => void }) {
  const [shown, ...others] = row.values;
  if (!shown) return null;
  const original = row.values.find((value) => value.correction === null) ?? null;
  const { year } = row;
  return (
    <dd>
      {showsYear && <span className="data-card-year figures">{year ?? 'No year'}</span>}
      <span className="data-card-value figures">
        <ObservedValue value={shown} />
        {shown.correction && others[0] && (
          <s className="data-card-original" title="Recognised">
            <span className="visually-hidden">recognised: </span>
            <ObservedValue value={others[0]} />
          </s>
        )}
      </span>
      {year !== null && (
        <span className="data-card-correct">
          <IconButton icon={Pencil} label={`Correct ${row.name}, ${year}`} onPress={() => onCorrect({ ...row, year, value: shown, original })} />
        </span>
      )}
      {shown.correction && <span className="data-card-note">{shown.correction.reason}</span>}
      {!shown.correction && shown.mark && shown.note && (
        <span className="data-card-note">
          <sup>{shown.mark}</sup> {shown.note}
        </span>
      )}
    </dd>
  );
}

function Actions({ documentId, actions }: { documentId: string; actions: SuggestedAction[] }) {
  return (
    <PanelSection title="Suggested actions">
      {[...Map.groupBy(actions, ({ area }) => area)].map(([area, own]) => (
        <div key={area}>
          <h4 className="data-card-area">{area}</h4>
          <ul className="data-card-actions">
            {own.map((action, index) => (
              <li key={index}>
                {placeOf(action) ? <Link to={link.reader(documentId, placeOf(action))}>{action.text}</Link> : action.text} <span className="faint figures">{action.years}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </PanelSection>
  );
}
