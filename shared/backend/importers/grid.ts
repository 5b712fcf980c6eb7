// Rows of cells, as spreadsheets and separated text have them, to passages: finds the tables among them, their titles, header
// rows and notes. It does not read files.

import { rowDraft, type DraftBlock } from '../../core/canonical-text.ts';

/** A cell in its row; cells without text may be missing. */
export type GridCell = {
  /** 0-based. */
  column: number;
  text: string;
  colSpan?: number;
  rowSpan?: number;
  /** It lies under a cell that spans several; it is not shown as a cell of its own. */
  covered?: boolean;
};

/** The cells of a row in the order of their columns. */
export type GridRow = GridCell[];

type Region = { rows: GridRow[]; columns: number[] };

/** Longer texts are sentences, not the name of a column. */
const longestHeader = 80;
const headerRows = 3;
/** A line under a table that is as long as this is a note to it, not a row with empty cells. */
const noteLength = 40;
const noteStart = /^(?:\*|†|‡|[¹²³⁰-⁹]|\(?[a-z\d]\)\s|sources?\b|notes?\b|quellen?\b|anmerkung|fuentes?\b|notas?\b|fontes?\b|источник|примечани|المصدر|ملاحظة|注|来源|資料)/iu;

/** `tables` counts the tables of the whole document and is moved on. */
export function gridDrafts(rows: readonly GridRow[], tables: { count: number }): DraftBlock[] {
  const drafts: DraftBlock[] = [];
  const regions = regionsOf(rows);
  let last: { width: number; index: number } | null = null;
  for (const [at, region] of regions.entries()) {
    const next = regions[at + 1];
    if (region.columns.length === 1 && (regions.length > 1 || region.rows.length === 1)) {
      const texts = region.rows.flatMap((row) => textsOf(row));
      const isTitle = texts.length === 1 && next !== undefined && next.columns.length > 1;
      for (const text of texts) drafts.push(isTitle ? { kind: 'caption', text, table: tables.count } : { kind: 'paragraph', text });
      last = null;
      continue;
    }
    const { titles, body, notes } = partsOf(region);
    const headers = headerCount(body, region.columns);
    for (const [i, text] of titles.entries()) drafts.push(i < titles.length - 1 ? { kind: 'heading', level: 3, text } : { kind: 'caption', text, table: tables.count });
    // A blank row in the middle of a table divides it for the eye only.
    const goesOn: boolean = last !== null && headers === 0 && titles.length === 0 && last.width === region.columns.length;
    const index: number = goesOn && last !== null ? last.index : tables.count++;
    for (const [i, row] of body.entries()) {
      const draft = tableRow(row, i, body, region.columns, i < headers);
      if (draft !== null) drafts.push({ ...draft, table: index });
    }
    for (const text of notes) drafts.push({ kind: 'note', text });
    last = notes.length > 0 ? null : { width: region.columns.length, index };
  }
  return drafts;
}

/** Rows between blank rows, with the columns that have any text in them. */
function regionsOf(rows: readonly GridRow[]): Region[] {
  const regions: Region[] = [];
  let open: GridRow[] = [];
  const close = (): void => {
    if (open.length > 0) regions.push({ rows: open, columns: columnsOf(open) });
    open = [];
  };
  for (const row of rows) {
    if (row.some(({ text }) => text !== '')) open.push(row);
    else if (!row.some(({ covered }) => covered)) close();
  }
  close();
  return regions;
}

function columnsOf(rows: readonly GridRow[]): number[] {
  const used = new Set<number>();
  for (const row of rows) for (const { column, text } of row) if (text !== '') used.add(column);
  return [...used].sort((left, right) => left - right);
}

function textsOf(row: GridRow): string[] {
  return row.filter(({ text, covered }) => text !== '' && !covered).map(({ text }) => text);
}

