// The ledger of imports: a line for every file handed in, and which runs are held. Outside the journal, because it records what happened.

import type { ImportCounts, ImportItem, ImportRunSummary, ImportStatus } from '../../core/library.ts';
import type { DocumentKind } from '../../core/recognition.ts';
import type { Database } from './database.ts';
import { type Read, insertRow } from './write.ts';

export type StagedItem = {
  id: string;
  runId: string;
  contentId: string;
  fileName: string;
  asKind: DocumentKind | null;
  /** The line of the archive or mail it was found in. */
  holderId: string | null;
  /** Bytes of the file. */
  size: number;
};

type WaitingRow = { id: string; run_id: string; content_id: string; file_name: string; as_kind: DocumentKind | null; holder_id: string | null; size: number };
type ItemRow = { id: string; run_id: string; file_name: string; size: number; status: ImportStatus; reason: string; hint: string; document_id: string | null; at: string; format: string | null; document_ids: string | null };

export function insertItem(database: Database, item: StagedItem, now: string): void {
  insertRow(database, 'import_item', { id: item.id, run_id: item.runId, content_id: item.contentId, file_name: item.fileName, as_kind: item.asKind, status: 'waiting', holder_id: item.holderId, at: now });
}

export type Outcome = { status: ImportStatus; reason: string; hint: string; documentId: string | null };

export function endItem(database: Database, id: string, outcome: Outcome, now: string): void {
  database
    .prepare('UPDATE import_item SET status = ?, reason = ?, hint = ?, document_id = ?, at = ? WHERE id = ?')
    .run(outcome.status, outcome.reason, outcome.hint, outcome.documentId, now, id);
}

/** Lets ended lines be read again, as another kind when one is given. */
export function waitAgain(database: Database, ids: readonly string[], asKind: DocumentKind | null | undefined): void {
  const statement = database.prepare(`UPDATE import_item SET status = 'waiting', reason = '', hint = '', as_kind = CASE WHEN @given THEN @asKind ELSE as_kind END WHERE id = @id`);
  for (const id of ids) statement.run({ id, given: asKind === undefined ? 0 : 1, asKind: asKind ?? null });
}

export function cancelWaiting(database: Database, runId: string, now: string): number {
  database.prepare('DELETE FROM import_pause WHERE run_id = ?').run(runId);
  return database
    .prepare(`UPDATE import_item SET status = 'cancelled', reason = 'Cancelled before it was read.', at = ? WHERE run_id = ? AND status = 'waiting'`)
    .run(now, runId).changes;
}

/** The file handed in first of those that wait in runs that are not held; neither a line being read (`taken`) nor one of the same bytes as another that is. */
export function nextWaiting(read: Read, taken: readonly { id: string; contentId: string }[]): StagedItem | null {
  const row = read.get<WaitingRow>(
    `SELECT i.id, i.run_id, i.content_id, i.file_name, i.as_kind, i.holder_id, c.size
       FROM import_item i
       JOIN content c ON c.id = i.content_id
      WHERE i.status = 'waiting'
        AND i.run_id NOT IN (SELECT run_id FROM import_pause)
        AND i.content_id NOT IN (SELECT value FROM json_each(?))
      ORDER BY i.id
      LIMIT 1`,
    JSON.stringify(taken.map(({ contentId }) => contentId)),
  );
  return row ? { id: row.id, runId: row.run_id, contentId: row.content_id, fileName: row.file_name, asKind: row.as_kind, holderId: row.holder_id, size: row.size } : null;
}

export function itemStatus(read: Read, id: string): ImportStatus | null {
  return read.get<{ status: ImportStatus }>('SELECT status FROM import_item WHERE id = ?', id)?.status ?? null;
}

export function runOfItem(read: Read, id: string): string | null {
  return read.get<{ run_id: string }>('SELECT run_id FROM import_item WHERE id = ?', id)?.run_id ?? null;
}

/** Whether this file of an archive was handed in before, by an unpacking that was interrupted. */
export function isHeldFileStaged(read: Read, holderId: string, fileName: string): boolean {
  return read.get('SELECT 1 FROM import_item WHERE holder_id = ? AND file_name = ?', holderId, fileName) !== undefined;
}

/** Whether an archive of the same bytes was unpacked in the same run; archives become no document. */
export function hasUnpacked(read: Read, { id, runId, contentId }: StagedItem): boolean {
  return (
    read.get(`SELECT 1 FROM import_item WHERE run_id = ? AND content_id = ? AND id <> ? AND status IN ('ok', 'warnings') AND document_id IS NULL`, runId, contentId, id) !== undefined
  );
}

