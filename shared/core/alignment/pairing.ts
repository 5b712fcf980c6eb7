// From matched passages to the pairs an analyst reads: class, differences, name of the change, order. It decides neither who
// belongs to whom nor what moved.

import type { TextRange } from '../document.ts';
import type { OnShare } from './candidates.ts';
import type { PairRule } from './corrections.ts';
import type { Match } from './matching-state.ts';
import { matchPassages } from './matching.ts';
import { movedMatches } from './moves.ts';
import { nameChanges, type Named } from './nature.ts';
import { punctuationToken, type Tokens, type Vocabulary } from './normal-form.ts';
import { noCounts, type AlignedPair, type Alignment, type PairClass, type SectionReference } from './pair.ts';
import type { Passage, PreparedEdition } from './passage.ts';
import { mapSections, sectionReferences } from './section-map.ts';
import { rowChanges, wordDifferences, type Change } from './word-difference.ts';

/** Aligns two editions prepared with one vocabulary. Rules, newest first, stand above likeness. */
export function alignPrepared(older: PreparedEdition, newer: PreparedEdition, vocabulary: Vocabulary, rules: readonly PairRule[] = [], onShare?: OnShare): Alignment {
  const sections = mapSections(older.edition.sections, newer.edition.sections, vocabulary);
  const { matches, nearestOlder, nearestNewer, heldOlder, heldNewer } = matchPassages(older, newer, sections, vocabulary, rules, onShare);
  const isRuled = rules.length > 0;
  const ruled = (from: readonly number[], to: readonly number[], own?: string) => {
    if (!isRuled) return {};
    const ids = new Set([...(own === undefined ? [] : [own]), ...from.flatMap((index) => heldOlder.get(index) ?? []), ...to.flatMap((index) => heldNewer.get(index) ?? [])]);
    return ids.size > 0 ? { rules: [...ids] } : {};
  };
  const moved = movedMatches(matches, older, newer, sections);
  const references = { older: sectionReferences(older.edition.sections), newer: sectionReferences(newer.edition.sections) };
  const drafts = matches.map((match, index) => draftPair(match, moved[index] ?? false, older, newer, vocabulary));
  const named = nameChanges(
    drafts.filter((draft) => draft.changes.length > 0),
    vocabulary,
  );

  let next = 0;
  const pairs: (AlignedPair & { at: number })[] = drafts.map((draft, index) => {
    const match = matches[index];
    const first = newer.passages[match?.newer[0] ?? 0];
    const name: Named = draft.changes.length > 0 ? (named[next++] ?? unnamed) : unnamed;
    const differences = draft.changes.length > 0 ? wordDifferences(draft.changes, { text: older.edition.text, range: spanning(draft.olderRanges), tokens: draft.older }, { text: newer.edition.text, range: spanning(draft.newerRanges), tokens: draft.newer }, vocabulary) : [];
    return { class: draft.class, confidence: draft.changes.length === 0 ? 1 : rounded(match?.confidence ?? 0), section: reference(references.newer, first), older: draft.olderRanges, newer: draft.newerRanges, differences, ...name, ...ruled(match?.older ?? [], match?.newer ?? [], match?.rule?.id), at: first?.index ?? 0 };
  });
  for (const passage of alone(newer.passages, matches, 'newer')) {
    pairs.push({ ...emptyPair, class: 'new', confidence: rounded(1 - (nearestNewer[passage.index] ?? 0)), section: reference(references.newer, passage), newer: [rangeOf(passage)], ...ruled([], [passage.index]), at: passage.index });
  }
  const goneAt = placesOfGone(matches, moved, older.passages.length);
  for (const passage of alone(older.passages, matches, 'older')) {
    pairs.push({ ...emptyPair, class: 'gone', confidence: rounded(1 - (nearestOlder[passage.index] ?? 0)), section: reference(references.older, passage), older: [rangeOf(passage)], ...ruled([passage.index], []), at: goneAt[passage.index] ?? 0 });
  }
  // Equal places are those of gone passages behind the passage they followed: the sort keeps their order.
  const ordered = pairs.toSorted((one, other) => one.at - other.at).map(({ at: _, ...pair }) => pair);
  const counts = noCounts();
  for (const pair of ordered) counts[pair.class]++;
  return { pairs: ordered, counts };
}

