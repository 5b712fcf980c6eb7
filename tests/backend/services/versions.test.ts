// Replacing a document by a newer file, reading it again, going back: annotations are placed again, nothing is lost, one step undoes all.

import { describe, expect, it } from 'vitest';
import type { Backend } from '../../../shared/backend/backend.ts';
import { importTexts, openTestBackend, placeOf } from '../../support/backend.ts';

const first = `<html lang="en"><head><title>Harvest note</title></head><body><h1>Harvest note</h1>
<p>The ministry visited forty farms in the northern district and found no children at work there.</p>
<h2>Enforcement</h2><p>Inspectors may enter any farm without notice. They wrote nine warnings in the spring, and two farms paid a fine.</p>
<p>The regional office closed its hotline in March, after the only operator had left the service.</p></body></html>`;
const second = first
  .replace('<h2>Enforcement</h2>', '<p>A new summary stands before everything else in this edition of the note.</p><h2>Enforcement</h2>')
  .replace('wrote nine warnings in the spring', 'wrote eleven warnings in the spring')
  .replace('<p>The regional office closed its hotline in March, after the only operator had left the service.</p>', '');

const bytes = (text: string) => new TextEncoder().encode(text);

async function annotated(backend: Backend) {
  const [documentId = ''] = await importTexts(backend, { 'note.html': first });
  const mark = async (words: string, note = '') => (await backend.call('annotations.create', { ...(await placeOf(backend, documentId, words)), note })).id;
  return {
    documentId,
    farms: await mark('The ministry visited forty farms in the northern district', 'keep this'),
    warnings: await mark('They wrote nine warnings in the spring, and two farms paid a fine.'),
    hotline: await mark('closed its hotline in March, after the only operator had left the service'),
  };
}

async function states(backend: Backend) {
  const annotations = await backend.call('annotations.list', {});
  return new Map(annotations.map((each) => [each.id, each]));
}

async function wordsAt(backend: Backend, id: string) {
  const annotation = (await states(backend)).get(id);
  const { text } = await backend.call('documents.reading', { id: annotation?.documentId ?? '' });
  return text.slice(annotation?.start, annotation?.end);
}

