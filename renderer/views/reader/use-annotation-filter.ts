// The filter of the highlights in the open document: what it lets through, and whether its bar is shown.

import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { type AnnotationFilter, fits, isNarrow, showAll } from './annotation-filter.ts';

export type FilteredAnnotations = ReturnType<typeof useAnnotationFilter>;

/** The one in hand is always shown: what was just made must not vanish. */
export function useAnnotationFilter(all: readonly ListedAnnotation[], tags: readonly TagWithCount[], inHand: string | null) {
  const [isOpen, setOpen] = useState(false);
  const [turn, setTurn] = useState(0);
  const [filter, setFilter] = useState<AnnotationFilter>(showAll);
  const wanted = useDeferredValue(filter);
  const isActive = isNarrow(filter);
  const fitting = useMemo(() => (isNarrow(wanted) ? all.filter(fits(wanted, tags)) : all), [all, wanted, tags]);
  const shown = useMemo(() => {
    const held = fitting === all ? undefined : all.find(({ id }) => id === inHand);
    return held && !fitting.includes(held) ? [...fitting, held] : fitting;
  }, [all, fitting, inHand]);
  const authors = useMemo(() => [...new Set(all.map(({ author }) => author))].toSorted(), [all]);
  const open = useCallback(() => {
    setOpen(true);
    setTurn((known) => known + 1);
  }, []);
  const clear = useCallback(() => {
    setFilter(showAll);
    setOpen(false);
  }, []);
  return { isOpen: isOpen || isActive, turn, isActive, filter, setFilter, open, clear, shown, count: fitting.length, total: all.length, authors };
}
