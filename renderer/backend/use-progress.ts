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
    if (event.job.state !== 'running') {
      setTimeout(() => publish(jobs.filter((job) => job.id !== event.job.id || job.state === 'running')), shownAfterEnd);
    }
  });
  connection.onState((state) => {
    // A broken connection reports no end.
    if (state === 'lost') publish([]);
  });
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
