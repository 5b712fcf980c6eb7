// Recognises a table that is set by alignment alone, without rules: short cells that share baselines across columns.
// Two columns of running text also stand side by side; they have long lines.

import type { Line } from './lines.ts';
import type { PageTable, TableCell, TableRow } from './ruled-tables.ts';

/** Cells are shorter than this on average (characters); lines of running text in the narrowest columns are longer. */
const longestCell = 24;

type Row = { baseline: number; cells: Line[][] };

/**
 * Joins the lines of wrapped cells: where about half of the lines or more stand clearly further apart than the others, the close ones are
 * one row. A table of single lines with a few groups in it has mostly close lines and stays as it is.
 */
function joinWrapped(rows: Row[]): void {
  const gaps = rows.slice(1).map((row, at) => row.baseline - (rows[at] as Row).baseline);
  const closest = Math.min(...gaps);
  const close = (gap: number) => gap < 1.15 * closest;
  const far = gaps.filter((gap) => gap > 1.35 * closest).length;
  if (far < 0.45 * gaps.length || far + gaps.filter(close).length < gaps.length) return;
  for (let at = rows.length - 1; at > 0; at--) {
    if (!close(gaps[at - 1] as number)) continue;
    const row = rows[at] as Row;
    (rows[at - 1] as Row).cells.forEach((cell, column) => cell.push(...(row.cells[column] ?? [])));
    rows.splice(at, 1);
  }
}

const length = (line: Line): number => line.words.reduce((sum, word) => sum + word.text.length + 1, -1);

/** The table that these columns form, or null when they are columns of text. */
export function alignedTable(columns: Line[][]): PageTable | null {
  const first = columns[0];
  if (first === undefined || columns.length < 2 || first.length < 3) return null;
  const all = columns.flat();
  const short = columns.filter((column) => column.reduce((sum, line) => sum + length(line), 0) / column.length <= longestCell).length;
  if (short < Math.max(1, columns.length - 1)) return null;
  const rows: Row[] = [];
  for (const line of all.toSorted((a, b) => a.baseline - b.baseline)) {
    const last = rows.at(-1);
    const column = columns.findIndex((lines) => lines.includes(line));
    if (last !== undefined && Math.abs(last.baseline - line.baseline) <= 0.35 * line.size) last.cells[column]?.push(line);
    else {
      const cells: Line[][] = columns.map(() => []);
      cells[column]?.push(line);
      rows.push({ baseline: line.baseline, cells });
    }
  }
  joinWrapped(rows);
  // Most rows must reach over at least two columns, else the columns only happen to stand side by side.
  const wide = rows.filter((row) => row.cells.filter((cell) => cell.length > 0).length >= 2).length;
  if (rows.length < 3 || wide < 0.7 * rows.length) return null;
  const tableRows: TableRow[] = rows.map((row) => ({
    header: false,
    y0: Math.min(...row.cells.flat().map((line) => line.y0)),
    y1: Math.max(...row.cells.flat().map((line) => line.y1)),
    cells: row.cells.map((lines, column): TableCell => ({ lines: lines.toSorted((a, b) => (Math.abs(a.baseline - b.baseline) > 0.5 * a.size ? a.baseline - b.baseline : a.x0 - b.x0)), header: false, colSpan: 1, rowSpan: 1, column })),
  }));
  const x0 = Math.min(...all.map((line) => line.x0));
  const x1 = Math.max(...all.map((line) => line.x1));
  const starts = columns.slice(1).map((column) => Math.min(...column.map((line) => line.x0)) - 1);
  return { rows: tableRows, columns: [x0, ...starts, x1], x0, x1, y0: (tableRows[0] as TableRow).y0, y1: (tableRows.at(-1) as TableRow).y1 };
}
