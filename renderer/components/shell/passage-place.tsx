// Findings and briefs as places to drop a passage while the reader is shown: the dialog that chooses one opens.

import { type ReactNode, useState } from 'react';
import { QuoteDialog } from '../quote-dialog.tsx';
import { EvidenceDialog } from '../evidence-dialog.tsx';
import type { CarriedPassage } from '../passage-transfer.ts';
import { usePassageDrop } from '../use-take-passage.ts';

/** An entry of the navigation that takes passages. */
export function PassagePlace({ into, children }: { into: 'finding' | 'brief'; children: ReactNode }) {
  const [dropped, setDropped] = useState<CarriedPassage | null>(null);
  const { isOver, place } = usePassageDrop(setDropped);
  const Chooser = into === 'finding' ? EvidenceDialog : QuoteDialog;
  return (
    <li className={isOver ? 'passage-over' : undefined} {...place}>
      {children}
      {dropped && <Chooser passage={{ documentId: dropped.documentId, start: dropped.start, end: dropped.end, ...(dropped.annotationId !== null && { annotationId: dropped.annotationId }) }} onClose={() => setDropped(null)} />}
    </li>
  );
}
