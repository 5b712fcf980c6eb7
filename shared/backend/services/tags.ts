// Rules of the codebook: a tree without circles; siblings have different names; nothing that is used vanishes without its passages staying.

import { tagColours } from '../../core/annotation.ts';
import { idsWithin, isWithin, plainTag, sameName, type Tag } from '../../core/tag.ts';
import { UserError } from '../../core/user-error.ts';
import { annotationById, insertLink, linksOfAnnotation, linksOfTag, listAnnotations, relink, removeLink } from '../store/annotations.ts';
import { typingPause } from '../store/journal.ts';
import { passageIds, severalBelow, useByDocument } from '../store/tag-use.ts';
import { allTags, childTags, insertTag, removeTagRow, tagById, tagsWithCounts, updateTag } from '../store/tags.ts';
import type { Read, Write } from '../store/write.ts';
import type { Command, Query } from './handler.ts';
import { counted, named } from './words.ts';

export const list: Query<'tags.list'> = (read) => tagsWithCounts(read);

export const use: Query<'tags.use'> = (read, { id }) => {
  const tag = existing(read, id);
  const documents = useByDocument(read, idsWithin(allTags(read), id));
  return { passages: documents.reduce((sum, each) => sum + each.passages, 0), documents, several: tag.isExclusive ? severalBelow(read, id) : 0 };
};

export const passages: Query<'tags.passages'> = (read, { tagId, withBelow, together, limit, ...place }) => {
  existing(read, tagId);
  const tagIds = withBelow ? idsWithin(allTags(read), tagId) : [tagId];
  const ids = passageIds(read, { tagIds, together: together ?? null, ...place });
  return { total: ids.length, passages: listAnnotations(read, { ids: ids.slice(0, limit), limit }) };
};

export const create: Command<'tags.create'> = (write, { name, parentId, colour, ...meaning }, context) => {
  const parent = parentId === null ? null : existing(write, parentId);
  const siblings = childTags(write, parentId);
  requireFreeName(siblings, name, null);
  if (meaning.shortcut) freeShortcut(write, meaning.shortcut, null);
  const tag: Tag = {
    ...plainTag,
    ...given(meaning),
    id: context.newId(),
    parentId,
    name,
    aliases: tidyAliases(meaning.aliases ?? [], name),
    colour: colour ?? parent?.colour ?? nextColour(allTags(write)),
    position: siblings.length,
    createdAt: context.now(),
  };
  insertTag(write, tag);
  return { value: tag, label: `Create tag ${named(tag.name)}` };
};

export const update: Command<'tags.update'> = (write, { id, name, colour, ...meaning }) => {
  const tag = existing(write, id);
  if (name !== undefined) requireFreeName(childTags(write, tag.parentId), name, id);
  if (meaning.shortcut) freeShortcut(write, meaning.shortcut, id);
  if (meaning.isCodable === false) {
    const used = linksOfTag(write, id).length;
    if (used > 0) throw new UserError('conflict', `${named(tag.name)} is used at ${counted(used, 'passage')}, so it cannot become a heading only.`, 'Split its passages off or merge it first.');
  }
  const fields = given({ ...meaning, ...(meaning.aliases ? { aliases: tidyAliases(meaning.aliases, name ?? tag.name) } : {}) });
  updateTag(write, id, { ...(name === undefined ? {} : { name }), ...(colour === undefined ? {} : { colour }), ...fields });
  if (name !== undefined) return { value: null, label: `Rename tag ${named(tag.name)} to ${named(name)}` };
  if (colour !== undefined) return { value: null, label: `Recolour tag ${named(tag.name)}` };
  if (meaning.shortcut !== undefined) return { value: null, label: meaning.shortcut === null ? `Free the digit of ${named(tag.name)}` : `Put tag ${named(tag.name)} on ${meaning.shortcut}` };
  if (meaning.isCodable !== undefined || meaning.isExclusive !== undefined) return { value: null, label: `Change the rules of ${named(tag.name)}` };
  return { value: null, label: `Define tag ${named(tag.name)}`, merge: { key: `tag:${id}`, within: typingPause } };
};

