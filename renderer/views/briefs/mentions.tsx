// The passages that fit what is typed behind "@". The text keeps the focus and the keys; this only shows and takes the pointer.

import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import { classes } from '../../components/button.tsx';
import { passagePlace } from '../../components/passage-place.ts';

const mostShown = 8;

/** Passages that hold every word, in the quote, the note or the document's name; the last annotated first. */
export function mentionsOf(annotations: ReadonlyMap<string, ListedAnnotation>, words: string): ListedAnnotation[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return [...annotations.values()]
    .filter((each) => {
      const text = `${each.quote} ${each.note} ${each.documentTitle} ${each.year ?? ''}`.toLocaleLowerCase();
      return wanted.every((word) => text.includes(word));
    })
    .toSorted((one, other) => other.createdAt.localeCompare(one.createdAt))
    .slice(0, mostShown);
}

export type MentionsProps = { id: string; matches: readonly ListedAnnotation[]; marked: number; left: number; top: number; onTake: (index: number) => void; hasAny: boolean };

export function Mentions({ id, matches, marked, left, top, onTake, hasAny }: MentionsProps) {
  return (
    <div className="popover brief-mentions" style={{ left, top }}>
      <ul id={id} role="listbox" aria-label="Passages to cite">
        {matches.map((each, index) => (
          <li
            key={each.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === marked}
            className={classes('brief-mention', index === marked && 'brief-mention-marked')}
            onPointerDown={(event) => {
              event.preventDefault();
              onTake(index);
            }}
          >
            <span className="brief-mention-quote">{each.quote}</span>
            <span className="faint truncate">{passagePlace(each)}</span>
          </li>
        ))}
      </ul>
      {matches.length === 0 && <p className="faint choice-none">{hasAny ? 'No annotated passage has these words.' : 'Nothing is annotated yet.'}</p>}
    </div>
  );
}
