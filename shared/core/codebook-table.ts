// A codebook as a table: one row a tag in the codebook's order, its parent by path. What is written here can be read back whole.

import type { DataTable } from './data-table.ts';
import type { TagWithCount } from './tag.ts';

/** Columns by the field they hold; the first spelling is written, all are read (case and punctuation aside). */
export const columnNames = {
  name: ['Tag', 'Name', 'Code', 'Code name', 'Tag name', 'Label'],
  path: ['Path', 'Full path', 'Hierarchy'],
  parent: ['Parent', 'Parent tag', 'Parent code', 'Category', 'Belongs to'],
  colour: ['Colour', 'Color'],
  definition: ['Definition', 'Description', 'Meaning', 'Memo', 'Comment'],
  whenToUse: ['When to use', 'Use when', 'Inclusion', 'Include'],
  whenNot: ['When not to use', 'Do not use when', 'Exclusion', 'Exclude'],
  example: ['Example', 'Examples'],
  aliases: ['Other names', 'Aliases', 'Also called', 'Synonyms'],
  shortcut: ['Digit', 'Shortcut', 'Key'],
  isCodable: ['Heading only'],
  isExclusive: ['One of those below'],
  isArchived: ['Archived'],
} as const;

/** Columns that are written to be read by people and passed over when read back. */
const counted = ['Passages', 'Documents'] as const;

export function isKnownColumn(name: string): boolean {
  return (counted as readonly string[]).includes(name) || /^number of highlights$/i.test(name);
}

/** Between the names of a path; inside a name it is written with a backslash. */
const separator = ' > ';

export function writePath(names: readonly string[]): string {
  return names.map((name) => name.replace(/[\\>›]/gu, '\\$&')).join(separator);
}

export function readPath(path: string): string[] {
  const names: string[] = [''];
  for (const [piece] of path.matchAll(/\\[\\>›]|./gsu)) {
    if (piece === '>' || piece === '›') names.push('');
    else names[names.length - 1] += piece.length === 2 && piece.startsWith('\\') ? piece.slice(1) : piece;
  }
  return names.map((name) => name.trim()).filter(Boolean);
}

export function codebookTable(tags: readonly TagWithCount[]): DataTable {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const namesAbove = (tag: TagWithCount): string[] => {
    const names: string[] = [];
    for (let above = byId.get(tag.parentId ?? ''); above; above = byId.get(above.parentId ?? '')) names.unshift(above.name);
    return names;
  };
  const wide = ['definition', 'whenToUse', 'whenNot', 'example', 'parent'];
  const fields = ['name', 'parent', 'colour', 'definition', 'whenToUse', 'whenNot', 'example', 'aliases', 'shortcut', 'isCodable', 'isExclusive', 'isArchived'] as const;
  const yes = (is: boolean) => (is ? 'yes' : null);
  return {
    name: 'Codebook',
    columns: [...fields.map((field) => ({ name: columnNames[field][0], wide: wide.includes(field) })), ...counted.map((name) => ({ name }))],
    rows: tags.map((tag) => [
      tag.name, writePath(namesAbove(tag)) || null, tag.colour, tag.definition || null, tag.whenToUse || null, tag.whenNot || null, tag.example || null,
      tag.aliases.map((alias) => alias.replaceAll(';', ',')).join('; ') || null, tag.shortcut, yes(!tag.isCodable), yes(tag.isExclusive), yes(tag.isArchived), tag.annotations, tag.documents,
    ]),
  };
}
