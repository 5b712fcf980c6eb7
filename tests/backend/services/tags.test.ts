import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importTexts, openTestBackend, placeOf } from '../../support/backend.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { fillProject } from '../../support/long-document.ts';

describe('the codebook', () => {
  it('is a tree: create, rename, recolour, move, and each is one undo step', async () => {
    const backend = await openTestBackend();
    const law = await backend.call('tags.create', { name: 'Law' });
    const age = await backend.call('tags.create', { name: 'Minimum age', parentId: law.id });
    const enforcement = await backend.call('tags.create', { name: 'Enforcement' });
    expect(age.colour).toBe(law.colour);
    expect(enforcement.colour).not.toBe(law.colour);
    await backend.call('tags.update', { id: law.id, name: 'Legal framework', colour: 'purple' });
    await backend.call('tags.move', { id: age.id, parentId: enforcement.id, position: 0 });
    await backend.call('tags.move', { id: enforcement.id, parentId: null, position: 0 });
    const names = async () => (await backend.call('tags.list', {})).map((tag) => tag.name);
    expect(await names()).toEqual(['Enforcement', 'Minimum age', 'Legal framework']);
    await backend.call('history.undo', {});
    await backend.call('history.undo', {});
    expect(await names()).toEqual(['Legal framework', 'Minimum age', 'Enforcement']);
  });

  it('merges passages and children without losing or doubling any, and undo restores all', async () => {
    const backend = await openTestBackend();
    const [documentId = ''] = await importTexts(backend, { 'a.txt': 'First sentence here. Second sentence here.' });
    const from = await backend.call('tags.create', { name: 'Labour inspectors' });
    const into = await backend.call('tags.create', { name: 'Labor inspectors' });
    const child = await backend.call('tags.create', { name: 'Number', parentId: from.id });
    await backend.call('tags.create', { name: 'number', parentId: into.id });
    const one = await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'First sentence')), tagIds: [from.id] });
    const both = await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'Second sentence')), tagIds: [from.id, into.id] });
    expect(await backend.call('tags.merge', { ids: [from.id], into: into.id })).toEqual({ annotations: 2 });
    const after = await backend.call('annotations.list', { documentId });
    expect(after.map((annotation) => [annotation.id, annotation.tagIds])).toEqual([[one.id, [into.id]], [both.id, [into.id]]]);
    expect((await backend.call('tags.list', {})).map((tag) => tag.name)).toEqual(['Labor inspectors', 'number', 'Number (Labour inspectors)']);
    await backend.call('history.undo', {});
    expect((await backend.call('tags.list', {})).map((tag) => [tag.name, tag.annotations])).toEqual([['Labour inspectors', 2], ['Number', 0], ['Labor inspectors', 1], ['number', 0]]);
    expect((await backend.call('tags.list', {})).find((tag) => tag.id === child.id)?.parentId).toBe(from.id);
  });

  it('refuses to put or merge a tag into itself or below itself, and two siblings of one name', async () => {
    const backend = await openTestBackend();
    const top = await backend.call('tags.create', { name: 'Top' });
    const low = await backend.call('tags.create', { name: 'Low', parentId: top.id });
    await expect(backend.call('tags.move', { id: top.id, parentId: low.id, position: 0 })).rejects.toThrow('cannot be put under itself');
    await expect(backend.call('tags.move', { id: top.id, parentId: top.id, position: 0 })).rejects.toThrow('cannot be put under itself');
    await expect(backend.call('tags.merge', { ids: [top.id], into: low.id })).rejects.toThrow('a tag below it');
    await expect(backend.call('tags.merge', { ids: [top.id], into: top.id })).rejects.toThrow('into itself');
    await expect(backend.call('tags.create', { name: 'TOP' })).rejects.toThrow('already a tag “Top”');
    expect((await backend.call('tags.list', {})).map((tag) => tag.name)).toEqual(['Top', 'Low']);
  });

  it('removes a tag used ten thousand times in one step, and undo brings every use back', async () => {
    const folder = temporaryFolder();
    fillProject(join(folder, 'test.annals'), [{ id: 'long', pages: 200, wordsAPage: 500, highlights: 10_000 }]);
    const backend = await openTestBackend({ folder });
    const ids = (await backend.call('annotations.list', { limit: 20_000 })).map(({ id }) => id);
    const tag = await backend.call('tags.create', { name: 'Often' });
    await backend.call('annotations.tag', { ids, tagIds: [tag.id] });
    const often = async () => (await backend.call('tags.list', {})).find(({ name }) => name === 'Often')?.annotations;
    expect(await often()).toBe(10_000);
    expect(await backend.call('tags.remove', { id: tag.id })).toEqual({ annotations: 10_000 });
    expect(await often()).toBeUndefined();
    await backend.call('history.undo', {});
    expect(await often()).toBe(10_000);
  });

  it('takes names with quotes, slashes, 500 characters and right-to-left marks as they are', async () => {
    const backend = await openTestBackend();
    for (const name of [`"it's" a/b\\c`, 'x'.repeat(500), '\u200fعمل الأطفال\u200e', "'; DROP TABLE tag; --"]) {
      await backend.call('tags.create', { name });
      expect((await backend.call('tags.list', {})).at(-1)?.name).toBe(name);
    }
    await expect(backend.call('tags.create', { name: '   ' })).rejects.toThrow('a tag needs a name');
    await expect(backend.call('tags.create', { name: 'x'.repeat(501) })).rejects.toThrow('tags.create');
  });
});
