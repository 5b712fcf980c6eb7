// Imports PDF: canonical text in reading order with headings, paragraphs, lists and tables, every word with its page and
// box. Layout is told from geometry alone. Does not read scans (no text layer) and does not render.

import type { ParsedDocument, Warning } from '../../core/document.ts';
import type { Importer, ImportInput } from '../../core/format.ts';
import type { PagePicture } from '../../core/ocr.ts';
import { UserError } from '../../core/user-error.ts';
import { alignedTable } from './pdf/aligned-tables.ts';
import { edgesOf, findFurniture, furnitureReach, lineText, pageNumberOf, type Edge } from './pdf/furniture.ts';
import { makeLines, type Line } from './pdf/lines.ts';
import type { Layer, PageContent } from './pdf/page-content.ts';
import { cutFlow, type BodyStyle } from './pdf/paragraphs.ts';
import { readingOrder } from './pdf/regions.ts';
import { takeRuledTables, type PageTable } from './pdf/ruled-tables.ts';
import { hasEnd, hasHeader, openPdf } from './pdf/source.ts';
import { CanonicalWriter, type Sheet } from './pdf/writer.ts';
import { pictureOf, pictureWarnings } from './scan/detect.ts';

type LaidOut = { layer: Layer; lines: Line[]; tables: PageTable[] };
type WaitingPage = { index: number; content: PageContent | null; layers: LaidOut[]; edges: Edge[] };

/** From this share of characters that no letter can be told of, the analyst is warned. */
const unreadableShare = 0.02;
/** Progress is told every so many pages. */
const progressStep = 5;

function layOut(layer: Layer): LaidOut {
  const lines = makeLines(layer.fragments);
  const { tables, rest } = takeRuledTables(lines, layer.rules, layer.fills, layer.marks);
  return { layer, lines: rest, tables };
}

/** Text drawn beyond the edge of the page cannot be seen by a reader. */
function dropOutside(content: PageContent, writer: CanonicalWriter, page: number): void {
  for (const layer of content.layers) {
    const inside = layer.fragments.filter(
      (fragment) => fragment.x < layer.width && fragment.x + fragment.width > 0 && fragment.baseline > 0 && fragment.baseline - fragment.size < layer.height,
    );
    if (inside.length === layer.fragments.length) continue;
    const outside = layer.fragments.filter((fragment) => !inside.includes(fragment));
    writer.leave(outside.map((fragment) => fragment.text).join(' '), 'printed outside the page', page);
    layer.fragments = inside;
  }
}

/** The size of the running text so far. */
class SizeCount {
  private readonly counts = new Map<number, number>();

  add(lines: readonly Line[]): void {
    for (const line of lines) {
      const size = Math.round(line.size * 2) / 2;
      this.counts.set(size, (this.counts.get(size) ?? 0) + line.words.reduce((sum, word) => sum + word.text.length, 0));
    }
  }

  /** The largest size that much of the text is set in: long lists of references in small type are not the running text. */
  body(): BodyStyle {
    const most = Math.max(0, ...this.counts.values());
    let size = 0;
    for (const [candidate, count] of this.counts) if (count >= 0.3 * most && candidate > size) size = candidate;
    return { size: size === 0 ? 10 : size };
  }
}

/**
 * On the first page a head set in display type is the document's title: it stays, with the line under it, though other pages
 * repeat them.
 */
function titleLines(page: WaitingPage, body: BodyStyle): Set<Line> {
  const heads = page.edges.filter((edge) => edge.band === 'head').map((edge) => edge.line);
  const display = heads.find((line) => line.size >= 1.6 * body.size);
  if (display === undefined) return new Set();
  return new Set(heads.filter((line) => line === display || (line.baseline > display.baseline && line.baseline - display.baseline < 3 * display.size)));
}

function writePage(page: WaitingPage, around: ReadonlyMap<number, readonly Edge[]>, body: BodyStyle, writer: CanonicalWriter): void {
  const number = page.index + 1;
  const { content } = page;
  if (content === null) {
    writer.openPage(number, 0, 0, null);
    return;
  }
  const furniture = findFurniture(page.index, page.edges, around);
  if (page.index === 0) for (const line of titleLines(page, body)) furniture.delete(line);
  let label: string | null = null;
  for (const line of furniture) {
    const text = lineText(line);
    const printed = pageNumberOf(text);
    if (printed !== null) label ??= printed;
    const band = page.edges.find((edge) => edge.line === line)?.band;
    writer.leave(text, printed !== null ? 'page number' : band === 'head' ? 'running head' : 'running foot', number);
  }
  const sheetPage = writer.openPage(number, content.width, content.height, label);
  for (const { layer, lines, tables } of page.layers) {
    const sheet: Sheet = { page: sheetPage, layer, newColumn: true };
    const kept = lines.filter((line) => !furniture.has(line));
    for (const flow of readingOrder(kept, tables, alignedTable)) {
      sheet.newColumn = true;
      for (const part of cutFlow(flow, body, page.index === 0)) {
        if (part.kind === 'table') writer.addTable(part.table, sheet);
        else writer.addPassage(part.passage, sheet);
        sheet.newColumn = false;
      }
    }
  }
  writer.leave(content.slanted, 'slanted text, such as a watermark', number);
}

