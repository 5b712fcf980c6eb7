// Imports: files are kept at once, read in workers, and end as a line of the ledger. A crash in the middle resumes without doubles.

import { createHash } from 'node:crypto';
import type { JobProgress } from '../../core/project.ts';
import type { Recognition } from '../../core/recognition.ts';
import { UserError } from '../../core/user-error.ts';
import type { ParsedInput } from '../../rpc/contract.ts';
import type { Pool } from '../jobs/pool.ts';
import type { FileRead } from '../jobs/task.ts';
import { documentsOfContent, insertDocument } from '../store/documents.ts';
import { cancelWaiting, endItem, insertItem, items, itemStatus, nextWaiting, type Outcome, runCounts, setItemStatus, type StagedItem } from '../store/imports.ts';
import { contentBytes, hasReading, insertContent, insertReading } from '../store/readings.ts';
import type { Store, Origin } from '../store/store.ts';
import type { Context, Query } from './handler.ts';

/** Raised when importers or recognisers answer differently for the same bytes; a reading made before keeps its own id. */
const recogniserVersion = 1;

export const list: Query<'imports.list'> = (read, input) => items(read, input);

export type ImportHost = {
  store: Store;
  pool: Pool;
  context: Context;
  origin: () => Origin;
  onChanged: (tables: string[], label: string) => void;
  onProgress: (progress: JobProgress) => void;
  /** A bug in an importer: logged with its stack; answers the log id. */
  onBug: (error: unknown) => string;
};

type Run = { aborts: Set<AbortController>; cancelled: boolean; waiters: (() => void)[]; current: string };

/** The imports of one open project; ends with it. */
export class Imports {
  private readonly host: ImportHost;
  private readonly runs = new Map<string, Run>();
  private readonly taken = new Set<string>();
  private active = 0;
  private closed = false;

  constructor(host: ImportHost) {
    this.host = host;
    // What was waiting when the application last stopped is read now.
    queueMicrotask(() => this.pump());
  }

  add(input: ParsedInput<'imports.add'>): { runId: string; items: string[] } {
    const { store, context } = this.host;
    const runId = input.runId ?? context.newId();
    const added = store.keep((database) =>
      input.files.map((file) => {
        const contentId = createHash('sha256').update(file.bytes).digest('hex');
        insertContent(database, contentId, file.bytes, context.now());
        const id = context.newId();
        insertItem(database, { id, runId, contentId, fileName: file.name, asKind: input.as ?? null }, context.now());
        return id;
      }),
    );
    this.host.onChanged(['import_item'], '');
    this.pump();
    return { runId, items: added };
  }

  retry(ids: readonly string[]): void {
    const { store } = this.host;
    const again = ids.filter((id) => ['failed', 'cancelled'].includes(itemStatus(store.read, id) ?? ''));
    if (again.length === 0) throw new UserError('not-found', 'There is nothing here to read again.', 'Only failed and cancelled files can be retried.');
    for (const id of again) this.taken.delete(id);
    store.keep((database) => setItemStatus(database, again, 'waiting'));
    this.host.onChanged(['import_item'], '');
    this.pump();
  }

  cancel(runId: string): void {
    const run = this.run(runId);
    run.cancelled = true;
    const now = this.host.context.now();
    this.host.store.keep((database) => cancelWaiting(database, runId, now));
    for (const abort of run.aborts) abort.abort();
    this.settle(runId);
    this.host.onChanged(['import_item'], '');
  }

  async wait(runId: string): Promise<ReturnType<typeof items>> {
    const { store } = this.host;
    if (runCounts(store.read, runId).open > 0) await new Promise<void>((resolve) => this.run(runId).waiters.push(resolve));
    return items(store.read, { runId, limit: 100_000 });
  }

  close(): void {
    this.closed = true;
    for (const run of this.runs.values()) for (const abort of run.aborts) abort.abort();
  }

  private run(runId: string): Run {
    const known = this.runs.get(runId);
    if (known) return known;
    const run: Run = { aborts: new Set(), cancelled: false, waiters: [], current: '' };
    this.runs.set(runId, run);
    return run;
  }

  private pump(): void {
    while (!this.closed && this.active < this.host.pool.size) {
      const item = nextWaiting(this.host.store.read, [...this.taken]);
      if (!item) return;
      this.taken.add(item.id);
      this.active += 1;
      void this.read(item).finally(() => {
        this.active -= 1;
        this.taken.delete(item.id);
        if (this.closed) return;
        this.settle(item.runId);
        this.pump();
      });
    }
  }

