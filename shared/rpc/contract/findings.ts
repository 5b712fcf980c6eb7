// Findings and their evidence.

import { z } from 'zod';
import type { Finding, FindingSummary, FindingWithEvidence } from '../../core/finding.ts';
import { returns } from '../method.ts';
import { byId, byIds, confidence, findingStatus, id, ids, iso3, likelihood, note, nothing, stance, year } from './inputs.ts';

const claim = z.string().trim().min(1, 'a finding needs a claim').max(10_000);
const years = z.array(year).max(100);

export const findings = {
  'findings.list': returns<FindingSummary[]>().query('All findings, last changed first.', nothing, ['finding', 'evidence']),
  'findings.get': returns<FindingWithEvidence>().query('A finding with its evidence.', byId, ['finding', 'evidence', 'annotation', 'annotation_tag', 'document']),
  'findings.create': returns<Finding>().command(
    'Makes a finding, perhaps with evidence; country and years default to those of the evidence.',
    z.strictObject({
      claim,
      country: iso3.nullable().optional(),
      years: years.optional(),
      confidence: confidence.default(null),
      likelihood: likelihood.default(null),
      note: note.default(''),
      annotationIds: z.array(id).max(10_000).default([]),
      stance: stance.default('supporting'),
    }),
  ),
  'findings.update': returns<null>().command(
    'Changes a finding.',
    z.strictObject({ id, claim: claim.optional(), country: iso3.nullable().optional(), years: years.optional(), confidence: confidence.optional(), likelihood: likelihood.optional(), status: findingStatus.optional(), note: note.optional() }),
  ),
  'findings.remove': returns<null>().command('Removes findings; the passages stay.', byIds),
  'findings.addEvidence': returns<null>().command('Adds passages as evidence.', z.strictObject({ id, annotationIds: ids, stance: stance.default('supporting') })),
  'findings.setStance': returns<null>().command('Says whether evidence supports, contradicts or gives context.', z.strictObject({ evidenceIds: ids, stance })),
  'findings.removeEvidence': returns<null>().command('Takes evidence off a finding.', z.strictObject({ evidenceIds: ids })),
};
