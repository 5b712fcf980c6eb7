// Reading documents again: begun at once, told in a toast when it has ended, and one step to undo.

import { useCallback } from 'react';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { showToast } from '../toasts.ts';
import { rereadInWords } from './placement-words.ts';

export function useReread(): (ids: readonly string[]) => Promise<void> {
  const reread = useCommand('versions.reread');
  const wait = useCommand('versions.wait');
  const { undo } = useUndo();
  const [begin, ended] = [reread.run, wait.run];
  return useCallback(
    async (ids) => {
      if (ids.length === 0) return;
      const run = await begin({ ids: [...ids] });
      const outcomes = run.ok ? await ended({ runId: run.value.runId }) : null;
      if (!outcomes?.ok) return;
      const isChanged = outcomes.value.some(({ outcome }) => outcome === 'read');
      showToast({ text: rereadInWords(outcomes.value), ...(isChanged ? { action: { label: 'Undo', run: () => void undo() } } : {}) });
    },
    [begin, ended, undo],
  );
}
