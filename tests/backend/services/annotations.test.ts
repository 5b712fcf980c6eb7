import { describe, expect, it } from 'vitest';
import { importTexts, openTestBackend, placeOf } from '../../support/backend.ts';

const note = 'Cotton in the south\n\nChildren of migrants 👩‍👧 work on the fields in autumn. Schools stay open.\n\nInspectors come when somebody complains.';

describe('annotations', () => {
  it('keep quote, context and tags, and undo brings back a deleted one with its evidence', async () => {
    const backend = await openTestBackend();
    const [documentId = ''] = await importTexts(backend, { 'south.txt': note });
    const tag = await backend.call('tags.create', { name: 'Cotton' });
    const place = await placeOf(backend, documentId, 'Children of migrants');
    const annotation = await backend.call('annotations.create', { ...place, tagIds: [tag.id], note: 'Seen *twice*.' });
    expect(annotation).toMatchObject({ quote: 'Children of migrants', anchorState: 'exact', tagIds: [tag.id] });
    expect(annotation.suffix.startsWith(' 👩‍👧 work')).toBe(true);
    const finding = await backend.call('findings.create', { claim: 'Children work.', annotationIds: [annotation.id] });

    await backend.call('annotations.remove', { ids: [annotation.id] });
    expect(await backend.call('annotations.list', { documentId })).toEqual([]);
    expect((await backend.call('findings.get', { id: finding.id })).evidence).toEqual([]);
    expect(await backend.call('history.undo', {})).toEqual({ label: 'Delete 1 highlight' });
    const [again] = await backend.call('annotations.list', { documentId });
    expect(again).toMatchObject({ id: annotation.id, note: 'Seen *twice*.', tagIds: [tag.id], findingIds: [finding.id] });
    expect((await backend.call('findings.get', { id: finding.id })).evidence).toHaveLength(1);
  });

  it('moved word by word in one go are one step to take back', async () => {
    const backend = await openTestBackend();
    const [documentId = ''] = await importTexts(backend, { 'south.txt': note });
    const { id, start, end } = await backend.call('annotations.create', await placeOf(backend, documentId, 'Children of migrants'));
    await backend.call('annotations.update', { id, start, end: end - 9 });
    await backend.call('annotations.update', { id, start, end: end - 12 });
    expect((await backend.call('annotations.list', { documentId }))[0]?.quote).toBe('Children');
    expect(await backend.call('history.undo', {})).toEqual({ label: 'Change the passage of a highlight' });
    expect((await backend.call('annotations.list', { documentId }))[0]?.quote).toBe('Children of migrants');
  });

  it('never begin or end in the middle of a character or in white space', async () => {
    const backend = await openTestBackend();
    const [documentId = ''] = await importTexts(backend, { 'south.txt': note });
    const { text } = await backend.call('documents.reading', { id: documentId });
    const emoji = text.indexOf('👩');
    const annotation = await backend.call('annotations.create', { documentId, start: emoji - 1, end: emoji + 1 });
    expect(annotation.quote).toBe('👩‍👧');
  });

  it('outside the text, empty, or in a document that is gone, are refused with a sentence', async () => {
    const backend = await openTestBackend();
    const [documentId = ''] = await importTexts(backend, { 'south.txt': note });
    await expect(backend.call('annotations.create', { documentId, start: 5, end: 1_000_000 })).rejects.toThrow('lies outside the text');
    await expect(backend.call('annotations.create', { documentId, start: 9, end: 3 })).rejects.toThrow('lies outside the text');
    await expect(backend.call('annotations.create', { documentId: 'none', start: 1, end: 3 })).rejects.toThrow('not in the project any more');
    expect(await backend.call('annotations.list', {})).toEqual([]);
  });

  it('whose document was removed are gone with it, say so when something is done to them, and come back with it', async () => {
    const backend = await openTestBackend();
    const [documentId = ''] = await importTexts(backend, { 'south.txt': note });
    const tag = await backend.call('tags.create', { name: 'Cotton' });
    const { id } = await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'Schools stay open.')), note: 'Do they?' });
    await backend.call('documents.remove', { ids: [documentId] });
    expect(await backend.call('annotations.list', { ids: [id] })).toEqual([]);
    await expect(backend.call('annotations.update', { id, start: 1, end: 4 })).rejects.toThrow('not there any more');
    await expect(backend.call('annotations.update', { id, note: 'x' })).rejects.toThrow('not there any more');
    await expect(backend.call('annotations.tag', { ids: [id], tagIds: [tag.id] })).rejects.toThrow('not there any more');
    await expect(backend.call('findings.create', { claim: 'x', annotationIds: [id] })).rejects.toThrow(/not (there|in the project) any more/);
    await backend.call('history.undo', {});
    expect(await backend.call('annotations.list', { ids: [id] })).toMatchObject([{ quote: 'Schools stay open.', note: 'Do they?' }]);
  });

  it('moved beyond the text, to nothing or past their other end stay where they are', async () => {
    const backend = await openTestBackend();
    const [documentId = ''] = await importTexts(backend, { 'south.txt': note });
    const made = await backend.call('annotations.create', await placeOf(backend, documentId, 'Schools stay open.'));
    for (const place of [{ end: 1_000_000 }, { end: made.start }, { start: made.end + 3 }, { start: made.start - 1, end: made.start }]) await expect(backend.call('annotations.update', { id: made.id, ...place })).rejects.toThrow(/outside the text|no words/);
    await expect(backend.call('annotations.update', { id: made.id, start: -1 })).rejects.toThrow();
    expect(await backend.call('annotations.list', { documentId })).toMatchObject([{ start: made.start, end: made.end, quote: 'Schools stay open.' }]);
  });

  it('take a note of a megabyte', async () => {
    const backend = await openTestBackend();
    const [documentId = ''] = await importTexts(backend, { 'south.txt': note });
    const { id } = await backend.call('annotations.create', { ...(await placeOf(backend, documentId, 'Schools stay open.')) });
    const long = 'متن ملاحظة '.repeat(95_000);
    await backend.call('annotations.update', { id, note: long });
    expect((await backend.call('annotations.list', { ids: [id] }))[0]?.note).toBe(long);
  });
});
