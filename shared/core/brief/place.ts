// Where a passage stands in its document: numbered paragraph, table, section and page, for the locator of a citation.

import type { CitedPlace } from '../citation.ts';
import type { Block, Page, TextRange } from '../document.ts';
import type { Recognition } from '../recognition.ts';

/** The shape of a document as far as a locator needs it. */
export type DocumentShape = {
  blocks: readonly Block[];
  pages: readonly Omit<Page, 'words'>[];
  recognition: Pick<Recognition, 'kind' | 'sections' | 'tables' | 'cable'>;
};

/** The place of a passage; offsets are UTF-16 code units into the canonical text, half-open. */
export function placeOf(shape: DocumentShape, range: TextRange): CitedPlace {
  const last = Math.max(range.start, range.end - 1);
  const block = containing(shape.blocks, range.start);
  const table = block?.table == null ? null : (shape.recognition.tables[block.table]?.number ?? null);
  return {
    paragraph: paragraphAt(shape, range.start, block),
    lastParagraph: paragraphAt(shape, last, containing(shape.blocks, last)),
    table,
    section: sectionAt(shape, range.start),
    page: pageAt(shape, range.start, block),
    lastPage: pageAt(shape, last, null),
  };
}

function paragraphAt(shape: DocumentShape, offset: number, block: Block | null): string | null {
  const ofCable = shape.recognition.cable?.paragraphs.find((paragraph) => paragraph.start <= offset && offset < paragraph.end);
  if (ofCable) return String(ofCable.n);
  if (!block || block.kind === 'heading' || block.kind === 'title' || block.kind === 'table-row' || block.kind === 'list-item') return null;
  const [, number] = /^\s*[¶§]?\s*\(?(\d{1,4}(?:\.\d{1,3})*)[.)]?\s*$/u.exec(block.label ?? '') ?? [];
  return number ?? null;
}

/** The innermost section with a printed number; else the innermost with a title. */
function sectionAt(shape: DocumentShape, offset: number): CitedPlace['section'] {
  const around = shape.recognition.sections.filter((section) => section.start <= offset && offset < section.end).toSorted((one, other) => other.level - one.level);
  const section = around.find((each) => each.number !== null) ?? around.find((each) => each.title !== '');
  return section ? { number: section.number, title: section.title } : null;
}

function pageAt(shape: DocumentShape, offset: number, block: Block | null): string | null {
  const page = containing(shape.pages, offset) ?? (block?.page == null ? null : (shape.pages[block.page - 1] ?? null));
  return page ? (page.label ?? String(page.number)) : null;
}

/** The range that holds an offset, or the last that begins before it: an offset may stand on a newline between two. */
function containing<R extends TextRange>(ranges: readonly R[], offset: number): R | null {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return ranges[low - 1] ?? null;
}
