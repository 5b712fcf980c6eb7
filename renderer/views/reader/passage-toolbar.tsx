// The toolbar at the selection: the tags on their digits, and what else can be done with a passage, each with its key.

import { Copy, FileText, Highlighter, ListChecks, type LucideIcon, NotebookPen, Tag } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Toolbar as AriaToolbar } from 'react-aria-components';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { TagSwatch } from '../../components/marks.tsx';
import { TagChooser } from '../../components/tag-chooser.tsx';

/** What the toolbar can do; the keys are those of the command list. */
export type PassageActions = {
  tag: (tagId: string) => void;
  tagNew: (name: string) => void;
  highlight: () => void;
  note: () => void;
  evidence: () => void;
  brief: () => void;
  copy: () => void;
};

type PassageToolbarProps = {
  tags: readonly TagWithCount[];
  slots: readonly string[];
  last: string | null;
  recent: readonly string[];
  actions: PassageActions;
  /** What was typed to open the tag field; null while it is closed. */
  typed: string | null;
  onOpenField: (typed: string) => void;
  onCloseField: () => void;
};

export function PassageToolbar({ tags, slots, last, recent, actions, typed, onOpenField, onCloseField }: PassageToolbarProps) {
  const [shownSlots, setShown] = useState(5);
  if (typed !== null) {
    return <TagChooser tags={tags} recent={recent} typed={typed} onChoose={actions.tag} onCreate={actions.tagNew} onCancel={onCloseField} />;
  }
  const tagOf = (id: string) => tags.find((tag) => tag.id === id);
  const lastTag = last === null ? undefined : tagOf(last);
  return (
    <AriaToolbar aria-label="Selected passage" className="reader-toolbar-rows">
      {slots.length > 0 && (
        <div className="reader-toolbar-tags">
          {slots.slice(0, shownSlots).map((id, index) => {
            const tag = tagOf(id);
            return (
              tag && (
                <AriaButton key={id} className="reader-toolbar-tag" onPress={() => actions.tag(id)}>
                  <TagSwatch colour={tag.colour} />
                  <bdi className="truncate">{tag.name}</bdi>
                  <kbd className="keyboard-hint">{index + 1}</kbd>
                  {tag === lastTag && <kbd className="keyboard-hint">↵</kbd>}
                </AriaButton>
              )
            );
          })}
          {slots.length > shownSlots && (
            <AriaButton className="reader-toolbar-tag faint" onPress={() => setShown(slots.length)}>
              {slots.length - shownSlots} more
            </AriaButton>
          )}
        </div>
      )}
      <div className="reader-toolbar-actions">
        <Action icon={Tag} label="Tag…" keys="A" onPress={() => onOpenField('')} />
        <Action icon={Highlighter} label="Highlight" keys="H" onPress={actions.highlight} />
        <Action icon={NotebookPen} label="Note" keys="N" onPress={actions.note} />
        <Action icon={ListChecks} label="Evidence" keys="E" onPress={actions.evidence} />
        <Action icon={FileText} label="Brief" keys="B" onPress={actions.brief} />
        <Action icon={Copy} label="Copy" keys="C" onPress={actions.copy} />
      </div>
    </AriaToolbar>
  );
}

function Action({ icon: Icon, label, keys, onPress }: { icon: LucideIcon; label: string; keys: string; onPress: () => void }) {
  return (
    <AriaButton className="reader-toolbar-action" onPress={onPress}>
      <Icon size={14} aria-hidden />
      {label}
      <kbd className="keyboard-hint">{keys}</kbd>
    </AriaButton>
  );
}
