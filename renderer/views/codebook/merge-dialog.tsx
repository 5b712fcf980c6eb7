// Merges a tag into another: says what will move before it does.

import { useState } from 'react';
import { type TagWithCount, tagPath } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { FormDialog } from '../../components/dialog.tsx';
import { ComboBox } from '../../components/fields.tsx';
import { TagSwatch } from '../../components/marks.tsx';
import { showToast } from '../../components/toasts.ts';
import { link, navigate } from '../../routes.ts';
import { passagesWord } from './words.ts';

export function MergeDialog({ tag, tags, onClose }: { tag: TagWithCount; tags: readonly TagWithCount[]; onClose: () => void }) {
  const merge = useCommand('tags.merge', { quiet: true });
  const { undo } = useUndo();
  const [into, setInto] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const target = tags.find((each) => each.id === into);
  const below = tags.filter((each) => each.parentId === tag.id).length;

  const submit = async () => {
    if (!target) {
      setError('Choose the tag that stays.');
      return;
    }
    const outcome = await merge.run({ ids: [tag.id], into: target.id });
    if (!outcome.ok) {
      setError(outcome.sentence);
      return;
    }
    onClose();
    navigate(link.codebook(target.id), { replace: true });
    showToast({ text: `Merged “${tag.name}” into “${target.name}”: ${passagesWord(outcome.value.annotations)}.`, action: { label: 'Undo', run: () => void undo() } });
  };
  return (
    <FormDialog title={`Merge “${tag.name}”`} isOpen onClose={onClose} verb="Merge" onSubmit={() => void submit()} width={480}>
      <ComboBox
        label="Into"
        choices={tags.filter((each) => each.id !== tag.id).map((each) => ({ id: each.id, label: tagPath(tags, each.id), sign: <TagSwatch colour={each.colour} /> }))}
        value={into}
        onChange={(id) => {
          setInto(id);
          setError(null);
        }}
        placeholder="Type to find the tag that stays"
        autoFocus
        error={error}
      />
      <p className="faint">
        {passagesWord(tag.annotations)} {tag.annotations === 1 ? 'moves' : 'move'}
        {target ? ` to “${target.name}”` : ''}
        {below > 0 && `; the ${below === 1 ? 'tag' : `${String(below)} tags`} below ${below === 1 ? 'comes' : 'come'} along`}. “{tag.name}” goes. Undo brings it back.
      </p>
    </FormDialog>
  );
}