type Count = { empty: number; glyphs: number; unreadable: number };

function warningsFor(bytes: Uint8Array, pageCount: number, failed: number[], { empty, glyphs, unreadable }: Count): Warning[] {
  const warnings: Warning[] = [];
  if (failed.length > 0) {
    const which = failed.length === 1 ? `Page ${failed[0]} is` : `${failed.length} of ${pageCount} pages are`;
    warnings.push({ code: 'pages-unreadable', message: `${which} damaged and could not be read.` });
  }
  if (!hasEnd(bytes)) warnings.push({ code: 'file-cut-short', message: 'The end of this file is missing; parts of the document may be missing too.' });
  if (unreadable > unreadableShare * (glyphs + unreadable)) {
    warnings.push({ code: 'text-unreadable', message: 'Some of the text of this PDF is missing or wrong: its fonts do not say which letters they draw.' });
  }
  if (empty + failed.length === pageCount) {
    warnings.push({ code: 'no-text-layer', message: 'This PDF has no text that can be read. It was imported without text.' });
  }
  return warnings;
}

/** `instead` may give a page another content than what is printed on it: what OCR read there. Pages by number, from 1. */
export async function readPdf(input: ImportInput, instead = (_page: number, printed: PageContent | null): PageContent | null => printed): Promise<ParsedDocument> {
  const source = openPdf(input.bytes);
  try {
    const writer = new CanonicalWriter();
    const sizes = new SizeCount();
    const waiting: WaitingPage[] = [];
    const around = new Map<number, Edge[]>();
    const failed: number[] = [];
    const count: Count = { empty: 0, glyphs: 0, unreadable: 0 };
    const pictures = new Map<number, PagePicture>();
    const writeNext = () => {
      const page = waiting.shift();
      if (page === undefined) return;
      writePage(page, around, sizes.body(), writer);
      around.delete(page.index - furnitureReach);
    };
    for (let index = 0; index < source.pageCount; index++) {
      const content = instead(index + 1, source.page(index + 1));
      if (content === null) failed.push(index + 1);
      else {
        count.glyphs += content.glyphs;
        count.unreadable += content.unreadable;
        const picture = pictureOf(content);
        if (picture !== null) pictures.set(index + 1, picture);
        dropOutside(content, writer, index + 1);
        if (content.layers.every((layer) => layer.fragments.length === 0)) count.empty++;
      }
      const layers = content === null ? [] : content.layers.map(layOut);
      const edges = layers[0] === undefined ? [] : edgesOf(layers[0].lines, layers[0].layer.height);
      for (const layer of layers) sizes.add(layer.lines);
      around.set(index, edges);
      waiting.push({ index, content, layers, edges });
      if (waiting.length > furnitureReach) writeNext();
      if ((index + 1) % progressStep === 0 || index + 1 === source.pageCount) input.onProgress?.(index + 1, source.pageCount);
    }
    while (waiting.length > 0) writeNext();
    if (failed.length === source.pageCount) {
      throw new UserError('unreadable-file', 'No page of this PDF can be read; the file is damaged.', 'Fetch the file again, or open it in a PDF viewer and save a copy.');
    }
    writer.finish();
    for (const page of writer.pages) {
      const picture = pictures.get(page.number);
      if (picture !== undefined) page.picture = picture;
    }
    return {
      text: writer.text,
      blocks: writer.blocks,
      pages: writer.pages,
      properties: source.properties,
      warnings: [...warningsFor(input.bytes, source.pageCount, failed, count), ...pictureWarnings(pictures, source.pageCount)],
      leftOut: writer.leftOut,
    };
  } finally {
    source.close();
  }
}

export const pdfImporter: Importer = {
  id: 'pdf',
  name: 'PDF',
  extensions: ['pdf'],
  accepts: ({ name, bytes }) => (hasHeader(bytes) ? 1 : /\.pdf$/iu.test(name) ? 0.6 : 0),
  parse: (input) => readPdf(input),
};
