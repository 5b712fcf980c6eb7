// Suggested actions of a country, followed over its editions, and what became of those that ended.

import { z } from 'zod';
import { actionVerdicts, type CountryActions } from '../../core/actions/country-actions.ts';
import type { PossibleReason } from '../../core/actions/reasons.ts';
import { returns } from '../method.ts';
import { byId, id, iso3, note, offset } from './inputs.ts';

const tables = ['document', 'action_decision', 'observation_correction'];
const place = z.strictObject({ documentId: id, start: offset, end: offset }).nullable();

export const suggestedActions = {
  'suggestedActions.ledger': returns<CountryActions>().query(
    "A country's suggested actions followed over its editions: of each year the printed report, else the page, else the official data; or of these documents alone.",
    z.strictObject({ country: iso3, documentIds: z.array(id).min(1).max(60).optional() }),
    tables,
  ),
  'suggestedActions.reasons': returns<{ documentId: string; year: number; title: string; reasons: (PossibleReason & { page: number | null })[] } | null>().query(
    'Sentences of the first edition without an action that may say why; null when no later edition is here.',
    z.strictObject({ documentId: id, text: z.string().min(1).max(20_000) }),
    tables,
  ),
  'suggestedActions.decide': returns<{ id: string }>().command(
    'Says what became of an action that is not printed any more: done, dropped without word, or part of another one.',
    z.strictObject({ documentId: id, area: z.string().max(500), text: z.string().min(1).max(20_000), verdict: z.enum(actionVerdicts), note: note.default(''), evidence: place.default(null) }),
  ),
  'suggestedActions.undecide': returns<null>().command('Takes such a decision back.', byId),
};
