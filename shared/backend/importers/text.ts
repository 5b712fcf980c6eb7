// Plain text: finds the passages of a file that has only characters and line breaks. The decoded original goes along as
// `source`, for forms such as cables whose line breaks carry meaning.

import type { Importer } from '../../core/format.ts';
import type { ParsedDocument, Warning } from '../../core/document.ts';
import type { DraftBlock } from '../../core/canonical-text.ts';
import { UserError } from '../../core/user-error.ts';
import { extensionOf, looksLikeText } from './detect.ts';
import { decodeText } from './encoding.ts';
import { parsedDocument } from './parsed-document.ts';
import { readLines, wrapWidth } from './text/lines.ts';
import { passagesOf, titled } from './text/passages.ts';

const megabyte = 1024 * 1024;
/** A JavaScript string holds about 512 million characters; two copies and the passages must fit beside it. */
export const longestText = 200 * megabyte;
/** Beyond this many lines a passage a line would cost more memory than it serves; larger pieces are made. */
const manyLines = 1_500_000;
const pieceLength = 4_000;

export const textImporter: Importer = {
  id: 'text',
  name: 'Plain text',
  extensions: ['txt', 'text', 'log', 'asc'],
  accepts: ({ name, bytes, detected }) => {
    if (detected && !['xml', 'ics', 'vcf', 'eml'].includes(detected.ext)) return 0;
    if (!looksLikeText(bytes)) return 0;
    return textImporter.extensions.includes(extensionOf(name)) ? 0.6 : 0.3;
  },
  parse: async ({ bytes, onProgress }) => {
    if (bytes.length > longestText) {
      throw new UserError('too-large', `The text has ${Math.round(bytes.length / megabyte)} MB; Annals reads texts up to ${longestText / megabyte} MB.`, 'Split it into smaller files.');
    }
    const { text: source, warnings } = decodeText(bytes);
    return parseText(source, warnings, onProgress);
  },
};

/** The document of a decoded text with `\n` as line end. */
export function parseText(source: string, warnings: Warning[] = [], onProgress?: (done: number, total: number) => void): ParsedDocument {
  const lines = readLines(source);
  const drafts = lines.length > manyLines ? pieces(source) : titled(passagesOf(lines, wrapWidth(lines), onProgress));
  return parsedDocument(drafts, { warnings: lines.length > manyLines ? [...warnings, manyLinesWarning] : warnings, source });
}

const manyLinesWarning: Warning = {
  code: 'many-lines',
  message: 'The file has more than a million lines; its passages are pieces of about a page, with their lines as they are.',
};

/** Pieces of about a page that end at a line end, or in the middle of a line longer than that. */
function pieces(source: string): DraftBlock[] {
  const drafts: DraftBlock[] = [];
  let start = 0;
  while (start < source.length) {
    let end = Math.min(source.length, start + pieceLength);
    const lineEnd = source.indexOf('\n', end);
    if (lineEnd !== -1 && lineEnd - end < pieceLength) end = lineEnd;
    else if (/[\ud800-\udbff]/.test(source.charAt(end - 1))) end--;
    const text = source.slice(start, end).trim();
    if (text) drafts.push({ kind: 'paragraph', text });
    start = end + (source.charAt(end) === '\n' ? 1 : 0);
  }
  return drafts;
}
