// Long work in words: how far it is, how fast it goes, how long it will take. Pure.

import type { JobProgress } from '../../shared/core/project.ts';
import { rateInWords, timeLeftInWords } from '../../shared/core/work-rate.ts';

/** "about 2 minutes left", "held", "stopping": short, beside the bar. */
export function timeOf(job: JobProgress): string {
  if (job.state === 'paused') return 'held';
  if (job.state === 'cancelled') return 'stopped';
  if (job.state === 'failed') return 'failed';
  return job.state === 'running' ? timeLeftInWords(job.pace?.secondsLeft ?? null) : '';
}

/** "4.2 files a second, 38 pages a second"; '' while it is too early to say. */
export function paceOf(job: JobProgress): string {
  if (job.state !== 'running' || !job.pace) return '';
  return [rateInWords(job.pace.filesPerSecond, 'files'), rateInWords(job.pace.pagesPerSecond, 'pages')].filter(Boolean).join(', ');
}

/** What a screen reader is told: the state, and the progress in steps of a tenth only. */
export function spokenOf(job: JobProgress, total: number): string {
  const tenth = total === 0 ? 0 : Math.floor((job.done / total) * 10) * 10;
  switch (job.state) {
    case 'paused':
      return `${job.label}: held. ${(total - job.done).toLocaleString('en')} ${job.isOcr ? 'pages' : 'files'} wait.`;
    case 'running':
      return tenth === 0 ? `${job.label}: begun.` : `${job.label}: ${String(tenth)} per cent done.`;
    case 'cancelled':
      return `${job.label}: stopped.`;
    case 'failed':
      return `${job.label}: failed.`;
    case 'done':
      return `${job.label}: done.`;
  }
}
