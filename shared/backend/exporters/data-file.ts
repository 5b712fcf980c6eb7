// Tables as files of data: CSV for one, a workbook for several. Values stay values; text can never be taken for a formula.

import type { DataCell, DataTable } from '../../core/data-table.ts';
import { printable } from './prose/characters.ts';

/** Columns of a workbook, in characters. */
const narrow = 13;
const broad = 46;
/** What a cell of a workbook can hold (ECMA-376, 18.3.1.96: 32,767 characters). */
const longestCell = 32_767;

/** RFC 4180 with a byte order mark, so that spreadsheets read it as UTF-8. */
export function csvBytes({ columns, rows }: DataTable): Uint8Array {
  const lines = [columns.map(({ name }) => name), ...rows].map((row) => row.map(field).join(','));
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`);
}

/** A sheet a table; heads stay in view and filter. `losses` says what was cut. */
export async function workbookBytes(tables: readonly DataTable[]): Promise<{ bytes: Uint8Array; losses: string[] }> {
  // Fetched when the first workbook is written: a start must not wait for it.
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  workbook.creator = 'Annals';
  workbook.lastModifiedBy = 'Annals';
  let cut = 0;
  for (const { name, columns, rows } of tables) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map((each) => ({ header: each.name, width: each.wide ? broad : narrow, style: { alignment: { vertical: 'top', wrapText: each.wide ?? false } } }));
    for (const row of rows) {
      sheet.addRow(row.map((cell) => {
        if (typeof cell !== 'string') return cell;
        const text = printable(cell);
        if (text.length <= longestCell) return text;
        cut += 1;
        return text.slice(0, longestCell);
      }));
    }
    sheet.getRow(1).font = { bold: true };
    if (columns.length > 0) sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: Math.max(1, rows.length + 1), column: columns.length } };
  }
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return { bytes, losses: cut === 0 ? [] : [`${cut} ${cut === 1 ? 'cell was' : 'cells were'} longer than a workbook allows and ${cut === 1 ? 'was' : 'were'} cut at ${longestCell.toLocaleString('en')} characters.`] };
}

/** A spreadsheet takes what begins with one of these for a formula, also after a space; a leading apostrophe makes it text. Negative numbers are numbers. */
const formula = /^[\s]*[=+\-@\t\r]/u;

function field(cell: DataCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell);
  const guarded = formula.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
