// The normal form in which two editions are compared: words, numbers and signs, without what typesetting changes. It is for
// matching only; what is shown is always the text as printed.

import type { TextRange } from '../document.ts';

export const wordToken = 1;
export const numberToken = 2;
/** %, $, ?, + and the like: part of what is said. */
export const signToken = 3;
/** Shown in differences, never a change by itself. */
export const punctuationToken = 4;

/** The tokens of a passage. Between them lie spaces, dashes, footnote signs and citation numbers, which belong to no token. */
export type Tokens = {
  /** Ids in the vocabulary. */
  ids: number[];
  /** Offsets into the text, one a token. */
  starts: number[];
  ends: number[];
};

/** Gives every normal word one small number, so that passages are compared as arrays of numbers. Shared by the editions compared. */
export class Vocabulary {
  readonly words: string[] = [];
  readonly kinds: number[] = [];
  /** Id under which inflected forms fall together ("inspectors", "inspector"). */
  readonly stems: number[] = [];
  readonly #ids = new Map<string, number>();

  id(word: string, kind: number): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.length;
    this.#ids.set(word, id);
    this.words.push(word);
    this.kinds.push(kind);
    this.stems.push(id);
    if (kind === wordToken) {
      const base = stem(word);
      if (base !== word) this.stems[id] = this.id(base, wordToken);
    }
    return id;
  }
}

/** English plurals and endings, cut lightly: only so far that the same word in another form is found again. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  let base = word;
  if (base.endsWith('ies')) base = `${base.slice(0, -3)}y`;
  else if (base.endsWith('s') && !base.endsWith('ss') && !base.endsWith('us') && !base.endsWith('is')) base = base.slice(0, -1);
  if (base.length > 5 && base.endsWith('ing')) base = base.slice(0, -3);
  else if (base.length > 4 && base.endsWith('ed')) base = base.slice(0, -2);
  if (base.length > 4 && base.endsWith('e')) base = base.slice(0, -1);
  return base;
}

const letter = 1;
const digit = 2;
const sign = 3;
const punctuation = 4;
/** Spaces, dashes, footnote signs, bullets, control characters: between tokens. */
const glue = 5;
/** Characters of scripts written without spaces: each is a word. */
const ideograph = 6;
const apostrophe = 7;
/** Soft hyphens and joiners: inside a word, but no part of it. */
const invisible = 8;

const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  const known = classes[code];
  if (known) return known;
  const found = classify(code);
  classes[code] = found;
  return found;
}

function classify(code: number): number {
  // Halves of characters beyond the basic plane stay together as letters.
  if (code >= 0xd800 && code <= 0xdfff) return letter;
  const character = String.fromCharCode(code);
  if (code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0x2060 || code === 0xfeff) return invisible;
  if (character === "'" || character === '’' || character === '‘' || character === 'ʼ' || character === '`') return apostrophe;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(character)) return ideograph;
  if (/\p{Nd}/u.test(character)) return digit;
  if (/[\p{L}\p{M}\p{Nl}]/u.test(character)) return letter;
  if (/[\p{Z}\p{C}\p{Pd}*†‡§¶•·◦■□▪●○¹²³⁰⁴-⁹−_|~^]/u.test(character)) return glue;
  if (/[\p{Sc}\p{No}%‰?=+<>#&@؟✓✔☑]/u.test(character)) return sign;
  return punctuation;
}

/** A footnote number or list of them: "(1,2,3)", "(1; 2)", "(2,7-14)", "[12]". */
const citation = /[([]\s?\d{1,3}(?:\s?[-–,;]\s?\d{1,3})*\s?[)\]]/y;
/** "(79,690)" is a value, "(12,690)" could only be two references of a list longer than any report's. */
const grouped = /^\(\d{1,3}(?:,\d{3})+\)$/;
const highestReference = 300;

/** Where the citation that opens at `at` ends; `at` when there is none. */
function citationEnd(text: string, at: number, start: number, end: number): number {
  citation.lastIndex = at;
  const found = citation.exec(text)?.[0];
  if (!found || at + found.length > end) return at;
  if (grouped.test(found) && (/\d/.test(before(text, at, start)) || Number(/\d+\)$/.exec(found)?.[0].slice(0, -1)) > highestReference)) return at;
  if (found.startsWith('[')) return at + found.length;
  // "Article 26.1(2)" is a paragraph of a law.
  if (/\d/.test(text.charAt(at - 1)) && at > start) return at;
  // References follow a full stop or close a sentence, cell or item; "girls (15-17) work" speaks of ages.
  const previous = before(text, at, start);
  const next = after(text, at + found.length, end);
  const closes = next === '' || /[.,;:!?)\]([†‡*•\p{Lu}]/u.test(next);
  return closes || /[.,;:!?”"’)\]†‡*]/.test(previous) || previous === '' ? at + found.length : at;
}

function before(text: string, at: number, start: number): string {
  let index = at - 1;
  while (index >= start && text.charCodeAt(index) <= 32) index--;
  return index < start ? '' : text.charAt(index);
}

function after(text: string, at: number, end: number): string {
  let index = at;
  while (index < end && text.charCodeAt(index) <= 32) index++;
  return index >= end ? '' : text.charAt(index);
}

/**
 * Appends the tokens of text[start, end) to `tokens`. `ignored` are ranges to be passed over, in order, such as superscript
 * footnote numbers.
 */
export function tokenise(text: string, start: number, end: number, vocabulary: Vocabulary, tokens: Tokens, ignored: readonly TextRange[] = []): Tokens {
  const add = (word: string, kind: number, from: number, to: number) => {
    tokens.ids.push(vocabulary.id(word, kind));
    tokens.starts.push(from);
    tokens.ends.push(to);
  };
  let next = 0;
  let at = start;
  while (at < end) {
    const skip = ignored[next];
    if (skip && skip.start <= at) {
      next++;
      if (skip.end > at) at = skip.end;
      continue;
    }
    const limit = skip ? Math.min(skip.start, end) : end;
    const code = text.charCodeAt(at);
    const kind = classOf(code);
    const from = at;
    if (kind === letter) {
      at = wordEnd(text, at, limit);
      add(normalWord(text.slice(from, at)), wordToken, from, at);
    } else if (kind === digit) {
      at = numberEnd(text, at, limit);
      const negative = isMinus(text, from, start, tokens, vocabulary);
      add((negative ? '-' : '') + normalNumber(text.slice(from, at)), numberToken, from, at);
    } else if (kind === ideograph) {
      at++;
      add(text.charAt(from), wordToken, from, at);
    } else if (kind === sign) {
      at++;
      add(text.charAt(from), signToken, from, at);
    } else if (kind === punctuation || kind === apostrophe) {
      const close = code === 0x28 || code === 0x5b ? citationEnd(text, at, start, limit) : at;
      if (close > at) at = close;
      else {
        at++;
        add(unified(text.charAt(from)), punctuationToken, from, at);
      }
    } else at++;
  }
  return tokens;
}

function wordEnd(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === letter || kind === digit || kind === invisible) at++;
    else if (kind === apostrophe && at + 1 < end && classOf(text.charCodeAt(at + 1)) === letter) at += 2;
    else break;
  }
  return at;
}

