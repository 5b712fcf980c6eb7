// Find in the open document: the hits are counted and painted while typing, Enter walks them.

import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { IconButton } from '../../components/button.tsx';
import { SearchField } from '../../components/fields.tsx';
import { Toolbar } from '../../components/tabs.tsx';
import { mostFound } from './find.ts';
import type { Find } from './use-find.ts';

export function FindBar({ find, onClose }: { find: Find; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && event.target === field.current) find.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="reader-find" role="search" onKeyDownCapture={onKeyDown}>
      <Toolbar label="Find in this document">
        <SearchField key={find.turn} label="Find in this document" className="reader-find-field" value={find.query} onChange={find.setQuery} inputRef={field} autoFocus />
        <span className="reader-find-count figures faint" role="status">
          {find.query.trim() === '' ? '' : find.count === 0 ? 'Not found' : `${(find.current + 1).toLocaleString('en')} of ${find.count.toLocaleString('en')}${find.count >= mostFound ? ' or more' : ''}`}
        </span>
        <IconButton icon={ChevronUp} label="Previous" keys="Shift+F3" isDisabled={find.count === 0} onPress={() => find.step(-1)} />
        <IconButton icon={ChevronDown} label="Next" keys="F3" isDisabled={find.count === 0} onPress={() => find.step(1)} />
        <IconButton icon={CaseSensitive} label="Match case" isOn={find.matchCase} onPress={() => find.setMatchCase(!find.matchCase)} />
        <IconButton icon={WholeWord} label="Whole words" isOn={find.wholeWord} onPress={() => find.setWholeWord(!find.wholeWord)} />
        <IconButton icon={X} label="Close" onPress={onClose} />
      </Toolbar>
    </div>
  );
}
