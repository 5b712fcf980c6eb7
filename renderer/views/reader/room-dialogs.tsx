// The dialogs of the reading room: a passage into a finding or a brief, and where to go.

import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import { EvidenceDialog } from '../../components/evidence-dialog.tsx';
import { QuoteDialog } from '../../components/quote-dialog.tsx';
import { GoDialog } from './go-dialog.tsx';

export type RoomDialog = { kind: 'evidence' | 'brief'; range: TextRange; /** When it is highlighted already. */ annotationId?: string } | { kind: 'go' };

type RoomDialogsProps = { dialog: RoomDialog; reading: DocumentReading; onClose: () => void; onGo: (range: TextRange) => void; onGoToPage: (pageNumber: number, start: number) => void };

export function RoomDialogs({ dialog, reading, onClose, onGo, onGoToPage }: RoomDialogsProps) {
  if (dialog.kind === 'go') {
    return (
      <GoDialog
        reading={reading}
        onClose={onClose}
        onGo={(goal) => {
          onClose();
          if (goal.kind === 'page') onGoToPage(goal.number, goal.start);
          else onGo({ start: goal.start, end: goal.start + 1 });
        }}
      />
    );
  }
  const { range, annotationId } = dialog;
  const passage = { documentId: reading.document.id, start: range.start, end: range.end, ...(annotationId !== undefined && { annotationId }) };
  return dialog.kind === 'evidence' ? <EvidenceDialog passage={passage} onClose={onClose} /> : <QuoteDialog passage={passage} onClose={onClose} />;
}
