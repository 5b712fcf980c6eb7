// Rules of annotations: a highlight is at words, keeps its quote, and takes its evidence along when it goes.

import { anchorOf, trimRange, type Annotation } from '../../core/annotation.ts';
import type { TextRange } from '../../core/document.ts';
import { UserError } from '../../core/user-error.ts';
import {
  annotationById,
  insertAnnotation,
  insertLink,
  linksOfAnnotation,
  listAnnotations,
  removeLink,
  updateAnnotation,
} from '../store/annotations.ts';
import { settleDoubt } from '../store/doubts.ts';
import { documentRow } from '../store/documents.ts';
import { typingPause } from '../store/journal.ts';
import { removeAnnotations } from '../store/removal.ts';
import { pageAt, textOfReading } from '../store/readings.ts';
import { allTags, tagById } from '../store/tags.ts';
import type { Read, Write } from '../store/write.ts';
import { givingWay, idsWithin } from '../../core/tag.ts';
import type { Command, Query } from './handler.ts';
import { counted, named } from './words.ts';

export const list: Query<'annotations.list'> = (read, input) => {
  const below = input.tagId === undefined ? undefined : idsWithin(allTags(read), input.tagId);
  return listAnnotations(read, { documentId: input.documentId, tagIds: below, ids: input.ids, text: input.text, limit: input.limit });
};

export const create: Command<'annotations.create'> = (write, input, context) => {
  const anchor = anchorIn(write, input.documentId, input);
  const now = context.now();
  const annotation: Annotation = {
    id: context.newId(),
    documentId: input.documentId,
    ...anchor,
    area: null,
    colour: input.colour,
    note: input.note,
    author: context.author,
    createdAt: now,
    updatedAt: now,
    anchorState: 'exact',
    tagIds: [...new Set(input.tagIds)],
  };
  const names = annotation.tagIds.map((tagId) => codableTag(write, tagId).name);
  const tags = annotation.tagIds.length > 1 ? allTags(write) : [];
  if (annotation.tagIds.some((tagId) => givingWay(tags, annotation.tagIds, tagId).length > 0)) throw new UserError('conflict', 'Two of these tags exclude each other.', 'Choose one of them.');
  insertAnnotation(write, annotation);
  annotation.tagIds.forEach((tagId, position) => insertLink(write, { id: context.newId(), annotationId: annotation.id, tagId, position }));
  return { value: annotation, label: names.length > 0 ? `Tag a passage ${named(names.join(', '))}` : 'Highlight a passage' };
};

const extentLabel = 'Change the passage of a highlight';

export const update: Command<'annotations.update'> = (write, input, context) => {
  const annotation = existing(write, input.id);
  const moved = input.start !== undefined || input.end !== undefined;
  if (moved && annotation.area) throw new UserError('invalid-input', 'An area of a page has no words to begin and end at.', 'Move it on its page instead.');
  const anchor = moved ? anchorIn(write, annotation.documentId, { start: input.start ?? annotation.start, end: input.end ?? annotation.end }) : {};
  updateAnnotation(write, input.id, {
    ...anchor,
    ...(input.note === undefined ? {} : { note: input.note }),
    ...(input.colour === undefined ? {} : { colour: input.colour }),
    updatedAt: context.now(),
  });
  if (moved) settleDoubt(write, input.id);
  if (input.note !== undefined && !moved && input.colour === undefined) {
    return { value: null, label: 'Edit a note', merge: { key: `note:${input.id}`, within: typingPause } };
  }
  // Moving an end key by key is one step, like typing.
  if (moved && input.colour === undefined && input.note === undefined) {
    return { value: null, label: extentLabel, merge: { key: `extent:${input.id}`, within: typingPause } };
  }
  return { value: null, label: moved ? extentLabel : 'Change a highlight' };
};

export const tag: Command<'annotations.tag'> = (write, input, context) => {
  const tags = input.tagIds.map((tagId) => codableTag(write, tagId));
  const tree = allTags(write);
  const gone = new Set<string>();
  for (const id of input.ids) {
    existing(write, id);
    for (const { id: tagId } of tags) {
      const links = linksOfAnnotation(write, id);
      if (links.some((link) => link.tagId === tagId)) continue;
      // As with a choice of one: the new one takes the place of its sibling.
      const way = givingWay(tree, links.map((link) => link.tagId), tagId);
      for (const link of links.filter((each) => way.includes(each.tagId))) {
        removeLink(write, link.id);
        gone.add(link.tagId);
      }
      insertLink(write, { id: context.newId(), annotationId: id, tagId, position: Math.max(-1, ...links.map((link) => link.position)) + 1 });
    }
  }
  const instead = tree.filter((each) => gone.has(each.id)).map((each) => each.name);
  return { value: null, label: `Tag ${counted(input.ids.length, 'passage')} ${named(tags.map((each) => each.name).join(', '))}${instead.length > 0 ? ` instead of ${named(instead.join(', '))}` : ''}` };
};

export const untag: Command<'annotations.untag'> = (write, input) => {
  const tags = input.tagIds.map((tagId) => existingTag(write, tagId));
  for (const id of input.ids) {
    existing(write, id);
    for (const link of linksOfAnnotation(write, id)) if (input.tagIds.includes(link.tagId)) removeLink(write, link.id);
  }
  return { value: null, label: `Take ${named(tags.map((each) => each.name).join(', '))} off ${counted(input.ids.length, 'passage')}` };
};

export const remove: Command<'annotations.remove'> = (write, input) => {
  for (const id of input.ids) existing(write, id);
  removeAnnotations(write, input.ids);
  return { value: null, label: `Delete ${counted(input.ids.length, 'highlight')}` };
};

function anchorIn(read: Read, documentId: string, range: TextRange) {
  const document = documentRow(read, documentId);
  if (!document) throw new UserError('not-found', 'This document is not in the project any more.', 'Undo its removal first.');
  const text = textOfReading(read, document.readingId) ?? '';
  if (range.end > text.length || range.start >= range.end) {
    throw new UserError('invalid-input', 'This passage lies outside the text of the document.', 'Select it again.');
  }
  const trimmed = trimRange(text, range);
  if (!trimmed) throw new UserError('invalid-input', 'There are no words in this selection.', 'Select some text.');
  return { ...trimmed, ...anchorOf(text, trimmed), page: pageAt(read, document.readingId, trimmed.start) };
}

function existing(read: Read, id: string): Annotation {
  const annotation = annotationById(read, id);
  if (!annotation) throw new UserError('not-found', 'This highlight is not there any more.', 'It may have been deleted; undo brings it back.');
  return annotation;
}

function existingTag(read: Write | Read, id: string) {
  const found = tagById(read, id);
  if (!found) throw new UserError('not-found', 'This tag is not in the codebook any more.', 'It may have been merged or removed; undo brings it back.');
  return found;
}

/** Throws UserError 'conflict' for a tag that only heads others. */
function codableTag(write: Write, id: string) {
  const found = existingTag(write, id);
  if (!found.isCodable) throw new UserError('conflict', `${named(found.name)} is a heading only.`, 'Choose one of the tags below it.');
  return found;
}
