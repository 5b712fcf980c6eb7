// Documents: the journaled row that the analyst may correct, joined with facts of its reading.

import type { DocumentSummary } from '../../core/library.ts';
import type { DocumentKind } from '../../core/recognition.ts';
import type { Row } from '../../core/change.ts';
import type { Read, Write } from './write.ts';

export type DocumentRow = {
  id: string;
  contentId: string;
  readingId: string;
  fileName: string;
  title: string;
  kind: DocumentKind;
  country: string | null;
  year: number | null;
  date: string | null;
  issuer: string | null;
  author: string | null;
  language: string | null;
  identifier: string | null;
  classification: string | null;
  importedAt: string;
};

type SummaryRow = {
  id: string; title: string; kind: DocumentKind; country: string | null; year: number | null; date: string | null; issuer: string | null; author: string | null;
  language: string | null; identifier: string | null; classification: string | null; file_name: string; format: string; size: number; pages: number;
  characters: number; warnings: number; annotations: number; tag_ids: string | null; imported_at: string;
};

const summary = `
  SELECT d.id, d.title, d.kind, d.country, d.year, d.date, d.issuer, d.author, d.language, d.identifier, d.classification, d.file_name, d.imported_at,
         r.format, c.size, r.page_count AS pages, r.characters, json_array_length(r.warnings) AS warnings,
         (SELECT count(*) FROM annotation a WHERE a.document_id = d.id) AS annotations,
         (SELECT group_concat(DISTINCT t.tag_id) FROM annotation a JOIN annotation_tag t ON t.annotation_id = a.id WHERE a.document_id = d.id) AS tag_ids
    FROM document d
    JOIN reading r ON r.id = d.reading_id
    JOIN content c ON c.id = d.content_id`;

export function documentSummaries(read: Read, countryName: (iso3: string) => string | null): DocumentSummary[] {
  return read.all<SummaryRow>(`${summary} ORDER BY d.imported_at DESC, d.id DESC`).map((row) => fromRow(row, countryName));
}

export function documentSummary(read: Read, id: string, countryName: (iso3: string) => string | null): DocumentSummary | null {
  const row = read.get<SummaryRow>(`${summary} WHERE d.id = ?`, id);
  return row ? fromRow(row, countryName) : null;
}

export function documentRow(read: Read, id: string): DocumentRow | null {
  const row = read.get<Record<string, string | number | null>>('SELECT * FROM document WHERE id = ?', id);
  return row ? toDocument(row) : null;
}

/** Documents with exactly these bytes. */
export function documentsOfContent(read: Read, contentId: string): DocumentRow[] {
  return read.all<Record<string, string | number | null>>('SELECT * FROM document WHERE content_id = ? ORDER BY imported_at', contentId).map(toDocument);
}

export function documentsOfCountry(read: Read, country: string): DocumentRow[] {
  return read.all<Record<string, string | number | null>>('SELECT * FROM document WHERE country = ? ORDER BY year, date, imported_at', country).map(toDocument);
}

export function documentsWithEdition(read: Read): DocumentRow[] {
  return read.all<Record<string, string | number | null>>('SELECT * FROM document WHERE country IS NOT NULL AND year IS NOT NULL ORDER BY country, year, date, imported_at').map(toDocument);
}

export function insertDocument(write: Write, document: DocumentRow): void {
  write.insert('document', toRow(document));
}

export function updateDocument(write: Write, id: string, changes: Partial<DocumentRow>): void {
  write.update('document', id, toRow(changes));
}

const columns: { [Field in keyof DocumentRow]: string } = {
  id: 'id', contentId: 'content_id', readingId: 'reading_id', fileName: 'file_name', title: 'title', kind: 'kind', country: 'country', year: 'year', date: 'date',
  issuer: 'issuer', author: 'author', language: 'language', identifier: 'identifier', classification: 'classification', importedAt: 'imported_at',
};

function toRow(document: Partial<DocumentRow>): Row {
  return Object.fromEntries(Object.entries(document).flatMap(([field, value]) => (value === undefined ? [] : [[columns[field as keyof DocumentRow], value]])));
}

function toDocument(row: Record<string, string | number | null>): DocumentRow {
  return Object.fromEntries(Object.entries(columns).map(([field, column]) => [field, row[column] ?? null])) as DocumentRow;
}

function fromRow(row: SummaryRow, countryName: (iso3: string) => string | null): DocumentSummary {
  const { file_name, imported_at, tag_ids, ...rest } = row;
  return { ...rest, countryName: row.country ? countryName(row.country) : null, fileName: file_name, importedAt: imported_at, tagIds: tag_ids ? tag_ids.split(',') : [] };
}
