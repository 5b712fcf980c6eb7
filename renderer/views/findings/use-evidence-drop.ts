// A passage dropped or pasted on a finding becomes evidence for it; its stance is changed where it then stands.

import { useCallback } from 'react';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import type { CarriedPassage } from '../../components/passage-transfer.ts';
import { showToast } from '../../components/toasts.ts';
import { usePassageDrop, useTakePassage } from '../../components/use-take-passage.ts';

export function useEvidenceDrop(findingId: string) {
  const { run } = useCommand('findings.addEvidence');
  const { undo } = useUndo();
  const take = useTakePassage();
  const add = useCallback(
    async (passage: CarriedPassage) => {
      const annotationId = await take(passage);
      if (annotationId === null) return;
      const outcome = await run({ id: findingId, annotationIds: [annotationId], stance: 'supporting' });
      if (outcome.ok) showToast({ text: 'Added as supporting evidence.', action: { label: 'Undo', run: () => void undo() } });
    },
    [findingId, run, take, undo],
  );
  return { add, drop: usePassageDrop((passage) => void add(passage)) };
}
