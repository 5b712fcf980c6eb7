// How the blocks of a document become a reading text: units (a paragraph, a list, a table ...) in chunks that are drawn one at
// a time, so that a long text opens at once. Pure; it draws nothing.

import type { Block, Page, TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';

/** Blocks from..to (end excluded) that are one element of the page. */
export type Unit = { kind: 'heading' | 'paragraph' | 'list' | 'table' | 'fields'; from: number; to: number; /** Heading level in the page, 2..6; else 0. */ level: number };

export type Chunk = TextRange & {
  index: number;
  units: Unit[];
  /** Pixels, roughly; holds the place until the chunk is drawn. */
  height: number;
};

export type ReadingLayout = {
  chunks: Chunk[];
  /** Where pages begin in the text, ascending: what stands in the margin there. */
  pageStarts: { offset: number; label: string }[];
  /** By block: the word for a role that begins there ("Summary"), else null. */
  roleStarts: (string | null)[];
};

/** Characters of a chunk: about three screens, drawn in a few milliseconds. */
const chunkSize = 6000;
/** Rows of a table, items of a list, in one unit: a table of 10,000 rows must not be one chunk. */
const longestUnit = 120;

const roleWords: Partial<Record<NonNullable<Block['role']>, string>> = {
  summary: 'Summary',
  comment: 'Comment',
  'action-request': 'Action',
  quoted: 'Quoted',
  assessment: 'Judgement',
};

export function layOut({ text, blocks, pages }: Pick<DocumentReading, 'text' | 'blocks' | 'pages'>): ReadingLayout {
  const chunks: Chunk[] = [];
  let open: Chunk | null = null;
  for (const unit of unitsOf(blocks)) {
    const start = blocks[unit.from]?.start ?? 0;
    const end = blocks[unit.to - 1]?.end ?? start;
    if (!open || (end - open.start > chunkSize && open.units.length > 0)) {
      open = { index: chunks.length, units: [], start, end, height: 0 };
      chunks.push(open);
    }
    open.units.push(unit);
    open.end = end;
    open.height += heightOf(unit, blocks);
  }
  return { chunks, pageStarts: pageStartsOf(text, pages), roleStarts: blocks.map((block, index) => roleStart(block, blocks[index - 1])) };
}

function unitsOf(blocks: readonly Block[]): Unit[] {
  const units: Unit[] = [];
  let level = 1;
  for (let from = 0; from < blocks.length; ) {
    const block = blocks[from];
    if (!block) break;
    const next = blocks[from + 1];
    if (block.kind === 'title' || block.kind === 'heading') {
      // A heading never skips a level, whatever the source does: a screen reader walks them.
      level = block.kind === 'title' ? 2 : Math.min(6, block.level + 2, level + 1);
      units.push({ kind: 'heading', from, to: from + 1, level });
      from += 1;
      continue;
    }
    const isCaptioned = block.kind === 'caption' && next?.kind === 'table-row' && next.table === block.table;
    const kind = isCaptioned || block.kind === 'table-row' ? 'table' : block.kind === 'list-item' ? 'list' : block.kind === 'field' ? 'fields' : 'paragraph';
    let to = from + 1;
    const first = isCaptioned ? next : block;
    while (kind !== 'paragraph' && to < blocks.length && to - from < longestUnit && blocks[to]?.kind === first?.kind && blocks[to]?.table === first?.table) to += 1;
    units.push({ kind, from, to, level: 0 });
    from = to;
  }
  return units;
}

/** Of a page of usual measure: 72 characters a line of 28 pixels. */
function heightOf(unit: Unit, blocks: readonly Block[]): number {
  let height = 16;
  for (let index = unit.from; index < unit.to; index += 1) {
    const block = blocks[index];
    if (!block) continue;
    const length = block.end - block.start;
    const widest = block.cells.reduce((most, cell) => Math.max(most, cell.end - cell.start), 0);
    height += block.kind === 'table-row' ? 13 + 20 * Math.ceil((widest * block.cells.length) / 90) : 28 * Math.max(1, Math.ceil(length / 72));
  }
  return height;
}

function pageStartsOf(text: string, pages: readonly Omit<Page, 'words'>[]): ReadingLayout['pageStarts'] {
  return pages.flatMap((page) => {
    // A page may begin on the newline between two passages; its sign stands at its first word.
    let offset = page.start;
    while (offset < page.end && /\s/u.test(text.charAt(offset))) offset += 1;
    return offset < page.end ? [{ offset, label: page.label ?? String(page.number) }] : [];
  });
}

function roleStart(block: Block, before: Block | undefined): string | null {
  const word = block.role ? roleWords[block.role] : undefined;
  return word && before?.role !== block.role ? word : null;
}

/** Index of the last of the ascending `items` that begins at or before `offset`; -1 when none does. */
export function lastStarting<Item>(items: readonly Item[], offset: number, startOf: (item: Item) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && startOf(item) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The chunk that holds an offset; the nearest before it when it lies between two. */
export function chunkAt(chunks: readonly Chunk[], offset: number): number {
  return Math.max(0, lastStarting(chunks, offset, (chunk) => chunk.start));
}
