// Cables of the project and what they cite.

import type { CableCitation, CableDocument } from '../../core/cable-graph.ts';
import type { Cable } from '../../core/recognition.ts';
import type { Database } from './database.ts';
import type { Read } from './write.ts';

/** Keeps what a cable cites as rows: the entries of REF, then the places of its text. */
export function insertCableCitations(database: Database, readingId: string, cable: Cable | null): void {
  if (cable === null) return;
  const statement = database.prepare(
    `INSERT INTO cable_citation (reading_id, cited, letter, origin, raw, year_inferred, candidates, start, "end")
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const { value, bullet, raw, yearInferred, candidates, start, end } of cable.references) {
    if (value !== null) statement.run(readingId, value, bullet, 'header', raw, yearInferred ? 1 : 0, JSON.stringify(candidates), start ?? null, end ?? null);
  }
  for (const { cables, yearInferred, candidates, start, end } of cable.mentions ?? []) {
    for (const cited of cables) statement.run(readingId, cited, null, 'text', cited, yearInferred ? 1 : 0, JSON.stringify(candidates), start, end);
  }
}

export function cableDocuments(read: Read): CableDocument[] {
  return read.all<CableDocument>(
    `SELECT d.id, d.identifier, d.title, d.date, d.year, d.country, d.classification
       FROM document d
      WHERE d.kind = 'cable'
      ORDER BY d.imported_at, d.id`,
  );
}

type CitationRow = { document_id: string; cited: string; letter: string | null; origin: CableCitation['origin']; raw: string; year_inferred: number; candidates: string; start: number | null; end: number | null };

export function cableCitations(read: Read): CableCitation[] {
  const rows = read.all<CitationRow>(
    `SELECT d.id AS document_id, c.cited, c.letter, c.origin, c.raw, c.year_inferred, c.candidates, c.start, c."end" AS "end"
       FROM document d
       JOIN cable_citation c ON c.reading_id = d.reading_id
      WHERE d.kind = 'cable'
      ORDER BY d.imported_at, d.id, c.number`,
  );
  return rows.map(({ document_id, year_inferred, candidates, ...row }) => ({ ...row, documentId: document_id, yearInferred: year_inferred === 1, candidates: JSON.parse(candidates) as string[] }));
}
