// Finds countries by name or code, and in running text, with a table handed in (resources/countries.json).
// It leaves a bare "Congo" or "Korea" undecided, and takes an adjective only where it speaks of the state ("the Kazakh government").

import { namesCountry, speaksOfCountry } from './country-context.ts';
import type { TextRange } from './document.ts';

export type CountryEntry = {
  /** ISO 3166-1 alpha-3; XKX for Kosovo, which ISO leaves to its users. */
  iso3: string;
  iso2: string;
  /** The name Annals shows. */
  name: string;
  /** Other names and spellings, former names, names in other languages. */
  aliases: string[];
  /** English adjectives that belong to this country alone; "Congolese" and "Korean" belong to two. */
  adjectives?: string[];
};

export type CountryTable = {
  countries: CountryEntry[];
  /** Names that contain a country's name, or look like one, and mean something else: "New Mexico", "Niger Delta". */
  notCountries: string[];
};

export type Country = { iso3: string; name: string };
export type CountryMention = TextRange & Country;

export type CountryFinder = {
  /** The country of this name, whatever its case, accents and apostrophes; null when there is none or it is not clear. */
  byName: (name: string) => Country | null;
  /** By ISO 3166-1 alpha-3, in any case; XKK is read as Kosovo's XKX. */
  byIso3: (code: string) => Country | null;
  /** Every mention in order of appearance, the longest name winning. Offsets are UTF-16 code units. */
  inText: (text: string) => CountryMention[];
  /** The same with adjectives that speak of the state: "the Kazakh government", "Ghanaian law". */
  spokenOf: (text: string) => CountryMention[];
};

/** One letter of a name on the way to longer names. */
type Step = {
  next: Map<string, Step>;
  /** A name ends here: its country, or null when it is a name of something else. */
  name: { country: Country | null; exact: string | null } | null;
  /** A name whose last word takes case endings ends here ("Казахстан" + "а"). */
  stem: Country | null;
};

/** "US" and "UAE" are written in capitals; "us" and "Us" are words. */
const acronym = /^[A-Z][A-Z.]{0,4}$/;
/** Endings of Russian cases are at most two letters once a final vowel is taken off; a shorter stem would match words. */
const inflecting = /^\p{Script=Cyrillic}{5,}$/u;
const finalVowel = /[аяийьы]$/;
const longestEnding = 2;
/** Arabic writes "and", "in", "for", "so", "as" together with the next word. */
const arabicPrefix = /[وبلفك]/;

export function countryFinder(table: CountryTable): CountryFinder {
  const root = step();
  const adjectiveRoot = step();
  const byCode = new Map<string, Country>();
  const names = new Map<string, Country>();
  for (const { iso3, name, aliases, adjectives } of table.countries) {
    const country = { iso3, name };
    byCode.set(iso3, country);
    for (const spelling of [name, ...aliases]) {
      const folded = fold(spelling);
      if (!names.has(folded)) names.set(folded, country);
      addName(root, spelling, country);
      for (const misread of misreadings(spelling)) addMisreading(root, misread, country);
    }
    for (const adjective of adjectives ?? []) addName(adjectiveRoot, adjective, country);
  }
  for (const spelling of table.notCountries) addName(root, spelling, null);

  return {
    byName: (name) => names.get(fold(name.trim())) ?? null,
    byIso3: (code) => {
      const capitals = code.trim().toUpperCase();
      return byCode.get(capitals === 'XKK' ? 'XKX' : capitals) ?? null;
    },
    inText: (text) => mentions(root, text),
    spokenOf: (text) => {
      const named = mentions(root, text);
      const spoken = mentions(adjectiveRoot, text).filter(({ start, end }) => speaksOfCountry(text, end) && !named.some((name) => name.start < end && start < name.end));
      return [...named, ...spoken].sort((one, other) => one.start - other.start);
    },
  };
}

function step(): Step {
  return { next: new Map(), name: null, stem: null };
}

function addName(root: Step, spelling: string, country: Country | null): void {
  place(root, fold(spelling)).name = { country, exact: acronym.test(spelling) ? spelling : null };
  if (country && inflecting.test(spelling)) place(root, fold(spelling.replace(finalVowel, ''))).stem = country;
}

/** Names shorter than this are too near to other words once a letter is misread. */
const shortestMisread = 4;

