// The bar above the text that says which highlights are shown. It stays as long as any are left out.

import { X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { Button, KeyboardHint } from '../../components/button.tsx';
import { ComboBox, SearchField, Select } from '../../components/fields.tsx';
import { Chip, TagChip } from '../../components/marks.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { type NoteChoice, untagged } from './annotation-filter.ts';
import type { FilteredAnnotations } from './use-annotation-filter.ts';
import './filter-bar.css';

const anyone = 'anyone';
const byName = 'by ';
const notes: { id: NoteChoice; label: string }[] = [
  { id: 'any', label: 'Note or none' },
  { id: 'with', label: 'With a note' },
  { id: 'without', label: 'Without a note' },
];

export function FilterBar({ filtered, tags, onLeave }: { filtered: FilteredAnnotations; tags: readonly TagWithCount[]; onLeave: () => void }) {
  const { filter, setFilter, isActive, clear, count, total, authors, turn } = filtered;
  const onKeyDown = (event: KeyboardEvent) => {
    // An open list of choices is closed first.
    if (event.key !== 'Escape' || (event.target instanceof HTMLElement && event.target.getAttribute('aria-expanded') === 'true')) return;
    event.preventDefault();
    event.stopPropagation();
    if (!isActive) clear();
    onLeave();
  };
  const without = (id: string) => setFilter({ ...filter, tagIds: filter.tagIds.filter((each) => each !== id) });
  const choices = [{ id: untagged, label: 'No tag' }, ...tags.map((tag) => ({ id: tag.id, label: tag.name }))].filter(({ id }) => !filter.tagIds.includes(id));
  return (
    <div className="reader-filter" role="group" aria-label="Highlights shown" onKeyDownCapture={onKeyDown}>
      <Toolbar label="Highlights shown">
        <SearchField key={turn} label="Words or note" className="reader-filter-words" value={filter.text} onChange={(text) => setFilter({ ...filter, text })} autoFocus />
        <span className="reader-filter-tags">
          {filter.tagIds.map((id) => {
            const tag = tags.find((each) => each.id === id);
            return tag ? <TagChip key={id} name={tag.name} colour={tag.colour} onRemove={() => without(id)} /> : <Chip key={id} onRemove={() => without(id)}>{id === untagged ? 'No tag' : 'A tag that is gone'}</Chip>;
          })}
          <ComboBox key={filter.tagIds.length} label="Tag" hideLabel className="reader-filter-tag" choices={choices} value={null} onChange={(id) => id !== null && setFilter({ ...filter, tagIds: [...filter.tagIds, id] })} placeholder={filter.tagIds.length === 0 ? 'Any tag' : 'or another'} />
        </span>
        {authors.length > 1 && <Select label="Author" hideLabel choices={[{ id: anyone, label: 'Any author' }, ...authors.map((name) => ({ id: byName + name, label: name }))]} value={filter.author === null ? anyone : byName + filter.author} onChange={(id) => setFilter({ ...filter, author: id === anyone ? null : id.slice(byName.length) })} />}
        <Select label="Note" hideLabel choices={notes} value={filter.note} onChange={(note) => setFilter({ ...filter, note })} />
        <ToolbarSpace />
        <span className="figures reader-filter-count" role="status">
          {isActive ? `${count.toLocaleString('en')} of ${total.toLocaleString('en')}` : `All ${total.toLocaleString('en')}`}
          <span className="visually-hidden"> highlights</span>
        </span>
        <Button kind="quiet" icon={X} onPress={() => { clear(); onLeave(); }}>
          {isActive ? 'Show all' : 'Close'} <KeyboardHint command="reader.clearFilter" />
        </Button>
      </Toolbar>
    </div>
  );
}
