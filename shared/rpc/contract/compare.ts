// Comparison of documents, and the analyst's corrections of which passages belong together.

import { z } from 'zod';
import { pairVerdicts } from '../../core/alignment.ts';
import type { Comparison, CountryEditions } from '../../core/comparison.ts';
import { returns } from '../method.ts';
import { id, ids, iso3, nothing, offset, year } from './inputs.ts';

/** Passages of one document by where they begin; several when a sentence was split or joined. */
const passages = z.strictObject({ documentId: id, starts: z.array(offset).min(1).max(9) });

export const compare = {
  'compare.editions': returns<CountryEditions[]>().query('Countries with the editions the project holds of each.', nothing, ['document']),
  'compare.run': returns<Comparison>().query(
    'Compares 2 to 9 documents side by side, oldest first: by documentIds, or by country and years (the yearly report of each year first).',
    z.strictObject({
      country: iso3.optional(),
      years: z.array(year).min(1).max(9).optional(),
      documentIds: z.array(id).min(1).max(9).optional(),
      /** Only sections with this role or number. */
      section: z.string().max(200).optional(),
    }),
    ['document', 'pair_correction'],
  ),
  'compare.correct': returns<{ id: string }>().command(
    'Says by hand that passages of two documents belong together (paired), say the same whatever their words (same), or are not each other’s (apart). It takes the place of an earlier correction that it contradicts.',
    z.strictObject({ verdict: z.enum(pairVerdicts), older: passages, newer: passages }),
  ),
  'compare.uncorrect': returns<null>().command('Takes corrections back; the passages are compared as before.', z.strictObject({ ids })),
};
