// Mails saved by Outlook (.msg; MS-OXMSG): decoded by a library; what of them a reader wants is chosen here.

import imported, { type FieldsData } from '@kenjiuno/msgreader';
import type { HeldFile } from '../../../core/document.ts';
import { UserError } from '../../../core/user-error.ts';
import { beginningOf } from '../detect.ts';
import { decodeText } from '../encoding.ts';
import { declaredEncoding } from '../html/head.ts';
import { cleanName, uniquePath } from '../zip/path.ts';
import { hasSoundChains } from './compound-file.ts';
import type { Mail } from './mail.ts';

/** The library is a CommonJS module; depending on who loads it, its default export is wrapped once more. */
const MsgReader = (imported as { default?: typeof imported }).default ?? imported;

/** Throws UserError 'unreadable-file'. */
export function readMessageFile(bytes: Uint8Array): Mail {
  if (!hasSoundChains(bytes)) throw damaged();
  try {
    const reader = new MsgReader(bytes.slice().buffer);
    const fields = reader.getFileData();
    if (fields.error || fields.dataType !== 'msg') throw damaged();
    const { files, parts, lost } = attachmentsOf(reader, fields);
    const date = [fields.messageDeliveryTime, fields.clientSubmitTime, fields.creationTime].find((value) => value !== undefined && value !== '') ?? '';
    const from = person(fields.senderName, fields.senderSmtpAddress ?? fields.creatorSMTPAddress ?? fields.senderEmail);
    const recipients = (kind: string) => (fields.recipients ?? []).filter(({ recipType = 'to' }) => recipType === kind).map((one) => person(one.name, one.smtpAddress ?? one.email));
    const heads = [
      { name: 'From', value: from },
      { name: 'To', value: recipients('to').join(', ') },
      { name: 'Cc', value: recipients('cc').join(', ') },
      { name: 'Bcc', value: recipients('bcc').join(', ') },
      { name: 'Date', value: date },
    ].filter(({ value }) => value !== '');
    return {
      subject: (fields.subject ?? '').replace(/\s+/g, ' ').trim(),
      heads,
      author: fields.senderName ?? from,
      date: Number.isNaN(Date.parse(date)) ? date : new Date(date).toISOString(),
      html: htmlOf(fields),
      text: plain(fields.body ?? ''),
      attachments: files,
      parts,
      otherHeads: plain(fields.headers ?? '').trim(),
      warnings: lost.length === 0 ? [] : [{ code: 'attachments-unread', message: `Attached files that could not be read: ${lost.slice(0, 5).join(', ')}${lost.length > 5 ? ' and more' : ''}.` }],
    };
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw damaged();
  }
}

function damaged(): UserError {
  return new UserError('unreadable-file', 'The mail is damaged: it cannot be read as a file of Outlook.', 'Save it again from Outlook, as .msg or .eml.');
}

function person(name: string | undefined, address: string | undefined): string {
  // Addresses inside a company's own system ("/O=…/CN=…") say nothing.
  const mailbox = address !== undefined && address.includes('@') ? address : '';
  if (!name || name === mailbox) return mailbox || (name ?? '');
  return mailbox === '' ? name : `${name} <${mailbox}>`;
}

function htmlOf({ bodyHtml, html }: FieldsData): string {
  if (bodyHtml) return bodyHtml;
  return html && html.length > 0 ? decodeText(html, declaredEncoding(beginningOf(html))).text : '';
}

function attachmentsOf(reader: InstanceType<typeof imported>, { attachments = [] }: FieldsData): { files: HeldFile[]; parts: Mail['parts']; lost: string[] } {
  const files: HeldFile[] = [];
  const parts: Mail['parts'] = [];
  const lost: string[] = [];
  const taken = new Map<string, number>();
  for (const [at, attachment] of attachments.entries()) {
    const written = attachment.fileName ?? attachment.fileNameShort ?? attachment.name ?? `attachment-${at + 1}`;
    const name = cleanName(attachment.innerMsgContent && !/\.msg$/i.test(written) ? `${written}.msg` : written);
    if (attachment.attachmentHidden || (attachment.pidContentId && /\.(?:png|jpe?g|gif|bmp|emz|wmz)$/i.test(name))) {
      parts.push({ name, reason: 'picture in the mail' });
      continue;
    }
    try {
      const { content } = reader.getAttachment(attachment);
      files.push({ name: uniquePath(name, taken), bytes: content.slice() });
    } catch {
      lost.push(name);
    }
  }
  return { files, parts, lost };
}

function plain(text: string): string {
  return decodeText(new TextEncoder().encode(text.toWellFormed())).text;
}
