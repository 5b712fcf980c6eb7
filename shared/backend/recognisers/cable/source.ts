// The working copy of a cable's text: same length as the source, so that every offset is an offset into the source, with look-alike
// characters made plain. Also lines and ranges. It knows nothing of cables.

import type { TextRange } from '../../../core/document.ts';

/** A line without its newline; text is the working copy's. */
export type Line = TextRange & { text: string; blank: boolean };

/** Upper case for A to Z only, so that the length never changes. */
export function upper(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}

/** Same length as the source: hard blanks, tabs and carriage returns become blanks, typographic hyphens plain ones, a backslash that wraps a line a blank. */
export function workingCopy(source: string): string {
  return source
    .replace(/[\t\r\f\v\u00a0\u2000-\u200b\u202f\ufeff]/g, ' ')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\\(?= {0,9}(?:\n|$))/g, ' ');
}

/** The text with the characters of the ranges made blank; newlines stay. */
export function blanked(text: string, ranges: readonly TextRange[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const range of ranges) {
    if (range.start < at) continue;
    parts.push(text.slice(at, range.start), text.slice(range.start, range.end).replace(/[^\n]/g, ' '));
    at = range.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/**
 * A line of so many blanks is where a page banner was blanked (the shortest banner is as long): what stands before and after it belongs together,
 * while an empty line divides.
 */
export const BLANKED_BANNER = 20;

export function linesOf(text: string, start = 0, end = text.length): Line[] {
  const lines: Line[] = [];
  let at = start;
  while (at < end) {
    const newline = text.indexOf('\n', at);
    const stop = newline === -1 || newline > end ? end : newline;
    const line = text.slice(at, stop);
    lines.push({ start: at, end: stop, text: line, blank: line.trim() === '' });
    at = stop + 1;
  }
  return lines;
}

/** The range without blanks at its ends; start equals end when nothing is left. */
export function trimmed(text: string, range: TextRange): TextRange {
  let { start, end } = range;
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  return { start, end };
}

/** The words of a range: maximal runs without blanks. */
export function wordsOf(text: string, range: TextRange): TextRange[] {
  const words: TextRange[] = [];
  const pattern = /\S+/g;
  const slice = text.slice(range.start, range.end);
  for (let found = pattern.exec(slice); found !== null; found = pattern.exec(slice)) {
    const start = range.start + found.index;
    words.push({ start, end: start + found[0].length });
  }
  return words;
}

/** The text of a range as one line: runs of blanks and newlines become one blank; a word hyphenated at a line's end is closed up. */
export function oneLine(text: string): string {
  return text
    .replace(/([A-Za-z])-[ ]*\n\s*(?=[A-Za-z])/g, '$1-')
    .replace(/\s+/g, ' ')
    .trim();
}
