// The runs under way or held, above the ledger: how far, how fast, how long still, which file, and what can be done about it.

import { CircleX, Pause, Play } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import type { JobProgress } from '../../../../shared/core/project.ts';
import { useProgress } from '../../../backend/use-progress.ts';
import { Button } from '../../../components/button.tsx';
import { paceOf, timeOf } from '../../../components/job-words.ts';
import { useJobControls } from '../../../components/shell/use-jobs.ts';
import './run-strip.css';

export function RunStrip() {
  const jobs = useProgress().filter((job) => job.pace !== undefined);
  const controls = useJobControls();
  if (jobs.length === 0) return null;
  return (
    <section className="run-strip" aria-label="Imports under way">
      {jobs.map((job) => (
        <RunLine key={job.id} job={job} {...controls} />
      ))}
    </section>
  );
}

function RunLine({ job, pause, resume, stop }: { job: JobProgress } & ReturnType<typeof useJobControls>) {
  const isOpen = job.state === 'running' || job.state === 'paused';
  const pace = job.state === 'paused' ? `${job.pace?.isTakenUp ? 'Held since before Annals was started. ' : 'Held. '}${(job.total - job.done).toLocaleString('en')} files wait.` : paceOf(job);
  return (
    <div className="run-line">
      <span className="figures run-count">
        {job.done.toLocaleString('en')} of {job.total.toLocaleString('en')} files
      </span>
      <ProgressBar aria-label="Files read" value={job.done} maxValue={Math.max(1, job.total)} className={job.state === 'paused' ? 'run-bar progress-held' : 'run-bar'}>
        {({ percentage }) => <span className="progress-done" style={{ width: `${String(percentage ?? 0)}%` }} />}
      </ProgressBar>
      <span className="figures run-time">{job.state === 'paused' ? '' : timeOf(job)}</span>
      <span className="run-buttons">
        {job.state === 'running' && (
          <Button kind="quiet" icon={Pause} onPress={() => pause(job)}>
            Hold
          </Button>
        )}
        {job.state === 'paused' && (
          <Button kind="primary" icon={Play} onPress={() => resume(job)}>
            Go on
          </Button>
        )}
        {isOpen && (
          <Button kind="quiet" icon={CircleX} onPress={() => stop(job)}>
            Stop
          </Button>
        )}
      </span>
      <span className="faint figures run-pace">{pace}</span>
      <span className="faint truncate run-current" title={job.current}>
        {job.state === 'running' ? job.current : ''}
      </span>
    </div>
  );
}
