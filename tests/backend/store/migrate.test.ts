import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { migrate, migrations } from '../../../shared/backend/store/migrate.ts';
import { schemaText } from '../../../shared/backend/store/schema.ts';
import { Store } from '../../../shared/backend/store/store.ts';
import { temporaryFolder } from '../../support/folder.ts';

/** A shipped migration is never changed: projects out there were made by it. Add a new file instead. */
const frozen: Record<string, string> = {
  '0001-initial.sql': 'bf9f4430f6566748bde59fa7026934f38e8e7419f9e594214b0e75d1154bee26',
};

describe('migrations', () => {
  it('are the shipped ones, unchanged', () => {
    const hashes = Object.fromEntries(migrations().map(({ name, sql }) => [name, createHash('sha256').update(sql).digest('hex')]));
    expect(hashes).toEqual(frozen);
  });

  it('are numbered from 1 without gaps', () => {
    expect(migrations().map(({ version }) => version)).toEqual(migrations().map((_, index) => index + 1));
  });

  it('make what schema.sql shows', () => {
    const file = join(import.meta.dirname, '..', '..', '..', 'shared', 'backend', 'store', 'schema.sql');
    expect(readFileSync(file, 'utf8')).toBe(schemaText());
  });

  it('give every journaled table a text id and no cascade', () => {
    expect(schemaText()).not.toMatch(/ON DELETE (CASCADE|SET)/);
  });

  it('back a project up before changing its form, and the copy opens', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'old.annals');
    new Store(path, { create: true }).close();
    const database = new BetterSqlite3(path);
    const later = [...migrations(), { version: migrations().length + 1, name: '9999-later.sql', sql: 'CREATE TABLE later (id TEXT PRIMARY KEY) STRICT;' }];
    migrate(database, path, later, new Date('2026-03-14T09:30:05Z'));
    database.close();
    const [copy = ''] = readdirSync(join(folder, 'backups'));
    expect(copy).toBe('old before version 2 2026-03-14 09.30.05.annals');
    new Store(join(folder, 'backups', copy), { create: false }).close();
  });

  it('that fail leave the project as it was', () => {
    const path = join(temporaryFolder(), 'old.annals');
    new Store(path, { create: true }).close();
    const database = new BetterSqlite3(path);
    const broken = [...migrations(), { version: migrations().length + 1, name: '9999-broken.sql', sql: 'CREATE TABLE half (id TEXT PRIMARY KEY) STRICT; CREATE TABLE nonsense (' }];
    expect(() => migrate(database, path, broken)).toThrow();
    expect(database.pragma('user_version', { simple: true })).toBe(migrations().length);
    expect(database.prepare(`SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'`).get()).toEqual({ n: 0 });
    database.close();
    expect(existsSync(path)).toBe(true);
  });
});
