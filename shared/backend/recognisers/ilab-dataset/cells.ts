// Reads the values of the official data files: what they write for numbers, amounts, yes and no, and for "no value" in the spellings
// of all years.

import type { ObservationStatus } from '../../../core/recognition.ts';

export type DatasetValue = { status: ObservationStatus; value: number | boolean | string | null; mark: string | null };

const words: [RegExp, ObservationStatus][] = [
  [/^(?:unknown|unclear)$/iu, 'unknown'],
  // "None" is written for an age that no law sets.
  [/^(?:n\s?\/?\s?a|not applicable|none)$/iu, 'not_applicable'],
  // MTC stands where a country of several territories has no number of its own.
  [/^(?:unavailable|not available|mtc)$/iu, 'unavailable'],
];
const scales: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/** The value of a cell; a text that is none of the known forms is returned as it stands. */
export function readValue(text: string, unit: string): DatasetValue {
  // "16+" is an age of 16 with a remark.
  const marks = unit === 'text' ? /[*†‡§]+$/u : /[*†‡§+]+$/u;
  const mark = marks.exec(text)?.[0] ?? null;
  const plain = (mark === null ? text : text.slice(0, -mark.length)).trim();
  if (plain === '') return { status: 'not_printed', value: null, mark };
  const word = words.find(([pattern]) => pattern.test(plain));
  if (word) return { status: word[1], value: null, mark };
  if (unit === 'text') return { status: 'value', value: plain, mark };
  if (/^(?:yes|no)$/iu.test(plain)) return { status: 'value', value: /^yes$/iu.test(plain), mark };
  return { status: 'value', value: readNumber(plain) ?? plain, mark };
}

/** "1,548", "79690.0", "$1.1 million", "4E-3"; null when it is no number. */
export function readNumber(text: string): number | null {
  const match = /^(?:US\s*)?\$?\s*(\d{1,3}(?:,\s?\d{3})+|\d+)?(\.\d+)?(e[+-]?\d{1,2})?\s*(thousand|million|billion)?$/iu.exec(text);
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  const number = Number(`${(match[1] ?? '0').replace(/[,\s]/g, '')}${match[2] ?? ''}${match[3] ?? ''}`);
  const scale = scales[(match[4] ?? '').toLowerCase()];
  return scale === undefined ? number : Math.round(number * scale);
}

/** A share in percent to one decimal, as the reports print it. */
export function asPercent(number: number, isFraction: boolean): number {
  return Math.round((isFraction ? number * 100 : number) * 10) / 10;
}
