// Finds words in the canonical text. Plainly typed signs find finely printed ones; case and diacritics count only when they are asked
// for. Pure. Regular expressions are in find-expression.ts.

import type { TextRange } from '../../../shared/core/document.ts';

/** More are not painted; the count says so. */
export const mostFound = 5000;

export type FindOptions = { matchCase?: boolean; wholeWord?: boolean; matchDiacritics?: boolean };

/** A text as it is compared. `starts` holds for each of its code units the offset in the text itself; null where they are the same. */
export type FoldedText = { folded: string; starts: Uint32Array | null };

/** Signs that are typed plainly but printed finely. Each is one code unit, so offsets stay. */
const plain: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"', '–': '-', '—': '-', '‑': '-', '\u00a0': ' ', '\n': ' ', '\t': ' ' };

/** Marks that are often left out in typing: of Latin, Greek and Cyrillic, Hebrew points, Arabic vowels and the stroke that lengthens a word. */
const mark = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed]/;
const marks = new RegExp(`${mark.source}+`, 'g');
/** Letters that may hold such a mark within one code unit. */
const composed = /[\u00c0-\u024f\u0386-\u03ce\u0400-\u045f\u0476-\u04f9\u0622-\u0626\u1e00-\u1fff]/g;

export function findInText(text: string, query: string, options: FindOptions = {}): TextRange[] {
  return findFolded(text, foldedText(text, options), query, options);
}

/** The same in a text that was folded, with the same options, before: a million characters are folded once, not at each letter typed. */
export function findFolded(text: string, { folded, starts }: FoldedText, query: string, options: FindOptions): TextRange[] {
  const wanted = foldedText(query.trim(), options).folded;
  if (wanted === '') return [];
  const found: TextRange[] = [];
  for (let at = folded.indexOf(wanted); at >= 0 && found.length < mostFound; at = folded.indexOf(wanted, at + wanted.length)) {
    const range = { start: starts?.[at] ?? at, end: starts?.[at + wanted.length] ?? at + wanted.length };
    if (options.matchDiacritics && mark.test(text.charAt(range.end))) continue;
    if (!options.wholeWord || isWhole(text, range)) found.push(range);
  }
  return found;
}

/** True when no letter or digit stands directly before or after. */
export function isWhole(text: string, { start, end }: TextRange): boolean {
  return !inWord.test(text.charAt(start - 1)) && !inWord.test(text.charAt(end));
}

const inWord = /[\p{L}\p{N}\p{M}]/u;

export function foldedText(text: string, { matchCase = false, matchDiacritics = false }: FindOptions): FoldedText {
  const signs = text.replace(/[‘’“”–—‑\u00a0\n\t]/g, (sign) => plain[sign] ?? sign);
  const cased = matchCase ? signs : lowered(signs);
  return matchDiacritics ? { folded: cased, starts: null } : withoutMarks(cased);
}

/** Of the same length as the text: a lower-case form of another length ("İ") is left alone. */
function lowered(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text.replace(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter));
}

function withoutMarks(text: string): FoldedText {
  const bare = text.replace(composed, baseOf);
  if (!mark.test(bare)) return { folded: bare, starts: null };
  const folded = bare.replace(marks, '');
  const starts = new Uint32Array(folded.length + 1);
  let to = 0;
  let from = 0;
  const copy = (end: number) => {
    for (; from < end; from += 1, to += 1) starts[to] = from;
  };
  for (const { index, 0: run } of bare.matchAll(marks)) {
    copy(index);
    from = index + run.length;
  }
  copy(bare.length);
  starts[to] = bare.length;
  return { folded, starts };
}

const withMarks = new RegExp(`^.${mark.source}+$`);
const bases = new Map<string, string>();

/** "é" is an e; "й" is a letter of its own, no и with a sign. */
function baseOf(letter: string): string {
  const known = bases.get(letter);
  if (known !== undefined) return known;
  const parts = letter.normalize('NFD');
  const base = 'йЙ'.includes(letter) || !withMarks.test(parts) ? letter : parts.charAt(0);
  bases.set(letter, base);
  return base;
}
