// Documents and imports.

import { z } from 'zod';
import type { WordBox } from '../../core/document.ts';
import type { DocumentReading, DocumentSummary, ImportItem } from '../../core/library.ts';
import type { Recognition } from '../../core/recognition.ts';
import type { ParsedDocument } from '../../core/document.ts';
import { returns } from '../method.ts';
import { byId, byIds, bytes, documentKind, id, ids, iso3, nothing, year } from './inputs.ts';

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
  'documents.original': returns<{ bytes: Uint8Array; fileName: string; mediaType: string }>().query('The original file.', byId, ['document']),
  'documents.update': returns<null>().command('Corrects what was recognised, for one or many documents.', z.strictObject({ ids, changes: documentChanges })),
  'documents.remove': returns<{ documents: number; annotations: number }>().command('Removes documents with their annotations.', byIds),
  'imports.add': returns<{ runId: string; items: string[] }>().action(
    'Hands in files; they are kept at once and read in the background. The same runId joins several calls to one run.',
    z.strictObject({
      runId: id.optional(),
      files: z.array(z.strictObject({ name: z.string().min(1).max(4000), bytes })).max(1000),
      /** Reads as this kind instead of the recognised one. */
      as: documentKind.optional(),
    }),
  ),
  'imports.list': returns<ImportItem[]>().query('The ledger, newest first.', z.strictObject({ runId: id.optional(), limit: z.number().int().min(1).max(100_000).default(2000) }), ['import_item', 'document']),
  'imports.retry': returns<null>().action('Reads failed or cancelled files again.', byIds),
  'imports.cancel': returns<null>().action('Stops a run; files already read stay.', z.strictObject({ runId: id })),
  'imports.wait': returns<ImportItem[]>().action('Answers when every file of the run has ended.', z.strictObject({ runId: id })),
  'imports.inspect': returns<{ parsed: ParsedDocument; recognition: Recognition; parts?: { name: string; parsed: ParsedDocument; recognition: Recognition }[] }>().action(
    'Reads and recognises a file without keeping it; the documents of a collection are its parts.',
    z.strictObject({ name: z.string().min(1).max(4000), bytes, as: documentKind.optional() }),
  ),
};
