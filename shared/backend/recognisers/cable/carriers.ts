// Unwraps the ways a cable reaches us into plain text: a text copy as it is, HTML source as text, a row of a CSV table. What belongs to the
// wrapping (tags, character codes, quotation marks) is named as left out. It does not read the cable.

import type { LeftOut, ParsedDocument } from '../../../core/document.ts';

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
const CSV = /^\ufeff?\s{0,20}"?\d{1,7}"?,"?\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d{2}(?::\d{2})?"?,"?\d{2}[A-Z]/;
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

/** The fields of the first row, quotation marks doubled or escaped inside them; the signs that divide them; and where the row ends. */
function firstRow(csv: string): { fields: string[]; signs: string; end: number } {
  const fields: string[] = [];
  const signs: string[] = [];
  let at = 0;
  while (at <= csv.length) {
    if (csv[at] === '"') {
      const parts: string[] = [];
      let from = at + 1;
      signs.push('"');
      for (;;) {
        const next = csv.indexOf('"', from);
        if (next === -1) {
          parts.push(csv.slice(from));
          at = csv.length;
          break;
        }
        const escaped = csv[next - 1] === '\\';
        if (escaped || csv[next + 1] === '"') {
          parts.push(csv.slice(from, escaped ? next - 1 : next), '"');
          signs.push(escaped ? '\\' : '"');
          from = next + (escaped ? 1 : 2);
          continue;
        }
        parts.push(csv.slice(from, next));
        signs.push('"');
        at = next + 1;
        break;
      }
      fields.push(parts.join(''));
    } else {
      const stop = /[,\n]/g;
      stop.lastIndex = at;
      const end = stop.exec(csv)?.index ?? csv.length;
      fields.push(csv.slice(at, end).replace(/\r$/, ''));
      at = end;
    }
    while (csv[at] === '\r' || csv[at] === ' ') at += 1;
    if (csv[at] !== ',') break;
    signs.push(',');
    at += 1;
  }
  return { fields, signs: signs.join(''), end: at };
}

function fromCsv(csv: string): Carried | null {
  const rows = csv.replace(/^\ufeff?\s*/, '');
  const { fields, signs, end } = firstRow(rows);
  if (fields.length < 7) return null;
  const [row = '', created = '', identifier = '', origin = '', classification = '', references = '', ...rest] = fields;
  const body = decoded(rest.join('\n'));
  const labelled = [`Identifier: ${identifier}`, `Created: ${created}`, `Classification: ${classification}`, `Origin: ${origin}`];
  if (references.trim() !== '') labelled.push(`Referenced cables: ${references}`);
  const leftOut: LeftOut[] = [
    { text: row, reason: 'Row number of the table', page: null },
    { text: signs, reason: 'Commas and quotation marks of the table', page: null },
  ];
  const further = rows.slice(end).trim();
  if (further !== '') leftOut.push({ text: further, reason: 'Further rows of the table; each is a cable of its own', page: null });
  if (body.codes.length > 0) leftOut.push({ text: body.codes.join(' '), reason: CODES, page: null });
  return { text: `${labelled.join('\n')}\n${body.text}`, carrier: 'csv', leftOut, furtherRows: further !== '' };
}

const CODES = 'Character codes of a web page, shown as the characters they stand for';

/** Plain text of a cable in any carrier. */
export function carry(raw: string): Carried {
  const text = raw.replace(/\r\n?/g, '\n');
  if (CSV.test(text.slice(0, 200))) {
    const row = fromCsv(text);
    if (row !== null) return row;
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
