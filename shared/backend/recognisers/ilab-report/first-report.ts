// A file that holds several reports, as a volume of the series does: finds where the second begins, so that only the first is read and nothing of
// the two is mixed.

import type { Block, ParsedDocument } from '../../../core/document.ts';
import { countryOfTitle } from '../countries.ts';
import { readLevel } from './report-head.ts';
import { isFirstSection } from './report-sections.ts';

/** Between the head of a report and its section I lie the title, the level and a few paragraphs. */
const longestHead = 25;

export type Reports = { count: number; /** The document up to the second report; the document itself when there is none. */ first: ParsedDocument; rest: Block[] };

/** Headings of section I; each report has one. A table of contents has no section text under its entries and is no report. */
function beginnings(document: ParsedDocument): number[] {
  return document.blocks.flatMap((block, at) => {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') return [];
    const text = document.text.slice(block.start, block.end);
    if (text.length > 160 || !isFirstSection(text) || /\.{3,}|\d\s*$/u.test(text)) return [];
    const next = document.blocks[at + 1];
    return next !== undefined && next.kind !== 'heading' ? [at] : [];
  });
}

/** The block with which the report of this section I begins: its title or level. */
function headOf(document: ParsedDocument, section: number, before: number): number {
  const page = document.blocks[section]?.page ?? null;
  let head = section;
  for (let at = section - 1; at > before && section - at <= longestHead; at--) {
    const block = document.blocks[at] as Block;
    if (block.kind === 'table-row' || block.kind === 'caption' || (page !== null && block.page !== page)) break;
    const text = document.text.slice(block.start, block.end);
    const isHead = block.kind === 'title' || readLevel(text) !== null || (block.kind === 'heading' && countryOfTitle(text) !== null);
    if (isHead) head = at;
    else if (head !== section) break;
    else if (block.kind === 'list-item' && block.label !== null) break;
  }
  if (head !== section || page === null) return head;
  // Without title and level: a report begins with a page.
  const first = document.blocks.findIndex((block) => block.page === page);
  return Math.max(first, before + 1);
}

/** The blocks with which the reports of a file begin; what stands before the first belongs to it. */
export function reportStarts(document: ParsedDocument): number[] {
  const found = beginnings(document);
  return found.map((section, at) => (at === 0 ? 0 : headOf(document, section, found[at - 1] ?? 0)));
}

export function firstReport(document: ParsedDocument): Reports {
  const found = beginnings(document);
  const [one, two] = found;
  if (one === undefined || two === undefined) return { count: found.length, first: document, rest: [] };
  const head = headOf(document, two, one);
  const cut = document.blocks[head];
  if (cut === undefined) return { count: found.length, first: document, rest: [] };
  const pages = document.pages.filter((page) => page.start < cut.start);
  const last = pages.at(-1)?.number ?? null;
  return {
    count: found.length,
    first: {
      ...document,
      text: document.text.slice(0, Math.max(0, cut.start - 1)),
      blocks: document.blocks.slice(0, head),
      pages,
      leftOut: document.leftOut.filter((left) => left.page === null || last === null || left.page <= last),
    },
    rest: document.blocks.slice(head),
  };
}
