// Reads the TAGS line of a cable: where it ends, the codes on it, glued or misspelt ones apart, persons and free phrases, and what each means.

import type { TextRange } from '../../../core/document.ts';
import type { HeaderLabel } from './labels.ts';
import { MARK } from './marking.ts';
import { nearestUnique } from './nearest.ts';
import { BLANKED_BANNER, linesOf, upper } from './source.ts';
import { splitGlued } from './tag-split.ts';
import { personTags, tagCodes, tagEntry, tagSpellings } from './tables.ts';
import type { Country, TagKind } from './tables.ts';

/** A tag in its canonical spelling, with the place it was read from. */
export type PlacedTag = TextRange & { tag: string };

/** Distribution captions and nothing else; they stray into TAGS. */
const STRAY = new Set(['SIPDIS', 'NOFORN', 'SENSITIVE', 'NODIS', 'EXDIS', 'LIMDIS', 'STADIS']);
/** English words that are also two-letter codes: inside a phrase they are words ("TIP IN TURKEY"). */
const SMALL_WORDS = new Set(['AN', 'AS', 'AT', 'BY', 'DO', 'IN', 'IS', 'NO', 'OF', 'ON', 'SO', 'TO', 'AND', 'FOR', 'THE', 'WITH']);
/** Nouns that end a phrase of the posts' own making, and shorthand that stands alone: without commas these are the only borders. */
const PHRASE_ENDS = new Set([
  'AFFAIRS',
  'AMBASSADOR',
  'CLEARANCE',
  'ELECTIONS',
  'EXTERNAL',
  'FREEDOM',
  'INTERNAL',
  'ISSUES',
  'POLICY',
  'POLITICS',
  'RELATIONS',
  'RIGHTS',
  'SOCIETY',
]);
const WHOLE_PHRASES = new Set(['POL', 'MIL', 'LABOR', 'COUNTERTERRORISM', 'SETTLEMENTS', 'TERRORISM']);
/** "FOREIGN POL" is one phrase though POL alone is one too. */
const SHORTHAND_AFTER = new Set(['FOREIGN']);

/** A mark of the line, not a person. */
const PORTION_MARK = new RegExp(`^${MARK}$`);

type Word = TextRange & { text: string };

/** True when a word is a code by the tables or by its shape (K and three letters is a program). */
export function isTagCode(word: string): boolean {
  return tagEntry(word) !== null || tagSpellings.has(word) || /^K[A-Z]{3}$/.test(word) || /^X[A-Z]$/.test(word);
}

function looksLikeCodes(line: string): boolean {
  const words = upper(line)
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
  const certain = (word: string): boolean => isTagCode(word) || splitGlued(word) !== null;
  return words.some(certain) && words.every((word) => certain(word) || (/^[A-Z]{2}$/.test(word) && !SMALL_WORDS.has(word)));
}

/** Where the TAGS end: at a label, a bracketed line, a blank line that follows no comma; a line of codes only, or of capitals before a label, goes on. */
export function tagsRange(work: string, label: HeaderLabel, labels: readonly HeaderLabel[], limit: number): TextRange {
  const next = labels.find((other) => other.start >= label.valueStart && other.kind !== 'tags');
  const stop = Math.min(limit, next?.start ?? limit);
  let end = label.valueStart;
  let before = '';
  const lines = linesOf(work, label.valueStart, stop);
  for (const [index, line] of lines.entries()) {
    if (line.blank) {
      if (index === 0 || before.endsWith(',') || line.text.length >= BLANKED_BANNER) continue;
      break;
    }
    const text = line.text.trim();
    const open = (before.match(/\(/g)?.length ?? 0) > (before.match(/\)/g)?.length ?? 0);
    const lastBeforeLabel = next !== undefined && lines.slice(index + 1).every((later) => later.blank);
    const continues =
      before === '' ||
      before.endsWith(',') ||
      open ||
      looksLikeCodes(text) ||
      (lastBeforeLabel && /^[A-Z][A-Z /-]{1,40}$/.test(text) && text.split(' ').length <= 4);
    if (!continues || (before !== '' && text.startsWith('('))) break;
    end = line.end;
    before = text;
  }
  return { start: label.valueStart, end };
}

