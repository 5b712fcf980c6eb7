// The sentences for files that no importer reads: what the file is, and what the analyst can do.

import { UserError } from '../../core/user-error.ts';
import { extensionOf, type DetectedType } from './detect.ts';

const readable =
  'Annals reads PDF, Word (.docx), OpenDocument (.odt), Rich Text, spreadsheets (.xlsx, .ods, CSV), mails and mailboxes, electronic books, web pages, Markdown and plain text, and ZIP archives of them.';

/** What the content of a file shows it to be, in words. */
const kinds: Record<string, string> = {
  cfb: 'a document of an old kind (Office 97 to 2003) or a mail of Outlook',
  pptx: 'a presentation',
  odp: 'a presentation',
  exe: 'a program',
  elf: 'a program',
  macho: 'a program',
  sqlite: 'a database',
  ps: 'a PostScript document',
};

const hints: Record<string, string> = {
  cfb: 'Open it in the program that made it and save it as .docx, .xlsx or PDF.',
  pptx: 'Save it as PDF.',
  odp: 'Save it as PDF.',
  ps: 'Convert it to PDF.',
};

export function emptyFile(): UserError {
  return new UserError('unreadable-file', 'The file is empty.', 'Get a fresh copy; the download may have failed.');
}

/** The error for a file that no importer accepts. `detected` is null when its content has no known signature. */
export function refusal(name: string, detected: DetectedType | null): UserError {
  const extension = extensionOf(name);
  const looksLike = extension === '' ? '' : ` although its name ends in .${extension}`;
  if (detected === null) {
    const claimsText = /^(?:txt|text|md|markdown|html?|csv|tsv|log|rtf|eml|mht|mhtml)$/.test(extension);
    return new UserError('unsupported-file', `The file is not text${claimsText ? looksLike : ''}: it holds data of an unknown kind.`, readable);
  }
  const { mime, ext } = detected;
  const what = (Object.hasOwn(kinds, ext) ? kinds[ext] : undefined) ?? generalKind(mime, ext);
  const contradiction = extension !== ext ? looksLike : '';
  return new UserError('unsupported-file', `The file is ${what}${contradiction}, which Annals does not read.`, (Object.hasOwn(hints, ext) ? hints[ext] : undefined) ?? readable);
}

function generalKind(mime: string, ext: string): string {
  const name = ext.toUpperCase();
  if (mime.startsWith('image/')) return `a picture (${name})`;
  if (mime.startsWith('audio/')) return `a sound recording (${name})`;
  if (mime.startsWith('video/')) return `a film (${name})`;
  if (mime.startsWith('font/')) return `a font (${name})`;
  if (/zip|compress|tar|archive|rar|7z/.test(mime)) return `an archive (${name})`;
  return `of a kind called ${name}`;
}
