// The tree of tags: new ones are named in place, tags are moved by dragging or by Alt and the arrows, the menu has the rest.

import { Archive, ArchiveRestore, CornerDownRight, Ellipsis, FileUp, Merge, Pencil, Plus, Split, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useMemo, useState } from 'react';
import { archivedIds, type TagWithCount } from '../../../shared/core/tag.ts';
import { useCommand } from '../../backend/use-command.ts';
import { Button, IconButton } from '../../components/button.tsx';
import { runCommand } from '../../components/commands.tsx';
import { Checkbox, SearchField } from '../../components/fields.tsx';
import { CountBadge, TagSwatch } from '../../components/marks.tsx';
import { ContextMenu, Menu, type MenuEntry } from '../../components/menu.tsx';
import { PanelHead } from '../../components/panels.tsx';
import { Tree, type TreeNode } from '../../components/tree.tsx';
import { link, navigate } from '../../routes.ts';
import { tagsWord } from './words.ts';
import { branchesOf, narrowed, placeAfterStep, placeAt, type Step, type TagBranch } from './tag-tree.ts';

const draftId = 'new tag';
const steps: Readonly<Record<string, Step>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' };

type TreeDeeds = {
  merge: (tags: readonly TagWithCount[]) => void;
  split: (tag: TagWithCount) => void;
  archive: (tags: readonly TagWithCount[]) => void;
  remove: (tag: TagWithCount) => void;
  bring: () => void;
};

type CodebookTreeProps = {
  tags: readonly TagWithCount[];
  chosenId: string | null;
  /** Chosen together, when they are more than one. */
  picked: ReadonlySet<string>;
  onPick: (ids: ReadonlySet<string>) => void;
  draft: { parentId: string | null } | null;
  onDraft: (draft: { parentId: string | null } | null) => void;
  deeds: TreeDeeds;
};

