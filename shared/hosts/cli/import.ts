// `annals import PATH...`: hands files to the application in batches, waits, and prints the ledger. Ctrl+C holds the run; what is left
// is read by `annals imports resume`.

import type { Backend } from '../../backend/backend.ts';
import { UserError } from '../../core/user-error.ts';
import type { ImportItem, ImportStatus } from '../../core/library.ts';
import type { DocumentKind } from '../../core/recognition.ts';
import { pairWords, similarityInWords } from '../../core/document-pair.ts';
import { rateInWords, timeLeftInWords } from '../../core/work-rate.ts';
import { complain } from '../exit.ts';
import { type FoundFile, findFiles, readFound } from './files.ts';
import { count, print, printJson, printTable } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';

/** A batch is handed over whole, so it bounds what is held in memory twice. */
const batchBytes = 16 * 1024 * 1024;
const batchFiles = 50;

const statusWords: Record<ImportStatus, string> = {
  ok: 'ok',
  warnings: 'ok, with warnings',
  duplicate: 'duplicate',
  failed: 'failed',
  cancelled: 'cancelled',
  waiting: 'waiting',
};

export async function importPaths(paths: readonly string[], options: CommonOptions & { as?: DocumentKind }): Promise<void> {
  const files = await findFiles(paths, (_path, error) => complain(error));
  if (files.length === 0) throw new UserError('not-found', 'There is nothing to import.', 'Name files, or folders that hold files.');
  const hold = holdAsked();
  await withProject(options, async (backend) => {
    const stopProgress = options.json ? () => {} : showProgress(backend);
    let runId: string | undefined;
    for await (const batch of batches(files)) {
      if (hold.isAsked()) break;
      const added = await backend.call('imports.add', { files: batch, ...(runId && { runId }), ...(options.as && { as: options.as }) });
      runId = added.runId;
    }
    const items = runId === undefined ? [] : await endOrHeld(backend, runId, hold);
    stopProgress();
    report(items, runId ?? null, options);
    if (!options.json && runId !== undefined) await tellPairs(backend, items);
  });
}

type Hold = { asked: Promise<'held'>; isAsked: () => boolean; forget: () => void };

/** Listens to Ctrl+C from now on; a second one ends the program, which loses nothing either. */
export function holdAsked(): Hold {
  const asking = Promise.withResolvers<'held'>();
  let isAsked = false;
  const ask = () => {
    isAsked = true;
    asking.resolve('held');
  };
  process.once('SIGINT', ask);
  return { asked: asking.promise, isAsked: () => isAsked, forget: () => process.removeListener('SIGINT', ask) };
}

/** The ledger of the run when it has ended, or as it stands when the person at the terminal holds it. */
export async function endOrHeld(backend: Backend, runId: string, hold: Hold): Promise<ImportItem[]> {
  const ended = await Promise.race([backend.call('imports.wait', { runId }), hold.asked]);
  hold.forget();
  if (ended !== 'held') return ended;
  // It may have ended just now; then there is nothing to hold.
  await backend.call('imports.pause', { runId }).catch(() => null);
  console.error('\nHeld. “annals imports resume” goes on with it, “annals imports cancel” gives the rest up.');
  process.exitCode = 130;
  return backend.call('imports.list', { runId, limit: 100_000 });
}

/** Documents of the run that may be versions of others, so that nothing of it is silent. */
async function tellPairs(backend: Backend, items: readonly ImportItem[]): Promise<void> {
  const own = new Set(items.flatMap((item) => item.documentIds));
  for (const pair of await backend.call('pairs.list', {})) {
    if (own.has(pair.document.id)) print(`“${pair.document.title}” (${pair.document.fileName}) ${pairWords[pair.kind].between} “${pair.other.title}” (${pair.other.fileName}): ${similarityInWords(pair.similarity)}.`);
  }
}

type NamedBytes = { name: string; bytes: Uint8Array };

/** Reads as it goes; a file that cannot be read is reported and the others go on. */
async function* batches(files: readonly FoundFile[]): AsyncGenerator<NamedBytes[]> {
  let batch: NamedBytes[] = [];
  let size = 0;
  for (const file of files) {
    try {
      const bytes = await readFound(file);
      if (batch.length > 0 && (batch.length === batchFiles || size + bytes.length > batchBytes)) {
        yield batch;
        batch = [];
        size = 0;
      }
      batch.push({ name: file.name, bytes });
      size += bytes.length;
    } catch (error) {
      complain(error);
    }
  }
  if (batch.length > 0) yield batch;
}

/** One line on a terminal that is written over; nothing in a pipe. */
export function showProgress(backend: Backend): () => void {
  if (!process.stderr.isTTY) return () => {};
  const clear = '\r\u001b[2K';
  const stop = backend.subscribe((event) => {
    if (event.type !== 'progress') return;
    const { done, total, current, pace } = event.job;
    const left = [pace ? rateInWords(pace.filesPerSecond, 'files') : '', timeLeftInWords(pace?.secondsLeft ?? null)].filter(Boolean).join(', ');
    process.stderr.write(`${clear}${done} of ${total}  ${left ? `${left}  ` : ''}${current}`.slice(0, process.stderr.columns + clear.length - 1));
  });
  return () => {
    stop();
    process.stderr.write(clear);
  };
}

export function report(items: readonly ImportItem[], runId: string | null, { json }: CommonOptions): void {
  const counts: Partial<Record<ImportStatus, number>> = {};
  for (const { status } of items) counts[status] = (counts[status] ?? 0) + 1;
  if (json) printJson({ runId, counts, items });
  else {
    printTable(['file', 'status', 'reason'], items.map(({ fileName, status, reason, hint }) => [fileName, statusWords[status], [reason, hint].filter(Boolean).join(' ')]));
    print(`${count(items.length, 'file')}: ${Object.entries(counts).map(([status, number]) => `${number} ${statusWords[status as ImportStatus]}`).join(' · ')}`);
  }
  // A script must notice that not everything arrived; the ledger has said why.
  if (counts.failed || counts.cancelled) process.exitCode = 1;
}
