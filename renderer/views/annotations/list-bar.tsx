// Above the list of highlights: the words to look for, the order, and grid or cards.

import { LayoutGrid, Rows3 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type ListFilter, listOrders, type ListSort } from '../../../shared/core/annotation-list.ts';
import { IconButton } from '../../components/button.tsx';
import { useCommandHandler } from '../../components/commands.tsx';
import { SearchField, Select } from '../../components/fields.tsx';
import { Toolbar, ToolbarSpace } from '../../components/tabs.tsx';
import { orderNames } from './words.ts';

export const shapes = ['grid', 'cards'] as const;
export type Shape = (typeof shapes)[number];

type ListBarProps = { filter: ListFilter; sort: ListSort; shape: Shape; onFilter: (filter: ListFilter) => void; onSort: (sort: ListSort) => void; onShape: (shape: Shape) => void };

type SortChoice = `${'' | '-'}${ListSort['by']}`;
/** Times are wanted newest first; the others may be turned by the heads of the grid. */
const choices = listOrders.flatMap((by): { id: SortChoice; label: string }[] => (by === 'made' || by === 'changed' ? [{ id: `-${by}`, label: `${orderNames[by]}, newest first` }, { id: by, label: `${orderNames[by]}, oldest first` }] : [{ id: by, label: orderNames[by] }]));

export function ListBar({ filter, sort, shape, onFilter, onSort, onShape }: ListBarProps) {
  const chosen = choices.find(({ id }) => id === `${sort.descending ? '-' : ''}${sort.by}`) ?? choices.find(({ id }) => id === sort.by);
  return (
    <Toolbar label="Highlights" className="annotations-bar">
      <WordsField text={filter.text} onText={(text) => onFilter({ ...filter, text })} />
      <ToolbarSpace />
      <Select
        label="Order"
        hideLabel
        className="annotations-order"
        choices={choices}
        value={chosen?.id ?? null}
        onChange={(id) => {
          const by = listOrders.find((each) => each === id.replace(/^-/, ''));
          if (by) onSort({ by, descending: id.startsWith('-') });
        }}
      />
      <IconButton icon={Rows3} label="Grid" command="annotations.shape" isOn={shape === 'grid'} onPress={() => onShape('grid')} />
      <IconButton icon={LayoutGrid} label="Cards" command="annotations.shape" isOn={shape === 'cards'} onPress={() => onShape('cards')} />
    </Toolbar>
  );
}

/** Milliseconds after the last letter before the list follows. */
const typingPause = 180;

/** Keeps what is being typed to itself until the pause, so that the letters never wait for the answer. */
function WordsField({ text, onText }: { text: string; onText: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const [address, setAddress] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  // The address changed by itself (back, a cleared filter): the field follows.
  if (address !== text) {
    setAddress(text);
    if (text !== typed.trim()) setTyped(text);
  }
  useEffect(() => {
    if (typed.trim() === text) return undefined;
    const timer = setTimeout(() => onText(typed.trim()), typingPause);
    return () => clearTimeout(timer);
  });
  useCommandHandler('edit.find', () => input.current?.select());
  return <SearchField label="Words of the passage or the note" className="annotations-find" value={typed} onChange={setTyped} onSubmit={(value) => onText(value.trim())} inputRef={input} />;
}
