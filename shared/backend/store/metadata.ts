// Fields of documents: the values recognised in their readings, and the analyst's decisions about them.

import type { Block } from '../../core/document.ts';
import { type FieldCandidate, type MetadataField, metadataFields, recognisedValues, type ValueOrigin } from '../../core/metadata.ts';
import type { Recognition } from '../../core/recognition.ts';
import type { Database } from './database.ts';
import type { Read, Write } from './write.ts';

/** Keeps what was recognised of a reading's fields as rows. */
export function insertRecognisedValues(database: Database, readingId: string, { text, blocks }: { text: string; blocks: readonly Block[] }, recognition: Recognition): void {
  const statement = database.prepare(
    `INSERT INTO recognised_value (reading_id, field, is_put_in, value, confidence, origin, start, "end", quote, quote_start, quote_end)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { field, isPutIn, value, confidence, from, place, quote } of recognisedValues(recognition, text, blocks)) {
    statement.run(readingId, field, Number(isPutIn), value, confidence, from, place?.start ?? null, place?.end ?? null, quote?.text ?? null, quote?.start ?? null, quote?.end ?? null);
  }
}

export type Decision = { id: string; value: string | null; was: string | null; author: string; madeAt: string };

/** What is known of one field, before it is judged. */
export type FieldFacts = { documentId: string; documentTitle: string; field: MetadataField; value: string | null; putIn: FieldCandidate | null; others: FieldCandidate[]; decision: Decision | null };

type DocumentFields = { id: string; reading_id: string; title: string } & Record<MetadataField, string | number | null>;
type ValueRow = {
  reading_id: string; field: MetadataField; is_put_in: number; value: string; confidence: number; origin: ValueOrigin; start: number | null; end: number | null; quote: string | null;
  quote_start: number | null; quote_end: number | null;
};
type DecisionRow = { id: string; document_id: string; field: MetadataField; value: string | null; was: string | null; author: string; made_at: string };

/** All fields of the documents given, or of all; newest import first. */
export function fieldFacts(read: Read, documentIds: readonly string[] | null): FieldFacts[] {
  const ids = documentIds && JSON.stringify(documentIds);
  const wanted = '(@ids IS NULL OR d.id IN (SELECT value FROM json_each(@ids)))';
  const documents = read.all<DocumentFields>(`SELECT d.id, d.reading_id, ${metadataFields.map((field) => `d.${field}`).join(', ')} FROM document d WHERE ${wanted} ORDER BY d.imported_at DESC, d.id DESC`, { ids });
  const values = Map.groupBy(
    read.all<ValueRow>(
      `SELECT v.reading_id, v.field, v.is_put_in, v.value, v.confidence, v.origin, v.start, v."end", v.quote, v.quote_start, v.quote_end
         FROM recognised_value v
        WHERE v.reading_id IN (SELECT d.reading_id FROM document d WHERE ${wanted})
        ORDER BY v.number`,
      { ids },
    ),
    (row) => keyOf(row.reading_id, row.field),
  );
  const decisions = new Map(read.all<DecisionRow>(`SELECT m.* FROM metadata_decision m JOIN document d ON d.id = m.document_id WHERE ${wanted}`, { ids }).map((row) => [keyOf(row.document_id, row.field), row]));
  return documents.flatMap((document) =>
    metadataFields.map((field) => {
      const own = values.get(keyOf(document.reading_id, field)) ?? [];
      const putIn = own.find((row) => row.is_put_in === 1);
      const decision = decisions.get(keyOf(document.id, field));
      return {
        documentId: document.id,
        documentTitle: document.title,
        field,
        value: textOf(document[field]),
        putIn: putIn ? toCandidate(putIn) : null,
        others: own.filter((row) => row.is_put_in === 0).map(toCandidate),
        decision: decision ? { id: decision.id, value: decision.value, was: decision.was, author: decision.author, madeAt: decision.made_at } : null,
      };
    }),
  );
}

/** How many fields ask for a look, and in how many documents: as core/metadata.ts's needsLook says, without reading what they say. */
export function openFields(read: Read, sure: number): { documents: number; fields: number } {
  const current = metadataFields.map((field) => `WHEN '${field}' THEN ${field === 'year' ? 'CAST(d.year AS TEXT)' : `d.${field}`}`).join(' ');
  const row = read.get<{ documents: number; fields: number }>(
    `WITH field AS (
       SELECT d.id AS document_id, v.field, max(v.is_put_in) AS is_put_in,
              max(iif(v.is_put_in = 1, v.confidence, NULL)) AS confidence, max(iif(v.is_put_in = 1, v.value, NULL)) AS value, CASE v.field ${current} END AS current
         FROM document d
         JOIN recognised_value v ON v.reading_id = d.reading_id
        GROUP BY d.id, v.field
     )
     SELECT count(DISTINCT f.document_id) AS documents, count(*) AS fields
       FROM field f
       LEFT JOIN metadata_decision m ON m.document_id = f.document_id AND m.field = f.field
      WHERE (m.id IS NULL OR m.value IS NOT f.current)
        AND ((f.is_put_in = 1 AND f.current = f.value AND f.confidence < @sure) OR (f.is_put_in = 0 AND f.current IS NULL))`,
    { sure },
  );
  return row ?? { documents: 0, fields: 0 };
}

/** Keeps that the analyst stands for fields as they are now. */
export function confirmFields(write: Write, newId: () => string, facts: readonly FieldFacts[], author: string, madeAt: string): void {
  for (const { documentId, field, value, putIn, decision } of facts) {
    if (decision) write.update('metadata_decision', decision.id, { value, author, made_at: madeAt });
    else write.insert('metadata_decision', { id: newId(), document_id: documentId, field, value, was: putIn?.value ?? null, author, made_at: madeAt });
  }
}

/** Keeps that the analyst stands for a value. What was recognised when they first decided stays beside it. */
export function putDecision(write: Write, newId: string, { documentId, field, value, author, madeAt }: { documentId: string; field: MetadataField; value: string | null; author: string; madeAt: string }): void {
  const known = write.get<{ id: string }>('SELECT id FROM metadata_decision WHERE document_id = ? AND field = ?', documentId, field);
  if (known) write.update('metadata_decision', known.id, { value, author, made_at: madeAt });
  else write.insert('metadata_decision', { id: newId, document_id: documentId, field, value, was: putInValue(write, documentId, field), author, made_at: madeAt });
}

/** What the recogniser put in when the document was read; null when it did not know. */
export function putInValue(read: Read, documentId: string, field: MetadataField): string | null {
  const row = read.get<{ value: string }>('SELECT v.value FROM recognised_value v JOIN document d ON d.reading_id = v.reading_id WHERE d.id = ? AND v.field = ? AND v.is_put_in = 1', documentId, field);
  return row?.value ?? null;
}

export function removeDecision(write: Write, documentId: string, field: MetadataField): void {
  const known = write.get<{ id: string }>('SELECT id FROM metadata_decision WHERE document_id = ? AND field = ?', documentId, field);
  if (known) write.remove('metadata_decision', known.id);
}

export function removeDecisionsOfDocument(write: Write, documentId: string): void {
  for (const { id } of write.all<{ id: string }>('SELECT id FROM metadata_decision WHERE document_id = ?', documentId)) write.remove('metadata_decision', id);
}

/** The fields that stay as they are when a document is read again, because a person decided them. */
export function decidedFields(read: Read, documentId: string): Set<MetadataField> {
  return new Set(read.all<{ field: MetadataField }>('SELECT field FROM metadata_decision WHERE document_id = ?', documentId).map(({ field }) => field));
}

function toCandidate({ value, confidence, origin, start, end, quote, quote_start, quote_end }: ValueRow): FieldCandidate {
  return {
    value,
    confidence,
    from: origin,
    place: start === null || end === null ? null : { start, end },
    quote: quote === null || quote_start === null || quote_end === null ? null : { text: quote, start: quote_start, end: quote_end },
  };
}

function keyOf(id: string, field: MetadataField): string {
  return `${field} ${id}`;
}

function textOf(value: string | number | null): string | null {
  return value === null ? null : String(value);
}
