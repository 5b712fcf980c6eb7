// Unwraps the ways a cable reaches us into plain text: a text copy as it is, HTML source as text, a row of a CSV table. What belongs to the
// wrapping (tags, character codes, quotation marks) is named as left out. It does not read the cable.

import type { LeftOut, ParsedDocument } from '../../../core/document.ts';
import { readCableRow } from './table-row.ts';

export type Carried = { text: string; carrier: 'text' | 'html' | 'csv'; leftOut: LeftOut[]; furtherRows: boolean };

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  para: '¶',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
};
const ENTITY = /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]{2,6}));/gi;
const HTML = /<(?:pre|code|table|td|h3|html|body)[\s>]/i;
/** Tags that end a line of text when they open or close. */
const LINE_TAG = /^<\/?(?:table|thead|tbody|tr|td|th|h[1-6]|p|div|pre|code|ul|ol|li|br|hr|html|head|body|title|script|style)\b/i;

function character(code: number): string | null {
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return String.fromCodePoint(code);
}

/** Character codes replaced by their characters, and the codes that were. Codes that stand for nothing stay as they are. */
function decoded(text: string): { text: string; codes: string[] } {
  const codes: string[] = [];
  const plain = text.replace(ENTITY, (whole: string, hex: string | undefined, decimal: string | undefined, name: string | undefined) => {
    const found = name === undefined ? character(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)) : (ENTITIES[name.toLowerCase()] ?? null);
    if (found === null) return whole;
    codes.push(whole);
    return found;
  });
  return { text: plain, codes };
}

/** Character codes of a web page (`&amp;`) as the characters they stand for. */
export function plainCharacters(text: string): string {
  return decoded(text).text;
}

/** Longest tag read as one; a "<" with no ">" so near is text. */
const LONGEST_TAG = 2000;

/** Where the tag or comment that opens here ends; null when the sign is text. */
function endOfTag(html: string, open: number, commentsEnd: boolean): number | null {
  if (!/^<[/!a-z]/i.test(html.slice(open, open + 2))) return null;
  if (html.startsWith('<!--', open)) {
    const end = commentsEnd ? html.indexOf('-->', open) : -1;
    return end === -1 ? null : end + 3;
  }
  const close = html.slice(open, open + LONGEST_TAG).indexOf('>');
  return close === -1 ? null : open + close + 1;
}

function fromHtml(html: string): { text: string; tags: string[] } {
  const parts: string[] = [];
  const tags: string[] = [];
  let at = 0;
  const endOfScript = /<\/(?:script|style)/gi;
  let commentsEnd = true;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open === -1) break;
    parts.push(html.slice(at, open));
    const end = endOfTag(html, open, commentsEnd);
    if (end === null) {
      commentsEnd &&= !html.startsWith('<!--', open);
      parts.push('<');
      at = open + 1;
      continue;
    }
    const tag = html.slice(open, end);
    endOfScript.lastIndex = end;
    at = /^<(?:script|style)\b/i.test(tag) ? (endOfScript.exec(html)?.index ?? html.length) : end;
    tags.push(html.slice(open, at));
    if (LINE_TAG.test(tag)) parts.push('\n');
  }
  parts.push(html.slice(at));
  return { text: parts.join(''), tags };
}

const CODES = 'Character codes of a web page, shown as the characters they stand for';

/** Plain text of a cable in any carrier. */
export function carry(raw: string): Carried {
  const text = raw.replace(/\r\n?/g, '\n');
  const row = readCableRow(text);
  if (row !== null) {
    const body = decoded(row.text);
    const codes = body.codes.length > 0 ? [{ text: body.codes.join(' '), reason: CODES, page: null }] : [];
    return { text: body.text, carrier: 'csv', leftOut: [...row.leftOut, ...codes], furtherRows: row.furtherRows };
  }
  const leftOut: LeftOut[] = [];
  const html = HTML.test(text.slice(0, 50_000)) ? fromHtml(text) : null;
  if (html !== null && html.tags.length > 0) leftOut.push({ text: html.tags.join(' '), reason: 'HTML tags', page: null });
  const plain = decoded(html?.text ?? text);
  if (plain.codes.length > 0) leftOut.push({ text: plain.codes.join(' '), reason: CODES, page: null });
  return { text: plain.text, carrier: html === null ? 'text' : 'html', leftOut, furtherRows: false };
}

/**
 * The source text of a parsed document. Without the original, labels and table cells are put back on lines, and blocks that hold several
 * lines, or whole paragraphs, are parted by a blank line again, because importers join blocks by one newline.
 */
export function sourceOf(parsed: ParsedDocument): string {
  const { blocks, text } = parsed;
  if (parsed.source !== undefined) return parsed.source;
  if (blocks.length === 0) return text;
  const severalLines = blocks.some((block) => block.kind !== 'code' && text.slice(block.start, block.end).includes('\n'));
  const long = blocks.filter((block) => block.end - block.start > 160).length;
  const gap = severalLines || (blocks.length > 3 && long * 5 > blocks.length) ? '\n\n' : '\n';
  const parts: string[] = [];
  for (const block of blocks) {
    const own = block.cells.length > 0 ? block.cells.map((cell) => text.slice(cell.start, cell.end)).join('\n') : text.slice(block.start, block.end);
    const label = block.label === null || own.startsWith(block.label) ? '' : `${block.label}${/^\d+$/.test(block.label) ? '.' : ''} `;
    const shortLine = block.kind === 'table-row' || block.kind === 'field';
    parts.push(label + own, shortLine ? '\n' : gap);
  }
  return parts.slice(0, -1).join('');
}
