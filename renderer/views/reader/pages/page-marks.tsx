// What is marked on one page: highlights in their colours, the selection, hits, the passage gone to. Drawn as boxes of the words; it
// takes no pointer and is not spoken (the list of highlights after the text is).

import { memo } from 'react';
import type { ListedAnnotation } from '../../../../shared/core/annotation.ts';
import type { TextRange } from '../../../../shared/core/document.ts';
import { classes } from '../../../components/button.tsx';
import { colourOf } from '../highlight-words.ts';
import { coveredBy, lanesOf } from '../intervals.ts';
import type { CardContext } from '../highlight-margin.tsx';
import type { SheetLayout } from './page-geometry.ts';
import type { PageMap } from './page-map.ts';
import type { PageWords } from './page-words.ts';

export type MarkedPassages = {
  highlights: readonly ListedAnnotation[];
  areas: readonly ListedAnnotation[];
  activeId: string | null;
  passage: TextRange | null;
  hits: readonly TextRange[];
  hit: TextRange | null;
  flash: TextRange | null;
};

type PageMarksProps = MarkedPassages & {
  index: number;
  map: PageMap;
  words: PageWords | null;
  layout: SheetLayout;
  tags: CardContext['tags'];
  onOpen: (annotation: ListedAnnotation) => void;
};

/** Lanes beyond this many are drawn over the last. */
const mostLanes = 6;

export const PageMarks = memo(function PageMarks({ index, map, words, layout, highlights, areas, activeId, passage, hits, hit, flash, tags, onOpen }: PageMarksProps) {
  const boxes = (range: TextRange, look: string) =>
    words === null ? [] : map.boxesOn(index, range, layout).map((box, place) => <span key={`${look} ${String(range.start)} ${String(place)}`} className={classes('page-mark', look)} style={{ left: box.x, top: box.y, width: box.width, height: box.height }} />);
  const lanes = lanesOf(highlights);
  return (
    <>
      <div className="page-marks page-fills" aria-hidden>
        {highlights.map((annotation) => (
          <div key={annotation.id} className={`colour-${colourOf(annotation, tags)}`}>
            {boxes(annotation, 'page-highlight')}
          </div>
        ))}
        {coveredBy(highlights, 2).map((range) => boxes(range, 'page-overlap'))}
        {coveredBy(highlights, 3).map((range) => boxes(range, 'page-overlap page-overlap-deep'))}
      </div>
      <div className="page-marks" aria-hidden>
        {highlights.map((annotation) => (
          <div key={annotation.id} className={`colour-${colourOf(annotation, tags)}`}>
            {boxes(annotation, classes('page-line', annotation.id === activeId && 'page-line-active'))}
          </div>
        ))}
        {hits.map((range) => boxes(range, 'page-hit'))}
        {hit && boxes(hit, 'page-hit-current')}
        {passage && boxes(passage, 'page-selected')}
        {flash && boxes(flash, 'page-flash')}
      </div>
      <div className="page-lanes" aria-hidden>
        {highlights.map((annotation, place) => {
          const own = words === null ? [] : map.boxesOn(index, annotation, layout);
          if (own.length === 0) return null;
          const top = Math.min(...own.map((box) => box.y));
          const bottom = Math.max(...own.map((box) => box.y + box.height));
          return (
            <div
              key={annotation.id}
              className={classes('page-lane', `colour-${colourOf(annotation, tags)}`, annotation.id === activeId && 'page-lane-active', annotation.note.trim() !== '' && 'page-lane-noted')}
              style={{ top, height: bottom - top, left: Math.min(lanes[place] ?? 0, mostLanes - 1) * 6 }}
              onMouseDown={(event) => event.stopPropagation()}
              onClick={(event) => {
                event.stopPropagation();
                onOpen(annotation);
              }}
            />
          );
        })}
      </div>
      <div className="page-areas" aria-hidden>
        {areas.map((annotation) => {
          if (!annotation.area) return null;
          const box = map.onSheet(index, annotation.area, layout);
          return <div key={annotation.id} className={classes('page-area', `colour-${colourOf(annotation, tags)}`, annotation.id === activeId && 'page-area-active')} style={{ left: box.x, top: box.y, width: box.width, height: box.height }} />;
        })}
      </div>
    </>
  );
});
