import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JobProgress } from '../../../shared/core/project.ts';
import { openTestBackend, placeOf, type TestBackend } from '../../support/backend.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { pdfOfPictures, scannedPage } from '../../support/scans.ts';
import { PageSheet, pdfOf } from '../importers/pdf-writing.ts';

const lines = ['Inspectors visited 214 farms in the north', 'and found nine children at work. The visits', 'without notice were suspended in June.'];
const sheet = (heading: string) => new PageSheet(330, 150).text(40, 40, heading, 16, 'bold').lines(40, 75, lines, 11);
const scanOf = (...headings: string[]) => {
  const bytes = pdfOf(headings.map(sheet));
  return pdfOfPictures(headings.map((_, page) => scannedPage(bytes, page + 1)));
};

async function imported(backend: TestBackend, files: Record<string, Uint8Array>): Promise<string[]> {
  const { runId } = await backend.call('imports.add', { files: Object.entries(files).map(([name, bytes]) => ({ name, bytes })) });
  const items = await backend.call('imports.wait', { runId });
  return Object.keys(files).map((name) => items.find(({ fileName }) => fileName === name)?.documentId ?? '');
}

const textOf = async (backend: TestBackend, id: string) => (await backend.call('documents.reading', { id })).text;

/** The jobs told of, and a promise of the first that meets a condition. */
function watch(backend: TestBackend, wanted: (job: JobProgress) => boolean): Promise<JobProgress> {
  return new Promise((resolve) => {
    const stop = backend.subscribe((event) => {
      if (event.type !== 'progress' || !event.job.isOcr || !wanted(event.job)) return;
      stop();
      resolve(event.job);
    });
  });
}

