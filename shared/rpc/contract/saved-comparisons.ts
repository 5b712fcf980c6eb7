// Comparisons kept under a name: list, save, rename, remove.

import { z } from 'zod';
import { natures } from '../../core/alignment.ts';
import { comparisonClasses } from '../../core/comparison.ts';
import type { SavedComparison } from '../../core/saved-comparison.ts';
import { returns } from '../method.ts';
import { byIds, id, nothing } from './inputs.ts';

const name = z.string().trim().min(1, 'a saved comparison needs a name').max(200);

export const savedComparisons = {
  'savedComparisons.list': returns<SavedComparison[]>().query('Saved comparisons by name, with what happened to their documents since.', nothing, ['saved_comparison', 'document']),
  'savedComparisons.save': returns<{ id: string }>().command(
    'Keeps a comparison under a name, with its filters and the changes it shows now; with the id of a saved one in its place.',
    z.strictObject({
      id: id.nullable().default(null),
      name,
      documentIds: z.array(id).min(2).max(9),
      part: z.string().max(40).default('text'),
      section: z.string().max(500).nullable().default(null),
      filter: z.strictObject({ classes: z.array(z.enum(comparisonClasses)).max(comparisonClasses.length).default([]), natures: z.array(z.enum(natures)).max(natures.length).default([]), numbersOnly: z.boolean().default(false), tagIds: z.array(id).max(200).default([]) }).prefault({}),
      /** Changes by class as shown when it is saved. */
      counts: z.partialRecord(z.enum(comparisonClasses), z.number().int().min(0)),
    }),
  ),
  'savedComparisons.rename': returns<null>().command('Gives a saved comparison another name.', z.strictObject({ id, name })),
  'savedComparisons.remove': returns<null>().command('Forgets saved comparisons; the documents stay.', byIds),
};
