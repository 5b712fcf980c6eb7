// What imports need of the open project around them, and how they leave time for others.

import type { JobProgress } from '../../../core/project.ts';
import type { Pool } from '../../jobs/pool.ts';
import type { Origin, Store } from '../../store/store.ts';
import type { Context } from '../handler.ts';

export type ImportHost = {
  store: Store;
  pool: Pool;
  context: Context;
  origin: () => Origin;
  onChanged: (tables: string[], label: string) => void;
  onProgress: (progress: JobProgress) => void;
  /** A bug in an importer: logged with its stack; answers the log id. */
  onBug: (error: unknown) => string;
};

/** Milliseconds of writing in one go; other calls are answered after it. A key press may wait three times as long unnoticed. */
export const writingTime = 8;

/** Lets everything that waits have its turn. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
