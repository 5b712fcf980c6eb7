// The tags: the tree, the passages of the chosen tag and of those below it, and what the tag means.

import { FileUp, Plus, Tag } from 'lucide-react';
import { useState } from 'react';
import { idsWithin, type TagWithCount } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/notes.tsx';
import { Panels } from '../../components/panels.tsx';
import { showToast } from '../../components/toasts.ts';
import { link, navigate, type UsePlace } from '../../routes.ts';
import { CodebookTree } from './codebook-tree.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import { TagDetail } from './tag-detail.tsx';
import { TagPassages } from './tag-passages.tsx';
import { passagesWord, tagsWord } from './words.ts';

type TagsPartProps = { tags: readonly TagWithCount[]; tagId: string | null; place: UsePlace; onImport: () => void };

export function TagsPart({ tags, tagId, place, onImport }: TagsPartProps) {
  const remove = useCommand('tags.remove');
  const archive = useCommand('tags.archive');
  const { undo } = useUndo();
  /** Under which tag a new one is being named; null while none is. */
  const [draft, setDraft] = useState<{ parentId: string | null } | null>(null);
  /** Chosen in the tree beside the one in the address. */
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [merging, setMerging] = useState<readonly TagWithCount[] | null>(null);
  const [splitting, setSplitting] = useState<TagWithCount | null>(null);
  const [removing, setRemoving] = useState<TagWithCount | null>(null);
  const chosen = tags.find((tag) => tag.id === tagId) ?? null;
  const several = tags.filter((tag) => picked.has(tag.id));
  const meant = several.length > 1 ? several : chosen ? [chosen] : [];
  const undoable = (text: string) => showToast({ text, action: { label: 'Undo', run: () => void undo() } });

  const archiveAll = async (which: readonly TagWithCount[]) => {
    const isArchived = which.some((tag) => !tag.isArchived);
    const outcome = await archive.run({ ids: which.map((tag) => tag.id), isArchived });
    if (outcome.ok) undoable(`${isArchived ? 'Archived' : 'Brought back'} ${which.length === 1 ? `“${which[0]?.name ?? ''}”` : tagsWord(which.length)}.`);
  };
  useCommandHandler('codebook.create', () => setDraft({ parentId: null }));
  useCommandHandler('codebook.createBelow', () => setDraft({ parentId: tagId }), chosen !== null);
  useCommandHandler('codebook.merge', () => setMerging(meant), meant.length > 0);
  useCommandHandler('codebook.split', () => setSplitting(chosen), chosen !== null && chosen.annotations > 0);
  useCommandHandler('codebook.archive', () => void archiveAll(meant), meant.length > 0);

  const within = (tag: TagWithCount) => new Set(idsWithin(tags, tag.id));
  /** At most, since a passage may carry several of them. */
  const used = (tag: TagWithCount) => {
    const ids = within(tag);
    return tags.reduce((sum, each) => sum + (ids.has(each.id) ? each.annotations : 0), 0);
  };
  const removeNow = async (tag: TagWithCount) => {
    const outcome = await remove.run({ id: tag.id });
    if (!outcome.ok) return;
    if (tagId !== null && within(tag).has(tagId)) navigate(link.codebook(tag.parentId), { replace: true });
    undoable(`Removed the tag “${tag.name}”${outcome.value.annotations > 0 ? `; ${passagesWord(outcome.value.annotations)} stay highlighted` : ''}.`);
  };
  const askToRemove = (tag: TagWithCount) => {
    if (used(tag) > 0) setRemoving(tag);
    else void removeNow(tag);
  };

  if (tags.length === 0 && draft === null) {
    return (
      <EmptyState
        title="No tags yet"
        icon={Tag}
        action={
          <div className="codebook-actions">
            <Button kind="primary" icon={Plus} onPress={() => setDraft({ parentId: null })}>
              New tag
            </Button>
            <Button icon={FileUp} onPress={onImport}>
              Begin with a codebook…
            </Button>
          </div>
        }
      >
        Tags say what a passage is about. Make them here, or while reading: select a passage and type. Or begin with one of two starter codebooks, or a file of your own.
      </EmptyState>
    );
  }
  return (
    <Panels
      name="codebook"
      listWidth={300}
      listLabel="Tags"
      list={
        <CodebookTree
          tags={tags}
          chosenId={chosen?.id ?? null}
          picked={picked}
          onPick={setPicked}
          draft={draft}
          onDraft={setDraft}
          deeds={{ merge: setMerging, split: setSplitting, archive: (which) => void archiveAll(which), remove: askToRemove, bring: onImport }}
        />
      }
      inspectorLabel="Tag"
      inspector={
        chosen ? (
          <TagDetail
            key={chosen.id}
            tag={chosen}
            tags={tags}
            place={place}
            deeds={{ merge: () => setMerging([chosen]), split: () => setSplitting(chosen), archive: () => void archiveAll([chosen]), remove: () => askToRemove(chosen) }}
          />
        ) : null
      }
    >
      {chosen ? (
        <TagPassages key={chosen.id} tag={chosen} tags={tags} place={place} />
      ) : (
        <EmptyState title={tagId === null ? 'No tag is chosen' : 'This tag is not in the codebook any more'}>
          {tagId === null ? 'Choose a tag to see its passages and what it means.' : 'It may have been merged or removed; undo brings it back.'}
        </EmptyState>
      )}
      {merging && merging.length > 0 && <MergeDialog merged={merging} tags={tags} onClose={() => setMerging(null)} />}
      {splitting && <SplitDialog tag={splitting} onClose={() => setSplitting(null)} />}
      <ConfirmDialog title="Remove tag" isOpen={removing !== null} onClose={() => setRemoving(null)} verb="Remove" isDanger onConfirm={() => removing && void removeNow(removing)}>
        {removing && <p>{removalWords(removing, used(removing), within(removing).size - 1)}</p>}
      </ConfirmDialog>
    </Panels>
  );
}

function removalWords(tag: TagWithCount, used: number, below: number): string {
  const whole = below === 0 ? `“${tag.name}”` : `“${tag.name}” and the ${below === 1 ? 'tag' : `${String(below)} tags`} below it`;
  return `${whole} ${below === 0 ? 'is' : 'are'} used at ${passagesWord(used)}. They stay highlighted, without the tag. Undo brings it back. To stop offering it and keep it counted, archive it.`;
}
