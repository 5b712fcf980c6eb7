// Adds something to a brief that is there, or to a new one: a passage, a table, a chart. What is added is given by whoever opens it.

import { useState } from 'react';
import { useConnection } from '../backend/backend.tsx';
import { sentenceOf } from '../backend/error-sentence.ts';
import { useQuery } from '../backend/use-query.ts';
import { link, navigate } from '../routes.ts';
import { FormDialog } from './dialog.tsx';
import { ComboBox, Select } from './fields.tsx';
import { showToast } from './toasts.ts';

/** One way to add it; the first is meant unless another is chosen. */
export type Addition = { id: string; label: string; add: (briefId: string) => Promise<void>; /** A further field, shown while it is what is meant. */ field?: React.ReactNode };

export function AddToBrief({ additions, onClose }: { additions: readonly Addition[]; onClose: () => void }) {
  const connection = useConnection();
  const briefs = useQuery('briefs.list', {}).data;
  const [briefId, setBriefId] = useState<string | null>(null);
  const [chosen, setChosen] = useState(additions[0]?.id ?? '');
  const [error, setError] = useState<string | null>(null);

  const addTo = async (choose: () => Promise<string>) => {
    try {
      const id = await choose();
      await additions.find((each) => each.id === chosen)?.add(id);
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
      {additions.length > 1 && <Select label="Add" choices={additions.map(({ id, label }) => ({ id, label }))} value={chosen} onChange={setChosen} />}
      {additions.find((each) => each.id === chosen)?.field}
    </FormDialog>
  );
}
