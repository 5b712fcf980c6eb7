// Imports: files are kept at once, read in workers, and end as a line of the ledger. A crash in the middle resumes without doubles.

import type { ImportItem } from '../../core/library.ts';
import { UserError } from '../../core/user-error.ts';
import type { ParsedInput } from '../../rpc/contract.ts';
import { cancelWaiting, holdRun, itemStatus, items, ledgerCounts, letRunGoOn, nextWaiting, openRuns, runCounts, runOfItem, type StagedItem, waitAgain } from '../store/imports.ts';
import { contentBytes, dropUnfinishedReadings } from '../store/readings.ts';
import type { Query } from './handler.ts';
import type { ImportHost } from './imports/host.ts';
import { end, keepHandedIn, keepRead, twinOf } from './imports/keeping.ts';
import { Run } from './imports/run.ts';
import { Sketching } from './imports/sketching.ts';
import { toldOfFailure } from './imports/words.ts';

export type { ImportHost } from './imports/host.ts';

/** Runs that the counts name; older ones are history. */
const toldRuns = 20;

/** Milliseconds between two reports of one run: a bar that moves ten times a second moves evenly. */
const reportPause = 100;

export const list: Query<'imports.list'> = (read, input) => items(read, input);

export const counts: Query<'imports.counts'> = (read) => ledgerCounts(read, toldRuns);

/** The imports of one open project; ends with it. */
export class Imports {
  private readonly host: ImportHost;
  private readonly runs = new Map<string, Run>();
  /** Lines being read, in the order in which they began; `ended` never rejects. */
  private readonly reading = new Map<string, { item: StagedItem; ended: Promise<void> }>();
  private readonly reported = new Map<string, number>();
  private readonly sketching: Sketching;
  private closed = false;

  constructor(host: ImportHost) {
    this.host = host;
    this.sketching = new Sketching(host);
    host.store.keep((database) => dropUnfinishedReadings(database));
    // What was waiting when the application last stopped is read now, but for what the analyst holds.
    queueMicrotask(() => this.takeUp());
  }

  async add(input: ParsedInput<'imports.add'>): Promise<{ runId: string; items: string[] }> {
    const runId = input.runId ?? this.host.context.newId();
    const run = this.run(runId);
    const staged = await keepHandedIn(this.host, input.files, { runId, asKind: input.as ?? null });
    if (this.closed) throw new UserError('no-project', 'The project was closed while files were handed in.', 'Open it again; the files kept so far are read then.');
    run.recount(runCounts(this.host.store.read, runId));
    this.report(run);
    this.pump();
    return { runId, items: staged.map((item) => item.id) };
  }

  retry({ ids, as }: ParsedInput<'imports.retry'>): void {
    const { store } = this.host;
    const again = ids.filter((id) => ['failed', 'cancelled'].includes(itemStatus(store.read, id) ?? ''));
    if (again.length === 0) throw new UserError('not-found', 'There is nothing here to read again.', 'Only failed and cancelled files can be retried.');
    store.keep((database) => waitAgain(database, again, as));
    for (const runId of new Set(again.map((id) => runOfItem(store.read, id)))) {
      if (runId === null) continue;
      const run = this.run(runId);
      run.isCancelled = false;
      run.recount(runCounts(store.read, runId));
      this.report(run);
    }
    this.host.onChanged(['import_item'], '');
    this.pump();
  }

  pause(runId: string): void {
    const run = this.openRun(runId);
    this.host.store.keep((database) => holdRun(database, runId, this.host.context.now()));
    run.isPaused = true;
    this.report(run);
    this.host.onChanged(['import_item'], '');
  }

  resume(runId: string): void {
    const run = this.openRun(runId);
    this.host.store.keep((database) => letRunGoOn(database, runId));
    run.goOn(Date.now());
    this.report(run);
    this.host.onChanged(['import_item'], '');
    this.pump();
  }

  cancel(runId: string): void {
    const run = this.run(runId);
    run.isCancelled = true;
    run.isPaused = false;
    this.host.store.keep((database) => cancelWaiting(database, runId, this.host.context.now()));
    for (const abort of run.aborts) abort.abort();
    run.recount(runCounts(this.host.store.read, runId));
    this.settle(run);
    this.host.onChanged(['import_item'], '');
  }

  async wait(runId: string): Promise<ImportItem[]> {
    const { store } = this.host;
    if (runCounts(store.read, runId).open > 0) await new Promise<void>((resolve) => this.run(runId).waiters.push(resolve));
    return items(store.read, { runId, limit: 100_000 });
  }

