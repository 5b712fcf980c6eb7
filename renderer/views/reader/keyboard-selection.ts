// The next sentence or paragraph to be selected by key. Pure.

import type { Block, TextRange } from '../../../shared/core/document.ts';
import { sentences } from '../../../shared/core/sentence.ts';
import { lastStarting } from './layout.ts';

export type SelectionUnit = 'sentence' | 'paragraph';

type Readable = { text: string; blocks: readonly Block[]; language: string | null };

/** The unit that begins at or after `offset` (step 1), or the one that ends at or before it (step -1); null at the ends of the text. */
export function unitFrom({ text, blocks, language }: Readable, unit: SelectionUnit, offset: number, step: 1 | -1): TextRange | null {
  let index = lastStarting(blocks, step === 1 ? offset : offset - 1, (block) => block.start);
  if (index < 0) {
    if (step === -1) return null;
    index = 0;
  }
  for (; index >= 0 && index < blocks.length; index += step) {
    const block = blocks[index];
    if (!block) break;
    const units = unit === 'paragraph' ? [{ start: block.start, end: block.end }] : sentencesOf(text, block, language);
    const found = step === 1 ? units.find((range) => range.start >= offset) : units.findLast((range) => range.end <= offset);
    if (found) return found;
  }
  return null;
}

/** The unit around an offset, or the next one. */
export function unitAt(readable: Readable, unit: SelectionUnit, offset: number): TextRange | null {
  const block = readable.blocks[lastStarting(readable.blocks, offset, (each) => each.start)];
  if (block && offset < block.end) {
    const units = unit === 'paragraph' ? [{ start: block.start, end: block.end }] : sentencesOf(readable.text, block, readable.language);
    const around = units.find((range) => offset < range.end);
    if (around) return around;
  }
  return unitFrom(readable, unit, offset, 1);
}

/** The sentences of a passage; a table row is read by its cells. */
export function sentencesOf(text: string, block: Block, language: string | null): TextRange[] {
  const parts: TextRange[] = block.cells.length > 0 ? block.cells.filter((cell) => cell.end > cell.start).map(({ start, end }) => ({ start, end })) : [block];
  return parts.flatMap((part) => sentences(text.slice(part.start, part.end), language ?? 'en').map(({ start, end }) => ({ start: start + part.start, end: end + part.start })));
}

/** The end or start of a passage moved by one word; never past its other end. */
export function movedByWord(text: string, range: TextRange, side: 'start' | 'end', step: 1 | -1): TextRange {
  const from = range[side];
  // Far enough for the longest word and the spaces around it.
  const window = text.slice(Math.max(0, from - 400), from + 400);
  const base = Math.max(0, from - 400);
  const words = [...new Intl.Segmenter(undefined, { granularity: 'word' }).segment(window)].filter((part) => part.isWordLike).map((part) => ({ start: base + part.index, end: base + part.index + part.segment.length }));
  const places = words.map((word) => word[side]);
  const next = step === 1 ? places.find((place) => place > from) : places.findLast((place) => place < from);
  if (next === undefined) return range;
  const moved = { ...range, [side]: next };
  return moved.start < moved.end ? moved : range;
}

/** The end of a passage moved by one letter as a reader sees it; never to its beginning. */
export function movedByLetter(text: string, range: TextRange, step: 1 | -1): TextRange {
  const base = Math.max(range.start, range.end - 64);
  const parts = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(base, range.end + 64))].map((part) => base + part.index);
  const end = step === 1 ? parts.find((at) => at > range.end) : parts.findLast((at) => at < range.end);
  return end === undefined || end <= range.start ? (step === 1 ? { ...range, end: Math.min(text.length, base + 128) } : range) : { ...range, end };
}
