// Mails (.eml and .msg): the heads an analyst reads, the text with what it quotes, and the attached files, which are handed on.
// Nothing in a mail is run, opened or loaded.

import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { beginningOf, extensionOf, looksLikeText } from './detect.ts';
import { mailDocument } from './email/document.ts';
import { readMessageFile } from './email/msg.ts';
import { readInternetMail } from './email/eml.ts';

const megabyte = 1024 * 1024;
/** Mail systems refuse mails of more than 25 to 150 MB. */
const largestMail = 200 * megabyte;

/** Head lines that hardly stand at the beginning of anything but a mail. */
const telling = /^(?:Return-Path|Received|Message-ID|MIME-Version|Delivered-To|X-Mailer|DKIM-Signature|Authentication-Results|Thread-Index|X-Originating-IP):/im;
const firstHead = /^(?:From [^\n]{3,200}\r?\n)?[A-Za-z][A-Za-z\d-]{1,60}: ?\S/;
const usual = /^(?:From|To|Subject|Date|Cc|Reply-To|Sender):/im;

export const emailImporter: Importer = {
  id: 'email',
  name: 'Mail',
  extensions: ['eml', 'msg'],
  accepts: ({ name, bytes, detected }) => {
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return isMessageFile(bytes) ? 1 : 0;
    if ((detected && detected.ext !== 'eml') || !looksLikeText(bytes)) return 0;
    const beginning = beginningOf(bytes, 16 * 1024);
    const end = /\r?\n\r?\n/.exec(beginning)?.index ?? beginning.length;
    const heads = beginning.slice(0, end);
    if (!firstHead.test(heads) || !usual.test(heads)) return 0;
    if (/^Content-Type:\s*multipart\/related/im.test(heads) && /^(?:Snapshot-Content-Location|X-MimeOLE|From: <?Saved by)/im.test(heads)) return 0;
    return telling.test(heads) ? 0.92 : extensionOf(name) === 'eml' ? 0.9 : 0;
  },
  parse: async ({ bytes }) => {
    if (bytes.length > largestMail) throw new UserError('too-large', `The mail has ${Math.round(bytes.length / megabyte)} MB; Annals reads mails up to ${largestMail / megabyte} MB.`, 'Save its attachments and import them.');
    return mailDocument(bytes[0] === 0xd0 && bytes[1] === 0xcf ? readMessageFile(bytes) : await readInternetMail(bytes));
  },
};

/** Outlook's files are compound files (MS-CFB, MS-OXMSG); names in them are in UTF-16. */
function isMessageFile(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('__properties_version1.0', 'utf16le'));
}
