// Mailboxes (.mbox; RFC 4155 and the older habits): the mails in them are handed on, each to be imported as a file of its own.

import type { HeldFile, Warning } from '../../core/document.ts';
import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { extensionOf, looksLikeText } from './detect.ts';
import { parsedDocument } from './parsed-document.ts';

const megabyte = 1024 * 1024;
const largestMailbox = 512 * megabyte;
const mostMails = 10_000;

/** A line that begins a mail: "From sender date", after a blank line or at the beginning, with a head line under it. */
const separator = /(?:^|\r?\n\r?\n)(From [^\r\n]{1,300}\r?\n)(?=[A-Za-z][A-Za-z\d-]{0,60}:)/g;

export const mboxImporter: Importer = {
  id: 'mbox',
  name: 'Mailbox',
  extensions: ['mbox'],
  accepts: ({ name, bytes, detected }) => {
    if ((detected && detected.ext !== 'eml') || !looksLikeText(bytes)) return 0;
    const beginning = latin1(bytes.subarray(0, 256 * 1024));
    if (!/^From [^\r\n]+\r?\n[A-Za-z][A-Za-z\d-]*:/.test(beginning)) return 0;
    // A single mail with its mailbox line is read as the mail it is.
    return extensionOf(name) === 'mbox' || [...beginning.matchAll(separator)].length > 1 ? 0.95 : 0;
  },
  parse: async ({ bytes, onProgress }) => {
    if (bytes.length > largestMailbox) throw new UserError('too-large', `The mailbox has ${Math.round(bytes.length / megabyte)} MB; Annals reads mailboxes up to ${largestMailbox / megabyte} MB.`, 'Divide it in your mail program, or save the mails you need.');
    const text = latin1(bytes);
    const starts = [...text.matchAll(separator)].map((match) => ({ line: match.index + match[0].length - (match[1]?.length ?? 0), head: match.index + match[0].length }));
    if (starts.length === 0) throw new UserError('unreadable-file', 'There is no mail in this mailbox.', 'Export it again from your mail program.');
    const files: HeldFile[] = [];
    const width = String(Math.min(starts.length, mostMails)).length;
    for (const [at, { head }] of starts.slice(0, mostMails).entries()) {
      const mail = text.slice(head, starts[at + 1]?.line ?? text.length);
      // Lines of a text that begin like a separator are kept behind a sign (">From").
      files.push({ name: `mail ${String(at + 1).padStart(width, '0')}.eml`, bytes: new Uint8Array(Buffer.from(mail.replace(/^>(>*From )/gm, '$1').trimEnd() + '\n', 'latin1')) });
      if (at % 100 === 0) onProgress?.(at + 1, starts.length);
    }
    const more = starts.length - files.length;
    const warnings: Warning[] = more > 0 ? [{ code: 'not-unpacked', message: `The mailbox holds ${starts.length.toLocaleString('en')} mails; the first ${mostMails.toLocaleString('en')} were taken. Divide it to read the others.` }] : [];
    return { ...parsedDocument([], { source: '' }), warnings, files };
  },
};

/** A byte for a letter, so that places in the text are places in the file. */
function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}
