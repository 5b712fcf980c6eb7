// Values recognised in documents: of one document, as the matrix of a country, of one indicator over countries; and their corrections.

import { z } from 'zod';
import type { IndicatorMatrix, Matrix } from '../../core/indicator.ts';
import { observationStatuses, type SourcedValue } from '../../core/observation.ts';
import type { SuggestedAction } from '../../core/recognition.ts';
import { returns } from '../method.ts';
import { byId, id, iso3, year } from './inputs.ts';

/** What was recognised in a document, by group; corrections stand before what they correct. */
export type DocumentObservations = {
  documentId: string;
  groups: { id: string; name: string; rows: DocumentObservation[] }[];
  actions: SuggestedAction[];
};

/** The value of an indicator for a year; `values` holds the analyst's own first when there is one. */
export type DocumentObservation = { indicator: string; name: string; unit: string | null; territory: string | null; year: number | null; values: SourcedValue[] };

const indicator = z.string().min(1).max(200);
const territory = z.string().min(1).max(200).nullable();
const years = z.array(year).min(1).max(300);

const tables = ['document', 'observation_correction'];

export const observations = {
  'observations.ofDocument': returns<DocumentObservations>().query('What was recognised in a document, with places, corrections beside.', byId, tables),
  'observations.matrix': returns<Matrix>().query("A country's indicators by year and source; years default to all there are.", z.strictObject({ country: iso3, years: years.optional() }), tables),
  'observations.indicator': returns<IndicatorMatrix>().query(
    'One indicator over countries and years.',
    z.strictObject({ indicator, countries: z.array(iso3).min(1).max(300).optional(), years: years.optional() }),
    tables,
  ),
  'observations.correct': returns<{ id: string }>().command(
    'Puts a value of your own beside what was recognised, with the reason.',
    z.strictObject({
      documentId: id,
      indicator,
      territory: territory.default(null),
      year,
      status: z.enum(observationStatuses),
      /** Given when the status is "value". */
      value: z.union([z.number(), z.boolean(), z.string().trim().min(1).max(2000)]).nullable().default(null),
      reason: z.string().trim().min(1, 'a correction needs its reason').max(2000),
    }),
  ),
  'observations.uncorrect': returns<null>().command('Takes a correction back; what was recognised stands again.', byId),
};
