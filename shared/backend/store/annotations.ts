// Annotations and the tags on them.

import type { Annotation, AnchorState, ListedAnnotation, PageArea, TagColour } from '../../core/annotation.ts';
import type { Read, Write } from './write.ts';

type AnnotationRow = {
  id: string; document_id: string; start: number; end: number; quote: string; prefix: string; suffix: string; page: number | null;
  colour: TagColour | null; note: string; author: string; anchor_state: AnchorState; created_at: string; updated_at: string;
  /** JSON. */
  area: string | null;
};

type ListedRow = AnnotationRow & { document_title: string; country: string | null; year: number | null; section: string | null; tag_ids: string | null; finding_ids: string | null };

export type AnnotationFilter = { documentId?: string | undefined; tagIds?: string[] | undefined; ids?: string[] | undefined; text?: string | undefined; limit: number };

/** In the order of documents and of their text. */
export function listAnnotations(read: Read, filter: AnnotationFilter): ListedAnnotation[] {
  // Only what is asked for is compared: a condition that may also be empty keeps SQLite from its indexes.
  const conditions = [
    filter.documentId === undefined ? [] : ['a.document_id = @documentId'],
    filter.tagIds === undefined ? [] : ['a.id IN (SELECT t.annotation_id FROM annotation_tag t WHERE t.tag_id IN (SELECT value FROM json_each(@tagIds)))'],
    filter.ids === undefined ? [] : ['a.id IN (SELECT value FROM json_each(@ids))'],
    filter.text === undefined ? [] : ["instr(lower(a.quote || ' ' || a.note), lower(@text)) > 0"],
  ].flat();
  const rows = read.all<ListedRow>(
    `SELECT a.*, d.title AS document_title, d.country, d.year,
            (SELECT p.section FROM passage p WHERE p.reading_id = d.reading_id AND p.start <= a.start ORDER BY p.start DESC LIMIT 1) AS section,
            (SELECT group_concat(tag_id) FROM (SELECT t.tag_id FROM annotation_tag t WHERE t.annotation_id = a.id ORDER BY t.position, t.id)) AS tag_ids,
            (SELECT group_concat(e.finding_id) FROM evidence e WHERE e.annotation_id = a.id) AS finding_ids
       FROM annotation a
       JOIN document d ON d.id = a.document_id
      ${conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''}
      ORDER BY d.country, d.year, d.title, a.document_id, a.start, a."end" DESC
      LIMIT @limit`,
    {
      documentId: filter.documentId ?? null,
      tagIds: filter.tagIds ? JSON.stringify(filter.tagIds) : null,
      ids: filter.ids ? JSON.stringify(filter.ids) : null,
      text: filter.text ?? null,
      limit: filter.limit,
    },
  );
  return rows.map((row) => ({
    ...fromRow(row, row.tag_ids),
    documentTitle: row.document_title,
    country: row.country,
    year: row.year,
    section: row.section,
    findingIds: row.finding_ids ? row.finding_ids.split(',') : [],
  }));
}

export function annotationById(read: Read, id: string): Annotation | null {
  const row = read.get<AnnotationRow & { tag_ids: string | null }>(
    `SELECT a.*, (SELECT group_concat(tag_id) FROM (SELECT t.tag_id FROM annotation_tag t WHERE t.annotation_id = a.id ORDER BY t.position, t.id)) AS tag_ids
       FROM annotation a
      WHERE a.id = ?`,
    id,
  );
  return row ? fromRow(row, row.tag_ids) : null;
}

/** In the order of their documents' text. */
export function annotationsByIds(read: Read, ids: readonly string[]): Annotation[] {
  return listAnnotations(read, { ids: [...ids], limit: ids.length + 1 });
}

export function annotationIdsOfDocument(read: Read, documentId: string): string[] {
  return read.all<{ id: string }>('SELECT id FROM annotation WHERE document_id = ?', documentId).map((row) => row.id);
}

export function insertAnnotation(write: Write, annotation: Omit<Annotation, 'tagIds'>): void {
  write.insert('annotation', {
    id: annotation.id,
    document_id: annotation.documentId,
    start: annotation.start,
    end: annotation.end,
    quote: annotation.quote,
    prefix: annotation.prefix,
    suffix: annotation.suffix,
    page: annotation.page,
    colour: annotation.colour,
    note: annotation.note,
    author: annotation.author,
    anchor_state: annotation.anchorState,
    created_at: annotation.createdAt,
    updated_at: annotation.updatedAt,
    area: annotation.area === null ? null : JSON.stringify(annotation.area),
  });
}

export type AnnotationChanges = Partial<Pick<Annotation, 'start' | 'end' | 'quote' | 'prefix' | 'suffix' | 'page' | 'colour' | 'note' | 'updatedAt' | 'area'>>;

export function updateAnnotation(write: Write, id: string, { updatedAt, area, ...changes }: AnnotationChanges): void {
  write.update('annotation', id, { ...changes, ...(area === undefined ? {} : { area: JSON.stringify(area) }), ...(updatedAt === undefined ? {} : { updated_at: updatedAt }) });
}

export function removeAnnotationRow(write: Write, id: string): void {
  write.remove('annotation', id);
}

export type TagLink = { id: string; annotationId: string; tagId: string; position: number };

export function linksOfAnnotation(read: Read, annotationId: string): TagLink[] {
  return read.all<TagLink>('SELECT id, annotation_id AS annotationId, tag_id AS tagId, position FROM annotation_tag WHERE annotation_id = ? ORDER BY position, id', annotationId);
}

export function linksOfTag(read: Read, tagId: string): TagLink[] {
  return read.all<TagLink>('SELECT id, annotation_id AS annotationId, tag_id AS tagId, position FROM annotation_tag WHERE tag_id = ?', tagId);
}

export function insertLink(write: Write, link: TagLink): void {
  write.insert('annotation_tag', { id: link.id, annotation_id: link.annotationId, tag_id: link.tagId, position: link.position });
}

export function relink(write: Write, linkId: string, tagId: string): void {
  write.update('annotation_tag', linkId, { tag_id: tagId });
}

/** The coding stands for both analysts from now on. */
export function settleLink(write: Write, linkId: string): void {
  write.update('annotation_tag', linkId, { settled: 1 });
}

export function removeLink(write: Write, linkId: string): void {
  write.remove('annotation_tag', linkId);
}

function fromRow(row: AnnotationRow, tagIds: string | null): Annotation {
  return {
    id: row.id,
    documentId: row.document_id,
    start: row.start,
    end: row.end,
    quote: row.quote,
    prefix: row.prefix,
    suffix: row.suffix,
    page: row.page,
    colour: row.colour,
    note: row.note,
    author: row.author,
    anchorState: row.anchor_state,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    area: row.area === null ? null : (JSON.parse(row.area) as PageArea),
    tagIds: tagIds ? tagIds.split(',') : [],
  };
}
