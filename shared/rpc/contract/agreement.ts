// How far two analysts agree, tag by tag, and settling where they do not.

import { z } from 'zod';
import type { AnalystAgreement, AnalystWork, ListedDispute } from '../../core/codebook.ts';
import { returns } from '../method.ts';
import type { ExportedFile } from './comparison-files.ts';
import { id, nothing } from './inputs.ts';

const analyst = z.string().max(500);
const two = { first: analyst, second: analyst };
const tables = ['tag', 'annotation_tag', 'annotation', 'document'];
const annotationIds = z.array(id).max(100_000);

export const agreement = {
  'agreement.analysts': returns<AnalystWork[]>().query('Who has coded passages, and how many; a name may be empty.', nothing, tables),
  'agreement.ofTwo': returns<AnalystAgreement>().query('Agreement of two analysts by tag, over the documents both have coded.', z.strictObject(two), tables),
  'agreement.disputes': returns<ListedDispute[]>().query('Where two analysts differ about a tag, in the order of the documents.', z.strictObject({ ...two, tagId: id }), tables),
  'agreement.settle': returns<null>().command(
    'Settles one difference: keeps the codings of the first, the second or both for both analysts, or takes them all off.',
    z.strictObject({ tagId: id, keep: z.enum(['first', 'second', 'both', 'neither']), firstIds: annotationIds, secondIds: annotationIds }),
  ),
  'agreement.export': returns<ExportedFile>().action('The figures of two analysts as CSV.', z.strictObject(two)),
};
