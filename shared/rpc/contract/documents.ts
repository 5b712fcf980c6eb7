// Documents: what they are, their text, and what the analyst corrected of them.

import { z } from 'zod';
import type { WordBox } from '../../core/document.ts';
import type { DocumentReading, DocumentSummary } from '../../core/library.ts';
import { returns } from '../method.ts';
import { byId, byIds, documentKind, id, ids, iso3, nothing, year } from './inputs.ts';

const nullableText = z.string().max(2000).nullable();

export const documentChanges = z.strictObject({
  title: z.string().trim().min(1, 'a document needs a title').max(2000).optional(),
  kind: documentKind.optional(),
  country: iso3.nullable().optional(),
  year: year.nullable().optional(),
  date: nullableText.optional(),
  issuer: nullableText.optional(),
  author: nullableText.optional(),
  language: nullableText.optional(),
  identifier: nullableText.optional(),
  classification: nullableText.optional(),
});

export const documents = {
  'documents.list': returns<DocumentSummary[]>().query('All documents, newest import first.', nothing, ['document', 'annotation', 'annotation_tag']),
  'documents.get': returns<DocumentSummary>().query('One document.', byId, ['document', 'annotation', 'annotation_tag']),
  'documents.reading': returns<DocumentReading>().query('Canonical text, blocks, pages and what was recognised.', byId, ['document']),
  'documents.words': returns<WordBox[]>().query('Words of a page with their boxes.', z.strictObject({ id, page: z.number().int().min(1) }), ['document']),
  'documents.pageWords': returns<{ words: Uint8Array }>().query(
    'The same as bytes: six Float64 (little-endian) a word: start, end, x, y, width, height.',
    z.strictObject({ id, page: z.number().int().min(1) }),
    ['document'],
  ),
  'documents.original': returns<{ bytes: Uint8Array; fileName: string; mediaType: string }>().query('The original file.', byId, ['document']),
  'documents.update': returns<null>().command('Corrects what was recognised, for one or many documents.', z.strictObject({ ids, changes: documentChanges })),
  'documents.remove': returns<{ documents: number; annotations: number }>().command('Removes documents with their annotations.', byIds),
};
