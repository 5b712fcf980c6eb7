// From offsets of the canonical text to places on the page and back. It knows the drawn chunks; what is not drawn has no place.
// An element with data-start holds exactly the canonical text from there; nothing else on the page counts.

import type { TextRange } from '../../../shared/core/document.ts';
import { type Chunk, chunkAt, lastStarting } from './layout.ts';

type Leaf = TextRange & { element: Element };
type Place = { node: Node; offset: number };

export class TextMap {
  readonly chunks: readonly Chunk[];
  readonly #leaves = new Map<number, Leaf[]>();
  readonly #listeners = new Set<(chunk: number) => void>();

  constructor(chunks: readonly Chunk[]) {
    this.chunks = chunks;
  }

  /** Takes up a drawn chunk; the answer forgets it again. */
  attach(chunk: number, root: Element): () => void {
    const leaves = [...root.querySelectorAll('[data-start]')].map((element) => {
      const start = Number(element.getAttribute('data-start'));
      return { element, start, end: start + (element.textContent?.length ?? 0) };
    });
    this.#leaves.set(chunk, leaves);
    for (const listener of this.#listeners) listener(chunk);
    return () => this.#leaves.delete(chunk);
  }

  isDrawn(chunk: number): boolean {
    return this.#leaves.has(chunk);
  }

  onAttach(listener: (chunk: number) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The drawn parts of a passage, one range an element, so that numbers and signs between them are not painted. */
  rangesOf(range: TextRange, onlyChunk?: number): StaticRange[] {
    const found: StaticRange[] = [];
    const first = onlyChunk ?? chunkAt(this.chunks, range.start);
    for (let chunk = first; chunk < this.chunks.length && (this.chunks[chunk]?.start ?? Infinity) < range.end; chunk += 1) {
      const leaves = this.#leaves.get(chunk) ?? [];
      for (let index = Math.max(0, lastStarting(leaves, range.start, (leaf) => leaf.start)); index < leaves.length; index += 1) {
        const leaf = leaves[index];
        if (!leaf || leaf.start >= range.end) break;
        if (leaf.end <= range.start) continue;
        const from = placeIn(leaf, Math.max(leaf.start, range.start), 1);
        const to = placeIn(leaf, Math.min(leaf.end, range.end), -1);
        found.push(new StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset }));
      }
      if (onlyChunk !== undefined) break;
    }
    return found;
  }

  /** Where a passage stands in the window: the boxes of its first and last character; null while it is not drawn. */
  boxesOf(range: TextRange): { first: DOMRect; last: DOMRect } | null {
    const first = this.#boxAt(range.start);
    const last = this.#boxAt(Math.max(range.start, range.end - 1));
    return first && last ? { first, last } : null;
  }

  /** A live range over the passage, for the browser's own selection. */
  domRange(range: TextRange): Range | null {
    const parts = this.rangesOf(range);
    const [first] = parts;
    const last = parts.at(-1);
    if (!first || !last) return null;
    const dom = document.createRange();
    dom.setStart(first.startContainer, first.startOffset);
    dom.setEnd(last.endContainer, last.endOffset);
    return dom;
  }

  /** The offset of a place on the page. Between passages it is the end of the one before (`end`) or the start of the one after. */
  offsetOf(node: Node, offset: number, side: 'start' | 'end'): number | null {
    const around = (node instanceof Element ? node : node.parentElement)?.closest('[data-start]');
    const point = document.createRange();
    point.setStart(node, offset);
    point.collapse(true);
    if (around && this.#isOurs(around)) {
      const before = document.createRange();
      before.setStart(around, 0);
      before.setEnd(node, offset);
      return Number(around.getAttribute('data-start')) + before.toString().length;
    }
    // Only the chunk around the place is searched when there is one; a long text has thousands of leaves.
    const here = (node instanceof Element ? node : node.parentElement)?.closest('[data-chunk]')?.getAttribute('data-chunk');
    const searched = here ? [Number(here)] : [...this.#leaves.keys()].toSorted((one, other) => one - other);
    let last: Leaf | null = null;
    for (const chunk of searched) {
      for (const leaf of this.#leaves.get(chunk) ?? []) {
        if (point.comparePoint(leaf.element, 0) > 0) return side === 'end' ? (last?.end ?? leaf.start) : leaf.start;
        last = leaf;
      }
    }
    return last?.end ?? null;
  }

  /** The character under a point of the window; null beside the text. */
  offsetAtPoint(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint(x, y);
    if (!caret) return null;
    const offset = this.offsetOf(caret.offsetNode, caret.offset, 'start');
    if (offset === null) return null;
    // The caret snaps to the nearest letter, however far; only a letter under the point counts.
    for (const at of [offset, offset - 1]) {
      const box = at < 0 ? null : this.#boxAt(at);
      if (box && x >= box.left - 1 && x <= box.right + 1 && y >= box.top && y <= box.bottom) return at;
    }
    return null;
  }

  /** The place between two letters nearest to a point of the window; null far from the text. */
  caretAt(x: number, y: number): number | null {
    const caret = document.caretPositionFromPoint(x, y);
    return caret && this.offsetOf(caret.offsetNode, caret.offset, 'end');
  }

  #isOurs(element: Element): boolean {
    const chunk = chunkAt(this.chunks, Number(element.getAttribute('data-start')));
    return this.#leaves.get(chunk)?.some((leaf) => leaf.element === element) ?? false;
  }

  #boxAt(offset: number): DOMRect | null {
    const [part] = this.rangesOf({ start: offset, end: offset + 1 });
    if (!part) return null;
    const range = document.createRange();
    range.setStart(part.startContainer, part.startOffset);
    range.setEnd(part.endContainer, part.endOffset);
    const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
    return box;
  }
}

/** The text node that holds an offset. On the border of two, `side` 1 takes the later, -1 the earlier. */
function placeIn(leaf: Leaf, offset: number, side: 1 | -1): Place {
  let left = offset - leaf.start;
  const only = leaf.element.firstChild;
  if (only instanceof Text && leaf.element.childNodes.length === 1) return { node: only, offset: Math.min(left, only.length) };
  const walker = document.createTreeWalker(leaf.element, NodeFilter.SHOW_TEXT);
  let last: Text | null = null;
  for (let node = walker.nextNode(); node instanceof Text; node = walker.nextNode()) {
    if (left < node.length || (side === -1 && left === node.length)) return { node, offset: left };
    left -= node.length;
    last = node;
  }
  return last ? { node: last, offset: last.length } : { node: leaf.element, offset: 0 };
}
