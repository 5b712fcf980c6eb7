// What is known of the selected fields: the value, the passage that says it, what else it could be, who decided; and what can be done.

import { BookOpen, Check, Pencil, Undo2 } from 'lucide-react';
import { fieldNames, type FieldCandidate } from '../../../../shared/core/metadata.ts';
import { Button, KeyboardHint } from '../../../components/button.tsx';
import { DecisionNote, useCountryName, useFieldActs } from '../../../components/field-note.tsx';
import { Link } from '../../../components/link.tsx';
import { fieldText, originWords, percent } from '../../../components/metadata-words.ts';
import { PanelHead, PanelSection } from '../../../components/panels.tsx';
import { link } from '../../../routes.ts';
import { StateMark } from './columns.tsx';
import { Quote } from './quote.tsx';
import type { ReviewRow } from './review.ts';

type FieldInspectorProps = { rows: readonly ReviewRow[]; onConfirm: (rows: readonly ReviewRow[]) => void; onCorrect: (rows: readonly ReviewRow[]) => void; onRead: (row: ReviewRow) => void };

export function FieldInspector({ rows, onConfirm, onCorrect, onRead }: FieldInspectorProps) {
  const [only] = rows;
  if (!only) {
    return (
      <>
        <PanelHead title="Nothing selected" />
        <PanelSection>
          <p className="faint">Select a field to see the words that say it, and what else it could be.</p>
        </PanelSection>
      </>
    );
  }
  return rows.length === 1 ? <OneField row={only} onConfirm={onConfirm} onCorrect={onCorrect} onRead={onRead} /> : <ManyFields rows={rows} onConfirm={onConfirm} onCorrect={onCorrect} />;
}

function OneField({ row, onConfirm, onCorrect, onRead }: Omit<FieldInspectorProps, 'rows'> & { row: ReviewRow }) {
  const countryName = useCountryName();
  const act = useFieldActs();
  const isDecided = row.state === 'confirmed' || row.state === 'corrected';
  return (
    <>
      <PanelHead title={fieldNames[row.field]}>
        <StateMark row={row} />
      </PanelHead>
      <PanelSection>
        <p className="metadata-large">{fieldText(row.field, row.value, countryName)}</p>
        {isDecided && <DecisionNote review={row} onReset={() => void act.reset([row])} />}
        <p className="faint metadata-of">
          of <Link to={link.reader(row.documentId)}>{row.documentTitle}</Link>
        </p>
        <div className="metadata-actions">
          {!isDecided && (
            <Button kind="primary" icon={Check} onPress={() => onConfirm([row])}>
              {row.value === null ? 'Leave unknown' : 'Confirm'} <KeyboardHint keys="Enter" />
            </Button>
          )}
          <Button icon={Pencil} onPress={() => onCorrect([row])}>
            Correct… <KeyboardHint command="metadata.correct" />
          </Button>
          {row.candidates.some(({ place }) => place) && (
            <Button kind="quiet" icon={BookOpen} onPress={() => onRead(row)}>
              Read <KeyboardHint command="metadata.read" />
            </Button>
          )}
        </div>
      </PanelSection>
      {row.candidates.length > 0 && (
        <PanelSection title="What was found">
          <ol className="metadata-candidates">
            {row.candidates.map((candidate) => (
              <Candidate key={candidate.value} row={row} candidate={candidate} onUse={() => void act.use(row, candidate)} />
            ))}
          </ol>
        </PanelSection>
      )}
    </>
  );
}

function Candidate({ row, candidate, onUse }: { row: ReviewRow; candidate: FieldCandidate; onUse: () => void }) {
  const countryName = useCountryName();
  const isShown = candidate.value === row.value;
  const text = fieldText(row.field, candidate.value, countryName);
  return (
    <li>
      <div className="metadata-candidate-head">
        <span className={isShown ? 'metadata-candidate-shown' : undefined}>{text}</span> <span className="faint figures">{percent(candidate.confidence)}</span>
        {!isShown && (
          <Button kind="quiet" onPress={onUse} aria-label={`Use ${text}`}>
            Use
          </Button>
        )}
      </div>
      {candidate.quote && candidate.place ? (
        <blockquote className="metadata-passage">
          <Link to={link.reader(row.documentId, candidate.place)}>
            <Quote quote={candidate.quote} />
          </Link>
        </blockquote>
      ) : (
        <p className="faint">{originWords[candidate.from]}.</p>
      )}
    </li>
  );
}

function ManyFields({ rows, onConfirm, onCorrect }: Omit<FieldInspectorProps, 'onRead'>) {
  const act = useFieldActs();
  const names = [...new Set(rows.map(({ field }) => fieldNames[field]))];
  const decided = rows.filter(({ state }) => state === 'confirmed' || state === 'corrected');
  const documents = new Set(rows.map(({ documentId }) => documentId)).size;
  return (
    <>
      <PanelHead title={`${rows.length.toLocaleString('en')} fields`} />
      <PanelSection>
        <p>
          {names.join(', ')} of {documents === 1 ? 'one document' : `${documents.toLocaleString('en')} documents`}.
        </p>
        <div className="metadata-actions">
          <Button kind="primary" icon={Check} onPress={() => onConfirm(rows)}>
            {`Confirm ${rows.length.toLocaleString('en')}`} <KeyboardHint keys="Enter" />
          </Button>
          {names.length === 1 && (
            <Button icon={Pencil} onPress={() => onCorrect(rows)}>
              Set for all… <KeyboardHint command="metadata.correct" />
            </Button>
          )}
          {decided.length > 0 && (
            <Button icon={Undo2} onPress={() => void act.reset(decided)}>
              {`Reset ${decided.length.toLocaleString('en')}`}
            </Button>
          )}
        </div>
        {names.length > 1 && <p className="faint">To set one value for many, narrow by one field first.</p>}
      </PanelSection>
    </>
  );
}
