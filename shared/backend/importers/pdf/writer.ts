// Writes passages and tables into the canonical text and keeps, for every word, its page, its box and its offsets. Joins what a
// page or column break cut in two. Knows nothing of PDF files.

import { emptyBlock, type Block, type Cell, type LeftOut, type Page, type Run, type RunStyle, type WordBox } from '../../../core/document.ts';
import type { Line, Word } from './lines.ts';
import { boxOnPage, type Layer } from './page-content.ts';
import type { Passage } from './paragraphs.ts';
import type { PageTable, TableRow } from './ruled-tables.ts';
import { hyphensToDrop, joinOfLines, missingSpace } from './spelling.ts';

/** Where a passage was printed: the page being written and the direction of its text. */
export type Sheet = {
  page: Page;
  layer: Pick<Layer, 'turn' | 'width' | 'height'>;
  /** The passage being written is the first of its column. */
  newColumn: boolean;
};

/** A heading's look, by which its level is decided when the whole document is known. */
type HeadingStyle = { block: Block; size: number; capitals: boolean; italic: boolean };

type LastTable = { index: number; columns: number[]; header: string; caption: string };

const continued = /\s*[([]\s*(?:cont(?:inued|[’']?d)?\.?)\s*[)\]]\s*$/iu;
const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const rowText = (row: TableRow): string => row.cells.map((cell) => cell.lines.map((line) => line.words.map((word) => word.text).join(' ')).join(' ')).join('\t');
const passageText = (passage: Passage): string => passage.lines.map((line) => line.words.map((word) => word.text).join(' ')).join(' ');

export class CanonicalWriter {
  text = '';
  readonly blocks: Block[] = [];
  readonly pages: Page[] = [];
  readonly leftOut: LeftOut[] = [];
  /** What was written since the last space: an address may be joined from several lines. */
  private token = '';
  private readonly hyphens: number[] = [];
  private readonly headings: HeadingStyle[] = [];
  private tables = 0;
  private lastTable: LastTable | null = null;
  private caption: { passage: Passage; sheet: Sheet } | null = null;
  /** The last block, when its text may go on in the next column or page. */
  private unfinished: { block: Block; passage: Passage; previous: Word; page: number } | null = null;

  /** Begins a page. */
  openPage(number: number, width: number, height: number, label: string | null): Page {
    const page: Page = { number, label, width, height, words: [], start: this.text.length, end: this.text.length };
    this.pages.push(page);
    return page;
  }

  addPassage(passage: Passage, sheet: Sheet): void {
    this.flushCaption();
    if (passage.lines.length === 0) return;
    if (passage.kind === 'caption') {
      this.caption = { passage, sheet };
      return;
    }
    if (this.continueWith(passage, sheet)) return;
    this.write(passage, sheet);
  }

  private write(passage: Passage, sheet: Sheet): Block {
    const block = this.openBlock(passage.kind, sheet);
    block.label = passage.label;
    if (passage.kind === 'list-item') block.level = 1;
    const previous = this.writeLines(passage.lines, sheet, block.runs, { bold: passage.bold, italic: false, last: null });
    this.closeBlock(block, sheet);
    if (passage.kind === 'heading' || passage.kind === 'title') {
      const text = this.text.slice(block.start, block.end);
      if (passage.kind === 'heading') this.headings.push({ block, size: passage.size, capitals: text === text.toUpperCase(), italic: passage.italic });
    }
    this.unfinished = (passage.kind === 'paragraph' || passage.kind === 'list-item') && previous !== null ? { block, passage, previous, page: sheet.page.number } : null;
    return block;
  }

  /** Appends to the last block when the passage is its other half. */
  private continueWith(passage: Passage, sheet: Sheet): boolean {
    const half = this.unfinished;
    if (half === null || passage.kind !== 'paragraph' || this.blocks.at(-1) !== half.block) return false;
    if (Math.abs(half.passage.size - passage.size) > 0.06 * passage.size || half.passage.bold !== passage.bold || half.passage.italic !== passage.italic) return false;
    const first = passage.lines[0]?.words[0]?.text ?? '';
    if (half.passage.open) {
      if (half.passage.lines.length < 2 && !/^[\p{Ll}\d(“"‘]/u.test(first)) return false;
    } else {
      // What looks like an ended sentence goes on only with an address, or in small letters after a full line ("in the U.S." / "and").
      const { lines } = half.passage;
      const full = lines.length > 1 && (lines.at(-1) as Line).x1 > Math.max(...lines.map((line) => line.x1)) - 2 * passage.size;
      if (!/^(?:https?:|www\.)/u.test(first) && !(full && /^\p{Ll}/u.test(first))) return false;
    }
    if (half.page === sheet.page.number && !sheet.newColumn) return false;
    const begins = sheet.page.words.length === 0;
    const previous = this.writeLines(passage.lines, sheet, half.block.runs, { bold: passage.bold, italic: false, last: half.previous });
    if (begins) sheet.page.start = sheet.page.words[0]?.start ?? this.text.length;
    half.block.end = this.text.length;
    sheet.page.end = this.text.length;
    this.unfinished = previous === null ? null : { block: half.block, passage, previous, page: sheet.page.number };
    return true;
  }

  addTable(table: PageTable, sheet: Sheet): void {
    const caption = this.caption;
    this.caption = null;
    const header = table.rows.filter((row) => row.header).map(rowText).join('\n');
    const captionText = caption === null ? '' : passageText(caption.passage);
    const last = this.lastTable;
    const continues = last !== null && this.continues(last, table, header, captionText);
    if (continues) {
      if (caption !== null) this.leave(captionText, 'repeated table caption', sheet.page.number);
    } else {
      const index = this.tables++;
      if (caption !== null) this.write(caption.passage, caption.sheet).table = index;
      this.lastTable = { index, columns: table.columns, header, caption: captionText };
    }
    const index = (this.lastTable as LastTable).index;
    for (const row of table.rows) {
      if (continues && row.header && header !== '') this.leave(rowText(row), 'repeated table header', sheet.page.number);
      else this.writeRow(row, index, sheet);
    }
    this.unfinished = null;
  }

  /** Whether a table goes on from the page before: it says so, or it has the same header and columns and nothing stands between. */
  private continues(last: LastTable, table: PageTable, header: string, caption: string): boolean {
    if (continued.test(caption)) return plain(caption.replace(continued, '')) === plain(last.caption.replace(continued, '')) || plain(header) === plain(last.header);
    if (caption !== '' || this.blocks.at(-1)?.table !== last.index) return false;
    const sameColumns = table.columns.length === last.columns.length && table.columns.every((x, at) => Math.abs(x - (last.columns[at] as number)) < 5);
    return sameColumns && (header === '' || plain(header) === plain(last.header));
  }

  private writeRow(row: TableRow, table: number, sheet: Sheet): void {
    const block = this.openBlock('table-row', sheet);
    block.table = table;
    row.cells.forEach((cell, at) => {
      if (at > 0) this.text += '\t';
      const start = this.text.length;
      this.writeLines(cell.lines, sheet, block.runs, { bold: row.header, italic: false, last: null });
      const { header, colSpan, rowSpan } = cell;
      block.cells.push({ start, end: this.text.length, header, colSpan, rowSpan } satisfies Cell);
    });
    this.closeBlock(block, sheet);
  }

  leave(text: string, reason: string, page: number | null): void {
    if (text.trim() !== '') this.leftOut.push({ text, reason, page });
  }

  private flushCaption(): void {
    const caption = this.caption;
    if (caption === null) return;
    this.caption = null;
    this.write(caption.passage, caption.sheet);
  }

  private openBlock(kind: Block['kind'], sheet: Sheet): Block {
    if (this.blocks.length > 0) this.text += '\n';
    if (sheet.page.words.length === 0) sheet.page.start = sheet.page.end = this.text.length;
    const block: Block = { ...emptyBlock, kind, start: this.text.length, end: this.text.length, page: sheet.page.number, runs: [], cells: [] };
    this.blocks.push(block);
    return block;
  }

  private closeBlock(block: Block, sheet: Sheet): void {
    block.end = this.text.length;
    sheet.page.end = Math.max(sheet.page.end, this.text.length);
  }

  /** Writes lines as running text; returns the last word. `last` is the word before, when the text continues. */
  private writeLines(lines: readonly Line[], sheet: Sheet, runs: Run[], style: { bold: boolean; italic: boolean; last: Word | null }): Word | null {
    let previous = style.last;
    if (previous === null) this.token = '';
    for (const line of lines) {
      line.words.forEach((word, at) => {
        if (previous !== null) this.joinWords(previous, word, at === 0);
        const start = this.text.length;
        this.writeWord(word, sheet);
        this.addRun(runs, word.raised ? 'superscript' : word.bold && !style.bold ? 'strong' : word.italic ? 'emphasis' : null, start);
        previous = word;
      });
    }
    return previous;
  }

  private joinWords(previous: Word, word: Word, newLine: boolean): void {
    if (!newLine) {
      // A raised number after a number would read as one number.
      const unreadable = word.raised && /\d$/u.test(previous.text) && /^\d/u.test(word.text);
      if (!previous.joined || unreadable) this.addSpace();
      return;
    }
    const join = joinOfLines(this.token, word.text);
    if (join === 'space') this.addSpace();
    else if (join === 'hyphen') this.hyphens.push(this.text.length - 1);
  }

  private addSpace(): void {
    this.text += ' ';
    this.token = '';
  }

  private writeWord(word: Word, sheet: Sheet): void {
    let text = word.text.replaceAll('\u00ad', '');
    let x = word.x;
    const perCharacter = text.length === 0 ? 0 : word.width / text.length;
    for (let at = missingSpace(text); at > 0; at = missingSpace(text)) {
      this.writeBox(text.slice(0, at), { ...word, x, width: perCharacter * at }, sheet);
      this.addSpace();
      x += perCharacter * at;
      text = text.slice(at);
    }
    this.writeBox(text, { ...word, x, width: word.x + word.width - x }, sheet);
  }

  private writeBox(text: string, word: { x: number; y: number; width: number; height: number }, sheet: Sheet): void {
    if (text === '') return;
    const start = this.text.length;
    this.text += text;
    this.token += text;
    const box = boxOnPage(sheet.layer, { x: word.x, y: word.y, width: word.width, height: word.height });
    const tenth = (value: number) => Math.round(value * 10) / 10;
    const place: WordBox = { start, end: this.text.length, x: tenth(box.x), y: tenth(box.y), width: tenth(box.width), height: tenth(box.height) };
    sheet.page.words.push(place);
  }

  private addRun(runs: Run[], style: RunStyle | null, start: number): void {
    if (style === null || start === this.text.length) return;
    const last = runs.at(-1);
    if (last !== undefined && last.style === style && start - last.end <= 1) last.end = this.text.length;
    else runs.push({ start, end: this.text.length, style });
  }

  /** Decides what needs the whole document: heading levels and line-end hyphens. */
  finish(): void {
    this.flushCaption();
    this.rankHeadings();
    this.dropHyphens();
  }

  /** Larger, capital, upright headings rank above smaller, mixed-case, slanted ones. */
  private rankHeadings(): void {
    const keyOf = (heading: HeadingStyle) => Math.round(heading.size * 2) * 4 + (heading.capitals ? 2 : 0) + (heading.italic ? 0 : 1);
    const ranks = [...new Set(this.headings.map(keyOf))].sort((a, b) => b - a);
    for (const heading of this.headings) heading.block.level = Math.min(6, ranks.indexOf(keyOf(heading)) + 1);
    for (const block of this.blocks) if (block.kind === 'title') block.level = 1;
  }

  private dropHyphens(): void {
    const drop = hyphensToDrop(this.text, this.hyphens);
    if (drop.length === 0) return;
    let kept = '';
    let from = 0;
    for (const at of drop) {
      kept += this.text.slice(from, at);
      from = at + 1;
    }
    this.text = kept + this.text.slice(from);
    const moved = (offset: number): number => {
      let low = 0;
      let high = drop.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((drop[middle] as number) < offset) low = middle + 1;
        else high = middle;
      }
      return offset - low;
    };
    const move = (range: { start: number; end: number }) => {
      range.start = moved(range.start);
      range.end = moved(range.end);
    };
    for (const block of this.blocks) {
      move(block);
      block.runs.forEach(move);
      block.cells.forEach(move);
    }
    for (const page of this.pages) {
      move(page);
      page.words.forEach(move);
    }
  }
}
