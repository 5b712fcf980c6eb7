// The blocks of a brief in their order: add one between any two, move by dragging the handle or by Alt and an arrow, remove with undo.

import { ArrowDown, ArrowUp, Ellipsis, GripVertical, Plus, Trash2, TriangleAlert } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { type BriefBlock, type BriefBlockKind, briefBlockKinds, type BriefIssue } from '../../../shared/core/brief.ts';
import { useCommand } from '../../backend/use-command.ts';
import { useUndo } from '../../backend/use-undo.ts';
import { classes, IconButton } from '../../components/button.tsx';
import { Menu } from '../../components/menu.tsx';
import { type CarriedPassage, carriedPassage, holdsPassage } from '../../components/passage-transfer.ts';
import { showToast } from '../../components/toasts.ts';
import { BlockBody } from './block-body.tsx';
import { blockIcons, blockNames } from './words.ts';

export type BlockListProps = {
  blocks: readonly BriefBlock[];
  problems: readonly BriefIssue[];
  /** Id of the block made last: it takes the focus. */
  made: string | null;
  onAdd: (kind: BriefBlockKind, position: number) => void;
  /** A passage of the reader was dropped. */
  onPassage: (passage: CarriedPassage, position: number) => void;
};

export function BlockList({ blocks, problems, made, onAdd, onPassage }: BlockListProps) {
  const move = useCommand('briefs.moveBlock');
  const remove = useCommand('briefs.removeBlock');
  const { undo } = useUndo();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const refocus = useRef<string | null>(null);
  useEffect(() => {
    // A moved block is put elsewhere in the page, which takes the focus away.
    if (refocus.current === null) return;
    const block = document.getElementById(blockPlace(refocus.current));
    refocus.current = null;
    if (block && !block.contains(document.activeElement)) block.querySelector<HTMLElement>('.brief-handle')?.focus();
  }, [blocks]);

  const moveTo = (block: BriefBlock, position: number) => {
    if (position < 0 || position >= blocks.length || position === block.position) return;
    refocus.current = block.id;
    void move.run({ id: block.id, position });
  };
  const removeOne = async (block: BriefBlock) => {
    const outcome = await remove.run({ ids: [block.id] });
    if (outcome.ok) showToast({ text: `Removed ${blockNames[block.kind].toLowerCase()} from the brief.`, action: { label: 'Undo', run: () => void undo() } });
  };
  const onDrop = (event: DragEvent) => {
    const passage = dragged === null ? carriedPassage(event.dataTransfer) : null;
    event.preventDefault();
    if (passage) onPassage(passage, over ?? blocks.length);
    const block = blocks.find((each) => each.id === dragged);
    // A place below itself moves up by one once the block is taken out.
    if (block && over !== null) moveTo(block, over > block.position ? over - 1 : over);
    setDragged(null);
    setOver(null);
  };
  const onDragOver = (event: DragEvent, index: number) => {
    if (dragged === null && !holdsPassage(event.dataTransfer)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = dragged === null ? 'copy' : 'move';
    const box = event.currentTarget.getBoundingClientRect();
    setOver(event.clientY > box.top + box.height / 2 ? index + 1 : index);
  };
  const onKeyDown = (event: KeyboardEvent, block: BriefBlock) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    moveTo(block, block.position + step);
  };

  return (
    <ol className="brief-blocks" aria-label="Blocks of the brief" onDrop={onDrop} onDragLeave={(event) => !(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) && setOver(null)}>
      {blocks.map((block, index) => {
        const own = problems.filter((problem) => problem.block === index);
        const Icon = blockIcons[block.kind];
        return (
          <li
            key={block.id}
            id={blockPlace(block.id)}
            className={classes('brief-block', dragged === block.id && 'brief-block-dragged', over === index && 'brief-block-before', over === index + 1 && index === blocks.length - 1 && 'brief-block-after')}
            onDragOver={(event) => onDragOver(event, index)}
            onKeyDown={(event) => onKeyDown(event, block)}
          >
            <AddBlock position={index} onAdd={onAdd} />
            <div className="brief-block-side">
              <button
                type="button"
                className="brief-handle"
                draggable
                aria-label={`${blockNames[block.kind]}, block ${index + 1} of ${blocks.length}`}
                title={`${blockNames[block.kind]}: drag to move it, or press Alt and an arrow`}
                onDragStart={(event) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', blockNames[block.kind]);
                  setDragged(block.id);
                }}
                onDragEnd={() => {
                  setDragged(null);
                  setOver(null);
                }}
                onKeyDown={(event) => {
                  if (event.key !== 'Delete') return;
                  event.preventDefault();
                  void removeOne(block);
                }}
              >
                <GripVertical size={14} aria-hidden className="brief-handle-grip" />
                <Icon size={14} aria-hidden className="brief-handle-sign" />
              </button>
            </div>
            <div className="brief-block-body">
              <BlockBody block={block} autoFocus={made === block.id} />
              {own.map((problem) => (
                <p key={problem.code + problem.message} className={classes('brief-problem', `brief-problem-${problem.severity}`)}>
                  <TriangleAlert size={14} aria-hidden /> {problem.message}
                </p>
              ))}
            </div>
            <div className="brief-block-end">
              <Menu
                label="Block"
                entries={[
                  { id: 'up', label: 'Move up', icon: ArrowUp, keys: 'Alt+Up', isDisabled: index === 0, onAction: () => moveTo(block, index - 1) },
                  { id: 'down', label: 'Move down', icon: ArrowDown, keys: 'Alt+Down', isDisabled: index === blocks.length - 1, onAction: () => moveTo(block, index + 1) },
                  'separator',
                  ...briefBlockKinds.map((kind) => ({ id: `add-${kind}`, label: `Add ${blockNames[kind].toLowerCase()} below`, icon: blockIcons[kind], onAction: () => onAdd(kind, index + 1) })),
                  'separator',
                  { id: 'remove', label: 'Remove', icon: Trash2, keys: 'Delete', onAction: () => void removeOne(block) },
                ]}
              >
                <IconButton icon={Ellipsis} label={`Move or remove block ${index + 1}`} />
              </Menu>
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** The thin place between two blocks. */
function AddBlock({ position, onAdd }: { position: number; onAdd: (kind: BriefBlockKind, position: number) => void }) {
  return (
    <div className="brief-add">
      <Menu label="Add a block" entries={briefBlockKinds.map((kind) => ({ id: kind, label: blockNames[kind], icon: blockIcons[kind], onAction: () => onAdd(kind, position) }))}>
        <IconButton icon={Plus} label={`Add a block before block ${position + 1}`} className="brief-add-button" />
      </Menu>
    </div>
  );
}

/** Id of the element of a block. */
export function blockPlace(id: string): string {
  return `brief-block-${id}`;
}

/** Brings a block into view and gives it the focus. */
export function showBlock(id: string): void {
  const element = document.getElementById(blockPlace(id));
  element?.scrollIntoView({ block: 'nearest' });
  element?.querySelector<HTMLElement>('.brief-handle')?.focus({ preventScroll: true });
}
