import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../../shared/core/user-error.ts';
import { type Origin, Store } from '../../../shared/backend/store/store.ts';
import { insertTag, tagById, updateTag } from '../../../shared/backend/store/tags.ts';
import { plainTag, type Tag } from '../../../shared/core/tag.ts';
import { temporaryFolder } from '../../support/folder.ts';

let made = 0;
const origin = (): Origin => ({ id: `entry-${(made += 1)}`, author: 'A. Analyst', now: new Date('2026-03-14T09:30:00Z') });
const tag = (id: string, name = id, parentId: string | null = null): Tag => ({ id, parentId, name, colour: 'blue', ...plainTag, aliases: [], position: 0, createdAt: '2026-03-14T09:30:00Z' });

function newStore(path = join(temporaryFolder(), 'project.annals')): Store {
  return new Store(path, { create: true });
}

function addTag(store: Store, id: string, name = id) {
  return store.command(origin(), (write) => {
    insertTag(write, tag(id, name));
    return { value: null, label: `Create ${name}` };
  });
}

function sentenceOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error('it worked, and should not have');
}

describe('undo', () => {
  it('takes back and does again, and survives closing the project', () => {
    const store = newStore();
    addTag(store, 'one');
    store.command(origin(), (write) => {
      updateTag(write, 'one', { name: 'renamed' });
      return { value: null, label: 'Rename' };
    });
    expect(store.undo()).toEqual({ label: 'Rename', tables: ['tag'], annotations: [] });
    expect(tagById(store.read, 'one')?.name).toBe('one');
    store.close();

    const again = new Store(store.path, { create: false });
    expect(again.redoLabel()).toBe('Rename');
    again.redo();
    expect(tagById(again.read, 'one')?.name).toBe('renamed');
    again.undo();
    again.undo();
    expect(tagById(again.read, 'one')).toBeNull();
    expect(sentenceOf(() => again.undo())).toMatch(/^nothing-to-undo/);
    again.close();
  });

  it('is refused, with nothing changed, when a row is not as the step left it', () => {
    const store = newStore();
    addTag(store, 'one');
    store.keep((database) => database.prepare(`UPDATE tag SET name = 'by another hand' WHERE id = 'one'`).run());
    expect(sentenceOf(() => store.undo())).toMatch(/^changed-since/);
    expect(tagById(store.read, 'one')?.name).toBe('by another hand');
    expect(store.undoLabel()).toBe('Create one');
    store.close();
  });

  it('of an old step is gone for redo after a new command, and stays in the history', () => {
    const store = newStore();
    addTag(store, 'one');
    store.undo();
    addTag(store, 'two');
    expect(store.redoLabel()).toBeNull();
    expect(store.history(10).map(({ label, state }) => [label, state])).toEqual([
      ['Create two', 'done'],
      ['Create one', 'abandoned'],
    ]);
    store.close();
  });

  it('treats successive typing as one step, and a pause begins another', () => {
    const store = newStore();
    addTag(store, 'one');
    const type = (definition: string, second: number) =>
      store.command({ ...origin(), now: new Date(Date.UTC(2026, 2, 14, 9, 30, second)) }, (write) => {
        updateTag(write, 'one', { definition });
        return { value: null, label: 'Define', merge: { key: 'tag:one', within: 4000 } };
      });
    type('a', 1);
    type('ab', 2);
    type('abc', 30);
    store.undo();
    expect(tagById(store.read, 'one')?.definition).toBe('ab');
    store.undo();
    expect(tagById(store.read, 'one')?.definition).toBe('');
    store.redo();
    expect(tagById(store.read, 'one')?.definition).toBe('ab');
    store.close();
  });

  it('keeps nothing of a command that fails in the middle', () => {
    const store = newStore();
    expect(() =>
      store.command(origin(), (write) => {
        insertTag(write, tag('half'));
        throw new UserError('conflict', 'No.');
      }),
    ).toThrow('No.');
    expect(tagById(store.read, 'half')).toBeNull();
    expect(store.undoLabel()).toBeNull();
    store.close();
  });
});

