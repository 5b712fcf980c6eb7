// The words of a page as bytes: how they are stored, and how they cross from the worker without a thousand small objects.

import type { WordBox } from './document.ts';

/** Numbers kept for a word, as Float64 in the order of the machine: start, end, x, y, width, height. */
const wordFields = 6;

export function packWords(words: readonly WordBox[]): Uint8Array<ArrayBuffer> {
  const numbers = new Float64Array(words.length * wordFields);
  words.forEach((word, index) => numbers.set([word.start, word.end, word.x, word.y, word.width, word.height], index * wordFields));
  return new Uint8Array(numbers.buffer);
}

export function unpackWords(bytes: Uint8Array): WordBox[] {
  // Copied, because the numbers must begin at a multiple of their size.
  const numbers = new Float64Array(new Uint8Array(bytes).buffer);
  return Array.from({ length: numbers.length / wordFields }, (_, index) => {
    const [start = 0, end = 0, x = 0, y = 0, width = 0, height = 0] = numbers.subarray(index * wordFields, (index + 1) * wordFields);
    return { start, end, x, y, width, height };
  });
}
