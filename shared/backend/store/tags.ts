// The codebook.

import type { TagColour } from '../../core/annotation.ts';
import type { Tag, TagWithCount } from '../../core/tag.ts';
import type { Read, Write } from './write.ts';

type TagRow = {
  id: string; parent_id: string | null; name: string; colour: TagColour; definition: string; when_to_use: string; when_not: string; example: string;
  /** JSON. */
  aliases: string;
  shortcut: string | null; codable: number; exclusive: number; archived: number; position: number; created_at: string;
};

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
  write.insert('tag', { id: tag.id, created_at: tag.createdAt, ...columns(tag) });
}

export type TagChanges = Partial<Omit<Tag, 'id' | 'createdAt'>>;

export function updateTag(write: Write, id: string, changes: TagChanges): void {
  write.update('tag', id, columns(changes));
}

export function removeTagRow(write: Write, id: string): void {
  write.remove('tag', id);
}

const columnNames: Record<keyof TagChanges, string> = {
  parentId: 'parent_id', name: 'name', colour: 'colour', definition: 'definition', whenToUse: 'when_to_use', whenNot: 'when_not', example: 'example',
  aliases: 'aliases', shortcut: 'shortcut', isCodable: 'codable', isExclusive: 'exclusive', isArchived: 'archived', position: 'position',
};

/** The columns of what is given, and of nothing else. */
function columns(changes: TagChanges): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(columnNames).flatMap(([field, name]) => {
      const value = changes[field as keyof TagChanges];
      if (value === undefined) return [];
      return [[name, Array.isArray(value) ? JSON.stringify(value) : typeof value === 'boolean' ? Number(value) : value]];
    }),
  );
}

function treeOrder<Item extends Tag>(tags: Item[]): Item[] {
  const children = Map.groupBy(tags, (tag) => tag.parentId);
  const ordered: Item[] = [];
  // By hand: a codebook may be deeper than calls can nest.
  const waiting = (children.get(null) ?? []).toReversed();
  for (let tag = waiting.pop(); tag; tag = waiting.pop()) {
    ordered.push(tag);
    waiting.push(...(children.get(tag.id) ?? []).toReversed());
  }
  return ordered;
}

function fromRow(row: TagRow): Tag {
  return {
    id: row.id, parentId: row.parent_id, name: row.name, colour: row.colour, definition: row.definition, whenToUse: row.when_to_use, whenNot: row.when_not, example: row.example,
    aliases: JSON.parse(row.aliases) as string[], shortcut: row.shortcut, isCodable: row.codable === 1, isExclusive: row.exclusive === 1, isArchived: row.archived === 1,
    position: row.position, createdAt: row.created_at,
  };
}
