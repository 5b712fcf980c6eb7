// Mailboxes: every mail a file of its own, with nothing of it lost or changed.

import { describe, expect, it } from 'vitest';
import { chooseImporter, importFile } from '../../../shared/backend/importers/index.ts';
import { importTexts, openTestBackend } from '../../support/backend.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const mail = (subject: string, body: string) => `From MAILER-DAEMON Thu Jan  3 10:00:00 2019\nFrom: A <a@example.org>\nTo: b@example.org\nSubject: ${subject}\nDate: Thu, 3 Jan 2019 10:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n${body}\n\n`;

describe('a mailbox', () => {
  it('hands on each mail as it was sent, lines that look like a separator included', async () => {
    const parsed = await importFile({ name: 'desk.mbox', bytes: bytes(mail('One', 'Früh.\n\n>From here on it rained.\nFrom the hill we saw it.') + mail('Two', 'Ende.')) });
    expect(parsed.text).toBe('');
    expect(parsed.files?.map(({ name }) => name)).toEqual(['mail 1.eml', 'mail 2.eml']);
    const [first, second] = (parsed.files ?? []).map((file) => new TextDecoder().decode(file.bytes));
    expect(first).toContain('Früh.\n\nFrom here on it rained.\nFrom the hill we saw it.\n');
    expect(first).not.toContain('MAILER-DAEMON');
    expect(second).toContain('Subject: Two');
  });

  it('is known by its content, and a single mail stays a mail', async () => {
    expect((await chooseImporter({ name: 'archive.txt', bytes: bytes(mail('One', 'a') + mail('Two', 'b')) })).id).toBe('mbox');
    expect((await chooseImporter({ name: 'one.eml', bytes: bytes(mail('One', 'a')) })).id).toBe('email');
    expect((await chooseImporter({ name: 'From here.txt', bytes: bytes('From here we went on.\n\nFrom there too.') })).id).toBe('text');
  });

  it('becomes documents of its mails, each in the ledger', async () => {
    const backend = await openTestBackend();
    const { runId } = await backend.call('imports.add', { files: [{ name: 'desk.mbox', bytes: bytes(mail('Answer from Ghana', 'Yes.') + mail('Question', 'When?')) }] });
    const items = await backend.call('imports.wait', { runId });
    expect(items.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
    expect((await backend.call('documents.list', {})).map(({ title }) => title).sort()).toEqual(['Answer from Ghana', 'Question']);
    await importTexts(backend, { 'x.txt': 'x' });
  });

  it('without a mail, and an empty file, are refused with a sentence', async () => {
    await expect(importFile({ name: 'a.mbox', bytes: bytes('') })).rejects.toThrow('empty');
    await expect(importFile({ name: 'a.mbox', bytes: new Uint8Array([0, 1, 2, 3, 0, 0, 9]) })).rejects.toThrow();
  });
});
