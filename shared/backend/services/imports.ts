// Imports: files are kept at once, read in workers, and end as a line of the ledger. A crash in the middle resumes without doubles.

import { createHash } from 'node:crypto';
import type { HeldFile, Warning } from '../../core/document.ts';
import type { JobProgress } from '../../core/project.ts';
import type { Recognition } from '../../core/recognition.ts';
import { UserError } from '../../core/user-error.ts';
import type { ParsedInput } from '../../rpc/contract.ts';
import { admitHeldFiles } from '../jobs/held-files.ts';
import type { Pool } from '../jobs/pool.ts';
import type { FileRead, Understood } from '../jobs/task.ts';
import type { Database } from '../store/database.ts';
import { documentsOfContent, insertDocument } from '../store/documents.ts';
import { cancelWaiting, endItem, hasUnpacked, insertItem, items, itemStatus, nextWaiting, type Outcome, runCounts, setItemStatus, type StagedItem } from '../store/imports.ts';
import { contentBytes, hasReading, insertContent, insertReading } from '../store/readings.ts';
import type { Store, Origin } from '../store/store.ts';
import type { Context, Query } from './handler.ts';
import { counted } from './words.ts';

/** Raised when importers or recognisers answer differently for the same bytes; a reading made before keeps its own id. */
const recogniserVersion = 1;

