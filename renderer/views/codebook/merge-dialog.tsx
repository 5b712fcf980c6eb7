// Merges one tag or several into another: says what will move before it does.

import { useState } from 'react';
import { idsWithin, offeredTags, type TagWithCount, tagPaths } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { FormDialog } from '../../components/dialog.tsx';
import { ComboBox } from '../../components/fields.tsx';
import { TagSwatch } from '../../components/marks.tsx';
import { showToast } from '../../components/toasts.ts';
import { link, navigate } from '../../routes.ts';
import { passagesWord, tagsWord } from './words.ts';

/** `merged` are one or more; when several are chosen one of them may be the one that stays. */
export function MergeDialog({ merged, tags, onClose }: { merged: readonly TagWithCount[]; tags: readonly TagWithCount[]; onClose: () => void }) {
  const merge = useCommand('tags.merge', { quiet: true });
  const { undo } = useUndo();
  const [into, setInto] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const target = tags.find((each) => each.id === into);
  const sources = merged.filter((tag) => tag.id !== into);
  const [one] = sources;
  const whole = sources.length === 1 && one ? `“${one.name}”` : tagsWord(sources.length);
  const passages = sources.reduce((sum, tag) => sum + tag.annotations, 0);
  const below = tags.filter((each) => sources.some((source) => source.id === each.parentId)).length;
  const paths = tagPaths(tags);
  const choices = merged.length === 1 ? tags.filter((each) => each.id !== merged[0]?.id) : [...merged, ...offeredTags(tags).filter((each) => !merged.includes(each))];

  const submit = async () => {
    if (!target) {
      setError('Choose the tag that stays.');
      return;
    }
    const lower = sources.find((source) => idsWithin(tags, source.id).includes(target.id));
    const outcome = await merge.run({ ids: sources.map((source) => source.id), into: target.id });
    if (!outcome.ok) {
      setError(lower && merged.length > 1 ? `${outcome.sentence} “${target.name}” lies below “${lower.name}”.` : outcome.sentence);
      return;
    }
    onClose();
    navigate(link.codebook(target.id), { replace: true });
    showToast({ text: `Merged ${whole} into “${target.name}”: ${passagesWord(outcome.value.annotations)}.`, action: { label: 'Undo', run: () => void undo() } });
  };
  return (
    <FormDialog title={`Merge ${merged.length === 1 ? whole : tagsWord(merged.length)}`} isOpen onClose={onClose} verb="Merge" onSubmit={() => void submit()} width={480}>
      <ComboBox
        label="Into"
        choices={choices.map((each) => ({ id: each.id, label: paths.get(each.id) ?? each.name, sign: <TagSwatch colour={each.colour} /> }))}
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
        {passagesWord(passages)} {passages === 1 ? 'moves' : 'move'}
        {target ? ` to “${target.name}”` : ''}
        {below > 0 && `; the ${below === 1 ? 'tag' : `${String(below)} tags`} below ${below === 1 ? 'comes' : 'come'} along`}. {merged.length === 1 ? whole : 'The others'} {merged.length === 1 ? 'goes and stays as another name' : 'go and stay as other names'}. Undo brings {merged.length === 1 ? 'it' : 'them'} back.
      </p>
    </FormDialog>
  );
}
