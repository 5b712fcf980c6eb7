// Hands files over to the application in small calls, so that the window stays responsive and the first file is read while the
// last is still on its way. What became of each file is the ledger's to say.

import type { ImportItem } from '../../../../shared/core/library.ts';
import type { Client } from '../../../../shared/rpc/client.ts';
import type { HandedFile } from './handed-files.ts';

/** One call carries at most this many bytes (unless one file has more) and files: copying 4 MB takes some 8 ms. */
const bytesPerCall = 4 * 1024 * 1024;
const filesPerCall = 50;

export type HandedOver = {
  runId: string | null;
  /** Files whose bytes the page could not read, such as one deleted since it was chosen. */
  unreadable: string[];
  /** True when the analyst stopped it. */
  isStopped: boolean;
};

/** Groups files into calls, in order. */
export function batches(files: readonly HandedFile[]): HandedFile[][] {
  const calls: HandedFile[][] = [];
  let bytes = 0;
  for (const handed of files) {
    const last = calls.at(-1);
    if (!last || last.length >= filesPerCall || bytes + handed.file.size > bytesPerCall) {
      calls.push([handed]);
      bytes = handed.file.size;
    } else {
      last.push(handed);
      bytes += handed.file.size;
    }
  }
  return calls;
}

/** Throws what the application throws; files handed over before stay with it. */
export async function handOver(client: Client, files: readonly HandedFile[], stop: AbortSignal, onStep: (runId: string, handed: number) => void): Promise<HandedOver> {
  const unreadable: string[] = [];
  let runId: string | null = null;
  let handed = 0;
  for (const call of batches(files)) {
    if (stop.aborted) return { runId, unreadable, isStopped: true };
    const read = await Promise.all(call.map(async ({ name, file }) => ({ name, bytes: await bytesOf(file) })));
    const usable = read.filter((one): one is { name: string; bytes: Uint8Array<ArrayBuffer> } => one.bytes !== null);
    unreadable.push(...read.filter((one) => one.bytes === null).map((one) => one.name));
    handed += call.length;
    if (usable.length === 0) continue;
    const answer: { runId: string } = await client.call('imports.add', { ...(runId === null ? {} : { runId }), files: usable });
    runId = answer.runId;
    onStep(runId, handed);
  }
  return { runId, unreadable, isStopped: false };
}

async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}

/** "48 files: 45 read, 1 with warnings, 2 failed." */
export function sentenceOfRun(items: readonly ImportItem[]): string {
  const count = (...statuses: ImportItem['status'][]) => items.filter((item) => statuses.includes(item.status)).length;
  const parts = [
    [count('ok', 'warnings'), 'read'],
    [count('warnings'), 'of them with warnings'],
    [count('duplicate'), 'already here'],
    [count('failed'), 'failed'],
    [count('cancelled'), 'stopped'],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, word]) => `${number.toLocaleString('en')} ${word}`);
  return `${items.length.toLocaleString('en')} ${items.length === 1 ? 'file' : 'files'}: ${said.join(', ')}.`;
}
