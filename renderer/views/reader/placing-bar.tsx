// While a highlight is placed by hand: says which, and gives it the selected passage. It selects nothing itself.

import { Check } from 'lucide-react';
import type { TextRange } from '../../../shared/core/document.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button, KeyboardHint } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { showToast } from '../../components/toasts.ts';
import { endPlacing, usePlacing } from '../../components/versions/version-sheets.ts';
import { link, navigate } from '../../routes.ts';
import './placing-bar.css';

export function PlacingBar({ documentId, passage, onPlaced }: { documentId: string; passage: TextRange | null; onPlaced: () => void }) {
  const placing = usePlacing();
  const settle = useCommand('doubts.settle');
  const { undo } = useUndo();
  const isHere = placing?.documentId === documentId;
  const place = async () => {
    if (!placing || !passage) return;
    const outcome = await settle.run({ places: [{ id: placing.annotationId, start: passage.start, end: passage.end }] });
    if (!outcome.ok) return;
    endPlacing();
    onPlaced();
    showToast({ text: 'Placed the highlight.', action: { label: 'Undo', run: () => void undo() } });
    navigate(link.doubts());
  };
  useCommandHandler('doubts.placeHere', () => void place(), isHere && passage !== null);
  if (!isHere) return null;
  return (
    <div className="placing-bar" role="region" aria-label="Placing a highlight">
      <p>
        Select where this stands now: <bdi className="placing-quote">“{placing.quote.length > 180 ? `${placing.quote.slice(0, 180)}…` : placing.quote}”</bdi>
      </p>
      <Button kind="primary" icon={Check} isDisabled={passage === null || settle.pending} onPress={() => void place()}>
        Place it here <KeyboardHint command="doubts.placeHere" />
      </Button>
      <Button
        onPress={() => {
          endPlacing();
          navigate(link.doubts(placing.annotationId));
        }}
      >
        Back to the review
      </Button>
    </div>
  );
}
