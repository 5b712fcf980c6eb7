// The line at the bottom: whether all is saved, what the project holds, what undo would take back.

import { useConnectionState } from '../../backend/backend.tsx';
import { useQuery } from '../../backend/use-query.ts';
import { useKeysOf } from '../key-changes.ts';
import { keyLabel } from '../keys.ts';

export function StatusBar({ hasProject }: { hasProject: boolean }) {
  const connection = useConnectionState();
  const undoKeys = useKeysOf('edit.undo');
  const { data: summary } = useQuery('projects.summary', {}, { enabled: hasProject });
  return (
    <footer className="status-bar figures">
      <span>{connection === 'open' ? (hasProject ? 'Saved' : 'No project open') : 'Waiting for the application'}</span>
      {hasProject && summary && (
        <>
          <span>{counted(summary.documents, 'document')}</span>
          <span>{counted(summary.annotations, 'passage')} annotated</span>
          <span className="status-bar-optional">{counted(summary.findings, 'finding')}</span>
          <span className="status-bar-undo truncate">{summary.undoLabel ? `${undoKeys === undefined ? 'Undo' : keyLabel(undoKeys)} takes back: ${summary.undoLabel}` : 'Nothing to undo'}</span>
        </>
      )}
    </footer>
  );
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
