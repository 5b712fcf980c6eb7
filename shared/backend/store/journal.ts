// The journal: what each command did. Undo applies the newest step reversed, after checking that nothing else has touched its rows.

import { annotationsOf, type Change, type Row, reverse, sameRow, squash, tablesOf } from '../../core/change.ts';
import { detailOf, type HistoryDetail } from '../../core/history-detail.ts';
import type { HistoryEntry } from '../../core/project.ts';
import { UserError } from '../../core/user-error.ts';
import type { Database } from './database.ts';
import { insertRow, isJournaled, reader } from './write.ts';

/** `annotations`: see annotationsOf. */
export type Step = { label: string; tables: string[]; annotations: string[] | null };

export type Record = {
  id: string;
  label: string;
  author: string;
  madeAt: string;
  change: Change;
  /** Successive commands with the same key, no further apart than `within` ms, become one step: the typing of one note, the files of one import. */
  merge: { key: string; within: number } | null;
};

/** Typing pauses longer than this (ms) begin a new undo step. */
export const typingPause = 4000;

type JournalRow = { number: number; id: string; step: string; merge_key: string | null; label: string; author: string; made_at: string; change: string; state: HistoryEntry['state'] };

export function stepOf(label: string, change: Change): Step {
  return { label, tables: tablesOf(change), annotations: annotationsOf(change) };
}

/** Stores the change in the transaction that made it. What was undone before can no longer be redone. */
export function record(database: Database, entry: Record): void {
  database.prepare(`UPDATE journal SET state = 'abandoned' WHERE state = 'undone'`).run();
  const newest = database.prepare(`SELECT * FROM journal WHERE state = 'done' ORDER BY number DESC LIMIT 1`).get() as JournalRow | undefined;
  const joins = entry.merge !== null && newest?.merge_key === entry.merge.key && Date.parse(entry.madeAt) - Date.parse(newest.made_at) < entry.merge.within;
  insertRow(database, 'journal', {
    id: entry.id,
    step: joins ? newest.step : entry.id,
    merge_key: entry.merge?.key ?? null,
    label: entry.label,
    author: entry.author,
    made_at: entry.madeAt,
    change: JSON.stringify(squash(entry.change)),
    state: 'done',
  });
}

export function hasStep(database: Database, state: 'done' | 'undone'): boolean {
  return database.prepare('SELECT 1 FROM journal WHERE state = ? LIMIT 1').get(state) !== undefined;
}

export function undoLabel(database: Database): string | null {
  return nextToUndo(database)?.label ?? null;
}

export function redoLabel(database: Database): string | null {
  return nextToRedo(database)?.label ?? null;
}

/** Throws UserError nothing-to-undo, or changed-since when a row is no longer as the step left it (nothing is changed then). */
export function undo(database: Database): Step {
  const newest = nextToUndo(database);
  if (!newest) throw new UserError('nothing-to-undo', 'There is nothing to undo.');
  const entries = entriesOfStep(database, newest.step).toReversed();
  for (const entry of entries) apply(database, reverse(readChange(entry)), newest.label);
  database.prepare(`UPDATE journal SET state = 'undone' WHERE step = ?`).run(newest.step);
  return stepOf(newest.label, entries.flatMap(readChange));
}

/** Throws UserError nothing-to-redo or changed-since. */
export function redo(database: Database): Step {
  const next = nextToRedo(database);
  if (!next) throw new UserError('nothing-to-redo', 'There is nothing to redo.');
  const entries = entriesOfStep(database, next.step);
  for (const entry of entries) apply(database, readChange(entry), next.label);
  database.prepare(`UPDATE journal SET state = 'done' WHERE step = ?`).run(next.step);
  return stepOf(next.label, entries.flatMap(readChange));
}

/** Steps, newest first. */
export function history(database: Database, limit: number): HistoryEntry[] {
  const rows = reader(database).all<JournalRow & { last_number: number; entries: number }>(
    `SELECT j.*, max(j.number) AS last_number, sum(json_array_length(j.change)) AS entries
       FROM journal j
      GROUP BY j.step
      ORDER BY last_number DESC
      LIMIT ?`,
    limit,
  );
  return rows.map((row) => {
    const change = readChange(row);
    return {
      id: row.step,
      label: stepLabel(row.label, row.merge_key, row.entries),
      madeAt: row.made_at,
      author: row.author,
      // Entries of an import are a document each, those of typing the same row again and again.
      rows: row.merge_key?.startsWith('import:') ? row.entries : change.length,
      tables: tablesOf(change),
      state: row.state,
    };
  });
}

/** What one step changed, its entries taken together; nothing for a step that is not there. */
export function historyDetail(database: Database, step: string): HistoryDetail {
  const rowOf = (table: string, id: string) => (isJournaled(table) ? ((database.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined) ?? null) : null);
  return detailOf(squash(entriesOfStep(database, step).flatMap(readChange)), rowOf);
}

function nextToUndo(database: Database): JournalRow | undefined {
  const row = database.prepare(`SELECT * FROM journal WHERE state = 'done' ORDER BY number DESC LIMIT 1`).get() as JournalRow | undefined;
  return row && labelled(database, row);
}

function nextToRedo(database: Database): JournalRow | undefined {
  const row = database.prepare(`SELECT * FROM journal WHERE state = 'undone' ORDER BY number LIMIT 1`).get() as JournalRow | undefined;
  return row && labelled(database, row);
}

function labelled(database: Database, row: JournalRow): JournalRow {
  const { entries } = database.prepare('SELECT sum(json_array_length(change)) AS entries FROM journal WHERE step = ?').get(row.step) as { entries: number };
  return { ...row, label: stepLabel(row.label, row.merge_key, entries) };
}

/** An import of several documents is one step, named by their number: each is one row of its change. */
function stepLabel(label: string, mergeKey: string | null, entries: number): string {
  return entries > 1 && mergeKey?.startsWith('import:') ? `Import ${entries} documents` : label;
}

function entriesOfStep(database: Database, step: string): JournalRow[] {
  return database.prepare('SELECT * FROM journal WHERE step = ? ORDER BY number').all(step) as JournalRow[];
}

function readChange(row: JournalRow): Change {
  return JSON.parse(row.change) as Change;
}

function apply(database: Database, change: Change, label: string): void {
  database.pragma('defer_foreign_keys = ON');
  for (const { table, id, before, after } of change) {
    if (!isJournaled(table)) throw new Error(`the journal names a table that is not journaled: ${table}`);
    const found = (database.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Row | undefined) ?? null;
    // A later version may have added columns; those it does not know must not stop it.
    const comparable = found && before ? Object.fromEntries(Object.keys(before).map((key) => [key, found[key] ?? null])) : found;
    if (!sameRow(comparable, before)) {
      throw new UserError('changed-since', `“${label}” cannot be taken back: something it changed has been changed again since.`, 'Take back the later step first.');
    }
    if (after === null) database.prepare(`DELETE FROM ${table} WHERE id = ?`).run(id);
    else if (before === null) insertRow(database, table, after);
    else {
      const names = Object.keys(after);
      database.prepare(`UPDATE ${table} SET ${names.map((name) => `"${name}" = ?`).join(', ')} WHERE id = ?`).run(...names.map((name) => after[name] ?? null), id);
    }
  }
}
