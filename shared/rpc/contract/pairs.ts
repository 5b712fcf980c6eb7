// Documents that may be the same work: revised editions, the same text in another form, a changed file of the watched folder.

import { z } from 'zod';
import { type DocumentPair, pairDecisions } from '../../core/document-pair.ts';
import { returns } from '../method.ts';
import { id } from './inputs.ts';

export const pairs = {
  'pairs.list': returns<DocumentPair[]>().query(
    'Documents that may be versions of each other, and what was decided of them.',
    z.strictObject({ documentId: id.optional(), state: z.enum(['open', 'decided', 'all']).default('open') }),
    ['document', 'document_pair', 'likeness'],
  ),
  'pairs.decide': returns<null>().command(
    'Keeps two documents as versions of one work, or says that they are different.',
    z.strictObject({ pairs: z.array(z.strictObject({ documentId: id, otherId: id })).min(1).max(10_000), decision: z.enum(pairDecisions) }),
  ),
  'pairs.reopen': returns<null>().command('Takes back what was decided of two documents; they are offered again.', z.strictObject({ documentId: id, otherId: id })),
};
