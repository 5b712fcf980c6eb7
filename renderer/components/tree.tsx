// A tree to walk, select, rename in place and reorder by dragging (or by keyboard: Enter on the handle, arrows, Enter).
// What a move or a new name means is the owner's; the tree only reports it.

import { ChevronRight, GripVertical } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { Tree as AriaTree, Button, Collection, type Key, TreeItem, TreeItemContent, useDragAndDrop } from 'react-aria-components';
import { classes } from './button.tsx';
import './tree.css';

export type TreeNode = {
  id: string;
  name: string;
  children?: readonly TreeNode[];
  /** Before the name: a swatch, a number. */
  sign?: ReactNode;
  /** At the right: a count. */
  end?: ReactNode;
};

export type TreeProps = {
  label: string;
  nodes: readonly TreeNode[];
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  selectionMode?: 'single' | 'multiple';
  /** Ids shown open; all when left out. */
  expanded?: ReadonlySet<string>;
  onExpand?: (ids: ReadonlySet<string>) => void;
  /** Enter or double click. */
  onOpen?: (id: string) => void;
  /** F2. */
  onRename?: (id: string, name: string) => void;
  /** Delete. */
  onRemove?: (ids: ReadonlySet<string>) => void;
  /** Moves nodes before, after, or into ("on") the target. */
  onMove?: (ids: ReadonlySet<string>, target: string, where: 'before' | 'after' | 'on') => void;
  /** The node whose name is being typed, when the owner decides it (after creating one). */
  renaming?: string | null;
  onRenamingChange?: (id: string | null) => void;
  emptyState?: ReactNode;
};

export function Tree(props: TreeProps) {
  const { label, nodes, selected, onSelect, selectionMode = 'single', expanded, onExpand, onOpen, onRename, onRemove, onMove, emptyState } = props;
  const [ownRenaming, setOwnRenaming] = useState<string | null>(null);
  const renaming = props.renaming === undefined ? ownRenaming : props.renaming;
  const setRenaming = props.onRenamingChange ?? setOwnRenaming;
  // What is not said to be closed is open; a tree that hides its branches hides the codebook.
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const parents = parentsOf(nodes);
  const open = expanded ?? new Set(parents.filter((id) => !closed.has(id)));

  const frame = useRef<HTMLDivElement>(null);
  // The row whose name field was left by a key gets the focus back; the field took it along when it went.
  const refocus = useRef<string | null>(null);
  useEffect(() => {
    if (renaming !== null || refocus.current === null) return;
    frame.current?.querySelector<HTMLElement>(`[role="row"][data-key="${CSS.escape(refocus.current)}"]`)?.focus();
    refocus.current = null;
  }, [renaming]);

  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': nameOf(nodes, String(key)) ?? String(key), 'annals/tree-node': String(key) })),
    onMove: (event) => onMove?.(asIds(event.keys), String(event.target.key), event.target.dropPosition),
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const id = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'row' ? event.target.dataset['key'] : undefined;
    if (id === undefined || renaming === id) return;
    if (event.key === 'F2' && onRename) setRenaming(id);
    else if (event.key === 'Delete' && onRemove) onRemove(selected.has(id) ? selected : new Set([id]));
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys bubble up from the rows, which have the roles
    <div ref={frame} className="tree-frame" onKeyDown={onKeyDown}>
      <AriaTree
        className="tree"
        aria-label={label}
        selectionMode={selectionMode}
        selectionBehavior="replace"
        // While a name is typed, arrows belong to the field and not to the tree.
        keyboardNavigationBehavior={renaming === null ? 'arrow' : 'tab'}
        selectedKeys={selected}
        onSelectionChange={(keys) => onSelect(keys === 'all' ? new Set(allOf(nodes)) : asIds(keys))}
        expandedKeys={open}
        onExpandedChange={(keys) => {
          const ids = asIds(keys);
          onExpand?.(ids);
          setClosed(new Set(parents.filter((id) => !ids.has(id))));
        }}
        {...(onOpen ? { onAction: (key: Key) => onOpen(String(key)) } : {})}
        {...(onMove ? { dragAndDropHooks } : {})}
        renderEmptyState={() => emptyState}
        items={nodes}
        dependencies={[renaming]}
      >
        {(node) => row(node)}
      </AriaTree>
    </div>
  );

  function row(node: TreeNode) {
    return (
      <TreeItem id={node.id} textValue={node.name} className="tree-item">
        <TreeItemContent>
          {({ hasChildItems, level, allowsDragging }) => (
            <div className="tree-row" style={{ paddingLeft: (level - 1) * 16 }}>
              {allowsDragging && (
                <Button slot="drag" className="tree-handle" aria-label={`Move ${node.name}`}>
                  <GripVertical size={12} aria-hidden />
                </Button>
              )}
              {hasChildItems ? (
                <Button slot="chevron" className="tree-chevron">
                  <ChevronRight size={14} aria-hidden />
                </Button>
              ) : (
                <span className="tree-chevron" />
              )}
              {node.sign}
              {renaming === node.id && onRename ? (
                <NameField
                  name={node.name}
                  onDone={(name, byKey) => {
                    setRenaming(null);
                    if (byKey) refocus.current = node.id;
                    if (name && name !== node.name) onRename(node.id, name);
                  }}
                />
              ) : (
                <span className="truncate tree-name" title={node.name} onDoubleClick={() => !onOpen && onRename && setRenaming(node.id)}>
                  {node.name}
                </span>
              )}
              {node.end && <span className="tree-end">{node.end}</span>}
            </div>
          )}
        </TreeItemContent>
        {node.children && (
          <Collection items={node.children} dependencies={[renaming]}>
            {(child) => row(child)}
          </Collection>
        )}
      </TreeItem>
    );
  }
}

/** Enter keeps the name, Escape gives it up; leaving the field keeps it. `byKey` is false when the field was left for another place. */
function NameField({ name, onDone }: { name: string; onDone: (name: string | null, byKey: boolean) => void }) {
  const [value, setValue] = useState(name);
  const isDone = useRef(false);
  const finish = (result: string | null, byKey: boolean) => {
    // A field that goes away also loses the focus: it must not be finished twice.
    if (isDone.current) return;
    isDone.current = true;
    onDone(result, byKey);
  };
  return (
    <input
      className={classes('field-input', 'tree-rename')}
      aria-label="Name"
      value={value}
      autoFocus
      onFocus={(event) => event.target.select()}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => finish(value.trim(), false)}
      onPointerDown={(event) => event.stopPropagation()}
      onKeyDownCapture={(event) => {
        if (event.key === 'Enter') finish(value.trim(), true);
        else if (event.key === 'Escape') finish(null, true);
        // The tree must not walk or search while a name is typed.
        event.stopPropagation();
      }}
    />
  );
}

function asIds(keys: Iterable<Key>): ReadonlySet<string> {
  return new Set([...keys].map(String));
}

function allOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => [node.id, ...allOf(node.children ?? [])]);
}

function parentsOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => (node.children && node.children.length > 0 ? [node.id, ...parentsOf(node.children)] : []));
}

function nameOf(nodes: readonly TreeNode[], id: string): string | null {
  for (const node of nodes) {
    if (node.id === id) return node.name;
    const below = nameOf(node.children ?? [], id);
    if (below !== null) return below;
  }
  return null;
}
