// Tells hosts what changed and how jobs go. Changes that follow fast upon one another (an import) are told together.

import type { BackendEvent } from '../rpc/contract.ts';

type Changed = Extract<BackendEvent, { type: 'changed' }>;

/** A change is told at once; those within this time (ms) after it are told together at its end. */
const pause = 150;

export class Announcer {
  private readonly listeners = new Set<(event: BackendEvent) => void>();
  private pending: Changed | null = null;
  private timer: NodeJS.Timeout | null = null;

  subscribe(listener: (event: BackendEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(event: Changed): void {
    if (this.listeners.size === 0) return;
    if (this.timer) {
      this.pending = { ...event, tables: [...new Set([...(this.pending?.tables ?? []), ...event.tables])], label: event.label || (this.pending?.label ?? '') };
      return;
    }
    this.tell(event);
    this.timer = setTimeout(() => {
      this.timer = null;
      const event = this.pending;
      this.pending = null;
      if (event) this.changed(event);
    }, pause);
    this.timer.unref();
  }

  progress(event: BackendEvent): void {
    this.tell(event);
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.listeners.clear();
  }

  private tell(event: BackendEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
