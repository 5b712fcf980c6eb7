// Puts the words of a page into the cells of its drawn tables and takes them out of the running text.

import { findGrids, type Grid } from './lattice.ts';
import { listMarker, makeLine, type Line, type Word } from './lines.ts';
import type { CheckMark, Fill, Rule } from './page-content.ts';

export type TableCell = { lines: Line[]; header: boolean; colSpan: number; rowSpan: number; column: number };
export type TableRow = { cells: TableCell[]; header: boolean; y0: number; y1: number };
export type PageTable = { rows: TableRow[]; columns: number[]; x0: number; x1: number; y0: number; y1: number };

function indexIn(edges: readonly number[], value: number): number {
  for (let i = 0; i + 1 < edges.length; i++) if (value >= (edges[i] as number) && value < (edges[i + 1] as number)) return i;
  return -1;
}

/** Words of one cell as lines, top to bottom. */
function cellLines(words: Word[]): Line[] {
  const rows: Word[][] = [];
  for (const word of words.toSorted((a, b) => a.baseline - b.baseline || a.x - b.x)) {
    const last = rows.at(-1);
    const first = last?.[0];
    if (last !== undefined && first !== undefined && Math.abs(word.baseline - first.baseline) <= 0.45 * Math.max(word.size, first.size)) last.push(word);
    else rows.push([word]);
  }
  return rows.map((row) => makeLine(row.sort((a, b) => a.x - b.x)));
}

/** A line that can be a value by itself: "2,711 (75)", "Unknown", "Yes (1, 73)". Half of a wrapped value has an open bracket. */
function isValue(line: Line): boolean {
  const text = line.words.map((word) => word.text).join(' ');
  if (text.split('(').length !== text.split(')').length) return false;
  return /^[$€£]?\d/u.test(text) || /^[\p{Lu}/]+\p{Ll}*[*†‡]*(?:\s*\([\d\s,;–-]+\))?$/u.test(text);
}

/** Lines of the first cell at which rows begin that are printed as one: at bullets, or where each line has values of its own. */
function innerRows(first: TableCell, others: readonly TableCell[]): number[] {
  const bullets = first.lines.flatMap((line, at) => (at > 0 && listMarker.test(line.words[0]?.text ?? '') ? [at] : []));
  if (bullets.length > 0) return bullets;
  const count = first.lines.length;
  const paired = others.every(
    (cell) => cell.lines.length === count && cell.lines.every((line, at) => isValue(line) && Math.abs(line.baseline - (first.lines[at] as Line).baseline) < 0.25 * line.size),
  );
  return count > 1 && paired ? first.lines.map((_, at) => at).slice(1) : [];
}

/**
 * A row whose first cell lists items, each with values of its own beside it, is printed as one row but read as several.
 * Values belong to the last item that begins at or above them.
 */
function splitRow(row: TableRow): TableRow[] {
  const [first, ...others] = row.cells;
  if (first === undefined || others.length === 0 || row.cells.some((cell) => cell.rowSpan > 1 || cell.colSpan > 1)) return [row];
  const starts = innerRows(first, others);
  if (starts.length === 0) return [row];
  const bounds = [0, ...starts, first.lines.length];
  const items = bounds.slice(0, -1).map((from, at) => first.lines.slice(from, bounds[at + 1]));
  const tops = items.map((lines) => (lines[0] as Line).baseline);
  const owner = (line: Line): number => tops.findLastIndex((top, at) => at === 0 || top <= line.baseline + 0.5 * line.size);
  const owners = new Set(others.flatMap((cell) => cell.lines.map(owner)));
  if (owners.size < 2) return [row];
  return items.map((lines, at) => ({
    header: row.header,
    y0: at === 0 ? row.y0 : (lines[0] as Line).y0,
    y1: at === items.length - 1 ? row.y1 : (lines.at(-1) as Line).y1,
    cells: [{ ...first, lines }, ...others.map((cell) => ({ ...cell, lines: cell.lines.filter((line) => owner(line) === at) }))],
  }));
}

/** A drawn check mark becomes the character a reader sees; it stands in for a word. */
function markWord(mark: CheckMark): Word {
  return { text: '✓', ...mark, baseline: mark.y + mark.height, size: mark.height, bold: false, italic: false, raised: false, artifact: false, joined: false };
}

