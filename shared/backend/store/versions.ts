// Which originals and readings a document had, and what else in it has a place in the text.

import type { DocumentVersion, VersionReason } from '../../core/version.ts';
import type { DocumentRow } from './documents.ts';
import type { Read, Write } from './write.ts';

export type VersionRow = { id: string; documentId: string; contentId: string; readingId: string; fileName: string; reason: VersionReason; author: string; madeAt: string };

export function insertVersion(write: Write, { id, documentId, contentId, readingId, fileName, reason, author, madeAt }: VersionRow): void {
  write.insert('document_version', { id, document_id: documentId, content_id: contentId, reading_id: readingId, file_name: fileName, reason, author, made_at: madeAt });
}

export function hasVersions(read: Read, documentId: string): boolean {
  return read.get('SELECT 1 FROM document_version WHERE document_id = ?', documentId) !== undefined;
}

export function versionById(read: Read, id: string): VersionRow | null {
  return (
    read.get<VersionRow>(
      `SELECT id, document_id AS documentId, content_id AS contentId, reading_id AS readingId, file_name AS fileName, reason, author, made_at AS madeAt
         FROM document_version
        WHERE id = ?`,
      id,
    ) ?? null
  );
}

/** Newest first. A document that was never changed has its import as its only version, under its own id. */
export function versionsOfDocument(read: Read, document: DocumentRow): DocumentVersion[] {
  type Row = Omit<DocumentVersion, 'isCurrent'>;
  const facts = 'r.format, c.size, r.page_count AS pages, r.characters';
  const rows = read.all<Row>(
    `SELECT v.id, v.reason, v.file_name AS fileName, ${facts}, v.author, v.made_at AS madeAt
       FROM document_version v
       JOIN reading r ON r.id = v.reading_id
       JOIN content c ON c.id = v.content_id
      WHERE v.document_id = ?
      ORDER BY v.made_at DESC, v.id DESC`,
    document.id,
  );
  const known = rows.length > 0 ? rows : read.all<Row>(
    `SELECT d.id, 'import' AS reason, d.file_name AS fileName, ${facts}, '' AS author, d.imported_at AS madeAt
       FROM document d
       JOIN reading r ON r.id = d.reading_id
       JOIN content c ON c.id = d.content_id
      WHERE d.id = ?`,
    document.id,
  );
  return known.map((row, index) => ({ ...row, isCurrent: index === 0 }));
}

export function removeVersionsOfDocument(write: Write, documentId: string): void {
  for (const { id } of write.all<{ id: string }>('SELECT id FROM document_version WHERE document_id = ?', documentId)) write.remove('document_version', id);
}

/** What the reading was read as, and the kind asked for when the file was handed in. */
export function readingFacts(read: Read, readingId: string, documentId: string): { format: string; kind: string; askedKind: string | null } | null {
  return (
    read.get<{ format: string; kind: string; askedKind: string | null }>(
      `SELECT r.format, r.recognition ->> 'kind' AS kind, (SELECT i.as_kind FROM import_item i WHERE i.document_id = @documentId LIMIT 1) AS askedKind
         FROM reading r
        WHERE r.id = @readingId`,
      { readingId, documentId },
    ) ?? null
  );
}

/** Passages quoted by decisions about suggested actions. */
export function quotedByDecisions(read: Read, documentId: string): { id: string; start: number; end: number; quote: string }[] {
  return read.all(
    `SELECT id, evidence_start AS start, evidence_end AS "end", coalesce(evidence_quote, '') AS quote
       FROM action_decision
      WHERE evidence_document_id = ? AND evidence_start IS NOT NULL AND evidence_end IS NOT NULL`,
    documentId,
  );
}

/** A quote without a sure place keeps its words alone. */
export function moveDecisionQuote(write: Write, id: string, place: { start: number; end: number; quote: string } | null): void {
  write.update('action_decision', id, place ? { evidence_start: place.start, evidence_end: place.end, evidence_quote: place.quote } : { evidence_start: null, evidence_end: null });
}
