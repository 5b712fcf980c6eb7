// The words of the pages that are looked at, fetched page by page and forgotten again: a document may have 1,500 pages.

import type { TextRange } from '../../../../shared/core/document.ts';
import { PageWords } from './page-words.ts';

/** Pages kept: some screens before and behind. A page of 500 words is about 100 kB. */
const mostKept = 80;

export class WordStore {
  readonly #ask: (pageNumber: number) => Promise<Uint8Array>;
  readonly #text: string;
  /** Last used last. */
  readonly #kept = new Map<number, PageWords>();
  readonly #coming = new Map<number, Promise<PageWords>>();
  readonly #listeners = new Set<(pageNumber: number) => void>();

  /** `ask` gives the bytes of documents.pageWords; page numbers begin at 1. */
  constructor(text: string, ask: (pageNumber: number) => Promise<Uint8Array>) {
    this.#text = text;
    this.#ask = ask;
  }

  /** What is there now; it is fetched when it is not. */
  get(pageNumber: number): PageWords | null {
    const known = this.#kept.get(pageNumber);
    if (!known) {
      // The page then stays without words; its picture is there, and the next look asks again.
      this.load(pageNumber).catch(() => undefined);
      return null;
    }
    this.#kept.delete(pageNumber);
    this.#kept.set(pageNumber, known);
    return known;
  }

  load(pageNumber: number): Promise<PageWords> {
    const known = this.#kept.get(pageNumber);
    if (known) return Promise.resolve(known);
    const coming = this.#coming.get(pageNumber) ?? this.#request(pageNumber);
    this.#coming.set(pageNumber, coming);
    return coming;
  }

  onLoad(listener: (pageNumber: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async #request(pageNumber: number): Promise<PageWords> {
    try {
      const words = new PageWords(await this.#ask(pageNumber), this.#text);
      this.#kept.set(pageNumber, words);
      for (const [oldest] of this.#kept) {
        if (this.#kept.size <= mostKept) break;
        this.#kept.delete(oldest);
      }
      for (const listener of this.#listeners) listener(pageNumber);
      return words;
    } finally {
      this.#coming.delete(pageNumber);
    }
  }
}

/** The part of a range on a page; null when it has none there. */
export function clipped(range: TextRange, page: TextRange): TextRange | null {
  const start = Math.max(range.start, page.start);
  const end = Math.min(range.end, page.end);
  return start < end ? { start, end } : null;
}