describe('opening', () => {
  it('refuses a second process with a sentence, and lets it in when the first has closed', () => {
    const store = newStore();
    addTag(store, 'one');
    const second = `import { Store } from ${JSON.stringify(join(import.meta.dirname, '../../../shared/backend/store/store.ts'))};
      try { new Store(process.argv[1], { create: false }); console.log('opened'); } catch (error) { console.log(error.code + ': ' + error.message); }`;
    const run = () => spawnSync(process.execPath, ['--input-type=module', '-e', second, store.path], { encoding: 'utf8' }).stdout.trim();
    expect(run()).toBe('project-locked: “project.annals” is open in another window or program.');
    store.close();
    expect(run()).toBe('opened');
  });

  it('opens what a killed process left, with everything that was answered', async () => {
    const path = join(temporaryFolder(), 'killed.annals');
    const program = `import { Store } from ${JSON.stringify(join(import.meta.dirname, '../../../shared/backend/store/store.ts'))};
      import { insertTag } from ${JSON.stringify(join(import.meta.dirname, '../../../shared/backend/store/tags.ts'))};
      const store = new Store(process.argv[1], { create: true });
      for (let n = 0; ; n += 1) {
        store.command({ id: 'e' + n, author: '', now: new Date() }, (write) => { insertTag(write, { id: 't' + n, parentId: null, name: 't' + n, colour: 'blue', definition: '', example: '', position: n, createdAt: '' }); return { value: null, label: 'x' }; });
        process.stdout.write(n + '\\n');
      }`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program, path]);
    let answered = '';
    child.stdout.on('data', (data: Buffer) => {
      answered += data.toString();
      if (answered.length > 300) child.kill('SIGKILL');
    });
    await new Promise((resolve) => child.once('exit', resolve));
    const last = Number(answered.trimEnd().split('\n').slice(0, -1).at(-1));
    const store = new Store(path, { create: false });
    expect(tagById(store.read, `t${last}`)?.name).toBe(`t${last}`);
    expect(store.check().filter((each) => !each.ok)).toEqual([]);
    store.close();
  });

  it('refuses a project of a newer version and leaves it untouched', () => {
    const path = join(temporaryFolder(), 'newer.annals');
    newStore(path).close();
    const database = new BetterSqlite3(path);
    database.pragma('user_version = 99');
    database.close();
    const before = readFileSync(path);
    expect(sentenceOf(() => new Store(path, { create: false }))).toBe('project-newer: “newer.annals” was made by a newer version of Annals and was not touched.');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it.each([
    ['text under the name of a project', () => Buffer.from('Dear all,\nplease find attached.\n'.repeat(20))],
    ['a database of another program', () => foreignDatabase()],
    ['zeros', () => Buffer.alloc(8192)],
  ])('refuses %s and leaves it untouched', (_, content) => {
    const path = join(temporaryFolder(), 'odd.annals');
    writeFileSync(path, content());
    const before = readFileSync(path);
    expect(sentenceOf(() => new Store(path, { create: true }))).toMatch(/^project-damaged: “odd.annals” is not an Annals project/);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('says that a project with damaged pages is damaged', () => {
    const path = join(temporaryFolder(), 'damaged.annals');
    const store = newStore(path);
    for (let n = 0; n < 300; n += 1) addTag(store, `tag-${n}`, `Tag number ${n} with a long name ${'x'.repeat(200)}`);
    store.close();
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096, bytes.length - 4096);
    writeFileSync(path, bytes);
    expect(sentenceOf(() => {
      const opened = new Store(path, { create: false });
      try {
        opened.read.all('SELECT * FROM tag');
        const bad = opened.check().filter((each) => !each.ok);
        if (bad.length > 0) throw new UserError('project-damaged', 'found by check');
      } finally {
        opened.close();
      }
    })).toMatch(/^project-damaged/);
  });

  it('says that a file is not there when it may not be made', () => {
    expect(sentenceOf(() => new Store(join(temporaryFolder(), 'none.annals'), { create: false }))).toMatch(/^not-found/);
    expect(sentenceOf(() => new Store(join(temporaryFolder(), 'no', 'folder.annals'), { create: true }))).toMatch(/^not-found/);
    expect(sentenceOf(() => new Store(temporaryFolder(), { create: true }))).toMatch(/is not a file/);
  });

  it('says that a read-only place is read-only', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'kept.annals');
    newStore(path).close();
    const before = readFileSync(path);
    chmodSync(folder, 0o555);
    chmodSync(path, 0o444);
    const program = `import { Store } from ${JSON.stringify(join(import.meta.dirname, '../../../shared/backend/store/store.ts'))};
      try { new Store(process.argv[1], { create: true }); console.log('opened'); } catch (error) { console.log(error.code + ': ' + error.message); }`;
    // The superuser may write everywhere, so the attempt is made as nobody.
    const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program, path], { encoding: 'utf8', ...nobody });
    chmodSync(folder, 0o755);
    expect(stderr).not.toMatch(/Error/);
    expect(stdout.trim()).toBe('project-read-only: “kept.annals” cannot be written where it lies.');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('says that the disk is full, keeps what was saved, and works on when there is room again', () => {
    const path = join(temporaryFolder(), 'full.annals');
    newStore(path).close();
    const pages = statSync(path).size / 4096 + 20;
    const store = new Store(path, { create: false, maximumPages: pages });
    addTag(store, 'kept');
    const message = sentenceOf(() => addTag(store, 'too-much', 'x'.repeat(4096 * 40)));
    expect(message).toMatch(/^disk-full: There is no room left/);
    expect(tagById(store.read, 'kept')?.name).toBe('kept');
    expect(tagById(store.read, 'too-much')).toBeNull();
    store.close();
    const roomy = new Store(path, { create: false });
    addTag(roomy, 'too-much', 'x'.repeat(4096 * 40));
    expect(roomy.check().filter((each) => !each.ok)).toEqual([]);
    roomy.close();
  });

  it('makes a checked backup that opens by itself, also twice in one second', () => {
    const store = newStore();
    addTag(store, 'one');
    const now = new Date('2026-03-14T09:30:05Z');
    const first = store.backup(now);
    const second = store.backup(now);
    expect(first.fileName).toBe('project 2026-03-14 09.30.05.annals');
    expect(second.fileName).toBe('project 2026-03-14 09.30.05 (2).annals');
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'elsewhere'));
    const copy = join(folder, 'elsewhere', 'copy.annals');
    copyFileSync(join(store.path, '..', 'backups', first.fileName), copy);
    store.close();
    const opened = new Store(copy, { create: false });
    expect(tagById(opened.read, 'one')?.name).toBe('one');
    opened.close();
  });
});

function foreignDatabase(): Buffer {
  const path = join(temporaryFolder(), 'other.db');
  const database = new BetterSqlite3(path);
  database.exec('CREATE TABLE mail (id INTEGER PRIMARY KEY, subject TEXT)');
  database.close();
  return readFileSync(path);
}
