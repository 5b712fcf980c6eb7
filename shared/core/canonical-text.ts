// Puts passages together to a canonical text and takes one apart again: the one place where block offsets are computed.
// It decides nothing about what a passage is.

import { emptyBlock, type Block, type Cell, type Run } from './document.ts';

/** A passage on its way into a canonical text; its runs and cells count from the start of its own text. */
export type DraftBlock = Partial<Omit<Block, 'start' | 'end'>> & Pick<Block, 'kind'> & { text: string };

/** Between the cells of a table row. */
export const cellSeparator = '\t';

/** The canonical text of the passages, joined by one newline, and their blocks in the same order. Empty passages are left out. */
export function assemble(drafts: Iterable<DraftBlock>): { text: string; blocks: Block[] } {
  const parts: string[] = [];
  const blocks: Block[] = [];
  let start = 0;
  for (const { text, ...shape } of drafts) {
    if (text === '') continue;
    const block: Block = { ...emptyBlock, ...shape, start, end: start + text.length };
    block.runs = shape.runs ? shape.runs.map((run) => moved(run, start)) : [];
    block.cells = shape.cells ? shape.cells.map((cell) => moved(cell, start)) : [];
    blocks.push(block);
    parts.push(text);
    start += text.length + 1;
  }
  return { text: parts.join('\n'), blocks };
}

/** A block of a canonical text as a passage that can be assembled again. */
export function draftOf(text: string, block: Block): DraftBlock {
  const { start, end, ...shape } = block;
  return {
    ...shape,
    text: text.slice(start, end),
    runs: block.runs.map((run) => moved(run, -start)),
    cells: block.cells.map((cell) => moved(cell, -start)),
  };
}

/** A table row: the cells' texts joined by a tab, and where each cell lies. */
export function rowDraft(cells: { text: string; header?: boolean; colSpan?: number; rowSpan?: number; runs?: Run[] }[]): DraftBlock {
  const runs: Run[] = [];
  const places: Cell[] = [];
  let start = 0;
  for (const cell of cells) {
    places.push({ start, end: start + cell.text.length, header: cell.header ?? false, colSpan: cell.colSpan ?? 1, rowSpan: cell.rowSpan ?? 1 });
    for (const run of cell.runs ?? []) runs.push(moved(run, start));
    start += cell.text.length + cellSeparator.length;
  }
  return { kind: 'table-row', text: cells.map(({ text }) => text).join(cellSeparator), runs, cells: places };
}

function moved<T extends { start: number; end: number }>(range: T, by: number): T {
  return { ...range, start: range.start + by, end: range.end + by };
}
