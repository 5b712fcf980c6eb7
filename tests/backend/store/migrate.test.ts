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
  '0002-observations.sql': 'c3a79848de59b480b63b6928862a531cf49e0d7dc0d45061ef206d807ddb16ec',
  '0003-versions.sql': '1920e640e1c2abb21376cdf07c1ba95d0925c3ec43eda1e86ada7efeb8d9a03a',
  '0004-imports.sql': '6726a7a78743a8e27d5e86e1041308b96cf25582a64d67be76a343ec5d9c3e03',
  '0005-cables.sql': '3ffde19fd80d9aa9d633ee8790bfdbaa92d78319f254f00649d7bd12bc837c8a',
  '0006-ocr.sql': '5957f30b9abd882ccec3396d5f2b2e48b7d3d8eb45914cc618fac19857f96f93',
  '0007-metadata.sql': 'b52dcd3246ba989f076003257f544866cc5d303277f63cdf3921d331c5113e85',
  '0008-areas.sql': '86c32d430bd84f080593d4a543d5d45aa62b35f9bfddee02fb0bf58dfdbe1713',
  '0009-codebook.sql': '0fdff9af7b468dfd71dbac4e43681e5575223ca36f7d87b0763b1f5dd710e678',
  '0010-contradictions.sql': '1d4c12600caee7e62b8b99c2c50e906a0c543ea725f95ec5508c942de0ea6767',
  '0011-comparisons.sql': '482573426fda82ceb75173f6ed0060a4bd2531a587d44e378b74e54a390163dd',
  '0012-action-decisions.sql': '23f5b81b6e4862c0d62da787333924b47cedbff11f55fc004c679fc074652441',
  '0013-brief-charts.sql': '1f0ac528b571a2e090085396747d9d6f797351e43238f01ecbedf78558db6b37',
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
    expect(copy).toBe(`old before version ${migrations().length + 1} 2026-03-14 09.30.05.annals`);
    new Store(join(folder, 'backups', copy), { create: false }).close();
  });

  it('give a project of the first form its values and actions as rows, each as it was recognised', () => {
    const path = join(temporaryFolder(), 'old.annals');
    const database = new BetterSqlite3(path);
    migrate(database, path, migrations().slice(0, 1));
    database.prepare(`INSERT INTO content VALUES ('c', x'00', 1, '2026')`).run();
    const place = { country: 'RUR', territory: null, year: 2019, reportedYear: 2020, unit: 'count', mark: null, note: null, page: 4, start: 10, end: 13, quote: 'Inspectors “254”', confidence: 0.99 };
    const observations = [
      { ...place, indicator: 'a.count', status: 'value', value: 254 },
      { ...place, indicator: 'a.share', status: 'value', value: 3.2 },
      { ...place, indicator: 'a.yes', status: 'value', value: true },
      { ...place, indicator: 'a.no', status: 'value', value: false },
      { ...place, indicator: 'a.text', status: 'value', value: '5-14 "years"' },
      { ...place, indicator: 'a.zero', status: 'value', value: 0 },
      { ...place, indicator: 'a.unknown', status: 'unknown', value: null, page: null, start: null, end: null },
    ];
    const actions = [{ area: 'Enforcement', text: 'Hire more inspectors.', years: '2019 – 2020', firstYear: 2019, lastYear: 2020, page: 8, start: 20, end: 40 }];
    const reading = database.prepare(`INSERT INTO reading VALUES (?, 'c', 'text', '', '[]', ?, '{}', '[]', '[]', 0, 0, NULL, '2026')`);
    reading.run('r', JSON.stringify({ observations, actions }));
    // As a recogniser of the very first days wrote it.
    reading.run('bare', '{}');
    migrate(database, path);
    expect(database.prepare('SELECT indicator, value, status, year, reported_year, page, quote FROM observation ORDER BY number').all()).toEqual([
      ...['254', '3.2', 'true', 'false', '"5-14 \\"years\\""', '0'].map((value, index) => ({ indicator: observations[index]?.indicator, value, status: 'value', year: 2019, reported_year: 2020, page: 4, quote: 'Inspectors “254”' })),
      { indicator: 'a.unknown', value: null, status: 'unknown', year: 2019, reported_year: 2020, page: null, quote: 'Inspectors “254”' },
    ]);
    expect(database.prepare('SELECT reading_id, area, first_year, last_year, page, start, "end" FROM suggested_action').all()).toEqual([{ reading_id: 'r', area: 'Enforcement', first_year: 2019, last_year: 2020, page: 8, start: 20, end: 40 }]);
    database.close();
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
