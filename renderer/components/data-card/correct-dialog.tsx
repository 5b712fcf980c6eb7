// Puts a value of the analyst's own beside a recognised one, with the reason. The original stays.

import { useState } from 'react';
import { sourceNames, type SourcedValue } from '../../../shared/core/observation.ts';
import type { ObservationStatus } from '../../../shared/core/recognition.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { FormDialog } from '../dialog.tsx';
import { Select, TextField } from '../fields.tsx';
import { showToast } from '../toasts.ts';
import { ObservedValue } from './observed-value.tsx';
import { whichEdition } from './source-entry.tsx';
import { faultOf, readTyped, statusChoices, typedFrom, yesNoChoices } from './typed-value.ts';

export type Correctable = {
  indicator: string;
  name: string;
  unit: string | null;
  territory: string | null;
  year: number;
  /** What is shown now: the correction when there is one already. */
  value: SourcedValue;
  /** What was recognised; null when nothing was. */
  original: SourcedValue | null;
};

export function CorrectDialog({ correctable, onClose }: { correctable: Correctable; onClose: () => void }) {
  const { indicator, name, territory, year, value, original } = correctable;
  // What the page prints decides: some editions print a count where others print yes or no.
  const unit = original?.unit ?? value.unit ?? correctable.unit;
  const [status, setStatus] = useState<ObservationStatus>(value.status);
  const [typed, setTyped] = useState(typedFrom(value.value));
  const [reason, setReason] = useState(value.correction?.reason ?? '');
  const [isTried, setTried] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const correct = useCommand('observations.correct', { quiet: true });
  const { undo } = useUndo();
  const fault = faultOf(status, typed, unit) ?? refusal;
  const send = async () => {
    setTried(true);
    if (faultOf(status, typed, unit) !== null || reason.trim() === '') return;
    const outcome = await correct.run({ documentId: value.documentId, indicator, territory, year, status, value: status === 'value' ? readTyped(typed, unit) : null, reason });
    if (!outcome.ok) return setRefusal(outcome.sentence);
    showToast({ text: `${name} of ${year} was corrected.`, action: { label: 'Undo', run: () => void undo() } });
    onClose();
  };
  return (
    <FormDialog title={`Correct: ${name}, ${year}`} isOpen onClose={onClose} verb="Correct" onSubmit={() => void send()} isDisabled={correct.pending} width={480}>
      {original && (
        <div className="correct-original">
          <p>
            Recognised: <ObservedValue value={original} isLink={false} /> <span className="faint">({sourceNames[original.source].toLowerCase()} {whichEdition(original)})</span>
          </p>
          {original.quote && <blockquote className="source-entry-quote">{original.quote}</blockquote>}
        </div>
      )}
      <Select label="The document says" choices={statusChoices} value={status} onChange={setStatus} />
      {status === 'value' &&
        (unit === 'yes/no' ? (
          <Select label="Value" choices={yesNoChoices} value={typed === 'yes' || typed === 'no' ? typed : null} onChange={setTyped} />
        ) : (
          <TextField label={`Value${unitWords[unit ?? ''] ?? ''}`} value={typed} onChange={setTyped} autoFocus />
        ))}
      {isTried && fault && (
        <p className="field-error" role="alert">
          {fault}
        </p>
      )}
      <TextField label="Reason" value={reason} onChange={setReason} lines={2} placeholder="What the page says, or why it was misread" error={isTried && reason.trim() === '' ? 'Give the reason: others must be able to follow it.' : null} onSubmit={() => void send()} />
    </FormDialog>
  );
}

const unitWords: Readonly<Record<string, string>> = { percent: ' (percent)', USD: ' (US dollars)', years: ' (years of age)' };
