// Tells hosts what changed and how jobs go. Changes that follow fast upon one another are told together: those of a person at
// once, those of an import a little later, because each makes the screen ask anew.

import { annotationTables } from '../core/change.ts';
import type { JobProgress } from '../core/project.ts';
import type { BackendEvent } from '../rpc/contract.ts';

type Changed = Extract<BackendEvent, { type: 'changed' }>;

/** Milliseconds that lie between two announcements at least. */
export const shortPause = 150;
export const importPause = 700;

export class Announcer {
  private readonly listeners = new Set<(event: BackendEvent) => void>();
  private readonly underWay = new Map<string, JobProgress>();
  private pending: Changed | null = null;
  private toldAt = Number.NEGATIVE_INFINITY;
  private timer: { due: number; handle: NodeJS.Timeout } | null = null;

  subscribe(listener: (event: BackendEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Told at once when the last announcement is `pause` ms ago, else as soon as it is, with all that came in between. */
  changed(event: Changed, pause = shortPause): void {
    if (this.listeners.size === 0) return;
    this.pending = this.pending ? together(this.pending, event) : event;
    const now = performance.now();
    const due = this.toldAt + pause;
    if (now >= due) this.flush();
    else if (!this.timer || due < this.timer.due) {
      if (this.timer) clearTimeout(this.timer.handle);
      this.timer = { due, handle: setTimeout(() => this.flush(), due - now) };
      this.timer.handle.unref();
    }
  }

  progress(event: Extract<BackendEvent, { type: 'progress' }>): void {
    const { job } = event;
    if (job.state === 'running' || job.state === 'paused') this.underWay.set(job.id, job);
    else this.underWay.delete(job.id);
    this.tell(event);
  }

  /** Work under way or held, for a window that has just been opened. */
  jobs(): JobProgress[] {
    return [...this.underWay.values()];
  }

  /** Another project is opened: work of the one before has ended with it. */
  forgetJobs(): void {
    for (const job of this.underWay.values()) this.tell({ type: 'progress', job: { ...job, state: 'done' } });
    this.underWay.clear();
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer.handle);
    this.listeners.clear();
  }

  private flush(): void {
    if (this.timer) clearTimeout(this.timer.handle);
    this.timer = null;
    const event = this.pending;
    this.pending = null;
    if (!event) return;
    this.toldAt = performance.now();
    this.tell(event);
  }

  private tell(event: BackendEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

function together(first: Changed, next: Changed): Changed {
  const { annotations: _named, ...event } = next;
  const tables = [...new Set([...first.tables, ...next.tables])];
  // Named only when each of the two that concerns annotations names them.
  const isNamed = [first, next].every((each) => each.annotations !== undefined || !each.tables.some((table) => table === '*' || annotationTables.includes(table)));
  const annotations = [...new Set([...(first.annotations ?? []), ...(next.annotations ?? [])])];
  return { ...event, tables, label: next.label || first.label, ...(isNamed && annotations.length > 0 ? { annotations } : {}) };
}
