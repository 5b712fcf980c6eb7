// Mails as they travel (RFC 5322 and MIME): decoded by a library; what of them a reader wants is chosen here.

import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { HeldFile } from '../../../core/document.ts';
import { UserError } from '../../../core/user-error.ts';
import { decodeText } from '../encoding.ts';
import { cleanName, uniquePath } from '../zip/path.ts';
import type { Mail } from './mail.ts';

const shown = new Set(['from', 'to', 'cc', 'bcc', 'date', 'subject', 'reply-to', 'sender']);
/** Names for attached files that have none, by their type. */
const extensions: Readonly<Record<string, string>> = { 'message/rfc822': 'eml', 'text/plain': 'txt', 'text/html': 'html', 'text/csv': 'csv', 'text/calendar': 'ics', 'application/pdf': 'pdf', 'application/zip': 'zip' };
const signatures = /^application\/(?:x-)?(?:pkcs7-signature|pgp-signature)$/;

/** Throws UserError 'unreadable-file' or 'encrypted-file'. */
export async function readInternetMail(bytes: Uint8Array): Promise<Mail> {
  const email = await parsed(bytes);
  const head = (key: string): string => email.headers.filter((header) => header.key === key).map(({ value }) => value).join(', ').replace(/\s+/g, ' ').trim();
  refuseEncrypted(head('content-type'), email);
  const { files, parts } = sorted(email.attachments);
  const people = (name: string, list: readonly Address[] | undefined) => ({ name, value: (list ?? []).map(printed).join(', ') });
  const date = head('date');
  const heads = [
    people('From', email.from ? [email.from] : undefined),
    ...(email.sender && JSON.stringify(email.sender) !== JSON.stringify(email.from) ? [people('Sender', [email.sender])] : []),
    people('To', email.to),
    people('Cc', email.cc),
    people('Bcc', email.bcc),
    people('Reply-To', email.replyTo),
    { name: 'Date', value: date },
  ].filter(({ value }) => value !== '');
  return {
    subject: (email.subject ?? '').replace(/\s+/g, ' ').trim(),
    heads,
    author: email.from?.name || (email.from?.address ?? ''),
    date: email.date ?? '',
    html: email.html ?? '',
    text: plainLines(email.text ?? ''),
    attachments: files,
    parts,
    otherHeads: email.headerLines.filter(({ key }) => !shown.has(key)).map(({ line }) => line).join('\n'),
    warnings: [],
  };
}

/** Also used for saved web pages, which travel in the same form. */
export async function parsed(bytes: Uint8Array): Promise<Email> {
  // Old mailboxes put a line before the heads.
  const start = /^From [^\n]{1,500}\n/.exec(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 600)).toString('latin1'))?.[0].length ?? 0;
  try {
    return await PostalMime.parse(bytes.subarray(start), { forceRfc822Attachments: true, maxNestingDepth: 50 });
  } catch {
    throw new UserError('unreadable-file', 'The mail is damaged, or nests its parts beyond sense.', 'Save it again from the mail program.');
  }
}

function refuseEncrypted(contentType: string, email: Email): void {
  const sealed = /^multipart\/encrypted|^application\/(?:x-)?pkcs7-mime/i.test(contentType) && !/smime-type="?signed-data/i.test(contentType);
  if (sealed && !email.text && !email.html) throw new UserError('encrypted-file', 'The mail is encrypted.', 'Open it in the mail program and save it decrypted, or print it to PDF.');
}

function printed({ name, address = '', group }: Address): string {
  if (group) return `${name}: ${group.map(printed).join(', ')}`;
  if (name === '' || name === address) return address;
  return address === '' ? name : `${name} <${address}>`;
}

/** Attached files, and parts that belong to the mail itself. */
function sorted(attachments: readonly Attachment[]): { files: HeldFile[]; parts: Mail['parts'] } {
  const files: HeldFile[] = [];
  const parts: Mail['parts'] = [];
  const taken = new Map<string, number>();
  for (const [at, attachment] of attachments.entries()) {
    const name = nameOf(attachment, at + 1);
    if (signatures.test(attachment.mimeType)) parts.push({ name, reason: 'signature of the mail' });
    else if ((attachment.related || (attachment.contentId && attachment.disposition !== 'attachment')) && attachment.mimeType.startsWith('image/')) parts.push({ name, reason: 'picture in the mail' });
    else files.push({ name: uniquePath(name, taken), bytes: contentOf(attachment) });
  }
  return { files, parts };
}

function nameOf({ filename, mimeType }: Attachment, number: number): string {
  const extension = extensions[mimeType] ?? /^\w+\/(?:x-)?([a-z\d]{2,5})$/.exec(mimeType)?.[1] ?? 'bin';
  const name = filename ? cleanName(filename) : `attachment-${number}.${extension}`;
  return mimeType === 'message/rfc822' && !/\.eml$/i.test(name) ? `${name}.eml` : name;
}

export function contentOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return new Uint8Array(content);
}

/** One kind of line end and no characters that cannot be kept. */
function plainLines(text: string): string {
  return decodeText(new TextEncoder().encode(text.toWellFormed())).text;
}
