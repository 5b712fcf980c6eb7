// Corrects one field of one or many documents: one step. What was found stands beside the field, one press away.

import { useState } from 'react';
import { fieldNames } from '../../../../shared/core/metadata.ts';
import { useCommand } from '../../../backend/use-command.ts';
import { useUndo } from '../../../backend/use-undo.ts';
import { Button } from '../../../components/button.tsx';
import { CorrectionField } from '../../../components/correction-field.tsx';
import { FormDialog } from '../../../components/dialog.tsx';
import { useCountryName } from '../../../components/field-note.tsx';
import { changeOf, fieldText, percent } from '../../../components/metadata-words.ts';
import { showToast } from '../../../components/toasts.ts';
import { Quote } from './quote.tsx';
import type { ReviewRow } from './review.ts';

export function CorrectFieldDialog({ rows, onClose, onDone }: { rows: readonly ReviewRow[]; onClose: () => void; onDone: () => void }) {
  const [first] = rows;
  const shared = rows.every(({ value }) => value === first?.value) ? (first?.value ?? null) : null;
  const [value, setValue] = useState<string | null>(shared);
  const [error, setError] = useState<string | null>(null);
  const countryName = useCountryName();
  const update = useCommand('documents.update', { quiet: true });
  const { undo } = useUndo();
  if (!first) return null;
  const { field } = first;
  const isMixed = shared === null && rows.some((row) => row.value !== null) && value === null;
  const name = fieldNames[field].toLowerCase();

  const change = (next: string | null) => {
    setValue(next);
    // A field that is marked as wrong cannot be sent.
    setError(null);
  };
  const keep = async () => {
    const changes = changeOf(field, value ?? '');
    if ('error' in changes && typeof changes.error === 'string') return setError(changes.error);
    const outcome = await update.run({ ids: [...new Set(rows.map(({ documentId }) => documentId))], changes: changes as Exclude<typeof changes, { error: string }> });
    if (!outcome.ok) return setError(outcome.sentence);
    if (rows.length > 1) showToast({ text: `Set ${name} of ${rows.length.toLocaleString('en')} documents.`, action: { label: 'Undo', run: () => void undo() } });
    onDone();
  };
  const candidates = rows.length === 1 ? first.candidates.filter((candidate) => candidate.value !== value) : [];
  return (
    <FormDialog title={rows.length === 1 ? `Correct the ${name}` : `Set the ${name} of ${rows.length.toLocaleString('en')} documents`} isOpen onClose={onClose} verb="Keep" onSubmit={() => void keep()} isDisabled={update.pending} width={480}>
      {rows.length === 1 && <p className="faint metadata-dialog-of">{first.documentTitle}</p>}
      {candidates.length > 0 && (
        <div className="metadata-offers">
          <p className="label">What was found</p>
          {candidates.map((candidate) => (
            <div key={candidate.value} className="metadata-offer">
              <Button onPress={() => change(candidate.value)}>{`${fieldText(field, candidate.value, countryName).slice(0, 60)}, ${percent(candidate.confidence)}`}</Button>
              {candidate.quote && <Quote quote={candidate.quote} isShort />}
            </div>
          ))}
        </div>
      )}
      <CorrectionField field={field} value={value} isMixed={isMixed} error={error} autoFocus onChange={change} {...(field === 'title' ? { onSubmit: () => void keep() } : {})} />
      {error && (field === 'country' || field === 'language' || field === 'kind') && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </FormDialog>
  );
}
