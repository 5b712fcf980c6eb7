// Steps through a text as a reader counts them: letters (grapheme clusters, UAX #29), words, sentences, paragraphs; and where an end of
// a passage goes by such a step. It knows nothing of keys or of the screen.

import type { Block, TextRange } from './document.ts';
import { sentences } from './sentence.ts';

export type TextUnit = 'letter' | 'word' | 'sentence' | 'paragraph';
export type Side = 'start' | 'end';
export type Step = 1 | -1;

/** A text with its blocks (ascending); `language` is a BCP 47 tag. */
export type SteppedText = { text: string; blocks: readonly Block[]; language: string | null };

/** Characters looked at around an offset: farther than the longest word or emoji reaches. */
const reach = 400;
/** Of a paragraph longer than this, in characters, only the part around the offset is cut into sentences. */
const longestParagraph = 20_000;

/** The unit that begins at or after `offset` (step 1), or the one that ends at or before it (step -1); null at the ends of the text. */
export function unitFrom(within: SteppedText, unit: TextUnit, offset: number, step: Step): TextRange | null {
  for (const units of unitsTowards(within, unit, offset, step)) {
    const found = step === 1 ? units.find((range) => range.start >= offset) : units.findLast((range) => range.end <= offset);
    if (found) return found;
  }
  return null;
}

/** The unit around an offset, or the next one. */
export function unitAt(within: SteppedText, unit: TextUnit, offset: number): TextRange | null {
  for (const units of unitsTowards(within, unit, offset, 1)) {
    const around = units.find((range) => range.start <= offset && offset < range.end);
    if (around) return around;
    if (units.some((range) => range.start > offset)) break;
  }
  return unitFrom(within, unit, offset, 1);
}

/**
 * A passage with one end moved by a unit: an end goes to the next end of a unit, a start to the next start. The same passage where
 * there is none, or where the one end would pass the other.
 */
export function withEndMoved(within: SteppedText, range: TextRange, side: Side, unit: TextUnit, step: Step): TextRange {
  const from = range[side];
  for (const units of unitsTowards(within, unit, from, step)) {
    const places = units.map((each) => each[side]);
    const next = step === 1 ? places.find((place) => place > from) : places.findLast((place) => place < from);
    if (next === undefined) continue;
    const moved = { ...range, [side]: next };
    return moved.start < moved.end ? moved : range;
  }
  return range;
}

/** A passage moved as a whole by one word; the same where the text ends. */
export function movedAlong(within: SteppedText, range: TextRange, step: Step): TextRange {
  const first: Side = step === 1 ? 'end' : 'start';
  const led = withEndMoved(within, range, first, 'word', step);
  const moved = withEndMoved(within, led, first === 'end' ? 'start' : 'end', 'word', step);
  return led[first] === range[first] || (moved.start === led.start && moved.end === led.end) ? range : moved;
}

/** The passage widened so that neither end stands inside a grapheme cluster (an emoji, a letter with its marks). */
export function onWholeLetters(text: string, range: TextRange): TextRange {
  return { start: clusterEdge(text, range.start, -1), end: clusterEdge(text, range.end, 1) };
}

/** True when the first letter that has a direction is written from right to left. */
export function isRightToLeft(text: string): boolean {
  const [letter = ''] = /\p{L}/u.exec(text) ?? [];
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u.test(letter);
}

/** The sentences of a block; a table row is read by its cells. */
export function sentencesOf(text: string, block: Block, language: string | null): TextRange[] {
  return partsOf(block).flatMap((part) => sentencesIn(text, part, language));
}

/** Units in the text's order, those nearest to the offset first, then farther away in the direction of the step. */
function* unitsTowards({ text, blocks, language }: SteppedText, unit: TextUnit, offset: number, step: Step): Generator<TextRange[]> {
  if (unit === 'letter' || unit === 'word') {
    for (let middle = offset; middle > -reach && middle < text.length + reach; middle += step * reach) yield segments(text, unit, middle - reach, middle + reach);
    return;
  }
  for (let index = Math.max(0, lastBlockStarting(blocks, offset)); index >= 0 && index < blocks.length; index += step) {
    const block = blocks[index];
    if (!block) break;
    if (unit === 'paragraph') yield [{ start: block.start, end: block.end }];
    else yield partsOf(block).flatMap((part) => sentencesIn(text, around(part, offset), language));
  }
}

/** Letters that can be seen, or words, of a stretch of text; what its borders cut is left out. */
function segments(text: string, unit: 'letter' | 'word', from: number, to: number): TextRange[] {
  const base = Math.max(0, from);
  const end = Math.min(text.length, to);
  const parts = [...segmenters[unit].segment(text.slice(base, end))].map((part) => ({ start: base + part.index, end: base + part.index + part.segment.length, counts: unit === 'word' ? part.isWordLike === true : /\S/u.test(part.segment) }));
  return parts.filter(({ counts, ...part }) => counts && (part.start > base || base === 0) && (part.end < end || end === text.length)).map(({ start, end: last }) => ({ start, end: last }));
}

const segmenters = { letter: new Intl.Segmenter(undefined, { granularity: 'grapheme' }), word: new Intl.Segmenter(undefined, { granularity: 'word' }) };

function partsOf(block: Block): TextRange[] {
  return block.cells.length > 0 ? block.cells.filter((cell) => cell.end > cell.start) : [block];
}

function around({ start, end }: TextRange, offset: number): TextRange {
  if (end - start <= longestParagraph) return { start, end };
  const middle = Math.min(end, Math.max(start, offset));
  return { start: Math.max(start, middle - longestParagraph / 2), end: Math.min(end, middle + longestParagraph / 2) };
}

function sentencesIn(text: string, part: TextRange, language: string | null): TextRange[] {
  return sentences(text.slice(part.start, part.end), language ?? 'en').map(({ start, end }) => ({ start: start + part.start, end: end + part.start }));
}

function lastBlockStarting(blocks: readonly Block[], offset: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle]?.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The edge of the cluster that holds an offset, in the direction of the step; the offset itself where it stands between two. */
function clusterEdge(text: string, offset: number, step: Step): number {
  const at = Math.max(0, Math.min(text.length, offset));
  // Between two plain signs there is always an edge; that is nearly everywhere.
  if (at === 0 || at === text.length || (text.charCodeAt(at - 1) < 0x300 && text.charCodeAt(at) < 0x300)) return at;
  let base = Math.max(0, at - reach);
  // A cluster never reaches over a plain letter or a space.
  for (let before = at - 1; before > base; before -= 1) {
    if (text.charCodeAt(before) >= 0x20 && text.charCodeAt(before) < 0x80) base = before;
  }
  const part = segmenters.letter.segment(text.slice(base, at + reach)).containing(at - base);
  if (!part || part.index === at - base) return at;
  return step === -1 ? base + part.index : base + part.index + part.segment.length;
}
