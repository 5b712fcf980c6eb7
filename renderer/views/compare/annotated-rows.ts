// The analyst's annotations over the rows of a comparison: as marks in the cells, and as the tags that lie in each row. No screen.

import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { Comparison } from '../../../shared/core/comparison.ts';
import type { Tag } from '../../../shared/core/tag.ts';
import type { Mark } from './pieces.ts';

export type AnnotatedRows = {
  /** By document, in no order. */
  marks: ReadonlyMap<string, readonly Mark[]>;
  /** Ids of the tags that lie in a row, on any side; rows without one are left out. */
  tagsOfRow: ReadonlyMap<number, ReadonlySet<string>>;
};

type Placed = { start: number; end: number; row: number };

export function annotatedRows({ columns, rows }: Comparison, annotations: readonly ListedAnnotation[], tags: readonly Tag[]): AnnotatedRows {
  const byTag = new Map(tags.map((tag) => [tag.id, tag]));
  const byDocument = Map.groupBy(annotations, ({ documentId }) => documentId);
  const marks = new Map<string, Mark[]>();
  const tagsOfRow = new Map<number, Set<string>>();
  columns.forEach(({ documentId }, column) => {
    const own = byDocument.get(documentId);
    if (!own) return;
    marks.set(documentId, own.map((annotation) => markOf(annotation, byTag)));
    if (!own.some(({ tagIds }) => tagIds.length > 0)) return;
    const placed = rows.flatMap(({ cells }, row) => (cells[column]?.ranges ?? []).map(({ start, end }): Placed => ({ start, end, row }))).toSorted((one, other) => one.start - other.start);
    for (const { start, end, tagIds } of own) {
      for (let at = firstEndingAfter(placed, start); at < placed.length && (placed[at]?.start ?? end) < end; at += 1) {
        const row = placed[at]?.row ?? 0;
        const known = tagsOfRow.get(row) ?? new Set();
        for (const id of tagIds) known.add(id);
        if (known.size > 0) tagsOfRow.set(row, known);
      }
    }
  });
  return { marks, tagsOfRow };
}

/** Tags that lie in some row, with the number of their rows, most first. */
export function tagCounts({ tagsOfRow }: AnnotatedRows): { tagId: string; rows: number }[] {
  const counts = new Map<string, number>();
  for (const ids of tagsOfRow.values()) for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].map(([tagId, rows]) => ({ tagId, rows })).toSorted((one, other) => other.rows - one.rows);
}

/** Ranges of one document do not overlap, so their ends ascend with their starts. */
function firstEndingAfter(placed: readonly Placed[], offset: number): number {
  let low = 0;
  let high = placed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function markOf(annotation: ListedAnnotation, tags: ReadonlyMap<string, Tag>): Mark {
  const colour = annotation.colour ?? tags.get(annotation.tagIds[0] ?? '')?.colour ?? 'yellow';
  return { start: annotation.start, end: annotation.end, kind: 'highlight', colour, annotationId: annotation.id };
}
