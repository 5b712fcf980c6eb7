// A tag of the codebook: a tree of names with colour, definition and example.

import type { TagColour } from './annotation.ts';

export type Tag = {
  id: string;
  parentId: string | null;
  name: string;
  colour: TagColour;
  definition: string;
  example: string;
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

/** True when `id` is `ancestorId` or lies below it. */
export function isWithin(tags: readonly Tag[], id: string, ancestorId: string): boolean {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  for (let tag = byId.get(id); tag; tag = tag.parentId ? byId.get(tag.parentId) : undefined) {
    if (tag.id === ancestorId) return true;
  }
  return false;
}

/** "Enforcement › Inspectors": the names from the root to the tag. */
export function tagPath(tags: readonly Tag[], id: string): string {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const names: string[] = [];
  for (let tag = byId.get(id); tag; tag = tag.parentId ? byId.get(tag.parentId) : undefined) names.unshift(tag.name);
  return names.join(' › ');
}
