// Makes of the words that OCR read what the layout takes for a printed page, and gives the words of the laid-out text their
// confidence back. The layout itself is that of every PDF.

import { doubtfulBelow, type RecognisedPage, type RecognisedWord, type WordConfidence } from '../../../core/ocr.ts';
import type { LeftOut, Page } from '../../../core/document.ts';
import { boxOnPage, type CheckMark, type Fragment, type Layer, type PageContent } from '../pdf/page-content.ts';
import { leaning } from './bitmap.ts';
import { withColumns } from './columns.ts';

/** The share of the type's size above and below the baseline; Tesseract measures lines from ascender to descender. */
const ascent = 0.78;
const descent = 0.22;
/** Sizes measured on a scan vary by some per cent from line to line; those this near to each other are one. */
const sameSize = 0.09;
/** Lines below this confidence (0..100, mean of the words) were hardly read. */
const unread = 40;
/** Strokes of a bold face are at least this many times as thick as those of the running text. */
const boldFrom = 1.3;
/** Fewer words of a size are no style of the page. */
const fewWords = 6;
/** Type this many times the running text's size is a title even when it is a single word. */
const displaySize = 1.35;

/** Marks that OCR took for words: no letter or digit, and unsure. They are specks, stamps and pieces of pictures. */
function isMark({ text, confidence }: RecognisedWord): boolean {
  return !/[\p{L}\p{N}]/u.test(text) && (confidence < doubtfulBelow || /^[^\p{P}\p{S}]*$/u.test(text));
}

function layerOf({ turn, width, height }: RecognisedPage): Pick<Layer, 'turn' | 'width' | 'height'> {
  return turn % 2 === 0 ? { turn, width, height } : { turn, width: height, height: width };
}

/**
 * The page as if it were printed text. Text that the file itself shows on the page (`printed`: a stamp, a heading beside the
 * picture) stays as it is; words that OCR read at the same place are left to it.
 */
export function contentOf(page: RecognisedPage, printed: PageContent | null): PageContent {
  const own = page.turn === 0 && printed !== null && printed.hidden === 0 ? printed.layers : [];
  const kept = page.words.filter((word) => !isMark(word));
  const sizes = settledSizes(kept);
  const bold = boldWords(kept, sizes);
  const fragments: Fragment[] = [];
  for (const word of kept) {
    if (own.some((layer) => layer.fragments.some((fragment) => overlaps(fragment, word)))) continue;
    const { text, x, width, baseline } = word;
    fragments.push({ text, x, baseline, width, size: sizes.get(word) ?? word.size, ascent, descent, bold: bold.has(word), italic: false, spaceAfter: true, artifact: false });
  }
  const glyphs = fragments.reduce((sum, { text }) => sum + text.length, 0);
  const layer: Layer = { ...layerOf(page), fragments: [...own.filter(({ turn }) => turn === 0).flatMap((each) => each.fragments), ...fragments], rules: withColumns(page.rules, fragments), fills: [], marks: [] };
  const others = own.filter(({ turn }) => turn !== 0);
  return { width: page.width, height: page.height, layers: [layer, ...others], slanted: printed?.slanted ?? '', pictures: [], glyphs, unreadable: 0, hidden: 0 };
}

/** What was not taken for words, for the list of what is left out. */
export function marksOf(page: RecognisedPage): LeftOut[] {
  const marks = page.words.filter(isMark).map(({ text }) => text);
  return marks.length === 0 ? [] : [{ text: marks.join(' '), reason: 'marks that are no words to OCR', page: page.number }];
}

function overlaps({ x, baseline, width, size }: Fragment, word: RecognisedWord): boolean {
  const across = Math.min(x + width, word.x + word.width) - Math.max(x, word.x);
  const down = Math.min(baseline, word.y + word.height) - Math.max(baseline - size * 0.75, word.y);
  return across > 0.3 * Math.min(width, word.width) && down > 0.3 * Math.min(size * 0.75, word.height);
}

/**
 * Words of nearly one size get that size, so that the layout does not take a line for a heading because it was measured a little
 * taller. A few words of a size of their own were measured badly, unless they are display type.
 */
function settledSizes(words: readonly RecognisedWord[]): Map<RecognisedWord, number> {
  const groups: { size: number; words: RecognisedWord[] }[] = [];
  for (let left = [...words]; left.length > 0; ) {
    const size = commonSize(left);
    const isNear = (word: RecognisedWord) => Math.abs(word.size - size) <= sameSize * size;
    groups.push({ size, words: left.filter(isNear) });
    left = left.filter((word) => !isNear(word));
  }
  const settled = new Map<RecognisedWord, number>();
  const large = groups.filter((group, at) => at === 0 || group.words.length >= fewWords);
  const body = groups[0]?.size ?? 0;
  for (const group of groups) {
    const nearest = large.reduce((best, each) => (Math.abs(each.size - group.size) < Math.abs(best.size - group.size) ? each : best), large[0] ?? group);
    const size = group.words.length >= fewWords || group.size > displaySize * body ? group.size : nearest.size;
    for (const word of group.words) settled.set(word, Math.round(size * 2) / 2);
  }
  // What was hardly read has no size to be trusted: specks would become headings.
  for (const line of linesOf(words)) {
    if (mean(line, ({ confidence }) => confidence) >= unread) continue;
    for (const word of line) settled.set(word, Math.min(settled.get(word) ?? body, Math.round(body * 2) / 2));
  }
  return settled;
}

