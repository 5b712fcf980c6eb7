// Find in the open document: the hits are counted and painted while typing, Enter walks them.

import { CaseSensitive, ChevronDown, ChevronUp, createLucideIcon, Regex, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import { classes, IconButton } from '../../components/button.tsx';
import { SearchField } from '../../components/fields.tsx';
import { Toolbar } from '../../components/tabs.tsx';
import { mostFound } from './find.ts';
import type { Find } from './use-find.ts';

/** The letter á. */
const Diacritics = createLucideIcon('diacritics', [
  ['circle', { cx: '11', cy: '15', r: '4', key: 'bowl' }],
  ['path', { d: 'M15 11v8', key: 'stem' }],
  ['path', { d: 'm11 7 3-4', key: 'accent' }],
]);

export function FindBar({ find, onClose }: { find: Find; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const { choices } = find;
  // What was looked for before gives way to the first letter typed.
  useLayoutEffect(() => field.current?.select(), [find.turn]);
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
        <span className={classes('reader-find-count figures', find.fault === null ? 'faint' : 'reader-find-fault')} role="status">
          {find.query.trim() === '' ? '' : find.fault !== null ? find.fault : find.count === 0 ? 'Not found' : `${(find.current + 1).toLocaleString('en')} of ${find.count.toLocaleString('en')}${find.count >= mostFound ? ' or more' : ''}`}
        </span>
        <IconButton icon={ChevronUp} label="Previous" command="reader.findPrevious" isDisabled={find.count === 0} onPress={() => find.step(-1)} />
        <IconButton icon={ChevronDown} label="Next" command="reader.findNext" isDisabled={find.count === 0} onPress={() => find.step(1)} />
        <IconButton icon={CaseSensitive} label="Match case" isOn={choices.matchCase} onPress={() => find.choose({ matchCase: !choices.matchCase })} />
        <IconButton icon={WholeWord} label="Whole words" isOn={choices.wholeWord} onPress={() => find.choose({ wholeWord: !choices.wholeWord })} />
        <IconButton icon={Diacritics} label="Match diacritics" isOn={choices.matchDiacritics} isDisabled={choices.isExpression} onPress={() => find.choose({ matchDiacritics: !choices.matchDiacritics })} />
        <IconButton icon={Regex} label="Regular expression" isOn={choices.isExpression} onPress={() => find.choose({ isExpression: !choices.isExpression })} />
        <IconButton icon={X} label="Close" onPress={onClose} />
      </Toolbar>
    </div>
  );
}
