// How fast long work goes, smoothed, and how long it will take, in words. The clock comes in.

/** Work this long ago (ms) counts a third: long enough not to jump with each file, short enough to notice a stack of large ones. */
const memory = 15_000;
/** Nothing is foretold sooner (ms): the first files say little. */
const earliest = 1_500;

/** A rate that forgets: work and time, both fading, so that it is right from the first moment. */
export class WorkRate {
  private work = 0;
  private time = 0;
  private seenAt: number;
  private readonly startedAt: number;

  constructor(now: number) {
    this.startedAt = now;
    this.seenAt = now;
  }

  /** `work` in any unit was done since the last call. */
  done(work: number, now: number): void {
    const passed = Math.max(0, now - this.seenAt);
    const kept = Math.exp(-passed / memory);
    this.work = this.work * kept + work;
    this.time = this.time * kept + passed;
    this.seenAt = now;
  }

  /** The time since the last call was no work: it was held. */
  rested(now: number): void {
    this.seenAt = now;
  }

  /** In units a second; null while it is too early to say. */
  perSecond(now: number): number | null {
    const passed = Math.max(0, now - this.seenAt);
    const time = this.time + passed;
    if (now - this.startedAt < earliest || time <= 0 || this.work <= 0) return null;
    return this.work / (time / 1000);
  }
}

/** "a few seconds left", "about 40 seconds left", "about 2 minutes left", "about 3 hours left"; '' when not known. */
export function timeLeftInWords(seconds: number | null): string {
  if (seconds === null || !Number.isFinite(seconds)) return '';
  if (seconds < 8) return 'a few seconds left';
  if (seconds < 50) return `about ${String(Math.ceil(seconds / 10) * 10)} seconds left`;
  const minutes = Math.round(seconds / 60);
  if (minutes <= 1) return 'about a minute left';
  if (minutes < 55) return `about ${String(minutes < 10 ? minutes : Math.round(minutes / 5) * 5)} minutes left`;
  const hours = Math.round(seconds / 3600);
  return hours <= 1 ? 'about an hour left' : `about ${String(hours)} hours left`;
}

/** "3.2 files a second", "12 pages a minute": the unit in which it is a number to read. */
export function rateInWords(perSecond: number | null, many: string): string {
  if (perSecond === null) return '';
  if (perSecond >= 0.95) return `${perSecond < 10 ? perSecond.toFixed(1) : Math.round(perSecond).toLocaleString('en')} ${many} a second`;
  const perMinute = perSecond * 60;
  return perMinute < 0.95 ? '' : `${String(Math.round(perMinute))} ${many} a minute`;
}
