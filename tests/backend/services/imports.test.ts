import { describe, expect, it } from 'vitest';
import { importTexts, openTestBackend } from '../../support/backend.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const paragraph = (n: number) => `Note number ${n}\n\nIn district ${n} the school stayed open during the harvest, and ${n} visits were made.`;

describe('an import', () => {
  it('ends every file as a line of the ledger: ok, duplicate, failed with the reason', async () => {
    const backend = await openTestBackend();
    const { runId, items } = await backend.call('imports.add', {
      files: [
        { name: 'folder/one.txt', bytes: bytes(paragraph(1)) },
        { name: 'folder/the same.txt', bytes: bytes(paragraph(1)) },
        { name: 'empty.txt', bytes: bytes('') },
        { name: 'program.txt', bytes: new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, ...Array.from({ length: 400 }, (_, n) => n % 7)]) },
        { name: 'nothing.pdf', bytes: bytes('') },
      ],
    });
    const ledger = await backend.call('imports.wait', { runId });
    expect(ledger.map((item) => item.id)).toEqual(items);
    expect(ledger.map((item) => [item.fileName, item.status])).toEqual([
      ['folder/one.txt', 'ok'],
      ['folder/the same.txt', 'duplicate'],
      ['empty.txt', 'failed'],
      ['program.txt', 'failed'],
      ['nothing.pdf', 'failed'],
    ]);
    for (const item of ledger.filter((each) => each.status !== 'ok')) expect(item.reason).toMatch(/^[A-Z“].+\.$/s);
    expect(ledger[1]?.documentId).toBe(ledger[0]?.documentId);
    expect(await backend.call('documents.list', {})).toHaveLength(1);
  });

  it('of many files is one undo step; redo brings the documents back without reading again', async () => {
    const backend = await openTestBackend();
    await importTexts(backend, Object.fromEntries([1, 2, 3].map((n) => [`${n}.txt`, paragraph(n)])));
    expect((await backend.call('projects.summary', {})).undoLabel).toBe('Import 3 documents');
    await backend.call('history.undo', {});
    expect(await backend.call('documents.list', {})).toEqual([]);
    expect((await backend.call('imports.list', {})).every((item) => item.documentId === null && item.reason.includes('removed since'))).toBe(true);
    expect((await backend.call('search.find', { query: 'harvest' })).total).toBe(0);
    await backend.call('history.redo', {});
    expect(await backend.call('documents.list', {})).toHaveLength(3);
    expect((await backend.call('search.find', { query: 'harvest' })).total).toBe(3);
  });

  it('takes a folder of 1,000 files, tells its progress, and other calls are answered meanwhile', async () => {
    const backend = await openTestBackend({ workers: 2 });
    const done: number[] = [];
    backend.subscribe((event) => {
      if (event.type === 'progress') done.push(event.job.done);
    });
    const files = Array.from({ length: 1000 }, (_, n) => ({ name: `many/${n}.txt`, bytes: bytes(paragraph(n)) }));
    const { runId } = await backend.call('imports.add', { files: files.slice(0, 500) });
    await backend.call('imports.add', { runId, files: files.slice(500) });
    const waited = backend.call('imports.wait', { runId });
    expect((await backend.call('documents.list', {})).length).toBeLessThan(1000);
    const tag = await backend.call('tags.create', { name: 'While importing' });
    expect((await waited).filter((item) => item.status === 'ok')).toHaveLength(1000);
    expect(await backend.call('documents.list', {})).toHaveLength(1000);
    expect(done.at(-1)).toBe(1000);
    expect(new Set(done).size).toBeGreaterThan(10);
    expect((await backend.call('tags.list', {}))[0]?.id).toBe(tag.id);
  }, 60_000);

  it('that is cancelled keeps what was read, and the rest can be read later', async () => {
    const backend = await openTestBackend();
    const files = Array.from({ length: 200 }, (_, n) => ({ name: `${n}.txt`, bytes: bytes(paragraph(n)) }));
    const { runId } = await backend.call('imports.add', { files });
    await backend.call('imports.cancel', { runId });
    const ledger = await backend.call('imports.wait', { runId });
    const cancelled = ledger.filter((item) => item.status === 'cancelled');
    expect(cancelled.length).toBeGreaterThan(150);
    expect(await backend.call('documents.list', {})).toHaveLength(ledger.filter((item) => item.status === 'ok').length);
    await backend.call('imports.retry', { ids: cancelled.map((item) => item.id) });
    await backend.call('imports.wait', { runId });
    expect(await backend.call('documents.list', {})).toHaveLength(200);
  }, 30_000);

  it('that was under way when the application was closed goes on at the next start, without doubles', async () => {
    const backend = await openTestBackend();
    const files = Array.from({ length: 60 }, (_, n) => ({ name: `${n}.txt`, bytes: bytes(paragraph(n)) }));
    const { runId } = await backend.call('imports.add', { files });
    await backend.close();
    const again = await openTestBackend({ folder: backend.folder });
    const ledger = await again.call('imports.wait', { runId });
    expect(ledger.map((item) => item.status)).toEqual(files.map(() => 'ok'));
    expect(await again.call('documents.list', {})).toHaveLength(60);
  }, 30_000);

  it('keeps names with quotes, emoji and folders as they are, and never as a path', async () => {
    const backend = await openTestBackend();
    const names = [`it's "quoted" 🌾/Ünï.txt`, '../../etc/passwd.txt', 'C:\\temp\\x.txt', '报告.txt'];
    await importTexts(backend, Object.fromEntries(names.map((name, n) => [name, paragraph(n)])));
    expect((await backend.call('documents.list', {})).map((document) => document.fileName).toSorted()).toEqual(names.toSorted());
    const [document] = await backend.call('documents.list', {});
    const original = await backend.call('documents.original', { id: document?.id ?? '' });
    expect(original.fileName).not.toContain('/');
  });
});
