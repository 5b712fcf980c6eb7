// What leaves a comparison as a file: the redline, the pairs, the indicators with their sources.

import { z } from 'zod';
import { redlineFormats } from '../../core/redline.ts';
import { returns } from '../method.ts';
import { id, iso3, year } from './inputs.ts';

export type ExportedFile = { bytes: Uint8Array; fileName: string; mediaType: string; losses: string[] };

export const pairFormats = ['csv', 'json'] as const;
export const matrixFormats = ['xlsx', 'csv'] as const;

const section = z.string().max(200).optional();

export const comparisonFiles = {
  'compare.redline': returns<ExportedFile>().action('Two editions with everything that changed: accepting all changes gives the later, rejecting all the earlier.', z.strictObject({ olderId: id, newerId: id, section, format: z.enum(redlineFormats) })),
  'compare.pairs': returns<ExportedFile>().action(
    'The pairs of a comparison as a file of data.',
    z.strictObject({ country: iso3.optional(), years: z.array(year).min(1).max(9).optional(), documentIds: z.array(id).min(1).max(9).optional(), section, format: z.enum(pairFormats) }),
  ),
  'compare.matrix': returns<ExportedFile>().action("A country's indicators with every source: a workbook of two sheets, or the sources alone as CSV.", z.strictObject({ country: iso3, format: z.enum(matrixFormats) })),
  'compare.countries': returns<ExportedFile>().action('One indicator over countries with every source: a workbook of two sheets, or the sources alone as CSV.', z.strictObject({ indicator: z.string().min(1).max(200), countries: z.array(iso3).min(1).max(300).optional(), format: z.enum(matrixFormats) })),
};