function words(text: string, offset: number): Word[] {
  const found: Word[] = [];
  for (const word of text.matchAll(/[^\s,;]+/g)) {
    const trimmedWord = word[0].replace(/[.:]+$/, '');
    if (trimmedWord === '' || STRAY.has(trimmedWord)) continue;
    const start = offset + word.index;
    found.push({ text: trimmedWord, start, end: start + trimmedWord.length });
  }
  return found;
}

/** A person's name as cables tag it: last name, comma, the rest. */
function personName(names: readonly string[]): string {
  const joined = names.join(' ');
  const listed = personTags.get(joined);
  if (listed !== undefined) return listed;
  return names.length < 2 ? joined : `${names[0] ?? ''}, ${names.slice(1).join(' ')}`;
}

function spanOf(items: readonly Word[]): TextRange {
  return { start: items[0]?.start ?? 0, end: items.at(-1)?.end ?? 0 };
}

/** Splits a run of words that are no codes into persons and phrases. */
function phrases(run: readonly Word[], afterVisitor: boolean): PlacedTag[] {
  const tags: PlacedTag[] = [];
  let phrase: Word[] = [];
  const close = (): void => {
    if (phrase.length === 0) return;
    const text = phrase.map((word) => word.text).join(' ');
    const person = afterVisitor && tags.length === 0 && phrase.length >= 2 && phrase.length <= 4 && phrase.every((word) => /^[A-Z'’.-]+$/.test(word.text));
    tags.push({ tag: person ? personName(phrase.map((word) => word.text)) : text, ...spanOf(phrase) });
    phrase = [];
  };
  for (let index = 0; index < run.length; index += 1) {
    const word = run[index];
    const next = run[index + 1];
    if (word === undefined) continue;
    const pair = next === undefined ? '' : `${word.text} ${next.text}`;
    const known = personTags.get(pair) ?? tagSpellings.get(pair) ?? (tagEntry(pair) === null ? undefined : pair);
    if (known !== undefined && next !== undefined) {
      close();
      tags.push({ tag: known, ...spanOf([word, next]) });
      index += 1;
      continue;
    }
    if (WHOLE_PHRASES.has(word.text) && !SHORTHAND_AFTER.has(phrase.at(-1)?.text ?? '')) {
      close();
      tags.push({ tag: word.text, start: word.start, end: word.end });
      continue;
    }
    phrase.push(word);
    const ends = WHOLE_PHRASES.has(word.text) || (PHRASE_ENDS.has(word.text) && phrase.length > 1);
    if (ends) close();
  }
  close();
  return tags;
}

/** The codes a word stands for: itself, its listed spelling, or the parts it is glued from; null when it is a plain word. */
function codesOf(word: Word): PlacedTag[] | null {
  const spelling = tagSpellings.get(word.text);
  if (spelling !== undefined) return [{ tag: spelling, start: word.start, end: word.end }];
  if (isTagCode(word.text)) return [{ tag: word.text, start: word.start, end: word.end }];
  const strokes = word.text.split('/');
  if (strokes.length > 1 && strokes.every(isTagCode)) {
    let at = word.start;
    return strokes.map((tag) => {
      const start = at;
      at += tag.length + 1;
      return { tag, start, end: start + tag.length };
    });
  }
  const parts = splitGlued(word.text);
  if (parts === null) return null;
  return parts.map((part) => ({ tag: tagSpellings.get(part.tag) ?? part.tag, start: word.start + part.start, end: word.start + part.end }));
}

/** Codes, persons and phrases of one stretch between commas, in order. visitor: the tag before it was OVIP. */
function tagsBetweenCommas(items: readonly Word[], visitor: boolean): PlacedTag[] {
  const tags: PlacedTag[] = [];
  let run: Word[] = [];
  const close = (): void => {
    const afterVisitor = tags.length === 0 ? visitor : tags.at(-1)?.tag === 'OVIP';
    tags.push(...phrases(run, afterVisitor));
    run = [];
  };
  for (const [index, word] of items.entries()) {
    const next = items[index + 1];
    const insidePhrase = SMALL_WORDS.has(word.text) && run.length > 0 && next !== undefined && codesOf(next) === null;
    const glued = /^(.*(?:RIGHTS|AFFAIRS|POLITICS))(POLMIL|POL|MIL)$/.exec(word.text);
    const codes = insidePhrase ? null : codesOf(word);
    if (glued !== null && codes === null) {
      const border = word.start + (glued[1]?.length ?? 0);
      run.push({ text: glued[1] ?? '', start: word.start, end: border });
      close();
      tags.push(
        ...(splitGlued(glued[2] ?? '') ?? [{ tag: glued[2] ?? '', start: 0, end: glued[2]?.length ?? 0 }]).map((part) => ({
          tag: part.tag,
          start: border + part.start,
          end: border + part.end,
        })),
      );
    } else if (codes === null) run.push(word);
    else {
      close();
      tags.push(...codes);
    }
  }
  close();
  return tags;
}

/** The tags of a range of the working copy: upper case, each once, in order, persons as "LAST, FIRST". */
export function readTags(work: string, range: TextRange): PlacedTag[] {
  const text = upper(work.slice(range.start, range.end));
  const tags: PlacedTag[] = [];
  // Brackets hold persons; commas inside them do not divide tags.
  for (const piece of text.matchAll(/\(([^()]{0,200})\)?|[^,;()]+/g)) {
    const start = range.start + piece.index;
    if (piece[0].startsWith('(')) {
      if (PORTION_MARK.test(piece[1] ?? '')) continue;
      for (const name of (piece[1] ?? '').matchAll(/[^;]+/g)) {
        const person = name[0].replace(/\s+/g, ' ').trim();
        if (person === '') continue;
        const full = person.includes(',') ? person.replace(/ ?, ?/, ', ') : personName(person.split(' '));
        tags.push({ tag: full, start: start + 1 + name.index, end: start + 1 + name.index + name[0].length });
      }
      continue;
    }
    const found = tagsBetweenCommas(words(piece[0], start), tags.at(-1)?.tag === 'OVIP');
    // OVIP, LAST, FIRST: the comma of the name divides two single unknown words.
    const [single] = found;
    const last = tags.at(-1);
    if (
      found.length === 1 &&
      single !== undefined &&
      last !== undefined &&
      tags.at(-2)?.tag === 'OVIP' &&
      isPlainWord(last.tag) &&
      isPlainWord(single.tag.replace(/ [A-Z]\.?$/, ''))
    ) {
      tags[tags.length - 1] = { tag: `${last.tag}, ${single.tag}`, start: last.start, end: single.end };
    } else tags.push(...found);
  }
  const seen = new Set<string>();
  return tags.filter((tag) => !seen.has(tag.tag) && seen.add(tag.tag).size > 0);
}

function isPlainWord(tag: string): boolean {
  return /^[A-Z'’-]{3,}$/.test(tag) && !isTagCode(tag);
}

/** The kind of a tag, by the tables first and by its shape after that. */
export function tagKind(tag: string): TagKind {
  const code = upper(tag.trim());
  const entry = tagEntry(code);
  if (entry !== null) return entry.kind;
  if (/^[^,]+, .+$/.test(code)) return 'person';
  if (/^[A-Z]{2}$/.test(code)) return 'geo';
  if (/^K[A-Z]{3}$/.test(code)) return 'program';
  if (/^[ABCEMOPST][A-Z]{3}$/.test(code) && !WHOLE_PHRASES.has(code)) return 'subject';
  return /^[A-Z0-9&'’/-]{2,12}$/.test(code) && !WHOLE_PHRASES.has(code) ? 'organization' : 'phrase';
}

/** What a tag means in plain words; null when the tables do not say. */
export function tagMeaning(tag: string): string | null {
  return tagEntry(tag)?.meaning ?? null;
}

/** The one known code a letter away from a tag the tables do not list: a suggestion only; null when there is none or several. */
export function tagSuggestion(tag: string): string | null {
  return /^[A-Z]{4,7}$/.test(tag) && !isTagCode(tag) ? nearestUnique(tag, tagCodes, 1) : null;
}

/** The countries named by geographic tags, each once. */
export function countriesOf(tags: readonly string[]): Country[] {
  const countries = tags.flatMap((tag) => tagEntry(tag)?.country ?? []);
  return countries.filter((country, index) => countries.findIndex((other) => other.iso3 === country.iso3) === index);
}
