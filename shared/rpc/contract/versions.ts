// Versions of documents: a newer file, reading again, an earlier version; and annotations whose place is to be reviewed or carried over.

import { z } from 'zod';
import type { CarryOffer, DocumentVersion, Doubt, PlacementCounts, PreparedVersion, RereadOutcome } from '../../core/version.ts';
import { returns } from '../method.ts';
import { byId, bytes, documentKind, id, ids, nothing, offset } from './inputs.ts';

/** Under this id the work is announced as progress and can be cancelled by jobs.cancel. */
const jobId = id.optional();
const place = z.strictObject({ id, start: offset, end: offset });

const reviewed = ['annotation', 'doubt', 'document'];

export const versions = {
  'versions.ofDocument': returns<DocumentVersion[]>().query('Originals and readings a document had, the one in force first.', byId, ['document', 'document_version']),
  'versions.outdated': returns<{ ids: string[] }>().query('Documents read by an older recogniser.', nothing, ['document', 'document_version']),
  'versions.prepare': returns<PreparedVersion>().action(
    'Reads a newer file for a document and places its annotations on trial. Nothing is kept until it is applied.',
    z.strictObject({ documentId: id, file: z.strictObject({ name: z.string().min(1).max(4000), bytes }), as: documentKind.optional(), jobId }),
  ),
  'versions.prepareReturn': returns<PreparedVersion>().action('The same for an earlier version of a document.', z.strictObject({ versionId: id, jobId })),
  'versions.apply': returns<PlacementCounts>().action('Puts a prepared version in force, as one step to undo.', z.strictObject({ token: id })),
  'versions.discard': returns<null>().action('Forgets a prepared version.', z.strictObject({ token: id })),
  'versions.reread': returns<{ runId: string }>().action(
    'Reads documents with the current recogniser, as one step to undo. One that would lose most of its annotations is held back unless `evenIfLost`.',
    z.strictObject({ ids, evenIfLost: z.boolean().default(false) }),
  ),
  'versions.wait': returns<RereadOutcome[]>().action('Answers when every document of the run has been read.', z.strictObject({ runId: id })),
  'doubts.list': returns<Doubt[]>().query(
    'Annotations that are doubtful or lost, each with its old passage and the places it may have now; in document order.',
    z.strictObject({ documentId: id.optional(), withLeft: z.boolean().default(false) }),
    reviewed,
  ),
  'doubts.counts': returns<{ documentId: string; doubtful: number; lost: number }[]>().query('How many annotations wait for a decision, by document.', nothing, reviewed),
  'doubts.settle': returns<null>().command('Accepts a place for each of these annotations; its words become the quote.', z.strictObject({ places: z.array(place).min(1).max(100_000) })),
  'doubts.leave': returns<null>().command('Leaves annotations lost; they keep their quote and are not asked about again.', z.strictObject({ ids })),
  'carrying.offers': returns<CarryOffer[]>().query(
    'Annotations of one edition whose passage stands unchanged or nearly so in another; without those carried over already.',
    z.strictObject({ fromId: id, toId: id }),
    ['annotation', 'annotation_tag', 'document', 'carried_annotation'],
  ),
  'carrying.carry': returns<{ ids: string[] }>().command(
    'Carries annotations over to another edition, each at its place there, with tags, colour and note.',
    z.strictObject({ toId: id, items: z.array(z.strictObject({ annotationId: id, start: offset, end: offset, similarity: z.number().min(0).max(1) })).min(1).max(100_000) }),
  ),
  'carrying.sources': returns<{ id: string; source: { annotationId: string; documentId: string; documentTitle: string; year: number | null; start: number; end: number } | null }[]>().query(
    'Which annotations of a document were carried over, and from where.',
    byId,
    ['annotation', 'document', 'carried_annotation'],
  ),
};
