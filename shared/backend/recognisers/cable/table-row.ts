// Reads rows of the table of cables that went round as CSV: row number, created, identifier, origin, classification, references, header,
// body. A row is read as a cable with labelled page metadata; what cables say is not read here.

import type { LeftOut } from '../../../core/document.ts';

/** A row begins with its number, a date and an identifier; no line inside a cable does. */
const ROW = /^"?\d{1,7}"?,"?(?:\d{1,2}\/\d{1,2}\/\d{4}|\d{4}-\d\d-\d\d)[ T]\d{1,2}:\d{2}(?::\d{2})?"?,"?\d{2}[A-Z]/;
/** Names of columns in the first line: words and commas, no figures. */
const COLUMN_NAMES = /^"?[A-Za-z#][A-Za-z _#()"-]{0,40}(?:,[A-Za-z #_()"-]{0,40}){4,9}\n/;

/** The fields of the first row, quotation marks doubled or escaped inside them; the signs that divide them; and where the row ends. */
function firstRow(csv: string, start: number): { fields: string[]; signs: string; end: number } {
  const fields: string[] = [];
  const signs: string[] = [];
  let at = start;
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

/** The line of column names before the first row, and where that row begins; null when the text is no table of cables. */
export function tableOfCables(text: string): { names: string; start: number } | null {
  const start = /^\ufeff?\s{0,20}/.exec(text)?.[0].length ?? 0;
  const names = COLUMN_NAMES.exec(text.slice(start, start + 600))?.[0] ?? '';
  return ROW.test(text.slice(start + names.length, start + names.length + 200)) ? { names: names.trim(), start: start + names.length } : null;
}

/** The rows of a table of cables as printed. A row ends where a line begins the next one, so that a quotation mark left open costs one row. */
export function rowsOf(text: string, start: number): string[] {
  const rows: string[] = [];
  let from = start;
  for (let newline = text.indexOf('\n', start); newline !== -1; newline = text.indexOf('\n', newline + 1)) {
    if (!ROW.test(text.slice(newline + 1, newline + 201))) continue;
    rows.push(text.slice(from, newline));
    from = newline + 1;
  }
  rows.push(text.slice(from));
  return rows;
}

/** The first row as a cable with labelled metadata; null when the text is no table of cables. Further rows are named as left out. */
export function readCableRow(whole: string): { text: string; leftOut: LeftOut[]; furtherRows: boolean } | null {
  const table = tableOfCables(whole);
  if (table === null) return null;
  const { fields, signs, end } = firstRow(whole, table.start);
  if (fields.length < 7) return null;
  const [row = '', created = '', identifier = '', origin = '', classification = '', references = '', ...rest] = fields;
  const labelled = [`Identifier: ${identifier}`, `Created: ${created}`, `Classification: ${classification}`, `Origin: ${origin}`];
  if (references.trim() !== '') labelled.push(`Referenced cables: ${references}`);
  const leftOut: LeftOut[] = [
    { text: row, reason: 'Row number of the table', page: null },
    { text: signs, reason: 'Commas and quotation marks of the table', page: null },
  ];
  if (table.names !== '') leftOut.push({ text: table.names, reason: 'Names of the columns', page: null });
  const further = whole.slice(end).trim();
  if (further !== '') leftOut.push({ text: further, reason: 'Further rows of the table; each is a cable of its own', page: null });
  return { text: `${labelled.join('\n')}\n${rest.join('\n')}`, leftOut, furtherRows: further !== '' };
}
