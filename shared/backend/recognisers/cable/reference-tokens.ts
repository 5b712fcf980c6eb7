// The words, numbers and signs a reference is made of. It does not know what they refer to.

import type { TextRange } from '../../../core/document.ts';

export type Token = TextRange & { kind: 'word' | 'number' | 'year' | 'sign' | 'line'; text: string };

/** A bracketed year, a bracketed letter (skipped), a date-time group, O for nought before digits, words (nought for O inside), numbers, signs, line ends. */
const TOKEN =
  /\( ?'?(\d{4}|\d{2}) ?\)|\([A-Z\d]{1,2}\)|(\b[A-Z]? ?\d{6}Z\b)|\bO(?=\d)(\d+)|(0(?=[A-Z]{3})[A-Z]+|[A-Z](?:[A-Z.'’]|0(?=[A-Z]))*)|['‘’]?(\d+)|([,;:&/#-])|(\n)/g;

/** Tokens of capitals with titles blanked; a hyphen between letters keeps words apart as a sign. Offsets are moved by offset. */
export function tokensOf(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(TOKEN)) {
    const start = offset + found.index;
    const end = start + found[0].length;
    const [, year, time, afterO, word, digits, sign, line] = found;
    if (year !== undefined) {
      const number = Number(year);
      tokens.push({ kind: 'year', text: String(year.length === 4 ? number : number >= 66 ? 1900 + number : 2000 + number), start, end });
    } else if (time !== undefined) tokens.push({ kind: 'word', text: time, start, end });
    else if (afterO !== undefined) tokens.push({ kind: 'number', text: `0${afterO}`, start, end });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, start, end });
    else if (digits !== undefined) tokens.push({ kind: 'number', text: digits, start, end });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign, start, end });
    else if (line !== undefined) tokens.push({ kind: 'line', text: line, start, end });
  }
  return tokens;
}

export function numberToken(token: Token | undefined): string | null {
  return token?.kind === 'number' ? token.text : null;
}

export function wordToken(token: Token | undefined): string | null {
  return token?.kind === 'word' ? token.text : null;
}

/** Two digits that can be a cable's year: 1966 or later, and not after the referring cable (or 2015 when its year is unknown). */
export function plausibleYear(digits: string, own: number | null): boolean {
  const year = Number(digits);
  const last = own === null || own < 2000 ? 15 : own % 100;
  return year >= 66 || year <= last;
}