export function CodebookTree({ tags, chosenId, picked, onPick, draft, onDraft, deeds }: CodebookTreeProps) {
  const create = useCommand('tags.create');
  const update = useCommand('tags.update');
  const move = useCommand('tags.move');
  const [text, setText] = useState('');
  const [renaming, setRenaming] = useState<string | null>(null);
  const [showsArchived, setShowsArchived] = useState(false);
  const archived = useMemo(() => archivedIds(tags), [tags]);
  // What the address names is shown, archived or not.
  const shown = useMemo(() => (showsArchived || (chosenId !== null && archived.has(chosenId)) ? tags : tags.filter((tag) => !archived.has(tag.id))), [tags, archived, showsArchived, chosenId]);
  const branches = useMemo(() => narrowed(branchesOf(shown), text), [shown, text]);
  const several = tags.filter((tag) => picked.has(tag.id));
  const folding = useFolding(tags, chosenId, draft?.parentId ?? null, text.trim() !== '');
  const nodes = useMemo(() => nodesOf(branches, draft, archived, folding.opened), [branches, draft, archived, folding.opened]);
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
      several.length > 1 && picked.has(tag.id)
        ? { id: 'merge', label: `Merge the ${tagsWord(several.length)}…`, icon: Merge, keys: 'M', onAction: () => deeds.merge(several) }
        : { id: 'merge', label: 'Merge into…', icon: Merge, keys: 'M', onAction: () => deeds.merge([tag]) },
      { id: 'split', label: 'Split…', icon: Split, keys: 'S', isDisabled: tag.annotations === 0, onAction: () => deeds.split(tag) },
      { id: 'archive', label: tag.isArchived ? 'Bring back' : 'Archive', icon: tag.isArchived ? ArchiveRestore : Archive, onAction: () => deeds.archive([tag]) },
      { id: 'remove', label: 'Remove', icon: Trash2, keys: 'Delete', isDanger: true, onAction: () => deeds.remove(tag) },
    ];
  };
  return (
    <>
      <PanelHead title={`${tags.length.toLocaleString('en')} ${tags.length === 1 ? 'tag' : 'tags'}`}>
        {chosenId !== null && <IconButton icon={CornerDownRight} label="New tag below the chosen one" onPress={() => onDraft({ parentId: chosenId })} />}
        <IconButton icon={Plus} label="New tag" onPress={() => onDraft({ parentId: null })} />
        <Menu
          label="Codebook"
          entries={[
            { id: 'import', label: 'Import, or add a starter…', icon: FileUp, onAction: deeds.bring },
            { id: 'csv', label: 'Export as CSV', onAction: () => runCommand('codebook.exportCsv') },
            { id: 'qdc', label: 'Export for other programs (.qdc)', onAction: () => runCommand('codebook.exportQdc') },
          ]}
        >
          <IconButton icon={Ellipsis} label="Import and export" />
        </Menu>
      </PanelHead>
      <div className="codebook-filter">
        <SearchField label="Filter tags" value={text} onChange={setText} />
        {archived.size > 0 && (
          <Checkbox isOn={showsArchived} onChange={setShowsArchived}>
            Show {archived.size.toLocaleString('en')} archived
          </Checkbox>
        )}
      </div>
      {several.length > 1 && (
        <div className="codebook-several" role="group" aria-label="Chosen tags">
          <span className="faint" role="status">{tagsWord(several.length)} chosen</span>
          <Button kind="quiet" icon={Merge} onPress={() => deeds.merge(several)}>
            Merge…
          </Button>
          <Button kind="quiet" icon={several.some((tag) => !tag.isArchived) ? Archive : ArchiveRestore} onPress={() => deeds.archive(several)}>
            {several.some((tag) => !tag.isArchived) ? 'Archive' : 'Bring back'}
          </Button>
        </div>
      )}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys bubble up from the rows, which have the roles */}
      <div className="codebook-tree" onKeyDownCapture={onKeyDown}>
        <ContextMenu label="Tag" className="codebook-tree" entries={entriesOf}>
          <Tree
            label="Codebook"
            nodes={nodes}
            selectionMode="multiple"
            {...(folding.opened ? { expanded: folding.opened, onExpand: folding.setOpened } : {})}
            selected={several.length > 1 ? picked : new Set(chosenId === null ? [] : [chosenId])}
            onSelect={(ids) => {
              const own = new Set([...ids].filter((id) => id !== draftId));
              onPick(own);
              const [id] = own;
              if (own.size === 1 && id !== undefined) navigate(link.codebook(id));
            }}
            onRename={(id, typed) => void name(id, typed)}
            renaming={draft ? draftId : renaming}
            onRenamingChange={(id) => {
              if (id === null && draft) onDraft(null);
              setRenaming(id);
            }}
            onRemove={(ids) => {
              const [tag] = [...ids].flatMap((id) => tagOf(id) ?? []);
              if (tag) deeds.remove(tag);
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

/** A codebook of more tags begins folded, for the eye and for the machine. */
const mostOpen = 300;

/** Which branches are open; null: all. The way to what is chosen, or being named, is always open; so is what a filter leaves. */
function useFolding(tags: readonly TagWithCount[], chosenId: string | null, draftParentId: string | null, isFiltered: boolean) {
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set());
  const isLarge = tags.length > mostOpen;
  const opened = useMemo(() => {
    if (!isLarge) return null;
    if (isFiltered) return new Set(tags.map((tag) => tag.id));
    const byId = new Map(tags.map((tag) => [tag.id, tag]));
    const all = new Set(own);
    for (const id of [byId.get(chosenId ?? '')?.parentId ?? null, draftParentId]) for (let at = id; at !== null; at = byId.get(at)?.parentId ?? null) all.add(at);
    return all;
  }, [tags, own, chosenId, draftParentId, isFiltered, isLarge]);
  return { opened, setOpened: (ids: ReadonlySet<string>) => setOwn(ids) };
}

function nodesOf(branches: readonly TagBranch[], draft: CodebookTreeProps['draft'], archived: ReadonlySet<string>, opened: ReadonlySet<string> | null, parentId: string | null = null): TreeNode[] {
  const nodes = branches.map(
    ({ tag, children }): TreeNode => ({
      id: tag.id,
      name: tag.name,
      sign: archived.has(tag.id) ? <Archive size={12} aria-label="archived" /> : <TagSwatch colour={tag.colour} />,
      end: (
        <>
          {tag.shortcut !== null && <kbd className="keyboard-hint">{tag.shortcut}</kbd>}
          {tag.isCodable ? <CountBadge count={tag.annotations} label="passages" /> : <span className="faint codebook-heading-sign">heading</span>}
        </>
      ),
      // What is folded away is not drawn: one stands for all, so that the branch can be opened.
      children: opened && !opened.has(tag.id) && children.length > 0 ? [{ id: `below ${tag.id}`, name: '' }] : nodesOf(children, draft, archived, opened, tag.id),
    }),
  );
  return draft?.parentId === parentId && draft ? [...nodes, { id: draftId, name: '' }] : nodes;
}
