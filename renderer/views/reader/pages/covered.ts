// What of everything that is marked in a document falls on one page. The answer is the same object as long as nothing on that page
// has changed, so that pages where nothing happens are not drawn again.

import type { ListedAnnotation } from '../../../../shared/core/annotation.ts';
import type { TextRange } from '../../../../shared/core/document.ts';
import type { Intervals } from '../intervals.ts';
import type { MarkedPassages } from './page-marks.tsx';
import type { PlainPage } from './page-map.ts';
import { clipped } from './word-store.ts';

type Marks = { highlights: Intervals<ListedAnnotation>; areas: readonly ListedAnnotation[]; activeId: string | null; passage: TextRange | null; hits: Intervals<TextRange>; hit: TextRange | null; flash: TextRange | null };

const known = new WeakMap<PlainPage, MarkedPassages>();

export function coveredOn(page: PlainPage, marks: Marks): { marked: MarkedPassages } {
  const highlights = marks.highlights.within(page);
  const areas = marks.areas.filter(({ area }) => area?.page === page.number);
  const part = (range: TextRange | null) => range && clipped(range, page);
  const next: MarkedPassages = {
    highlights,
    areas,
    activeId: [...highlights, ...areas].some((each) => each.id === marks.activeId) ? marks.activeId : null,
    passage: part(marks.passage),
    hits: marks.hits.within(page),
    hit: part(marks.hit),
    flash: part(marks.flash),
  };
  const before = known.get(page);
  if (before && isSame(before, next)) return { marked: before };
  known.set(page, next);
  return { marked: next };
}

function isSame(one: MarkedPassages, other: MarkedPassages): boolean {
  return (
    one.activeId === other.activeId &&
    isSameRange(one.passage, other.passage) &&
    isSameRange(one.hit, other.hit) &&
    isSameRange(one.flash, other.flash) &&
    isSameList(one.highlights, other.highlights) &&
    isSameList(one.areas, other.areas) &&
    isSameList(one.hits, other.hits)
  );
}

function isSameRange(one: TextRange | null, other: TextRange | null): boolean {
  return one?.start === other?.start && one?.end === other?.end;
}

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, index) => each === other[index]);
}
