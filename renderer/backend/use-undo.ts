// Undo and redo of the project, with the names of the steps.

import { useCallback } from 'react';
import { showToast } from '../components/toasts.ts';
import { useCommand } from './use-command.ts';
import { useProject } from './use-project.ts';
import { useQuery } from './use-query.ts';

export function useUndo() {
  const project = useProject();
  const summary = useQuery('projects.summary', {}, { enabled: project.data != null });
  const undoCommand = useCommand('history.undo');
  const redoCommand = useCommand('history.redo');

  const undo = useCallback(async () => {
    const outcome = await undoCommand.run({});
    if (outcome.ok) showToast({ text: `Undone: ${outcome.value.label}` });
  }, [undoCommand.run]);
  const redo = useCallback(async () => {
    const outcome = await redoCommand.run({});
    if (outcome.ok) showToast({ text: `Done again: ${outcome.value.label}` });
  }, [redoCommand.run]);

  return {
    /** What undo would take back; null when there is nothing. */
    undoLabel: summary.data?.undoLabel ?? null,
    redoLabel: summary.data?.redoLabel ?? null,
    undo,
    redo,
  };
}
