// The review of highlights whose place is not sure, and carrying highlights over to another edition.

import { describe, expect, it } from 'vitest';
import type { Backend } from '../../../shared/backend/backend.ts';
import { importTexts, openTestBackend, placeOf } from '../../support/backend.ts';

const first = `<html lang="en"><head><title>Harvest note</title></head><body><h1>Harvest note</h1>
<p>The ministry visited forty farms in the northern district and found no children at work there.</p>
<p>Inspectors may enter any farm without notice. They wrote nine warnings in the spring, and two farms paid a fine.</p>
<p>The regional office closed its hotline in March, after the only operator had left the service.</p></body></html>`;
const second = first.replace('wrote nine warnings in the spring', 'wrote eleven warnings in the spring').replace(/<p>The regional.*<\/p>/, '');
const bytes = (text: string) => new TextEncoder().encode(text);

async function withDoubts(): Promise<{ backend: Backend; documentId: string; warnings: string; hotline: string; tagId: string }> {
  const backend = await openTestBackend();
  const [documentId = ''] = await importTexts(backend, { 'note.html': first });
  const tag = await backend.call('tags.create', { name: 'Enforcement' });
  const mark = async (words: string) => (await backend.call('annotations.create', { ...(await placeOf(backend, documentId, words)), tagIds: [tag.id], note: 'mine' })).id;
  await mark('The ministry visited forty farms in the northern district');
  const warnings = await mark('They wrote nine warnings in the spring, and two farms paid a fine.');
  const hotline = await mark('closed its hotline in March, after the only operator had left the service');
  const { token } = await backend.call('versions.prepare', { documentId, file: { name: 'note 2.html', bytes: bytes(second) } });
  await backend.call('versions.apply', { token });
  return { backend, documentId, warnings, hotline, tagId: tag.id };
}

const annotationOf = async (backend: Backend, id: string) => (await backend.call('annotations.list', { ids: [id] }))[0];

describe('the review', () => {
  it('lists what is doubtful and lost with the old passage beside the proposed one', async () => {
    const { backend, documentId, warnings, hotline } = await withDoubts();
    const doubts = await backend.call('doubts.list', {});
    expect(doubts.map(({ annotation, reason }) => ({ id: annotation.id, reason }))).toEqual([
      { id: warnings, reason: 'similar' },
      { id: hotline, reason: 'lost' },
    ]);
    expect(doubts[0]).toMatchObject({ documentTitle: 'Harvest note', was: { excerpt: { text: 'They wrote nine warnings in the spring, and two farms paid a fine.' } }, candidates: [{ excerpt: { text: 'They wrote eleven warnings in the spring, and two farms paid a fine.' } }] });
    expect(doubts[1]).toMatchObject({ candidates: [], was: { excerpt: { text: 'closed its hotline in March, after the only operator had left the service' } } });
    expect(await backend.call('doubts.counts', {})).toEqual([{ documentId, doubtful: 1, lost: 1 }]);
  });

  it('takes a place by decision, with its words as the quote, and undo brings the doubt back', async () => {
    const { backend, warnings } = await withDoubts();
    const before = await backend.call('doubts.list', {});
    const [candidate] = before[0]?.candidates ?? [];
    await backend.call('doubts.settle', { places: [{ id: warnings, start: candidate?.start ?? 0, end: candidate?.end ?? 0 }] });
    expect(await annotationOf(backend, warnings)).toMatchObject({ anchorState: 'exact', quote: 'They wrote eleven warnings in the spring, and two farms paid a fine.', note: 'mine' });
    expect(await backend.call('doubts.list', {})).toHaveLength(1);
    expect((await backend.call('projects.check', {})).filter(({ ok }) => !ok)).toEqual([]);
    await backend.call('history.undo', {});
    expect(await backend.call('doubts.list', {})).toEqual(before);
  });

  it('leaves lost what the analyst leaves, keeps its words, and does not ask again', async () => {
    const { backend, hotline } = await withDoubts();
    await backend.call('doubts.leave', { ids: [hotline] });
    expect((await backend.call('doubts.list', {})).map(({ reason }) => reason)).toEqual(['similar']);
    expect((await backend.call('doubts.list', { withLeft: true })).map(({ isLeft }) => isLeft)).toEqual([false, true]);
    expect(await annotationOf(backend, hotline)).toMatchObject({ anchorState: 'lost', quote: 'closed its hotline in March, after the only operator had left the service' });
  });

  it('is settled by moving the highlight by hand, and ends with its highlight', async () => {
    const { backend, documentId, warnings, hotline } = await withDoubts();
    const { start, end } = await placeOf(backend, documentId, 'They wrote eleven warnings');
    await backend.call('annotations.update', { id: warnings, start, end });
    expect(await annotationOf(backend, warnings)).toMatchObject({ anchorState: 'exact', quote: 'They wrote eleven warnings' });
    await backend.call('annotations.remove', { ids: [hotline] });
    expect(await backend.call('doubts.list', { withLeft: true })).toEqual([]);
    await backend.call('history.undo', {});
    expect(await backend.call('doubts.list', {})).toHaveLength(1);
  });

  it('refuses places without words, beyond the text, and highlights that are not in doubt', async () => {
    const { backend, warnings } = await withDoubts();
    await expect(backend.call('doubts.settle', { places: [{ id: warnings, start: 5, end: 5 }] })).rejects.toThrow('no words');
    await expect(backend.call('doubts.settle', { places: [{ id: warnings, start: 1_000_000, end: 1_000_010 }] })).rejects.toThrow('no words');
    await expect(backend.call('doubts.settle', { places: [{ id: 'gone', start: 0, end: 5 }] })).rejects.toThrow('not waiting');
    await expect(backend.call('doubts.leave', { ids: ['gone'] })).rejects.toThrow('not waiting');
  });

  it('stays with the passage as it was first highlighted over several versions', async () => {
    const { backend, documentId, warnings } = await withDoubts();
    const third = second.replace('wrote eleven warnings in the spring', 'wrote nine warnings in the spring');
    const { token, counts } = await backend.call('versions.prepare', { documentId, file: { name: 'note 3.html', bytes: bytes(third) } });
    expect(counts).toEqual({ exact: 2, moved: 0, doubtful: 0, lost: 1 });
    await backend.call('versions.apply', { token });
    expect(await annotationOf(backend, warnings)).toMatchObject({ anchorState: 'exact', quote: 'They wrote nine warnings in the spring, and two farms paid a fine.' });
  });
});

