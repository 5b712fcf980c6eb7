// The passages of a country's part of an official data file by section: which rows its tables have and what stands in their cells.

import dataset from '../../../../resources/ilab/dataset.json' with { type: 'json' };
import type { Block, Cell, ParsedDocument, TextRange } from '../../../core/document.ts';

export type DatasetRow = {
  block: Block;
  /** First cell: what the row is about. */
  label: string;
  territory: string | null;
  /** The cells after label and territory, with the titles of their columns. */
  values: { column: string; text: string; place: TextRange }[];
};

/** The blocks of each section by its id; headings excluded. */
export function blocksBySection({ text, blocks }: ParsedDocument): Map<string, Block[]> {
  const sections = new Map<string, Block[]>();
  const ids = new Map(dataset.sections.map(({ id, title }) => [title, id]));
  let open: Block[] | null = null;
  for (const block of blocks) {
    const isHeading = block.kind === 'heading' && block.level === 1;
    if (isHeading) {
      const id = ids.get(text.slice(block.start, block.end));
      open = id === undefined || sections.has(id) ? null : [];
      if (id !== undefined && open) sections.set(id, open);
    } else open?.push(block);
  }
  return sections;
}

/** The rows of a section that is a table. */
export function rowsOf({ text }: ParsedDocument, blocks: Block[] | undefined): DatasetRow[] {
  const read = (cell: Cell): string => text.slice(cell.start, cell.end);
  let columns: string[] = [];
  const rows: DatasetRow[] = [];
  for (const block of blocks ?? []) {
    if (block.kind !== 'table-row') continue;
    if (block.cells.every(({ header }) => header)) {
      columns = block.cells.map(read);
      continue;
    }
    const [first, ...rest] = block.cells;
    if (!first) continue;
    const hasTerritory = columns[1] === dataset.wording.territory;
    const values = rest.map((cell, index) => ({ column: columns[index + 1] ?? '', text: read(cell), place: cell }));
    const territory = hasTerritory ? (values.shift()?.text ?? '') : '';
    rows.push({ block, label: read(first), territory: territory === '' ? null : territory, values });
  }
  return rows;
}
