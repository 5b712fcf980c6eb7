// Which tags stand on the keys 1 to 9 and which was used last, for the open project on this machine. A tag with a digit of its own in the
// codebook stands there for good; the others keep theirs until all are taken and another is used.

import { useCallback, useMemo } from 'react';
import { offeredTags, type TagWithCount } from '../../shared/core/tag.ts';
import { useProject } from '../backend/use-project.ts';
import { useSetting } from '../backend/use-setting.ts';

export type TagUse = {
  /** Tag ids by digit, 1 first; '' where none stands. */
  slots: string[];
  /** Most recent first. */
  recent: string[];
};

export const slotCount = 9;
/** Enough to know which slot was not used for longest. */
const longestRecent = 24;
const unused: TagUse = { slots: [], recent: [] };

function isTagUse(value: unknown): value is TagUse {
  if (typeof value !== 'object' || value === null) return false;
  const use = value as Record<string, unknown>;
  return [use['slots'], use['recent']].every((list) => Array.isArray(list) && list.every((id) => typeof id === 'string'));
}

type Slotted = Pick<TagWithCount, 'id' | 'shortcut'>;

/** The slots as they are shown: what is not offered any more frees its digit, free digits take tags in the codebook's order. */
export function shownSlots(use: TagUse, tags: readonly Slotted[]): string[] {
  const own = new Map(tags.flatMap((tag) => (tag.shortcut === null ? [] : [[Number(tag.shortcut) - 1, tag.id] as const])));
  const loose = new Set(tags.filter((tag) => tag.shortcut === null).map((tag) => tag.id));
  const shown = Array.from({ length: slotCount }, (_, at) => {
    const fixed = own.get(at);
    if (fixed !== undefined) return fixed;
    const kept = use.slots[at] ?? '';
    return loose.delete(kept) ? kept : '';
  });
  // Those that another tag's digit drove out come first.
  const waiting = [...use.slots.filter((id) => loose.delete(id)), ...loose];
  const filled = shown.map((id) => (id === '' ? (waiting.shift() ?? '') : id));
  return filled.slice(0, filled.findLastIndex((id) => id !== '') + 1);
}

/** After a tag was used. */
export function withUsed(use: TagUse, tag: Slotted, shown: readonly string[], fixed: ReadonlySet<string>): TagUse {
  const recent = [tag.id, ...use.recent.filter((id) => id !== tag.id)].slice(0, longestRecent);
  return { recent, slots: seated(shown, tag.id, recent, fixed) };
}

function seated(shown: readonly string[], tagId: string, recent: readonly string[], fixed: ReadonlySet<string>): string[] {
  if (shown.includes(tagId)) return [...shown];
  const gap = shown.indexOf('');
  if (gap >= 0) return shown.with(gap, tagId);
  if (shown.length < slotCount) return [...shown, tagId];
  const age = (id: string) => (recent.includes(id) ? recent.indexOf(id) : longestRecent);
  const loose = shown.filter((id) => !fixed.has(id));
  const oldest = loose.reduce<string | null>((worst, id) => (worst === null || age(id) >= age(worst) ? id : worst), null);
  return oldest === null ? [...shown] : shown.map((id) => (id === oldest ? tagId : id));
}

export function useTagSlots(tags: readonly TagWithCount[]) {
  const project = useProject().data?.id ?? 'none';
  const [use, setUse] = useSetting<TagUse>(`reader.tags.${project}`, unused, isTagUse);
  const offered = useMemo(() => offeredTags(tags), [tags]);
  const slots = useMemo(() => shownSlots(use, offered), [use, offered]);
  const last = useMemo(() => use.recent.find((id) => offered.some((tag) => tag.id === id)) ?? null, [use, offered]);
  const markUsed = useCallback(
    (tagId: string) => {
      const fixed = new Set(offered.filter((tag) => tag.shortcut !== null).map((tag) => tag.id));
      setUse(withUsed(use, { id: tagId, shortcut: null }, slots, fixed));
    },
    [use, slots, setUse, offered],
  );
  return { slots, last, markUsed };
}
