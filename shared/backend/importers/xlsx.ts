// Spreadsheets (.xlsx, .xlsm; ISO/IEC 29500-1, 18 SpreadsheetML): each sheet a section with its tables, values as the
// spreadsheet shows them. Formulas are not calculated: the value saved with them is read.

import type { DraftBlock } from '../../core/canonical-text.ts';
import type { LeftOut, Warning } from '../../core/document.ts';
import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { extensionOf } from './detect.ts';
import { openPackage, partText, type OfficePackage } from './docx/package.ts';
import { coreProperties } from './docx/properties.ts';
import { gridDrafts } from './grid.ts';
import { parsedDocument } from './parsed-document.ts';
import { besideSheets } from './xlsx/beside.ts';
import { readSheet, type SheetReading } from './xlsx/sheet.ts';
import { readStrings } from './xlsx/strings.ts';
import { readStyles } from './xlsx/styles.ts';
import { readWorkbook } from './xlsx/workbook.ts';

const spreadsheetTypes = new Set(['xlsx', 'xlsm', 'xltx', 'xltm']);
/** Cells of a hundred sheets of ten thousand rows; each takes some hundred bytes. */
const mostCells = 1_000_000;

export const xlsxImporter: Importer = {
  id: 'xlsx',
  name: 'Spreadsheet',
  extensions: ['xlsx', 'xlsm'],
  accepts: ({ name, detected }) => {
    if (detected && spreadsheetTypes.has(detected.ext)) return 1;
    return xlsxImporter.extensions.includes(extensionOf(name)) && /^(?:zip|cfb)$/.test(detected?.ext ?? '') ? 0.5 : 0;
  },
  parse: async ({ bytes, onProgress }) => {
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw compoundFileError(bytes);
    const office = openPackage(bytes);
    const workbook = readWorkbook(office);
    if (workbook === null) throw new UserError('unreadable-file', 'The file is a ZIP archive with no workbook of Excel in it.', 'Open it in a spreadsheet program and save it as .xlsx.');
    const context = { strings: readStrings(partText(office, workbook.stringsPath)), formats: readStyles(partText(office, workbook.stylesPath)), date1904: workbook.date1904 };
    const drafts: DraftBlock[] = [];
    const warnings: Warning[] = [];
    const leftOut: LeftOut[] = [];
    const tables = { count: 0 };
    const damaged: string[] = context.strings.whole ? [] : ['the list of texts'];
    let cells = 0;
    let unsaved = 0;
    for (const [at, { name, path, hidden }] of workbook.sheets.entries()) {
      const part = office.parts.get(path);
      if (part === undefined) {
        damaged.push(`the sheet “${name}”`);
        continue;
      }
      const sheet: SheetReading = readSheet(part, context, mostCells - cells);
      cells += sheet.cells;
      if (cells >= mostCells) throw new UserError('too-large', `The workbook has more than ${mostCells.toLocaleString('en')} cells.`, 'Save the sheets you need as files of their own.');
      const content = gridDrafts(sheet.rows, tables);
      // A sheet left empty by the program that made the workbook is no section.
      if (content.length > 0 || workbook.sheets.length === 1) drafts.push({ kind: 'heading', level: 2, text: name }, ...content);
      else leftOut.push({ text: name, reason: 'name of an empty sheet', page: null });
      if (hidden) warnings.push({ code: 'hidden-sheet', message: `The sheet “${name}” is hidden in the workbook; it was read like the others.` });
      if (!sheet.whole) damaged.push(`the sheet “${name}”`);
      unsaved += sheet.formulasWithoutValue;
      for (const text of sheet.hiddenTexts) leftOut.push({ text, reason: 'under a cell that spans several', page: null });
      for (const text of sheet.edges) leftOut.push({ text, reason: 'head or foot of the printed page', page: null });
      onProgress?.(at + 1, workbook.sheets.length);
    }
    if (damaged.length > 0) warnings.push({ code: 'damaged-parts', message: `The workbook is damaged: ${damaged.join(', ')} could be read only in part or not at all.` });
    if (unsaved > 0) warnings.push({ code: 'formulas-without-value', message: `${unsaved.toLocaleString('en')} ${unsaved === 1 ? 'formula was' : 'formulas were'} saved without a value; the formula itself is shown.` });
    const beside = besideSheets(office);
    return parsedDocument(onlyWithText(drafts), {
      properties: properties(office),
      warnings: [...warnings, ...beside.warnings],
      leftOut: [...leftOut, ...beside.leftOut],
      source: drafts.map(({ text }) => text).join('\n'),
    });
  },
};

/** Names of sheets alone are no text. */
function onlyWithText(drafts: DraftBlock[]): DraftBlock[] {
  return drafts.every(({ kind }) => kind === 'heading') ? [] : drafts;
}

function properties(office: OfficePackage): Record<string, string> {
  return coreProperties(partText(office, 'docProps/core.xml'), partText(office, 'docProps/app.xml'));
}

/** Workbooks under a password, and those of Excel before 2007, are compound files (MS-CFB). */
function compoundFileError(bytes: Uint8Array): UserError {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  if (encrypted) return new UserError('encrypted-file', 'The workbook is protected with a password.', 'Open it in a spreadsheet program, remove the password and save it again.');
  return new UserError('unsupported-file', 'The file is a workbook of an old kind (Excel 97 to 2003).', 'Open it in a spreadsheet program and save it as .xlsx.');
}
