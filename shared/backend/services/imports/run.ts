// A run of imports while it is open: how many files it has, how fast it goes, who waits for its end. It reads no file.

import type { JobPace, JobProgress } from '../../../core/project.ts';
import { WorkRate } from '../../../core/work-rate.ts';

/** A file costs time beside its bytes (starting, saving): as much as so many bytes of a report. */
const bytesOfAnyFile = 30_000;

export type RunCounts = { total: number; open: number; openBytes: number };

export class Run {
  readonly id: string;
  readonly aborts = new Set<AbortController>();
  readonly waiters: (() => void)[] = [];
  isCancelled = false;
  isPaused: boolean;
  /** Held or under way when the application last ended. */
  readonly isTakenUp: boolean;
  current = '';
  private counts: RunCounts;
  private readonly files: WorkRate;
  private readonly pages: WorkRate;
  private readonly work: WorkRate;

  constructor(id: string, counts: RunCounts, { now, isPaused = false, isTakenUp = false }: { now: number; isPaused?: boolean; isTakenUp?: boolean }) {
    this.id = id;
    this.counts = counts;
    this.isPaused = isPaused;
    this.isTakenUp = isTakenUp;
    this.files = new WorkRate(now);
    this.pages = new WorkRate(now);
    this.work = new WorkRate(now);
  }

  get total(): number {
    return this.counts.total;
  }

  get open(): number {
    return this.counts.open;
  }

  /** The ledger has changed otherwise than by the end of a file. */
  recount(counts: RunCounts): void {
    this.counts = counts;
  }

  grew(files: number, bytes: number): void {
    const { total, open, openBytes } = this.counts;
    this.counts = { total: total + files, open: open + files, openBytes: openBytes + bytes };
  }

  ended(bytes: number, pages: number, now: number): void {
    const { total, open, openBytes } = this.counts;
    this.counts = { total, open: Math.max(0, open - 1), openBytes: Math.max(0, openBytes - bytes) };
    this.files.done(1, now);
    this.pages.done(pages, now);
    this.work.done(bytes + bytesOfAnyFile, now);
  }

  goOn(now: number): void {
    this.isPaused = false;
    for (const rate of [this.files, this.pages, this.work]) rate.rested(now);
  }

  progress(now: number): JobProgress {
    const { total, open } = this.counts;
    const state = open === 0 ? (this.isCancelled ? 'cancelled' : 'done') : this.isPaused ? 'paused' : 'running';
    return { id: this.id, label: 'Importing', done: total - open, total, current: this.current, state, pace: this.pace(now) };
  }

  private pace(now: number): JobPace {
    const { open, openBytes } = this.counts;
    const pace = this.isPaused ? null : this.work.perSecond(now);
    return {
      filesPerSecond: this.isPaused ? null : this.files.perSecond(now),
      pagesPerSecond: this.isPaused ? null : this.pages.perSecond(now),
      secondsLeft: pace === null ? null : (openBytes + open * bytesOfAnyFile) / pace,
      isTakenUp: this.isTakenUp,
    };
  }
}
