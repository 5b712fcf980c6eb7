import { describe, expect, it } from 'vitest';
import { importTexts, openTestBackend, placeOf, type TestBackend } from '../../support/backend.ts';

const sentence = 'Inspectors came without notice. The law was changed in spring. Nobody was fined.';

async function withPassages() {
  const backend = await openTestBackend();
  const [documentId = ''] = await importTexts(backend, { 'a.txt': sentence });
  const mark = async (words: string, tagIds: string[]) => (await backend.call('annotations.create', { ...(await placeOf(backend, documentId, words)), tagIds })).id;
  return { backend, documentId, mark };
}

const named = async (backend: TestBackend, name: string) => (await backend.call('tags.list', {})).find((tag) => tag.name === name);
const lastStep = async (backend: TestBackend) => (await backend.call('history.list', { limit: 1 }))[0]?.label;

describe('what is said of a tag', () => {
  it('is kept whole: when to use, when not, other names, digit, rules; each change can be undone', async () => {
    const backend = await openTestBackend();
    const law = await backend.call('tags.create', { name: 'Law', whenToUse: 'A statute.', whenNot: 'A plan.', aliases: ['Legislation', 'law', 'LEGISLATION', 'قانون'], shortcut: '3', isExclusive: true });
    expect(await named(backend, 'Law')).toMatchObject({ whenToUse: 'A statute.', whenNot: 'A plan.', aliases: ['Legislation', 'قانون'], shortcut: '3', isExclusive: true, isCodable: true, isArchived: false });
    await backend.call('tags.update', { id: law.id, isCodable: false, aliases: [] });
    expect(await named(backend, 'Law')).toMatchObject({ isCodable: false, aliases: [] });
    await backend.call('history.undo', {});
    expect(await named(backend, 'Law')).toMatchObject({ isCodable: true, aliases: ['Legislation', 'قانون'] });
  });

  it('a digit is one tag’s: another that takes it frees it, in one step', async () => {
    const backend = await openTestBackend();
    await backend.call('tags.create', { name: 'One', shortcut: '1' });
    const other = await backend.call('tags.create', { name: 'Other' });
    await backend.call('tags.update', { id: other.id, shortcut: '1' });
    expect((await backend.call('tags.list', {})).map(({ shortcut }) => shortcut)).toEqual([null, '1']);
    await backend.call('history.undo', {});
    expect((await backend.call('tags.list', {})).map(({ shortcut }) => shortcut)).toEqual(['1', null]);
    await expect(backend.call('tags.update', { id: other.id, shortcut: '0' as '1' })).rejects.toThrow('shortcut');
  });

  it('finds it by another name in the palette', async () => {
    const backend = await openTestBackend();
    const law = await backend.call('tags.create', { name: 'Law', aliases: ['Legislation'] });
    expect((await backend.call('search.objects', {})).find((each) => each.id === law.id)?.detail).toContain('Legislation');
  });
});

describe('rules', () => {
  it('a heading takes no passage, and a used tag cannot become one', async () => {
    const { backend, mark } = await withPassages();
    const heading = await backend.call('tags.create', { name: 'Areas', isCodable: false });
    const law = await backend.call('tags.create', { name: 'Law', parentId: heading.id });
    await expect(mark('Inspectors', [heading.id])).rejects.toThrow('“Areas” is a heading only');
    const passage = await mark('The law', [law.id]);
    await expect(backend.call('annotations.tag', { ids: [passage], tagIds: [heading.id] })).rejects.toThrow('“Areas” is a heading only');
    await expect(backend.call('tags.update', { id: law.id, isCodable: false })).rejects.toThrow('used at 1 passage');
    await expect(backend.call('tags.merge', { ids: [law.id], into: heading.id })).rejects.toThrow('takes no passages');
  });

  it('of tags that exclude each other the new one takes the place of the old, and the step says so', async () => {
    const { backend, mark, documentId } = await withPassages();
    const outlook = await backend.call('tags.create', { name: 'Outlook', isExclusive: true });
    const better = await backend.call('tags.create', { name: 'Better', parentId: outlook.id });
    const worse = await backend.call('tags.create', { name: 'Worse', parentId: outlook.id });
    const free = await backend.call('tags.create', { name: 'Free' });
    await expect(mark('Inspectors', [better.id, worse.id])).rejects.toThrow('exclude each other');
    const passage = await mark('Inspectors', [better.id, free.id]);
    await backend.call('annotations.tag', { ids: [passage], tagIds: [worse.id] });
    expect((await backend.call('annotations.list', { documentId }))[0]?.tagIds).toEqual([free.id, worse.id]);
    expect(await lastStep(backend)).toBe('Tag 1 passage “Worse” instead of “Better”');
    await backend.call('history.undo', {});
    expect((await backend.call('annotations.list', { documentId }))[0]?.tagIds).toEqual([better.id, free.id]);
  });

  it('set over passages that break it, changes none of them and counts them', async () => {
    const { backend, mark } = await withPassages();
    const outlook = await backend.call('tags.create', { name: 'Outlook' });
    const better = await backend.call('tags.create', { name: 'Better', parentId: outlook.id });
    const worse = await backend.call('tags.create', { name: 'Worse', parentId: outlook.id });
    await mark('Inspectors', [better.id, worse.id]);
    await backend.call('tags.update', { id: outlook.id, isExclusive: true });
    expect(await backend.call('tags.use', { id: outlook.id })).toMatchObject({ passages: 1, several: 1 });
  });
});