/** Parts of a collection that are kept in one go: some 40 ms of work. */
const readingsAtOnce = 4;

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
      input.files.map((file) => this.stage(database, file, { runId, asKind: input.as ?? null })),
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

  private stage(database: Database, file: HeldFile, { runId, asKind }: Pick<StagedItem, 'runId' | 'asKind'>): string {
    const { context } = this.host;
    const contentId = createHash('sha256').update(file.bytes).digest('hex');
    insertContent(database, contentId, file.bytes, context.now());
    const id = context.newId();
    insertItem(database, { id, runId, contentId, fileName: file.name, asKind }, context.now());
    return id;
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
      if (read.parts) await this.keepReadings(item, read, context);
      if (this.closed || itemStatus(store.read, item.id) === 'cancelled') return;
      this.keep(item, read, context);
    } catch (error) {
      if (this.closed) return;
      this.end(item, this.failure(error));
    } finally {
      run.aborts.delete(abort);
    }
  }

  /** The readings of a collection, a few at a time so that other calls are answered in between; `keep` then makes all documents of them at once. */
  private async keepReadings(item: StagedItem, read: FileRead, context: Context): Promise<void> {
    const { store } = this.host;
    const parts = (read.parts ?? []).map((part, index) => ({ ...part, readingId: readingOf(item, read, part, index) }));
    for (let from = 0; from < parts.length && !this.closed; from += readingsAtOnce) {
      store.keep((database) => {
        for (const { readingId, parsed, recognition } of parts.slice(from, from + readingsAtOnce)) {
          if (!hasReading(store.read, readingId)) insertReading(database, readingId, item.contentId, read.format, parsed, recognition, context.now());
        }
      });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Reading, document, journal entry and ledger line in one transaction: after a crash there are all or none. */
  private keep(item: StagedItem, read: FileRead, context: Context): void {
    const { store } = this.host;
    const documents = (read.parts ?? [{ ...read, name: item.fileName }]).map((part, index) => ({ ...part, id: context.newId(), readingId: readingOf(item, read, part, read.parts ? index : null) }));
    const held = admitHeldFiles(item, read.files, runCounts(store.read, item.runId).total);
    if (read.files.length > 0 && read.parsed.text === '') return this.unpack(item, held.files, [...read.parsed.warnings, ...held.warnings]);
    const { step } = store.command(this.host.origin(), (write) => {
      const now = context.now();
      const twin = this.duplicate(item);
      if (twin) {
        store.keep((database) => endItem(database, item.id, twin, now));
        return { value: null, label: '' };
      }
      store.keep((database) => {
        for (const { readingId, parsed, recognition } of documents) {
          if (!hasReading(write, readingId)) insertReading(database, readingId, item.contentId, read.format, parsed, recognition, now);
        }
        endItem(database, item.id, { ...told(read, held.warnings), documentId: documents[0]?.id ?? null }, now);
        for (const file of held.files) this.stage(database, file, item);
      });
      for (const { id, name, readingId, recognition } of documents) {
        const { kind, country, year, date, issuer, author, language, identifier, classification } = recognition;
        insertDocument(write, {
          id, contentId: item.contentId, readingId, fileName: item.fileName, title: titleOf(recognition, name), kind, country: country?.iso3 ?? null, year, date, issuer,
          author, language, identifier, classification, importedAt: now,
        });
      }
      return { value: null, label: `Import “${titleOf(read.recognition, item.fileName)}”`, merge: { key: `import:${item.runId}`, within: Number.POSITIVE_INFINITY } };
    });
    this.host.onChanged(['import_item', ...(step?.tables ?? [])], step?.label ?? '');
  }

  /** An archive is no document: what it holds waits in the ledger, each file by itself. */
  private unpack(item: StagedItem, files: HeldFile[], warnings: Warning[]): void {
    const { store, context } = this.host;
    const twin = this.duplicate(item);
    if (twin) return this.end(item, twin);
    const said = warnings.map((warning) => warning.message).join(' ');
    const outcome: Outcome =
      files.length === 0
        ? { status: 'failed', reason: said, hint: 'Unpack it and import the files you need.', documentId: null }
        : { status: warnings.length > 0 ? 'warnings' : 'ok', reason: `Holds ${counted(files.length, 'file')}; each has a line of its own. ${said}`.trim(), hint: '', documentId: null };
    store.keep((database) => {
      endItem(database, item.id, outcome, context.now());
      for (const file of files) this.stage(database, file, item);
    });
    this.host.onChanged(['import_item'], '');
  }

  private duplicate(item: StagedItem): Outcome | null {
    const twins = documentsOfContent(this.host.store.read, item.contentId);
    const [twin] = twins;
    if (!twin && hasUnpacked(this.host.store.read, item)) return { status: 'duplicate', reason: 'The same archive was unpacked in this import already.', hint: 'Nothing was added.', documentId: null };
    const known = twins.length > 1 ? counted(twins.length, 'document') : `“${twin?.title}”`;
    return twin ? { status: 'duplicate', reason: `The same file is already here as ${known}.`, hint: 'Nothing was added.', documentId: twin.id } : null;
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

/** Under which a reading is kept: the same bytes read in the same way, and for a collection which of its parts. */
function readingOf({ contentId }: StagedItem, { format }: FileRead, { recognition }: Understood, part: number | null): string {
  return createHash('sha256').update([contentId, format, recognition.kind, recogniserVersion, ...(part === null ? [] : [part])].join(' ')).digest('hex');
}

/** The sentences that a collection's line of the ledger repeats of its parts; each part keeps its own. */
const toldWarnings = 5;

/** What the ledger says of a file that was read: what was warned of, and for a collection what it holds. */
function told(read: FileRead, held: Warning[]): Pick<Outcome, 'status' | 'reason' | 'hint'> {
  const { parts } = read;
  const warnings = [...new Set([read, ...(parts ?? [])].flatMap(({ parsed, recognition }) => [...parsed.warnings, ...recognition.warnings]).concat(held).map((warning) => warning.message))];
  const status = warnings.length > 0 ? 'warnings' : 'ok';
  if (!parts) return { status, reason: warnings.join(' '), hint: '' };
  const countries = new Set(parts.map((part) => part.recognition.country?.iso3).filter((iso3) => iso3 !== undefined));
  const holds = countries.size === parts.length ? counted(parts.length, 'country', 'countries') : counted(parts.length, 'document');
  const more = warnings.length > toldWarnings ? [`${counted(warnings.length - toldWarnings, 'more warning stands', 'more warnings stand')} with the documents.`] : [];
  return { status, reason: [`${holds}.`, ...warnings.slice(0, toldWarnings), ...more].join(' '), hint: '' };
}

function titleOf(recognition: Recognition, fileName: string): string {
  const title = recognition.title.replace(/\s+/g, ' ').trim();
  return title === '' ? (fileName.split('/').at(-1) ?? fileName) : title.slice(0, 2000);
}
