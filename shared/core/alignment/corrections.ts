// Rules about pairs that stand above likeness: what an analyst decided by hand, and places that every edition has once. They are
// kept by the words of the passages, so they hold for every comparison of the same editions; it stores nothing.

import { isApart, take, type MatchingState } from './matching-state.ts';
import { Vocabulary } from './normal-form.ts';
import { prepareEdition, type EditionText, type Passage } from './passage.ts';

/** `paired`: one continues the other. `same`: and says the same, whatever words differ. `apart`: they are not each other's. */
export const pairVerdicts = ['paired', 'same', 'apart'] as const;
export type PairVerdict = (typeof pairVerdicts)[number];

/** A passage by its words: its normal form, and which of those with equal words it is, counted from 0 in reading order. */
export type PassageReference = { key: string; occurrence: number };

/** `older` and `newer` hold one passage, or one of them several when a sentence was split or joined. `id` is the caller's. */
export type PairRule = { id: string; verdict: PairVerdict; older: PassageReference[]; newer: PassageReference[] };

/** The rule with the keys of the editions it speaks of; it holds in either order. */
export type EditionRule = PairRule & { olderEdition: string; newerEdition: string };

/** The rules between two editions, with their sides in this order. */
export function rulesBetween(rules: readonly EditionRule[], older: string, newer: string): PairRule[] {
  return rules.flatMap(({ olderEdition, newerEdition, ...rule }): PairRule[] => {
    if (olderEdition === older && newerEdition === newer) return [rule];
    return olderEdition === newer && newerEdition === older ? [{ ...rule, older: rule.newer, newer: rule.older }] : [];
  });
}

/** The passages that begin at these offsets into the edition's text, as rules name them; null in the place of one that is not there. */
export function referencesAt(edition: EditionText, starts: readonly number[]): ((PassageReference & { start: number; end: number }) | null)[] {
  const { passages } = prepareEdition(edition, new Vocabulary());
  return starts.map((start) => {
    const found = passages.find((passage) => passage.start === start);
    if (!found) return null;
    const occurrence = passages.filter((passage) => passage.key === found.key && passage.index < found.index).length;
    return { key: found.key, occurrence, start: found.start, end: found.end };
  });
}

/**
 * Takes what rules pair and notes what they hold apart. Rules are given newest first; one that contradicts a newer one, or whose
 * words an edition does not have any more, is passed over.
 */
export function applyRules(state: MatchingState, rules: readonly PairRule[]): void {
  if (rules.length === 0) return;
  const olderByKey = Map.groupBy(state.older.passages, (passage) => passage.key);
  const newerByKey = Map.groupBy(state.newer.passages, (passage) => passage.key);
  for (const { id, verdict, older, newer } of rules) {
    const from = indicesOf(older, olderByKey);
    const to = indicesOf(newer, newerByKey);
    if (!from || !to) continue;
    if (verdict === 'apart') holdApart(state, id, from, to);
    else if (Math.min(from.length, to.length) === 1 && !isApart(state, from, to) && !isTaken(state, from, to)) take(state, { older: from, newer: to, confidence: 1, equal: false, rule: { id, verdict } });
  }
}

function holdApart(state: MatchingState, id: string, older: readonly number[], newer: readonly number[]): void {
  if (state.matches.some((match) => match.older.some((index) => older.includes(index)) && match.newer.some((index) => newer.includes(index)))) return;
  for (const index of older) state.apart.set(index, new Set([...(state.apart.get(index) ?? []), ...newer]));
  for (const index of older) state.heldOlder.set(index, [...(state.heldOlder.get(index) ?? []), id]);
  for (const index of newer) state.heldNewer.set(index, [...(state.heldNewer.get(index) ?? []), id]);
}

function isTaken(state: MatchingState, older: readonly number[], newer: readonly number[]): boolean {
  return older.some((index) => state.takenOlder[index]) || newer.some((index) => state.takenNewer[index]);
}

/** Positions in reading order; null when one is missing. An edition with fewer passages of these words gives its last one. */
function indicesOf(references: readonly PassageReference[], byKey: ReadonlyMap<string, Passage[]>): number[] | null {
  const found = references.map(({ key, occurrence }) => {
    const equal = byKey.get(key);
    return (equal?.[occurrence] ?? equal?.at(-1))?.index;
  });
  const known = found.filter((index) => index !== undefined);
  return known.length > 0 && known.length === references.length ? [...new Set(known)].toSorted((one, other) => one - other) : null;
}

/** Pairs the passages that bear the same landmark in both editions, when nothing has paired them and both are of one kind. */
export function matchLandmarks(state: MatchingState): void {
  for (const landmark of state.older.edition.landmarks ?? []) {
    const other = state.newer.edition.landmarks?.find(({ name }) => name === landmark.name);
    const from = passageAt(state.older.passages, landmark.start);
    const to = other && passageAt(state.newer.passages, other.start);
    if (!from || !to || from.kind !== to.kind || isTaken(state, [from.index], [to.index]) || isApart(state, [from.index], [to.index])) continue;
    take(state, { older: [from.index], newer: [to.index], confidence: 1, equal: false });
  }
}

function passageAt(passages: readonly Passage[], offset: number): Passage | undefined {
  return passages.find(({ start, end }) => start <= offset && offset < end);
}
