// A tag of the codebook: a tree of names with colour, definition and the rules of its use.

import type { TagColour } from './annotation.ts';

export type Tag = {
  id: string;
  parentId: string | null;
  name: string;
  colour: TagColour;
  definition: string;
  whenToUse: string;
  whenNot: string;
  example: string;
  /** Other names, by which it is found. */
  aliases: string[];
  /** Its digit in the reader, '1' to '9'; null: none of its own. */
  shortcut: string | null;
  /** False: a heading that only holds others; no passage carries it. */
  isCodable: boolean;
  /** Of the tags right below it, a passage carries one at most. */
  isExclusive: boolean;
  /** Not offered any more; its passages stay and count. */
  isArchived: boolean;
  /** Order among its siblings. */
  position: number;
  createdAt: string;
};

export type TagWithCount = Tag & {
  /** Annotations that carry this very tag. */
  annotations: number;
  /** Documents in which it is used. */
  documents: number;
};

/** What a tag is before anything is said of it. */
export const plainTag = { definition: '', whenToUse: '', whenNot: '', example: '', aliases: [], shortcut: null, isCodable: true, isExclusive: false, isArchived: false } as const satisfies Partial<Tag>;

type Node = Pick<Tag, 'id' | 'parentId'>;

/** True when `id` is `ancestorId` or lies below it. */
export function isWithin(tags: readonly Node[], id: string, ancestorId: string): boolean {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  for (let tag = byId.get(id); tag; tag = tag.parentId ? byId.get(tag.parentId) : undefined) {
    if (tag.id === ancestorId) return true;
  }
  return false;
}

/** A tag and all below it, each after its parent. */
export function idsWithin(tags: readonly Node[], id: string): string[] {
  const children = Map.groupBy(tags, (tag) => tag.parentId);
  const found = [id];
  // The list grows while it is walked.
  for (const each of found) for (const child of children.get(each) ?? []) found.push(child.id);
  return found;
}

/** "Enforcement › Inspectors": the names from the root to the tag. */
export function tagPath(tags: readonly Pick<Tag, 'id' | 'parentId' | 'name'>[], id: string): string {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const names: string[] = [];
  for (let tag = byId.get(id); tag; tag = tag.parentId ? byId.get(tag.parentId) : undefined) names.unshift(tag.name);
  return names.join(' › ');
}

/** The paths of all tags by id; for lists of many, where one by one would take the square of their number. */
export function tagPaths(tags: readonly Pick<Tag, 'id' | 'parentId' | 'name'>[]): Map<string, string> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const paths = new Map<string, string>();
  for (const tag of tags) {
    const below: (typeof tag)[] = [];
    let each: typeof tag | undefined = tag;
    for (; each && !paths.has(each.id); each = each.parentId ? byId.get(each.parentId) : undefined) below.push(each);
    let path = each ? paths.get(each.id) : undefined;
    for (const next of below.toReversed()) {
      path = path === undefined ? next.name : `${path} › ${next.name}`;
      paths.set(next.id, path);
    }
  }
  return paths;
}

/** True when the two are one name to a reader: case and composition do not count. */
export function sameName(left: string, right: string): boolean {
  return foldedName(left) === foldedName(right);
}

export function foldedName(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('en').trim();
}

/** What may be given to a passage: neither headings nor what is archived, itself or by a tag above it. */
export function offeredTags<Item extends Tag>(tags: readonly Item[]): Item[] {
  const hidden = archivedIds(tags);
  return tags.filter((tag) => tag.isCodable && !hidden.has(tag.id));
}

/** Archived tags and all below them. */
export function archivedIds(tags: readonly Pick<Tag, 'id' | 'parentId' | 'isArchived'>[]): Set<string> {
  const children = Map.groupBy(tags, (tag) => tag.parentId);
  const found = new Set(tags.filter((tag) => tag.isArchived).map((tag) => tag.id));
  for (const each of found) for (const child of children.get(each) ?? []) found.add(child.id);
  return found;
}

/** Tags of a passage that give way when `added` is put on it: its siblings where their parent allows one. */
export function givingWay(tags: readonly Tag[], present: readonly string[], added: string): string[] {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const parentId = byId.get(added)?.parentId;
  if (!parentId || !byId.get(parentId)?.isExclusive) return [];
  return present.filter((id) => id !== added && byId.get(id)?.parentId === parentId);
}
