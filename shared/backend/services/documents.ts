// Rules of documents: corrections of what was recognised, and removal with everything that hangs on a document.

import { UserError } from '../../core/user-error.ts';
import { releaseDecisions } from '../store/action-decisions.ts';
import { releaseContradictions } from '../store/contradictions.ts';
import { annotationIdsOfDocument } from '../store/annotations.ts';
import { pairIdsOfDocument, removePair } from '../store/document-pairs.ts';
import { documentRow, documentSummaries, documentSummary, updateDocument } from '../store/documents.ts';
import type { MetadataField } from '../../core/metadata.ts';
import { putDecision, removeDecisionsOfDocument } from '../store/metadata.ts';
import { correctionIdsOfDocument, removeCorrection } from '../store/observations.ts';
import { releasePairCorrections } from '../store/pair-corrections.ts';
import { contentBytes, readingById, wordBytesOfPage, wordsOfPage } from '../store/readings.ts';
import { removeVersionsOfDocument } from '../store/versions.ts';
import type { Read, Write } from '../store/write.ts';
import { removeAnnotations } from '../store/removal.ts';
import type { Command, Context, Query } from './handler.ts';
import { counted, named } from './words.ts';

export const list: Query<'documents.list'> = (read, _input, context) => documentSummaries(read, context.countryName);

export const get: Query<'documents.get'> = (read, { id }, context) => summaryOf(read, id, context);

export const reading: Query<'documents.reading'> = (read, { id }, context) => {
  const document = summaryOf(read, id, context);
  const found = readingById(read, existing(read, id).readingId);
  if (!found) throw new Error(`document ${id} has no reading`);
  const { text, blocks, pages, recognition, warnings, leftOut, properties } = found;
  return { document, text, blocks, pages, recognition, warnings, leftOut, properties };
};

export const words: Query<'documents.words'> = (read, { id, page }) => wordsOfPage(read, existing(read, id).readingId, page);

export const pageWords: Query<'documents.pageWords'> = (read, { id, page }) => ({ words: wordBytesOfPage(read, existing(read, id).readingId, page) });

export const original: Query<'documents.original'> = (read, { id }) => {
  const document = existing(read, id);
  const bytes = contentBytes(read, document.contentId);
  if (!bytes) throw new Error(`document ${id} has no original`);
  const extension = document.fileName.split('.').at(-1)?.toLowerCase() ?? '';
  return { bytes, fileName: document.fileName.split('/').at(-1) ?? document.fileName, mediaType: mediaTypes[extension] ?? 'application/octet-stream' };
};

export const update: Command<'documents.update'> = (write, { ids, changes }, { newId, now, author }) => {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const documents = ids.map((id) => existing(write, id));
  for (const id of ids) {
    updateDocument(write, id, given);
    // What a person wrote stays when the document is read again.
    for (const [field, value] of Object.entries(given)) putDecision(write, newId(), { documentId: id, field: field as MetadataField, value: value === null ? null : String(value), author, madeAt: now() });
  }
  const fields = Object.keys(given).join(', ');
  return { value: null, label: `Correct ${fields} of ${documents.length === 1 && documents[0] ? named(documents[0].title) : counted(ids.length, 'document')}` };
};

export const remove: Command<'documents.remove'> = (write, { ids }) => {
  const documents = ids.map((id) => existing(write, id));
  let annotations = 0;
  for (const id of ids) {
    const own = annotationIdsOfDocument(write, id);
    removeAnnotations(write, own);
    for (const correction of correctionIdsOfDocument(write, id)) removeCorrection(write, correction);
    removeDecisionsOfDocument(write, id);
    releaseDecisions(write, id);
    releasePairCorrections(write, id);
    releaseContradictions(write, id);
    removeVersionsOfDocument(write, id);
    for (const pair of pairIdsOfDocument(write, id)) removePair(write, pair);
    annotations += own.length;
    write.remove('document', id);
  }
  return {
    value: { documents: ids.length, annotations },
    label: documents.length === 1 && documents[0] ? `Remove ${named(documents[0].title)}` : `Remove ${counted(ids.length, 'document')}`,
  };
};

/** By extension; only what the importers take. */
const mediaTypes: { [extension: string]: string } = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html',
  htm: 'text/html',
  md: 'text/markdown',
  txt: 'text/plain',
  odt: 'application/vnd.oasis.opendocument.text',
  rtf: 'application/rtf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  eml: 'message/rfc822',
  msg: 'application/vnd.ms-outlook',
  xml: 'application/xml',
  epub: 'application/epub+zip',
  mhtml: 'multipart/related',
  mht: 'multipart/related',
  zip: 'application/zip',
};

function summaryOf(read: Read, id: string, context: Context) {
  const document = documentSummary(read, id, context.countryName);
  if (!document) throw gone();
  return document;
}

function existing(read: Read | Write, id: string) {
  const document = documentRow(read, id);
  if (!document) throw gone();
  return document;
}

function gone(): UserError {
  return new UserError('not-found', 'This document is not in the project any more.', 'It may have been removed; undo brings it back.');
}
