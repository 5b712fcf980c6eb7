// One open project file: queries, commands in transactions with their journal entry, undo and redo, care of the file.

import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Change } from '../../core/change.ts';
import type { HistoryDetail } from '../../core/history-detail.ts';
import type { CheckResult, HistoryEntry } from '../../core/project.ts';
import { type Database, type OpenOptions, inWords, openDatabase } from './database.ts';
import { checkDatabase } from './check.ts';
import { type Record, type Step, hasStep, history, historyDetail, record, redo, redoLabel, stepOf, undo, undoLabel } from './journal.ts';
import { backup, migrate, stamp, stem } from './migrate.ts';
import { type Read, type Write, reader, writer } from './write.ts';

/** What a command answers: its value, and how the journal names it. */
export type Done<Value> = { value: Value; label: string; merge?: Record['merge'] };

export type Origin = { id: string; author: string; now: Date };

export class Store {
  readonly path: string;
  readonly read: Read;
  private readonly database: Database;

  /** Opens, locks and migrates. Throws UserError in words (see database.ts, migrate.ts); the file is then untouched. */
  constructor(path: string, options: OpenOptions) {
    this.path = path;
    this.database = openDatabase(path, options);
    try {
      migrate(this.database, path);
    } catch (error) {
      this.database.close();
      throw inWords(error, basename(path));
    }
    this.read = reader(this.database);
  }

  /** Runs a command in one transaction. Nothing is kept when `work` throws. */
  command<Value>(origin: Origin, work: (write: Write) => Done<Value>): { value: Value; step: Step | null } {
    return this.inTransaction(() => {
      const change: Change = [];
      const done = work(writer(this.database, change));
      if (change.length === 0) return { value: done.value, step: null };
      record(this.database, { id: origin.id, label: done.label, author: origin.author, madeAt: origin.now.toISOString(), change, merge: done.merge ?? null });
      return { value: done.value, step: stepOf(done.label, change) };
    });
  }

  /** Writes to the insert-only and record tables, outside the journal. */
  keep<Value>(work: (database: Database) => Value): Value {
    return this.inTransaction(() => work(this.database));
  }

  /**
   * Like keep, but not forced to the disk by itself: a power cut may lose it, never harm the file; a killed process loses nothing.
   * For what can be made anew, and for parts of something whose last part is forced, which forces all before it.
   */
  keepUnforced<Value>(work: (database: Database) => Value): Value {
    this.database.pragma('synchronous = NORMAL');
    try {
      return this.keep(work);
    } finally {
      this.database.pragma('synchronous = FULL');
    }
  }

  undo(): Step {
    return this.inTransaction(() => undo(this.database));
  }

  redo(): Step {
    return this.inTransaction(() => redo(this.database));
  }

  /** Without making the label, which reads the whole step. */
  canUndo(): boolean {
    return hasStep(this.database, 'done');
  }

  canRedo(): boolean {
    return hasStep(this.database, 'undone');
  }

  undoLabel(): string | null {
    return undoLabel(this.database);
  }

  redoLabel(): string | null {
    return redoLabel(this.database);
  }

  historyDetail(step: string): HistoryDetail {
    return historyDetail(this.database, step);
  }

  history(limit: number): HistoryEntry[] {
    return history(this.database, limit);
  }

  /** A project made from a template begins without steps to undo. */
  forgetHistory(): void {
    this.keep((database) => database.exec('DELETE FROM journal'));
  }

  check(): CheckResult[] {
    return checkDatabase(this.database);
  }

  /** A checked copy; beside the project when no target is given. Throws UserError('conflict') when the target exists. */
  backup(now: Date, target = join(dirname(this.path), 'backups', `${stem(this.path)} ${stamp(now)}.annals`)): { fileName: string; size: number } {
    try {
      let free = target;
      for (let copy = 2; existsSync(free); copy += 1) free = target.replace(/(\.annals)?$/, ` (${copy})$1`);
      backup(this.database, free);
      return { fileName: basename(free), size: statSync(free).size };
    } catch (error) {
      throw inWords(error, basename(target));
    }
  }

  close(): void {
    this.database.close();
  }

  private inTransaction<Value>(work: () => Value): Value {
    try {
      return this.database.transaction(work)();
    } catch (error) {
      throw inWords(error, basename(this.path));
    }
  }
}
