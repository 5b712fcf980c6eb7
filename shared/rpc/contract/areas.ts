// Areas of pages: rectangles on a figure, a stamp or a scan. They are annotations; tags, notes and evidence go through those methods.

import { z } from 'zod';
import type { Annotation } from '../../core/annotation.ts';
import { returns } from '../method.ts';
import { colour, id, note } from './inputs.ts';

/** Points; the largest page PDF allows is 14,400 on a side, and user units make it larger. */
const points = z.number().min(-1_000_000).max(1_000_000);
const length = z.number().gt(0).max(1_000_000);
const area = z.strictObject({ page: z.number().int().min(1).max(1_000_000), x: points, y: points, width: length, height: length });
/** One line: it stands where a quote stands. */
const description = z.string().trim().max(500);

export const areas = {
  'areas.create': returns<Annotation>().command(
    'Marks an area of a page.',
    z.strictObject({ documentId: id, area, description: description.default(''), tagIds: z.array(id).max(100).default([]), note: note.default(''), colour: colour.nullable().default(null) }),
  ),
  'areas.update': returns<null>().command('Moves or describes an area.', z.strictObject({ id, area: area.optional(), description: description.optional() })),
};