describe('a newer file', () => {
  it('says what becomes of the annotations before anything changes, then places them', async () => {
    const backend = await openTestBackend();
    const ids = await annotated(backend);
    const before = await states(backend);
    const prepared = await backend.call('versions.prepare', { documentId: ids.documentId, file: { name: 'note 2.html', bytes: bytes(second) } });
    expect(prepared).toMatchObject({ counts: { exact: 1, moved: 0, doubtful: 1, lost: 1 }, warning: null, isSameText: false, fileName: 'note 2.html' });
    expect(await states(backend)).toEqual(before);
    expect(await backend.call('versions.apply', { token: prepared.token })).toEqual(prepared.counts);
    const after = await states(backend);
    expect(after.get(ids.farms)).toMatchObject({ anchorState: 'exact', note: 'keep this', quote: 'The ministry visited forty farms in the northern district' });
    expect(after.get(ids.warnings)).toMatchObject({ anchorState: 'doubtful', quote: 'They wrote nine warnings in the spring, and two farms paid a fine.' });
    expect(await wordsAt(backend, ids.warnings)).toBe('They wrote eleven warnings in the spring, and two farms paid a fine.');
    expect(after.get(ids.hotline)).toMatchObject({ anchorState: 'lost', quote: 'closed its hotline in March, after the only operator had left the service' });
    expect((await backend.call('projects.check', {})).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('is one step to undo, and the history keeps both originals', async () => {
    const backend = await openTestBackend();
    const { documentId } = await annotated(backend);
    const before = [await states(backend), await backend.call('documents.get', { id: documentId })];
    const { token } = await backend.call('versions.prepare', { documentId, file: { name: 'note 2.html', bytes: bytes(second) } });
    await backend.call('versions.apply', { token });
    expect((await backend.call('versions.ofDocument', { id: documentId })).map(({ reason, fileName, isCurrent }) => ({ reason, fileName, isCurrent }))).toEqual([
      { reason: 'replace', fileName: 'note 2.html', isCurrent: true },
      { reason: 'import', fileName: 'note.html', isCurrent: false },
    ]);
    expect((await backend.call('history.undo', {})).label).toContain('by a newer file');
    expect([await states(backend), await backend.call('documents.get', { id: documentId })]).toEqual(before);
    expect(await backend.call('versions.ofDocument', { id: documentId })).toHaveLength(1);
    await backend.call('history.redo', {});
    expect((await backend.call('documents.get', { id: documentId })).fileName).toBe('note 2.html');
  });

  it('gives the lost back when the earlier version comes again', async () => {
    const backend = await openTestBackend();
    const ids = await annotated(backend);
    const before = await states(backend);
    const { token } = await backend.call('versions.prepare', { documentId: ids.documentId, file: { name: 'note 2.html', bytes: bytes(second) } });
    await backend.call('versions.apply', { token });
    const [, imported] = await backend.call('versions.ofDocument', { id: ids.documentId });
    const back = await backend.call('versions.prepareReturn', { versionId: imported?.id ?? '' });
    expect(back.counts).toEqual({ exact: 3, moved: 0, doubtful: 0, lost: 0 });
    await backend.call('versions.apply', { token: back.token });
    for (const [id, { start, end, quote }] of before) expect((await states(backend)).get(id)).toMatchObject({ start, end, quote, anchorState: 'exact' });
    expect(await backend.call('doubts.list', { withLeft: true })).toEqual([]);
  });

  it('keeps what the analyst corrected and takes what was recognised', async () => {
    const backend = await openTestBackend();
    const { documentId } = await annotated(backend);
    await backend.call('documents.update', { ids: [documentId], changes: { issuer: 'Own issuer' } });
    const newer = second.replace('<title>Harvest note</title>', '<title>Harvest note, revised</title>').replace('<h1>Harvest note</h1>', '<h1>Harvest note, revised</h1>');
    const { token } = await backend.call('versions.prepare', { documentId, file: { name: 'note 3.html', bytes: bytes(newer) } });
    await backend.call('versions.apply', { token });
    expect(await backend.call('documents.get', { id: documentId })).toMatchObject({ title: 'Harvest note, revised', issuer: 'Own issuer' });
  });

  it('warns of another document altogether, and nothing is kept when it is discarded', async () => {
    const backend = await openTestBackend();
    const { documentId } = await annotated(backend);
    const foreign = `<html><body><h1>Fisheries</h1>${'<p>Boats leave the harbour before sunrise and land their catch in the afternoon, when the market opens.</p>'.repeat(3)}</body></html>`;
    const prepared = await backend.call('versions.prepare', { documentId, file: { name: 'boats.html', bytes: bytes(foreign) } });
    expect(prepared).toMatchObject({ counts: { exact: 0, moved: 0, lost: 3 } });
    expect(prepared.warning).toContain('another document');
    await backend.call('versions.discard', { token: prepared.token });
    await expect(backend.call('versions.apply', { token: prepared.token })).rejects.toThrow('not ready any more');
    expect(await backend.call('versions.ofDocument', { id: documentId })).toHaveLength(1);
  });

  it.each([
    ['an empty file', 'empty.txt', ''],
    ['a text of a million characters', 'long.txt', `${'Nothing of this has ever been said before in any note, line by line. '.repeat(14_500)}`],
    ['signs that mean something to programs', 'odd.txt', `'; DROP TABLE annotation; -- \u202e <script>alert(1)</script> ${'\u0301'.repeat(500)} 👩‍🌾 \ud800`],
  ])('takes %s without losing an annotation', async (_what, name, text) => {
    const backend = await openTestBackend();
    const { documentId } = await annotated(backend);
    const prepared = await backend.call('versions.prepare', { documentId, file: { name, bytes: bytes(text) } }).catch((error: unknown) => error);
    if (prepared instanceof Error) return expect(prepared.message).toMatch(/\.$/);
    await backend.call('versions.apply', { token: (prepared as { token: string }).token });
    expect((await backend.call('annotations.list', { documentId })).map(({ anchorState }) => anchorState)).toEqual(['lost', 'lost', 'lost']);
    expect((await backend.call('projects.check', {})).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('is refused when it is the file the document has, and when it cannot be read', async () => {
    const backend = await openTestBackend();
    const { documentId } = await annotated(backend);
    await expect(backend.call('versions.prepare', { documentId, file: { name: 'note.html', bytes: bytes(first) } })).rejects.toThrow('the file the document has already');
    await expect(backend.call('versions.prepare', { documentId, file: { name: 'note.pdf', bytes: bytes('%PDF-1.7 broken') } })).rejects.toThrow();
    await expect(backend.call('versions.prepare', { documentId: 'gone', file: { name: 'note.html', bytes: bytes(second) } })).rejects.toThrow('not in the project');
  });

  it('takes along what was annotated while it was read', async () => {
    const backend = await openTestBackend();
    const { documentId } = await annotated(backend);
    const { token } = await backend.call('versions.prepare', { documentId, file: { name: 'note 2.html', bytes: bytes(second) } });
    const late = await backend.call('annotations.create', await placeOf(backend, documentId, 'found no children at work there'));
    expect(await backend.call('versions.apply', { token })).toEqual({ exact: 2, moved: 0, doubtful: 1, lost: 1 });
    expect(await wordsAt(backend, late.id)).toBe('found no children at work there');
  });

  it('goes with its versions and doubts when the document is removed, and comes back by undo', async () => {
    const backend = await openTestBackend();
    const { documentId } = await annotated(backend);
    const { token } = await backend.call('versions.prepare', { documentId, file: { name: 'note 2.html', bytes: bytes(second) } });
    await backend.call('versions.apply', { token });
    const doubts = await backend.call('doubts.list', {});
    await backend.call('documents.remove', { ids: [documentId] });
    expect(await backend.call('doubts.list', {})).toEqual([]);
    await backend.call('history.undo', {});
    expect(await backend.call('doubts.list', {})).toEqual(doubts);
    expect(await backend.call('versions.ofDocument', { id: documentId })).toHaveLength(2);
  });
});

describe('reading again', () => {
  it('says so when the reading is the same, and is one step for many', async () => {
    const backend = await openTestBackend();
    const { documentId } = await annotated(backend);
    expect(await backend.call('versions.outdated', {})).toEqual({ ids: [] });
    const { runId } = await backend.call('versions.reread', { ids: [documentId] });
    expect(await backend.call('versions.wait', { runId })).toMatchObject([{ documentId, outcome: 'same' }]);
  });

  it('reads with the current recogniser what was replaced before', async () => {
    const backend = await openTestBackend();
    const ids = await annotated(backend);
    const { token } = await backend.call('versions.prepare', { documentId: ids.documentId, file: { name: 'note 2.html', bytes: bytes(second) } });
    await backend.call('versions.apply', { token });
    const { runId } = await backend.call('versions.reread', { ids: [ids.documentId] });
    expect(await backend.call('versions.wait', { runId })).toMatchObject([{ outcome: 'same' }]);
    await expect(backend.call('versions.reread', { ids: ['gone'] })).rejects.toThrow('not in the project');
  });
});
