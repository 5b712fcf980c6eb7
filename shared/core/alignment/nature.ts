// Names the change inside a reworded pair where rules can: which marks changed and of what nature it is. The rules read only the
// words removed and added; they do not understand the sentence, and say nothing (null) when they do not fit.

import { numberToken, punctuationToken, wordToken, type Tokens, type Vocabulary } from './normal-form.ts';
import type { Mark, Nature } from './pair.ts';
import type { Change } from './word-difference.ts';
import { degreeOf, emphasisOf, forceOf, isFunctionWord, isMonth, isStatus, isYear } from './word-kinds.ts';

/** A pair's changes with both token lists. In a table row a value that changed its column counts as changed. */
export type ChangedPair = { older: Tokens; newer: Tokens; changes: Change[]; row: boolean };

export type Named = { marks: Mark[]; numbersOnly: boolean; nature: Nature | null };

/** A substitution made in at least this many pairs of two editions is the editors' style, not news. */
const massSubstitution = 3;
/** A part of this many content words more or less changes what is said. */
const substantialPart = 3;

/** Names all changed pairs of two editions together, because what happens in many of them is house style. */
export function nameChanges(pairs: readonly ChangedPair[], vocabulary: Vocabulary): Named[] {
  const substitutions = pairs.map((pair) => substitutionsOf(pair, vocabulary));
  const counts = new Map<string, number>();
  for (const found of substitutions) for (const key of new Set(found)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return pairs.map((pair, index) => {
    const houseStyle = (substitutions[index] ?? []).map((key) => (counts.get(key) ?? 0) >= massSubstitution);
    return name(pair, houseStyle, vocabulary);
  });
}

/** Removed stretches with what stands in their place, one key each. */
function substitutionsOf({ older, newer, changes }: ChangedPair, vocabulary: Vocabulary): string[] {
  const stems = (tokens: Tokens, range: [number, number]) =>
    words(tokens, range, vocabulary)
      .map((word) => vocabulary.words[vocabulary.stems[vocabulary.id(word, kindOf(word))] ?? 0])
      .join(' ');
  return replacements(changes).map(({ removed, added }) => `${stems(older, removed)}\n${stems(newer, added)}`);
}

type Replacement = { removed: [number, number]; added: [number, number] };

function replacements(changes: readonly Change[]): Replacement[] {
  const found: Replacement[] = [];
  changes.forEach((change, index) => {
    if (change.kind === 'removed') {
      const next = changes[index + 1];
      found.push({ removed: change.older, added: next?.kind === 'added' ? next.newer : [0, 0] });
    } else if (change.kind === 'added' && changes[index - 1]?.kind !== 'removed') found.push({ removed: [0, 0], added: change.newer });
  });
  return found;
}

function words(tokens: Tokens, [from, to]: [number, number], vocabulary: Vocabulary): string[] {
  return tokens.ids
    .slice(from, to)
    .filter((id) => vocabulary.kinds[id] !== punctuationToken)
    .map((id) => vocabulary.words[id] ?? '');
}

/** What left and what came, after taking away what did both (a word that only changed its place). */
type Exchange = { removed: string[]; added: string[] };

function exchange(pair: ChangedPair, vocabulary: Vocabulary, skip: readonly boolean[] = []): Exchange {
  const parts = replacements(pair.changes).filter((_, index) => !skip[index]);
  const removed = parts.flatMap((part) => words(pair.older, part.removed, vocabulary));
  const added = parts.flatMap((part) => words(pair.newer, part.added, vocabulary));
  return pair.row ? { removed, added } : { removed: without(removed, added), added: without(added, removed) };
}

function without(list: readonly string[], other: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of other) counts.set(word, (counts.get(word) ?? 0) + 1);
  return list.filter((word) => {
    const count = counts.get(word) ?? 0;
    if (count > 0) counts.set(word, count - 1);
    return count === 0;
  });
}

function name(pair: ChangedPair, houseStyle: readonly boolean[], vocabulary: Vocabulary): Named {
  const all = exchange(pair, vocabulary);
  const changed = [...all.removed, ...all.added];
  const emphasis = (word: string) => emphasisOf(vocabulary.id(word, kindOf(word)), vocabulary);
  const isNumeric = (word: string) => emphasis(word) === 'number' || isMonthOf(word, pair, vocabulary);
  const marks = new Set<Mark>();
  for (const word of changed) {
    if (isMonthOf(word, pair, vocabulary) || isYear(word)) marks.add('date');
    else if (emphasis(word) === 'number') marks.add('number');
    else if (emphasis(word) === 'negation') marks.add('negation');
    else if (emphasis(word) === 'modal') marks.add('modal');
  }
  const numbersOnly = changed.length > 0 && changed.every(isNumeric);
  return { marks: order.filter((mark) => marks.has(mark)), numbersOnly, nature: numbersOnly ? 'value' : natureOf(pair, all, houseStyle, marks, isNumeric, vocabulary) };
}

