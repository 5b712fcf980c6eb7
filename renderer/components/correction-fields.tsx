// Fields that correct what was recognised. Each writes as soon as it is left or chosen, as one undoable step for all documents given;
// for a single document each says how sure it is, what else it could be, and who corrected it.

import { useState } from 'react';
import type { DocumentSummary } from '../../shared/core/library.ts';
import type { FieldReview, MetadataField } from '../../shared/core/metadata.ts';
import { useCommand } from '../backend/use-command.ts';
import { useQuery } from '../backend/use-query.ts';
import { CorrectionField } from './correction-field.tsx';
import { FieldNote } from './field-note.tsx';
import { changeOf } from './metadata-words.ts';
import './correction-fields.css';

/** In the order in which a reader asks; year and date stand beside each other. */
const shownFields: readonly MetadataField[] = ['title', 'country', 'year', 'date', 'kind', 'issuer', 'author', 'language'];

export function CorrectionFields({ documents }: { documents: readonly DocumentSummary[] }) {
  const [only] = documents;
  const reviews = useQuery('metadata.list', { documentIds: only ? [only.id] : ['none'] }, { enabled: documents.length === 1, keepPrevious: false }).data;
  const fields = documents.length === 1 ? shownFields : shownFields.filter((field) => field !== 'title');
  return (
    <div className="correction-fields">
      {fields.map((field) => (
        <KeptField key={field} field={field} documents={documents} review={documents.length === 1 ? reviews?.find((review) => review.field === field) : undefined} />
      ))}
    </div>
  );
}

/** Fields that are chosen from a list are kept at once; typed ones when they are left, by Enter too. */
const chosen = new Set<MetadataField>(['country', 'language', 'kind']);

function KeptField({ field, documents, review }: { field: MetadataField; documents: readonly DocumentSummary[]; review: FieldReview | undefined }) {
  const { run } = useCommand('documents.update', { quiet: true });
  // What was typed and not yet kept; undefined while the stored value shows.
  const [typed, setTyped] = useState<string | null | undefined>(undefined);
  const [error, setError] = useState<string | null>(null);
  const stored = common(documents, field);

  const keep = async (value: string | null | undefined) => {
    if (value === undefined || (value ?? '').trim() === (stored.value ?? '')) return forget();
    const changes = changeOf(field, value ?? '');
    if ('error' in changes && typeof changes.error === 'string') return setError(changes.error);
    const outcome = await run({ ids: documents.map((document) => document.id), changes: changes as Exclude<typeof changes, { error: string }> });
    if (!outcome.ok) return setError(outcome.sentence);
    forget();
  };
  const forget = () => {
    setTyped(undefined);
    setError(null);
  };
  return (
    <div className={`correction-fields-${field}`}>
      <CorrectionField
        field={field}
        value={typed === undefined ? stored.value : typed}
        isMixed={!stored.isShared}
        error={error}
        onChange={(value) => {
          setError(null);
          if (chosen.has(field)) void keep(value);
          else setTyped(value);
        }}
        onBlur={() => void keep(typed)}
        onSubmit={() => void keep(typed)}
        onCancel={forget}
      />
      {review && <FieldNote review={review} />}
    </div>
  );
}

function common(documents: readonly DocumentSummary[], field: MetadataField): { isShared: boolean; value: string | null } {
  const values = documents.map((document) => document[field]);
  const [first = null] = values;
  const isShared = values.every((value) => value === first);
  return { isShared, value: isShared && first !== null ? String(first) : null };
}