function fillGrid(grid: Grid, words: readonly Word[], marks: readonly CheckMark[]): { table: PageTable; used: Set<Word> } | null {
  const rowCount = grid.rows.length - 1;
  const columnCount = grid.columns.length - 1;
  const used = new Set<Word>();
  const held = Array.from({ length: rowCount }, () => Array.from({ length: columnCount }, (): Word[] => []));
  /** Cells whose words run over the column edge to their right. */
  const crossing = Array.from({ length: rowCount }, () => new Set<number>());
  for (const word of words) {
    const row = indexIn(grid.rows, word.baseline - 0.3 * word.size);
    const column = indexIn(grid.columns, word.x + Math.min(word.width / 2, 6));
    if (row < 0 || column < 0) continue;
    held[row]?.[column]?.push(word);
    used.add(word);
    if (word.x + word.width > (grid.columns[column + 1] as number) + 3) crossing[row]?.add(column);
  }
  for (const mark of marks) {
    const row = indexIn(grid.rows, mark.y + mark.height / 2);
    const column = indexIn(grid.columns, mark.x + mark.width / 2);
    const cell = held[row]?.[column];
    if (cell !== undefined && cell.length === 0) cell.push(markWord(mark));
  }
  if (used.size === 0) return null;
  /** The words of a cell and of those below it whose upper edge is not drawn: they belong to it, also where it is part of a wider cell. */
  const downwards = (row: number, column: number): { words: Word[]; rows: number } => {
    let rows = 1;
    while (row + rows < rowCount && grid.drawn[row + rows]?.[column] === false) rows++;
    return { words: held.slice(row, row + rows).flatMap((cells) => cells[column] ?? []), rows };
  };
  const rows: TableRow[] = [];
  for (let row = 0; row < rowCount; row++) {
    const header = row < grid.headerRows;
    const cells: TableCell[] = [];
    for (let column = 0; column < columnCount; column++) {
      if (grid.drawn[row]?.[column] === false) continue;
      const { words: own, rows: rowSpan } = downwards(row, column);
      let colSpan = 1;
      while (crossing[row]?.has(column + colSpan - 1) === true && column + colSpan < columnCount) {
        own.push(...downwards(row, column + colSpan).words);
        colSpan++;
      }
      cells.push({ lines: cellLines(own), header, colSpan, rowSpan, column });
      column += colSpan - 1;
    }
    rows.push(...splitRow({ cells, header, y0: grid.rows[row] as number, y1: grid.rows[row + 1] as number }));
  }
  const kept = rows.filter((row) => row.cells.some((cell) => cell.lines.length > 0));
  if (kept.length === 0) return null;
  return {
    table: {
      rows: kept,
      columns: grid.columns,
      x0: grid.columns[0] as number,
      x1: grid.columns.at(-1) as number,
      y0: (kept[0] as TableRow).y0,
      y1: (kept.at(-1) as TableRow).y1,
    },
    used,
  };
}

/**
 * Column heads that stand above the first rule of a table, without shading of their own, become its header row: text in at least two
 * columns that runs across no column edge.
 */
function withHeadsAbove(grid: Grid, lines: readonly Line[]): Grid {
  if (grid.headerRows > 0) return grid;
  const top = grid.rows[0] as number;
  const left = grid.columns[0] as number;
  const right = grid.columns.at(-1) as number;
  const heads = lines.filter((line) => line.baseline < top && top - line.baseline < 1.4 * line.size && line.x1 > left && line.x0 < right);
  const words = heads.flatMap((line) => line.words);
  const columns = new Set(words.map((word) => indexIn(grid.columns, word.x + word.width / 2)));
  const crosses = words.some((word) => grid.columns.slice(1, -1).some((edge) => word.x < edge - 1 && word.x + word.width > edge + 1));
  const gaps = heads.every((line) => line.words.every((word, at) => {
    const next = line.words[at + 1];
    const edge = next === undefined ? undefined : grid.columns.find((x) => x > word.x + word.width - 1 && x < next.x + 1);
    return edge === undefined || next === undefined || next.x - (word.x + word.width) > 0.6 * line.size;
  }));
  if (columns.size < 2 || columns.has(-1) || crosses || !gaps) return grid;
  const newTop = Math.min(...heads.map((line) => line.y0)) - 1;
  const all = grid.columns.slice(0, -1).map(() => true);
  return { ...grid, rows: [newTop, ...grid.rows], drawn: [all, ...grid.drawn.map((row, at) => (at === 0 ? all : row))], headerRows: 1 };
}

/** The drawn tables of a layer and the lines that are not part of one. */
export function takeRuledTables(lines: readonly Line[], rules: readonly Rule[], fills: readonly Fill[], marks: readonly CheckMark[]): { tables: PageTable[]; rest: Line[] } {
  const grids = findGrids(rules, fills, lines).map((grid) => withHeadsAbove(grid, lines));
  if (grids.length === 0) return { tables: [], rest: [...lines] };
  const tables: PageTable[] = [];
  let rest = [...lines];
  for (const grid of grids) {
    const words = rest.flatMap((line) => (line.y1 < (grid.rows[0] as number) || line.y0 > (grid.rows.at(-1) as number) ? [] : line.words));
    const filled = fillGrid(grid, words, marks);
    if (filled === null || filled.table.rows.length < 2) continue;
    tables.push(filled.table);
    rest = rest.flatMap((line) => {
      if (!line.words.some((word) => filled.used.has(word))) return [line];
      const left = line.words.filter((word) => !filled.used.has(word));
      return left.length === 0 ? [] : [makeLine(left)];
    });
  }
  return { tables, rest };
}
