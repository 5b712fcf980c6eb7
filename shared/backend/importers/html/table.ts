// Reads a table of a page: rows, cells, header cells and caption. Tells tables that hold data from those that only arrange a
// page, whose cells are then read as ordinary passages.

import type { Element, Nodes, Parents } from 'hast';
import { rowDraft, type DraftBlock } from '../../../core/canonical-text.ts';
import type { Run } from '../../../core/document.ts';

type Text = { text: string; runs: Run[] };
export type ReadTable = { captions: Text[]; rows: DraftBlock[] };

/** Cells longer than this, in characters, hold a page's text, not a value or a description. */
const longestCell = 2_000;
/** HTML allows 1,000 columns to be spanned; numbers beyond are nonsense. */
const widestSpan = 1_000;

type Row = { cells: Element[]; inHead: boolean };

/** The table, or null when it only arranges the page. */
export function readTable(table: Element, skipped: ReadonlySet<Nodes>, readCell: (cell: Element) => Text): ReadTable | null {
  const role = String(table.properties['role'] ?? '');
  const rows = rowsOf(table, skipped, false);
  const captions = table.children.filter((child): child is Element => child.type === 'element' && child.tagName === 'caption' && !skipped.has(child));
  const marked = captions.length > 0 || rows.some(({ cells, inHead }) => inHead || cells.some(({ tagName }) => tagName === 'th'));
  if (/^(?:presentation|none)$/.test(role) || holds(table, 'table', skipped)) return null;
  if (!marked && (rows.length < 2 || Math.max(...rows.map(({ cells }) => cells.length)) < 2 || /h[1-6]/.test(headingsIn(table, skipped)))) return null;

  const read = rows.map(({ cells, inHead }) =>
    cells.map((cell) => ({ ...readCell(cell), header: inHead || cell.tagName === 'th', colSpan: span(cell, 'colSpan'), rowSpan: span(cell, 'rowSpan') })),
  );
  if (!marked && read.some((cells) => cells.some(({ text }) => text.length > longestCell))) return null;
  return {
    captions: captions.map(readCell).filter(({ text }) => text !== ''),
    rows: read.filter((cells) => cells.some(({ text }) => text !== '')).map(rowDraft),
  };
}

function rowsOf(parent: Parents, skipped: ReadonlySet<Nodes>, inHead: boolean): Row[] {
  return (parent.children as Nodes[]).flatMap((child): Row[] => {
    if (child.type !== 'element' || skipped.has(child)) return [];
    if (child.tagName === 'tr') {
      return [{ inHead, cells: child.children.filter((cell): cell is Element => cell.type === 'element' && /^t[dh]$/.test(cell.tagName) && !skipped.has(cell)) }];
    }
    return /^(?:thead|tbody|tfoot)$/.test(child.tagName) ? rowsOf(child, skipped, child.tagName === 'thead') : [];
  });
}

function holds(parent: Parents, tagName: string, skipped: ReadonlySet<Nodes>): boolean {
  return (parent.children as Nodes[]).some((child) => child.type === 'element' && !skipped.has(child) && (child.tagName === tagName || holds(child, tagName, skipped)));
}

function headingsIn(parent: Parents, skipped: ReadonlySet<Nodes>): string {
  return (parent.children as Nodes[])
    .map((child) => (child.type !== 'element' || skipped.has(child) ? '' : /^h[1-6]$/.test(child.tagName) ? child.tagName : headingsIn(child, skipped)))
    .join('');
}

function span(cell: Element, name: 'colSpan' | 'rowSpan'): number {
  const value = Number(cell.properties[name] ?? 1);
  return Number.isInteger(value) && value >= 1 && value <= widestSpan ? value : 1;
}
