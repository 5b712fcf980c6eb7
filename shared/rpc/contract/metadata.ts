// What documents are, field by field: what was recognised with its passage, and what the analyst confirms, corrects or resets.

import { z } from 'zod';
import { type FieldReview, metadataFields } from '../../core/metadata.ts';
import { returns } from '../method.ts';
import { id, ids } from './inputs.ts';

/** A field of a document, many at once. */
const places = z.array(z.strictObject({ documentId: id, field: z.enum(metadataFields) })).min(1).max(1_000_000);

const tables = ['document', 'metadata_decision'];

export const metadata = {
  'metadata.list': returns<FieldReview[]>().query('Fields of documents as they stand, with what was recognised, what else they could be, and who decided.', z.strictObject({ documentIds: ids.optional() }), tables),
  'metadata.open': returns<{ documents: number; fields: number }>().query('How many fields ask for a look, and in how many documents.', z.strictObject({}), tables),
  'metadata.confirm': returns<null>().command('Confirms fields as they stand. To correct them use documents.update.', z.strictObject({ fields: places })),
  'metadata.reset': returns<null>().command('Takes decisions back: what was recognised stands again.', z.strictObject({ fields: places })),
};
