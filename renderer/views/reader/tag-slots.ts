// Which tags stand on the keys 1 to 9 and which was used last, for the open project on this machine. A digit keeps its tag until
// all nine are taken and another is used; a pinned one keeps it for good.

import { useCallback, useMemo } from 'react';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { useProject } from '../../backend/use-project.ts';
import { useSetting } from '../../backend/use-setting.ts';

export type TagUse = {
  /** Tag ids by digit, 1 first. */
  slots: string[];
  /** Most recent first. */
  recent: string[];
  pinned: string[];
};

export const slotCount = 9;
/** Enough to know which slot was not used for longest. */
const longestRecent = 24;
const unused: TagUse = { slots: [], recent: [], pinned: [] };

function isTagUse(value: unknown): value is TagUse {
  if (typeof value !== 'object' || value === null) return false;
  const use = value as Record<string, unknown>;
  return [use['slots'], use['recent'], use['pinned']].every((list) => Array.isArray(list) && list.every((id) => typeof id === 'string'));
}

/** The slots as they are shown: what is gone from the codebook frees its digit, free digits take tags in the codebook's order. */
export function shownSlots(use: TagUse, tags: readonly Pick<TagWithCount, 'id'>[]): string[] {
  const known = new Set(tags.map((tag) => tag.id));
  const kept = use.slots.filter((id) => known.has(id));
  for (const { id } of tags) {
    if (kept.length >= slotCount) break;
    if (!kept.includes(id)) kept.push(id);
  }
  return kept.slice(0, slotCount);
}

/** After a tag was used. */
export function withUsed(use: TagUse, tagId: string, shown: readonly string[]): TagUse {
  const recent = [tagId, ...use.recent.filter((id) => id !== tagId)].slice(0, longestRecent);
  return { ...use, recent, slots: seated(shown, tagId, use) };
}

export function withPinned(use: TagUse, tagId: string, isPinned: boolean, shown: readonly string[]): TagUse {
  const pinned = use.pinned.filter((id) => id !== tagId);
  if (!isPinned) return { ...use, pinned };
  return { ...use, pinned: [...pinned, tagId], slots: seated(shown, tagId, use) };
}

function seated(shown: readonly string[], tagId: string, use: TagUse): string[] {
  if (shown.includes(tagId)) return [...shown];
  if (shown.length < slotCount) return [...shown, tagId];
  const age = (id: string) => (use.recent.includes(id) ? use.recent.indexOf(id) : longestRecent);
  const loose = shown.filter((id) => !use.pinned.includes(id));
  const oldest = loose.reduce<string | null>((worst, id) => (worst === null || age(id) >= age(worst) ? id : worst), null);
  return oldest === null ? [...shown] : shown.map((id) => (id === oldest ? tagId : id));
}

export function useTagSlots(tags: readonly TagWithCount[]) {
  const project = useProject().data?.id ?? 'none';
  const [use, setUse] = useSetting<TagUse>(`reader.tags.${project}`, unused, isTagUse);
  const slots = useMemo(() => shownSlots(use, tags), [use, tags]);
  const last = useMemo(() => use.recent.find((id) => tags.some((tag) => tag.id === id)) ?? null, [use, tags]);
  const markUsed = useCallback((tagId: string) => setUse(withUsed(use, tagId, slots)), [use, slots, setUse]);
  const setPinned = useCallback((tagId: string, isPinned: boolean) => setUse(withPinned(use, tagId, isPinned, slots)), [use, slots, setUse]);
  return { slots, last, pinned: use.pinned, markUsed, setPinned };
}
