// `annals reread` and `annals replace`: a newer reading or a newer file under the same document; its annotations are placed again.

import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { UserError } from '../../core/user-error.ts';
import type { PlacementCounts, RereadOutcome } from '../../core/version.ts';
import { readFound } from './files.ts';
import { showProgress } from './import.ts';
import { print, printJson, printTable } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';

export type RereadOptions = CommonOptions & { all?: boolean; evenIfLost?: boolean };

/** Without documents: those an older recogniser read. */
export function rereadDocuments(documents: readonly string[], options: RereadOptions): Promise<void> {
  return withProject(options, async (backend) => {
    const ids = documents.length > 0 ? [...documents] : options.all ? (await backend.call('documents.list', {})).map(({ id }) => id) : (await backend.call('versions.outdated', {})).ids;
    if (ids.length === 0) {
      if (options.json) printJson([]);
      else print('Every document was read by the current recogniser.');
      return;
    }
    const stopProgress = options.json ? () => {} : showProgress(backend);
    const { runId } = await backend.call('versions.reread', { ids, evenIfLost: options.evenIfLost ?? false });
    const outcomes = await backend.call('versions.wait', { runId });
    stopProgress();
    if (options.json) printJson(outcomes);
    else printTable(['document', 'result', 'highlights', 'reason'], outcomes.map(({ title, outcome, counts, reason }) => [title, outcomeWords[outcome], inWords(counts), reason]));
    if (outcomes.some(({ outcome }) => outcome === 'failed' || outcome === 'cancelled' || outcome === 'held-back')) process.exitCode = 1;
  });
}

/** What is doubtful waits for a review; what is hardly the same document needs --even-if-lost. */
export function replaceDocument(documentId: string, path: string, options: CommonOptions & { evenIfLost?: boolean }): Promise<void> {
  return withProject(options, async (backend) => {
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) throw new UserError('not-found', `There is no file “${path}”.`, 'Check the spelling; a path with spaces needs quotes.');
    const bytes = await readFound({ path, name: basename(path), size: found.size });
    const prepared = await backend.call('versions.prepare', { documentId, file: { name: basename(path), bytes } });
    if (prepared.warning && !options.evenIfLost) {
      await backend.call('versions.discard', { token: prepared.token });
      throw new UserError('conflict', prepared.warning, 'Nothing was changed; --even-if-lost replaces it all the same.');
    }
    const counts = await backend.call('versions.apply', { token: prepared.token });
    if (options.json) printJson({ ...prepared, counts });
    else print(`Replaced “${prepared.documentTitle}”: ${inWords(counts) || 'no highlights'}. “annals undo” takes it back.`);
  });
}

const outcomeWords: Record<RereadOutcome['outcome'], string> = { read: 'read again', same: 'the same', 'held-back': 'left as it was', failed: 'failed', cancelled: 'cancelled' };

function inWords({ exact, moved, doubtful, lost }: PlacementCounts): string {
  const parts: [number, string][] = [[exact, 'at their place'], [moved, 'elsewhere'], [doubtful, 'to review'], [lost, 'lost']];
  return parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`).join(', ');
}
