// Long work under way, in the top bar: how far, how long still, and buttons to hold and to stop it. Its place is kept while the
// figures change.

import { CircleX, Pause, Play } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { link } from '../../routes.ts';
import { IconButton } from '../button.tsx';
import { useCommandHandler } from '../commands.tsx';
import { spokenOf, timeOf } from '../job-words.ts';
import { Link } from '../link.tsx';
import { type ShownJob, useShownJob } from './use-jobs.ts';

export function ImportProgress() {
  const shown = useShownJob();
  useCommandHandler('import.pause', () => shown?.pause?.(), Boolean(shown?.pause));
  useCommandHandler('import.resume', () => shown?.resume?.(), Boolean(shown?.resume));
  useCommandHandler('import.stop', () => shown?.stop?.(), Boolean(shown?.stop));
  return (
    <>
      {/* Always there: a live region that comes with its words is not read. */}
      <span className="visually-hidden" role="status">
        {shown?.job ? spokenOf(shown.job, shown.total) : ''}
      </span>
      {shown && <Progress {...shown} />}
    </>
  );
}

function Progress({ job, label, done, total, others, pause, resume, stop, isPaused }: ShownJob) {
  const time = job && !isPaused ? timeOf(job) : '';
  return (
    <div className="progress">
      <Link to={link.imports()} className="progress-link" title={[job?.current ?? 'Handing over', others > 0 ? `and ${String(others)} more under way` : ''].filter(Boolean).join(', ')}>
        <span className="figures progress-count">
          {isPaused ? 'Held' : label} {done.toLocaleString('en')}/{total.toLocaleString('en')}
        </span>
        <ProgressBar aria-label={label} value={done} maxValue={Math.max(1, total)} className={isPaused ? 'progress-bar progress-held' : 'progress-bar'}>
          {({ percentage }) => <span className="progress-done" style={{ width: `${String(percentage ?? 0)}%` }} />}
        </ProgressBar>
        <span className="figures progress-time">{time}</span>
      </Link>
      {pause && <IconButton icon={Pause} label={`Hold: ${label}`} onPress={pause} />}
      {resume && <IconButton icon={Play} label={`Go on: ${label}`} onPress={resume} />}
      {stop && <IconButton icon={CircleX} label={`Stop: ${label}`} onPress={stop} />}
    </div>
  );
}
