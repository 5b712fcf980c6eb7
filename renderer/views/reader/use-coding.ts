// What is done to passages of the open document: highlight, tag, note, move, delete. Every write is one command, undoable by itself.

import { useCallback, useMemo } from 'react';
import type { ListedAnnotation, PageArea, TagColour } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { showToast } from '../../components/toasts.ts';
import { useTagSlots } from '../../components/tag-slots.ts';

export type Coding = ReturnType<typeof useCoding>;

/** What is tagged: a passage that is selected, or one that is highlighted already. */
export type Target = { range: TextRange; annotation: ListedAnnotation | null };

export function useCoding(documentId: string, annotations: readonly ListedAnnotation[], tags: readonly TagWithCount[]) {
  const { run: create } = useCommand('annotations.create');
  const { run: update } = useCommand('annotations.update');
  const { run: tag } = useCommand('annotations.tag');
  const { run: untag } = useCommand('annotations.untag');
  const { run: remove } = useCommand('annotations.remove');
  const { run: createTag } = useCommand('tags.create');
  const { run: createArea } = useCommand('areas.create');
  const { run: updateArea } = useCommand('areas.update');
  const { undo } = useUndo();
  const { slots, last, markUsed } = useTagSlots(tags);

  /** Highlights a passage, with a tag when one is given. Answers the annotation's id; null when it failed (and was told). */
  const code = useCallback(
    async (range: TextRange, tagId: string | null): Promise<string | null> => {
      // The same passage twice would be one highlight hidden behind another.
      const known = annotations.find((each) => each.area === null && each.start === range.start && each.end === range.end);
      if (known) {
        if (tagId !== null && !known.tagIds.includes(tagId)) await tag({ ids: [known.id], tagIds: [tagId] });
        return known.id;
      }
      const outcome = await create({ documentId, start: range.start, end: range.end, tagIds: tagId === null ? [] : [tagId] });
      return outcome.ok ? outcome.value.id : null;
    },
    [annotations, create, documentId, tag],
  );

  const tagWith = useCallback(
    async (target: Target, tagId: string): Promise<string | null> => {
      markUsed(tagId);
      if (!target.annotation) return await code(target.range, tagId);
      if (!target.annotation.tagIds.includes(tagId)) await tag({ ids: [target.annotation.id], tagIds: [tagId] });
      return target.annotation.id;
    },
    [code, markUsed, tag],
  );

  /** Makes the tag first; when that fails nothing is tagged. */
  const tagWithNew = useCallback(
    async (target: Target, name: string): Promise<string | null> => {
      const outcome = await createTag({ name });
      return outcome.ok ? await tagWith(target, outcome.value.id) : null;
    },
    [createTag, tagWith],
  );

  /** Marks an area of a page. Answers its id; null when it failed (and was told). */
  const markArea = useCallback(
    async (area: PageArea): Promise<string | null> => {
      const outcome = await createArea({ documentId, area });
      return outcome.ok ? outcome.value.id : null;
    },
    [createArea, documentId],
  );

  const removeOne = useCallback(
    async (annotation: ListedAnnotation): Promise<boolean> => {
      const outcome = await remove({ ids: [annotation.id] });
      if (outcome.ok) {
        const lost = annotation.findingIds.length;
        const evidence = lost === 0 ? '' : ` It was evidence of ${lost === 1 ? 'a finding' : `${String(lost)} findings`}.`;
        showToast({ text: `Deleted the highlight.${evidence}`, action: { label: 'Undo', run: () => void undo() } });
      }
      return outcome.ok;
    },
    [remove, undo],
  );

  return useMemo(
    () => ({
      slots,
      last,
      code,
      tagWith,
      tagWithNew,
      removeOne,
      markArea,
      moveArea: (id: string, area: PageArea) => void updateArea({ id, area }),
      describe: (id: string, description: string) => updateArea({ id, description }),
      untag: (annotation: ListedAnnotation, tagId: string) => void untag({ ids: [annotation.id], tagIds: [tagId] }),
      setNote: (id: string, note: string) => update({ id, note }),
      setColour: (id: string, colour: TagColour | null) => void update({ id, colour }),
      /** False when it failed (and was told). */
      move: async (id: string, range: TextRange) => (await update({ id, start: range.start, end: range.end })).ok,
    }),
    [slots, last, code, tagWith, tagWithNew, removeOne, markArea, updateArea, untag, update],
  );
}
