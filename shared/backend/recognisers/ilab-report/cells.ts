// Reads what a cell of the yearly reports prints: a number, an amount, yes or no, or one of the words that stand for "no
// value". Citations are taken off, footnote signs kept apart.

import type { ObservationStatus } from '../../../core/recognition.ts';

export type CellValue = { status: ObservationStatus; value: number | boolean | string | null; mark: string | null };

/** A bracket that holds only reference numbers: "(36)", "(40, 99)", "(1; 2)", "(2,7-14)"; a line may end within a number, "(12 4,13)", and the last bracket be lost. */
const citation = /\s*\(\s*\d{1,3}(?:[\s,;–-]+\d{1,3})*[\s,;]*(?:\)|$)/gu;
const marks = /[*†‡§¶]/gu;

const scales: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12 };

/** The text without citations. */
export const withoutCitations = (text: string): string => text.replace(citation, '').replace(/\s+/gu, ' ').trim();

/** "3,531", "$4.1 million", "$2,110,932.64"; null when it is no amount. Thousands are separated by commas; the rest after the amount may only be in brackets. */
export function readAmount(text: string): number | null {
  const match = /^(?:US\s*)?\$?\s*(\d{1,3}(?:,\s?\d{3})+|\d+)(\.\d+)?\s*(thousand|million|billion|trillion)?\s*(?:\(.*\)?)?$/iu.exec(text);
  if (match === null) return null;
  const number = Number((match[1] ?? '').replace(/[,\s]/gu, '') + (match[2] ?? ''));
  const scale = scales[(match[3] ?? '').toLowerCase()] ?? 1;
  // Two decimals are enough for money; without rounding 4.1 million is not a whole number.
  return Math.round(number * scale * 100) / 100;
}

/** What a cell says. A text that is none of the known forms is returned as it stands. */
export function readCell(text: string): CellValue {
  const bare = withoutCitations(text);
  const found = bare.match(marks);
  const mark = found === null ? null : found.join('');
  const plain = bare.replace(marks, '').replace(/\s+/gu, ' ').trim();
  const none = (status: ObservationStatus): CellValue => ({ status, value: null, mark });
  if (plain === '' || /^[-–—]+$/u.test(plain)) return none('not_printed');
  if (/^unknown\b/iu.test(plain)) return none('unknown');
  if (/^(?:n\s?\/\s?a|not applicable|none)\b/iu.test(plain)) return none('not_applicable');
  if (/^\(?(?:unavailable|not available)\b/iu.test(plain)) return none('unavailable');
  if (/^yes\b/iu.test(plain)) return { status: 'value', value: true, mark };
  if (/^no$/iu.test(plain)) return { status: 'value', value: false, mark };
  const amount = readAmount(plain);
  return { status: 'value', value: amount ?? plain, mark };
}