describe('carrying over', () => {
  async function editions() {
    const backend = await openTestBackend();
    const [fromId = '', toId = ''] = await importTexts(backend, { '2020.html': first, '2021.html': second.replace('Harvest note', 'Harvest note, next year') });
    const tag = await backend.call('tags.create', { name: 'Enforcement' });
    for (const words of ['The ministry visited forty farms in the northern district', 'They wrote nine warnings in the spring, and two farms paid a fine.', 'closed its hotline in March']) {
      await backend.call('annotations.create', { ...(await placeOf(backend, fromId, words)), tagIds: [tag.id], note: 'mine', colour: 'red' });
    }
    return { backend, fromId, toId, tagId: tag.id };
  }

  it('offers what stands there unchanged or nearly so, and does nothing by itself', async () => {
    const { backend, fromId, toId } = await editions();
    const offers = await backend.call('carrying.offers', { fromId, toId });
    expect(offers.map(({ excerpt, similarity }) => ({ text: excerpt.text, isSame: similarity === 1 }))).toEqual([
      { text: 'The ministry visited forty farms in the northern district', isSame: true },
      { text: 'They wrote eleven warnings in the spring, and two farms paid a fine.', isSame: false },
    ]);
    expect(await backend.call('annotations.list', { documentId: toId })).toEqual([]);
  });

  it('keeps tags, colour, note and where it came from, as one step', async () => {
    const { backend, fromId, toId, tagId } = await editions();
    const offers = await backend.call('carrying.offers', { fromId, toId });
    const { ids } = await backend.call('carrying.carry', { toId, items: offers.map(({ annotation, start, end, similarity }) => ({ annotationId: annotation.id, start, end, similarity })) });
    expect(await backend.call('annotations.list', { documentId: toId })).toMatchObject([{ tagIds: [tagId], note: 'mine', colour: 'red', anchorState: 'exact' }, { quote: 'They wrote eleven warnings in the spring, and two farms paid a fine.' }]);
    expect((await backend.call('carrying.sources', { id: toId }))[0]).toMatchObject({ id: ids[0], source: { documentId: fromId, documentTitle: 'Harvest note' } });
    expect(await backend.call('carrying.offers', { fromId, toId })).toEqual([]);
    // A deleted source leaves what was carried over.
    await backend.call('documents.remove', { ids: [fromId] });
    expect((await backend.call('carrying.sources', { id: toId })).map(({ source }) => source)).toEqual([null, null]);
    await backend.call('history.undo', {});
    await backend.call('history.undo', {});
    expect(await backend.call('annotations.list', { documentId: toId })).toEqual([]);
  });

  it('refuses the same document, missing highlights and places beyond the text', async () => {
    const { backend, fromId, toId } = await editions();
    await expect(backend.call('carrying.offers', { fromId, toId: fromId })).rejects.toThrow('not two editions');
    await expect(backend.call('carrying.carry', { toId, items: [{ annotationId: 'gone', start: 0, end: 4, similarity: 1 }] })).rejects.toThrow('not there any more');
    const [offer] = await backend.call('carrying.offers', { fromId, toId });
    await expect(backend.call('carrying.carry', { toId, items: [{ annotationId: offer?.annotation.id ?? '', start: 10, end: 900_000, similarity: 1 }] })).rejects.toThrow('outside the text');
  });
});