export const move: Command<'tags.move'> = (write, { id, parentId, position }) => {
  const tag = existing(write, id);
  if (parentId !== null) {
    existing(write, parentId);
    if (isWithin(allTags(write), parentId, id)) throw new UserError('conflict', `${named(tag.name)} cannot be put under itself.`, 'Choose a tag that is not below it.');
  }
  const siblings = childTags(write, parentId).filter((sibling) => sibling.id !== id);
  if (parentId !== tag.parentId) requireFreeName(siblings, tag.name, id);
  const ordered = siblings.toSpliced(Math.min(position, siblings.length), 0, tag);
  ordered.forEach((sibling, index) => {
    if (sibling.id === id) updateTag(write, id, { parentId, position: index });
    else if (sibling.position !== index) updateTag(write, sibling.id, { position: index });
  });
  return { value: null, label: `Move tag ${named(tag.name)}` };
};

export const merge: Command<'tags.merge'> = (write, { ids, into }) => {
  const target = existing(write, into);
  const tree = allTags(write);
  const sources = [...new Set(ids)].map((id) => existing(write, id));
  for (const source of sources) {
    if (isWithin(tree, into, source.id)) {
      throw new UserError('conflict', `${named(source.name)} cannot be merged into ${into === source.id ? 'itself' : 'a tag below it'}.`, 'Merge the other way round, or move the lower tag out first.');
    }
  }
  if (!target.isCodable) {
    const used = sources.some((source) => linksOfTag(write, source.id).length > 0);
    if (used) throw new UserError('conflict', `${named(target.name)} is a heading only and takes no passages.`, 'Allow it to be used first, or merge into a tag below it.');
  }
  const passages = new Set<string>();
  // A name that goes lives on as another name, so that who looks for it finds what it became.
  const aliases = tidyAliases([...target.aliases, ...sources.flatMap((source) => [source.name, ...source.aliases])], target.name);
  if (aliases.length > target.aliases.length) updateTag(write, into, { aliases });
  let position = childTags(write, into).length;
  for (const source of sources) {
    for (const link of linksOfTag(write, source.id)) {
      passages.add(link.annotationId);
      const already = linksOfAnnotation(write, link.annotationId).some((other) => other.tagId === into);
      if (already) removeLink(write, link.id);
      else relink(write, link.id, into);
    }
    for (const child of childTags(write, source.id)) {
      const clash = childTags(write, into).some((sibling) => sameName(sibling.name, child.name));
      updateTag(write, child.id, { parentId: into, position, ...(clash ? { name: `${child.name} (${source.name})` } : {}) });
      position += 1;
    }
    removeTagRow(write, source.id);
  }
  return { value: { annotations: passages.size }, label: `Merge ${sources.length === 1 && sources[0] ? named(sources[0].name) : counted(sources.length, 'tag')} into ${named(target.name)}` };
};