/** How scanning misreads a name in Latin letters: a capital I as l, 1 or |, an l within as 1, an m as rn. */
function misreadings(spelling: string): string[] {
  if (spelling.length < shortestMisread || !/^[\p{Script=Latin}\s'-]+$/u.test(spelling) || acronym.test(spelling)) return [];
  const initial = ['l', '1', '|'].map((read) => spelling.replace(/(?<!\p{L})I(?=\p{Ll})/gu, read));
  const inner = [spelling.replaceAll(/(?<=\p{Ll})l/gu, '1'), spelling.replaceAll(/(?<=\p{Ll})i(?=\p{Ll})/gu, '1'), spelling.replaceAll(/(?<=\p{L})m/gu, 'rn')];
  return [...initial, ...inner].filter((read) => read !== spelling);
}

/** A real name always comes before a misreading of another. */
function addMisreading(root: Step, spelling: string, country: Country): void {
  const at = place(root, fold(spelling));
  at.name ??= { country, exact: null };
}

function place(root: Step, folded: string): Step {
  let at = root;
  for (let i = 0; i < folded.length; i++) {
    const letter = folded.charAt(i);
    let next = at.next.get(letter);
    if (!next) {
      next = step();
      at.next.set(letter, next);
    }
    at = next;
  }
  return at;
}

function mentions(root: Step, text: string): CountryMention[] {
  const found: CountryMention[] = [];
  /** How often a country's name stood for something else. */
  const others = new Map<string, number>();
  let at = 0;
  while (at < text.length) {
    const first = foldLetter(text.charAt(at));
    if (!root.next.has(first) || !startsName(text, at)) {
      at++;
      continue;
    }
    const match = longestName(root, text, at);
    if (match?.country) {
      if (namesCountry(match.country.iso3, text, at, match.end)) found.push({ ...match.country, start: at, end: match.end });
      else others.set(match.country.iso3, (others.get(match.country.iso3) ?? 0) + 1);
    }
    at = match ? match.end : at + 1;
  }
  if (others.size === 0) return found;
  // A text that mostly means the other Georgia means it where it does not say so too.
  const counts = new Map<string, number>();
  for (const { iso3 } of found) counts.set(iso3, (counts.get(iso3) ?? 0) + 1);
  return found.filter(({ iso3 }) => (others.get(iso3) ?? 0) <= (counts.get(iso3) ?? 0));
}

function longestName(root: Step, text: string, start: number): { country: Country | null; end: number } | null {
  let best: { country: Country | null; end: number } | null = null;
  let here: Step | undefined = root;
  let at = start;
  while (here && at < text.length) {
    const letter = foldLetter(text.charAt(at));
    if (letter === '') {
      at++;
      continue;
    }
    here = here.next.get(letter);
    if (!here) break;
    at = letter === ' ' ? endOfGap(text, at) : at + 1;
    const end = endOfMarks(text, at);
    if (here.name && endsName(text, end) && (here.name.exact === null || here.name.exact === text.slice(start, end))) {
      best = { country: here.name.country, end };
    }
    if (here.stem) {
      const inflected = endOfEnding(text, end);
      if (inflected !== null) best = { country: here.stem, end: inflected };
    }
  }
  return best;
}

/** Names begin a word with a capital, or in a script that has none. */
function startsName(text: string, at: number): boolean {
  const letter = text.charAt(at);
  // A small l may be a capital I to a scanner: "lndia". No name in small letters follows it, so nothing else is found by it.
  if (letter === letter.toLowerCase() && letter !== letter.toUpperCase() && !(letter === 'l' && /^[cnrstv]/.test(text.charAt(at + 1)))) return false;
  if (at === 0 || isHan(text.charCodeAt(at))) return true;
  const before = text.charAt(at - 1);
  if (!isWordCharacter(before)) return true;
  return arabicPrefix.test(before) && (at === 1 || !isWordCharacter(text.charAt(at - 2)));
}

function endsName(text: string, end: number): boolean {
  if (end >= text.length || isHan(text.charCodeAt(end - 1))) return true;
  return !isWordCharacter(text.charAt(end));
}

function endOfEnding(text: string, end: number): number | null {
  for (let to = end; to <= end + longestEnding; to++) {
    if (endsName(text, to)) return to;
    if (!/\p{Script=Cyrillic}/u.test(text.charAt(to))) return null;
  }
  return null;
}

/** A name may be broken over a line, but not over a blank one. */
function endOfGap(text: string, at: number): number {
  let to = at + 1;
  let breaks = text.charAt(at) === '\n' ? 1 : 0;
  while (to < text.length && foldLetter(text.charAt(to)) === ' ' && to - at < 80) {
    if (text.charAt(to) === '\n' && ++breaks > 1) break;
    to++;
  }
  return to;
}

function endOfMarks(text: string, at: number): number {
  let to = at;
  while (to < text.length && isCombining(text.charCodeAt(to))) to++;
  return to;
}

function isWordCharacter(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return /[\p{L}\p{N}]/u.test(character);
}

function isCombining(code: number): boolean {
  return code >= 0x300 && code <= 0x36f;
}

function isHan(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}

function fold(name: string): string {
  let folded = '';
  for (let i = 0; i < name.length; i++) {
    const letter = foldLetter(name.charAt(i));
    if (letter !== ' ' || !folded.endsWith(' ')) folded += letter;
  }
  return folded.trim();
}

const foldedLetters = new Map<string, string>();

/** One UTF-16 unit without case and accent; '' for a combining accent; a space for every gap and hyphen. */
function foldLetter(letter: string): string {
  const known = foldedLetters.get(letter);
  if (known !== undefined) return known;
  let folded = letter;
  const code = letter.charCodeAt(0);
  if (isCombining(code)) folded = '';
  else if (/[\s\u00a0\u2010-\u2015_-]/.test(letter)) folded = ' ';
  else if (/[’‘ʼʻ`´]/.test(letter)) folded = "'";
  else if (code < 0x3000) folded = letter.normalize('NFD').charAt(0).toLowerCase().charAt(0);
  foldedLetters.set(letter, folded);
  return folded;
}