const order: readonly Mark[] = ['number', 'negation', 'modal', 'date'];

function natureOf(pair: ChangedPair, all: Exchange, houseStyle: readonly boolean[], marks: ReadonlySet<Mark>, isNumeric: (word: string) => boolean, vocabulary: Vocabulary): Nature | null {
  // Style does not explain away a negation or a modal, however often it was changed.
  const meaning = marks.has('negation') || marks.has('modal') ? all : exchange(pair, vocabulary, houseStyle);
  const content = (list: readonly string[]) => list.filter((word) => !isFunctionWord(word) && !isNumeric(word));
  const stems = (list: readonly string[]) => list.map((word) => vocabulary.words[vocabulary.stems[vocabulary.id(word, kindOf(word))] ?? 0] ?? word);
  const removed = content(meaning.removed);
  const added = content(meaning.added);
  const numeric = marks.has('number') || marks.has('date');
  const newStems = without(stems(added), stems(removed));
  const oldStems = without(stems(removed), stems(added));

  const direction = directionOf(meaning);
  if (direction !== null) return direction;
  if (meaning.removed.some(isStatus) || meaning.added.some(isStatus)) {
    if (without(stems(meaning.removed.filter(isStatus)), stems(meaning.added.filter(isStatus))).length + without(stems(meaning.added.filter(isStatus)), stems(meaning.removed.filter(isStatus))).length > 0) return 'status';
  }
  if (newStems.length === 0 && oldStems.length === 0) return numeric ? 'value' : 'cosmetic';
  if (newStems.length >= substantialPart && oldStems.length <= newStems.length / 4) return 'added';
  if (oldStems.length >= substantialPart && newStems.length <= oldStems.length / 4) return 'removed';
  return null;
}

/** Negations, modals and degrees: does the newer wording claim less or more? Null when nothing of the kind changed, or both ways. */
function directionOf({ removed, added }: Exchange): 'weakened' | 'strengthened' | null {
  const negation = countNegations(added) - countNegations(removed);
  const modal = highest(added, forceOf) - highest(removed, forceOf);
  const degree = hasBoth(removed, added, degreeOf) ? highest(added, degreeOf) - highest(removed, degreeOf) : 0;
  const signs = [-negation, hasAny(removed, added, forceOf) ? modal : 0, degree].filter((value) => value !== 0);
  if (signs.length === 0) return null;
  if (signs.every((value) => value < 0)) return 'weakened';
  return signs.every((value) => value > 0) ? 'strengthened' : null;
}

function countNegations(list: readonly string[]): number {
  return list.filter((word) => /^(?:not|no|never|cannot|without|none|nor|neither|\w+nt)$/.test(word) && !/(?:ment|ant|ent)$/.test(word)).length;
}

/** A statement without a modal is a plain assertion: stronger than "may", weaker than "must". */
const plainAssertion = 2.5;

function highest(list: readonly string[], scale: (word: string) => number | undefined): number {
  const values = list.map(scale).filter((value) => value !== undefined);
  return values.length === 0 ? plainAssertion : Math.max(...values);
}

function hasAny(removed: readonly string[], added: readonly string[], scale: (word: string) => number | undefined): boolean {
  return [...removed, ...added].some((word) => scale(word) !== undefined);
}

function hasBoth(removed: readonly string[], added: readonly string[], scale: (word: string) => number | undefined): boolean {
  return removed.some((word) => scale(word) !== undefined) && added.some((word) => scale(word) !== undefined);
}

function kindOf(word: string): number {
  return /^-?\p{Nd}/u.test(word) ? numberToken : wordToken;
}

/** "may" and "march" are months only beside a number. */
function isMonthOf(word: string, pair: ChangedPair, vocabulary: Vocabulary): boolean {
  if (!isMonth(word)) return false;
  if (word !== 'may' && word !== 'march') return true;
  return [pair.older, pair.newer].some(({ ids }) =>
    ids.some((id, at) => vocabulary.words[id] === word && [ids[at - 1], ids[at + 1]].some((beside) => beside !== undefined && vocabulary.kinds[beside] === numberToken)),
  );
}
