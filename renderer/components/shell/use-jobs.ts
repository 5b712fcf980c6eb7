// The work shown in the frame and how it is held, taken up and stopped: the run of imports the analyst sees, with what is still
// being handed over.

import type { JobProgress } from '../../../shared/core/project.ts';
import { useConnection } from '../../backend/backend.tsx';
import { useCommand } from '../../backend/use-command.ts';
import { useProgress } from '../../backend/use-progress.ts';
import { useHandings } from '../../views/library/imports/handing.ts';

export type ShownJob = {
  job: JobProgress | null;
  label: string;
  done: number;
  total: number;
  isRunning: boolean;
  isPaused: boolean;
  /** Other jobs under way. */
  others: number;
  /** Null where it cannot be held. */
  pause: (() => void) | null;
  resume: (() => void) | null;
  stop: (() => void) | null;
};

/** The newest first; null when nothing is under way. */
export function useShownJob(): ShownJob | null {
  // A comparison is shown where it is waited for.
  const jobs = useProgress().filter((job) => job.compares === undefined);
  const handings = useHandings();
  const controls = useJobControls();
  const handing = handings.at(-1);
  const isOpen = (known: JobProgress) => known.state === 'running' || known.state === 'paused';
  // While files are still being handed over, the application knows of fewer than there are.
  const job = jobs.find((known) => known.id === handing?.runId) ?? jobs.findLast((known) => known.state === 'running') ?? jobs.findLast(isOpen) ?? (handing ? null : (jobs.at(-1) ?? null));
  if (!job && !handing) return null;
  const isOwn = handing !== undefined && (!job || handing.runId === job.id);
  const isPaused = job?.state === 'paused';
  const isRunning = !isPaused && (isOwn || job?.state === 'running');
  return {
    job,
    label: job?.label ?? 'Importing',
    done: job?.done ?? 0,
    total: Math.max(job?.total ?? 0, isOwn ? handing.total : 0),
    isRunning,
    isPaused,
    others: jobs.filter((known) => isOpen(known) && known !== job).length,
    pause: job && isRunning && (job.pace || job.isOcr) ? () => controls.pause(job) : null,
    resume: job && isPaused ? () => controls.resume(job) : null,
    stop:
      isRunning || isPaused
        ? () => {
            if (isOwn) handing.stop();
            if (job) controls.stop(job);
          }
        : null,
  };
}

export function useJobControls(): { pause: (job: JobProgress) => void; resume: (job: JobProgress) => void; stop: (job: JobProgress) => void } {
  const connection = useConnection();
  const pause = useCommand('imports.pause');
  const resume = useCommand('imports.resume');
  const pauseOcr = useCommand('ocr.pause');
  const resumeOcr = useCommand('ocr.resume');
  return {
    pause: (job) => void (job.isOcr ? pauseOcr.run({ id: job.id }) : pause.run({ runId: job.id })),
    resume: (job) => void (job.isOcr ? resumeOcr.run({ id: job.id }) : resume.run({ runId: job.id })),
    // A job may end between the press and the answer; then there is nothing to stop.
    stop: (job) => void connection.call('jobs.cancel', { id: job.id }).catch(() => undefined),
  };
}
