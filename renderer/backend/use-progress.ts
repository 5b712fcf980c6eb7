// Long work under way, such as a run of imports, as the application reports it.

import { useSyncExternalStore } from 'react';
import type { JobProgress } from '../../shared/core/project.ts';
import type { Connection } from './connect.ts';

/** Milliseconds a finished job stays visible, so that its end is seen. */
const shownAfterEnd = 2500;

let jobs: readonly JobProgress[] = [];
const listeners = new Set<() => void>();

/** Called once at the start. */
export function watchProgress(connection: Connection): void {
  connection.subscribe((event) => {
    if (event.type !== 'progress') return;
    const known = jobs.some((job) => job.id === event.job.id);
    publish(known ? jobs.map((job) => (job.id === event.job.id ? event.job : job)) : [...jobs, event.job]);
    if (!isUnderWay(event.job)) {
      setTimeout(() => publish(jobs.filter((job) => job.id !== event.job.id || isUnderWay(job))), shownAfterEnd);
    }
  });
  connection.onState((state) => {
    // A broken connection reports no end.
    if (state === 'lost') publish([]);
    if (state === 'open') void askForJobs(connection);
  });
  if (connection.state() === 'open') void askForJobs(connection);
}

/** What was under way before this window was opened, such as a run that is held. */
async function askForJobs(connection: Connection): Promise<void> {
  try {
    const known = await connection.call('jobs.list', {});
    publish([...known.filter(({ id }) => !jobs.some((job) => job.id === id)), ...jobs]);
  } catch {
    // The connection broke again; the next one asks anew.
  }
}

function isUnderWay(job: JobProgress): boolean {
  return job.state === 'running' || job.state === 'paused';
}

/** Jobs under way, oldest first; one that has ended stays for a moment. */
export function useProgress(): readonly JobProgress[] {
  return useSyncExternalStore(subscribe, () => jobs);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function publish(next: readonly JobProgress[]): void {
  jobs = next;
  for (const listener of listeners) listener();
}
