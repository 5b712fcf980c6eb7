// Search over passages, and small objects for the palette.

import { z } from 'zod';
import type { SearchAnswer } from '../../core/search.ts';
import { returns } from '../method.ts';
import { documentKind, id, iso3, nothing, year } from './inputs.ts';

/** What the palette can jump to. */
export type PaletteObject = { id: string; type: 'document' | 'tag' | 'finding' | 'brief' | 'comparison'; title: string; detail: string };

export const search = {
  'search.find': returns<SearchAnswer>().query(
    'Searches passages. AND by default; OR, NOT, "phrase", prefix*, brackets.',
    z.strictObject({
      query: z.string().max(2000),
      countries: z.array(iso3).max(300).optional(),
      years: z.array(year).max(300).optional(),
      kinds: z.array(documentKind).optional(),
      documentIds: z.array(id).max(10_000).optional(),
      limit: z.number().int().min(1).max(1000).default(50),
      offset: z.number().int().min(0).max(1_000_000).default(0),
    }),
    ['document'],
  ),
  'search.objects': returns<PaletteObject[]>().query('Titles of documents, tags, findings, briefs and saved comparisons for the palette.', nothing, ['document', 'tag', 'finding', 'brief', 'saved_comparison']),
};
