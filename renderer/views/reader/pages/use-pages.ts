// The page view as the reading room knows it: its map, what it draws from, going to a place, and telling where it stands.

import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { PageArea } from '../../../../shared/core/annotation.ts';
import type { TextRange } from '../../../../shared/core/document.ts';
import type { DocumentReading } from '../../../../shared/core/library.ts';
import { useConnection } from '../../../backend/backend.tsx';
import { type GoHow, shownAt } from '../use-reading-place.ts';
import { PageMap } from './page-map.ts';
import { usePdf } from './use-pdf.ts';
import { useZoom } from './use-zoom.ts';
import { WordStore } from './word-store.ts';

export type Pages = ReturnType<typeof usePages>;
/** A passage, or an area of a page. */
export type Place = TextRange & { area?: PageArea | null };

/** Pixels below the upper edge at which one reads. */
const readingLine = 24;

export function usePages(reading: DocumentReading, isShown: boolean, needsPdf: boolean, onPlace: (offset: number) => void) {
  const connection = useConnection();
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const documentId = reading.document.id;
  const map = useMemo(() => {
    const words = new WordStore(reading.text, async (page) => (await connection.call('documents.pageWords', { id: documentId, page })).words);
    return new PageMap(reading.pages, words);
  }, [connection, documentId, reading.text, reading.pages]);
  // The same function each time: a new one would take the element away for a moment, in which the toolbar looks for its place.
  const holdContent = useCallback(
    (element: HTMLDivElement | null) => {
      content.current = element;
      map.standIn(element);
    },
    [map],
  );
  const pdf = usePdf(documentId, isShown || needsPdf);
  const zoom = useZoom(useCallback(() => map.layout.scale, [map]));
  const going = useRef(0);

  const goTo = useCallback(
    async (place: Place, how: GoHow = 'always') => {
      going.current += 1;
      const turn = going.current;
      if (!scroller.current) return;
      // A page whose words cannot be fetched is gone to all the same.
      await map.ready(place).catch(() => undefined);
      const view = scroller.current;
      if (!view || going.current !== turn || view.clientHeight === 0) return;
      const { top, left, right } = extentOf(map, place);
      const isSeen = top >= view.scrollTop + 48 && top <= view.scrollTop + view.clientHeight - 96;
      const isBeside = left < view.scrollLeft || right > view.scrollLeft + view.clientWidth;
      if (how === 'unless-seen' && isSeen && !isBeside) return;
      view.scrollTo({
        top: how === 'unless-seen' && isSeen ? view.scrollTop : top - (how === 'top' ? readingLine : view.clientHeight * shownAt),
        left: isBeside ? Math.max(0, (left + right - view.clientWidth) / 2) : view.scrollLeft,
        behavior: 'instant',
      });
    },
    [map],
  );

  /** To the top of a page, by its number from 1. */
  const goToPage = useCallback(
    (pageNumber: number) => {
      going.current += 1;
      const sheet = map.layout.sheets[pageNumber - 1];
      const view = scroller.current;
      if (!sheet || !view) return;
      // A page narrower than the view stands in its middle; a wider one begins at its left edge.
      view.scrollTo({ top: sheet.y - 8, left: sheet.x - Math.max(8, (view.clientWidth - sheet.width) / 2), behavior: 'instant' });
    },
    [map],
  );

  useEffect(() => {
    const view = scroller.current;
    if (!isShown || !view) return undefined;
    let frame = 0;
    const read = () => {
      frame = 0;
      if (view.clientHeight > 0) onPlace(view.scrollTop < 8 ? 0 : map.offsetAtHeight(view.scrollTop + readingLine - 4));
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(read);
    };
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      view.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [isShown, map, onPlace]);

  return useMemo(() => ({ scroller, content, holdContent, map, pdf, zoom, goTo, goToPage }), [holdContent, map, pdf, zoom, goTo, goToPage]);
}

function extentOf(map: PageMap, place: Place): { top: number; left: number; right: number } {
  if (place.area) {
    const index = map.pages.findIndex((page) => page.number === place.area?.page);
    const sheet = map.layout.sheets[index];
    const box = map.onSheet(index, place.area);
    if (sheet) return { top: sheet.y + box.y, left: sheet.x + box.x, right: sheet.x + box.x + box.width };
  }
  const { top, left, right } = map.extentOf({ start: place.start, end: Math.max(place.start + 1, place.end) });
  return { top, left, right };
}
