// Which passage of the newer edition continues which of the older one: equal words first, then rows by name, then the most
// similar, best first. It decides who belongs together, not what the change is.

import { candidateEdges, type Edge, type OnShare } from './candidates.ts';
import { applyRules, matchLandmarks, type PairRule } from './corrections.ts';
import { isApart, mayJoin, placeOf, take, type Match, type MatchingState } from './matching-state.ts';
import { neighbourhood } from './neighbourhood.ts';
import type { Vocabulary } from './normal-form.ts';
import type { Passage, PreparedEdition } from './passage.ts';
import type { SectionMap } from './section-map.ts';
import { shareOfWords } from './similarity.ts';
import { mapTables } from './table-map.ts';

export type Matching = {
  matches: Match[];
  /** For each passage left alone how near the nearest one of the other side came, 0..1. */
  nearestOlder: Float64Array;
  nearestNewer: Float64Array;
  /** For each passage the ids of rules that hold it apart from another. */
  heldOlder: ReadonlyMap<number, readonly string[]>;
  heldNewer: ReadonlyMap<number, readonly string[]>;
};

export function matchPassages(older: PreparedEdition, newer: PreparedEdition, sections: SectionMap, vocabulary: Vocabulary, rules: readonly PairRule[], onShare?: OnShare): Matching {
  const state: MatchingState = {
    older,
    newer,
    vocabulary,
    sections,
    tables: mapTables(older, newer, vocabulary),
    takenOlder: new Uint8Array(older.passages.length),
    takenNewer: new Uint8Array(newer.passages.length),
    matches: [],
    apart: new Map(),
    heldOlder: new Map(),
    heldNewer: new Map(),
  };
  applyRules(state, rules);
  matchEqual(state, 'here');
  matchLandmarks(state);
  matchNamedRows(state);
  matchEqual(state, 'anywhere');
  matchRunTogether(state);
  const { edges, nearestOlder, nearestNewer } = candidateEdges(state, onShare);
  assign(state, edges, clearRank);
  const help = neighbourhood(state);
  for (const edge of edges) edge.rank += help(edge.older[0] ?? 0, edge.newer[0] ?? 0);
  assign(state, edges, 0);
  return { matches: state.matches, nearestOlder, nearestNewer, heldOlder: state.heldOlder, heldNewer: state.heldNewer };
}

/** Words of a passage so short that it may stand anywhere, such as "None" or the name of a sector. */
const shortPassage = 3;

/** Equal keys, in reading order: within the same place and kind, or over places for what is then left. */
function matchEqual(state: MatchingState, where: 'here' | 'anywhere'): void {
  const { older, newer, sections, tables } = state;
  const placeName = (passage: Passage, groups: readonly number[], table: number) => {
    if (where === 'anywhere') return passage.kind === 'row' ? 'row' : '';
    return passage.kind === 'row' ? `row ${table}` : `${passage.kind} ${placeOf(groups, passage)}`;
  };
  const places = new Map<string, Map<string, { passages: Passage[]; next: number }>>();
  for (const passage of older.passages) {
    if (state.takenOlder[passage.index] || passage.key === '') continue;
    const name = placeName(passage, sections.older, passage.table);
    let waiting = places.get(name);
    if (!waiting) places.set(name, (waiting = new Map()));
    const entry = waiting.get(passage.key);
    if (entry) entry.passages.push(passage);
    else waiting.set(passage.key, { passages: [passage], next: 0 });
  }
  for (const passage of newer.passages) {
    if (state.takenNewer[passage.index]) continue;
    const entry = places.get(placeName(passage, sections.newer, tables[passage.table] ?? -1))?.get(passage.key);
    const partner = entry && nextFree(state, entry, passage.index);
    if (!entry || !partner) continue;
    if (where === 'anywhere' && passage.stems.length < shortPassage && entry.passages.length > 1) continue;
    entry.next++;
    take(state, { older: [partner.index], newer: [passage.index], confidence: 1, equal: true });
  }
}

/** The first of the waiting passages that nothing holds apart from the newer one; it is put at the head of those that wait. */
function nextFree(state: MatchingState, entry: { passages: Passage[]; next: number }, newer: number): Passage | undefined {
  if (state.apart.size === 0) return entry.passages[entry.next];
  const at = entry.passages.findIndex((passage, index) => index >= entry.next && !isApart(state, [passage.index], [newer]));
  const [found] = at < 0 ? [] : entry.passages.splice(at, 1);
  if (found) entry.passages.splice(entry.next, 0, found);
  return found;
}

