// Long work under way, in the top bar: how far, of what, and a way to stop it.

import { CircleX } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { useConnection } from '../../backend/backend.tsx';
import { useProgress } from '../../backend/use-progress.ts';
import { link } from '../../routes.ts';
import { useHandings } from '../../views/library/imports/handing.ts';
import { IconButton } from '../button.tsx';
import { Link } from '../link.tsx';

export function ImportProgress() {
  const jobs = useProgress();
  const handings = useHandings();
  const connection = useConnection();
  const handing = handings.at(-1);
  // While files are still being handed over, the application knows of fewer than there are.
  const job = jobs.find((known) => known.id === handing?.runId) ?? jobs.findLast((known) => known.state === 'running') ?? (handing ? undefined : jobs.at(-1));
  if (!job && !handing) return null;
  const label = job?.label ?? 'Importing';
  const done = job?.done ?? 0;
  const isOwn = handing && (!job || handing.runId === job.id);
  const total = Math.max(job?.total ?? 0, isOwn ? handing.total : 0);
  const isRunning = Boolean(isOwn) || job?.state === 'running';
  const others = jobs.filter((known) => known.state === 'running' && known !== job).length;
  const stop = () => {
    if (isOwn) handing.stop();
    // A job may end between the press and the answer; then there is nothing to stop.
    if (job) connection.call('jobs.cancel', { id: job.id }).catch(() => undefined);
  };
  return (
    <div className="progress">
      <Link to={link.imports()} className="progress-link" title={job?.current ?? 'Handing over'}>
        <span className="figures">
          {label} {done.toLocaleString('en')}/{total.toLocaleString('en')}
          {others > 0 && ` (and ${String(others)} more)`}
          {!isRunning && job?.state === 'cancelled' && ', stopped'}
          {!isRunning && job?.state === 'failed' && ', failed'}
        </span>
        <ProgressBar aria-label={label} value={done} maxValue={Math.max(1, total)} className="progress-bar">
          {({ percentage }) => <span className="progress-done" style={{ width: `${String(percentage ?? 0)}%` }} />}
        </ProgressBar>
      </Link>
      {isRunning && <IconButton icon={CircleX} label={`Stop: ${label}`} onPress={stop} />}
    </div>
  );
}
