// OpenDocument spreadsheets (.ods; OASIS OpenDocument 1.3, part 3, section 9): each sheet a section with its tables, values as the
// spreadsheet shows them. Formulas are not calculated: the text saved with them is read.

import type { DraftBlock } from '../../core/canonical-text.ts';
import type { LeftOut, Warning } from '../../core/document.ts';
import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { extensionOf } from './detect.ts';
import { openPackage, partText } from './docx/package.ts';
import { gridDrafts, type GridCell, type GridRow } from './grid.ts';
import { documentProperties } from './odt/package-parts.ts';
import { parsedDocument } from './parsed-document.ts';
import { readXml } from './xml-part.ts';

const mostCells = 1_000_000;
/** A cell or row with text that says it stands for more than these is decoration. */
const mostRepeats = 1_000;
/** Excel's own limit; beyond lie only the empty cells that fill a sheet. */
const mostColumns = 16_384;

export const odsImporter: Importer = {
  id: 'ods',
  name: 'OpenDocument spreadsheet',
  extensions: ['ods', 'ots'],
  accepts: ({ name, detected }) => {
    if (detected && /^(?:ods|ots)$/.test(detected.ext)) return 1;
    return odsImporter.extensions.includes(extensionOf(name)) && detected?.ext === 'zip' ? 0.5 : 0;
  },
  parse: async ({ bytes }) => {
    const office = openPackage(bytes);
    if (/<(?:\w+:)?encryption-data[\s/>]/.test(partText(office, 'META-INF/manifest.xml') ?? '')) {
      throw new UserError('encrypted-file', 'The spreadsheet is protected with a password.', 'Open it in a spreadsheet program, remove the password and save it again.');
    }
    const content = partText(office, 'content.xml');
    if (content === null || !content.includes('office:spreadsheet')) {
      throw new UserError('unreadable-file', 'The file is a package with no OpenDocument spreadsheet in it.', 'Open it in a spreadsheet program and save it again.');
    }
    const reader = new SheetsReader();
    const whole = readXml(content, { open: (name, attributes) => reader.open(name, attributes), text: (text) => reader.text(text), close: (name) => reader.close(name) });
    const { drafts, leftOut } = reader.finish();
    const warnings: Warning[] = whole ? [] : [{ code: 'damaged-parts', message: 'The spreadsheet is damaged; parts of its text may be missing.' }];
    return parsedDocument(drafts, { properties: documentProperties(partText(office, 'meta.xml')), warnings, leftOut, source: drafts.map(({ text }) => text).join('\n') });
  },
};

type Sheet = { name: string; rows: GridRow[] };

/** Gathers the rows of every sheet from the events of content.xml. */
class SheetsReader {
  private readonly sheets: Sheet[] = [];
  private readonly leftOut: LeftOut[] = [];
  private row: GridRow = [];
  private rowRepeats = 1;
  private column = 0;
  private cell: { repeats: number; colSpan: number; rowSpan: number; covered: boolean; paragraphs: string[] } | null = null;
  private comment: string[] | null = null;
  private cells = 0;

  open(name: string, attributes: Record<string, string>): void {
    const count = (attribute: string) => Math.max(1, Number.parseInt(attributes[attribute] ?? '1', 10) || 1);
    if (name === 'table:table') this.sheets.push({ name: attributes['table:name'] ?? '', rows: [] });
    else if (name === 'table:table-row') {
      this.row = [];
      this.column = 0;
      this.rowRepeats = count('table:number-rows-repeated');
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') {
      this.cell = { repeats: count('table:number-columns-repeated'), colSpan: count('table:number-columns-spanned'), rowSpan: count('table:number-rows-spanned'), covered: name === 'table:covered-table-cell', paragraphs: [] };
    } else if (name === 'office:annotation') this.comment = [];
    else if (name === 'text:p') (this.comment ?? this.cell?.paragraphs)?.push('');
    else if (name === 'text:line-break' || name === 'text:tab') this.text(' ');
    else if (name === 'text:s') this.text(' '.repeat(Math.min(100, count('text:c'))));
  }

  text(text: string): void {
    const parts = this.comment ?? this.cell?.paragraphs;
    if (parts && parts.length > 0) parts[parts.length - 1] += text;
  }

  close(name: string): void {
    if (name === 'office:annotation') {
      const text = (this.comment ?? []).join(' ').trim();
      if (text !== '') this.leftOut.push({ text, reason: 'comment', page: null });
      this.comment = null;
    } else if (name === 'table:table-cell' || name === 'table:covered-table-cell') this.closeCell();
    else if (name === 'table:table-row') this.closeRow();
  }

  finish(): { drafts: DraftBlock[]; leftOut: LeftOut[] } {
    const tables = { count: 0 };
    const drafts: DraftBlock[] = [];
    for (const { name, rows } of this.sheets) {
      const content = gridDrafts(rows, tables);
      if (content.length > 0) drafts.push({ kind: 'heading', level: 2, text: name || 'Sheet' }, ...content);
      else if (name !== '') this.leftOut.push({ text: name, reason: 'name of an empty sheet', page: null });
    }
    return { drafts, leftOut: this.leftOut };
  }

  private closeCell(): void {
    if (!this.cell) return;
    const { repeats, colSpan, rowSpan, covered, paragraphs } = this.cell;
    const text = paragraphs.join(' ').replace(/\s+/g, ' ').trim();
    if (text !== '' && covered) this.leftOut.push({ text, reason: 'under a cell that spans several', page: null });
    else if (text !== '') {
      for (let copy = 0; copy < Math.min(repeats, mostRepeats) && this.column + copy < mostColumns; copy++) {
        const cell: GridCell = { column: this.column + copy, text, ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) };
        this.row.push(cell);
        this.count();
      }
    } else if (covered) this.row.push({ column: this.column, text: '', covered: true });
    this.column += repeats;
    this.cell = null;
  }

  private closeRow(): void {
    const { row } = this;
    const sheet = this.sheets.at(-1);
    if (!sheet) return;
    const isEmpty = row.every(({ text }) => text === '');
    // Empty rows divide tables, however many there are; a row of text stands as often as it says.
    const copies = isEmpty ? 1 : Math.min(this.rowRepeats, mostRepeats);
    for (let copy = 0; copy < copies; copy++) {
      sheet.rows.push(row);
      if (copy > 0) for (const { text } of row) if (text !== '') this.count();
    }
  }

  private count(): void {
    if (++this.cells > mostCells) throw new UserError('too-large', `The spreadsheet has more than ${mostCells.toLocaleString('en')} cells.`, 'Save the sheets you need as files of their own.');
  }
}
