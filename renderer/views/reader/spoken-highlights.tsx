// The highlights of a stretch of text for the ear: a list after it, in which each is heard as tags, passage, note and page, and is
// opened. Highlights are painted, not elements of the text, so that 10,000 of them stay quick; the list stands for them.

import { memo, useMemo } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { CardContext } from './highlight-margin.tsx';
import { spoken } from './highlight-words.ts';
import type { Intervals } from './intervals.ts';
import { sameItems, useSteady } from './steady.ts';

/** More in one stretch are not listened to; walking from one to the next reaches all. */
const mostListed = 100;

type Listing = { tags: CardContext['tags']; onOpen: (annotation: ListedAnnotation) => void };

/** Those that begin in the stretch. */
export const SpokenHighlights = memo(function SpokenHighlights({ stretch, highlights, tags, onOpen }: Listing & { stretch: TextRange; highlights: Intervals<ListedAnnotation> }) {
  const within = useMemo(() => highlights.within(stretch).filter((each) => each.start >= stretch.start), [highlights, stretch]);
  const own = useSteady(within, sameItems);
  return <SpokenList highlights={own} tags={tags} onOpen={onOpen} />;
});

export const SpokenList = memo(function SpokenList({ highlights, tags, onOpen }: Listing & { highlights: readonly ListedAnnotation[] }) {
  if (highlights.length === 0) return null;
  return (
    <ul className="visually-hidden reader-spoken" aria-label={highlights.length === 1 ? '1 highlight above' : `${String(highlights.length)} highlights above`}>
      {highlights.slice(0, mostListed).map((annotation) => (
        <li key={annotation.id}>
          {/* Reached with the reading cursor; Tab would stop a hundred times. */}
          <button type="button" tabIndex={-1} aria-roledescription="highlight" onClick={() => onOpen(annotation)}>
            {spoken(annotation, tags)}
          </button>
        </li>
      ))}
    </ul>
  );
});
