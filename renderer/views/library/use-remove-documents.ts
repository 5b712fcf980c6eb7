// Removing documents: done at once, told in a toast that can take it back.

import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { showToast } from '../../components/toasts.ts';
import type { DocumentSummary } from '../../../shared/core/library.ts';

export function useRemoveDocuments(): (documents: readonly DocumentSummary[]) => Promise<void> {
  const { run } = useCommand('documents.remove');
  const { undo } = useUndo();
  return async (documents) => {
    if (documents.length === 0) return;
    const outcome = await run({ ids: documents.map((document) => document.id) });
    if (!outcome.ok) return;
    const { annotations } = outcome.value;
    const what = documents.length === 1 ? `“${documents[0]?.title ?? ''}”` : `${String(documents.length)} documents`;
    const passages = annotations === 0 ? '' : annotations === 1 ? ' and 1 passage in it' : ` and ${String(annotations)} passages in ${documents.length === 1 ? 'it' : 'them'}`;
    showToast({ text: `Removed ${what}${passages}.`, action: { label: 'Undo', run: () => void undo() } });
  };
}
