// The codebook: the tree of tags, the passages of the chosen tag and of those below it, and what the tag means.

import { Plus, Tag } from 'lucide-react';
import { useState } from 'react';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useQuery } from '../../backend/use-query.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { Button } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { ConfirmDialog } from '../../components/dialog.tsx';
import { EmptyState, ErrorNote, Waiting } from '../../components/notes.tsx';
import { Panels } from '../../components/panels.tsx';
import { showToast } from '../../components/toasts.ts';
import { link, navigate } from '../../routes.ts';
import { CodebookTree } from './codebook-tree.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { TagDetail } from './tag-detail.tsx';
import { TagPassages } from './tag-passages.tsx';
import { idsWithin } from './tag-tree.ts';
import { passagesWord } from './words.ts';
import './codebook.css';

export function CodebookView({ tagId }: { tagId: string | null }) {
  const query = useQuery('tags.list', {});
  const remove = useCommand('tags.remove');
  const { undo } = useUndo();
  /** Under which tag a new one is being named; undefined while none is. */
  const [draft, setDraft] = useState<{ parentId: string | null } | null>(null);
  const [merging, setMerging] = useState<TagWithCount | null>(null);
  const [removing, setRemoving] = useState<TagWithCount | null>(null);
  useCommandHandler('codebook.create', () => setDraft({ parentId: null }));

  if (query.errorSentence) return <ErrorNote onRetry={query.refetch}>{query.errorSentence}</ErrorNote>;
  if (!query.data) return <Waiting />;
  const tags = query.data;
  const chosen = tags.find((tag) => tag.id === tagId) ?? null;
  const within = (tag: TagWithCount) => idsWithin(tags, tag.id);
  /** At most, since a passage may carry several of them. */
  const used = (tag: TagWithCount) => tags.filter((each) => within(tag).includes(each.id)).reduce((sum, each) => sum + each.annotations, 0);

  const removeNow = async (tag: TagWithCount) => {
    const outcome = await remove.run({ id: tag.id });
    if (!outcome.ok) return;
    if (tagId !== null && within(tag).includes(tagId)) navigate(link.codebook(tag.parentId), { replace: true });
    showToast({ text: `Removed the tag “${tag.name}”${outcome.value.annotations > 0 ? `; ${passagesWord(outcome.value.annotations)} stay highlighted` : ''}.`, action: { label: 'Undo', run: () => void undo() } });
  };
  const askToRemove = (tag: TagWithCount) => {
    if (used(tag) > 0) setRemoving(tag);
    else void removeNow(tag);
  };

  if (tags.length === 0 && draft === null) {
    return (
      <EmptyState title="No tags yet" icon={Tag} action={<Button kind="primary" icon={Plus} onPress={() => setDraft({ parentId: null })}>New tag</Button>}>
        Tags say what a passage is about. Make them here, or while reading: select a passage and type.
      </EmptyState>
    );
  }
  return (
    <Panels
      name="codebook"
      listWidth={300}
      listLabel="Tags"
      list={<CodebookTree tags={tags} chosenId={chosen?.id ?? null} draft={draft} onDraft={setDraft} onMerge={setMerging} onRemove={askToRemove} />}
      inspectorLabel="Tag"
      inspector={chosen ? <TagDetail key={chosen.id} tag={chosen} tags={tags} onMerge={() => setMerging(chosen)} onRemove={() => askToRemove(chosen)} /> : null}
    >
      {chosen ? (
        <TagPassages key={chosen.id} tag={chosen} tags={tags} />
      ) : (
        <EmptyState title={tagId === null ? 'No tag is chosen' : 'This tag is not in the codebook any more'}>
          {tagId === null ? 'Choose a tag to see its passages and what it means.' : 'It may have been merged or removed; undo brings it back.'}
        </EmptyState>
      )}
      {merging && <MergeDialog tag={merging} tags={tags} onClose={() => setMerging(null)} />}
      <ConfirmDialog title="Remove tag" isOpen={removing !== null} onClose={() => setRemoving(null)} verb="Remove" isDanger onConfirm={() => removing && void removeNow(removing)}>
        {removing && <p>{removalWords(removing, used(removing), within(removing).length - 1)}</p>}
      </ConfirmDialog>
    </Panels>
  );
}

function removalWords(tag: TagWithCount, used: number, below: number): string {
  const whole = below === 0 ? `“${tag.name}”` : `“${tag.name}” and the ${below === 1 ? 'tag' : `${String(below)} tags`} below it`;
  return `${whole} ${below === 0 ? 'is' : 'are'} used at ${passagesWord(used)}. They stay highlighted, without the tag. Undo brings it back.`;
}
