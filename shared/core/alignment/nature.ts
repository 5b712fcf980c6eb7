// Names the change inside a reworded pair where rules can: which marks changed and of what nature it is. The rules read only the
// words removed and added; they do not understand the sentence, and say nothing (null) when they do not fit.

import { punctuationToken, type Tokens, type Vocabulary } from './normal-form.ts';
import type { Mark, Nature } from './pair.ts';
import type { Change } from './word-difference.ts';
import { degreeOf, emphasisOf, forceOf, isFunctionWord, isMonth, isNot, isStatus, isValue, isYear } from './word-kinds.ts';

/** A pair's changes with both token lists. In a table row a value that changed its column counts as changed. */
export type ChangedPair = { older: Tokens; newer: Tokens; changes: Change[]; row: boolean };

export type Named = { marks: Mark[]; numbersOnly: boolean; nature: Nature | null };

/** A substitution made in at least this many pairs of two editions is the editors' style, not news. */
const massSubstitution = 3;
/** A part of this many content words more or less changes what is said. */
const substantialPart = 3;
const order: readonly Mark[] = ['number', 'negation', 'modal', 'date'];

/** Names all changed pairs of two editions together, because what happens in many of them is house style. */
export function nameChanges(pairs: readonly ChangedPair[], vocabulary: Vocabulary): Named[] {
  const replaced = pairs.map((pair) => replacementsOf(pair, vocabulary));
  const counts = new Map<string, number>();
  for (const found of replaced) for (const key of new Set(found.map((part) => part.key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return pairs.map((pair, index) => {
    const parts = replaced[index] ?? [];
    return nameOne(pair, parts, parts.filter((part) => (counts.get(part.key) ?? 0) < massSubstitution), vocabulary);
  });
}

/** A removed stretch with what stands in its place, as ids of words, numbers and signs. */
type Replacement = { removed: number[]; added: number[]; /** Equal for the same substitution in whatever inflection. */ key: string };

function replacementsOf({ older, newer, changes }: ChangedPair, vocabulary: Vocabulary): Replacement[] {
  const said = (tokens: Tokens, [from, to]: [number, number]) => tokens.ids.slice(from, to).filter((id) => vocabulary.kinds[id] !== punctuationToken);
  const stems = (ids: readonly number[]) => ids.map((id) => vocabulary.stems[id]).join(' ');
  const found: Replacement[] = [];
  const add = (removed: number[], added: number[]) => found.push({ removed, added, key: `${stems(removed)}>${stems(added)}` });
  changes.forEach((change, index) => {
    const next = changes[index + 1];
    if (change.kind === 'removed') add(said(older, change.older), next?.kind === 'added' ? said(newer, next.newer) : []);
    else if (change.kind === 'added' && changes[index - 1]?.kind !== 'removed') add([], said(newer, change.newer));
  });
  return found;
}

/** What left and what came. A word that did both only changed its place, except in a table row. */
type Exchange = { removed: number[]; added: number[] };

function exchange(parts: readonly Replacement[], row: boolean): Exchange {
  const removed = parts.flatMap((part) => part.removed);
  const added = parts.flatMap((part) => part.added);
  return row ? { removed, added } : { removed: without(removed, added), added: without(added, removed) };
}

function without(list: readonly number[], other: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const id of other) counts.set(id, (counts.get(id) ?? 0) + 1);
  return list.filter((id) => {
    const count = counts.get(id) ?? 0;
    if (count > 0) counts.set(id, count - 1);
    return count === 0;
  });
}

function nameOne(pair: ChangedPair, parts: readonly Replacement[], newsworthy: readonly Replacement[], vocabulary: Vocabulary): Named {
  const all = exchange(parts, pair.row);
  const changed = [...all.removed, ...all.added];
  const marks = new Set<Mark>();
  let numeric = 0;
  let values = 0;
  for (const id of changed) {
    const word = vocabulary.words[id] ?? '';
    const date = isYear(word) || isMonthIn(pair, id, word, vocabulary);
    const mark = date ? 'date' : emphasisOf(id, vocabulary);
    if (mark !== null) marks.add(mark);
    if (mark === 'date' || mark === 'number') numeric++;
    else if (pair.row && isValue(word)) values++;
  }
  const numbersOnly = changed.length > 0 && numeric === changed.length;
  if (changed.length > 0 && numeric + values === changed.length) return { marks: order.filter((mark) => marks.has(mark)), numbersOnly, nature: 'value' };
  // Style does not explain away a negation or a modal, however often it was changed.
  const meaning = marks.has('negation') || marks.has('modal') ? all : exchange(newsworthy, pair.row);
  return { marks: order.filter((mark) => marks.has(mark)), numbersOnly, nature: natureOf(pair, meaning, marks, vocabulary) };
}

function natureOf(pair: ChangedPair, meaning: Exchange, marks: ReadonlySet<Mark>, vocabulary: Vocabulary): Nature | null {
  const wordOf = (id: number) => vocabulary.words[id] ?? '';
  const direction = directionOf({ removed: meaning.removed.map(wordOf), added: meaning.added.map(wordOf) });
  if (direction !== null) return direction;

  const stems = (ids: readonly number[]) => ids.map((id) => vocabulary.stems[id] ?? id);
  const statusBefore = stems(meaning.removed.filter((id) => isStatus(wordOf(id))));
  const statusAfter = stems(meaning.added.filter((id) => isStatus(wordOf(id))));
  if (without(statusBefore, statusAfter).length + without(statusAfter, statusBefore).length > 0) return 'status';

  const content = (ids: readonly number[]) => stems(ids.filter((id) => !isFunctionWord(wordOf(id)) && emphasisOf(id, vocabulary) !== 'number' && !isMonthIn(pair, id, wordOf(id), vocabulary)));
  const removed = without(content(meaning.removed), content(meaning.added));
  const added = without(content(meaning.added), content(meaning.removed));
  if (added.length === 0 && removed.length === 0) return marks.has('number') || marks.has('date') ? 'value' : 'cosmetic';
  if (added.length >= substantialPart && removed.length <= added.length / 4) return 'added';
  if (removed.length >= substantialPart && added.length <= removed.length / 4) return 'removed';
  return null;
}

type WordExchange = { removed: readonly string[]; added: readonly string[] };
type Scale = (word: string) => number | undefined;

/** Negations, modals and degrees: does the newer wording claim less or more? Null when nothing of the kind changed, or both ways. */
function directionOf(words: WordExchange): 'weakened' | 'strengthened' | null {
  const negation = words.added.filter(isNot).length - words.removed.filter(isNot).length;
  const modal = [...words.removed, ...words.added].some((word) => forceOf(word) !== undefined) ? highest(words.added, forceOf) - highest(words.removed, forceOf) : 0;
  const degree = words.removed.some((word) => degreeOf(word) !== undefined) && words.added.some((word) => degreeOf(word) !== undefined) ? highest(words.added, degreeOf) - highest(words.removed, degreeOf) : 0;
  const signs = [-negation, modal, degree].filter((value) => value !== 0);
  if (signs.length === 0) return null;
  if (signs.every((value) => value < 0)) return 'weakened';
  return signs.every((value) => value > 0) ? 'strengthened' : null;
}

/** A statement without a modal is a plain assertion: stronger than "may", weaker than "must". */
const plainAssertion = 2.5;

function highest(words: readonly string[], scale: Scale): number {
  const values = words.map(scale).filter((value) => value !== undefined);
  return values.length === 0 ? plainAssertion : Math.max(...values);
}

/** "may" and "march" are months only beside a number. */
function isMonthIn(pair: ChangedPair, id: number, word: string, vocabulary: Vocabulary): boolean {
  if (!isMonth(word)) return false;
  if (word !== 'may' && word !== 'march') return true;
  const isNumber = (beside: number | undefined) => beside !== undefined && emphasisOf(beside, vocabulary) === 'number';
  return [pair.older, pair.newer].some(({ ids }) => ids.some((found, at) => found === id && (isNumber(ids[at - 1]) || isNumber(ids[at + 1]))));
}
