// Sketches of texts that have none: of projects made before there were any, and of documents read again or replaced. In the background.

import { insertSketch, readingsWithoutSketch } from '../../store/likenesses.ts';
import { textOfReading } from '../../store/readings.ts';
import { breath, type ImportHost } from './host.ts';

/** Texts sent to the worker together. */
const textsAtOnce = 4;
/** Milliseconds after a change before it is looked whether something is missing. */
const patience = 500;

export class Sketching {
  private readonly host: ImportHost;
  private running: Promise<void> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isClosed = false;

  constructor(host: ImportHost) {
    this.host = host;
  }

  soon(): void {
    if (this.isClosed || this.timer || this.running) return;
    this.timer = setTimeout(() => {
      this.timer = null;
      void this.now();
    }, patience);
    this.timer.unref();
  }

  /** Answers when every document has its sketch. Never throws: what fails is tried at the next start. */
  now(): Promise<void> {
    this.running ??= this.work()
      .catch((error: unknown) => {
        if (!this.isClosed) this.host.onBug(error);
      })
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  close(): void {
    this.isClosed = true;
    if (this.timer) clearTimeout(this.timer);
  }

  private async work(): Promise<void> {
    const { store, pool, onChanged } = this.host;
    let found = 0;
    while (!this.isClosed) {
      const ids = readingsWithoutSketch(store.read, textsAtOnce);
      if (ids.length === 0) break;
      const sketches = await pool.run({ kind: 'sketch-texts', texts: ids.map((id) => textOfReading(store.read, id) ?? '') });
      for (const [index, id] of ids.entries()) {
        const sketch = sketches[index];
        if (this.isClosed || !sketch) return;
        found += store.keepUnforced((database) => insertSketch(database, store.read, id, sketch));
        await breath();
      }
    }
    if (found > 0 && !this.isClosed) onChanged(['likeness'], '');
  }
}
