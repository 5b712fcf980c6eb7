// Undo and redo of the project, with the names of the steps.

import { useCallback } from 'react';
import { showToast } from '../components/toasts.ts';
import { useCommand } from './use-command.ts';
import { useProject } from './use-project.ts';
import { useQuery } from './use-query.ts';

export function useUndo() {
  const project = useProject();
  const summary = useQuery('projects.summary', {}, { enabled: project.data != null });
  const { run: runUndo } = useCommand('history.undo');
  const { run: runRedo } = useCommand('history.redo');

  const undo = useCallback(async () => {
    const outcome = await runUndo({});
    if (outcome.ok) showToast({ text: `Undone: ${outcome.value.label}` });
  }, [runUndo]);
  const redo = useCallback(async () => {
    const outcome = await runRedo({});
    if (outcome.ok) showToast({ text: `Done again: ${outcome.value.label}` });
  }, [runRedo]);

  return {
    /** What undo would take back; null when there is nothing. */
    undoLabel: summary.data?.undoLabel ?? null,
    redoLabel: summary.data?.redoLabel ?? null,
    undo,
    redo,
  };
}
