// The tables of a report by what they are about, with merged cells spread out, so that a row can be read column by column.

import tableList from '../../../../resources/ilab/tables.json' with { type: 'json' };
import type { Block, ParsedDocument, TextRange } from '../../../core/document.ts';
import type { Table } from '../../../core/recognition.ts';
import { fold, foldKnown, likeness } from './wording.ts';

export type TableRole =
  | 'statistics' | 'sectors' | 'conventions' | 'laws' | 'agencies' | 'labor-enforcement' | 'criminal-enforcement' | 'coordination' | 'policies' | 'programs' | 'actions';

export type ReportCell = TextRange & { text: string };
export type ReportRow = { cells: (ReportCell | null)[]; page: number | null; block: Block };
export type ReportTable = {
  role: TableRole | null;
  number: string | null;
  /** Of the series, in its proper case; as printed when the series does not know it. */
  title: string;
  /** The rows of the header. */
  header: ReportRow[];
  rows: ReportRow[];
  caption: Block | null;
  /** Signs and what they mean, from the notes printed under the table. */
  notes: Map<string, string>;
} & TextRange;

const captionParts = /^\s*table\s+(\d+[a-z]?)\s*[.:]?\s*(.*)$/isu;
const continued = /\s*[([]\s*cont(?:inued|[’']?d)?\.?\s*[)\]]\s*$/iu;
const signs = /^[*†‡§¶]+/u;

export const tableTitles = tableList.map((entry) => ({ ...entry, role: entry.role as TableRole }));

/** What a caption or header is about. */
function roleOf(title: string, header: string): { role: TableRole; title: string } | null {
  const folded = fold(title);
  let best: { role: TableRole; title: string; score: number } | null = null;
  for (const entry of tableTitles) {
    for (const known of entry.titles) {
      const score = likeness(folded, foldKnown(known));
      if (score > 0.82 && (best === null || score > best.score)) best = { role: entry.role, title: known, score };
    }
  }
  if (best !== null) return best;
  // Without a readable caption the header row tells.
  const foldedHeader = fold(header);
  for (const entry of tableTitles) {
    const first = fold(entry.columns[0] ?? '');
    const second = fold(entry.columns[1] ?? '');
    if (first.length >= 4 && foldedHeader.startsWith(first) && foldedHeader.includes(second)) return { role: entry.role, title: title === '' ? (entry.titles[0] as string) : title };
  }
  return null;
}

/** Whether a row that is not shaded has the column names of one of the series' tables. */
function isHeader(row: ReportRow): boolean {
  const first = fold(row.cells[0]?.text ?? row.cells[1]?.text ?? '');
  return tableTitles.some((entry) => entry.columns.some((column) => foldKnown(column) === first));
}

/** Spreads spanning cells over the columns and rows they cover. */
function spread(text: string, blocks: readonly Block[]): ReportRow[] {
  const rows: ReportRow[] = [];
  let carried: ({ cell: ReportCell; left: number } | null)[] = [];
  for (const block of blocks) {
    const cells: (ReportCell | null)[] = [];
    const next: typeof carried = [];
    let at = 0;
    const takeCarried = () => {
      for (let carry = carried[at]; carry !== undefined && carry !== null; carry = carried[at]) {
        cells[at] = carry.cell;
        next[at] = carry.left > 1 ? { cell: carry.cell, left: carry.left - 1 } : null;
        at++;
      }
    };
    for (const { start, end, colSpan, rowSpan } of block.cells) {
      takeCarried();
      const cell: ReportCell = { start, end, text: text.slice(start, end) };
      for (let column = 0; column < colSpan; column++) {
        cells[at] = column === 0 ? cell : null;
        next[at] = rowSpan > 1 && column === 0 ? { cell, left: rowSpan - 1 } : null;
        at++;
      }
    }
    takeCarried();
    carried = next;
    rows.push({ cells: Array.from(cells, (cell) => cell ?? null), page: block.page, block });
  }
  return rows;
}

function notesAfter(document: ParsedDocument, from: number): Map<string, string> {
  const notes = new Map<string, string>();
  for (let i = from; i < document.blocks.length && i < from + 12; i++) {
    const block = document.blocks[i] as Block;
    if (block.kind === 'caption' || block.kind === 'heading' || block.kind === 'table-row') break;
    const text = document.text.slice(block.start, block.end);
    const sign = signs.exec(text)?.[0];
    if (sign !== undefined) notes.set(sign, text.slice(sign.length).trim());
    else if (block.kind === 'paragraph' && notes.size === 0 && i > from + 3) break;
  }
  return notes;
}

/** On web pages a caption is a paragraph before the table. */
function captionBefore(document: ParsedDocument, row: Block | undefined): Block | null {
  const before = row === undefined ? undefined : document.blocks[document.blocks.indexOf(row) - 1];
  if (before === undefined || before.table !== null) return null;
  const text = document.text.slice(before.start, before.end);
  return text.length < 200 && captionParts.test(text) && roleOf(captionParts.exec(text)?.[2] ?? '', '') !== null ? before : null;
}

/** Some web pages print the caption as the first row, over all columns. */
function titleWithin(row: ReportRow | undefined): string | null {
  const texts = (row?.cells ?? []).flatMap((cell) => (cell === null || cell.text.trim() === '' ? [] : [cell.text.replace(/\s+/gu, ' ').trim()]));
  const [text] = texts;
  return texts.length === 1 && text !== undefined && roleOf(captionParts.exec(text)?.[2]?.replace(continued, '') ?? '', '') !== null ? text : null;
}

/** All tables of the document in order of appearance. */
export function readTables(document: ParsedDocument): ReportTable[] {
  const byIndex = new Map<number, { caption: Block | null; rows: Block[]; last: number }>();
  document.blocks.forEach((block, at) => {
    if (block.table === null) return;
    const known = byIndex.get(block.table) ?? { caption: null, rows: [], last: at };
    byIndex.set(block.table, known);
    if (block.kind === 'table-row') {
      known.rows.push(block);
      known.last = at;
    } else known.caption ??= block;
  });
  const tables: ReportTable[] = [];
  for (const { caption: ownCaption, rows, last } of byIndex.values()) {
    const caption = ownCaption ?? captionBefore(document, rows[0]);
    const wholeTable = spread(document.text, rows);
    const titleRow = caption === null ? titleWithin(wholeTable[0]) : null;
    const captionText = titleRow ?? (caption === null ? '' : document.text.slice(caption.start, caption.end).replace(/\s+/gu, ' '));
    const parts = captionParts.exec(captionText);
    const printed = (parts?.[2] ?? captionText).replace(continued, '').replace(/[*†‡§]+$/u, '').trim();
    const spreadRows = titleRow === null ? wholeTable : wholeTable.slice(1);
    const shaded = spreadRows.filter((row) => row.block.cells.every((cell) => cell.header));
    const header = shaded.length > 0 ? shaded : spreadRows.slice(0, 1).filter(isHeader);
    const headerText = header[0]?.cells.map((cell) => cell?.text ?? '').join(' ') ?? '';
    const known = roleOf(printed, headerText);
    // A caption may stand below its table.
    const own = caption === null ? rows : [caption, ...rows];
    tables.push({
      role: known?.role ?? null,
      number: parts?.[1] ?? null,
      title: known === null ? printed : properTitle(printed, known.title),
      header,
      rows: spreadRows.filter((row) => !header.includes(row)),
      caption,
      notes: notesAfter(document, last + 1),
      start: Math.min(...own.map((block) => block.start)),
      end: Math.max(...own.map((block) => block.end)),
    });
  }
  return tables;
}

/**
 * Tables that go on over a page with their caption printed again, as one; blocks then count the tables as they are joined. A caption between other
 * text, or another number, begins a table of its own.
 */
export function joinTables(document: ParsedDocument): ParsedDocument {
  const order: number[] = [];
  for (const { table } of document.blocks) if (table !== null && !order.includes(table)) order.push(table);
  const tables = readTables(document);
  const joined = new Map<number, number>();
  let count = 0;
  order.forEach((index, at) => {
    const [before, own] = [tables[at - 1], tables[at]];
    const goesOn = before !== undefined && own !== undefined && own.role !== null && own.role === before.role && own.caption !== null && own.number === before.number && own.title === before.title && isNextTo(document, before, own);
    joined.set(index, goesOn ? count - 1 : count++);
  });
  if (count === order.length) return document;
  return { ...document, blocks: document.blocks.map((block) => (block.table === null ? block : { ...block, table: joined.get(block.table) ?? block.table })) };
}

/** Whether nothing but notes stands between two tables. */
function isNextTo(document: ParsedDocument, before: ReportTable, after: ReportTable): boolean {
  return document.blocks.every((block) => block.start < before.end || block.start >= after.start || block.kind === 'note');
}

/** The series' own spelling when it has the same letters; a misprinted title stays as the document prints it. */
function properTitle(printed: string, known: string): string {
  return fold(printed) === fold(known) ? known : printed === printed.toLowerCase() ? known : printed;
}

/** What the signs after a value mean. */
export function noteFor(table: ReportTable, mark: string | null): string | null {
  if (mark === null) return null;
  const whole = table.notes.get(mark);
  if (whole !== undefined) return whole;
  const parts = [...mark].flatMap((sign) => table.notes.get(sign) ?? []);
  return parts.length === 0 ? null : parts.join(' ');
}

const cellText = (cell: ReportCell | null): string => (cell === null ? '' : cell.text.replace(/\s+/gu, ' ').trim());

export function toRecognisedTable(table: ReportTable): Table {
  return {
    title: table.title,
    number: table.number,
    columns: (table.header.at(-1)?.cells ?? []).map(cellText),
    rows: table.rows.map((row) => row.cells.map(cellText)),
    page: table.caption?.page ?? table.rows[0]?.page ?? null,
    start: table.start,
    end: table.end,
  };
}