/** One sentence against two whose words together are equal: split, joined, or only a lost space between them. */
function matchRunTogether(state: MatchingState): void {
  const { older, newer, takenOlder, takenNewer } = state;
  const couples = (passages: readonly Passage[], taken: Uint8Array) => {
    const found = new Map<string, [number, number]>();
    for (const [index, passage] of passages.entries()) {
      const next = passages[index + 1];
      if (!next || taken[index] || taken[index + 1] || !mayJoin(passage, next)) continue;
      found.set(passage.key + next.key, [index, index + 1]);
    }
    return found;
  };
  const split = couples(newer.passages, takenNewer);
  for (const passage of older.passages) {
    const parts = takenOlder[passage.index] ? undefined : split.get(passage.key);
    if (parts?.every((index) => !takenNewer[index]) && !isApart(state, [passage.index], parts)) take(state, { older: [passage.index], newer: parts, confidence: 1, equal: true });
  }
  const joined = couples(older.passages, takenOlder);
  for (const passage of newer.passages) {
    const parts = takenNewer[passage.index] ? undefined : joined.get(passage.key);
    if (parts?.every((index) => !takenOlder[index]) && !isApart(state, parts, [passage.index])) take(state, { older: parts, newer: [passage.index], confidence: 1, equal: true });
  }
}

/** Certainty that rows of one table with one name are the same row, whatever their values. */
const sameName = 0.9;
/** A shorter name, such as "Enforcement", may stand before quite different things, unless what follows is mere values. */
const tellingName = 3;
const mereValues = 8;
const leastShare = 0.35;

/** In tables whose first column names the rows, an equal name is the same row. */
function matchNamedRows(state: MatchingState): void {
  state.newer.tables.forEach((table, index) => {
    const before = state.older.tables[state.tables[index] ?? -1];
    if (!before?.labelled || !table.labelled) return;
    const named = uniqueLabels(before.rows, state.older.passages);
    for (const [label, row] of uniqueLabels(table.rows, state.newer.passages)) {
      const partner = named.get(label);
      const [a, b] = [state.older.passages[partner ?? -1], state.newer.passages[row]];
      if (partner === undefined || !a || !b || state.takenOlder[partner] || state.takenNewer[row] || isApart(state, [partner], [row]) || !nameSuffices(a, b)) continue;
      take(state, { older: [partner], newer: [row], confidence: sameName, equal: false });
    }
  });
}

function nameSuffices(a: Passage, b: Passage): boolean {
  const name = a.cellEnds[0] ?? 0;
  const rest = (passage: Passage) => passage.tokens.ids.slice(passage.cellEnds[0] ?? 0);
  return name >= tellingName || Math.max(rest(a).length, rest(b).length) <= mereValues || shareOfWords(rest(a), rest(b)) >= leastShare;
}

function uniqueLabels(rows: readonly number[], passages: readonly Passage[]): Map<string, number> {
  const found = new Map<string, number>();
  const repeated = new Set<string>();
  for (const row of rows) {
    const label = passages[row]?.label ?? '';
    if (label === '' || found.has(label)) repeated.add(label);
    found.set(label, row);
  }
  for (const label of repeated) found.delete(label);
  return found;
}

/** From this rank on a pair is certain enough to say where its neighbours belong. */
const clearRank = 0.8;

/** Best first, each passage once, as far down as `least` and the edge's own threshold. */
function assign(state: MatchingState, edges: Edge[], least: number): void {
  edges.sort((one, other) => other.rank - one.rank || (one.newer[0] ?? 0) - (other.newer[0] ?? 0) || (one.older[0] ?? 0) - (other.older[0] ?? 0) || one.newer.length + one.older.length - other.newer.length - other.older.length);
  for (const { older, newer, alike, rank, threshold } of edges) {
    if (rank < least || rank < threshold) continue;
    if (older.some((index) => state.takenOlder[index]) || newer.some((index) => state.takenNewer[index]) || isApart(state, older, newer)) continue;
    take(state, { older, newer, confidence: Math.min(1, alike), equal: false });
  }
}
