// Brings a project file to the newest form, one numbered file after another, with a checked backup before.

import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { UserError } from '../../core/user-error.ts';
import type { Database } from './database.ts';

export type Migration = { version: number; name: string; sql: string };

/** The files beside this module, and beside the bundle after a build. */
export function migrations(): Migration[] {
  const folder = join(import.meta.dirname, 'migrations');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => ({ version: Number.parseInt(name, 10), name, sql: readFileSync(join(folder, name), 'utf8') }));
}

/** Throws UserError project-newer for a file of a later version of Annals, which is left untouched. */
export function migrate(database: Database, path: string, list = migrations(), now = new Date()): void {
  const newest = list.at(-1)?.version ?? 0;
  const current = Number(database.pragma('user_version', { simple: true }));
  if (current > newest) {
    throw new UserError('project-newer', `“${basename(path)}” was made by a newer version of Annals and was not touched.`, 'Update Annals to open it.');
  }
  if (current === newest) return;
  if (current > 0) backup(database, join(dirname(path), 'backups', `${stem(path)} before version ${newest} ${stamp(now)}.annals`));
  for (const migration of list.filter((candidate) => candidate.version > current)) {
    database.transaction(() => {
      database.exec(migration.sql);
      database.pragma(`user_version = ${migration.version}`);
    })();
  }
}

/** Writes a copy and opens it to see that it is whole. Throws when the copy is not. Returns its path. */
export function backup(database: Database, target: string): string {
  mkdirSync(dirname(target), { recursive: true });
  database.prepare('VACUUM INTO ?').run(target);
  const copy = new BetterSqlite3(target, { readonly: true });
  try {
    const verdict = copy.pragma('quick_check', { simple: true });
    if (verdict !== 'ok') throw new Error(`the backup failed its check: ${String(verdict)}`);
  } finally {
    copy.close();
  }
  return target;
}

export function stem(path: string): string {
  return basename(path).replace(/\.annals$/, '');
}

/** "2026-03-14 09.30.05": sorts by time and is allowed in file names everywhere. */
export function stamp(now: Date): string {
  return now.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
}
