// What can be done to the chosen highlights at once: each is one step, said in a toast that takes it back.

import type { TagColour } from '../../../shared/core/annotation.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { showToast } from '../../components/toasts.ts';
import { highlightsWord } from './words.ts';

export type Bulk = ReturnType<typeof useBulk>;

export function useBulk() {
  const tag = useCommand('annotations.tag');
  const untag = useCommand('annotations.untag');
  const create = useCommand('tags.create');
  const recolour = useCommand('annotationList.recolour');
  const remove = useCommand('annotations.remove');
  const { undo } = useUndo();
  const said = (text: string) => showToast({ text, action: { label: 'Undo', run: () => void undo() } });

  const tagWith = async (ids: readonly string[], tagId: string, name: string) => {
    if ((await tag.run({ ids: [...ids], tagIds: [tagId] })).ok) said(`Tagged ${highlightsWord(ids.length)} “${name}”.`);
  };
  return {
    isBusy: tag.pending || untag.pending || recolour.pending || remove.pending,
    tag: tagWith,
    tagWithNew: async (ids: readonly string[], name: string) => {
      const made = await create.run({ name });
      if (made.ok) await tagWith(ids, made.value.id, name);
    },
    untag: async (ids: readonly string[], tagId: string, name: string) => {
      if ((await untag.run({ ids: [...ids], tagIds: [tagId] })).ok) said(`Took “${name}” off ${highlightsWord(ids.length)}.`);
    },
    recolour: async (ids: readonly string[], colour: TagColour | null) => {
      if ((await recolour.run({ ids: [...ids], colour })).ok) said(colour === null ? `${highlightsWord(ids.length)} as coloured by their tags.` : `Coloured ${highlightsWord(ids.length)} ${colour}.`);
    },
    remove: async (ids: readonly string[]) => {
      if ((await remove.run({ ids: [...ids] })).ok) said(`Deleted ${highlightsWord(ids.length)}.`);
    },
  };
}
