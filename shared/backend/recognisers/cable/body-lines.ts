// Says of each line of a cable's body what it is: start of a numbered paragraph, bullet, rule, heading, table row, closing mark or plain text.

import type { TextRange } from '../../../core/document.ts';
import { CLASSIFICATION_WORDS, MARK } from './marking.ts';
import { linesOf } from './source.ts';
import type { Line } from './source.ts';

/** The number and portion mark in front of a paragraph, with places; the text begins at textStart. */
export type Opening = { number: number; numberRange: TextRange; mark: (TextRange & { text: string }) | null; strong: boolean; textStart: number };

const NUMBER = /^\s{0,40}(¶\s?)?(\d{1,3})( ?[.)](?!\d)|(?=\s?\())?\s{0,8}/;
const MARKED = new RegExp(`^(\\()?(${MARK})\\)\\s{0,8}`, 'i');
const BULLET = /^\s{0,40}(?:--{1,2}|[-*•·]|o(?= [A-Z]))(?=[\s\w(])/;
/** Items of a list inside a paragraph; a number that goes on with the paragraphs is none, which is asked before. */
const NUMBERED = /^\s{0,40}\(?\d{1,2}[.)] +\S/;
const LETTERED = /^\s{0,40}(?:\(?[a-z]\)|[a-z]\.|\(?[ivx]{1,4}\)) /;
const RULE = /^[\s\-=*_#~+.|]{3,}$/;
const MARKING_ALONE = new RegExp(`^\\s*(?:${CLASSIFICATION_WORDS}|SENSITIVE BUT UNCLASSIFIED|SIPDIS|NOFORN)(?:\\/\\/[A-Z ]+)?\\s*$`);
const INLINE_RULED = /^\s*[-=*_]{3,}\s*(\S.{0,90}?)\s*[-=*_]{3,}\s*$/;
const UNDER_RULED = /^\s*(\S.{0,90}?)\s+[-=*_]{4,}\s*$/;

/** The opening of a numbered paragraph at the start of a line; null when the line has none. Whether the number is next in order is not asked here. */
export function openingOf(line: Line): Opening | null {
  const text = line.text.slice(0, 120);
  const found = NUMBER.exec(text);
  if (found === null) return null;
  const pilcrow = found[1] !== undefined;
  const numberStart = line.start + found[0].search(/\d/);
  const numberRange = { start: numberStart, end: numberStart + (found[2]?.length ?? 0) };
  let at = found[0].length;
  const marked = MARKED.exec(text.slice(at));
  let mark: Opening['mark'] = null;
  // "2. C) text" lost its first bracket; without a number before it, a lone letter and bracket would be a list item.
  if (marked !== null) {
    const start = line.start + at;
    mark = { start, end: start + marked[0].trimEnd().length, text: (marked[2] ?? '').toUpperCase().replace(/\s/g, '') };
    at += marked[0].length;
  }
  const pointed = (found[3] ?? '') !== '';
  if (!pointed && !pilcrow && mark === null) return null;
  return { number: Number(found[2]), numberRange, mark, strong: pilcrow || mark !== null, textStart: line.start + at };
}

/** A portion mark at the start of a range ("(SBU) Summary"); null when there is none. */
export function markAt(work: string, range: TextRange): (TextRange & { text: string }) | null {
  const found = MARKED.exec(work.slice(range.start, Math.min(range.end, range.start + 40)));
  if (found === null || found[1] === undefined) return null;
  return { start: range.start, end: range.start + found[0].trimEnd().length, text: (found[2] ?? '').toUpperCase().replace(/\s/g, '') };
}

export function isRule(line: Line): boolean {
  return !line.blank && RULE.test(line.text);
}

export function isMarkingAlone(line: Line): boolean {
  return line.text.length <= 90 && MARKING_ALONE.test(line.text);
}

export function startsBullet(line: Line): boolean {
  const head = line.text.slice(0, 60);
  return BULLET.test(head) || LETTERED.test(head) || NUMBERED.test(head);
}

/** Two or more wide gaps: columns, whose blanks carry the sense. */
export function isTabular(line: Line): boolean {
  const text = line.text.trimEnd();
  if (text.length > 200) return false;
  return (text.trimStart().match(/\S {3,}(?=\S)/g)?.length ?? 0) >= 2;
}

/** The words of a heading that carries its own rule ("------- Training --------"); null when the line is none. */
export function ruledHeading(line: Line): TextRange | null {
  if (line.text.length > 200) return null;
  const found = INLINE_RULED.exec(line.text) ?? UNDER_RULED.exec(line.text);
  const words = found?.[1];
  if (words === undefined || !/[A-Za-z]{3}/.test(words) || openingOf(line) !== null) return null;
  const start = line.start + line.text.indexOf(words);
  return { start, end: start + words.length };
}

/** Short, capitals or title case, no sentence: a heading when it stands alone. */
export function looksLikeHeading(text: string): boolean {
  const words = text.trim();
  if (words.length < 3 || words.length > 76 || !/[A-Za-z]{3}/.test(words) || /[.;,]$/.test(words)) return false;
  if (!/[a-z]/.test(words)) return true;
  const plain = words.split(/\s+/).filter((word) => /^[A-Za-z]/.test(word) && word.length > 3);
  return words.length <= 64 && plain.length > 0 && plain.length <= 9 && plain.every((word) => /^[A-Z]/.test(word));
}

/** Ends like a sentence or a lead-in: what follows on the next line may be something new. */
export function endsSentence(text: string): boolean {
  return /[.!?:;][)"'”’\]]{0,2}\s*$/.test(text.slice(-12));
}

/** A cable has at most a few hundred paragraphs; a line with more openings is no cable's. */
const MOST_OPENINGS = 2000;

/** A line of a copy without line breaks, cut before each number that could open a paragraph; other lines as they are. */
export function cutAtOpenings(line: Line): Line[] {
  if (line.text.length <= 200) return [line];
  const cut = new RegExp(`(?<=\\s)(?=¶?\\d{1,3}\\. ?\\((?:${MARK})\\))|(?=¶\\s?\\d{1,3}\\.)`, 'g');
  const starts = [0, ...[...line.text.matchAll(cut)].map((found) => found.index)].filter((start, index, all) => index === 0 || start !== all[index - 1]);
  if (starts.length > MOST_OPENINGS) return [line];
  return starts.flatMap((start, index) =>
    linesOf(line.text, start, starts[index + 1] ?? line.text.length).map((part) => ({ ...part, start: part.start + line.start, end: part.end + line.start })),
  );
}
