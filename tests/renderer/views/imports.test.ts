// Handing in files: order, names, batches, files that cannot be read; and the ledger's table form.

import { describe, expect, it } from 'vitest';
import { fromPicker } from '../../../renderer/views/library/imports/handed-files.ts';
import { batches, handOver, sentenceOfRun } from '../../../renderer/views/library/imports/import-run.ts';
import { ledgerCsv, statusWords } from '../../../renderer/views/library/imports/ledger.ts';
import type { ImportItem } from '../../../shared/core/library.ts';
import { openTestBackend } from '../../support/backend.ts';

const file = (name: string, text = name) => new File([text], name);
/** A file that was deleted after it was chosen. */
const vanished = (name: string) => Object.assign(file(name), { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotFoundError')) });
/** Claims a size without holding it. */
const sized = (name: string, size: number) => ({ name, file: Object.defineProperty(file(name), 'size', { value: size }) });

describe('files handed in', () => {
  it('come in the order people count, without files of the system, which are named', () => {
    const { files, leftOut } = fromPicker([file('report 10.pdf'), file('.DS_Store'), file('report 2.pdf'), file('Thumbs.db')]);
    expect(files.map(({ name }) => name)).toEqual(['report 2.pdf', 'report 10.pdf']);
    expect(leftOut).toHaveLength(2);
  });
  it('go over in calls of at most 50 files and 4 MB, a larger file alone', () => {
    expect(batches(Array.from({ length: 120 }, (_, index) => sized(`${String(index)}.txt`, 10))).map((call) => call.length)).toEqual([50, 50, 20]);
    const mega = 1024 * 1024;
    expect(batches([sized('a', 3 * mega), sized('b', 3 * mega), sized('c', 40 * mega), sized('d', mega)]).map((call) => call.map(({ name }) => name))).toEqual([['a'], ['b'], ['c'], ['d']]);
    expect(batches([])).toEqual([]);
  });
  it('end as one run of the real application; one that cannot be read is named and does not stop the others', async () => {
    const backend = await openTestBackend();
    const files = [{ name: 'folder/“a” 😀.txt', file: file('a', 'First text about inspections.') }, { name: 'gone.txt', file: vanished('gone.txt') }, ...Array.from({ length: 60 }, (_, index) => ({ name: `n${String(index)}.txt`, file: file('n', `Text number ${String(index)}.`) }))];
    const steps: number[] = [];
    const over = await handOver({ call: backend.call, subscribe: backend.subscribe }, files, new AbortController().signal, (_runId, handed) => steps.push(handed));
    expect(over.unreadable).toEqual(['gone.txt']);
    expect(steps).toEqual([50, 62]);
    const items = await backend.call('imports.wait', { runId: over.runId ?? '' });
    expect(items).toHaveLength(61);
    expect(items.map((item) => item.fileName)).toContain('folder/“a” 😀.txt');
    expect(sentenceOfRun(items)).toBe('61 files: 61 read.');
  });
  it('stop going over when the analyst stops', async () => {
    const backend = await openTestBackend();
    const stop = new AbortController();
    const files = Array.from({ length: 200 }, (_, index) => ({ name: `n${String(index)}.txt`, file: file('n', `Text ${String(index)}.`) }));
    const over = await handOver({ call: backend.call, subscribe: backend.subscribe }, files, stop.signal, () => stop.abort());
    expect(over.isStopped).toBe(true);
    expect(await backend.call('imports.list', { runId: over.runId ?? '' })).toHaveLength(50);
  });
});

describe('the ledger', () => {
  const item: ImportItem = { id: '1', runId: 'r', fileName: 'a.txt', size: 3, status: 'failed', reason: 'It is empty.', hint: '', documentId: null, documentIds: [], format: null, at: '2026-01-01T00:00:00Z' };
  it('as CSV quotes what needs it, and no file name becomes a formula', () => {
    const csv = ledgerCsv([{ ...item, fileName: '=HYPERLINK("x")', reason: 'a "quoted", word' }, { ...item, status: 'duplicate', reason: 'line\nbreak' }]);
    expect(csv.split('\r\n')[1]).toBe(`Failed,"'=HYPERLINK(""x"")",3,"a ""quoted"", word",,2026-01-01T00:00:00Z`);
    expect(csv).toContain('"line\nbreak"');
  });
  it('has a sign and a word for every status, none twice', () => {
    const words = Object.values(statusWords);
    expect(new Set(words.map(({ sign }) => sign)).size).toBe(words.length);
  });
  it('tells how a run ended in one sentence', () => {
    const run: ImportItem[] = [item, { ...item, status: 'ok' }, { ...item, status: 'warnings' }, { ...item, status: 'duplicate' }, { ...item, status: 'cancelled' }];
    expect(sentenceOfRun(run)).toBe('5 files: 2 read, 1 of them with warnings, 1 already here, 1 failed, 1 stopped.');
  });
});
