// What the steps of matching share: both editions, what is taken, and who may belong to whom. No step itself.

import type { Vocabulary } from './normal-form.ts';
import type { Passage, PreparedEdition } from './passage.ts';
import type { SectionMap } from './section-map.ts';

/** Passages that belong together, by index; two on one side after a split or join. */
export type Match = {
  older: number[];
  newer: number[];
  /** 0..1 */
  confidence: number;
  /** The words are equal. */
  equal: boolean;
  /** Set when a rule decided it; `same` says that nothing changed, whatever words differ. */
  rule?: { id: string; verdict: 'paired' | 'same' };
};

export type MatchingState = {
  older: PreparedEdition;
  newer: PreparedEdition;
  vocabulary: Vocabulary;
  sections: SectionMap;
  /** For each table of the newer edition that of the older one, or -1. */
  tables: Int32Array;
  takenOlder: Uint8Array;
  takenNewer: Uint8Array;
  matches: Match[];
  /** For an older passage the newer ones that a rule holds apart from it. */
  apart: Map<number, Set<number>>;
  /** Ids of the rules that hold a passage apart from another. */
  heldOlder: Map<number, string[]>;
  heldNewer: Map<number, string[]>;
};

export function take(state: MatchingState, match: Match): void {
  for (const index of match.older) state.takenOlder[index] = 1;
  for (const index of match.newer) state.takenNewer[index] = 1;
  state.matches.push(match);
}

/** True when a rule holds any of the older passages apart from any of the newer ones. */
export function isApart({ apart }: MatchingState, older: readonly number[], newer: readonly number[]): boolean {
  return apart.size > 0 && older.some((index) => newer.some((other) => apart.get(index)?.has(other)));
}

/** Equal place: the same section continued and, for rows, the same table. */
export function samePlace(state: MatchingState, a: Passage, b: Passage): boolean {
  if (b.table >= 0 && a.table >= 0 && a.kind === 'row' && b.kind === 'row') return state.tables[b.table] === a.table;
  return placeOf(state.sections.older, a) === placeOf(state.sections.newer, b);
}

export function placeOf(groups: readonly number[], passage: Passage): number {
  return passage.section === -1 ? 0 : (groups[passage.section] ?? 0);
}

/** Only neighbours in running text of one section can be parts of one sentence. */
export function mayJoin(passage: Passage, next: Passage): boolean {
  return next.index === passage.index + 1 && passage.section === next.section && isText(passage) && isText(next) && (passage.kind === 'note') === (next.kind === 'note');
}

export function isText(passage: Passage): boolean {
  return passage.kind === 'sentence' || passage.kind === 'item' || passage.kind === 'note';
}
