// Makes a finding of a contradiction: the one side supports the claim, the other contradicts it.

import { useState } from 'react';
import type { QueuedContradiction } from '../../../../shared/core/contradiction-queue.ts';
import { formatObservation } from '../../../../shared/core/observation.ts';
import { useConnection } from '../../../backend/backend.tsx';
import { sentenceOf } from '../../../backend/error-sentence.ts';
import { useAnnotationOf } from '../../../components/annotation-of.ts';
import { placeOf } from '../../../components/data-card/observed-value.tsx';
import { FormDialog } from '../../../components/dialog.tsx';
import { Select, TextField } from '../../../components/fields.tsx';
import { showToast } from '../../../components/toasts.ts';
import { link, navigate } from '../../../routes.ts';

export function FindingDialog({ contradiction: { name, year, sides }, onClose }: { contradiction: QueuedContradiction; onClose: () => void }) {
  const connection = useConnection();
  const annotationOf = useAnnotationOf();
  const claimOf = (side: number) => `${name} in ${year}: ${sides[side] ? formatObservation(sides[side]) : ''}.`;
  const [held, setHeld] = useState(0);
  const [claim, setClaim] = useState(claimOf(0));
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const hold = (side: number) => {
    if (claim === claimOf(held)) setClaim(claimOf(side));
    setHeld(side);
  };
  const make = async () => {
    if (claim.trim() === '' || isBusy) return setError(claim.trim() === '' ? 'A finding needs its claim.' : null);
    setBusy(true);
    try {
      // A side without a place of its own, such as a value set by hand, cannot be quoted.
      const quoted = await Promise.all(sides.map(async (side) => {
        const at = placeOf(side);
        return at ? annotationOf({ documentId: side.documentId, ...at }) : null;
      }));
      const [own, other] = [quoted[held] ?? null, quoted[1 - held] ?? null];
      const { id } = await connection.call('findings.create', { claim: claim.trim(), annotationIds: own === null ? [] : [own], stance: 'supporting' });
      if (other !== null) await connection.call('findings.addEvidence', { id, annotationIds: [other], stance: 'contradicting' });
      showToast({ text: 'Made a finding with both sides as evidence.', action: { label: 'Show', run: () => navigate(link.findings(id)) } });
      onClose();
    } catch (reason) {
      setError(sentenceOf(reason));
      setBusy(false);
    }
  };
  return (
    <FormDialog title="Make a finding" isOpen onClose={onClose} verb="Make" onSubmit={() => void make()} width={520}>
      <Select label="What the finding holds" choices={sides.map((side, index) => ({ id: String(index), label: `${formatObservation(side)}, ${side.documentTitle}` }))} value={String(held)} onChange={(id) => hold(Number(id))} />
      <TextField label="Claim" value={claim} onChange={setClaim} lines={2} autoFocus error={error} />
    </FormDialog>
  );
}
