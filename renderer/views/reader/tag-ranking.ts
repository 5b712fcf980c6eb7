// Which tags fit what was typed, best first. Pure.

import { type TagWithCount, tagPath } from '../../../shared/core/tag.ts';

export type RankedTag = { tag: TagWithCount; path: string };

/** More are not shown; typing on narrows them. */
export const mostShown = 8;

/** Names that begin with the text, then words that do, then what holds all its words anywhere in the path. `recent` breaks ties. */
export function rankTags(tags: readonly TagWithCount[], typed: string, recent: readonly string[]): RankedTag[] {
  const wanted = folded(typed);
  const words = wanted.split(/\s+/).filter(Boolean);
  const age = new Map(recent.map((id, index) => [id, index]));
  return tags
    .map((tag, order) => {
      const path = tagPath(tags, tag.id);
      return { tag, path, rank: rankOf(folded(tag.name), folded(path), wanted, words), age: age.get(tag.id) ?? recent.length + order };
    })
    .filter((each) => each.rank < 4)
    .toSorted((one, other) => one.rank - other.rank || one.age - other.age)
    .slice(0, mostShown)
    .map(({ tag, path }) => ({ tag, path }));
}

/** True when a tag at the top has this very name, so that making one would fail. */
export function isTagName(tags: readonly TagWithCount[], typed: string): boolean {
  return tags.some((tag) => folded(tag.name) === folded(typed));
}

function rankOf(name: string, path: string, wanted: string, words: readonly string[]): number {
  if (wanted === '' || name === wanted) return 0;
  if (name.startsWith(wanted)) return 1;
  if (name.split(/[\s/-]+/).some((word) => word.startsWith(wanted))) return 2;
  return words.every((word) => path.includes(word)) ? 3 : 4;
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim();
}
