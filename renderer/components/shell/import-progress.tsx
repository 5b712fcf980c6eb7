// Long work under way, in the top bar: how far, of what, and a way to stop it.

import { CircleX } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { useConnection } from '../../backend/backend.tsx';
import { useProgress } from '../../backend/use-progress.ts';
import { link } from '../../routes.ts';
import { IconButton } from '../button.tsx';
import { Link } from '../link.tsx';

export function ImportProgress() {
  const jobs = useProgress();
  const connection = useConnection();
  const job = jobs.findLast((known) => known.state === 'running') ?? jobs.at(-1);
  if (!job) return null;
  const others = jobs.filter((known) => known.state === 'running' && known !== job).length;
  const isRunning = job.state === 'running';
  return (
    <div className="progress">
      <Link to={link.library('imports')} className="progress-link" title={job.current}>
        <span className="figures">
          {job.label} {job.done.toLocaleString('en')}/{job.total.toLocaleString('en')}
          {others > 0 && ` (and ${String(others)} more)`}
          {job.state === 'cancelled' && ', stopped'}
          {job.state === 'failed' && ', failed'}
        </span>
        <ProgressBar aria-label={job.label} value={job.done} maxValue={Math.max(1, job.total)} className="progress-bar">
          {({ percentage }) => <span className="progress-done" style={{ width: `${String(percentage ?? 0)}%` }} />}
        </ProgressBar>
      </Link>
      {/* A job may end between the press and the answer; then there is nothing to stop. */}
      {isRunning && <IconButton icon={CircleX} label={`Stop: ${job.label}`} onPress={() => void connection.call('jobs.cancel', { id: job.id }).catch(() => undefined)} />}
    </div>
  );
}
