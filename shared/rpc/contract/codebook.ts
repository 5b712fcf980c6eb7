// The codebook as a whole: starter codebooks, files in and out, and tags counted against tags, years and countries.

import { z } from 'zod';
import type { CodebookPreview, StarterCodebook, TagMatrix } from '../../core/codebook.ts';
import { returns } from '../method.ts';
import type { ExportedFile } from './comparison-files.ts';
import { bytes, id, nothing } from './inputs.ts';
import { closeness } from './tags.ts';

/** A codebook of ours by its id, or a file (CSV or REFI-QDA .qdc). */
const source = z.union([z.strictObject({ starter: id }), z.strictObject({ fileName: z.string().max(1000), bytes })]);

const matrix = z.union([
  z.strictObject({ across: z.literal('tags'), closeness }),
  z.strictObject({ across: z.enum(['years', 'countries']), withBelow: z.boolean().default(true) }),
]);

const tables = ['tag', 'annotation_tag', 'annotation', 'document'];

export const codebookFormats = ['csv', 'qdc'] as const;

export const codebook = {
  'codebook.starters': returns<StarterCodebook[]>().query('The codebooks Annals comes with.', nothing, []),
  'codebook.preview': returns<CodebookPreview>().query('What importing a codebook would add, put together with tags of the same path, and drop.', z.strictObject({ source }), ['tag']),
  'codebook.import': returns<{ added: number; merged: number }>().command('Adds the tags of a codebook; those of the same path are put together. One step.', z.strictObject({ source })),
  'codebook.export': returns<ExportedFile>().action('The codebook as CSV or REFI-QDA .qdc.', z.strictObject({ format: z.enum(codebookFormats) })),
  'codebook.matrix': returns<TagMatrix>().query('Passages of each tag by tag they stand with, by year or by country.', matrix, tables),
  'codebook.exportMatrix': returns<ExportedFile>().action('Such a matrix as CSV.', matrix),
};
