// Fields that correct what was recognised. Each writes as soon as it is left or chosen, as one undoable step for all documents given.

import { useState } from 'react';
import type { DocumentSummary } from '../../shared/core/library.ts';
import { useCommand } from '../backend/use-command.ts';
import { useQuery } from '../backend/use-query.ts';
import { documentKinds, kindNames } from './document-words.ts';
import { type Choice, ComboBox, Select, TextField } from './fields.tsx';
import './correction-fields.css';

type TextKey = 'title' | 'year' | 'issuer' | 'date';

const noCountry = 'none';
const several = 'Several values';
const kindChoices = documentKinds.map((id) => ({ id, label: kindNames[id] }));

export function CorrectionFields({ documents }: { documents: readonly DocumentSummary[] }) {
  const { run } = useCommand('documents.update');
  const countries = useQuery('countries.list', {}).data;
  const ids = documents.map((document) => document.id);
  const country = common(documents, (document) => document.country);
  const kind = common(documents, (document) => document.kind);
  const choices: Choice[] = [{ id: noCountry, label: 'Unknown' }, ...(countries ?? []).map(({ iso3, name }) => ({ id: iso3, label: name, detail: iso3 }))];

  return (
    <div className="correction-fields">
      {documents.length === 1 && <CorrectedText name="title" label="Title" documents={documents} lines={2} />}
      {countries && (
        <ComboBox
          key={country.isShared ? String(country.value) : several}
          label="Country"
          choices={choices}
          value={country.isShared ? (country.value ?? noCountry) : null}
          placeholder={several}
          onChange={(choice) => {
            if (choice !== null && (choice === noCountry ? null : choice) !== (country.isShared ? country.value : undefined)) void run({ ids, changes: { country: choice === noCountry ? null : choice } });
          }}
        />
      )}
      <div className="correction-fields-pair">
        <CorrectedText name="year" label="Year" documents={documents} />
        <CorrectedText name="date" label="Date" documents={documents} />
      </div>
      <Select label="Kind" choices={kindChoices} value={kind.isShared ? kind.value : null} placeholder={several} onChange={(choice) => void run({ ids, changes: { kind: choice } })} />
      <CorrectedText name="issuer" label="Issuer" documents={documents} />
    </div>
  );
}

/** What was typed and not yet kept; null while the stored value shows. */
function CorrectedText({ name, label, documents, lines }: { name: TextKey; label: string; documents: readonly DocumentSummary[]; lines?: number }) {
  const { run } = useCommand('documents.update', { quiet: true });
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const stored = common(documents, (document) => document[name]);
  const shown = stored.isShared ? String(stored.value ?? '') : '';

  const keep = async () => {
    if (typed === null || typed.trim() === shown) {
      setTyped(null);
      setError(null);
      return;
    }
    const change = changeOf(name, typed.trim());
    if ('error' in change) {
      setError(change.error);
      return;
    }
    const outcome = await run({ ids: documents.map((document) => document.id), changes: change });
    setError(outcome.ok ? null : outcome.sentence);
    if (outcome.ok) setTyped(null);
  };
  return (
    <TextField
      label={label}
      value={typed ?? shown}
      onChange={setTyped}
      onBlur={() => void keep()}
      onSubmit={() => void keep()}
      onCancel={() => {
        setTyped(null);
        setError(null);
      }}
      placeholder={stored.isShared ? 'Unknown' : several}
      error={error}
      {...(lines ? { lines } : {})}
    />
  );
}

type TextChange = { title?: string; year?: number | null; issuer?: string | null; date?: string | null };

/** An emptied field means "not known"; a title must stay. */
function changeOf(name: TextKey, text: string): TextChange | { error: string } {
  switch (name) {
    case 'title':
      return text === '' ? { error: 'A document needs a title.' } : { title: text };
    case 'year': {
      if (text === '') return { year: null };
      return /^[12]\d{3}$/.test(text) ? { year: Number(text) } : { error: 'A year has four digits, such as 2021.' };
    }
    case 'date':
      if (text === '') return { date: null };
      return /^\d{4}(-\d{2}(-\d{2}(T[\d:.Z+-]+)?)?)?$/.test(text) ? { date: text } : { error: 'Write a date as 2007-12-03, 2007-12 or 2007.' };
    case 'issuer':
      return { issuer: text === '' ? null : text };
  }
}

function common<Value>(documents: readonly DocumentSummary[], valueOf: (document: DocumentSummary) => Value): { isShared: true; value: Value } | { isShared: false; value: null } {
  const values = documents.map(valueOf);
  const [first] = values;
  return first !== undefined && values.every((value) => value === first) ? { isShared: true, value: first } : { isShared: false, value: null };
}
