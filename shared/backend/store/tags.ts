// The codebook.

import type { TagColour } from '../../core/annotation.ts';
import type { Tag, TagWithCount } from '../../core/tag.ts';
import type { Read, Write } from './write.ts';

type TagRow = { id: string; parent_id: string | null; name: string; colour: TagColour; definition: string; example: string; position: number; created_at: string };

/** In tree order: each tag before those below it, siblings by position. */
export function tagsWithCounts(read: Read): TagWithCount[] {
  const rows = read.all<TagRow & { annotations: number; documents: number }>(
    `SELECT t.*, count(l.id) AS annotations, count(DISTINCT a.document_id) AS documents
       FROM tag t
       LEFT JOIN annotation_tag l ON l.tag_id = t.id
       LEFT JOIN annotation a ON a.id = l.annotation_id
      GROUP BY t.id
      ORDER BY t.position, t.id`,
  );
  return treeOrder(rows.map((row) => ({ ...fromRow(row), annotations: row.annotations, documents: row.documents })));
}

export function allTags(read: Read): Tag[] {
  return treeOrder(read.all<TagRow>('SELECT * FROM tag ORDER BY position, id').map(fromRow));
}

export function tagById(read: Read, id: string): Tag | null {
  const row = read.get<TagRow>('SELECT * FROM tag WHERE id = ?', id);
  return row ? fromRow(row) : null;
}

export function childTags(read: Read, parentId: string | null): Tag[] {
  return read.all<TagRow>('SELECT * FROM tag WHERE parent_id IS ? ORDER BY position, id', parentId).map(fromRow);
}

export function insertTag(write: Write, tag: Tag): void {
  write.insert('tag', {
    id: tag.id,
    parent_id: tag.parentId,
    name: tag.name,
    colour: tag.colour,
    definition: tag.definition,
    example: tag.example,
    position: tag.position,
    created_at: tag.createdAt,
  });
}

export function updateTag(write: Write, id: string, { parentId, ...changes }: Partial<Pick<Tag, 'name' | 'colour' | 'definition' | 'example' | 'position' | 'parentId'>>): void {
  write.update('tag', id, { ...changes, ...(parentId === undefined ? {} : { parent_id: parentId }) });
}

export function removeTagRow(write: Write, id: string): void {
  write.remove('tag', id);
}

function treeOrder<Item extends Tag>(tags: Item[]): Item[] {
  const children = Map.groupBy(tags, (tag) => tag.parentId);
  const ordered: Item[] = [];
  const visit = (parentId: string | null) => {
    for (const tag of children.get(parentId) ?? []) {
      ordered.push(tag);
      visit(tag.id);
    }
  };
  visit(null);
  return ordered;
}

function fromRow(row: TagRow): Tag {
  return { id: row.id, parentId: row.parent_id, name: row.name, colour: row.colour, definition: row.definition, example: row.example, position: row.position, createdAt: row.created_at };
}
