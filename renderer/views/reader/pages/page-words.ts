// The words of one page with their boxes: which letters a point means, and which boxes a passage covers. Pure. Boxes and points
// are in points from the top left of the unturned page; offsets are UTF-16 code units into the canonical text.

import type { TextRange } from '../../../../shared/core/document.ts';
import { unpackWords } from '../../../../shared/core/word-boxes.ts';
import type { Box, Point } from './page-geometry.ts';

type Word = TextRange & Box;
/** Words that stand on one line of one column, in the order of the text: from..to, end excluded. */
type Line = Box & { from: number; to: number };

/** A point beside a line is nearer to it than to the line above as long as it is not 25 times as far: short last lines are reached from their right. */
const lineBias = 25;

export class PageWords {
  readonly words: readonly Word[];
  readonly #text: string;
  readonly #lines: readonly Line[];

  /** `bytes` as documents.pageWords gives them. */
  constructor(bytes: Uint8Array, text: string) {
    this.#text = text;
    this.words = unpackWords(bytes).toSorted((one, other) => one.start - other.start || one.end - other.end);
    this.#lines = linesOf(this.words);
  }

  get isEmpty(): boolean {
    return this.words.length === 0;
  }

  /** The boxes a passage covers, those of a line joined. */
  boxesOf(range: TextRange): Box[] {
    const boxes: Box[] = [];
    let lineOfLast = -1;
    for (let line = this.#firstLineEndingAfter(range.start); line < this.#lines.length; line += 1) {
      const { from, to } = this.#lines[line] ?? { from: 0, to: 0 };
      if ((this.words[from]?.start ?? Infinity) >= range.end) break;
      for (let index = from; index < to; index += 1) {
        const word = this.words[index];
        if (!word || word.end <= range.start || word.start >= range.end) continue;
        const box = this.#partOf(word, range);
        const last = boxes.at(-1);
        if (last && lineOfLast === line && !isApart(last, box)) Object.assign(last, union(last, box));
        else boxes.push(box);
        lineOfLast = line;
      }
    }
    return boxes;
  }

  /** The box of the character at or after an offset; null when no word follows it on the page. */
  boxAt(offset: number): Box | null {
    const word = this.words[this.#wordEndingAfter(offset)];
    if (!word) return null;
    return this.#partOf(word, { start: Math.max(offset, word.start), end: Math.max(offset, word.start) + 1 });
  }

  /** The place between two letters that is nearest to a point; null on a page without words. */
  caretAt(point: Point): number | null {
    const word = this.#nearest(point);
    if (!word) return null;
    const share = this.#shareAt(word, point);
    const edges = this.#edges(word);
    let best = 0;
    edges.forEach(({ at }, index) => {
      if (Math.abs(at - share) < Math.abs((edges[best]?.at ?? 0) - share)) best = index;
    });
    return word.start + (edges[best]?.offset ?? 0);
  }

  /** The character under a point; null beside the words. */
  offsetAt(point: Point): number | null {
    const word = this.#nearest(point);
    if (!word || distance(word, point) > Math.max(1, Math.min(word.height, word.width) * 0.25)) return null;
    const share = this.#shareAt(word, point);
    const edges = this.#edges(word);
    const before = edges.findLast(({ at }) => at <= share) ?? edges[0];
    return Math.min(word.end - 1, word.start + (before?.offset ?? 0));
  }

  /** The first offset of the text that stands at or below a height; null when nothing does. */
  offsetBelow(y: number): number | null {
    return this.words.find((word) => word.y + word.height * 0.6 >= y)?.start ?? null;
  }

  #nearest(point: Point): Word | null {
    let best: Line | null = null;
    let least = Infinity;
    for (const line of this.#lines) {
      const away = distanceAlong(line, point);
      if (away < least) [best, least] = [line, away];
    }
    if (!best) return null;
    let nearest: Word | null = null;
    least = Infinity;
    for (let index = best.from; index < best.to; index += 1) {
      const word = this.words[index];
      const away = word ? distance(word, point) : Infinity;
      if (word && away < least) [nearest, least] = [word, away];
    }
    return nearest;
  }

