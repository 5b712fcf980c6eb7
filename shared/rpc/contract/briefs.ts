// Briefs: ordered blocks that lead back to their sources, and their export.

import { z } from 'zod';
import { type Brief, type BriefBlock, briefBlockKinds, briefFormats, type BriefIssue, defaultMaxRows } from '../../core/brief.ts';
import { comparisonClasses } from '../../core/comparison.ts';
import { returns } from '../method.ts';
import { byId, byIds, id, iso3, note, nothing, shortText, year } from './inputs.ts';

const comparison = z
  .strictObject({
    country: iso3,
    years: z.array(year).min(1).max(9),
    /** Exactly these editions, in this order; empty for the yearly report of each year. */
    documentIds: z.array(id).max(9).default([]),
    section: z.string().max(200).nullable().default(null),
    classes: z.array(z.enum(comparisonClasses)).default([]),
    maxRows: z.number().int().min(1).max(1000).default(defaultMaxRows),
  })
  .nullable();

const chart = z.strictObject({ country: iso3, indicator: z.string().min(1).max(200), territory: z.string().max(200).nullable().default(null), /** Empty for all. */ years: z.array(year).max(60).default([]) }).nullable();

const isoDate = z.string().regex(/^(\d{4}-\d{2}-\d{2})?$/, 'a date is written 2026-03-14');

const position = z.number().int().min(0);

export type BriefSummary = Brief & { blocks: number };

export const briefs = {
  'briefs.list': returns<BriefSummary[]>().query('All briefs, last changed first.', nothing, ['brief', 'brief_block']),
  'briefs.get': returns<Brief & { blocks: BriefBlock[] }>().query('A brief with its blocks in order.', byId, ['brief', 'brief_block']),
  'briefs.create': returns<Brief>().command('Makes a brief.', z.strictObject({ title: z.string().trim().min(1, 'a brief needs a title').max(500), subtitle: shortText.default('') })),
  'briefs.update': returns<null>().command('Changes title, subtitle or author.', z.strictObject({ id, title: z.string().trim().min(1).max(500).optional(), subtitle: shortText.optional(), author: shortText.optional(), date: isoDate.optional() })),
  'briefs.remove': returns<null>().command('Removes briefs; findings and passages stay.', byIds),
  'briefs.addBlock': returns<BriefBlock>().command(
    'Adds a block at a position (at the end when none is given).',
    z.strictObject({ briefId: id, kind: z.enum(briefBlockKinds), position: position.optional(), text: note.default(''), level: z.number().int().min(0).max(3).default(0), annotationId: id.nullable().default(null), findingId: id.nullable().default(null), comparison: comparison.default(null), chart: chart.default(null) }),
  ),
  'briefs.updateBlock': returns<null>().command('Changes a block. Typing in one block is one undo step per pause.', z.strictObject({ id, text: note.optional(), level: z.number().int().min(0).max(3).optional(), comparison: comparison.optional(), chart: chart.optional() })),
  'briefs.moveBlock': returns<null>().command('Puts a block at another position.', z.strictObject({ id, position })),
  'briefs.removeBlock': returns<null>().command('Removes blocks.', byIds),
  'briefs.preview': returns<{ html: string; problems: BriefIssue[] }>().query('The brief as it will be printed, and what needs attention before it leaves the house.', byId, ['brief', 'brief_block', 'annotation', 'finding', 'evidence', 'document', 'pair_correction', 'observation_correction']),
  'briefs.export': returns<{ fileName: string; mediaType: string; bytes: Uint8Array; losses: string[] }>().action('Makes the file; what it cannot carry is listed in losses.', z.strictObject({ id, format: z.enum(briefFormats) })),
};
