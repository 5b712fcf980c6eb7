// Uses a passage as evidence, of a finding that is there or of a new one; those beside it too when they are wanted.

import { type ReactNode, useState } from 'react';
import { type Stance, stances } from '../../shared/core/finding.ts';
import { useConnection } from '../backend/backend.tsx';
import { sentenceOf } from '../backend/error-sentence.ts';
import { useQuery } from '../backend/use-query.ts';
import { FormDialog } from './dialog.tsx';
import { ComboBox, Select } from './fields.tsx';
import { showToast } from './toasts.ts';
import { link, navigate } from '../routes.ts';
import { type Passage, useAnnotationOf } from './annotation-of.ts';
import { type OtherPassage, useOtherPassages } from './other-passages.tsx';

const stanceChoices = stances.map((id) => ({ id, label: id }));

const noOthers: readonly OtherPassage[] = [];

export function EvidenceDialog({ passage, others = noOthers, onClose }: { passage: Passage; others?: readonly OtherPassage[]; onClose: () => void }) {
  const annotationOf = useAnnotationOf();
  const { passages, field } = useOtherPassages(passage, others);
  const annotations = async () => {
    const ids: string[] = [];
    for (const each of passages) ids.push(await annotationOf(each));
    return ids;
  };
  return (
    <FindingDialog annotations={annotations} onClose={onClose}>
      {field}
    </FindingDialog>
  );
}

/** `annotations` answers the ids of what becomes evidence; it is asked when the finding has been chosen. */
export function FindingDialog({ title = 'Use as evidence', annotations, onClose, children }: { title?: string; annotations: () => Promise<string[]>; onClose: () => void; children?: ReactNode }) {
  const connection = useConnection();
  const findings = useQuery('findings.list', {}).data;
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
      await connection.call('findings.addEvidence', { id: findingId, annotationIds: await annotations(), stance });
      return findingId;
    });
  const create = (claim: string) => attempt(async () => (await connection.call('findings.create', { claim, annotationIds: await annotations(), stance })).id);
  return (
    <FormDialog title={title} isOpen onClose={onClose} verb="Add" onSubmit={() => void add()} width={520}>
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
      {children}
    </FormDialog>
  );
}