describe('recognising scanned documents', { timeout: 60_000 }, () => {
  it('gives a document a new reading that is searched, marked where it is in doubt, and taken back by undo', async () => {
    const backend = await openTestBackend();
    const [id = ''] = await imported(backend, { 'harvest.pdf': scanOf('Harvest inspections') });
    expect(await backend.call('ocr.ofDocument', { id })).toMatchObject({ pageCount: 1, withoutText: [1], recognised: [], job: null });
    const { jobs } = await backend.call('ocr.start', { ids: [id] });
    expect(await backend.call('ocr.wait', { ids: jobs })).toMatchObject([{ status: 'done', pages: 1, done: 1, languages: ['eng'], reason: '' }]);
    expect((await textOf(backend, id)).replace(/\s+/g, ' ')).toBe(`Harvest inspections ${lines.join(' ')}`);
    const { recognised, withoutText } = await backend.call('ocr.ofDocument', { id });
    expect(withoutText).toEqual([]);
    expect(recognised[0]?.confidence).toBeGreaterThan(70);
    expect((await backend.call('ocr.doubts', { id })).length).toBe(recognised[0]?.doubtful);
    expect((await backend.call('search.find', { query: '"nine children"' })).hits.map(({ documentId }) => documentId)).toEqual([id]);
    expect((await backend.call('documents.words', { id, page: 1 })).length).toBe(`Harvest inspections ${lines.join(' ')}`.split(' ').length);
    expect((await backend.call('versions.ofDocument', { id }))[0]).toMatchObject({ reason: 'ocr', isCurrent: true });

    expect(await backend.call('history.undo', {})).toEqual({ label: 'Recognise the text of “harvest”' });
    expect(await textOf(backend, id)).toBe('');
    expect(await backend.call('ocr.ofDocument', { id })).toMatchObject({ withoutText: [1], recognised: [] });
    await backend.call('history.redo', {});
    expect(await textOf(backend, id)).toContain('214 farms');
    await expect(backend.call('ocr.start', { ids: [id] })).rejects.toThrow('is a picture without text');
    expect((await backend.call('projects.check', {})).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('keeps annotations on the pages that had text', async () => {
    const backend = await openTestBackend();
    const cover = scannedPage(pdfOf([sheet('Harvest inspections')]), 1);
    const hiddenText = ['The ministry published its plan in spring.', 'It names four provinces, and no figures.'].join('\n');
    const [id = ''] = await imported(backend, { 'mixed.pdf': pdfOfPictures([cover, { picture: cover, options: { hiddenText } }]) });
    expect(await backend.call('ocr.ofDocument', { id })).toMatchObject({ withoutText: [1], withHiddenText: [2] });
    const annotation = await backend.call('annotations.create', await placeOf(backend, id, 'four provinces'));
    await backend.call('ocr.wait', { ids: (await backend.call('ocr.start', { ids: [id] })).jobs });
    const [kept] = await backend.call('annotations.list', { documentId: id });
    expect(kept).toMatchObject({ id: annotation.id, quote: 'four provinces' });
    expect((await textOf(backend, id)).slice(kept?.start, kept?.end)).toBe('four provinces');
  });

  it('is held and goes on where it was, over a restart; cancelled it leaves the document as it was', async () => {
    const folder = temporaryFolder();
    const first = await openTestBackend({ folder });
    const [id = ''] = await imported(first, { 'two.pdf': scanOf('First page', 'Second page') });
    const begun = watch(first, (job) => job.done === 1);
    const { jobs } = await first.call('ocr.start', { ids: [id] });
    const [job = ''] = jobs;
    await begun;
    await first.call('ocr.pause', { id: job });
    expect(await first.call('ocr.wait', { ids: jobs })).toMatchObject([{ status: 'paused', done: 1, pages: 2 }]);
    expect(await first.call('jobs.list', {})).toMatchObject([{ id: job, state: 'paused', isOcr: true }]);
    await first.close();

    const second = await openTestBackend({ folder });
    expect(await second.call('ocr.jobs', {})).toMatchObject([{ id: job, status: 'paused', done: 1 }]);
    await second.call('ocr.resume', { id: job });
    expect(await second.call('ocr.wait', { ids: jobs })).toMatchObject([{ status: 'done', done: 2 }]);
    expect(await textOf(second, id)).toMatch(/First page[\s\S]*Second page/);

    await second.call('history.undo', {});
    // Read once, a page is not read again: the text is there at once.
    const again = await second.call('ocr.start', { ids: [id] });
    expect(await second.call('ocr.wait', { ids: again.jobs })).toMatchObject([{ status: 'done', done: 2 }]);
    await expect(second.call('ocr.pause', { id: job })).rejects.toThrow('has ended already');
  });

  it('queues documents, lets one be cancelled and one be removed, and goes on with the others', async () => {
    const backend = await openTestBackend();
    const [one = '', two = '', three = ''] = await imported(backend, { 'one.pdf': scanOf('One'), 'two.pdf': scanOf('Two'), 'three.pdf': scanOf('Three') });
    const { jobs } = await backend.call('ocr.start', { ids: [one, two, three] });
    await backend.call('jobs.cancel', { id: jobs[1] ?? '' });
    await backend.call('documents.remove', { ids: [three] });
    const ended = await backend.call('ocr.wait', { ids: jobs });
    expect(ended.map(({ documentId, status }) => [documentId, status]).toSorted()).toEqual([[one, 'done'], [two, 'cancelled'], [three, 'cancelled']].toSorted());
    expect(await textOf(backend, two)).toBe('');
    expect(await textOf(backend, one)).toContain('214 farms');
  });

  it('begins by itself at import when the setting says so, and not before', async () => {
    const backend = await openTestBackend();
    await imported(backend, { 'before.pdf': scanOf('Before') });
    expect(await backend.call('ocr.jobs', {})).toEqual([]);
    await backend.call('settings.set', { key: 'ocr.atImport', value: true });
    const done = watch(backend, (job) => job.state === 'done');
    const [id = ''] = await imported(backend, { 'after.pdf': scanOf('After') });
    await done;
    expect((await backend.call('ocr.jobs', {})).map(({ documentId, status }) => [documentId, status])).toEqual([[id, 'done']]);
  });

  it('says what is missing: a language, a picture, a document', async () => {
    const backend = await openTestBackend();
    mkdirSync(join(backend.folder, 'workspace', 'languages'), { recursive: true });
    expect(await backend.call('ocr.languages', {})).toEqual(['eng']);
    const [scan = '', text = ''] = await imported(backend, { 'scan.pdf': scanOf('Scan'), 'text.txt': new TextEncoder().encode('Plain words.') });
    await expect(backend.call('ocr.start', { ids: [scan], languages: ['fra'] })).rejects.toThrow('There is no language data for “fra” on this machine.');
    await expect(backend.call('ocr.start', { ids: [scan], languages: ['../etc'] })).rejects.toThrow('a language is given by its code');
    await expect(backend.call('ocr.start', { ids: [text] })).rejects.toThrow('No page of “text” is a picture without text.');
    await expect(backend.call('ocr.start', { ids: ['nobody'] })).rejects.toThrow('not in the project any more');
    await expect(backend.call('ocr.resume', { id: 'nobody' })).rejects.toThrow('has ended already');
    expect(await backend.call('ocr.jobs', {})).toEqual([]);
  });

  it('tells of a scan that cannot be read, and leaves the document as it was', async () => {
    const backend = await openTestBackend();
    const empty = { width: 900, height: 600, pixels: new Uint8Array(900 * 600).fill(255) };
    const [id = ''] = await imported(backend, { 'empty.pdf': pdfOfPictures([empty]) });
    const ended = await backend.call('ocr.wait', { ids: (await backend.call('ocr.start', { ids: [id] })).jobs });
    expect(ended).toMatchObject([{ status: 'done', reason: 'No words were found on its pictures.' }]);
    expect(await backend.call('ocr.ofDocument', { id })).toMatchObject({ recognised: [{ number: 1, confidence: null, doubtful: 0 }] });
  });
});
