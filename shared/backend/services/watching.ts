// Watching a folder for a project: what lies in it and what appears in it is imported as soon as it has stopped growing. A file that is
// deleted leaves its document alone; one that changes becomes a new document, offered as a newer state of the old one.
// Looked through every few seconds, not told by the system: that works on every drive, and sees a file that was missed at once again.

import { createHash } from 'node:crypto';
import { basename, resolve } from 'node:path';
import type { HeldFile } from '../../core/document.ts';
import type { WatchState } from '../../core/library.ts';
import { UserError } from '../../core/user-error.ts';
import { readUnchanged, type ScannedFile, scanFolder } from '../jobs/folder-scan.ts';
import type { Store } from '../store/store.ts';
import { putWatchedFile, type WatchedFile, watchedFiles } from '../store/watched-files.ts';

export type WatchingHost = {
  store: Store;
  now: () => string;
  /** The path of the folder kept for this project on this machine. */
  folder: () => string | null;
  keepFolder: (path: string | null) => void;
  /** Hands files in; a run of their own for each time. */
  add: (files: HeldFile[], runId: string | null) => Promise<{ runId: string }>;
  onChanged: (tables: string[], label: string) => void;
  onBug: (error: unknown) => string;
};

/** Milliseconds between two looks; a folder that takes long to look through is looked at less often. */
export const watchPause = 2_000;
const shareOfTime = 20;
/** Handed over in one call. */
const filesAtOnce = 50;
const bytesAtOnce = 16 * 1024 * 1024;

export class Watching {
  private readonly host: WatchingHost;
  private readonly pause: number;
  private known = new Map<string, WatchedFile>();
  private seen = new Map<string, ScannedFile>();
  private path: string | null = null;
  private fault = '';
  private timer: NodeJS.Timeout | null = null;
  private isLooking = false;

  constructor(host: WatchingHost, pause = watchPause) {
    this.host = host;
    this.pause = pause;
  }

  /** Goes on with the folder of the project, when there is one. */
  goOn(): void {
    const path = this.host.folder();
    if (path !== null) this.begin(path);
  }

  /** Throws UserError when the folder cannot be read now; nothing is changed then. */
  async start(path: string): Promise<WatchState> {
    const folder = resolve(path);
    await scanFolder(folder);
    this.host.keepFolder(folder);
    this.begin(folder);
    this.host.onChanged(['watched_file'], '');
    return this.state();
  }

  stop(): void {
    if (this.path === null) throw new UserError('not-found', 'No folder is watched.');
    this.close();
    this.host.keepFolder(null);
    this.host.onChanged(['watched_file'], '');
  }

  state(): WatchState {
    if (this.path === null) return { folder: null, state: 'off', fault: '', files: 0 };
    return { folder: basename(this.path) || this.path, state: this.fault === '' ? 'watching' : 'unreadable', fault: this.fault, files: this.seen.size };
  }

  close(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.path = null;
    this.fault = '';
    this.seen = new Map();
  }

  private begin(path: string): void {
    this.close();
    this.path = path;
    this.known = new Map(watchedFiles(this.host.store.read).map((file) => [file.name, file]));
    this.next(0);
  }

  private next(pause: number): void {
    if (this.path === null) return;
    this.timer = setTimeout(() => void this.look(), pause);
    this.timer.unref();
  }

  private async look(): Promise<void> {
    const { path } = this;
    if (path === null || this.isLooking) return;
    this.isLooking = true;
    const start = performance.now();
    try {
      const files = await scanFolder(path);
      const settled = files.filter((file) => isSame(file, this.seen.get(file.name)) && !isSame(file, this.known.get(file.name)));
      if (this.path !== path) return;
      this.tell('', files.length);
      this.seen = new Map(files.map((file) => [file.name, file]));
      await this.take(settled, path);
    } catch (error) {
      if (this.path !== path) return;
      if (!(error instanceof UserError)) this.host.onBug(error);
      this.tell(error instanceof UserError ? `${error.message} ${error.hint}`.trim() : 'The folder could not be looked through because of a fault in Annals.', 0);
    } finally {
      this.isLooking = false;
      // Another folder may have been chosen meanwhile; its first look was put off by this one.
      this.next(this.path === path ? Math.max(this.pause, (performance.now() - start) * shareOfTime) : 0);
    }
  }

  /** A file that changes or vanishes while it is read is left for the next look. */
  private async take(files: readonly ScannedFile[], path: string): Promise<void> {
    let runId: string | null = null;
    for (let from = 0; from < files.length; ) {
      const batch: { file: ScannedFile; bytes: Uint8Array; contentId: string }[] = [];
      for (let size = 0; from < files.length && batch.length < filesAtOnce && size < bytesAtOnce; from += 1) {
        const file = files[from];
        const bytes = file && (await readUnchanged(file));
        if (!file || !bytes) continue;
        size += bytes.length;
        batch.push({ file, bytes, contentId: createHash('sha256').update(bytes).digest('hex') });
      }
      if (this.path !== path) return;
      // Touched, copied over by itself, or set back to what it was: the same bytes are no news.
      const fresh = batch.filter(({ file, contentId }) => this.known.get(file.name)?.contentId !== contentId);
      if (fresh.length > 0) runId = (await this.host.add(fresh.map(({ file, bytes }) => ({ name: file.name, bytes })), runId)).runId;
      if (this.path !== path) return;
      this.host.store.keep((database) => {
        for (const { file, contentId } of batch) {
          const watched = { name: file.name, contentId, size: file.size, modifiedAt: file.modifiedAt };
          putWatchedFile(database, watched, this.host.now());
          this.known.set(file.name, watched);
        }
      });
    }
  }

  private tell(fault: string, files: number): void {
    if (this.fault === fault && this.seen.size === files) return;
    this.fault = fault;
    queueMicrotask(() => this.host.onChanged(['watched_file'], ''));
  }
}

function isSame(file: Pick<ScannedFile, 'size' | 'modifiedAt'>, other: Pick<ScannedFile, 'size' | 'modifiedAt'> | undefined): boolean {
  return other !== undefined && file.size === other.size && file.modifiedAt === other.modifiedAt;
}
