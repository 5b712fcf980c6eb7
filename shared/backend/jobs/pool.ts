// A few worker threads and a queue. A task that is cancelled, takes too long or eats too much memory loses its thread; the others go on.
// Our own hundred lines instead of a library: the bundled worker is one file, and a stopped task must not take its neighbours along.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { UserError } from '../../core/user-error.ts';
import type { Result, Task } from './task.ts';
import type { Answer } from './worker.ts';

export type PoolOptions = {
  /** Entry of the worker; worker.ts beside this source or worker.js beside the bundle. */
  file?: URL | undefined;
  size?: number | undefined;
  /** A task that takes longer (ms) is stopped. */
  timeLimit?: number | undefined;
  /** A task that says nothing of its progress for so long (ms) is stopped. */
  silenceLimit?: number | undefined;
  /** Heap of a worker in MB. */
  memoryLimit?: number | undefined;
};

export type RunOptions = { signal?: AbortSignal | undefined; onProgress?: ((done: number, total: number) => void) | undefined };

type Job = {
  id: number;
  task: Task;
  options: RunOptions;
  resolve: (value: never) => void;
  reject: (error: unknown) => void;
  worker: Worker | null;
  timer: NodeJS.Timeout | null;
  silence: NodeJS.Timeout | null;
};

/** Ten minutes: a report of a thousand pages takes one. */
const defaultTimeLimit = 10 * 60 * 1000;
/** No page and no table takes three minutes; what says nothing for so long hangs. */
const defaultSilenceLimit = 3 * 60 * 1000;
/** Two thousand pages of text with boxes take about half of this. */
const defaultMemoryLimit = 3072;

export class Pool {
  readonly size: number;
  private readonly file: URL;
  private readonly timeLimit: number;
  private readonly silenceLimit: number;
  private readonly memoryLimit: number;
  private readonly queue: Job[] = [];
  private readonly idle: Worker[] = [];
  private readonly busy = new Map<Worker, Job>();
  private lastId = 0;
  private closed = false;

  constructor(options: PoolOptions = {}) {
    this.file = options.file ?? new URL(import.meta.url.endsWith('.ts') ? './worker.ts' : './worker.js', import.meta.url);
    // One core stays for the application itself.
    this.size = options.size ?? Math.max(1, Math.min(4, availableParallelism() - 1));
    this.timeLimit = options.timeLimit ?? defaultTimeLimit;
    this.silenceLimit = options.silenceLimit ?? defaultSilenceLimit;
    this.memoryLimit = options.memoryLimit ?? defaultMemoryLimit;
  }

  /** Throws UserError('cancelled' | 'too-large' | what the task throws). A bug in a task is thrown as an Error with its stack. */
  run<Given extends Task>(task: Given, options: RunOptions = {}): Promise<Result<Given>> {
    return new Promise((resolve, reject) => {
      if (this.closed || options.signal?.aborted) {
        reject(cancelled());
        return;
      }
      this.lastId += 1;
      const job: Job = { id: this.lastId, task, options, resolve, reject, worker: null, timer: null, silence: null };
      options.signal?.addEventListener('abort', () => this.stop(job, cancelled()), { once: true });
      this.queue.push(job);
      this.assign();
    });
  }

  /** Starts a thread before it is needed, so that the first comparison does not wait for it. */
  warm(): void {
    if (this.closed || this.idle.length + this.busy.size > 0) return;
    const worker = this.start();
    worker.unref();
    this.idle.push(worker);
  }

  /** Ends threads that have nothing to do, and gives back the memory they keep. */
  async shed(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((worker) => worker.terminate()));
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const job of [...this.queue.splice(0), ...this.busy.values()]) {
      for (const timer of [job.timer, job.silence]) if (timer) clearTimeout(timer);
      job.reject(cancelled());
    }
    const workers = [...this.idle, ...this.busy.keys()];
    this.idle.length = 0;
    this.busy.clear();
    await Promise.all(workers.map((worker) => worker.terminate()));
  }

  private assign(): void {
    while (this.queue.length > 0 && this.busy.size < this.size) {
      const job = this.queue.shift();
      if (!job) return;
      const worker = this.idle.pop() ?? this.start();
      job.worker = worker;
      job.timer = setTimeout(() => this.stop(job, tooLong(this.timeLimit)), this.timeLimit);
      this.listen(job);
      this.busy.set(worker, job);
      worker.ref();
      worker.postMessage({ id: job.id, task: job.task });
    }
  }

  private start(): Worker {
    const worker = new Worker(this.file, { resourceLimits: { maxOldGenerationSizeMb: this.memoryLimit }, stdout: false, stderr: false });
    worker.on('message', (answer: Answer) => {
      const job = this.busy.get(worker);
      if (!job || job.id !== answer.id) return;
      if (answer.type === 'progress') {
        this.listen(job);
        job.options.onProgress?.(answer.done, answer.total);
        return;
      }
      this.release(job);
      // An idle worker must not keep the process alive.
      worker.unref();
      this.idle.push(worker);
      if (answer.type === 'value') job.resolve(answer.value as never);
      else if (answer.type === 'user-error') job.reject(new UserError(answer.code, answer.message, answer.hint));
      else job.reject(Object.assign(new Error(answer.message), { stack: answer.stack }));
      this.assign();
    });
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const job = this.busy.get(worker);
      if (job) this.release(job).reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory() : error);
      this.forget(worker);
      this.assign();
    });
    worker.on('exit', () => {
      const job = this.busy.get(worker);
      if (job) this.release(job).reject(new Error('a worker thread ended in the middle of a task'));
      this.forget(worker);
      this.assign();
    });
    return worker;
  }

  private stop(job: Job, reason: UserError): void {
    const waiting = this.queue.indexOf(job);
    if (waiting >= 0) this.queue.splice(waiting, 1);
    else if (job.worker && this.busy.get(job.worker) === job) {
      this.release(job);
      void job.worker.terminate();
    } else return;
    job.reject(reason);
    this.assign();
  }

  /** Begins anew to wait for a sign of life. */
  private listen(job: Job): void {
    if (job.silence) clearTimeout(job.silence);
    job.silence = setTimeout(() => this.stop(job, silent(this.silenceLimit)), this.silenceLimit);
  }

  private release(job: Job): Job {
    if (job.timer) clearTimeout(job.timer);
    if (job.silence) clearTimeout(job.silence);
    if (job.worker) this.busy.delete(job.worker);
    return job;
  }

  private forget(worker: Worker): void {
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    this.busy.delete(worker);
  }
}

function cancelled(): UserError {
  return new UserError('cancelled', 'Cancelled.');
}

function tooLong(limit: number): UserError {
  return new UserError('too-large', `Reading this file took longer than ${duration(limit)} and was stopped.`, 'Split the file, or print it to a new PDF.');
}

function silent(limit: number): UserError {
  return new UserError('too-large', `Reading this file came no further for ${duration(limit)} and was stopped.`, 'It may be damaged, or made to keep programs busy. Print it to a new PDF, or save it anew.');
}

function duration(milliseconds: number): string {
  const minutes = Math.round(milliseconds / 60_000);
  if (minutes > 0) return minutes === 1 ? 'a minute' : `${String(minutes)} minutes`;
  return `${String(Math.max(1, Math.round(milliseconds / 1000)))} seconds`;
}

function tooMuchMemory(): UserError {
  return new UserError('too-large', 'This file needs more memory than there is, and reading it was stopped.', 'Split the file into parts.');
}
