// Files made to keep a program busy: each is stopped and said so in its line; the others are read.

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importForm } from '../../../shared/backend/jobs/import-form.ts';
import { emptyBlock } from '../../../shared/core/document.ts';
import type { Recognition } from '../../../shared/core/recognition.ts';
import { openTestBackend } from '../../support/backend.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const note = (n: number) => bytes(`Note ${String(n)}\n\nThe school stayed open during harvest number ${String(n)}.`);
const workerFile = new URL('../../support/odd-worker.ts', import.meta.url);

async function ledgerOf(files: Record<string, Uint8Array>, options: Parameters<typeof openTestBackend>[0] = {}) {
  const backend = await openTestBackend(options);
  const { runId } = await backend.call('imports.add', { files: Object.entries(files).map(([name, content]) => ({ name, bytes: content })) });
  const items = await backend.call('imports.wait', { runId });
  return { backend, lines: Object.fromEntries(items.map(({ fileName, status, reason, hint }) => [fileName, { status, said: `${reason} ${hint}` }])) };
}

describe('one file cannot hold up the others', () => {
  it('when it hangs, when it never says anything, when its thread dies', async () => {
    const { lines } = await ledgerOf({ 'a.txt': note(1), 'hangs.txt': note(2), 'never says.txt': note(3), 'dies.txt': note(4), 'z.txt': note(5) }, { workerFile, workers: 2, fileLimits: { time: 60_000, silence: 15_000 } });
    expect(Object.values(lines).map(({ status }) => status)).toEqual(['ok', 'failed', 'failed', 'failed', 'ok']);
    expect(lines['hangs.txt']?.said).toContain('came no further for 15 seconds and was stopped');
    expect(lines['dies.txt']?.said).toContain('because of a fault in Annals; the others are not affected');
  });

  it('when it takes longer in all than a file may', async () => {
    const { lines } = await ledgerOf({ 'hangs.txt': note(1), 'z.txt': note(2) }, { workerFile, fileLimits: { time: 20_000 } });
    expect(lines['hangs.txt']).toMatchObject({ status: 'failed', said: expect.stringContaining('took longer than 20 seconds and was stopped') as unknown });
    expect(lines['z.txt']?.status).toBe('ok');
  });

  it('when it eats more memory than a thread has', { timeout: 120_000 }, async () => {
    const { lines, backend } = await ledgerOf({ 'a.txt': note(1), 'eats.txt': note(2), 'z.txt': note(3) }, { workerFile, fileLimits: { memory: 200 } });
    expect(lines['eats.txt']).toMatchObject({ status: 'failed', said: expect.stringContaining('needs more memory than there is') as unknown });
    expect(lines['z.txt']?.status).toBe('ok');
    expect(await backend.call('documents.list', {})).toHaveLength(2);
  });

  it('when it is a bomb, a bomb in a bomb, or lies 50 archives deep', { timeout: 120_000 }, async () => {
    const bomb = zipSync({ 'zeros.txt': new Uint8Array(60_000_000) });
    let deep = zipSync({ 'deep.txt': strToU8('Deep.') });
    for (let depth = 0; depth < 50; depth += 1) deep = zipSync({ 'in.zip': deep });
    const { lines } = await ledgerOf({ 'bomb.zip': bomb, 'bombs.zip': zipSync({ 'bomb.zip': bomb, 'good.txt': note(7) }), 'deep.zip': deep, 'z.txt': note(1) });
    expect(lines['bomb.zip']).toMatchObject({ status: 'failed', said: expect.stringContaining('unpack') as unknown });
    expect(lines['bombs.zip/bomb.zip']?.status).toBe('failed');
    expect(lines['bombs.zip/good.txt']?.status).toBe('ok');
    const refused = Object.values(lines).filter(({ said }) => said.includes('nested more than 5 deep'));
    expect(refused).toHaveLength(1);
    expect(lines['z.txt']?.status).toBe('ok');
  });

  it('when it has more pages, characters or paragraphs than any document', () => {
    const page = { number: 1, label: null, start: 0, end: 0, width: 600, height: 800, words: [] };
    const parsed = { text: '', blocks: [], pages: [], properties: {}, warnings: [], leftOut: [] };
    const form = (change: object) => () => importForm({ format: 'pdf', parsed: { ...parsed, ...change }, recognition: {} as Recognition, files: [] });
    expect(form({ pages: Array.from({ length: 20_000 }, () => page) })).toThrow('has 20,000 pages; Annals takes 5,000');
    expect(form({ text: 'x'.repeat(31_000_000) })).toThrow('has 31 million characters');
    expect(form({ blocks: Array.from({ length: 500_001 }, () => ({ ...emptyBlock, kind: 'paragraph', start: 0, end: 0 })) })).toThrow('has 500,001 paragraphs and rows');
    expect(form({})).not.toThrow();
  });
});
