// What one source says of an indicator: the value, where it stands, the words there, and the means to correct it.

import { Pencil, Undo2 } from 'lucide-react';
import { isDoubtful, sourceNames, type SourcedValue } from '../../../shared/core/observation.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button } from '../button.tsx';
import { dateAndTime } from '../dates.ts';
import { kindNames } from '../document-words.ts';
import { Link } from '../link.tsx';
import { showToast } from '../toasts.ts';
import { ObservedValue, placeLink } from './observed-value.tsx';

export function SourceEntry({ value, onCorrect }: { value: SourcedValue; onCorrect: (() => void) | null }) {
  return (
    <div className="source-entry">
      <p className="source-entry-head">
        <strong>{sourceNames[value.source]}</strong>
        <span className="faint">{whichEdition(value)}</span>
      </p>
      <p className="source-entry-value figures">
        <ObservedValue value={value} />
      </p>
      {value.correction ? <CorrectionFacts value={value} correction={value.correction} /> : <SourceFacts value={value} />}
      {onCorrect && (
        <div className="source-entry-actions">
          <Button kind="quiet" icon={Pencil} onPress={onCorrect}>
            {value.correction ? 'Change…' : 'Correct…'}
          </Button>
          {value.correction && <TakeBack id={value.correction.id} />}
        </div>
      )}
    </div>
  );
}

/** "2020, page 4": the edition that says it. */
export function whichEdition(value: SourcedValue): string {
  const edition = value.reportedYear === null ? kindNames[value.documentKind] : String(value.reportedYear);
  return value.page === null ? edition : `${edition}, page ${value.page}`;
}

function SourceFacts({ value }: { value: SourcedValue }) {
  return (
    <>
      {value.note && (
        <p className="source-entry-note">
          {value.mark && <sup>{value.mark}</sup>} {value.note}
        </p>
      )}
      {value.quote && (
        <blockquote className="source-entry-quote">
          <Link to={placeLink(value)}>{value.quote}</Link>
        </blockquote>
      )}
      {isDoubtful(value) && <p className="source-entry-doubt">Doubtful: look at the page before you use it.</p>}
    </>
  );
}

function CorrectionFacts({ value, correction }: { value: SourcedValue; correction: NonNullable<SourcedValue['correction']> }) {
  return (
    <>
      <p className="source-entry-note">{correction.reason}</p>
      <p className="faint">
        {correction.author && `${correction.author}, `}
        {dateAndTime(correction.madeAt)}. For {value.documentTitle}
      </p>
    </>
  );
}

function TakeBack({ id }: { id: string }) {
  const uncorrect = useCommand('observations.uncorrect');
  const { undo } = useUndo();
  const takeBack = async () => {
    const outcome = await uncorrect.run({ id });
    if (outcome.ok) showToast({ text: 'The correction was taken back.', action: { label: 'Undo', run: () => void undo() } });
  };
  return (
    <Button kind="quiet" icon={Undo2} onPress={() => void takeBack()}>
      Take back
    </Button>
  );
}
