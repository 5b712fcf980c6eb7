// Adds a passage to a brief as a quotation: to one that is there, or to a new one.

import { useState } from 'react';
import { useConnection } from '../../backend/backend.tsx';
import { sentenceOf } from '../../backend/error-sentence.ts';
import { useQuery } from '../../backend/use-query.ts';
import { FormDialog } from '../../components/dialog.tsx';
import { ComboBox } from '../../components/fields.tsx';
import { showToast } from '../../components/toasts.ts';
import { link, navigate } from '../../routes.ts';
import { type Passage, useAnnotationOf } from '../../components/annotation-of.ts';

export function BriefDialog({ passage, onClose }: { passage: Passage; onClose: () => void }) {
  const connection = useConnection();
  const briefs = useQuery('briefs.list', {}).data;
  const annotationOf = useAnnotationOf();
  const [briefId, setBriefId] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);

  const addTo = async (choose: () => Promise<string>) => {
    try {
      const id = await choose();
      await connection.call('briefs.addBlock', { briefId: id, kind: 'quote', annotationId: await annotationOf(passage) });
      showToast({ text: 'Added to the brief.', action: { label: 'Show', run: () => navigate(link.briefs(id)) } });
      onClose();
    } catch (reason) {
      setError(sentenceOf(reason));
    }
  };
  const submit = () => {
    if (briefId === null) setError('Choose a brief, or type the title of a new one and press Enter.');
    else void addTo(() => Promise.resolve(briefId));
  };
  return (
    <FormDialog title="Add to a brief" isOpen onClose={onClose} verb="Add" onSubmit={submit} width={520}>
      {briefs && (
        <ComboBox
          label="Brief"
          choices={briefs.map((brief) => ({ id: brief.id, label: brief.title }))}
          value={briefId}
          onChange={setBriefId}
          onCreate={(title) => void addTo(async () => (await connection.call('briefs.create', { title })).id)}
          placeholder="Type to find one, or a new title and Enter"
          autoFocus
          error={error}
        />
      )}
    </FormDialog>
  );
}
