// Undo, redo and the history as an analyst relies on them: named steps, over documents and restarts, one step for each pause in typing.

import { afterEach, describe, expect, it, vi } from 'vitest';
import { importTexts, openTestBackend, placeOf, type TestBackend } from '../../support/backend.ts';

const texts = { 'north.txt': 'Inspectors visited the farms in the north.', 'south.txt': 'Schools in the south stayed open.' };

async function withHighlights(): Promise<{ backend: TestBackend; ids: string[]; tagId: string }> {
  const backend = await openTestBackend();
  const [north = '', south = ''] = await importTexts(backend, texts);
  const one = await backend.call('annotations.create', await placeOf(backend, north, 'Inspectors'));
  const two = await backend.call('annotations.create', await placeOf(backend, south, 'Schools'));
  const { id: tagId } = await backend.call('tags.create', { name: 'Enforcement' });
  return { backend, ids: [one.id, two.id], tagId };
}

afterEach(() => vi.useRealTimers());

describe('undo and redo', () => {
  it('have the names of the steps, hold over documents and after a restart, in their order', async () => {
    const { backend, ids, tagId } = await withHighlights();
    await backend.call('annotations.tag', { ids, tagIds: [tagId] });
    expect(await backend.call('projects.summary', {})).toMatchObject({ undoLabel: expect.stringMatching(/^Tag 2 /) as unknown, redoLabel: null });
    await backend.close();

    const again = await openTestBackend({ folder: backend.folder });
    expect((await again.call('history.undo', {})).label).toMatch(/^Tag 2 /);
    expect((await again.call('annotations.list', {})).flatMap(({ tagIds }) => tagIds)).toEqual([]);
    expect((await again.call('history.undo', {})).label).toBe('Create tag “Enforcement”');
    await again.close();

    const third = await openTestBackend({ folder: backend.folder });
    expect(await third.call('projects.summary', {})).toMatchObject({ redoLabel: 'Create tag “Enforcement”' });
    await third.call('history.redo', {});
    await third.call('history.redo', {});
    // One step, over two documents.
    expect((await third.call('annotations.list', {})).map(({ documentId, tagIds }) => [documentId, tagIds]).filter(([, own]) => own?.length === 1)).toHaveLength(2);
    await expect(third.call('history.redo', {})).rejects.toThrow('There is nothing to redo.');
  });

  it('take a whole pause of typing in a note as one step, and the next as another', async () => {
    const { backend, ids } = await withHighlights();
    const [id = ''] = ids;
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const type = async (note: string, pause: number) => {
      vi.setSystemTime(Date.now() + pause);
      await backend.call('annotations.update', { id, note });
    };
    await type('Since', 700);
    await type('Since when?', 700);
    await type('Since when? Ask.', 700);
    await type('Since when? Ask the ministry.', 10_000);
    const note = async () => (await backend.call('annotations.list', {})).find((each) => each.id === id)?.note;
    const steps = await backend.call('history.list', {});
    expect(steps.slice(0, 2).map(({ rows }) => rows)).toEqual([1, 1]);
    await backend.call('history.undo', {});
    expect(await note()).toBe('Since when? Ask.');
    await backend.call('history.undo', {});
    expect(await note()).toBe('');
    await backend.call('history.redo', {});
    expect(await note()).toBe('Since when? Ask.');
  });
});

describe('the history', () => {
  it('says what each step changed, also after it was undone and the things are gone', async () => {
    const { backend, ids, tagId } = await withHighlights();
    await backend.call('annotations.tag', { ids, tagIds: [tagId] });
    await backend.call('annotations.update', { id: ids[0] ?? '', note: 'Who?' });
    const [noted, tagged, created, , highlighted] = await backend.call('history.list', {});
    const detail = async (id: string | undefined) => (await backend.call('history.detail', { id: id ?? '' })).things;
    expect(await detail(noted?.id)).toMatchObject([{ noun: 'highlight', what: 'changed', name: 'Inspectors', fields: [{ label: 'note', before: '', after: 'Who?' }] }]);
    expect((await detail(tagged?.id)).map(({ noun, what, name }) => [noun, what, name])).toEqual([
      ['tag of a highlight', 'added', 'Enforcement · Inspectors'],
      ['tag of a highlight', 'added', 'Enforcement · Schools'],
    ]);
    expect(await detail(created?.id)).toMatchObject([{ noun: 'tag', name: 'Enforcement' }]);

    expect(await backend.call('history.undoTo', { id: highlighted?.id ?? '' })).toEqual({ steps: 4 });
    const after = await backend.call('history.list', {});
    expect(after.map(({ state }) => state).slice(0, 5)).toEqual(['undone', 'undone', 'undone', 'undone', 'done']);
    // The tag and the second highlight are gone; the step still says what it was.
    expect((await detail(tagged?.id)).map(({ noun, name }) => [noun, name])).toEqual([['tag of a highlight', 'Inspectors'], ['tag of a highlight', '']]);
    expect(await detail('no-such-step')).toEqual([]);
    expect(await backend.call('history.undoTo', { id: 'no-such-step' })).toEqual({ steps: 0 });
  });
});
