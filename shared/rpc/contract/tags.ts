// The tags of the codebook: making, defining and ordering them, putting them together and apart, and where they are used.

import { z } from 'zod';
import type { ListedAnnotation } from '../../core/annotation.ts';
import type { TagUse } from '../../core/codebook.ts';
import type { Tag, TagWithCount } from '../../core/tag.ts';
import { returns } from '../method.ts';
import { byId, colour, id, ids, note, nothing, year } from './inputs.ts';

const tagName = z.string().trim().min(1, 'a tag needs a name').max(500);
const shortcut = z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9']).nullable();
/** More other names than this are a list and no names. */
const aliases = z.array(tagName).max(100);

const meaning = {
  definition: note.optional(),
  whenToUse: note.optional(),
  whenNot: note.optional(),
  example: note.optional(),
  aliases: aliases.optional(),
  shortcut: shortcut.optional(),
  isCodable: z.boolean().optional(),
  isExclusive: z.boolean().optional(),
};

/** How near two passages must be to count as together. */
export const closenesses = ['same', 'overlap', 'paragraph'] as const;
export const closeness = z.enum(closenesses);

const tables = ['tag', 'annotation_tag', 'annotation', 'document'];

export const tags = {
  'tags.list': returns<TagWithCount[]>().query('The codebook, in tree order, with counts.', nothing, ['tag', 'annotation_tag', 'annotation']),
  'tags.use': returns<TagUse>().query('Where a tag and those below it are used: passages by document, country and year.', byId, tables),
  'tags.passages': returns<{ total: number; passages: ListedAnnotation[] }>().query(
    'Passages of a tag, narrowed to a document, country or year, or to those that stand together with another tag.',
    // A country or year of null: none is known.
    z.strictObject({
      tagId: id,
      withBelow: z.boolean().default(true),
      documentId: id.optional(),
      country: z.string().max(3).nullable().optional(),
      year: year.nullable().optional(),
      together: z.strictObject({ tagId: id, closeness }).optional(),
      limit: z.number().int().min(1).max(20_000).default(500),
    }),
    [...tables, 'evidence'],
  ),
  'tags.create': returns<Tag>().command(
    'Creates a tag; without a colour it takes its parent\'s, or the next of the palette.',
    z.strictObject({ name: tagName, parentId: id.nullable().default(null), colour: colour.optional(), ...meaning }),
  ),
  'tags.update': returns<null>().command('Renames, recolours or defines a tag, or changes its rules.', z.strictObject({ id, name: tagName.optional(), colour: colour.optional(), ...meaning })),
  'tags.move': returns<null>().command('Puts a tag under another (null: the top) before the sibling at `position`.', z.strictObject({ id, parentId: id.nullable(), position: z.number().int().min(0) })),
  'tags.merge': returns<{ annotations: number }>().command('Gives the passages and children of some tags to another, which also takes their names as other names, and removes the emptied ones.', z.strictObject({ ids, into: id })),
  'tags.split': returns<Tag[]>().command(
    'Deals passages of a tag out to new tags beside or below it; what is not named stays.',
    z.strictObject({ id, below: z.boolean().default(false), parts: z.array(z.strictObject({ name: tagName, annotationIds: ids })).min(1).max(50) }),
  ),
  'tags.archive': returns<null>().command('Takes tags out of what is offered, or brings them back. Their passages stay and count.', z.strictObject({ ids, isArchived: z.boolean() })),
  'tags.remove': returns<{ annotations: number }>().command('Removes a tag and the tags below it; the passages stay highlighted.', byId),
};
