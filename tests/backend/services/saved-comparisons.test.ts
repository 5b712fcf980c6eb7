import { describe, expect, it } from 'vitest';
import { changedCounts } from '../../../shared/core/saved-comparison.ts';
import { importTexts, openTestBackend } from '../../support/backend.ts';

async function prepared() {
  const backend = await openTestBackend();
  const edition = async (year: number, text: string) => {
    const [id = ''] = await importTexts(backend, { [`notes ${year}.txt`]: text });
    await backend.call('documents.update', { ids: [id], changes: { country: 'FJI', year } });
    return id;
  };
  const one = await edition(2020, 'Inspectors visited forty harbours during the year.\n\nA council met in spring.\n');
  const other = await edition(2021, 'Inspectors visited sixty harbours during the year.\n\nA council met in spring.\n');
  const save = async (name: string, id: string | null = null) => {
    const { counts } = await backend.call('compare.run', { documentIds: [one, other] });
    return backend.call('savedComparisons.save', { id, name, documentIds: [other, one], section: 'Law', filter: { classes: ['reworded'], numbersOnly: true }, counts });
  };
  return { backend, one, other, edition, save, list: () => backend.call('savedComparisons.list', {}) };
}

describe('saved comparisons', () => {
  it('keep documents, part, filters and counts under a name, and are found by the palette', async () => {
    const { backend, one, other, save, list } = await prepared();
    await backend.call('settings.set', { key: 'author', value: 'Ada' });
    const { id } = await save('  Harbours ');
    expect(await list()).toMatchObject([
      { id, name: 'Harbours', country: 'FJI', countryName: 'Fiji', documentIds: [one, other], years: [2020, 2021], part: 'text', section: 'Law', filter: { classes: ['reworded'], numbersOnly: true }, counts: { reworded: 1, same: 1 }, author: 'Ada', reread: [], removed: 0, added: [] },
    ]);
    expect(await backend.call('search.objects', {})).toContainEqual({ id, type: 'comparison', title: 'Harbours', detail: 'FJI' });
  });

  it('say which documents were read again or removed and which editions are new, until they are saved again', async () => {
    const { backend, one, other, edition, save, list } = await prepared();
    const { id } = await save('Harbours');
    const third = await edition(2022, 'Inspectors visited eighty harbours during the year.\n');
    const { token } = await backend.call('versions.prepare', { documentId: other, file: { name: 'notes 2021.txt', bytes: new TextEncoder().encode('Inspectors visited seventy harbours during the year.\n') } });
    await backend.call('versions.apply', { token });
    expect(await list()).toMatchObject([{ reread: [other], removed: 0, added: [{ documentId: third, year: 2022 }] }]);
    await save('Harbours', id);
    expect(await list()).toMatchObject([{ id, reread: [], added: [] }]);
    await backend.call('documents.remove', { ids: [one] });
    expect(await list()).toMatchObject([{ documentIds: [other], removed: 1 }]);
    await backend.call('history.undo', {});
    expect(await list()).toMatchObject([{ documentIds: [one, other], removed: 0 }]);
  });

  it('are run again when an edition is added or read again, and tell which counts of changes are others', async () => {
    const { backend, one, other, edition, save, list } = await prepared();
    const { id } = await save('Harbours');
    const changes = async (documentIds: string[]) => {
      const [saved] = await list();
      return changedCounts(saved?.counts ?? {}, (await backend.call('compare.run', { documentIds })).counts);
    };
    expect(await changes([one, other])).toEqual([]);
    const third = await edition(2022, 'Inspectors visited eighty harbours during the year.\n\nA register of boats was opened.\n');
    const [saved] = await list();
    expect(saved?.added.map(({ year }) => year)).toEqual([2022]);
    expect(await changes([...(saved?.documentIds ?? []), third])).toEqual([{ class: 'new', before: 0, now: 1 }, { class: 'gone', before: 0, now: 1 }, { class: 'reworded', before: 1, now: 2 }]);
    const { token } = await backend.call('versions.prepare', { documentId: other, file: { name: 'notes 2021.txt', bytes: new TextEncoder().encode('A council met in spring.\n') } });
    await backend.call('versions.apply', { token });
    expect(await changes([one, other])).toEqual([{ class: 'gone', before: 0, now: 1 }, { class: 'reworded', before: 1, now: 0 }]);
    await save('Harbours', id);
    expect(await changes([one, other])).toEqual([]);
  });

  it('keep the tags they are narrowed to; those saved before there were tags have none', async () => {
    const { backend, one, other, list } = await prepared();
    const { id: tagId } = await backend.call('tags.create', { name: 'Law' });
    await backend.call('savedComparisons.save', { name: 'Tagged', documentIds: [one, other], filter: { tagIds: [tagId] }, counts: {} });
    await backend.call('savedComparisons.save', { name: 'Untagged', documentIds: [one, other], counts: {} });
    expect((await list()).map(({ filter }) => filter.tagIds)).toEqual([[tagId], []]);
  });

  it('are renamed, removed and brought back by undo', async () => {
    const { backend, save, list } = await prepared();
    const { id } = await save('Harbours');
    await backend.call('savedComparisons.rename', { id, name: 'Ports' });
    await backend.call('savedComparisons.remove', { ids: [id] });
    expect(await list()).toEqual([]);
    await backend.call('history.undo', {});
    expect((await list()).map(({ name }) => name)).toEqual(['Ports']);
    await backend.call('history.undo', {});
    expect((await list()).map(({ name }) => name)).toEqual(['Harbours']);
  });

  it('refuse one document, the same twice, unknown ones and an empty name', async () => {
    const { backend, one } = await prepared();
    const save = (documentIds: string[], name = 'x') => backend.call('savedComparisons.save', { name, documentIds, counts: {} });
    await expect(save([one])).rejects.toThrow();
    await expect(save([one, one])).rejects.toThrow('stands twice');
    await expect(save([one, 'nowhere'])).rejects.toThrow('not in the project');
    await expect(save([one, 'nowhere'], ' ')).rejects.toThrow('needs a name');
    await expect(backend.call('savedComparisons.rename', { id: 'nowhere', name: 'x' })).rejects.toThrow('not there any more');
  });
});
