// From offsets of the canonical text to places on the pages in the window and back, as text-map.ts does for the reading text. It
// holds the layout that is shown now and the words that are known.

import type { Page, TextRange } from '../../../../shared/core/document.ts';
import { type Box, boxOnSheet, layOutSheets, pointOnPage, sheetAt, type SheetLayout } from './page-geometry.ts';
import { clipped, type WordStore } from './word-store.ts';

export type PlainPage = Omit<Page, 'words'>;

export class PageMap {
  readonly pages: readonly PlainPage[];
  readonly words: WordStore;
  #layout: SheetLayout;
  #content: HTMLElement | null = null;

  constructor(pages: readonly PlainPage[], words: WordStore) {
    this.pages = pages;
    this.words = words;
    this.#layout = layOutSheets(pages, 1, 0);
  }

  /** As the pages are drawn now. */
  get layout(): SheetLayout {
    return this.#layout;
  }

  /** What the sheets stand in; null while nothing is shown. */
  get content(): HTMLElement | null {
    return this.#content;
  }

  /** Told by the view before it paints. Answers the layout before. */
  layOut(layout: SheetLayout): SheetLayout {
    const before = this.#layout;
    this.#layout = layout;
    return before;
  }

  standIn(content: HTMLElement | null): void {
    this.#content = content;
  }

  /** Index of the page on which an offset lies. Pages without words share their start with the next; the one that holds text is meant. */
  pageOf(offset: number): number {
    let low = 0;
    let high = this.pages.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.pages[middle]?.start ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  /** Index of the page that stands at a height, with words or without (pixels from the top of all pages). */
  pageInSight(y: number): number {
    return sheetAt(this.layout, y);
  }

  /** The boxes of a passage on one page, in pixels from the top left of its sheet; empty while its words are not known. */
  boxesOn(index: number, range: TextRange, layout = this.layout): Box[] {
    const page = this.pages[index];
    const own = page && clipped(range, page);
    const words = own && this.words.get(page.number);
    return words ? words.boxesOf(own).map((box) => this.onSheet(index, box, layout)) : [];
  }

  onSheet(index: number, box: Box, layout = this.layout): Box {
    return boxOnSheet(box, this.pages[index] ?? box, layout.turn, layout.sheets[index]?.scale ?? layout.scale);
  }

  /** Where a passage stands, in pixels from the top left of all pages; as near as is known: its page, until its words are there. */
  extentOf(range: TextRange): { top: number; bottom: number; left: number; right: number } {
    const first = this.#placeOf(range.start);
    const last = this.#placeOf(Math.max(range.start, range.end - 1));
    return { top: first.y, bottom: Math.max(first.y, last.y + last.height), left: first.x, right: first.x + first.width };
  }

  /** Where a passage stands in the window: its first and last character; null while no pages are shown. */
  boxesOf(range: TextRange): { first: DOMRect; last: DOMRect } | null {
    const origin = this.content?.getBoundingClientRect();
    if (!origin) return null;
    const [first, last] = [range.start, Math.max(range.start, range.end - 1)].map((offset) => {
      const box = this.#placeOf(offset);
      return new DOMRect(origin.left + box.x, origin.top + box.y, box.width, box.height);
    });
    return first && last ? { first, last } : null;
  }

  /** Fetches what boxesOf needs to be exact. */
  async ready(range: TextRange): Promise<void> {
    const needed = new Set([this.pageOf(range.start), this.pageOf(Math.max(range.start, range.end - 1))]);
    await Promise.all([...needed].map((index) => this.words.load(this.pages[index]?.number ?? 1)));
  }

  /** The page under a point of the window and the point on it, in points of the unturned page; the nearest page when it lies beside one. */
  pagePoint(x: number, y: number): { index: number; x: number; y: number } | null {
    const origin = this.content?.getBoundingClientRect();
    if (!origin) return null;
    const index = sheetAt(this.layout, y - origin.top);
    const sheet = this.layout.sheets[index];
    const page = this.pages[index];
    if (!sheet || !page) return null;
    return { index, ...pointOnPage({ x: x - origin.left - sheet.x, y: y - origin.top - sheet.y }, page, this.layout.turn, sheet.scale) };
  }

  /** The place between two letters nearest to a point of the window; null where no page near it has words. */
  caretAt(x: number, y: number): number | null {
    const at = this.pagePoint(x, y);
    const page = at && this.pages[at.index];
    const words = page && this.words.get(page.number);
    if (!at || !words) return null;
    return words.caretAt(at) ?? (page.start < page.end ? page.start : null);
  }

  /** The character under a point of the window; null beside the words. */
  offsetAtPoint(x: number, y: number): number | null {
    const at = this.pagePoint(x, y);
    const page = at && this.pages[at.index];
    return at && page ? (this.words.get(page.number)?.offsetAt(at) ?? null) : null;
  }

  /** The first character seen at a height (pixels from the top of all pages). */
  offsetAtHeight(y: number): number {
    const index = sheetAt(this.layout, y);
    const page = this.pages[index];
    const sheet = this.layout.sheets[index];
    if (!page || !sheet) return 0;
    const words = this.words.get(page.number);
    // On a turned page "below" is not down the page; its beginning is near enough.
    if (!words || this.layout.turn !== 0) return page.start;
    return words.offsetBelow((y - sheet.y) / sheet.scale) ?? Math.max(page.start, page.end - 1);
  }

  #placeOf(offset: number): Box {
    const index = this.pageOf(offset);
    const sheet = this.layout.sheets[index];
    const page = this.pages[index];
    if (!sheet || !page) return { x: 0, y: 0, width: 0, height: 0 };
    const found = this.words.get(page.number)?.boxAt(offset);
    if (!found) return { x: sheet.x, y: sheet.y, width: sheet.width, height: 0 };
    const box = this.onSheet(index, found);
    return { ...box, x: sheet.x + box.x, y: sheet.y + box.y };
  }
}
