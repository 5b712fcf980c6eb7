// Which matched passages changed their place. What stays is the heaviest increasing sequence, so the fewest and shortest passages
// count as moved. Tables, captions and notes float with the page layout: each kind is judged only against its own.

import type { Match } from './matching-state.ts';
import type { Passage, PreparedEdition } from './passage.ts';
import type { SectionMap } from './section-map.ts';

/** A matched passage by its position on both sides; `weight` is more than 0. */
export type Placed = { older: number; newer: number; weight: number };

/** True for each of `placed` that is not on the heaviest sequence rising on both sides. O(n log n), deterministic. */
export function findMoved(placed: readonly Placed[]): boolean[] {
  const order = placed.map((_, index) => index).toSorted((a, b) => newerOf(placed, a) - newerOf(placed, b) || a - b);
  const ranks = new Map([...new Set(placed.map((item) => item.older))].toSorted((a, b) => a - b).map((value, rank) => [value, rank + 1]));
  // Fenwick tree of the best sequence that ends at or before an older position.
  const best = new Float64Array(ranks.size + 1);
  const bestEnd = new Int32Array(ranks.size + 1).fill(-1);
  const previous = new Int32Array(placed.length).fill(-1);
  let heaviest = 0;
  let end = -1;
  for (const index of order) {
    const item = placed[index];
    if (!item) continue;
    const rank = ranks.get(item.older) ?? 0;
    let total = 0;
    for (let at = rank - 1; at > 0; at -= at & -at) {
      if ((best[at] ?? 0) > total) {
        total = best[at] ?? 0;
        previous[index] = bestEnd[at] ?? -1;
      }
    }
    total += item.weight;
    for (let at = rank; at < best.length; at += at & -at) {
      if (total > (best[at] ?? 0)) {
        best[at] = total;
        bestEnd[at] = index;
      }
    }
    if (total > heaviest) {
      heaviest = total;
      end = index;
    }
  }
  const moved = placed.map(() => true);
  for (let at = end; at !== -1; at = previous[at] ?? -1) moved[at] = false;
  return moved;
}

function newerOf(placed: readonly Placed[], index: number): number {
  return placed[index]?.newer ?? 0;
}

/** Judged apart for running text, headings, captions, notes and each table, because tables and notes float with the page layout. */
export function movedMatches(matches: readonly Match[], older: PreparedEdition, newer: PreparedEdition, sections: SectionMap): boolean[] {
  const moved = matches.map(() => false);
  const streams = new Map<string, number[]>();
  const continued = continuedTables(matches, older, newer);
  matches.forEach((match, index) => {
    const a = older.passages[match.older[0] ?? 0];
    const b = newer.passages[match.newer[0] ?? 0];
    if (!a || !b) return;
    const chapter = (groups: readonly number[], passage: Passage) => (passage.section === -1 ? 0 : (groups[passage.section] ?? 0));
    const elsewhere = b.kind === 'row' && a.kind === 'row' ? continued[b.table] !== a.table : changedChapter(chapter(sections.olderChapter, a), chapter(sections.newerChapter, b));
    if (elsewhere) {
      moved[index] = true;
      return;
    }
    const stream = b.kind === 'row' ? `row ${b.table}` : b.kind === 'caption' || b.kind === 'note' || b.kind === 'heading' ? b.kind : 'text';
    const members = streams.get(stream);
    if (members) members.push(index);
    else streams.set(stream, [index]);
  });
  for (const members of streams.values()) {
    const placed = members.map((index) => {
      const match = matches[index];
      // Counted by passages; their length only decides between two that changed places.
      return { older: match?.older[0] ?? 0, newer: match?.newer[0] ?? 0, weight: 1 + Math.min(0.5, (newer.passages[match?.newer[0] ?? 0]?.stems.length ?? 0) / 1000) };
    });
    findMoved(placed).forEach((is, at) => {
      const index = members[at];
      if (index !== undefined) moved[index] = is;
    });
  }
  return moved;
}

/** Passages without a section, or in one that has no counterpart, cannot be said to have left theirs. */
function changedChapter(older: number, newer: number): boolean {
  return older > 0 && newer > 0 && older !== newer;
}

/** For each newer table the older one most of its matched rows come from. */
function continuedTables(matches: readonly Match[], older: PreparedEdition, newer: PreparedEdition): Int32Array {
  const votes = new Map<number, Map<number, number>>();
  for (const match of matches) {
    const from = older.passages[match.older[0] ?? 0];
    const to = newer.passages[match.newer[0] ?? 0];
    if (from?.kind !== 'row' || to?.kind !== 'row') continue;
    let counts = votes.get(to.table);
    if (!counts) votes.set(to.table, (counts = new Map()));
    counts.set(from.table, (counts.get(from.table) ?? 0) + 1);
  }
  const continued = new Int32Array(newer.tables.length).fill(-1);
  for (const [table, counts] of votes) continued[table] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
  return continued;
}