  /** How far into a word a point is, 0..1 in reading direction. */
  #shareAt(word: Word, point: Point): number {
    const along = isVertical(word) ? (point.y - word.y) / word.height : (point.x - word.x) / Math.max(0.01, word.width);
    const share = Math.max(0, Math.min(1, along));
    return this.#isRightToLeft(word) ? 1 - share : share;
  }

  #partOf(word: Word, range: TextRange): Box {
    const { x, y, width, height } = word;
    if (range.start <= word.start && range.end >= word.end) return { x, y, width, height };
    const edges = this.#edges(word);
    let from = edges.findLast(({ offset }) => word.start + offset <= range.start)?.at ?? 0;
    let to = edges.find(({ offset }) => word.start + offset >= range.end)?.at ?? 1;
    if (isVertical(word)) return { x, y: y + height * from, width, height: height * (to - from) };
    if (this.#isRightToLeft(word)) [from, to] = [1 - to, 1 - from];
    return { x: x + width * from, y, width: width * (to - from), height };
  }

  /** The places between the letters of a word: offset within it, and share of its width. The widths of letters are guessed: the page draws them, we only stand between them. */
  #edges(word: Word): { offset: number; at: number }[] {
    const letters = graphemes(this.#text.slice(word.start, word.end));
    const widths = letters.map(widthOf);
    const total = widths.reduce((sum, width) => sum + width, 0) || 1;
    const edges = [{ offset: 0, at: 0 }];
    let offset = 0;
    let at = 0;
    letters.forEach((letter, index) => {
      offset += letter.length;
      at += (widths[index] ?? 0) / total;
      edges.push({ offset, at: Math.min(1, at) });
    });
    return edges;
  }

  #isRightToLeft(word: TextRange): boolean {
    return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u.test(this.#text.slice(word.start, word.end));
  }

  #wordEndingAfter(offset: number): number {
    let low = 0;
    let high = this.words.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.words[middle]?.end ?? Infinity) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #firstLineEndingAfter(offset: number): number {
    let low = 0;
    let high = this.#lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const last = this.words[(this.#lines[middle]?.to ?? 1) - 1];
      if ((last?.end ?? Infinity) > offset) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function linesOf(words: readonly Word[]): Line[] {
  const lines: Line[] = [];
  words.forEach((word, index) => {
    const line = lines.at(-1);
    const last = words[index - 1];
    const isSame = line && last && !isVertical(word) && overlapOf(last, word) > 0.5 && Math.abs(word.x - last.x) < Math.max(last.width, word.width) + 12 * Math.max(last.height, word.height);
    if (isSame) Object.assign(line, union(line, word), { to: index + 1 });
    else lines.push({ x: word.x, y: word.y, width: word.width, height: word.height, from: index, to: index + 1 });
  });
  return lines;
}

/** Share of the lower of the two heights that both cover. */
function overlapOf(one: Box, other: Box): number {
  const shared = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return shared / Math.max(0.01, Math.min(one.height, other.height));
}

/** Two boxes of a line with more than a wide space between them, such as cells of a row. */
function isApart(one: Box, other: Box): boolean {
  const between = Math.max(other.x - (one.x + one.width), one.x - (other.x + other.width));
  return between > 1.5 * Math.max(one.height, other.height);
}

function union(one: Box, other: Box): Box {
  const x = Math.min(one.x, other.x);
  const y = Math.min(one.y, other.y);
  return { x, y, width: Math.max(one.x + one.width, other.x + other.width) - x, height: Math.max(one.y + one.height, other.y + other.height) - y };
}

/** Text that runs up or down the page: a word of some letters that is much higher than wide. */
function isVertical({ start, end, width, height }: Word): boolean {
  return end - start > 2 && height > 2 * width;
}

function distance(box: Box, { x, y }: Point): number {
  return Math.hypot(Math.max(box.x - x, 0, x - box.x - box.width), Math.max(box.y - y, 0, y - box.y - box.height));
}

function distanceAlong(box: Box, { x, y }: Point): number {
  return Math.max(box.x - x, 0, x - box.x - box.width) + lineBias * Math.max(box.y - y, 0, y - box.y - box.height);
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function graphemes(word: string): string[] {
  // Most words are plain; the segmenter is slow.
  if (/^[\u0020-\u007e]*$/.test(word)) return [...word];
  return [...segmenter.segment(word)].map((part) => part.segment);
}

/** In shares of a common letter. */
function widthOf(letter: string): number {
  if (/^[iljtfrI.,;:'’|!()[\]-]/.test(letter)) return 0.6;
  if (/^[mwMW@%—]/.test(letter)) return 1.5;
  return /^\p{Lu}/u.test(letter) ? 1.25 : 1;
}
