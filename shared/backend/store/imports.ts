// The ledger of imports: a line for every file handed in. Outside the journal, because it records what happened.

import type { ImportItem, ImportStatus } from '../../core/library.ts';
import type { DocumentKind } from '../../core/recognition.ts';
import type { Database } from './database.ts';
import { type Read, insertRow } from './write.ts';

export type StagedItem = { id: string; runId: string; contentId: string; fileName: string; asKind: DocumentKind | null };

type ItemRow = { id: string; run_id: string; file_name: string; size: number; status: ImportStatus; reason: string; hint: string; document_id: string | null; at: string; live: number };

export function insertItem(database: Database, item: StagedItem, now: string): void {
  insertRow(database, 'import_item', { id: item.id, run_id: item.runId, content_id: item.contentId, file_name: item.fileName, as_kind: item.asKind, status: 'waiting', at: now });
}

export type Outcome = { status: ImportStatus; reason: string; hint: string; documentId: string | null };

export function endItem(database: Database, id: string, outcome: Outcome, now: string): void {
  database
    .prepare('UPDATE import_item SET status = ?, reason = ?, hint = ?, document_id = ?, at = ? WHERE id = ?')
    .run(outcome.status, outcome.reason, outcome.hint, outcome.documentId, now, id);
}

export function setItemStatus(database: Database, ids: readonly string[], status: ImportStatus): void {
  const statement = database.prepare(`UPDATE import_item SET status = ?, reason = '', hint = '' WHERE id = ?`);
  for (const id of ids) statement.run(status, id);
}

export function cancelWaiting(database: Database, runId: string, now: string): number {
  return database
    .prepare(`UPDATE import_item SET status = 'cancelled', reason = 'Cancelled before it was read.', at = ? WHERE run_id = ? AND status = 'waiting'`)
    .run(now, runId).changes;
}

/** The file handed in first of those that wait and are not being read (`taken`). */
export function nextWaiting(read: Read, taken: readonly string[]): StagedItem | null {
  const row = read.get<{ id: string; run_id: string; content_id: string; file_name: string; as_kind: DocumentKind | null }>(
    `SELECT id, run_id, content_id, file_name, as_kind
       FROM import_item
      WHERE status = 'waiting' AND id NOT IN (SELECT value FROM json_each(?))
      ORDER BY id
      LIMIT 1`,
    JSON.stringify(taken),
  );
  return row ? { id: row.id, runId: row.run_id, contentId: row.content_id, fileName: row.file_name, asKind: row.as_kind } : null;
}

export function itemStatus(read: Read, id: string): ImportStatus | null {
  return read.get<{ status: ImportStatus }>('SELECT status FROM import_item WHERE id = ?', id)?.status ?? null;
}

/** Whether an archive of the same bytes was unpacked in the same run; archives become no document. */
export function hasUnpacked(read: Read, { id, runId, contentId }: StagedItem): boolean {
  return (
    read.get(`SELECT 1 FROM import_item WHERE run_id = ? AND content_id = ? AND id <> ? AND status IN ('ok', 'warnings') AND document_id IS NULL`, runId, contentId, id) !== undefined
  );
}

export function runCounts(read: Read, runId: string): { total: number; open: number } {
  return (
    read.get<{ total: number; open: number }>(
      `SELECT count(*) AS total, count(*) FILTER (WHERE status = 'waiting') AS open FROM import_item WHERE run_id = ?`,
      runId,
    ) ?? { total: 0, open: 0 }
  );
}

/** Newest run first, files in the order in which they were handed in. */
export function items(read: Read, filter: { runId?: string | undefined; limit: number }): ImportItem[] {
  const rows = read.all<ItemRow>(
    `SELECT i.id, i.run_id, i.file_name, c.size, i.status, i.reason, i.hint, i.document_id, i.at,
            EXISTS (SELECT 1 FROM document d WHERE d.id = i.document_id) AS live
       FROM import_item i
       JOIN content c ON c.id = i.content_id
      WHERE @runId IS NULL OR i.run_id = @runId
      ORDER BY i.run_id DESC, i.id
      LIMIT @limit`,
    { runId: filter.runId ?? null, limit: filter.limit },
  );
  return rows.map((row) => ({
    id: row.id,
    runId: row.run_id,
    fileName: row.file_name,
    size: row.size,
    status: row.status,
    reason: row.document_id && !row.live && row.status !== 'failed' ? `${row.reason} The document has been removed since.`.trim() : row.reason,
    hint: row.hint,
    documentId: row.live ? row.document_id : null,
    at: row.at,
  }));
}
