// Annotations.

import { z } from 'zod';
import type { Annotation, ListedAnnotation } from '../../core/annotation.ts';
import { returns } from '../method.ts';
import { byIds, colour, id, ids, note, offset } from './inputs.ts';

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
