// Undo and redo of the project, with the names of the steps.

import { useCallback } from 'react';
import { type NewToast, showToast } from '../components/toasts.ts';
import { UserError } from '../../shared/core/user-error.ts';
import { type Outcome, useCommand } from './use-command.ts';
import { useProject } from './use-project.ts';
import { useQuery } from './use-query.ts';

export function useUndo() {
  const project = useProject();
  const summary = useQuery('projects.summary', {}, { enabled: project.data != null });
  const { run: runUndo } = useCommand('history.undo', { quiet: true });
  const { run: runRedo } = useCommand('history.redo', { quiet: true });

  const undo = useCallback(async () => {
    const outcome = await runUndo({});
    showToast(outcome.ok ? { text: `Undone: ${outcome.value.label}` } : failed(outcome));
  }, [runUndo]);
  const redo = useCallback(async () => {
    const outcome = await runRedo({});
    showToast(outcome.ok ? { text: `Done again: ${outcome.value.label}` } : failed(outcome));
  }, [runRedo]);

  return {
    /** What undo would take back; null when there is nothing. */
    undoLabel: summary.data?.undoLabel ?? null,
    redoLabel: summary.data?.redoLabel ?? null,
    undo,
    redo,
  };
}

/** That there is nothing to take back is no fault. */
function failed({ error, sentence }: Extract<Outcome<unknown>, { ok: false }>): NewToast {
  const isNothing = error instanceof UserError && (error.code === 'nothing-to-undo' || error.code === 'nothing-to-redo');
  return { text: sentence, tone: isNothing ? 'plain' : 'error' };
}
