// Annotations whose place is not sure: where each last stood, where it may stand now; and which were carried over from another edition.

import type { Candidate } from '../../core/anchoring.ts';
import type { AnchorState } from '../../core/annotation.ts';
import type { TextRange } from '../../core/document.ts';
import type { Doubt } from '../../core/version.ts';
import type { Read, Write } from './write.ts';

export type DoubtRow = TextRange & {
  /** The annotation's. */
  id: string;
  reason: Doubt['reason'];
  candidates: Candidate[];
  /** The reading in which it last stood surely; `start`, `end` and `page` are its place there. */
  readingId: string;
  page: number | null;
  leftAt: string | null;
  madeAt: string;
};

type Stored = Omit<DoubtRow, 'candidates'> & { candidates: string };

const columns = 'b.id, b.reason, b.candidates, b.reading_id AS readingId, b.start, b."end" AS "end", b.page, b.left_at AS leftAt, b.made_at AS madeAt';

/** Replaces an earlier doubt about the same annotation. */
export function putDoubt(write: Write, doubt: DoubtRow): void {
  const { id, reason, candidates, readingId, start, end, page, leftAt, madeAt } = doubt;
  const row = { reason, candidates: JSON.stringify(candidates), reading_id: readingId, start, end, page, left_at: leftAt, made_at: madeAt };
  if (doubtById(write, id)) write.update('doubt', id, row);
  else write.insert('doubt', { id, ...row });
}

export function doubtById(read: Read, id: string): DoubtRow | null {
  const row = read.get<Stored>(`SELECT ${columns} FROM doubt b WHERE b.id = ?`, id);
  return row ? fromRow(row) : null;
}

/** In document order; without those the analyst left lost unless asked for. */
export function doubts(read: Read, filter: { documentId?: string | undefined; withLeft: boolean }): DoubtRow[] {
  return read
    .all<Stored>(
      `SELECT ${columns}
         FROM doubt b
         JOIN annotation a ON a.id = b.id
         JOIN document d ON d.id = a.document_id
        WHERE (@documentId IS NULL OR a.document_id = @documentId) AND (@withLeft OR b.left_at IS NULL)
        ORDER BY d.country, d.year, d.title, a.document_id, a.start, b.id`,
      { documentId: filter.documentId ?? null, withLeft: filter.withLeft ? 1 : 0 },
    )
    .map(fromRow);
}

export function doubtCounts(read: Read): { documentId: string; doubtful: number; lost: number }[] {
  return read.all(
    `SELECT a.document_id AS documentId, count(*) FILTER (WHERE a.anchor_state = 'doubtful') AS doubtful, count(*) FILTER (WHERE a.anchor_state = 'lost') AS lost
       FROM doubt b
       JOIN annotation a ON a.id = b.id
      WHERE b.left_at IS NULL
      GROUP BY a.document_id`,
  );
}

export function removeDoubt(write: Write, id: string): void {
  write.remove('doubt', id);
}

/** The analyst has given the annotation a place of their own. */
export function settleDoubt(write: Write, id: string): void {
  if (!doubtById(write, id)) return;
  write.remove('doubt', id);
  write.update('annotation', id, { anchor_state: 'exact' });
}

export function leaveDoubt(write: Write, id: string, now: string): void {
  write.update('doubt', id, { left_at: now });
}

/** An annotation at a place in the text of its document; quote and context are that place's, or the old ones while it is in doubt. */
export function anchorAnnotation(write: Write, id: string, state: AnchorState, place: TextRange & { page: number | null; quote?: string; prefix?: string; suffix?: string }): void {
  const { start, end, page, quote, prefix, suffix } = place;
  write.update('annotation', id, { anchor_state: state, start, end, page, ...(quote === undefined ? {} : { quote }), ...(prefix === undefined ? {} : { prefix }), ...(suffix === undefined ? {} : { suffix }) });
}

export function insertCarried(write: Write, { id, sourceId, similarity, carriedAt }: { id: string; sourceId: string; similarity: number; carriedAt: string }): void {
  write.insert('carried_annotation', { id, source_id: sourceId, similarity, carried_at: carriedAt });
}

/** Sources that were carried over to a document already. */
export function carriedTo(read: Read, documentId: string): Set<string> {
  return new Set(
    read
      .all<{ sourceId: string | null }>('SELECT c.source_id AS sourceId FROM carried_annotation c JOIN annotation a ON a.id = c.id WHERE a.document_id = ?', documentId)
      .flatMap(({ sourceId }) => sourceId ?? []),
  );
}

/** Where annotations of a document were carried over from; the source is null when it has been deleted since. */
export function carriedFrom(read: Read, documentId: string): { id: string; source: { annotationId: string; documentId: string; documentTitle: string; year: number | null; start: number; end: number } | null }[] {
  type Row = { id: string; sourceId: string | null; documentId: string; title: string; year: number | null; start: number; end: number };
  return read
    .all<Row>(
      `SELECT c.id, s.id AS sourceId, s.document_id AS documentId, d.title, d.year, s.start, s."end"
         FROM carried_annotation c
         JOIN annotation a ON a.id = c.id
         LEFT JOIN annotation s ON s.id = c.source_id
         LEFT JOIN document d ON d.id = s.document_id
        WHERE a.document_id = ?`,
      documentId,
    )
    .map(({ id, sourceId, documentId: sourceDocument, title, year, start, end }) => ({ id, source: sourceId === null ? null : { annotationId: sourceId, documentId: sourceDocument, documentTitle: title, year, start, end } }));
}

/** Before an annotation is removed. Those carried over from it stay and no longer say from where. */
export function releaseAnnotation(write: Write, id: string): void {
  write.remove('doubt', id);
  write.remove('carried_annotation', id);
  for (const carried of write.all<{ id: string }>('SELECT id FROM carried_annotation WHERE source_id = ?', id)) write.update('carried_annotation', carried.id, { source_id: null });
}

function fromRow(row: Stored): DoubtRow {
  return { ...row, candidates: JSON.parse(row.candidates) as Candidate[] };
}