  /** Documents may have got another text. */
  documentsChanged(): void {
    if (this.reading.size === 0) this.sketching.soon();
  }

  close(): void {
    this.closed = true;
    this.sketching.close();
    for (const run of this.runs.values()) for (const abort of run.aborts) abort.abort();
  }

  private takeUp(): void {
    if (this.closed) return;
    const { store } = this.host;
    for (const { runId, isPaused } of openRuns(store.read)) {
      if (this.runs.has(runId)) continue;
      const run = new Run(runId, runCounts(store.read, runId), { now: Date.now(), isPaused, isTakenUp: true });
      this.runs.set(runId, run);
      this.report(run);
    }
    this.pump();
    this.sketching.soon();
  }

  private run(runId: string): Run {
    const known = this.runs.get(runId);
    if (known) return known;
    const { read } = this.host.store;
    const run = new Run(runId, runCounts(read, runId), { now: Date.now(), isPaused: openRuns(read).some((open) => open.runId === runId && open.isPaused) });
    this.runs.set(runId, run);
    return run;
  }

  private openRun(runId: string): Run {
    if (runCounts(this.host.store.read, runId).open === 0) throw new UserError('not-found', 'This import has ended already.', 'The ledger says what became of its files.');
    return this.run(runId);
  }

  /** One file more than there are workers, so that none waits while the last one is saved. */
  private pump(): void {
    while (!this.closed && this.reading.size <= this.host.pool.size) {
      const item = nextWaiting(this.host.store.read, [...this.reading.values()].map((one) => one.item));
      if (!item) return;
      const run = this.run(item.runId);
      const begunBefore = Promise.all([...this.reading.values()].map((one) => one.ended));
      const ended = this.read(item, run, begunBefore)
        .then((pages) => run.ended(item.size, pages, Date.now()))
        .finally(() => {
          this.reading.delete(item.id);
          if (this.closed) return;
          this.settle(run);
          this.pump();
        });
      this.reading.set(item.id, { item, ended });
    }
  }

  /** Answers the pages read. Never rejects: what goes wrong is the file's line. `begunBefore` ends when all files have that began before this one. */
  private async read(item: StagedItem, run: Run, begunBefore: Promise<unknown>): Promise<number> {
    const { store, pool } = this.host;
    run.isCancelled = false;
    run.current = item.fileName;
    this.report(run, reportPause);
    const abort = new AbortController();
    run.aborts.add(abort);
    const isWanted = () => !this.closed && !abort.signal.aborted;
    const onProgress = (done: number, total: number) => {
      run.current = `${item.fileName} (${done.toLocaleString('en')} of ${total.toLocaleString('en')})`;
      this.report(run, reportPause);
    };
    try {
      const twin = twinOf(this.host, item);
      if (twin) {
        end(this.host, item, twin);
        return 0;
      }
      const bytes = contentBytes(store.read, item.contentId);
      if (!bytes) throw new Error('a waiting file has no content');
      const read = await pool.run({ kind: 'import-file', name: item.fileName, bytes, as: item.asKind }, { signal: abort.signal, onProgress });
      // Files found inside come in the order in which those that hold them were dropped, however long each takes to be read.
      if (read.files.length > 0) await begunBefore;
      if (isWanted()) await keepRead(this.host, item, read, { isWanted, onStaged: (staged) => staged.length > 0 && run.grew(staged.length, staged.reduce((sum, one) => sum + one.size, 0)) });
      return [read, ...(read.parts ?? [])].reduce((sum, { parsed }) => sum + parsed.pages.length, 0);
    } catch (error) {
      // The line of one that was stopped says so already.
      if (isWanted()) end(this.host, item, toldOfFailure(error, this.host.onBug));
      return 0;
    } finally {
      run.aborts.delete(abort);
    }
  }

  private settle(run: Run): void {
    // Stopped, and begun anew since.
    if (this.runs.get(run.id) !== run) return;
    if (run.open === 0) run.recount(runCounts(this.host.store.read, run.id));
    this.report(run, run.open === 0 ? 0 : reportPause);
    if (run.open > 0) return;
    this.runs.delete(run.id);
    this.reported.delete(run.id);
    for (const resolve of run.waiters) resolve();
    this.sketching.soon();
  }

  /** Not sooner than `pause` ms after the last report of the run. */
  private report(run: Run, pause = 0): void {
    const now = Date.now();
    if (now - (this.reported.get(run.id) ?? 0) < pause) return;
    this.reported.set(run.id, now);
    this.host.onProgress(run.progress(now));
  }
}