/** Words of lines whose strokes are thick for their size. Only whole lines: of one word it cannot be told surely. */
function boldWords(words: readonly RecognisedWord[], sizes: ReadonlyMap<RecognisedWord, number>): Set<RecognisedWord> {
  const lines = linesOf(words).map((line) => ({ line, thickness: mean(line, (word) => word.stroke / (sizes.get(word) ?? word.size)) }));
  const sorted = lines.flatMap(({ line, thickness }) => line.map(() => thickness)).toSorted((one, other) => one - other);
  const usual = sorted[Math.floor(sorted.length / 2)] ?? 0;
  return new Set(lines.filter(({ line, thickness }) => thickness > boldFrom * usual && mean(line, ({ confidence }) => confidence) >= unread).flatMap(({ line }) => line));
}

/** Words that stand on one line of the recogniser. */
function linesOf(words: readonly RecognisedWord[]): RecognisedWord[][] {
  return [...Map.groupBy(words, ({ baseline, size }) => `${baseline} ${size}`).values()];
}

/** Long words count for more. */
function mean(words: readonly RecognisedWord[], of: (word: RecognisedWord) => number): number {
  let sum = 0;
  let letters = 0;
  for (const word of words) {
    sum += of(word) * word.text.length;
    letters += word.text.length;
  }
  return letters === 0 ? 0 : sum / letters;
}

/** The size that most letters have, in points. */
function commonSize(words: readonly RecognisedWord[]): number {
  const sorted = words.toSorted((one, other) => one.size - other.size);
  let best = { size: sorted[0]?.size ?? 10, letters: 0 };
  let from = 0;
  let to = 0;
  let letters = 0;
  for (const { size } of sorted) {
    while (to < sorted.length && (sorted[to] as RecognisedWord).size <= size * 1.04) letters += (sorted[to++] as RecognisedWord).text.length;
    while ((sorted[from] as RecognisedWord).size < size * 0.96) letters -= (sorted[from++] as RecognisedWord).text.length;
    if (letters > best.letters) best = { size, letters };
  }
  return best.size;
}

/** How sure OCR was of the words of a laid-out page, by their places in the canonical text; and moves their boxes to where they stand on the leaning page. */
export function confidencesOf(laidOut: Page, read: RecognisedPage): WordConfidence[] {
  const layer = layerOf(read);
  const rows = new Map<number, { box: CheckMark; confidence: number }[]>();
  for (const word of read.words) {
    const box = boxOnPage(layer, { x: word.x, y: word.baseline - word.size * ascent, width: word.width, height: word.size * (ascent + descent) });
    for (let row = rowOf(box.y); row <= rowOf(box.y + box.height); row += 1) {
      const there = rows.get(row);
      const entry = { box, confidence: word.confidence };
      if (there === undefined) rows.set(row, [entry]);
      else there.push(entry);
    }
  }
  const found: WordConfidence[] = [];
  for (const word of laidOut.words) {
    let confidence: number | null = null;
    for (const candidate of rows.get(rowOf(word.y + word.height / 2)) ?? []) {
      if (shareOver(word, candidate.box) > 0.3) confidence = Math.min(confidence ?? 100, candidate.confidence);
    }
    if (confidence !== null) found.push({ start: word.start, end: word.end, confidence });
    lean(word, read);
  }
  return found;
}

const rowOf = (y: number): number => Math.floor(y / 12);

function shareOver(word: CheckMark, box: CheckMark): number {
  const across = Math.min(word.x + word.width, box.x + box.width) - Math.max(word.x, box.x);
  const down = Math.min(word.y + word.height, box.y + box.height) - Math.max(word.y, box.y);
  return across <= 0 || down <= 0 ? 0 : (across * down) / Math.max(0.01, Math.min(word.width * word.height, box.width * box.height));
}

function lean(word: CheckMark, { skew, width, height }: RecognisedPage): void {
  if (skew === 0) return;
  const middle = leaning(word.x + word.width / 2, word.y + word.height / 2, { width, height }, skew);
  word.x = Math.round((middle.x - word.width / 2) * 10) / 10;
  word.y = Math.round((middle.y - word.height / 2) * 10) / 10;
}
