// What stands where a comparison will: how far it is when it takes long, a way to stop it, and what to say once it was stopped.

import { CircleX } from 'lucide-react';
import { ProgressBar } from 'react-aria-components';
import { UserError } from '../../../shared/core/user-error.ts';
import { useConnection } from '../../backend/backend.tsx';
import { useProgress } from '../../backend/use-progress.ts';
import type { Answer } from '../../backend/use-query.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import './comparison-waiting.css';

export function ComparisonWaiting({ query, documentIds }: { query: Pick<Answer<unknown>, 'error' | 'errorSentence' | 'refetch'>; documentIds: readonly string[] }) {
  const connection = useConnection();
  const job = useProgress().findLast(({ state, compares }) => state === 'running' && compares?.length === documentIds.length && compares.every((id) => documentIds.includes(id)));
  if (query.error instanceof UserError && query.error.code === 'cancelled') {
    return (
      <EmptyState title="The comparison was stopped" action={<Button kind="primary" onPress={query.refetch}>Compare again</Button>}>
        Nothing was changed. Fewer editions are compared sooner.
      </EmptyState>
    );
  }
  if (query.errorSentence) return <ErrorNote onRetry={query.refetch}>{query.errorSentence}</ErrorNote>;
  if (!job) return <Waiting>Comparing…</Waiting>;
  return (
    <div className="comparison-waiting">
      <ProgressBar aria-label={job.label} value={job.done} maxValue={job.total}>
        {({ percentage }) => (
          <>
            <p>
              {job.label} <span className="figures faint">{Math.floor(percentage ?? 0)}%</span>
            </p>
            <span className="comparison-waiting-bar"><span style={{ width: `${String(percentage ?? 0)}%` }} /></span>
          </>
        )}
      </ProgressBar>
      {/* It may have ended between the press and the answer; then there is nothing to stop. */}
      <Button icon={CircleX} onPress={() => void connection.call('jobs.cancel', { id: job.id }).catch(() => undefined)}>Stop</Button>
    </div>
  );
}
