// Files inside files, through the front door: each gets its ledger line and document; bombs, circles and deep nesting end.

import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openTestBackend, type TestBackend } from '../../support/backend.ts';

async function imported(backend: TestBackend, files: Record<string, Uint8Array>) {
  const { runId } = await backend.call('imports.add', { files: Object.entries(files).map(([name, bytes]) => ({ name, bytes })) });
  const items = await backend.call('imports.wait', { runId });
  return items.map(({ fileName, status, reason, documentId }) => ({ fileName, status, reason, hasDocument: documentId !== null }));
}

const words = (text: string) => strToU8(`${text}\n\nWords of a paper.`);
const mail = `From: a@example.org\r\nMessage-ID: <1@example.org>\r\nSubject: Papers\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nSee the paper.\r\n--b\r\nContent-Type: text/plain; name=paper.txt\r\nContent-Disposition: attachment; filename=paper.txt\r\n\r\nThe attached paper.\r\n--b--\r\n`;

describe('files inside files', () => {
  it('become documents of their own, under names that say where they lay', { timeout: 60_000 }, async () => {
    const backend = await openTestBackend();
    const lines = await imported(backend, { 'papers.zip': zipSync({ 'north/a.txt': words('A'), 'mail.eml': strToU8(mail), 'more.zip': zipSync({ 'c.csv': strToU8('a,b\n1,2') }), 'bomb.txt': new Uint8Array(20_000_000) }) });
    expect(lines.map(({ fileName, status, hasDocument }) => `${fileName} ${status}${hasDocument ? ' document' : ''}`)).toEqual([
      'papers.zip warnings',
      'papers.zip/north/a.txt ok document',
      'papers.zip/mail.eml ok document',
      'papers.zip/more.zip ok',
      'papers.zip/mail.eml/paper.txt ok document',
      'papers.zip/more.zip/c.csv ok document',
    ]);
    expect(lines[0]?.reason).toMatch(/^Holds 3 files; each has a line of its own\. One file was not unpacked: “bomb\.txt” unpacks/);
    expect((await backend.call('documents.list', {})).map(({ title }) => title).sort()).toHaveLength(4);
  });

  it('of two archives come in the order in which these were dropped, however long the first takes', { timeout: 60_000 }, async () => {
    const backend = await openTestBackend({ workers: 2 });
    // Both threads run before the archives come, so that the small one is unpacked long before the large one.
    await imported(backend, { 'a.txt': words('a'), 'b.txt': words('b') });
    const first = zipSync({ 'large.bin': Uint8Array.from({ length: 12_000_000 }, (_, at) => (at * 7919) & 0xff), 'small.txt': words('small') }, { level: 0 });
    const lines = await imported(backend, { 'first.zip': first, 'second.zip': zipSync({ 'one.txt': words('one') }) });
    expect(lines.map(({ fileName }) => fileName)).toEqual(['first.zip', 'second.zip', 'first.zip/large.bin', 'first.zip/small.txt', 'second.zip/one.txt']);
  });

  it('are duplicates when the archive comes again', { timeout: 60_000 }, async () => {
    const backend = await openTestBackend();
    const archive = zipSync({ 'a.txt': words('A') });
    await imported(backend, { 'papers.zip': archive });
    expect((await imported(backend, { 'again.zip': archive })).map(({ status }) => status)).toEqual(['ok', 'duplicate']);
    expect((await imported(backend, { 'one.zip': archive, 'two.zip': archive })).map(({ status }) => status).sort()).toEqual(['duplicate', 'duplicate', 'ok']);
  });

  it('are not followed deeper than five', { timeout: 60_000 }, async () => {
    const backend = await openTestBackend();
    let archive = zipSync({ 'deep.txt': words('deep') });
    for (let depth = 0; depth < 7; depth++) archive = zipSync({ 'in.zip': archive });
    const lines = await imported(backend, { 'a.zip': archive, 'b.txt': words('beside') });
    expect(lines.at(-1)).toMatchObject({ fileName: 'a.zip/in.zip/in.zip/in.zip/in.zip/in.zip', status: 'failed' });
    expect(lines.at(-1)?.reason).toContain('more than 5 deep');
    expect(lines.find(({ fileName }) => fileName === 'b.txt')?.status).toBe('ok');
  });
});
