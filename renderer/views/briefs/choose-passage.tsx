// Chooses annotated passages: type to narrow by words, note, tag or document, mark one or several.

import { useMemo, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useQuery } from '../../backend/use-query.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { SearchField } from '../../components/fields.tsx';
import { TagSwatch } from '../../components/marks.tsx';
import { Waiting } from '../../components/notes.tsx';
import { passagePlace } from '../../components/passage-place.ts';

/** More than can be looked over; the filter finds the others. */
const mostShown = 300;

export function ChoosePassage({ title, verb, onChoose, onClose }: { title: string; verb: string; onChoose: (ids: string[]) => void; onClose: () => void }) {
  const annotations = useQuery('annotations.list', {}).data;
  const tags = useQuery('tags.list', {}).data;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => (annotations ?? []).map((each) => ({ ...each, tags: (tags ?? []).filter((tag) => each.tagIds.includes(tag.id)) })), [annotations, tags]);
  const shown = useMemo(() => {
    const wanted = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return rows
      .filter((each) => {
        const words = `${each.quote} ${each.note} ${each.documentTitle} ${each.year ?? ''} ${each.tags.map((tag) => tag.name).join(' ')}`.toLocaleLowerCase();
        return wanted.every((word) => words.includes(word));
      })
      .slice(0, mostShown);
  }, [rows, text]);

  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      width={720}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button kind="primary" isDisabled={chosen.size === 0} onPress={() => onChoose([...chosen])}>
            {chosen.size > 1 ? `${verb} ${chosen.size} passages` : `${verb} passage`}
          </Button>
        </>
      }
    >
      <div className="brief-choose">
        <SearchField label="Find a passage by its words, note, tag or document" value={text} onChange={setText} autoFocus />
        {!annotations ? (
          <Waiting />
        ) : shown.length === 0 ? (
          <p className="faint">{annotations.length === 0 ? 'Nothing is annotated yet. Select a passage in the reader first.' : 'No passage fits.'}</p>
        ) : (
          <ListBox
            aria-label="Annotated passages"
            className="brief-choose-list"
            selectionMode="multiple"
            selectedKeys={chosen}
            onSelectionChange={(keys) => setChosen(keys === 'all' ? new Set(shown.map((each) => each.id)) : new Set([...keys].map(String)))}
          >
            {shown.map((each) => (
              <ListBoxItem key={each.id} id={each.id} textValue={each.quote} className="brief-choose-row">
                <span className="checkbox-box" aria-hidden />
                <span className="brief-choose-words">
                  <span className="brief-choose-quote">{each.quote}</span>
                  <span className="faint">{passagePlace(each)}</span>
                  {each.tags.length > 0 && (
                    <span className="brief-choose-tags">
                      {each.tags.map((tag) => (
                        <span key={tag.id} className="brief-choose-tag">
                          <TagSwatch colour={tag.colour} /> {tag.name}
                        </span>
                      ))}
                    </span>
                  )}
                </span>
              </ListBoxItem>
            ))}
          </ListBox>
        )}
      </div>
    </Dialog>
  );
}
