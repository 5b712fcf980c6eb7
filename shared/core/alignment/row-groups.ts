// Finds the cells that name a group of table rows, such as an area that spans the actions below it. On the page it stands in the
// group's first row only; which row that is must not count as a change of the row.

import type { Block } from '../document.ts';

/** The rows whose first cell names the group that begins with them. Blocks in reading order. */
export function rowsWithGroupLabel(blocks: readonly Block[]): ReadonlySet<Block> {
  const rows = blocks.filter((block) => block.kind === 'table-row' && block.cells.length > 1);
  const grouped = new Set(rows.filter((row) => (row.cells[0]?.rowSpan ?? 1) > 1).map((row) => row.table));
  const labelled = new Set<Block>();
  let table: number | null | undefined;
  let spanned = 0;
  for (const row of blocks) {
    if (row.kind !== 'table-row') continue;
    if (row.table !== table) spanned = 0;
    table = row.table;
    if (spanned > 0) {
      spanned--;
      continue;
    }
    const [first] = row.cells;
    if (!first || first.header || row.cells.length < 2 || !grouped.has(row.table)) continue;
    labelled.add(row);
    spanned = Math.max(0, first.rowSpan - 1);
  }
  return labelled;
}