/** Lines of one cell above a table are its titles; such lines under it are notes when they look like notes. */
function partsOf({ rows, columns }: Region): { titles: string[]; body: GridRow[]; notes: string[] } {
  if (columns.length === 1) return { titles: [], body: rows, notes: [] };
  let first = 0;
  while (first < rows.length - 1 && textsOf(rows[first] as GridRow).length === 1) first++;
  // All rows have one cell each, in different columns: no titles then.
  if (first === rows.length - 1 && textsOf(rows[first] as GridRow).length === 1) first = 0;
  let end = rows.length;
  while (end - 1 > first && isNote(rows[end - 1] as GridRow)) end--;
  return { titles: rows.slice(0, first).flatMap(textsOf), body: rows.slice(first, end), notes: rows.slice(end).flatMap(textsOf) };
}

function isNote(row: GridRow): boolean {
  const texts = textsOf(row);
  const [text = ''] = texts;
  return texts.length === 1 && (text.length >= noteLength || noteStart.test(text)) && !numeric(text);
}

function tableRow(row: GridRow, at: number, body: readonly GridRow[], columns: readonly number[], header: boolean): DraftBlock | null {
  const byColumn = new Map(row.map((cell) => [cell.column, cell]));
  const cells = columns.flatMap((column) => {
    const cell = byColumn.get(column);
    if (cell?.covered) return [];
    const { text = '', colSpan = 1, rowSpan = 1 } = cell ?? {};
    const spanned = colSpan === 1 ? 1 : columns.filter((other) => other >= column && other < column + colSpan).length;
    return [{ text: text.replaceAll('\t', ' '), header, colSpan: Math.max(1, spanned), rowSpan: Math.min(rowSpan, body.length - at) }];
  });
  return cells.some(({ text }) => text !== '') ? rowDraft(cells) : null;
}

const figure = /^[-+−–(]?\s?(?:\p{Sc}|[A-Z]{3}\s)?\s?\d[\d.,'’\s]*(?:%|\s?\p{Sc})?\)?$/u;
const date = /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[T ]\d{1,2}:\d{2}.*)?$/;
const year = /^(?:1[89]|20)\d{2}(?:\s?[-/–]\s?\d{2,4})?$/;

function numeric(text: string): boolean {
  return figure.test(text) || date.test(text);
}

/** How many of the first rows name the columns. */
function headerCount(body: readonly GridRow[], columns: readonly number[]): number {
  if (body.length < 2 || !namesColumns(body[0] as GridRow, body, columns)) return 0;
  let count = 1;
  // Names that span columns have further names under them.
  while (count < Math.min(headerRows, body.length - 1) && (body[count - 1] as GridRow).some(({ colSpan = 1, text }) => colSpan > 1 && text !== '')) {
    const row = body[count] as GridRow;
    if (textsOf(row).some((text) => (numeric(text) && !year.test(text)) || text.length > longestHeader)) break;
    count++;
  }
  return count;
}

function namesColumns(first: GridRow, body: readonly GridRow[], columns: readonly number[]): boolean {
  const cells = first.filter(({ text }) => text !== '');
  const reach = first.reduce((sum, { text, colSpan = 1, covered }) => sum + (text === '' ? (covered ? 1 : 0) : colSpan), 0);
  // The corner above the names of the rows is often empty.
  if (cells.length === 0 || reach < columns.length - 1 || cells.some(({ text }) => text.length > longestHeader)) return false;
  if (new Set(cells.map(({ text, column }) => (numeric(text) ? `${text} ${column}` : text))).size < cells.length && !cells.some(({ colSpan = 1 }) => colSpan > 1)) return false;
  const sample = body.slice(1, 51);
  const below = (column: number): string[] => sample.map((row) => row.find((cell) => cell.column === column)?.text ?? '').filter((text) => text !== '');
  let contrast = false;
  for (const { text, column } of cells) {
    const values = below(column);
    if (numeric(text)) {
      // A year names a column of figures; among years it is one of them.
      if (!year.test(text) || (values.length > 0 && values.every((value) => year.test(value)))) return false;
      contrast = true;
    } else if (values.some(numeric)) contrast = true;
    else if (values.includes(text)) return false;
  }
  return contrast || cells.length === columns.length;
}
