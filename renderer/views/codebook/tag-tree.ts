// The codebook as a tree: building it, counting below a tag, narrowing it, and where a moved tag lands. Pure.

import type { TagWithCount } from '../../../shared/core/tag.ts';

export type TagBranch = { tag: TagWithCount; children: TagBranch[] };

/** Branches in the order given, which is the codebook's. */
export function branchesOf(tags: readonly TagWithCount[]): TagBranch[] {
  const branches = new Map<string, TagBranch>(tags.map((tag) => [tag.id, { tag, children: [] }]));
  const top: TagBranch[] = [];
  for (const branch of branches.values()) (branches.get(branch.tag.parentId ?? '')?.children ?? top).push(branch);
  return top;
}

/** The branches that hold the text in a name or another name, with all above them; everything below a hit stays. */
export function narrowed(branches: readonly TagBranch[], text: string): TagBranch[] {
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '') return [...branches];
  return branches.flatMap((branch) => {
    if ([branch.tag.name, ...branch.tag.aliases].some((name) => name.toLocaleLowerCase().includes(wanted))) return [branch];
    const children = narrowed(branch.children, text);
    return children.length > 0 ? [{ ...branch, children }] : [];
  });
}

export type Place = { parentId: string | null; position: number };

/** Where tags.move must put a tag that is dropped before, after or on another. */
export function placeAt(tags: readonly TagWithCount[], moved: string, target: string, where: 'before' | 'after' | 'on'): Place {
  const over = tags.find((tag) => tag.id === target);
  const parentId = where === 'on' ? target : (over?.parentId ?? null);
  const siblings = tags.filter((tag) => tag.parentId === parentId && tag.id !== moved);
  if (where === 'on') return { parentId, position: siblings.length };
  const at = siblings.findIndex((tag) => tag.id === target);
  return { parentId, position: at < 0 ? siblings.length : at + (where === 'after' ? 1 : 0) };
}

export type Step = 'up' | 'down' | 'in' | 'out';

/** Where a tag goes by one step of the keyboard; null where it cannot. */
export function placeAfterStep(tags: readonly TagWithCount[], id: string, step: Step): Place | null {
  const tag = tags.find((each) => each.id === id);
  if (!tag) return null;
  const siblings = tags.filter((each) => each.parentId === tag.parentId);
  const at = siblings.findIndex((each) => each.id === id);
  const before = siblings[at - 1];
  switch (step) {
    case 'up':
      return before ? { parentId: tag.parentId, position: at - 1 } : null;
    case 'down':
      return at < siblings.length - 1 ? { parentId: tag.parentId, position: at + 1 } : null;
    case 'in':
      return before ? placeAt(tags, id, before.id, 'on') : null;
    case 'out':
      return tag.parentId === null ? null : placeAt(tags, id, tag.parentId, 'after');
  }
}