/** Files of a run, and the bytes of those that still wait. */
export function runCounts(read: Read, runId: string): { total: number; open: number; openBytes: number } {
  return (
    read.get<{ total: number; open: number; openBytes: number }>(
      `SELECT count(*) AS total, count(*) FILTER (WHERE i.status = 'waiting') AS open, coalesce(sum(c.size) FILTER (WHERE i.status = 'waiting'), 0) AS openBytes
         FROM import_item i
         JOIN content c ON c.id = i.content_id
        WHERE i.run_id = ?`,
      runId,
    ) ?? { total: 0, open: 0, openBytes: 0 }
  );
}

/** Runs in which files wait, the oldest first. */
export function openRuns(read: Read): { runId: string; isPaused: boolean }[] {
  return read
    .all<{ run_id: string; paused: number }>(
      `SELECT DISTINCT i.run_id, EXISTS (SELECT 1 FROM import_pause p WHERE p.run_id = i.run_id) AS paused
         FROM import_item i
        WHERE i.status = 'waiting'
        ORDER BY i.run_id`,
    )
    .map((row) => ({ runId: row.run_id, isPaused: row.paused === 1 }));
}

export function holdRun(database: Database, runId: string, now: string): void {
  database.prepare('INSERT OR IGNORE INTO import_pause (run_id, paused_at) VALUES (?, ?)').run(runId, now);
}

export function letRunGoOn(database: Database, runId: string): void {
  database.prepare('DELETE FROM import_pause WHERE run_id = ?').run(runId);
}

/** Without the lines themselves: what the library's tabs show. */
export function ledgerCounts(read: Read, mostRuns: number): ImportCounts {
  const counts: Record<ImportStatus, number> = { waiting: 0, ok: 0, warnings: 0, duplicate: 0, failed: 0, cancelled: 0 };
  for (const { status, count } of read.all<{ status: ImportStatus; count: number }>('SELECT status, count(*) AS count FROM import_item GROUP BY status')) counts[status] = count;
  const runs = read.all<{ run_id: string; at: string; files: number; open: number; paused: number }>(
    `SELECT i.run_id, min(i.at) AS at, count(*) AS files, count(*) FILTER (WHERE i.status = 'waiting') AS open,
            EXISTS (SELECT 1 FROM import_pause p WHERE p.run_id = i.run_id) AS paused
       FROM import_item i
      GROUP BY i.run_id
      ORDER BY i.run_id DESC
      LIMIT ?`,
    mostRuns,
  );
  return { ...counts, runs: runs.map(({ run_id, at, files, open, paused }): ImportRunSummary => ({ runId: run_id, at, files, open, isPaused: paused === 1 && open > 0 })) };
}

/** Newest run first, files in the order in which they were handed in. */
export function items(read: Read, filter: { runId?: string | undefined; limit: number }): ImportItem[] {
  const rows = read.all<ItemRow>(
    `SELECT i.id, i.run_id, i.file_name, c.size, i.status, i.reason, i.hint, i.document_id, i.at,
            CASE WHEN i.document_id IS NOT NULL THEN
              (SELECT group_concat(d.id) FROM (SELECT id FROM document WHERE content_id = i.content_id OR id = i.document_id ORDER BY id) d) END AS document_ids,
            CASE WHEN i.document_id IS NOT NULL THEN
              (SELECT r.format FROM document d JOIN reading r ON r.id = d.reading_id WHERE d.content_id = i.content_id OR d.id = i.document_id LIMIT 1) END AS format
       FROM import_item i
       JOIN content c ON c.id = i.content_id
      WHERE @runId IS NULL OR i.run_id = @runId
      ORDER BY i.run_id DESC, i.id
      LIMIT @limit`,
    { runId: filter.runId ?? null, limit: filter.limit },
  );
  return rows.map((row) => {
    const documentIds = row.document_ids?.split(',') ?? [];
    return {
      id: row.id,
      runId: row.run_id,
      fileName: row.file_name,
      size: row.size,
      status: row.status,
      reason: row.document_id && documentIds.length === 0 && row.status !== 'failed' ? `${row.reason} The document has been removed since.`.trim() : row.reason,
      hint: row.hint,
      documentId: documentIds.includes(row.document_id ?? '') ? row.document_id : (documentIds[0] ?? null),
      documentIds,
      format: row.format,
      at: row.at,
    };
  });
}
