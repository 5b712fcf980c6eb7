// Divides a file that holds several country reports, as a volume of the series does, into its reports. What each says is read later, by itself; a file
// with one report is not divided.

import { assemble } from '../../../core/canonical-text.ts';
import type { Block, DocumentPart, Page, ParsedDocument } from '../../../core/document.ts';
import { reportStarts } from './first-report.ts';
import { readHead } from './report-head.ts';
import { findHeadings } from './report-sections.ts';

/** Each part keeps a place for every page of the file; a volume with more of them than this stays whole. */
const mostPlaces = 40_000;

/** The blocks from one up to another as a document. Pages keep their numbers; those of other reports are empty. */
function cut(document: ParsedDocument, from: number, to: number): ParsedDocument {
  const blocks = document.blocks.slice(from, to);
  const start = blocks[0]?.start ?? 0;
  const end = blocks.at(-1)?.end ?? start;
  const moved = <Range extends { start: number; end: number }>(range: Range): Range => ({ ...range, start: range.start - start, end: range.end - start });
  const within = (value: number): number => Math.min(Math.max(value, start), end) - start;
  const numbers = blocks.flatMap(({ page }) => (page === null ? [] : [page]));
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)];
  return {
    ...document,
    text: document.text.slice(start, end),
    blocks: blocks.map((block): Block => ({ ...moved(block), cells: block.cells.map(moved), runs: block.runs.map(moved) })),
    pages: document.pages.map((page): Page => ({ ...page, start: within(page.start), end: within(page.end), words: page.words.filter((word) => word.start >= start && word.end <= end).map(moved) })),
    leftOut: document.leftOut.filter(({ page }) => (page === null ? from === 0 : page >= (from === 0 ? 1 : first) && (to === document.blocks.length || page <= last))),
  };
}

/** "Fiji 2018"; null when the part does not name its country, as a section printed twice does not. */
function nameOf(part: ParsedDocument): string | null {
  const section = findHeadings(part).find(({ role }) => role === 'prevalence');
  const { country, countryConfidence, year } = readHead(part, section?.block.start ?? part.text.length);
  return country === null || countryConfidence < 0.7 ? null : [country.name, year].filter((own) => own !== null).join(' ');
}

/** The file with a part for each of its reports, its own text the list of them; null when it holds one report or none. */
export function divideReports(document: ParsedDocument): ParsedDocument | null {
  const starts = reportStarts(document);
  if (starts.length < 2 || starts.length * document.pages.length > mostPlaces) return null;
  const pieces = starts.map((from, at) => ({ from, name: nameOf(cut(document, from, starts[at + 1] ?? document.blocks.length)) }));
  // A piece of the same country and year, or of none, goes on with the one before it.
  const reports = pieces.filter(({ name }, at) => at === 0 || (name !== null && name !== pieces.slice(0, at).findLast((one) => one.name !== null)?.name));
  if (reports.length < 2) return null;
  const parts = reports.map(({ from, name }, at): DocumentPart => ({ name: name ?? `Report ${at + 1}`, parsed: cut(document, from, reports[at + 1]?.from ?? document.blocks.length) }));
  // What is left out between two reports on one page belongs to one of them only.
  const told = new Set<unknown>();
  for (const { parsed } of parts) {
    parsed.leftOut = parsed.leftOut.filter((left) => !told.has(left));
    for (const left of parsed.leftOut) told.add(left);
  }
  const warning = { code: 'several-reports', message: `This file holds ${parts.length} country reports; each was read as a document of its own: ${parts.map(({ name }) => name).join(', ')}.` };
  const list = assemble([{ kind: 'title' as const, text: `${parts.length} country reports` }, ...parts.map(({ name }) => ({ kind: 'list-item' as const, level: 1, text: name }))]);
  for (const { parsed } of parts) parsed.warnings = [...parsed.warnings, warning];
  return { ...list, pages: [], properties: document.properties, warnings: [...document.warnings, warning], leftOut: document.leftOut.filter((left) => !told.has(left)), parts };
}