describe('merging, splitting and archiving', () => {
  it('several merge in one step; their names stay as other names of the one that is left', async () => {
    const { backend, mark } = await withPassages();
    const [one, two, into] = [await backend.call('tags.create', { name: 'Act', aliases: ['Statute'] }), await backend.call('tags.create', { name: 'Decree' }), await backend.call('tags.create', { name: 'Law' })];
    await mark('The law', [one.id, two.id]);
    await mark('Nobody', [two.id]);
    expect(await backend.call('tags.merge', { ids: [one.id, two.id], into: into.id })).toEqual({ annotations: 2 });
    expect(await backend.call('tags.list', {})).toMatchObject([{ name: 'Law', aliases: ['Act', 'Statute', 'Decree'], annotations: 2 }]);
    await backend.call('history.undo', {});
    expect((await backend.call('tags.list', {})).map(({ name, annotations }) => `${name} ${String(annotations)}`)).toEqual(['Act 1', 'Decree 2', 'Law 0']);
  });

  it('a split deals passages to new tags right after the old one; the rest stays; one step takes it back', async () => {
    const { backend, mark, documentId } = await withPassages();
    const law = await backend.call('tags.create', { name: 'Law', colour: 'red' });
    await backend.call('tags.create', { name: 'Other' });
    const [one, two, three] = [await mark('Inspectors', [law.id]), await mark('The law', [law.id]), await mark('Nobody', [law.id])];
    const made = await backend.call('tags.split', { id: law.id, parts: [{ name: 'Visits', annotationIds: [one] }, { name: 'Acts', annotationIds: [two, one] }] });
    expect(made.map(({ name, colour, parentId }) => [name, colour, parentId])).toEqual([['Visits', 'red', null], ['Acts', 'red', null]]);
    expect((await backend.call('tags.list', {})).map(({ name, annotations }) => `${name} ${String(annotations)}`)).toEqual(['Law 1', 'Visits 1', 'Acts 2', 'Other 0']);
    expect((await backend.call('annotations.list', { documentId, tagId: law.id })).map(({ id }) => id)).toEqual([three]);
    await backend.call('history.undo', {});
    expect((await backend.call('tags.list', {})).map(({ name, annotations }) => `${name} ${String(annotations)}`)).toEqual(['Law 3', 'Other 0']);
    await expect(backend.call('tags.split', { id: law.id, parts: [{ name: 'other', annotationIds: [one] }] })).rejects.toThrow('already a tag “Other”');
    await expect(backend.call('tags.split', { id: law.id, below: true, parts: [{ name: 'x', annotationIds: ['gone'] }] })).rejects.toThrow('does not carry “Law” any more');
    expect((await backend.call('tags.split', { id: law.id, below: true, parts: [{ name: 'Acts', annotationIds: [two] }] }))[0]?.parentId).toBe(law.id);
  });

  it('an archived tag keeps its passages and counts and comes back', async () => {
    const { backend, mark } = await withPassages();
    const law = await backend.call('tags.create', { name: 'Law' });
    await mark('The law', [law.id]);
    await backend.call('tags.archive', { ids: [law.id], isArchived: true });
    expect(await backend.call('tags.list', {})).toMatchObject([{ isArchived: true, annotations: 1 }]);
    await backend.call('tags.archive', { ids: [law.id], isArchived: false });
    expect(await backend.call('tags.list', {})).toMatchObject([{ isArchived: false }]);
    expect(await lastStep(backend)).toBe('Bring tag “Law” back');
  });
});

describe('where a tag is used', () => {
  it('is counted with the tags below, a passage once, by document; passages are narrowed by place', async () => {
    const backend = await openTestBackend();
    const [first = '', second = ''] = await importTexts(backend, { 'a.txt': sentence, 'b.txt': `${sentence} Again.` });
    await backend.call('documents.update', { ids: [first], changes: { country: 'KAZ', year: 2020 } });
    const top = await backend.call('tags.create', { name: 'Top' });
    const low = await backend.call('tags.create', { name: 'Low', parentId: top.id });
    for (const [documentId, tagIds] of [[first, [top.id, low.id]], [second, [low.id]], [second, [top.id]]] as const) {
      await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'The law')), tagIds: [...tagIds] });
    }
    const use = await backend.call('tags.use', { id: top.id });
    expect([use.passages, use.documents.map(({ country, year, passages }) => [country, year, passages])]).toEqual([3, [[null, null, 2], ['KAZ', 2020, 1]]]);
    const totals = async (place: { country?: string | null; year?: number | null; documentId?: string; withBelow?: boolean }) => (await backend.call('tags.passages', { tagId: top.id, ...place })).total;
    expect([await totals({}), await totals({ withBelow: false }), await totals({ country: 'KAZ' }), await totals({ country: null }), await totals({ year: 2020 }), await totals({ year: 1999 }), await totals({ documentId: second })]).toEqual([3, 2, 1, 2, 1, 0, 2]);
    await expect(backend.call('tags.use', { id: 'gone' })).rejects.toThrow('not in the codebook any more');
  });
});
