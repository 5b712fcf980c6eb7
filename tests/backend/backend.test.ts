import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contract } from '../../shared/rpc/contract.ts';
import { openBackend } from '../../shared/backend/backend.ts';
import { importTexts, openTestBackend, resourcesDirectory } from '../support/backend.ts';
import { temporaryFolder } from '../support/folder.ts';

describe('the application', () => {
  it('answers every method of the contract, and only those', async () => {
    const backend = await openTestBackend();
    for (const name of Object.keys(contract)) {
      // Nonsense input: a method that is missing would not get as far as complaining about it.
      await expect(backend.callUnchecked(name, { nonsense: true }, 'host')).rejects.toMatchObject({ code: 'invalid-input' });
    }
    for (const name of ['nothing.here', '__proto__', 'constructor', 'toString', '']) {
      await expect(backend.callUnchecked(name, {}, 'host')).rejects.toMatchObject({ code: 'unknown-method' });
    }
  });

  it('lets no page call what takes a path', async () => {
    const backend = await openTestBackend();
    await expect(backend.callUnchecked('projects.openFile', { path: '/tmp/x.annals' }, 'page')).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(backend.callUnchecked('projects.backupTo', { path: '/tmp/x.annals' }, 'page')).rejects.toMatchObject({ code: 'not-allowed' });
  });

  it('begins without a project, makes one, lists it, and keeps the open one when another cannot be opened', async () => {
    const backend = await openTestBackend({ projectFile: null });
    expect(await backend.call('projects.current', {})).toBeNull();
    await expect(backend.call('documents.list', {})).rejects.toMatchObject({ code: 'no-project' });
    const made = await backend.call('projects.create', { name: 'Cotton / 2021: "notes"' });
    expect(made).toMatchObject({ name: 'Cotton / 2021: "notes"', fileName: 'Cotton 2021 notes.annals' });
    await importTexts(backend, { 'a.txt': 'Something.' });
    expect(await backend.call('projects.list', {})).toEqual([expect.objectContaining({ name: made.name, current: true })]);
    const bad = join(backend.folder, 'bad.annals');
    writeFileSync(bad, 'this is no project, and long enough to be looked at '.repeat(10));
    await expect(backend.call('projects.openFile', { path: bad })).rejects.toMatchObject({ code: 'project-damaged' });
    expect(await backend.call('documents.list', {})).toHaveLength(1);
    await backend.call('projects.create', { name: 'Another' });
    expect(await backend.call('documents.list', {})).toEqual([]);
    const [, first] = await backend.call('projects.list', {});
    await backend.call('projects.open', { id: first?.id ?? '' });
    expect(await backend.call('documents.list', {})).toHaveLength(1);
  });

  it('says which tables changed and what undo would do, after every command', async () => {
    const backend = await openTestBackend();
    const events: unknown[] = [];
    backend.subscribe((event) => events.push(event));
    await backend.call('tags.create', { name: 'Law' });
    expect(events).toEqual([{ type: 'changed', tables: ['tag'], label: 'Create tag “Law”', canUndo: true, canRedo: false }]);
  });

  it('names the annotations that a command, its undo and redo concern', async () => {
    const backend = await openTestBackend();
    const [documentId = ''] = await importTexts(backend, { 'a.txt': 'Nine children worked on the farm.' });
    const tag = await backend.call('tags.create', { name: 'Law' });
    const first = await backend.call('annotations.create', { documentId, start: 0, end: 4 });
    const second = await backend.call('annotations.create', { documentId, start: 5, end: 13 });
    let named = new Set<string>();
    backend.subscribe((event) => {
      if (event.type === 'changed') named = new Set([...named, ...(event.annotations ?? ['none named'])]);
    });
    const namedBy = async (work: () => Promise<unknown>) => {
      named = new Set();
      await work();
      await expect.poll(() => named.size).toBeGreaterThan(0);
      return [...named];
    };
    expect(await namedBy(() => backend.call('annotations.tag', { ids: [second.id], tagIds: [tag.id] }))).toEqual([second.id]);
    expect(await namedBy(() => backend.call('history.undo', {}))).toEqual([second.id]);
    expect(await namedBy(() => backend.call('history.redo', {}))).toEqual([second.id]);
    expect(await namedBy(() => backend.call('annotations.remove', { ids: [first.id] }))).toEqual([first.id]);
  });

  it('undoes after a restart, and to a chosen step', async () => {
    const backend = await openTestBackend();
    for (const name of ['One', 'Two', 'Three']) await backend.call('tags.create', { name });
    await backend.close();
    const again = await openTestBackend({ folder: backend.folder });
    const history = await again.call('history.list', {});
    expect(history.map((entry) => entry.label)).toEqual(['Create tag “Three”', 'Create tag “Two”', 'Create tag “One”']);
    expect(await again.call('history.undoTo', { id: history[2]?.id ?? '' })).toEqual({ steps: 2 });
    expect((await again.call('tags.list', {})).map((tag) => tag.name)).toEqual(['One']);
    await again.call('history.redo', {});
    expect((await again.call('tags.list', {})).map((tag) => tag.name)).toEqual(['One', 'Two']);
  });

  it('keeps settings, and begins anew when their file is damaged', async () => {
    const backend = await openTestBackend();
    await backend.call('settings.set', { key: 'author', value: 'A. Analyst' });
    const tag = await backend.call('tags.create', { name: 'x' });
    expect((await backend.call('history.list', {}))[0]?.author).toBe('A. Analyst');
    await backend.close();
    writeFileSync(join(backend.folder, 'workspace', 'settings.json'), '{"author": ');
    const again = await openTestBackend({ folder: backend.folder });
    expect(await again.call('settings.get', {})).toEqual({});
    expect((await again.call('tags.list', {}))[0]?.id).toBe(tag.id);
  });

  it('writes a bug to the log with an id, and never the text of a document', async () => {
    const backend = await openTestBackend();
    const [id = ''] = await importTexts(backend, { 'secret.txt': 'Do not print this sentence.' });
    await backend.close();
    await expect(backend.call('documents.reading', { id })).rejects.toThrow();
    const log = join(backend.folder, 'workspace', 'log', 'annals.log');
    if (existsSync(log)) expect(readFileSync(log, 'utf8')).not.toContain('Do not print this sentence');
  });

  it('opens nothing and leaves nothing open when the project file cannot be opened', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'odd.annals');
    writeFileSync(file, 'x'.repeat(500));
    await expect(openBackend({ workspaceDirectory: folder, projectFile: file, resourcesDirectory })).rejects.toMatchObject({ code: 'project-damaged' });
    expect(readFileSync(file, 'utf8')).toBe('x'.repeat(500));
  });

  it('makes the sample project with findings and a brief without problems, and opens the same one again', async () => {
    const backend = await openTestBackend({ projectFile: null });
    const sample = await backend.call('projects.openSample', {});
    expect(sample.sample).toBe(true);
    const documents = await backend.call('documents.list', {});
    expect(documents.map((document) => [document.country, document.year, document.kind]).toSorted()).toEqual([
      ['UZB', 2019, 'generic'],
      ['UZB', 2020, 'cable'],
      ['UZB', 2020, 'generic'],
      ['UZB', 2021, 'generic'],
      ['UZB', 2021, 'generic'],
    ]);
    const [brief] = await backend.call('briefs.list', {});
    const preview = await backend.call('briefs.preview', { id: brief?.id ?? '' });
    expect(preview.problems).toEqual([]);
    expect(preview.html).toContain('344 inspectors');
    expect((await backend.call('projects.summary', {})).undoLabel).toBeNull();
    expect((await backend.call('projects.check', {})).filter((each) => !each.ok)).toEqual([]);
    const { id } = await backend.call('projects.openSample', {});
    expect(id).toBe(sample.id);
  }, 30_000);
});
