// Annotations and the codebook.

import { z } from 'zod';
import type { Annotation, ListedAnnotation } from '../../core/annotation.ts';
import type { Tag, TagWithCount } from '../../core/tag.ts';
import { returns } from '../method.ts';
import { byId, byIds, colour, id, ids, note, nothing, offset } from './inputs.ts';

const tagName = z.string().trim().min(1, 'a tag needs a name').max(500);

export const annotations = {
  'annotations.list': returns<ListedAnnotation[]>().query(
    'Annotations of a document, of a tag (with the tags below it), or by id; in document order.',
    z.strictObject({ documentId: id.optional(), tagId: id.optional(), ids: z.array(id).max(100_000).optional(), text: z.string().max(500).optional(), limit: z.number().int().min(1).max(100_000).default(20_000) }),
    ['annotation', 'annotation_tag', 'tag', 'document', 'evidence'],
  ),
  'annotations.create': returns<Annotation>().command(
    'Highlights a passage.',
    z.strictObject({ documentId: id, start: offset, end: offset, tagIds: z.array(id).max(100).default([]), note: note.default(''), colour: colour.nullable().default(null) }),
  ),
  'annotations.update': returns<null>().command(
    'Changes note, colour or extent. Typing in one note is one undo step per pause.',
    z.strictObject({ id, note: note.optional(), colour: colour.nullable().optional(), start: offset.optional(), end: offset.optional() }),
  ),
  'annotations.tag': returns<null>().command('Adds tags to annotations.', z.strictObject({ ids, tagIds: ids })),
  'annotations.untag': returns<null>().command('Takes tags off annotations.', z.strictObject({ ids, tagIds: ids })),
  'annotations.remove': returns<null>().command('Deletes annotations, and their place as evidence.', byIds),
};

export const tags = {
  'tags.list': returns<TagWithCount[]>().query('The codebook, in tree order, with counts.', nothing, ['tag', 'annotation_tag', 'annotation']),
  'tags.create': returns<Tag>().command(
    'Creates a tag; without a colour it takes its parent\'s, or the next of the palette.',
    z.strictObject({ name: tagName, parentId: id.nullable().default(null), colour: colour.optional(), definition: note.default(''), example: note.default('') }),
  ),
  'tags.update': returns<null>().command('Renames, recolours or defines a tag.', z.strictObject({ id, name: tagName.optional(), colour: colour.optional(), definition: note.optional(), example: note.optional() })),
  'tags.move': returns<null>().command('Puts a tag under another (null: the top) before the sibling at `position`.', z.strictObject({ id, parentId: id.nullable(), position: z.number().int().min(0) })),
  'tags.merge': returns<{ annotations: number }>().command('Gives the passages and children of some tags to another and removes the emptied ones.', z.strictObject({ ids, into: id })),
  'tags.remove': returns<{ annotations: number }>().command('Removes a tag and the tags below it; the passages stay highlighted.', byId),
};
