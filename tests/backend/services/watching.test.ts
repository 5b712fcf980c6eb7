// A watched folder: what appears in it is imported once it has stopped growing; what programs leave half written is not.

import { appendFileSync, chmodSync, mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPassingFile } from '../../../shared/backend/jobs/folder-scan.ts';
import { openTestBackend, type TestBackend } from '../../support/backend.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { patience } from '../../support/patience.ts';

const watchPause = 150;
const text = (n: number) => `Paper ${String(n)}\n\n${Array.from({ length: 60 }, (_, at) => `Sentence ${String(at * n)} of paper ${String(n)} speaks of matter ${String((at * 7) % 23)}.`).join(' ')}`;

async function watched(): Promise<{ backend: TestBackend; folder: string }> {
  const folder = join(temporaryFolder(), 'inbox');
  mkdirSync(folder);
  const backend = await openTestBackend({ watchPause });
  return { backend, folder };
}

const names = async (backend: TestBackend) => (await backend.call('documents.list', {})).map((document) => document.fileName).toSorted();
async function until(backend: TestBackend, expected: string[]): Promise<void> {
  await expect.poll(() => names(backend), { timeout: patience }).toEqual(expected);
}
const looks = (count: number) => new Promise((resolve) => setTimeout(resolve, count * watchPause * 3));

describe('a watched folder', () => {
  it('gives what is in it and what appears in it, with its folders, once; hidden and half written files are left', async () => {
    const { backend, folder } = await watched();
    writeFileSync(join(folder, 'there.txt'), text(1));
    expect(await backend.call('watch.state', {})).toMatchObject({ folder: null, state: 'off' });
    expect(await backend.call('watch.start', { path: folder })).toMatchObject({ folder: 'inbox', state: 'watching' });
    await until(backend, ['inbox/there.txt']);
    mkdirSync(join(folder, '2021'));
    writeFileSync(join(folder, '2021', 'new “quoted” 😀.txt'), text(2));
    for (const name of ['~$new.docx', '.hidden.txt', 'big.pdf.part', 'copy.tmp', 'note.txt~', 'x.crdownload']) writeFileSync(join(folder, name), text(3));
    await until(backend, ['inbox/2021/new “quoted” 😀.txt', 'inbox/there.txt']);
    await looks(3);
    expect(await backend.call('imports.list', {})).toHaveLength(2);
    expect(await backend.call('watch.state', {})).toMatchObject({ files: 2, fault: '' });
  });

  it('waits for a file that still grows, and takes one that is renamed when it is whole', async () => {
    const { backend, folder } = await watched();
    await backend.call('watch.start', { path: folder });
    const file = join(folder, 'growing.txt');
    writeFileSync(file, 'Growing\n\n');
    for (let part = 0; part < 12; part += 1) {
      appendFileSync(file, `Part ${String(part)}. `);
      await new Promise((resolve) => setTimeout(resolve, watchPause / 2));
    }
    writeFileSync(join(folder, 'loaded.txt.part'), text(4));
    renameSync(join(folder, 'loaded.txt.part'), join(folder, 'loaded.txt'));
    await until(backend, ['inbox/growing.txt', 'inbox/loaded.txt']);
    const document = (await backend.call('documents.list', {})).find(({ fileName }) => fileName === 'inbox/growing.txt');
    expect((await backend.call('documents.reading', { id: document?.id ?? '' })).text).toContain('Part 11.');
  });

  it('that changes gives a new document, offered as a newer state; touched or deleted it gives nothing', async () => {
    const { backend, folder } = await watched();
    const file = join(folder, 'note.txt');
    writeFileSync(file, text(5));
    await backend.call('watch.start', { path: folder });
    await until(backend, ['inbox/note.txt']);
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    await looks(3);
    expect(await backend.call('imports.list', {})).toHaveLength(1);
    writeFileSync(file, text(6));
    await until(backend, ['inbox/note.txt', 'inbox/note.txt']);
    expect(await backend.call('pairs.list', {})).toMatchObject([{ kind: 'file', document: { fileName: 'inbox/note.txt' }, decision: null }]);
    rmSync(file);
    await looks(3);
    expect(await names(backend)).toHaveLength(2);
  });

  it('goes on after a restart without giving anything twice, and rests when it is stopped', async () => {
    const { backend, folder } = await watched();
    writeFileSync(join(folder, 'one.txt'), text(7));
    await backend.call('watch.start', { path: folder });
    await until(backend, ['inbox/one.txt']);
    await backend.close();
    writeFileSync(join(folder, 'two.txt'), text(8));
    const again = await openTestBackend({ folder: backend.folder, watchPause });
    await until(again, ['inbox/one.txt', 'inbox/two.txt']);
    expect(await again.call('imports.list', {})).toHaveLength(2);
    await again.call('watch.stop', {});
    writeFileSync(join(folder, 'three.txt'), text(9));
    await looks(3);
    expect(await names(again)).toHaveLength(2);
    await expect(again.call('watch.stop', {})).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that vanishes is said, and is watched again when it is back', async () => {
    const { backend, folder } = await watched();
    await backend.call('watch.start', { path: folder });
    rmSync(folder, { recursive: true });
    await expect.poll(() => backend.call('watch.state', {}), { timeout: patience }).toMatchObject({ state: 'unreadable', fault: expect.stringContaining('is not there') as unknown });
    mkdirSync(folder);
    writeFileSync(join(folder, 'back.txt'), text(10));
    await until(backend, ['inbox/back.txt']);
    expect(await backend.call('watch.state', {})).toMatchObject({ state: 'watching', fault: '' });
  });

  it('cannot be chosen when it is no folder or not there; a page can choose none at all', async () => {
    const { backend, folder } = await watched();
    writeFileSync(join(folder, 'file.txt'), 'x');
    await expect(backend.call('watch.start', { path: join(folder, 'nothing') })).rejects.toMatchObject({ code: 'not-found' });
    await expect(backend.call('watch.start', { path: join(folder, 'file.txt') })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(backend.callUnchecked('watch.start', { path: folder }, 'page')).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await backend.call('watch.state', {})).toMatchObject({ folder: null, state: 'off' });
  });

  it.skipIf(process.getuid?.() === 0)('that may not be read is said in words (needs a user other than root, who may read all)', async () => {
    const { backend, folder } = await watched();
    chmodSync(folder, 0o000);
    await expect(backend.call('watch.start', { path: folder })).rejects.toMatchObject({ code: 'not-allowed' });
    chmodSync(folder, 0o700);
  });
});

it('files that programs keep only for a while are known by their names', () => {
  expect(['~$report.docx', '.~lock.report.odt#', '#note.txt#', 'note.txt~', '4913', 'Thumbs.db', 'report.pdf.crdownload', 'a.PART', 'x.swp', 'project.annals', 'project.annals-wal'].every(isPassingFile)).toBe(true);
  expect(['report.pdf', 'part.txt', 'temp.md', '~note.txt', 'a#b.html', '2021.tmp.pdf'].some(isPassingFile)).toBe(false);
});
