// The words selected inside a cell of the aligned text, as offsets into the canonical text of the cell's document. An element with
// data-start holds exactly the canonical text from there; what stands between such elements (signs between cells of a table) does not count.

import { trimRange } from '../../../shared/core/annotation.ts';
import type { Comparison, ComparisonCell } from '../../../shared/core/comparison.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { Place } from './place.ts';

export type CellSelection = { place: Place; range: TextRange };

/** Null when nothing is selected within `root`, or nothing but space. What reaches into other cells is cut at the end of the first. */
export function selectedInCell(root: Element, comparison: Comparison): CellSelection | null {
  const selection = document.getSelection();
  const anchor = selection?.anchorNode ?? null;
  if (!selection || selection.isCollapsed || selection.rangeCount === 0 || !anchor || !root.contains(anchor)) return null;
  const element = (anchor instanceof Element ? anchor : anchor.parentElement)?.closest('[data-cell]') ?? null;
  const [row, column] = (element?.getAttribute('data-cell') ?? '').split('.').map(Number);
  const cell = row === undefined || column === undefined ? null : comparison.rows[row]?.cells[column];
  if (!element || row === undefined || column === undefined || !cell) return null;
  const parts = selectedParts(element, selection.getRangeAt(0));
  const [first] = parts;
  const last = parts.at(-1);
  const range = first && last ? withinCell(cell, { start: first.start, end: last.end }) : null;
  return range && { place: { row, column }, range };
}

function selectedParts(cell: Element, range: Range): TextRange[] {
  return [...cell.querySelectorAll('[data-start]')].flatMap((leaf) => {
    if (!range.intersectsNode(leaf)) return [];
    const base = Number(leaf.getAttribute('data-start'));
    const start = leaf.contains(range.startContainer) ? lengthBefore(leaf, range.startContainer, range.startOffset) : 0;
    const end = leaf.contains(range.endContainer) ? lengthBefore(leaf, range.endContainer, range.endOffset) : (leaf.textContent?.length ?? 0);
    return start < end ? [{ start: base + start, end: base + end }] : [];
  });
}

function lengthBefore(leaf: Element, node: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(leaf, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

/** Between neighbouring sentences stands a space or the end of a line; more means that something else stands between them. */
const widestGap = 2;

/** The range on whole letters, without space at its ends, and cut where the next passage of the cell does not follow in the document. */
export function withinCell({ ranges, text }: Pick<ComparisonCell, 'ranges' | 'text'>, { start, end }: TextRange): TextRange | null {
  const first = ranges.findIndex((range) => start < range.end);
  if (first < 0) return null;
  let last = first;
  while (last + 1 < ranges.length && (ranges[last + 1]?.start ?? 0) < end && (ranges[last + 1]?.start ?? 0) - (ranges[last]?.end ?? 0) <= widestGap) last += 1;
  const from = trimmedIn(ranges, text, first, { start, end: Math.min(end, ranges[first]?.end ?? end) });
  const to = last === first ? from : trimmedIn(ranges, text, last, { start: Math.max(start, ranges[last]?.start ?? start), end: Math.min(end, ranges[last]?.end ?? end) });
  return from && to ? { start: from.start, end: to.end } : (from ?? to);
}

/** `text` holds the passages one behind the other, parted by one character. */
function trimmedIn(ranges: readonly TextRange[], text: string, index: number, wanted: TextRange): TextRange | null {
  const own = ranges[index];
  if (!own) return null;
  const before = ranges.slice(0, index).reduce((sum, range) => sum + range.end - range.start + 1, 0);
  const shift = own.start - before;
  const trimmed = trimRange(text, { start: Math.max(wanted.start, own.start) - shift, end: wanted.end - shift });
  return trimmed && { start: trimmed.start + shift, end: trimmed.end + shift };
}

/** Selects from the beginning of a cell, or further than what is selected in it, by key. */
export function extendByKey(root: Element, place: Place, direction: 'forward' | 'backward', unit: 'word' | 'sentence'): void {
  const selection = document.getSelection();
  const cell = root.querySelector(`[data-cell="${place.row}.${place.column}"]`);
  const first = cell?.querySelector('[data-start]');
  if (!selection || !cell || !first) return;
  if (selection.rangeCount === 0 || !selection.anchorNode || !cell.contains(selection.anchorNode)) selection.collapse(first, 0);
  selection.modify('extend', direction, unit);
}
