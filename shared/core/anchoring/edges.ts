// Where a passage may begin and end: not within a word that was whole before, never within a grapheme.

import type { TextRange } from '../document.ts';

/** A longer grapheme is made to keep programs busy. */
const longestGrapheme = 64;
/** A word longer than this is not waited for when a passage is widened to its words. */
const longestWord = 40;

const wordSign = /[\p{L}\p{N}\p{M}_]/u;
let segmenter: Intl.Segmenter | null = null;

/** Whether both neighbours of the offset belong to words, so that a word is cut. */
export function cutsWord(text: string, offset: number): boolean {
  return offset > 0 && offset < text.length && wordSign.test(signBefore(text, offset)) && wordSign.test(signAt(text, offset));
}

/** Whether the offset lies within what is read as one character. */
export function cutsGrapheme(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  // Plain letters join with nothing but what follows them from 0x300 on; a line end of two signs is one grapheme.
  const after = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  if (after < 0x300 && before < 0x300) return before === 0x0d && after === 0x0a;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const from = Math.max(0, offset - longestGrapheme);
  const window = text.slice(from, offset + longestGrapheme);
  return segmenter.segment(window).containing(offset - from)?.index !== offset - from;
}

/** The range widened to whole graphemes, and to whole words at the ends that ask for it. */
export function widened(text: string, range: TextRange, wholeWord: { start: boolean; end: boolean }): TextRange {
  let { start, end } = range;
  for (let steps = 0; steps < longestGrapheme && cutsGrapheme(text, start); steps++) start -= 1;
  for (let steps = 0; steps < longestGrapheme && cutsGrapheme(text, end); steps++) end += 1;
  for (let steps = 0; wholeWord.start && steps < longestWord && cutsWord(text, start); steps++) start -= signBefore(text, start).length;
  for (let steps = 0; wholeWord.end && steps < longestWord && cutsWord(text, end); steps++) end += signAt(text, end).length;
  return { start, end };
}

function signAt(text: string, offset: number): string {
  return String.fromCodePoint(text.codePointAt(offset) ?? 0);
}

function signBefore(text: string, offset: number): string {
  const low = text.charCodeAt(offset - 1);
  return low >= 0xdc00 && low <= 0xdfff && offset > 1 ? text.slice(offset - 2, offset) : text.charAt(offset - 1);
}
