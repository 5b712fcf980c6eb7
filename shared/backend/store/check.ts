// Looks a project over: the file itself, references, anchors, search index, journal. Reads only.

import { createHash } from 'node:crypto';
import type { CheckResult } from '../../core/project.ts';
import type { Database } from './database.ts';
import { reader } from './write.ts';

export function checkDatabase(database: Database): CheckResult[] {
  return [integrity(database), references(database), originals(database), anchors(database), passages(database), values(database), index(database), trees(database), ledger(database)];
}

function integrity(database: Database): CheckResult {
  const rows = database.pragma('integrity_check') as { integrity_check: string }[];
  const faults = rows.map((row) => row.integrity_check).filter((line) => line !== 'ok');
  return result('The file is whole', faults);
}

function references(database: Database): CheckResult {
  const rows = database.pragma('foreign_key_check') as { table: string; parent: string }[];
  return result('Nothing points to something missing', rows.map((row) => `${row.table} → ${row.parent}`));
}

function originals(database: Database): CheckResult {
  const faults: string[] = [];
  for (const row of database.prepare('SELECT id, bytes FROM content').iterate() as Iterable<{ id: string; bytes: Buffer }>) {
    if (createHash('sha256').update(row.bytes).digest('hex') !== row.id) faults.push(`original ${row.id.slice(0, 12)} has changed`);
  }
  return result('Originals are as they were handed in', faults);
}

function anchors(database: Database): CheckResult {
  const faults: string[] = [];
  const read = reader(database);
  const rows = read.all<{ id: string; start: number; end: number; quote: string; reading_id: string; title: string }>(
    `SELECT a.id, a.start, a."end" AS "end", a.quote, d.reading_id, d.title
       FROM annotation a JOIN document d ON d.id = a.document_id
      WHERE a.anchor_state IN ('exact', 'moved') AND a.area IS NULL
      ORDER BY d.reading_id`,
  );
  let text = '';
  let readingId = '';
  for (const row of rows) {
    if (row.reading_id !== readingId) {
      readingId = row.reading_id;
      text = read.get<{ text: string }>('SELECT text FROM reading WHERE id = ?', readingId)?.text ?? '';
    }
    if (text.slice(row.start, row.end) !== row.quote) faults.push(`a highlight in “${row.title}” is not at its words`);
  }
  return result('Every highlight is at its words', faults);
}

function passages(database: Database): CheckResult {
  const rows = database
    .prepare(`SELECT r.id FROM reading r WHERE length(trim(r.text)) > 0 AND NOT EXISTS (SELECT 1 FROM passage p WHERE p.reading_id = r.id)`)
    .all() as { id: string }[];
  return result('Every text has its passages', rows.map((row) => `reading ${row.id.slice(0, 12)} has none`));
}

function values(database: Database): CheckResult {
  const rows = database
    .prepare(
      `SELECT r.id FROM reading r
        WHERE json_array_length(r.recognition, '$.observations') <> (SELECT count(*) FROM observation o WHERE o.reading_id = r.id)
           OR json_array_length(r.recognition, '$.actions') <> (SELECT count(*) FROM suggested_action a WHERE a.reading_id = r.id)`,
    )
    .all() as { id: string }[];
  return result('Every recognised value is in its table', rows.map((row) => `reading ${row.id.slice(0, 12)} lacks some`));
}

function index(database: Database): CheckResult {
  try {
    database.prepare(`INSERT INTO passage_index (passage_index, rank) VALUES ('integrity-check', 1)`).run();
    return result('The search index agrees with the texts', []);
  } catch (error) {
    return result('The search index agrees with the texts', [error instanceof Error ? error.message : String(error)]);
  }
}

function trees(database: Database): CheckResult {
  const rows = database
    .prepare(
      `WITH RECURSIVE below (id) AS (
         SELECT id FROM tag WHERE parent_id IS NULL
         UNION
         SELECT t.id FROM tag t JOIN below b ON t.parent_id = b.id
       )
       SELECT name FROM tag WHERE id NOT IN (SELECT id FROM below)`,
    )
    .all() as { name: string }[];
  return result('The codebook is a tree', rows.map((row) => `“${row.name}” hangs in a circle`));
}

function ledger(database: Database): CheckResult {
  const rows = database.prepare(`SELECT d.title FROM document d WHERE NOT EXISTS (SELECT 1 FROM content c WHERE c.id = d.content_id) OR NOT EXISTS (SELECT 1 FROM reading r WHERE r.id = d.reading_id)`).all() as { title: string }[];
  return result('Every document has its original and its text', rows.map((row) => row.title));
}

function result(check: string, faults: string[]): CheckResult {
  const shown = faults.slice(0, 5).join('; ');
  return { check, ok: faults.length === 0, detail: faults.length > 5 ? `${shown}; and ${faults.length - 5} more` : shown };
}
