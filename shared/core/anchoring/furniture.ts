// Finds the running heads and page feet that one of two texts repeats and the other does not have, so that a passage over a page break is
// found again. It removes nothing.

import type { TextRange } from '../document.ts';

/** A head is a line, not a paragraph. */
const longestHead = 160;
/** Fewer repeats than this may be chance. */
const fewestRepeats = 3;

/** Characters between two heads: half a page to four. References and table rows of one form stand closer. */
const distance = { least: 800, most: 16_000 };
/** Heads go through the text; what is repeated in one part of it is of that part. */
const leastSpan = 0.5;

/** Lines, with numbers not counted, that `text` has three times or more and `other` has nowhere. In order. */
export function headsOf(text: string, other: string): TextRange[] {
  const repeated = [...lines(text)].filter(([, ranges]) => ranges.length >= fewestRepeats && goesThrough(text, ranges));
  if (repeated.length === 0) return [];
  const elsewhere = lineForm(other);
  return repeated.flatMap(([form, ranges]) => (elsewhere.includes(form) ? [] : ranges)).toSorted((one, next) => one.start - next.start);
}

function goesThrough(text: string, ranges: readonly TextRange[]): boolean {
  const starts = ranges.map(({ start }) => start);
  const gaps = starts.slice(1).map((start, index) => start - (starts[index] ?? 0));
  return gaps.every((gap) => gap >= distance.least && gap <= distance.most) && (starts.at(-1) ?? 0) - (starts[0] ?? 0) >= text.length * leastSpan;
}

function lines(text: string): Map<string, TextRange[]> {
  const found = new Map<string, TextRange[]>();
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (end > start && end - start <= longestHead) {
      const form = lineForm(text.slice(start, end));
      // A line of numbers and signs alone is as likely a row of a table.
      if (/\p{L}{2}/u.test(form)) {
        const ranges = found.get(form);
        if (ranges) ranges.push({ start, end });
        else found.set(form, [{ start, end }]);
      }
    }
    start = end + 1;
  }
  return found;
}

function lineForm(line: string): string {
  return line.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
}
