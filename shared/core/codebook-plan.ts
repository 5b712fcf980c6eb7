// What importing a codebook does to the one that is there: which tags are new, which are put together by their path, what is lost.

import type { CodebookEntry, CodebookFile } from './codebook.ts';
import { foldedName, sameName, type Tag, tagPaths } from './tag.ts';

/** A tag to make. `parent` is a tag that is there, another of the plan by its place, or null for the top. */
export type AddedTag = { path: string; parent: { id: string } | { index: number } | null; entry: CodebookEntry };

type Filling = Partial<Pick<Tag, 'definition' | 'whenToUse' | 'whenNot' | 'example' | 'aliases' | 'shortcut'>>;
export type MergedTag = { path: string; id: string; fills: Filling };

export type CodebookPlan = { added: AddedTag[]; merged: MergedTag[]; losses: string[] };

const texts = ['definition', 'whenToUse', 'whenNot', 'example'] as const;
export const fieldNames: Record<keyof Filling, string> = { definition: 'definition', whenToUse: 'when to use', whenNot: 'when not to use', example: 'example', aliases: 'other names', shortcut: 'digit' };

/** What is said of a tag already is kept; only what is empty is filled. */
export function planCodebook(tags: readonly Tag[], file: CodebookFile): CodebookPlan {
  const plan: CodebookPlan = { added: [], merged: [], losses: [...file.losses] };
  const paths = tagPaths(tags);
  const byPlace = new Map(tags.map((tag) => [`${tag.parentId ?? ''}\n${foldedName(tag.name)}`, tag]));
  const digits = new Set(tags.flatMap((tag) => tag.shortcut ?? []));
  const freeDigit = (path: string, shortcut: string | null): string | null => {
    if (shortcut === null) return null;
    if (digits.has(shortcut)) {
      plan.losses.push(`“${path}”: the digit ${shortcut} belongs to another tag already.`);
      return null;
    }
    digits.add(shortcut);
    return shortcut;
  };

  const intoExisting = (tag: Tag, entry: CodebookEntry) => {
    const path = paths.get(tag.id) ?? tag.name;
    const earlier = plan.merged.find((each) => each.id === tag.id);
    const fills: Filling = earlier?.fills ?? {};
    for (const field of texts) {
      const own = fills[field] ?? tag[field];
      if (entry[field] === '' || entry[field] === own) continue;
      if (own.trim() === '') fills[field] = entry[field];
      else plan.losses.push(`“${path}”: its ${fieldNames[field]} differs; yours stays.`);
    }
    const aliases = united(fills.aliases ?? tag.aliases, entry.aliases, tag.name);
    if (aliases.length > tag.aliases.length) fills.aliases = aliases;
    if (tag.shortcut === null && fills.shortcut === undefined) {
      const digit = freeDigit(path, entry.shortcut);
      if (digit !== null) fills.shortcut = digit;
    }
    if (entry.isExclusive !== tag.isExclusive || entry.isCodable !== tag.isCodable) plan.losses.push(`“${path}”: its rules differ; yours stay.`);
    if (!earlier) plan.merged.push({ path, id: tag.id, fills });
  };

  type Parent = AddedTag['parent'];
  const visit = (entries: readonly CodebookEntry[], parent: Parent, above: string) => {
    const seen = new Map<string, number>();
    for (const entry of entries) {
      const name = foldedName(entry.name);
      const tag = parent === null || 'id' in parent ? byPlace.get(`${parent?.id ?? ''}\n${name}`) : undefined;
      if (tag) {
        intoExisting(tag, entry);
        visit(entry.children, { id: tag.id }, paths.get(tag.id) ?? tag.name);
        continue;
      }
      const path = above === '' ? entry.name : `${above} › ${entry.name}`;
      const index = seen.get(name);
      const twin = index === undefined ? undefined : plan.added[index];
      if (twin && index !== undefined) {
        plan.losses.push(`“${path}” stands in the file more than once; they become one.`);
        const { children, ...own } = twin.entry;
        twin.entry = { ...own, children, ...Object.fromEntries(texts.filter((field) => own[field] === '').map((field) => [field, entry[field]])), aliases: united(own.aliases, entry.aliases, own.name) };
        // Its children may have twins too: they are looked up among those already planned there.
        visitBelow(entry.children, index, path);
        continue;
      }
      plan.added.push({ path, parent, entry: { ...entry, aliases: united([], entry.aliases, entry.name), shortcut: freeDigit(path, entry.shortcut) } });
      seen.set(name, plan.added.length - 1);
      visit(entry.children, { index: plan.added.length - 1 }, path);
    }
  };
  const visitBelow = (entries: readonly CodebookEntry[], index: number, path: string) => {
    for (const entry of entries) {
      const twin = plan.added.findIndex(({ parent, entry: other }) => parent !== null && 'index' in parent && parent.index === index && sameName(other.name, entry.name));
      if (twin >= 0) visitBelow(entry.children, twin, `${path} › ${entry.name}`);
      else visit([entry], { index }, path);
    }
  };
  visit(file.entries, null, '');
  return plan;
}

function united(one: readonly string[], other: readonly string[], name: string): string[] {
  const all = [...one];
  for (const each of other) if (!sameName(each, name) && !all.some((known) => sameName(known, each))) all.push(each);
  return all;
}
