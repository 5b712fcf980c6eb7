// Where sources disagree about a value, as a queue: open, explained, accepted, each with a note.

import { z } from 'zod';
import { type ContradictionQueue, contradictionStates } from '../../core/contradiction-queue.ts';
import { returns } from '../method.ts';
import { iso3 } from './inputs.ts';

export const contradictions = {
  'contradictions.ofCountry': returns<ContradictionQueue>().query(
    'Values of a country that two sources give differently: report against official data, two documents of one year, report against a cable or another text; with what was decided of each.',
    z.strictObject({ country: iso3 }),
    ['document', 'observation_correction', 'contradiction_decision'],
  ),
  'contradictions.decide': returns<{ id: string | null }>().command(
    'Says of a contradiction that it is explained or accepted, with a note, or that it is open again.',
    z.strictObject({ country: iso3, key: z.string().min(1).max(1000), state: z.enum(contradictionStates), note: z.string().trim().max(20_000).default('') }),
  ),
};
