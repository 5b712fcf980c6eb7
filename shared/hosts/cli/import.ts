// `annals import PATH...`: hands files to the application in batches, waits, and prints the ledger.

import type { Backend } from '../../backend/backend.ts';
import { UserError } from '../../core/user-error.ts';
import type { ImportItem, ImportStatus } from '../../core/library.ts';
import type { DocumentKind } from '../../core/recognition.ts';
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
  await withProject(options, async (backend) => {
    const stopProgress = options.json ? () => {} : showProgress(backend);
    let runId: string | undefined;
    for await (const batch of batches(files)) {
      const added = await backend.call('imports.add', { files: batch, ...(runId && { runId }), ...(options.as && { as: options.as }) });
      runId = added.runId;
    }
    const items = runId === undefined ? [] : await backend.call('imports.wait', { runId });
    stopProgress();
    report(items, runId ?? null, options);
  });
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
function showProgress(backend: Backend): () => void {
  if (!process.stderr.isTTY) return () => {};
  const clear = '\r\u001b[2K';
  const stop = backend.subscribe((event) => {
    if (event.type !== 'progress') return;
    const { done, total, current } = event.job;
    process.stderr.write(`${clear}${done} of ${total}  ${current}`.slice(0, process.stderr.columns + clear.length - 1));
  });
  return () => {
    stop();
    process.stderr.write(clear);
  };
}

function report(items: readonly ImportItem[], runId: string | null, { json }: CommonOptions): void {
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
