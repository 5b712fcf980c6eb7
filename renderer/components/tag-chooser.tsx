// A field that chooses a tag while typing, or makes one: arrows walk the tags, Enter takes the marked one, Escape gives up.

import { Plus } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { offeredTags, type TagWithCount } from '../../shared/core/tag.ts';
import { classes } from './button.tsx';
import { TagSwatch } from './marks.tsx';
import { isTagName, rankTags } from './tag-ranking.ts';
import './tag-chooser.css';

type TagChooserProps = {
  tags: readonly TagWithCount[];
  /** Ids, most recent first: offered first. */
  recent: readonly string[];
  /** Ids not offered because the passage has them. */
  taken?: readonly string[];
  /** What was typed before the field was there. */
  typed?: string;
  onChoose: (tagId: string) => void;
  onCreate: (name: string) => void;
  onCancel: () => void;
};

export function TagChooser({ tags, recent, taken = [], typed = '', onChoose, onCreate, onCancel }: TagChooserProps) {
  const listId = useId();
  const [text, setText] = useState(typed);
  const [marked, setMarked] = useState(0);
  const isDone = useRef(false);
  const found = useMemo(() => rankTags(tags, text, recent, new Set(offeredTags(tags).map((tag) => tag.id).filter((id) => !taken.includes(id)))), [tags, taken, text, recent]);
  const name = text.trim();
  const canCreate = name !== '' && name.length <= 500 && !isTagName(tags, name);
  const count = found.length + (canCreate ? 1 : 0);

  const take = (index: number) => {
    if (isDone.current) return;
    const choice = found[index];
    if (!choice && !(canCreate && index === found.length)) return;
    isDone.current = true;
    if (choice) onChoose(choice.tag.id);
    else onCreate(name);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && count > 0) setMarked((marked + step + count) % count);
    else if (event.key === 'Enter') take(marked);
    else if (event.key === 'Escape') onCancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const optionId = (index: number) => `${listId}-${String(index)}`;
  return (
    <div className="tag-chooser">
      <input
        className="field-input"
        role="combobox"
        aria-label="Tag"
        aria-expanded={count > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={count > 0 ? optionId(marked) : undefined}
        placeholder="Tag, or a new one"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the analyst asked to tag
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label="Tags" className="tag-chooser-list">
        {found.map(({ tag, path, alias }, index) => (
          <li
            key={tag.id}
            id={optionId(index)}
            role="option"
            aria-selected={index === marked}
            className={classes('tag-choice', index === marked && 'tag-choice-marked')}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setMarked(index)}
            onClick={() => take(index)}
          >
            <TagSwatch colour={tag.colour} />
            <bdi className="truncate">{tag.name}</bdi>
            {alias !== null && <span className="faint truncate">also “<bdi>{alias}</bdi>”</span>}
            {path !== tag.name && <span className="faint truncate tag-choice-path">{path.slice(0, path.length - tag.name.length - 3)}</span>}
          </li>
        ))}
        {canCreate && (
          <li
            id={optionId(found.length)}
            role="option"
            aria-selected={marked === found.length}
            className={classes('tag-choice', marked === found.length && 'tag-choice-marked')}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => setMarked(found.length)}
            onClick={() => take(found.length)}
          >
            <Plus size={12} aria-hidden />
            <span className="truncate">
              New tag <bdi>“{name}”</bdi>
            </span>
          </li>
        )}
        {count === 0 && <li className="faint tag-choice-none" role="option" aria-selected={false} aria-disabled>Type the name of a new tag.</li>}
      </ul>
    </div>
  );
}
