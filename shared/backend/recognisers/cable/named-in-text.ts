// Finds cables that running text names in full: "06 ASTANA 891", "06ASTANA891", "Kabul 936/935". A number after the name of a city is
// mostly something else, so without a year the name must be in capitals or stand where one cites.

import type { TextRange } from '../../../core/document.ts';
import { postOf } from './post.ts';
import { cableReference, type PlacedReference, type Referrer } from './references.ts';
import { plausibleYear } from './reference-tokens.ts';

/** [year] words number [further numbers] [(year)]; the words are narrowed to the post's name below. */
const NAMED =
  /(?<![\w/.,$-])(?:['’]?(\d{2}|\d{4})[ \n-]{0,2})?((?:[A-Z0][A-Za-z0'’.]{1,24}[ \n-]{1,2}(?:(?:de|es|au|al)[ -])?){0,3}[A-Z0][A-Za-z0'’.]{1,24})[ \n-]{0,2}#?(\d{2,7})(?![\d%]|[.,:]\d|(?:st|nd|rd|th)\b)((?:\s?(?:\/|,|, and|and|AND|&)\s?\d{3,7}(?![\w%]|[.,:]\d)){0,6})(?:\s?\((\d{2}|\d{4})\)|\/(\d{2})(?!\d)|-(\d{2})(?![\d-]))?/g;
/** Words after a number that say what was counted; then it is no cable. */
const COUNTED = /^\s{1,2}(?:[a-z]+(?:s|ed|ing)\b|percent\b|people\b|men\b|women\b|km\b|miles\b|per\b|million\b|billion\b|thousand\b)/;
/** Numbers that are years rather than serials. */
const YEAR_NUMBER = /^(?:19|20)\d\d$/;
/** Where a sentence cites: after such words, or in brackets. */
const CITING = /(?:\b(?:ref(?:tel)?s?|see|per|in|cables?|telegrams?|septel|cf\.?|and|also|reported|to)[:,]?\s{1,3}|[([]\s?|[;,]\s{1,3})$/i;

type Words = { post: string; start: number; text: string };

/** Cables named in a text, with their places in it; the referring cable itself is left out. */
export function namedInText(text: string, referrer: Referrer): PlacedReference[] {
  const found: PlacedReference[] = [];
  for (let match = nextNamed(text, 0); match !== null; match = nextNamed(text, after(match))) {
    const [whole, before, words = '', serial = '', further = '', inBrackets, afterSlash, afterHyphen] = match;
    const wordsAt = match.index + whole.indexOf(words, before?.length ?? 0);
    const named = postIn(words, wordsAt);
    if (named === null) continue;
    const startsWithWords = named.start === wordsAt;
    const prefix = before !== undefined && startsWithWords && isYear(before, referrer) ? before : null;
    // Another number before the name: not in a year that could be the cable's.
    if (before !== undefined && startsWithWords && prefix === null) continue;
    const suffix = prefix !== null ? null : [inBrackets, afterSlash, afterHyphen].find((year) => year !== undefined && isYear(year, referrer)) ?? null;
    const year = prefix ?? suffix;
    const start = prefix === null ? named.start : match.index;
    const next = text.slice(match.index + whole.length, match.index + whole.length + 24);
    if (!isCited(text, { start, name: named.text, year, serial, further, next })) continue;
    const numbersEnd = wordsAt + words.length + whole.slice(wordsAt - match.index + words.length).indexOf(serial) + serial.length;
    const end = suffix !== null && further === '' ? match.index + whole.length : numbersEnd;
    const add = (range: TextRange, number: string): void => {
      const reference = cableReference({ year: year === null ? null : fourDigits(year), post: named.post, serial: number }, null, text.slice(range.start, range.end).replace(/\s+/g, ' '), referrer);
      if (reference.value !== null && reference.value !== referrer.identifier && range.start >= (found.at(-1)?.end ?? 0)) found.push({ ...range, reference });
    };
    add({ start, end }, serial);
    for (const other of further.matchAll(/\d{3,7}/g)) add({ start: numbersEnd + other.index, end: numbersEnd + other.index + other[0].length }, other[0]);
  }
  return found;
}

/** The longest run of words up to the number that names a post exactly. */
function postIn(words: string, at: number): Words | null {
  const starts = [0, ...[...words.matchAll(/[ \n-]+(?=\S)/g)].map((gap) => gap.index + gap[0].length)];
  for (const start of starts) {
    const text = words.slice(start);
    const post = /[A-Z]/.test(text) ? postOf(text) : null;
    if (post !== null && text.replace(/[^A-Za-z]/g, '').length >= 3) return { post, start: at + start, text };
  }
  return null;
}

function nextNamed(text: string, from: number): RegExpExecArray | null {
  NAMED.lastIndex = from;
  return NAMED.exec(text);
}

/** A match may begin a word too early ("Per 06 ASTANA 891"), so the search goes on at its second word; a match is short, so this stays linear. */
function after(match: RegExpExecArray): number {
  const gap = /[ \n-]/.exec(match[0])?.index ?? match[0].length;
  return match.index + Math.max(1, gap);
}

function isYear(year: string, referrer: Referrer): boolean {
  return year.length === 4 ? /^(?:19[6-9]|20[01])/.test(year) : plausibleYear(year, referrer.year);
}

type Standing = { start: number; name: string; year: string | null; serial: string; further: string; next: string };

/** True when the words are a cable and not a place with a number. A two-digit year says so by itself. */
function isCited(text: string, { start, name, year, serial, further, next }: Standing): boolean {
  if (year?.length === 2 || (serial.length >= 3 && further.startsWith('/'))) return true;
  const before = text.slice(Math.max(0, start - 60), start);
  const cites = CITING.test(before) && /(?:\b(?:ref(?:tel)?s?|see|per|cables?|telegrams?|septel|cf\.?|reported)\b|[([])[^.]*$/i.test(before);
  // In a text of capitals only, capitals say nothing.
  const isSetApart = !/[a-z]/.test(name) && /[a-z]/.test(text.slice(0, 400));
  if (YEAR_NUMBER.test(serial)) return cites && isSetApart;
  if (isSetApart && (serial.length >= 3 || cites)) return true;
  return (cites || year !== null) && serial.length >= 3 && !COUNTED.test(next);
}

function fourDigits(year: string): number {
  const number = Number(year);
  if (year.length === 4) return number;
  return number >= 66 ? 1900 + number : 2000 + number;
}
