// Words that change what a sentence claims: numbers, dates, negations, modals, stages of a law or plan, degrees. The lists are
// English, in the spelling of the normal form (lower case, no apostrophes); other languages only have their digits recognised.

import { numberToken, signToken, wordToken, type Vocabulary } from './normal-form.ts';
import type { Emphasis } from './pair.ts';

const set = (words: string) => new Set(words.split(/\s+/));

const negations = set(
  'not no nor never none neither without cannot dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt couldnt shouldnt mustnt neednt lack lacks lacked lacking fail fails failed failing failure absence unable refuse refused refuses',
);

/** Those that turn a statement round, and not only speak of something missing. */
const nots = set('not no never cannot without none nor neither dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt wont wouldnt couldnt shouldnt mustnt neednt');

/** The stronger the higher. */
const modalForce = new Map(
  Object.entries({ may: 1, might: 1, could: 1, can: 1, would: 2, should: 2, ought: 2, will: 3, shall: 4, must: 4, required: 4, requires: 4, require: 4, obliged: 4, mandatory: 4, optional: 1, voluntary: 1 }),
);

const numberWords = set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion dozen half first second third fourth fifth',
);

const months = set('january february march april may june july august september october november december');

const statuses = set(
  'draft drafted drafting drafts proposed proposal pending considered considering consideration adopted adopts adopt adoption approved approves approve approval ratified ratifies ratify ratification enacted enacts passed passes signed signs amended amends amendment amending repealed repeals revised revises launched launches established establishes created implemented implements implementing implementation suspended suspends ended expired expires completed concluded continued continues continuing resumed renewed extended acceded force effective inactive active operational planned plans finalized finalised published publishes submitted submits',
);

/** Quantities and degrees on one scale; a change along it makes the statement stronger or weaker. */
const degrees = new Map(
  Object.entries({
    no: 0, none: 0, never: 0, minimal: 1, few: 1, rarely: 1, limited: 1, insufficient: 1, inadequate: 1, decreased: 1, decrease: 1, reduced: 1, declined: 1, weakened: 1, fewer: 1, less: 1,
    some: 2, several: 2, moderate: 2, sometimes: 2, partially: 2, partly: 2, many: 3, most: 3, often: 3, generally: 3, significant: 3, substantial: 3, increased: 3, increase: 3, expanded: 3, strengthened: 3, more: 3, sufficient: 3, adequate: 3,
    all: 4, every: 4, always: 4, full: 4, fully: 4, completely: 4,
  }),
);

const functionWords = set(
  'a an the of to in on at by for from with within into onto upon as and or but nor so that which who whom whose this these those it its they their them he she his her there here be is are was were been being has have had having do does did also such including include includes included both each other another some any per via through throughout during while when where after before between among against about over under than then if because due towards toward up out off only own very more however additionally moreover furthermore addition s',
);

/** What stands in the value cells of tables beside numbers. */
const values = set('yes no unknown unavailable none n a na');

export function isValue(word: string): boolean {
  return values.has(word);
}

export function emphasisOf(id: number, vocabulary: Vocabulary): Emphasis | null {
  const kind = vocabulary.kinds[id];
  if (kind === numberToken) return 'number';
  if (kind === signToken) return /[?&#@]/.test(vocabulary.words[id] ?? '') ? null : 'number';
  if (kind !== wordToken) return null;
  const word = vocabulary.words[id] ?? '';
  if (negations.has(word)) return 'negation';
  if (modalForce.has(word)) return 'modal';
  return numberWords.has(word) ? 'number' : null;
}

export function isMonth(word: string): boolean {
  return months.has(word);
}

/** 1900 to 2099, alone or the year of a range. */
export function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/.test(word);
}

export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}

export function isStatus(word: string): boolean {
  return statuses.has(word);
}

export function isNot(word: string): boolean {
  return nots.has(word);
}

export function forceOf(word: string): number | undefined {
  return modalForce.get(word);
}

export function degreeOf(word: string): number | undefined {
  return degrees.get(word);
}
