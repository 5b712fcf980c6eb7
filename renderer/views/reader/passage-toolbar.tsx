// The toolbar at the selection: the tags on their digits, and what else can be done with a passage, each with its key.

import { Copy, FileText, Highlighter, ListChecks, type LucideIcon, NotebookPen, Tag } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton, Toolbar as AriaToolbar } from 'react-aria-components';
import type { CommandId } from '../../../shared/core/command-list.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { KeyboardHint } from '../../components/button.tsx';
import { TagSwatch } from '../../components/marks.tsx';
import { TagChooser } from '../../components/tag-chooser.tsx';
import './passage-toolbar.css';

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
  // A button that shows one more would take the room of that one.
  const shown = slots.length === shownSlots + 1 ? slots.length : shownSlots;
  const tagOf = (id: string) => tags.find((tag) => tag.id === id);
  const lastTag = last === null ? undefined : tagOf(last);
  return (
    <AriaToolbar aria-label="Selected passage" className="reader-toolbar-rows">
      {slots.length > 0 && (
        <div className="reader-toolbar-tags">
          {slots.slice(0, shown).map((id, index) => {
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
          {slots.length > shown && (
            <AriaButton className="reader-toolbar-tag faint" onPress={() => setShown(slots.length)}>
              {slots.length - shown} more
            </AriaButton>
          )}
        </div>
      )}
      <div className="reader-toolbar-actions">
        <Action icon={Tag} label="Tag…" command="reader.tag" onPress={() => onOpenField('')} />
        <Action icon={Highlighter} label="Highlight" command="reader.highlight" onPress={actions.highlight} />
        <Action icon={NotebookPen} label="Note" command="reader.note" onPress={actions.note} />
        <Action icon={ListChecks} label="Evidence" command="reader.evidence" onPress={actions.evidence} />
        <Action icon={FileText} label="Brief" command="reader.addToBrief" onPress={actions.brief} />
        <Action icon={Copy} label="Copy" command="reader.copyCitation" onPress={actions.copy} />
      </div>
    </AriaToolbar>
  );
}

function Action({ icon: Icon, label, command, onPress }: { icon: LucideIcon; label: string; command: CommandId; onPress: () => void }) {
  return (
    <AriaButton className="reader-toolbar-action" onPress={onPress}>
      <Icon size={14} aria-hidden />
      {label}
      <KeyboardHint command={command} />
    </AriaButton>
  );
}
