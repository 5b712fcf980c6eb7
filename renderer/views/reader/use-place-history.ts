// Back and forward through the places one jumped from and to inside a document. Each jump is a step of the browser's own history, so
// the same keys lead back through places and through views.

import { useCallback, useEffect, useRef } from 'react';

type Kept = { documentId: string; offset: number };

/** The place kept in the step of history that is shown now; null when it has none of this document. */
export function placeOfStep(documentId: string): number | null {
  const state = window.history.state as { place?: Kept } | null;
  return state?.place?.documentId === documentId ? state.place.offset : null;
}

/** `jump` is told from where one leaves and to where; `onReturn` goes there without a step of its own. */
export function usePlaceHistory(documentId: string, onReturn: (offset: number) => void) {
  const latest = useRef(onReturn);
  const address = useRef('');
  useEffect(() => {
    latest.current = onReturn;
  });
  useEffect(() => {
    const shown = () => window.location.pathname + window.location.search;
    address.current = shown();
    const onStep = () => {
      const offset = placeOfStep(documentId);
      // Another address is another thing to show; whoever shows it goes there.
      if (offset !== null && shown() === address.current) latest.current(offset);
      address.current = shown();
    };
    window.addEventListener('popstate', onStep);
    return () => window.removeEventListener('popstate', onStep);
  }, [documentId]);
  return useCallback(
    (from: number, to: number) => {
      address.current = window.location.pathname + window.location.search;
      keep({ documentId, offset: from }, 'replaceState');
      keep({ documentId, offset: to }, 'pushState');
    },
    [documentId],
  );
}

function keep(place: Kept, how: 'replaceState' | 'pushState'): void {
  window.history[how]({ ...(window.history.state as object | null), place }, '', window.location.href);
}
