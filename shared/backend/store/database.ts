// Opens a project file: the only place that touches better-sqlite3. Says in words what is wrong with a file that cannot be opened.

import BetterSqlite3 from 'better-sqlite3';
import { accessSync, constants, existsSync, openSync, readSync, closeSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { holdsWords } from '../../core/annotation-list.ts';
import { UserError } from '../../core/user-error.ts';

export type Database = BetterSqlite3.Database;
export type Statement = BetterSqlite3.Statement<unknown[]>;
export type Value = string | number | null | Uint8Array;

/** "ANNL": marks a SQLite file as an Annals project. */
const applicationId = 0x414e_4e4c;

export type OpenOptions = {
  /** The file may be made when it is not there. */
  create: boolean;
  /** Limits the file's size in pages, to prove what happens on a full disk. */
  maximumPages?: number;
};

/**
 * Opens and locks a project file; one process writes a project at a time.
 * Throws UserError project-locked, project-damaged, project-read-only, project-newer (from migrate) or not-found; the file is left untouched.
 */
export function openDatabase(path: string, options: OpenOptions): Database {
  const name = basename(path);
  const fresh = !existsSync(path) || statSync(path).size === 0;
  if (!existsSync(path) && !options.create) throw new UserError('not-found', `There is no project file “${name}”.`, 'Check the name, or make a new project.');
  requireWritable(path, name);
  if (!fresh) requireProject(path, name);

  let database: Database | null = null;
  try {
    // A second process waits this long (ms) for the lock before it is told; long enough for one that is just closing.
    database = new BetterSqlite3(path, { timeout: 1500 });
    if (!fresh) {
      const found = Number(database.pragma('application_id', { simple: true }));
      if (found !== applicationId) throw notAProject(name);
    }
    // Held until close or death of the process: the operating system frees it after a crash.
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    // FULL: an answered command survives a power cut too, not only a killed process.
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('temp_store = MEMORY');
    // SQLite's own lower() knows the Latin letters only. For queries; nothing that is stored rests on it.
    database.function('holds_words', { deterministic: true, varargs: true }, (words: unknown, ...texts: unknown[]) => Number(holdsWords(String(words), texts.map(String))));
    // The lock is taken by the first write.
    database.exec('BEGIN IMMEDIATE');
    if (fresh) database.pragma(`application_id = ${applicationId}`);
    database.exec('COMMIT');
    if (options.maximumPages) database.pragma(`max_page_count = ${options.maximumPages}`);
    return database;
  } catch (error) {
    database?.close();
    throw inWords(error, name);
  }
}

/** Turns SQLite's complaints that an analyst can act on into sentences; others pass through as bugs. */
export function inWords(error: unknown, name = 'The project file'): unknown {
  if (!(error instanceof BetterSqlite3.SqliteError)) return error;
  const code = error.code;
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new UserError('project-locked', `“${name}” is open in another window or program.`, 'Close it there first. Nothing was changed.');
  }
  if (code === 'SQLITE_FULL' || code === 'SQLITE_IOERR_WRITE') {
    return new UserError('disk-full', 'There is no room left to save this; it was not done. Everything saved before is safe.', 'Free some space on the disk and try again.');
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'SQLITE_PERM') {
    return new UserError('project-read-only', `“${name}” cannot be written where it lies.`, 'Copy it to a folder you may write to and open it there.');
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') return damaged(name);
  return error;
}

function requireWritable(path: string, name: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) throw new UserError('not-found', `There is no folder for the project file “${name}”.`, 'Make the folder first, or choose another place.');
  if (existsSync(path) && !statSync(path).isFile()) throw new UserError('not-found', `“${name}” is not a file.`, 'Choose a project file.');
  try {
    accessSync(folder, constants.W_OK);
    if (existsSync(path)) accessSync(path, constants.W_OK);
  } catch {
    throw new UserError('project-read-only', `“${name}” cannot be written where it lies.`, 'Copy it to a folder you may write to and open it there.');
  }
}

/** SQLite would make a rollback of a foreign file with a hot journal; so the first bytes are read before it is asked. */
function requireProject(path: string, name: string): void {
  const head = Buffer.alloc(100);
  const file = openSync(path, 'r');
  const length = readSync(file, head, 0, 100, 0);
  closeSync(file);
  if (length < 100 || head.toString('latin1', 0, 16) !== 'SQLite format 3\u0000') throw notAProject(name);
  const found = head.readUInt32BE(68);
  // A crash during the very first transaction leaves 0 here with the real value still in the write-ahead log.
  if (found !== applicationId && !(found === 0 && existsSync(`${path}-wal`))) throw notAProject(name);
}

function notAProject(name: string): UserError {
  return new UserError('project-damaged', `“${name}” is not an Annals project, or its beginning is damaged. It was not touched.`, 'Choose another file, or open a backup.');
}

function damaged(name: string): UserError {
  return new UserError('project-damaged', `“${name}” is damaged and was not touched.`, 'Open a backup from the folder “backups” beside it.');
}
