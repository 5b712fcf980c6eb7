// Uses a passage of a comparison as evidence: of a finding that is there, or of a new one.

import { useState } from 'react';
import { type Stance, stances } from '../../shared/core/finding.ts';
import { useConnection } from '../backend/backend.tsx';
import { sentenceOf } from '../backend/error-sentence.ts';
import { useQuery } from '../backend/use-query.ts';
import { FormDialog } from './dialog.tsx';
import { ComboBox, Select } from './fields.tsx';
import { showToast } from './toasts.ts';
import { link, navigate } from '../routes.ts';
import { type Passage, useAnnotationOf } from './annotation-of.ts';

const stanceChoices = stances.map((id) => ({ id, label: id }));

export function EvidenceDialog({ passage, onClose }: { passage: Passage; onClose: () => void }) {
  const connection = useConnection();
  const findings = useQuery('findings.list', {}).data;
  const annotationOf = useAnnotationOf();
  const [findingId, setFindingId] = useState<string | null>(null);
  const [stance, setStance] = useState<Stance>('supporting');
  const [error, setError] = useState<string | null>(null);
  const attempt = async (work: () => Promise<string>) => {
    try {
      const id = await work();
      showToast({ text: 'Added to the finding.', action: { label: 'Show', run: () => navigate(link.findings(id)) } });
      onClose();
    } catch (reason) {
      setError(sentenceOf(reason));
    }
  };
  const add = () =>
    attempt(async () => {
      if (findingId === null) throw new Error('Choose a finding, or type the claim of a new one and press Enter.');
      await connection.call('findings.addEvidence', { id: findingId, annotationIds: [await annotationOf(passage)], stance });
      return findingId;
    });
  const create = (claim: string) => attempt(async () => (await connection.call('findings.create', { claim, annotationIds: [await annotationOf(passage)], stance })).id);
  return (
    <FormDialog title="Use as evidence" isOpen onClose={onClose} verb="Add" onSubmit={() => void add()} width={520}>
      {findings && (
        <ComboBox
          label="Finding"
          choices={findings.map((finding) => ({ id: finding.id, label: finding.claim }))}
          value={findingId}
          onChange={setFindingId}
          onCreate={(claim) => void create(claim)}
          placeholder="Type to find one, or a new claim and Enter"
          autoFocus
          error={error}
        />
      )}
      <Select label="It is" choices={stanceChoices} value={stance} onChange={setStance} />
    </FormDialog>
  );
}
