// Rules of the codebook: a tree without circles; siblings have different names; nothing that is used vanishes without its passages staying.

import { tagColours } from '../../core/annotation.ts';
import { isWithin, type Tag } from '../../core/tag.ts';
import { UserError } from '../../core/user-error.ts';
import { linksOfAnnotation, linksOfTag, relink, removeLink } from '../store/annotations.ts';
import { typingPause } from '../store/journal.ts';
import { allTags, childTags, insertTag, removeTagRow, tagById, tagsWithCounts, updateTag } from '../store/tags.ts';
import type { Read, Write } from '../store/write.ts';
import type { Command, Query } from './handler.ts';
import { counted, named } from './words.ts';

export const list: Query<'tags.list'> = (read) => tagsWithCounts(read);

export const create: Command<'tags.create'> = (write, input, context) => {
  const parent = input.parentId === null ? null : existing(write, input.parentId);
  const siblings = childTags(write, input.parentId);
  requireFreeName(siblings, input.name, null);
  const tag: Tag = {
    id: context.newId(),
    parentId: input.parentId,
    name: input.name,
    colour: input.colour ?? parent?.colour ?? nextColour(allTags(write)),
    definition: input.definition,
    example: input.example,
    position: siblings.length,
    createdAt: context.now(),
  };
  insertTag(write, tag);
  return { value: tag, label: `Create tag ${named(tag.name)}` };
};

export const update: Command<'tags.update'> = (write, { id, name, colour, definition, example }) => {
  const tag = existing(write, id);
  if (name !== undefined) requireFreeName(childTags(write, tag.parentId), name, id);
  updateTag(write, id, {
    ...(name === undefined ? {} : { name }),
    ...(colour === undefined ? {} : { colour }),
    ...(definition === undefined ? {} : { definition }),
    ...(example === undefined ? {} : { example }),
  });
  if (name !== undefined) return { value: null, label: `Rename tag ${named(tag.name)} to ${named(name)}` };
  if (colour !== undefined) return { value: null, label: `Recolour tag ${named(tag.name)}` };
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
  const passages = new Set<string>();
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

export const remove: Command<'tags.remove'> = (write, { id }) => {
  const tag = existing(write, id);
  const tree = allTags(write);
  const doomed = tree.filter((each) => isWithin(tree, each.id, id)).toReversed();
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

function sameName(left: string, right: string): boolean {
  return left.normalize('NFC').toLocaleLowerCase() === right.normalize('NFC').toLocaleLowerCase();
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