const unnamed: Named = { numbersOnly: false, marks: [], nature: null };
const emptyPair = { older: [], newer: [], differences: [], ...unnamed } satisfies Partial<AlignedPair>;

type Draft = { class: PairClass; olderRanges: TextRange[]; newerRanges: TextRange[]; older: Tokens; newer: Tokens; changes: Change[]; row: boolean };

function draftPair(match: Match, moved: boolean, older: PreparedEdition, newer: PreparedEdition, vocabulary: Vocabulary): Draft {
  const from = match.older.map((index) => older.passages[index]).filter((passage) => passage !== undefined);
  const to = match.newer.map((index) => newer.passages[index]).filter((passage) => passage !== undefined);
  const draft = { olderRanges: from.map(rangeOf), newerRanges: to.map(rangeOf), older: joinedTokens(from), newer: joinedTokens(to), row: to[0]?.kind === 'row' };
  const many = match.older.length + match.newer.length > 2;
  if (match.rule?.verdict === 'same') return { ...draft, class: moved ? 'moved' : 'same', changes: [] };
  // The same signs in the same order: only the place where one sentence ends was lost or found.
  const equal = match.equal && (!many || equalNumbers(draft.older.ids, draft.newer.ids));
  if (equal) return { ...draft, class: moved ? 'moved' : 'same', changes: [] };
  const changes = rowChanges(draft.older.ids, draft.newer.ids, from[0]?.cellEnds ?? [], to[0]?.cellEnds ?? [], vocabulary);
  if (many) return { ...draft, class: match.newer.length > 1 ? 'split' : 'joined', changes };
  // A pair found by name or likeness may turn out to differ only in what is never a change.
  if (!changes.some((change) => change.kind !== 'same' && says(change, draft, vocabulary))) return { ...draft, class: moved ? 'moved' : 'same', changes: [] };
  return { ...draft, class: moved ? 'moved-reworded' : 'reworded', changes };
}

function says(change: Change, { older, newer }: { older: Tokens; newer: Tokens }, vocabulary: Vocabulary): boolean {
  const ids = change.kind === 'removed' ? older.ids.slice(...change.older) : newer.ids.slice(...change.newer);
  return ids.some((id) => vocabulary.kinds[id] !== punctuationToken);
}

function equalNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

function joinedTokens(passages: readonly Passage[]): Tokens {
  const [first] = passages;
  if (passages.length === 1 && first) return first.tokens;
  return {
    ids: passages.flatMap((passage) => passage.tokens.ids),
    starts: passages.flatMap((passage) => passage.tokens.starts),
    ends: passages.flatMap((passage) => passage.tokens.ends),
  };
}

function* alone(passages: readonly Passage[], matches: readonly Match[], side: 'older' | 'newer'): Generator<Passage> {
  const taken = new Uint8Array(passages.length);
  for (const match of matches) for (const index of match[side]) taken[index] = 1;
  for (const passage of passages) if (!taken[passage.index]) yield passage;
}

/** For each older passage the newer position behind which it goes when it is gone: that of the nearest one before it that stayed in place. */
function placesOfGone(matches: readonly Match[], moved: readonly boolean[], olderCount: number): Float64Array {
  const partner = new Int32Array(olderCount).fill(-1);
  matches.forEach((match, at) => {
    if (!moved[at]) for (const index of match.older) partner[index] = match.newer.at(-1) ?? -1;
  });
  const places = new Float64Array(olderCount);
  let last = -1;
  for (let index = 0; index < olderCount; index++) {
    if ((partner[index] ?? -1) >= 0) last = partner[index] ?? -1;
    places[index] = last + 0.5;
  }
  return places;
}

function spanning(ranges: readonly TextRange[]): TextRange {
  return { start: ranges[0]?.start ?? 0, end: ranges.at(-1)?.end ?? 0 };
}

function rangeOf({ start, end }: TextRange): TextRange {
  return { start, end };
}

function reference(references: readonly SectionReference[], passage: Passage | undefined): SectionReference | null {
  return passage === undefined ? null : (references[passage.section] ?? null);
}

/** Two decimals: more would claim a precision there is not. */
function rounded(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 100) / 100;
}
