// The tree of tags: new ones are named in place, tags are moved by dragging or by Alt and the arrows, the menu has the rest.

import { CornerDownRight, Merge, Pencil, Plus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { IconButton } from '../../components/button.tsx';
import { SearchField } from '../../components/fields.tsx';
import { CountBadge, TagSwatch } from '../../components/marks.tsx';
import { ContextMenu, type MenuEntry } from '../../components/menu.tsx';
import { PanelHead } from '../../components/panels.tsx';
import { Tree, type TreeNode } from '../../components/tree.tsx';
import { link, navigate } from '../../routes.ts';
import { branchesOf, narrowed, placeAfterStep, placeAt, type Step, type TagBranch } from './tag-tree.ts';

const draftId = 'new tag';
const steps: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

type CodebookTreeProps = {
  tags: readonly TagWithCount[];
  chosenId: string | null;
  draft: { parentId: string | null } | null;
  onDraft: (draft: { parentId: string | null } | null) => void;
  onMerge: (tag: TagWithCount) => void;
  onRemove: (tag: TagWithCount) => void;
};

export function CodebookTree({ tags, chosenId, draft, onDraft, onMerge, onRemove }: CodebookTreeProps) {
  const create = useCommand('tags.create');
  const update = useCommand('tags.update');
  const move = useCommand('tags.move');
  const [text, setText] = useState('');
  const [renaming, setRenaming] = useState<string | null>(null);
  const branches = useMemo(() => narrowed(branchesOf(tags), text), [tags, text]);
  const nodes = useMemo(() => nodesOf(branches, draft), [branches, draft]);
  const tagOf = (id: string) => tags.find((tag) => tag.id === id);

  const name = async (id: string, typed: string) => {
    const fitting = typed.slice(0, 500);
    if (id !== draftId) {
      await update.run({ id, name: fitting });
      return;
    }
    const outcome = await create.run({ name: fitting, parentId: draft?.parentId ?? null });
    if (outcome.ok) navigate(link.codebook(outcome.value.id));
  };
  const stepTo = (id: string, step: Step) => {
    const place = placeAfterStep(tags, id, step);
    if (place) void move.run({ id, ...place });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.altKey && !event.ctrlKey && !event.metaKey ? steps[event.key] : undefined;
    const row = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row' ? event.target.dataset['key'] : undefined;
    if (!step || row === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    stepTo(row, step);
  };
  const entriesOf = (target: Element): MenuEntry[] => {
    const id = target.closest('[data-key]')?.getAttribute('data-key');
    const tag = id ? tagOf(id) : undefined;
    if (!tag) return [{ id: 'new', label: 'New tag', icon: Plus, onAction: () => onDraft({ parentId: null }) }];
    const stepEntry = (step: Step, label: string, keys: string): MenuEntry => ({ id: step, label, keys, isDisabled: placeAfterStep(tags, tag.id, step) === null, onAction: () => stepTo(tag.id, step) });
    return [
      { id: 'below', label: 'New tag below', icon: Plus, onAction: () => onDraft({ parentId: tag.id }) },
      { id: 'beside', label: 'New tag beside', icon: Plus, onAction: () => onDraft({ parentId: tag.parentId }) },
      { id: 'rename', label: 'Rename', icon: Pencil, keys: 'F2', onAction: () => setRenaming(tag.id) },
      'separator',
      stepEntry('up', 'Move up', 'Alt+Up'),
      stepEntry('down', 'Move down', 'Alt+Down'),
      stepEntry('in', 'Put under the one above', 'Alt+Right'),
      stepEntry('out', 'Take out one level', 'Alt+Left'),
      'separator',
      { id: 'merge', label: 'Merge into…', icon: Merge, onAction: () => onMerge(tag) },
      { id: 'remove', label: 'Remove', icon: Trash2, keys: 'Delete', isDanger: true, onAction: () => onRemove(tag) },
    ];
  };
  return (
    <>
      <PanelHead title={`${tags.length.toLocaleString('en')} ${tags.length === 1 ? 'tag' : 'tags'}`}>
        {chosenId !== null && <IconButton icon={CornerDownRight} label="New tag below the chosen one" onPress={() => onDraft({ parentId: chosenId })} />}
        <IconButton icon={Plus} label="New tag" onPress={() => onDraft({ parentId: null })} />
      </PanelHead>
      <div className="codebook-filter">
        <SearchField label="Filter tags" value={text} onChange={setText} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys bubble up from the rows, which have the roles */}
      <div className="codebook-tree" onKeyDownCapture={onKeyDown}>
        <ContextMenu label="Tag" className="codebook-tree" entries={entriesOf}>
          <Tree
            label="Codebook"
            nodes={nodes}
            selected={new Set(chosenId === null ? [] : [chosenId])}
            onSelect={(ids) => {
              const [id] = ids;
              if (id !== undefined && id !== draftId) navigate(link.codebook(id));
            }}
            onRename={(id, typed) => void name(id, typed)}
            renaming={draft ? draftId : renaming}
            onRenamingChange={(id) => {
              if (id === null && draft) onDraft(null);
              setRenaming(id);
            }}
            onRemove={(ids) => {
              const [tag] = [...ids].flatMap((id) => tagOf(id) ?? []);
              if (tag) onRemove(tag);
            }}
            onMove={(ids, target, where) => {
              const [id] = ids;
              if (id !== undefined && target !== draftId) void move.run({ id, ...placeAt(tags, id, target, where) });
            }}
            emptyState={<p className="faint codebook-none">No tag fits this filter.</p>}
          />
        </ContextMenu>
      </div>
    </>
  );
}

function nodesOf(branches: readonly TagBranch[], draft: CodebookTreeProps['draft'], parentId: string | null = null): TreeNode[] {
  const nodes = branches.map(
    ({ tag, children }): TreeNode => ({
      id: tag.id,
      name: tag.name,
      sign: <TagSwatch colour={tag.colour} />,
      end: <CountBadge count={tag.annotations} label="passages" />,
      children: nodesOf(children, draft, tag.id),
    }),
  );
  return draft?.parentId === parentId && draft ? [...nodes, { id: draftId, name: '' }] : nodes;
}
