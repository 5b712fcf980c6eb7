// Asks for the title of a new brief, or for another title.

import { useState } from 'react';
import type { Brief } from '../../../shared/core/brief.ts';
import { useCommand } from '../../backend/use-command.ts';
import { FormDialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/fields.tsx';
import { link, navigate } from '../../routes.ts';

export function NameBrief({ brief, onClose }: { brief: Pick<Brief, 'id' | 'title'> | null; onClose: () => void }) {
  const create = useCommand('briefs.create', { quiet: true });
  const update = useCommand('briefs.update', { quiet: true });
  const [title, setTitle] = useState(brief?.title ?? '');
  const [error, setError] = useState<string | null>(null);
  const submit = async () => {
    if (title.trim() === '') {
      setError('A brief needs a title.');
      return;
    }
    const outcome = brief ? await update.run({ id: brief.id, title }) : await create.run({ title });
    if (!outcome.ok) {
      setError(outcome.sentence);
      return;
    }
    onClose();
    if (!brief && outcome.value) navigate(link.briefs(outcome.value.id));
  };
  return (
    <FormDialog title={brief ? 'Rename brief' : 'New brief'} isOpen onClose={onClose} verb={brief ? 'Rename' : 'Make brief'} onSubmit={() => void submit()}>
      <TextField label="Title" value={title} onChange={setTitle} error={error} autoFocus placeholder="What changed, where, since when" />
    </FormDialog>
  );
}
