// What a command did, as data: rows before and after. Undo is its reverse; the audit trail is its record.

/** A stored row with SQL column names; every journaled table has a text id. */
export type Row = Record<string, string | number | null>;

export type RowChange = { table: string; id: string; before: Row | null; after: Row | null };

export type Change = RowChange[];

/** The change that takes back `change`: reversed order, before and after swapped. */
export function reverse(change: Change): Change {
  return change.map(({ table, id, before, after }) => ({ table, id, before: after, after: before })).reverse();
}

/** One change a row: the first before and the last after; rows that end as they began drop out. */
export function squash(change: Change): Change {
  const byRow = new Map<string, RowChange>();
  for (const step of change) {
    const key = `${step.table}\u0000${step.id}`;
    const earlier = byRow.get(key);
    byRow.set(key, earlier ? { ...earlier, after: step.after } : step);
  }
  return [...byRow.values()].filter((step) => !sameRow(step.before, step.after));
}

export function sameRow(left: Row | null, right: Row | null): boolean {
  if (left === null || right === null) return left === right;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => left[key] === right[key]);
}

/** Tables that hold annotations and what hangs on them. */
export const annotationTables: readonly string[] = ['annotation', 'annotation_tag', 'evidence'];

/** Ids of the annotations that the change made, altered or removed, by their tags and evidence too; null when they are more than `most`. */
export function annotationsOf(change: Change, most = 200): string[] | null {
  const ids = new Set<string>();
  for (const { table, id, before, after } of change) {
    if (!annotationTables.includes(table)) continue;
    for (const touched of table === 'annotation' ? [id] : [before?.['annotation_id'], after?.['annotation_id']]) if (typeof touched === 'string') ids.add(touched);
    if (ids.size > most) return null;
  }
  return [...ids];
}

export function tablesOf(change: Change): string[] {
  return [...new Set(change.map((step) => step.table))];
}