export const split: Command<'tags.split'> = (write, { id, below, parts }, context) => {
  const tag = existing(write, id);
  const parent = below ? tag : tag.parentId === null ? null : existing(write, tag.parentId);
  const links = new Map(linksOfTag(write, id).map((link) => [link.annotationId, link]));
  const dealt = new Set<string>();
  const siblings = childTags(write, parent?.id ?? null);
  const at = below ? siblings.length : siblings.findIndex((sibling) => sibling.id === id) + 1;
  siblings.slice(at).forEach((sibling, index) => updateTag(write, sibling.id, { position: at + parts.length + index }));
  const made = parts.map(({ name, annotationIds }, index): Tag => {
    requireFreeName(childTags(write, parent?.id ?? null), name, null);
    const part: Tag = { ...plainTag, aliases: [], id: context.newId(), parentId: parent?.id ?? null, name, colour: tag.colour, position: at + index, createdAt: context.now() };
    insertTag(write, part);
    for (const annotationId of new Set(annotationIds)) {
      const link = links.get(annotationId);
      if (!link) throw new UserError('changed-since', `One of these passages does not carry ${named(tag.name)} any more.`, 'Choose the passages again.');
      // Dealt to a second part, it carries both.
      if (dealt.has(annotationId)) insertLink(write, { id: context.newId(), annotationId, tagId: part.id, position: linksOfAnnotation(write, annotationId).length });
      else relink(write, link.id, part.id);
      dealt.add(annotationId);
    }
    return part;
  });
  if (parent?.isExclusive) {
    const torn = [...dealt].find((annotationId) => (annotationById(write, annotationId)?.tagIds ?? []).filter((tagId) => tagById(write, tagId)?.parentId === parent.id).length > 1);
    if (torn) throw new UserError('conflict', `A passage carries only one of the tags below ${named(parent.name)}.`, 'Give each passage to one part, or change the rule.');
  }
  return { value: made, label: `Split ${counted(dealt.size, 'passage')} off ${named(tag.name)} into ${made.length === 1 && made[0] ? named(made[0].name) : counted(made.length, 'tag')}` };
};

export const archive: Command<'tags.archive'> = (write, { ids, isArchived }) => {
  const tags = [...new Set(ids)].map((id) => existing(write, id));
  for (const tag of tags) if (tag.isArchived !== isArchived) updateTag(write, tag.id, { isArchived });
  const whole = tags.length === 1 && tags[0] ? `tag ${named(tags[0].name)}` : counted(tags.length, 'tag');
  return { value: null, label: isArchived ? `Archive ${whole}` : `Bring ${whole} back` };
};

export const remove: Command<'tags.remove'> = (write, { id }) => {
  const tag = existing(write, id);
  const within = new Set(idsWithin(allTags(write), id));
  const doomed = allTags(write).filter((each) => within.has(each.id)).toReversed();
  const passages = new Set<string>();
  for (const each of doomed) {
    for (const link of linksOfTag(write, each.id)) {
      passages.add(link.annotationId);
      removeLink(write, link.id);
    }
    removeTagRow(write, each.id);
  }
  return { value: { annotations: passages.size }, label: `Remove ${doomed.length === 1 ? `tag ${named(tag.name)}` : `${named(tag.name)} and ${counted(doomed.length - 1, 'tag')} below it`}` };
};

function requireFreeName(siblings: readonly Tag[], name: string, self: string | null): void {
  const taken = siblings.find((sibling) => sibling.id !== self && sameName(sibling.name, name));
  if (taken) throw new UserError('conflict', `There is already a tag ${named(taken.name)} here.`, 'Choose another name, or merge the two.');
}

/** Other names, each once and none that is the name itself. */
function tidyAliases(aliases: readonly string[], name: string): string[] {
  return aliases.filter((alias, index) => !sameName(alias, name) && aliases.findIndex((other) => sameName(other, alias)) === index);
}

/** A digit is one tag's: whoever had it gives it up. */
function freeShortcut(write: Write, shortcut: string, self: string | null): void {
  for (const tag of allTags(write)) if (tag.shortcut === shortcut && tag.id !== self) updateTag(write, tag.id, { shortcut: null });
}

/** Without the fields that were not given. */
function given<Fields extends object>(fields: Fields): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };
}

/** The palette colour used least among the tags at the top. */
function nextColour(tags: readonly Tag[]): Tag['colour'] {
  const used = new Map(tagColours.map((colour) => [colour, 0]));
  for (const tag of tags) used.set(tag.colour, (used.get(tag.colour) ?? 0) + 1);
  return [...used].reduce((best, each) => (each[1] < best[1] ? each : best))[0];
}

function existing(read: Read | Write, id: string): Tag {
  const tag = tagById(read, id);
  if (!tag) throw new UserError('not-found', 'This tag is not in the codebook any more.', 'It may have been merged or removed; undo brings it back.');
  return tag;
}