function numberEnd(text: string, start: number, end: number): number {
  let at = start + 1;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (classOf(code) === digit) at++;
    else if (code === 0x2e && at + 1 < end && classOf(text.charCodeAt(at + 1)) === digit) at += 2;
    else if (code === 0x2c && isThousands(text, at, end)) at += 1 + thousands;
    else break;
  }
  return at;
}

const thousands = 3;

/** A comma in a number parts thousands; in "Articles 11,12" a space was lost. */
function isThousands(text: string, comma: number, end: number): boolean {
  let digits = 0;
  while (comma + 1 + digits < end && classOf(text.charCodeAt(comma + 1 + digits)) === digit) digits++;
  return digits === thousands;
}

/** A dash is a minus when it stands right before the number and after nothing that could begin a range. */
function isMinus(text: string, at: number, start: number, tokens: Tokens, vocabulary: Vocabulary): boolean {
  if (at - 1 < start || !/[-−–]/.test(text.charAt(at - 1))) return false;
  if (at - 2 >= start && !/[\s(]/.test(text.charAt(at - 2))) return false;
  const last = tokens.ids.at(-1);
  return last === undefined || vocabulary.kinds[last] === wordToken || vocabulary.kinds[last] === punctuationToken;
}

const plain = /^[a-z]+$/;

function normalWord(printed: string): string {
  const lower = printed.toLowerCase();
  if (plain.test(lower)) return lower;
  // Ligatures and full-width forms are unfolded; accents above and below letters go, vowel signs of other scripts stay.
  return lower
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’‘ʼ`\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .normalize('NFC');
}

function normalNumber(printed: string): string {
  const western = printed.replace(/[^0-9.,]/g, (found) => (/\p{Nd}/u.test(found) ? String(decimalValue(found)) : found));
  return /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(western) ? western.replaceAll(',', '') : western;
}

/** Unicode keeps the ten digits of a script together, zero first. */
function decimalValue(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
  return code - zero;
}

function unified(character: string): string {
  if (/["“”„«»‹›'’‘‚`´]/.test(character)) return '"';
  return character === '…' ? '.' : character;
}

/**
 * The passage without spaces and punctuation: equal keys mean the same words, however they were broken, joined or printed.
 * Numbers are set off, so that "12 3" and "1 23" differ.
 */
export function matchingKey(ids: readonly number[], vocabulary: Vocabulary): string {
  let key = '';
  for (const id of ids) {
    const kind = vocabulary.kinds[id];
    if (kind === punctuationToken) continue;
    key += kind === numberToken ? `#${vocabulary.words[id]}#` : vocabulary.words[id];
  }
  return key;
}

/** The letters and digits alone, to tell whether two stretches differ in more than where they are broken. */
export function lettersOf(ids: readonly number[], vocabulary: Vocabulary): string {
  return ids.map((id) => (vocabulary.kinds[id] === punctuationToken ? '' : vocabulary.words[id])).join('');
}
