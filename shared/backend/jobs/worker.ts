// The entry of a worker thread: performs one task at a time and answers over its port.

import { parentPort } from 'node:worker_threads';
import type { HeldFile } from '../../core/document.ts';
import { UserError } from '../../core/user-error.ts';
import { handedOver } from './import-form.ts';
import { type Task, perform } from './task.ts';

export type Order = { id: number; task: Task };
export type Answer =
  | { id: number; type: 'progress'; done: number; total: number }
  | { id: number; type: 'value'; value: unknown }
  | { id: number; type: 'user-error'; code: UserError['code']; message: string; hint: string }
  | { id: number; type: 'bug'; message: string; stack: string };

/** Progress is told no oftener than this (ms), so that a fast importer does not flood the application. */
const progressPause = 100;

const port = parentPort;
if (!port) throw new Error('this module runs in a worker thread only');

port.on('message', ({ id, task }: Order) => {
  const answer = (message: Answer, moved: ArrayBuffer[] = []) => port.postMessage(message, moved);
  let told = 0;
  const onProgress = (done: number, total: number) => {
    const now = Date.now();
    if (now - told < progressPause) return;
    told = now;
    answer({ id, type: 'progress', done, total });
  };
  perform(task, onProgress).then(
    // Files found inside a file can be large; they are handed over, not copied.
    (value) => answer({ id, type: 'value', value }, 'sketch' in value ? handedOver(value) : 'files' in value ? buffersOf(value.files) : []),
    (error: unknown) => {
      if (error instanceof UserError) answer({ id, type: 'user-error', code: error.code, message: error.message, hint: error.hint });
      else answer({ id, type: 'bug', message: error instanceof Error ? error.message : String(error), stack: error instanceof Error ? (error.stack ?? '') : '' });
    },
  );
});

function buffersOf(files: HeldFile[]): ArrayBuffer[] {
  return [...new Set(files.map(({ bytes }) => bytes.buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}