  private async read(item: StagedItem): Promise<void> {
    const { store, pool, context } = this.host;
    const run = this.run(item.runId);
    run.cancelled = false;
    run.current = item.fileName;
    this.report(item.runId);
    const twin = this.duplicate(item);
    if (twin) return this.end(item, twin);
    const abort = new AbortController();
    run.aborts.add(abort);
    try {
      const bytes = contentBytes(store.read, item.contentId);
      if (!bytes) throw new Error('a waiting file has no content');
      const read = await pool.run({ kind: 'read-file', name: item.fileName, bytes, as: item.asKind }, { signal: abort.signal });
      if (this.closed || itemStatus(store.read, item.id) === 'cancelled') return;
      this.keep(item, read, context);
    } catch (error) {
      if (this.closed) return;
      this.end(item, this.failure(error));
    } finally {
      run.aborts.delete(abort);
    }
  }

  /** Reading, document, journal entry and ledger line in one transaction: after a crash there are all or none. */
  private keep(item: StagedItem, read: FileRead, context: Context): void {
    const { store } = this.host;
    const readingId = createHash('sha256').update([item.contentId, read.format, read.recognition.kind, recogniserVersion].join(' ')).digest('hex');
    const warnings = [...read.parsed.warnings, ...read.recognition.warnings];
    const { step } = store.command(this.host.origin(), (write) => {
      const now = context.now();
      const twin = this.duplicate(item);
      if (twin) {
        store.keep((database) => endItem(database, item.id, twin, now));
        return { value: null, label: '' };
      }
      const documentId = context.newId();
      store.keep((database) => {
        if (!hasReading(write, readingId)) insertReading(database, readingId, item.contentId, read.format, read.parsed, read.recognition, now);
        const outcome: Outcome = { status: warnings.length > 0 ? 'warnings' : 'ok', reason: warnings.map((warning) => warning.message).join(' '), hint: '', documentId };
        endItem(database, item.id, outcome, now);
      });
      const title = titleOf(read.recognition, item.fileName);
      const { kind, country, year, date, issuer, author, language, identifier, classification } = read.recognition;
      insertDocument(write, {
        id: documentId, contentId: item.contentId, readingId, fileName: item.fileName, title, kind, country: country?.iso3 ?? null, year, date, issuer, author,
        language, identifier, classification, importedAt: now,
      });
      return { value: null, label: `Import “${title}”`, merge: { key: `import:${item.runId}`, within: Number.POSITIVE_INFINITY } };
    });
    this.host.onChanged(['import_item', ...(step?.tables ?? [])], step?.label ?? '');
  }

  private duplicate(item: StagedItem): Outcome | null {
    const [twin] = documentsOfContent(this.host.store.read, item.contentId);
    return twin ? { status: 'duplicate', reason: `The same file is already here as “${twin.title}”.`, hint: 'Nothing was added.', documentId: twin.id } : null;
  }

  private failure(error: unknown): Outcome {
    if (error instanceof UserError) return { status: error.code === 'cancelled' ? 'cancelled' : 'failed', reason: error.message, hint: error.hint, documentId: null };
    const logId = this.host.onBug(error);
    return { status: 'failed', reason: 'This file could not be read because of a fault in Annals; the others are not affected.', hint: `The log has the details under ${logId}.`, documentId: null };
  }

  private end(item: StagedItem, outcome: Outcome): void {
    const { store, context } = this.host;
    if (itemStatus(store.read, item.id) === 'cancelled' && outcome.status !== 'cancelled') return;
    store.keep((database) => endItem(database, item.id, outcome, context.now()));
    this.host.onChanged(['import_item'], '');
  }

  private settle(runId: string): void {
    this.report(runId);
    const run = this.runs.get(runId);
    if (!run || runCounts(this.host.store.read, runId).open > 0) return;
    this.runs.delete(runId);
    for (const resolve of run.waiters) resolve();
  }

  private report(runId: string): void {
    const { total, open } = runCounts(this.host.store.read, runId);
    const run = this.runs.get(runId);
    const state = open > 0 ? 'running' : run?.cancelled ? 'cancelled' : 'done';
    this.host.onProgress({ id: runId, label: 'Importing', done: total - open, total, current: run?.current ?? '', state });
  }
}

function titleOf(recognition: Recognition, fileName: string): string {
  const title = recognition.title.replace(/\s+/g, ' ').trim();
  return title === '' ? (fileName.split('/').at(-1) ?? fileName) : title.slice(0, 2000);
}
