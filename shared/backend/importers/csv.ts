// Tables as separated text (CSV, TSV; RFC 4180 and its relatives): finds what divides the cells and which row names them.
// A file that is called a table and is none is read as plain text.

import { parse } from 'csv-parse/sync';
import type { LeftOut, Warning } from '../../core/document.ts';
import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { divide } from './csv/delimiter.ts';
import { extensionOf, looksLikeText } from './detect.ts';
import { decodeText } from './encoding.ts';
import { gridDrafts, type GridRow } from './grid.ts';
import { parsedDocument } from './parsed-document.ts';
import { longestText, parseText } from './text.ts';

const megabyte = 1024 * 1024;
/** Rows and cells take some twenty times the size of their text in memory. */
const longestTable = 60 * megabyte;
const mostCells = 1_000_000;

export const csvImporter: Importer = {
  id: 'csv',
  name: 'Separated table',
  extensions: ['csv', 'tsv', 'tab'],
  accepts: ({ name, bytes, detected }) => (!detected && csvImporter.extensions.includes(extensionOf(name)) && looksLikeText(bytes) ? 0.7 : 0),
  parse: async ({ bytes, onProgress }) => {
    if (bytes.length > longestText) {
      throw new UserError('too-large', `The table has ${Math.round(bytes.length / megabyte)} MB; Annals reads tables up to ${longestText / megabyte} MB.`, 'Split it into smaller files.');
    }
    const { text: source, warnings } = decodeText(bytes);
    const division = divide(source);
    if (division === null) return parseText(source, warnings, onProgress);
    if (source.length > longestTable) return parseText(source, [...warnings, tooLong], onProgress);
    const { records, balanced } = recordsOf(source.slice(division.start), division.delimiter);
    if (records.reduce((sum, record) => sum + record.length, 0) > mostCells) return parseText(source, [...warnings, tooLong], onProgress);
    const leftOut: LeftOut[] = division.start > 0 ? [{ text: source.slice(0, division.start).trim(), reason: 'names the sign that divides the cells', page: null }] : [];
    return parsedDocument(gridDrafts(records.map(gridRow), { count: 0 }), { warnings: balanced ? warnings : [...warnings, unbalanced], leftOut, source });
  },
};

const tooLong: Warning = { code: 'read-as-text', message: 'The table is too long to be read as one; it was read as plain text.' };
const unbalanced: Warning = { code: 'quotes-unbalanced', message: 'A quotation mark of the table is opened and never closed; its cells were divided at every separator. Check the cells with quotations.' };

function recordsOf(source: string, delimiter: string): { records: string[][]; balanced: boolean } {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, record_delimiter: '\n' };
  try {
    return { records: parse(source, { ...options, escape: escapeSign(source) }), balanced: true };
  } catch {
    return { records: parse(source, { ...options, quote: false }), balanced: false };
  }
}

/** Quotation marks inside quotations are doubled; some databases write a backslash before them instead. */
function escapeSign(source: string): '"' | '\\' {
  const sample = source.slice(0, megabyte);
  const backslashes = sample.match(/[^\\\n,;\t|]\\"/g)?.length ?? 0;
  const doubled = sample.match(/[^",;\t|\n]""|""[^",;\t|\n]/g)?.length ?? 0;
  return backslashes > doubled ? '\\' : '"';
}

function gridRow(record: string[]): GridRow {
  return record.map((text, column) => ({ column, text: text.trim() }));
}
