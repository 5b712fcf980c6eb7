// The menu of saved comparisons: opens one, saves what is shown, renames and forgets.

import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import type { ComparisonFilter, SavedComparison } from '../../../shared/core/saved-comparison.ts';
import { useConnection } from '../../backend/backend.tsx';
import { sentenceOf } from '../../backend/error-sentence.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { FormDialog } from '../../components/dialog.tsx';
import { TextField } from '../../components/fields.tsx';
import { Menu, type MenuEntry } from '../../components/menu.tsx';
import { showToast } from '../../components/toasts.ts';
import { type ComparePartName, link, navigate } from '../../routes.ts';
import { addressOf } from './use-saved.ts';

/** What would be saved now. */
export type ShownComparison = { countryName: string | null; years: readonly number[]; documentIds: readonly string[]; part: ComparePartName; section: string | null; filter: ComparisonFilter };

export function SavedMenu({ shown, saved }: { shown: ShownComparison; saved: SavedComparison | undefined }) {
  const all = useQuery('savedComparisons.list', {}).data ?? [];
  const [naming, setNaming] = useState<'save' | 'rename' | null>(null);
  const remove = useCommand('savedComparisons.remove');
  const { undo } = useUndo();
  const canSave = shown.documentIds.length >= 2;
  useCommandHandler('compare.save', () => setNaming('save'), canSave);

  const forget = async ({ id, name }: SavedComparison) => {
    if ((await remove.run({ ids: [id] })).ok) showToast({ text: `Removed the saved comparison “${name}”. Its documents stay.`, action: { label: 'Undo', run: () => void undo() } });
  };
  const entries: MenuEntry[] = [
    ...all.map((each): MenuEntry => ({ id: each.id, label: [each.name, hasNews(each) && '(changed since)'].filter(Boolean).join(' '), isOn: each.id === saved?.id, onAction: () => navigate(addressOf(each)) })),
    ...(all.length > 0 ? (['separator'] as const) : []),
    { id: 'save', label: 'Save this comparison…', isDisabled: !canSave, onAction: () => setNaming('save') },
    ...(saved ? [{ id: 'rename', label: 'Rename…', onAction: () => setNaming('rename') }, { id: 'remove', label: 'Remove', isDanger: true, onAction: () => void forget(saved) }] : []),
  ];
  return (
    <>
      <Menu label="Saved comparisons" entries={entries}>
        <Button icon={Bookmark}>Saved</Button>
      </Menu>
      {naming && <NameDialog shown={shown} renamed={naming === 'rename' ? saved : undefined} onClose={() => setNaming(null)} />}
    </>
  );
}

function hasNews({ reread, removed, added }: SavedComparison): boolean {
  return reread.length > 0 || removed > 0 || added.length > 0;
}

function NameDialog({ shown, renamed, onClose }: { shown: ShownComparison; renamed: SavedComparison | undefined; onClose: () => void }) {
  const [name, setName] = useState(renamed?.name ?? [shown.countryName, ...shown.years, shown.section].filter(Boolean).join(' '));
  const [error, setError] = useState<string | null>(null);
  const rename = useCommand('savedComparisons.rename', { quiet: true });
  const save = useSaveComparison();
  const keep = async () => {
    if (name.trim() === '') {
      setError('Give it a name.');
      return;
    }
    const outcome = renamed ? await rename.run({ id: renamed.id, name }) : await save(shown, name, null);
    if (outcome.ok) onClose();
    else setError(outcome.sentence);
  };
  return (
    <FormDialog title={renamed ? 'Rename the saved comparison' : 'Save the comparison'} isOpen onClose={onClose} verb={renamed ? 'Rename' : 'Save'} onSubmit={() => void keep()}>
      <TextField label="Name" value={name} onChange={setName} autoFocus error={error} />
    </FormDialog>
  );
}

/** Saves what is shown with the changes it has now, under a name or in the place of a saved one, and goes on as that one. */
export function useSaveComparison() {
  const connection = useConnection();
  return async ({ documentIds, part, section, filter }: ShownComparison, name: string, id: string | null): Promise<{ ok: true } | { ok: false; sentence: string }> => {
    try {
      const { counts, country } = await connection.call('compare.run', { documentIds: [...documentIds] });
      const kept = await connection.call('savedComparisons.save', { id, name, documentIds: [...documentIds], part, section, filter, counts });
      navigate(link.compare({ country, documentIds: [...documentIds], part, section, saved: kept.id }), { replace: true });
      showToast({ text: `Saved as “${name.trim()}”.` });
      return { ok: true };
    } catch (reason) {
      return { ok: false, sentence: sentenceOf(reason) };
    }
  };
}
