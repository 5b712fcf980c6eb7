// Rules of what documents are: how a field stands, confirming it as it is, and going back to what was recognised.

import { fieldNames, type FieldReview, type FieldState, type MetadataField, sureConfidence } from '../../core/metadata.ts';
import { UserError } from '../../core/user-error.ts';
import type { ParsedInput } from '../../rpc/contract.ts';
import { documentRow, type DocumentRow, updateDocument } from '../store/documents.ts';
import { confirmFields, type FieldFacts, fieldFacts, openFields, putInValue, removeDecision } from '../store/metadata.ts';
import type { Write } from '../store/write.ts';
import type { Command, Query } from './handler.ts';
import { counted, named } from './words.ts';

export const list: Query<'metadata.list'> = (read, { documentIds }) => fieldFacts(read, documentIds ?? null).map(reviewOf);

export const open: Query<'metadata.open'> = (read) => openFields(read, sureConfidence);

export const confirm: Command<'metadata.confirm'> = (write, { fields }, { newId, now, author }) => {
  const meant = new Set(fields.map(({ documentId, field }) => `${field} ${documentId}`));
  for (const documentId of new Set(fields.map((each) => each.documentId))) existing(write, documentId);
  const facts = fieldFacts(write, [...new Set(fields.map(({ documentId }) => documentId))]).filter(({ documentId, field }) => meant.has(`${field} ${documentId}`));
  confirmFields(write, newId, facts, author, now());
  return { value: null, label: `Confirm ${told(write, fields)}` };
};

export const reset: Command<'metadata.reset'> = (write, { fields }) => {
  for (const { documentId, field } of fields) {
    const document = existing(write, documentId);
    const recognised = putInValue(write, documentId, field);
    updateDocument(write, documentId, changeOf(field, recognised, document));
    removeDecision(write, documentId, field);
  }
  return { value: null, label: `Reset ${told(write, fields)} to what was recognised` };
};

function reviewOf({ documentId, documentTitle, field, value, putIn, others, decision }: FieldFacts): FieldReview {
  const recognised = putIn?.value ?? null;
  const stands = decision !== null && decision.value === value;
  return {
    documentId,
    documentTitle,
    field,
    value,
    state: stateOf(field, value, putIn, stands ? decision.was : undefined),
    candidates: putIn ? [putIn, ...others] : others,
    recognised,
    decision: stands ? { author: decision.author, madeAt: decision.madeAt, was: decision.was } : null,
  };
}

/** `was` is what was recognised when the analyst decided; undefined when they did not. */
function stateOf(field: MetadataField, value: string | null, putIn: FieldFacts['putIn'], was: string | null | undefined): FieldState {
  if (was !== undefined) return value === was ? 'confirmed' : 'corrected';
  // A document without a title of its own has its file's name.
  if (value !== null && putIn === null && field === 'title') return 'doubtful';
  // Corrected in a project that did not yet keep who decided.
  if (value !== (putIn?.value ?? null)) return 'corrected';
  if (putIn === null) return 'unknown';
  return putIn.confidence >= sureConfidence ? 'recognised' : 'doubtful';
}

function changeOf(field: MetadataField, recognised: string | null, document: DocumentRow): Partial<DocumentRow> {
  switch (field) {
    case 'title':
      return { title: recognised ?? document.fileName.split('/').at(-1) ?? document.fileName };
    case 'kind':
      return { kind: (recognised ?? 'generic') as DocumentRow['kind'] };
    case 'year':
      return { year: recognised === null ? null : Number(recognised) };
    default:
      return { [field]: recognised };
  }
}

/** "country of “A report”", "3 fields of “A report”", "country of 12 documents", "30 fields of 12 documents". */
function told(write: Write, fields: ParsedInput<'metadata.confirm'>['fields']): string {
  const names = new Set(fields.map(({ field }) => field));
  const [field] = names;
  const documents = new Set(fields.map(({ documentId }) => documentId));
  const [only = ''] = documents;
  const what = names.size === 1 && field ? fieldNames[field].toLowerCase() : counted(fields.length, 'field');
  return `${what} of ${documents.size === 1 ? named(documentRow(write, only)?.title ?? '') : counted(documents.size, 'document')}`;
}

function existing(write: Write, id: string): DocumentRow {
  const document = documentRow(write, id);
  if (!document) throw new UserError('not-found', 'This document is not in the project any more.', 'It may have been removed; undo brings it back.');
  return document;
}
