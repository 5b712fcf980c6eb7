// Which table of the newer edition continues which table of the older one: by an equal caption without its number, and by the
// names of rows they share. Tables move and are renumbered between editions.

import { matchingKey, numberToken, type Vocabulary } from './normal-form.ts';
import type { PreparedEdition } from './passage.ts';

/** An equal caption weighs as much as this many common rows. */
const captionVotes = 5;
/** A row name found in more tables than this says nothing. */
const commonName = 8;

/** For each table of the newer edition the table of the older one, or -1. */
export function mapTables(older: PreparedEdition, newer: PreparedEdition, vocabulary: Vocabulary): Int32Array {
  const names = new Map<string, { older: Set<number>; newer: Set<number>; votes: number }>();
  const collect = (edition: PreparedEdition, side: 'older' | 'newer') => {
    const add = (name: string, votes: number, table: number) => {
      if (name === '') return;
      let entry = names.get(name);
      if (!entry) names.set(name, (entry = { older: new Set(), newer: new Set(), votes }));
      entry[side].add(table);
    };
    edition.tables.forEach((table, index) => {
      for (const passage of table.title) add(`caption ${captionKey(edition, passage, vocabulary)}`, captionVotes, index);
      for (const row of table.rows) add(edition.passages[row]?.label ?? '', 1, index);
    });
  };
  collect(older, 'older');
  collect(newer, 'newer');

  const votes = new Map<number, number>();
  const width = newer.tables.length;
  for (const name of names.values()) {
    if (name.older.size > commonName || name.newer.size > commonName) continue;
    for (const a of name.older) for (const b of name.newer) votes.set(a * width + b, (votes.get(a * width + b) ?? 0) + name.votes / Math.max(name.older.size, name.newer.size));
  }
  const map = new Int32Array(width).fill(-1);
  const taken = new Set<number>();
  for (const [pair] of [...votes].toSorted((one, other) => other[1] - one[1] || one[0] - other[0])) {
    const a = Math.floor(pair / width);
    const b = pair % width;
    if (taken.has(a) || map[b] !== -1) continue;
    map[b] = a;
    taken.add(a);
  }
  return map;
}

/** The caption after its number, "Table 9." */
function captionKey(edition: PreparedEdition, passage: number, vocabulary: Vocabulary): string {
  const ids = edition.passages[passage]?.tokens.ids ?? [];
  const number = ids.findIndex((id) => vocabulary.kinds[id] === numberToken);
  return matchingKey(number >= 0 && number <= 1 ? ids.slice(number + 1) : ids, vocabulary);
}
