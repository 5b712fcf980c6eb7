// Which tags fit what was typed, best first. Pure.

import { type TagWithCount, tagPaths } from '../../shared/core/tag.ts';

export type RankedTag = { tag: TagWithCount; path: string; /** The other name by which it was found; null when its own led to it. */ alias: string | null };

/** More are not shown; typing on narrows them. */
export const mostShown = 8;

/**
 * Names (own or other) that begin with the text, then words that do, then what holds all its words anywhere in the path. `recent` breaks ties.
 * Only tags of `offered` are found; the others give their names to the paths.
 */
export function rankTags(tags: readonly TagWithCount[], typed: string, recent: readonly string[], offered: ReadonlySet<string> | null = null): RankedTag[] {
  const wanted = folded(typed);
  const words = wanted.split(/\s+/).filter(Boolean);
  const age = new Map(recent.map((id, index) => [id, index]));
  const paths = tagPaths(tags);
  return tags
    .filter((tag) => offered === null || offered.has(tag.id))
    .map((tag, order) => {
      const path = paths.get(tag.id) ?? tag.name;
      const own = rankOf(folded(tag.name), folded(path), wanted, words);
      const [other] = tag.aliases.map((alias) => ({ alias, rank: rankOf(folded(alias), folded(alias), wanted, words) })).toSorted((one, two) => one.rank - two.rank);
      const byAlias = other !== undefined && other.rank < own;
      return { tag, path, alias: byAlias ? other.alias : null, rank: byAlias ? other.rank : own, age: age.get(tag.id) ?? recent.length + order };
    })
    .filter((each) => each.rank < 4)
    .toSorted((one, other) => one.rank - other.rank || one.age - other.age)
    .slice(0, mostShown)
    .map(({ tag, path, alias }) => ({ tag, path, alias }));
}

/** True when a tag has this very name, so that making one would fail or make two of one name. */
export function isTagName(tags: readonly TagWithCount[], typed: string): boolean {
  return tags.some((tag) => [tag.name, ...tag.aliases].some((name) => folded(name) === folded(typed)));
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
