// Imports: handing in files, the ledger, holding and stopping a run, and the folder that is watched.

import { z } from 'zod';
import type { ParsedDocument } from '../../core/document.ts';
import type { ImportCounts, ImportItem, WatchState } from '../../core/library.ts';
import type { JobProgress } from '../../core/project.ts';
import type { Recognition } from '../../core/recognition.ts';
import { returns } from '../method.ts';
import { bytes, documentKind, id, ids, nothing } from './inputs.ts';

const run = z.strictObject({ runId: id });
const name = z.string().min(1).max(4000);

export const imports = {
  'imports.add': returns<{ runId: string; items: string[] }>().action(
    'Hands in files; they are kept at once and read in the background. The same runId joins several calls to one run.',
    z.strictObject({
      runId: id.optional(),
      files: z.array(z.strictObject({ name, bytes })).max(1000),
      /** Reads as this kind instead of the recognised one. */
      as: documentKind.optional(),
    }),
  ),
  'imports.list': returns<ImportItem[]>().query('The ledger, newest first.', z.strictObject({ runId: id.optional(), limit: z.number().int().min(1).max(100_000).default(2000) }), ['import_item', 'document']),
  'imports.counts': returns<ImportCounts>().query('How many lines of the ledger there are of each status, and the last runs.', nothing, ['import_item']),
  'imports.retry': returns<null>().action(
    'Reads failed or cancelled files again; as another kind when one is given.',
    z.strictObject({ ids, as: documentKind.nullable().optional() }),
  ),
  'imports.pause': returns<null>().action('Holds a run, also over a restart; what is being read is finished.', run),
  'imports.resume': returns<null>().action('Lets a held run go on.', run),
  'imports.cancel': returns<null>().action('Stops a run; files already read stay.', run),
  'imports.wait': returns<ImportItem[]>().action('Answers when every file of the run has ended.', run),
  'imports.inspect': returns<{ parsed: ParsedDocument; recognition: Recognition; parts?: { name: string; parsed: ParsedDocument; recognition: Recognition }[] }>().action(
    'Reads and recognises a file without keeping it; the documents of a collection are its parts.',
    z.strictObject({ name, bytes, as: documentKind.optional() }),
  ),
  'jobs.list': returns<JobProgress[]>().action('Work under way or held.', nothing),
  'watch.state': returns<WatchState>().query('Whether a folder is watched for this project.', nothing, ['watched_file']),
  'watch.start': returns<WatchState>().action('Imports what is in a folder and what appears in it, until it is stopped; also after a restart.', z.strictObject({ path: z.string().min(1).max(4000) }), true),
  'watch.stop': returns<null>().action('Watches the folder no longer.', nothing),
};
