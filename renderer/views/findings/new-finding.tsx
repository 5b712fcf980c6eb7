// Asks for the claim of a new finding; country and years come with its evidence.

import { useState } from 'react';
import { useCommand } from '../../backend/use-command.ts';
import { FormDialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/fields.tsx';
import { link, navigate } from '../../routes.ts';

export function NewFinding({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const create = useCommand('findings.create', { quiet: true });
  const [claim, setClaim] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = async () => {
    if (claim.trim() === '') {
      setError('A finding needs a claim.');
      return;
    }
    const outcome = await create.run({ claim });
    if (!outcome.ok) {
      setError(outcome.sentence);
      return;
    }
    setClaim('');
    setError(null);
    onClose();
    navigate(link.findings(outcome.value.id));
  };
  return (
    <FormDialog title="New finding" isOpen={isOpen} onClose={onClose} verb="Make finding" onSubmit={() => void submit()}>
      <TextField label="Claim" value={claim} onChange={setClaim} lines={3} error={error} autoFocus onSubmit={() => void submit()} placeholder="One sentence that somebody could contest" />
    </FormDialog>
  );
}
