// Takes apart rows of values that a page prints without a rule between them: several labels of the series, or several territories, in one cell, with a
// value beside each. Which line of the page belongs to which row is told by the level at which its values begin.

import type { ParsedDocument, WordBox } from '../../../core/document.ts';
import { cleanLabel } from './row-labels.ts';
import type { ReportCell, ReportRow } from './report-tables.ts';

/** What a value begins with; "(36)" and the second half of "49,363" do not begin one. */
const valueStart = /^(?:yes|no|unknown|unavailable|n\s?\/\s?a|not|[$€£]?\d)/iu;
/** Lines this close (points) are of one level. */
const level = 4;

type Line = { y: number; start: number; end: number; text: string };

/** The lines of a cell as they stand on the page. */
function linesOf({ text, pages }: ParsedDocument, cell: ReportCell | null | undefined, page: number | null): Line[] {
  if (cell === null || cell === undefined || page === null) return [];
  const lines: Line[] = [];
  const words = (pages[page - 1]?.words ?? []).filter(({ start, end }) => start >= cell.start && end <= cell.end);
  const middle = (word: WordBox): number => word.y + word.height / 2;
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && Math.abs(last.y - middle(word)) <= level) {
      last.end = word.end;
      last.text = text.slice(last.start, last.end);
    } else lines.push({ y: middle(word), start: word.start, end: word.end, text: text.slice(word.start, word.end) });
  }
  return lines;
}

/** The levels at which a cell's values begin. */
function valueLevels(lines: readonly Line[]): number[] {
  let open = 0;
  let before = '';
  return lines.flatMap(({ text, y }) => {
    const begins = open === 0 && valueStart.test(text) && !/[,;–-]$/u.test(before);
    open = Math.max(0, open + text.split('(').length - text.split(')').length);
    before = text;
    return begins ? [y] : [];
  });
}

/** The part of a cell that stands between two levels; null when nothing does. */
function partOf(text: string, lines: readonly Line[], from: number, to: number): ReportCell | null {
  const own = lines.filter(({ y }) => y > from - level && y <= to - level);
  const [first, last] = [own[0], own.at(-1)];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end, text: text.slice(first.start, last.end) };
}

/**
 * The rows of a printed row, one or more. `valuesFrom` is the first column of values; `isKnown` tells labels of the series. A row is only taken apart
 * when each part has a label of the series, or, with a column of territories, a name in it.
 */
export function rowsWithin(document: ParsedDocument, row: ReportRow, { valuesFrom, isKnown, entityAt }: { valuesFrom: number; isKnown: (label: string) => boolean; entityAt: number | null }): ReportRow[] {
  const lines = row.cells.map((cell) => linesOf(document, cell, row.page));
  const levels = lines.slice(valuesFrom).map(valueLevels).toSorted((a, b) => b.length - a.length)[0] ?? [];
  if (levels.length < 2) return [row];
  const bounds = levels.map((y, at) => ({ from: at === 0 ? -Infinity : y, to: levels[at + 1] ?? Infinity }));
  const [labels = null] = row.cells;
  const isOneLabel = labels !== null && isKnown(cleanLabel(labels.text));
  const rows = bounds.map(({ from, to }): ReportRow => ({
    ...row,
    cells: row.cells.map((cell, column) => (column === 0 && isOneLabel ? cell : partOf(document.text, lines[column] ?? [], from, to))),
  }));
  const named = (cells: ReportRow['cells'], column: number): boolean => /\p{L}/u.test(cells[column]?.text ?? '');
  const isWhole = isOneLabel
    ? entityAt !== null && rows.every(({ cells }) => named(cells, entityAt))
    : rows.every(({ cells }) => isKnown(cleanLabel(cells[0]?.text ?? '')));
  return isWhole ? rows : [row];
}
