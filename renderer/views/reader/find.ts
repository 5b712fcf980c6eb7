// Finds words in the canonical text, without regard to case and to the form of quotes and dashes. Pure.

import type { TextRange } from '../../../shared/core/document.ts';

/** More are not painted; the count says so. */
export const mostFound = 5000;

/** Signs that are typed plainly but printed finely. Each is one code unit, so offsets stay. */
const plain: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '“': '"', '”': '"', '–': '-', '—': '-', '‑': '-', '\u00a0': ' ', '\n': ' ', '\t': ' ' };

export function findInText(text: string, query: string, options: { matchCase?: boolean; wholeWord?: boolean } = {}): TextRange[] {
  const wanted = folded(query.trim(), options.matchCase ?? false);
  if (wanted === '') return [];
  const within = folded(text, options.matchCase ?? false);
  const found: TextRange[] = [];
  for (let at = within.indexOf(wanted); at >= 0 && found.length < mostFound; at = within.indexOf(wanted, at + wanted.length)) {
    const range = { start: at, end: at + wanted.length };
    if (!options.wholeWord || (!isLetter(text, at - 1) && !isLetter(text, range.end))) found.push(range);
  }
  return found;
}

/** Of the same length as the text: a lower-case form of another length ("İ") is left alone. */
function folded(text: string, matchCase: boolean): string {
  const signs = text.replace(/[‘’“”–—‑\u00a0\n\t]/g, (sign) => plain[sign] ?? sign);
  if (matchCase) return signs;
  const lower = signs.toLowerCase();
  return lower.length === signs.length ? lower : signs.replace(/\p{Lu}/gu, (letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter));
}

function isLetter(text: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(at));
}
