// Finds what the body refers to: entries of REF by letter ("reftel A", "refs B, C and D") or all of them ("reftels"), cables printed in
// full ("06 ASTANA 891"), unnamed ones ("septel") and paragraphs ("para 4"). The text itself never changes.

import type { TextRange } from '../../../core/document.ts';
import type { CableMention, CableReference } from '../../../core/recognition.ts';
import { namedInText } from './named-in-text.ts';
import type { Referrer } from './references.ts';

/** One mention of entries of REF and its letters, in reading order; a range (A-D) is one mention. */
export type LetterMention = TextRange & { letters: string[] };

/** "ref A", "REFTELS B", "reference C"; a letter that begins a word or an abbreviation ("ref U.S.") is none. */
const FIRST = /\b(ref(?:s|tels?|tel\(s\)|\(s\)|erences?)?)[.:]?\s{1,4}[([]?([A-Z]|\d{1,2})(?![A-Za-z\d'’]|\.[A-Za-z\d])/gi;
const NEXT =
  /[)\]]?\s{0,4}(?:(through|thru|to|-)|[,;]\s{0,4}(?:and|or|&)?|\/|&|and|or)\s{0,4}(?:para(?:graph)?s?\.?\s{1,3}\d{1,3}[,;]?\s{1,4}(?:and|or|&)?\s{0,4})?(?:ref(?:tel)?s?\.?\s{1,4})?[([]?([A-Z]|\d{1,2})(?![A-Za-z\d'’]|\.[A-Za-z\d])/iy;
/** One REF names at most so many cables in one breath. */
const MOST_LETTERS = 40;

/**
 * Mentions by letter in a stretch of text. bullets are the letters of REF: with them, "I" and numbers count only when REF has them.
 * Letters of one mention ascend, so that "per ref B, A senior officer" ends at B.
 */
export function letterMentions(text: string, bullets: ReadonlySet<string> = new Set()): LetterMention[] {
  const mentions: LetterMention[] = [];
  for (const found of text.matchAll(FIRST)) {
    const word = found[1] ?? '';
    const first = found[2] ?? '';
    if (first !== first.toUpperCase() || (!bullets.has(first) && (/\d/.test(first) || first === 'I' || /^reference/i.test(word)))) continue;
    let end = closed(text, found);
    const group: LetterMention[] = [{ letters: [first], start: found.index, end }];
    for (let last = first, count = 1; count < MOST_LETTERS; count += 1) {
      NEXT.lastIndex = end;
      const next = NEXT.exec(text);
      const letter = next?.[2] ?? '';
      if (next === null || letter !== letter.toUpperCase() || !comesAfter(last, letter)) break;
      if (!bullets.has(letter) && (letter === 'I' || /\d/.test(letter))) break;
      const opens = /[([]$/.test(next[0].slice(0, -letter.length)) ? 1 : 0;
      const start = next.index + next[0].length - letter.length - opens;
      end = closed(text, next);
      const before = group.at(-1);
      if (next[1] !== undefined && before !== undefined) {
        before.letters.push(...between(last, letter), letter);
        before.end = end;
      } else group.push({ letters: [letter], start, end });
      last = letter;
    }
    mentions.push(...group);
  }
  return mentions;
}

/** Where a letter ends, with the bracket that closes its own. */
function closed(text: string, found: RegExpExecArray): number {
  const end = found.index + found[0].length;
  return /[([](?:[A-Z]|\d{1,2})$/i.test(found[0].slice(-4)) && /[)\]]/.test(text[end] ?? '') ? end + 1 : end;
}

function comesAfter(last: string, letter: string): boolean {
  if (/\d/.test(last) || /\d/.test(letter)) return Number(letter) > Number(last);
  return letter > last;
}

function between(from: string, to: string): string[] {
  if (/\d/.test(from)) return Array.from({ length: Math.max(0, Number(to) - Number(from) - 1) }, (_, index) => String(Number(from) + index + 1)).slice(0, MOST_LETTERS);
  return Array.from({ length: Math.max(0, to.charCodeAt(0) - from.charCodeAt(0) - 1) }, (_, index) => String.fromCharCode(from.charCodeAt(0) + index + 1));
}

/** "reftels" and "reftel" are always meant so; "ref" alone only where a sentence cites ("(ref)", "per ref"). */
const ALL = /\breftel(?:s|\(s\))?\b|(?<=[([])\s{0,2}refs?\b|(?<=\b(?:per|in|see|of|from|to|with|by)\s{1,3})refs?\b(?!\s{0,3}[.]\w)/gi;
const UNNAMED = /\bseptels?\b/gi;
const PARAGRAPH = /\bparas?(?:graphs?)?\.?\s{1,3}(\d{1,3})(?:(?:\s{0,2}(?:-|through|thru|to|and|&|,)\s{0,2})(\d{1,3}))?(?![\d.]\d|\d)(\s{1,3}(?:of|in|above of)\s{1,3}ref)?/gi;

export type MentionContext = { references: readonly CableReference[]; paragraphs: ReadonlySet<number>; referrer: Referrer };

/** All mentions of a stretch of text (a block), in reading order, without overlaps; offsets into it. */
export function mentionsIn(text: string, paragraph: number | null, { references, paragraphs, referrer }: MentionContext): CableMention[] {
  const bullets = new Set(references.flatMap(({ bullet }) => bullet ?? []));
  const found: CableMention[] = [];
  const add = (mention: Omit<CableMention, 'paragraph'>): void => {
    found.push({ ...mention, paragraph });
  };
  for (const { start, end, letters } of letterMentions(text, bullets)) add({ start, end, kind: 'reference', letters, target: null, ...resolved(letters, references) });
  for (const { start, end, reference } of namedInText(text, referrer)) {
    add({ start, end, kind: 'cable', letters: [], target: null, cables: reference.value === null ? [] : [reference.value], candidates: reference.candidates, yearInferred: reference.yearInferred });
  }
  for (const all of text.matchAll(ALL)) {
    const start = all.index + (/^\s*/.exec(all[0])?.[0].length ?? 0);
    const cited = references.filter(({ value }) => value !== null);
    add({ start, end: all.index + all[0].length, kind: 'reference', letters: [], target: null, ...citedBy(cited) });
  }
  for (const other of text.matchAll(UNNAMED)) add({ start: other.index, end: other.index + other[0].length, kind: 'unnamed', letters: [], target: null, cables: [], candidates: [], yearInferred: false });
  for (const other of text.matchAll(PARAGRAPH)) {
    const number = Number(other[1]);
    // "ref A, para 4" and "para 4 of reftel" speak of another cable's paragraph.
    const ofOther = other[3] !== undefined || /\bref(?:tel)?s?(?:\s+[(]?[A-Z]\b[)]?)?,?\s*\(?$/i.test(text.slice(Math.max(0, other.index - 24), other.index));
    if (!ofOther && paragraphs.has(number)) add({ start: other.index, end: other.index + other[0].length, kind: 'paragraph', letters: [], target: number, cables: [], candidates: [], yearInferred: false });
  }
  let at = 0;
  return found
    .sort((left, right) => left.start - right.start || right.end - left.end)
    .filter(({ start, end }) => {
      const isFree = start >= at;
      if (isFree) at = end;
      return isFree;
    });
}

/** What letters stand for: the entries of REF with these bullets; the only entry, when it has none, for A. */
function resolved(letters: readonly string[], references: readonly CableReference[]): Pick<CableMention, 'cables' | 'candidates' | 'yearInferred'> {
  const own = references.filter(({ bullet }) => bullet !== null && letters.includes(bullet));
  const [only] = references;
  const single = own.length === 0 && references.length === 1 && only?.bullet === null && letters.length === 1 && /^[A1]$/.test(letters[0] ?? '');
  return citedBy(single ? references : own);
}

function citedBy(references: readonly CableReference[]): Pick<CableMention, 'cables' | 'candidates' | 'yearInferred'> {
  return {
    cables: [...new Set(references.flatMap(({ value }) => value ?? []))],
    candidates: [...new Set(references.flatMap(({ candidates }) => candidates))],
    yearInferred: references.some(({ yearInferred }) => yearInferred),
  };
}
