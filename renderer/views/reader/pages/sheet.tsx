// One page: its picture, what is marked on it, its text for the ear, and a sentence where it cannot be drawn.

import { memo, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ListedAnnotation } from '../../../../shared/core/annotation.ts';
import type { DocumentReading } from '../../../../shared/core/library.ts';
import type { CardContext } from '../highlight-margin.tsx';
import type { SheetLayout } from './page-geometry.ts';
import type { PageMap } from './page-map.ts';
import { type MarkedPassages, PageMarks } from './page-marks.tsx';
import { SpokenList } from '../spoken-highlights.tsx';
import { PageText } from './page-text.tsx';
import type { PageWords } from './page-words.ts';
import { PageFault } from './pdf-document.ts';
import type { Pdf } from './use-pdf.ts';

type SheetProps = {
  index: number;
  layout: SheetLayout;
  map: PageMap;
  words: PageWords | null;
  pdf: Pdf;
  /** True: seen now; false: next to what is seen, drawn after it. */
  isSeen: boolean;
  reading: DocumentReading;
  marked: MarkedPassages;
  tags: CardContext['tags'];
  onOpen: Parameters<typeof PageMarks>[0]['onOpen'];
};

export const SheetView = memo(function SheetView({ index, layout, map, words, pdf, isSeen, reading, marked, tags, onOpen }: SheetProps) {
  const sheet = layout.sheets[index];
  const page = map.pages[index];
  if (!sheet || !page) return null;
  return (
    // A page is paper in both themes, and so are the colours on it.
    <section className="page-sheet" data-theme="light" data-page={page.number} aria-label={pageName(page)} style={{ left: sheet.x, top: sheet.y, width: sheet.width, height: sheet.height }}>
      <h2 className="visually-hidden">{pageName(page)}</h2>
      <PagePicture pageNumber={page.number} width={sheet.width} turn={layout.turn} pdf={pdf} isSeen={isSeen} />
      <PageMarks index={index} map={map} words={words} layout={layout} tags={tags} onOpen={onOpen} {...marked} />
      <PageText index={index} map={map} words={words} layout={layout} reading={reading} />
      <SpokenList highlights={beginningOn(page, marked)} tags={tags} onOpen={onOpen} />
      {words !== null && words.isEmpty && <p className="visually-hidden">There are no words on this page; it may be a picture.</p>}
    </section>
  );
});

/** What is marked on a page and begins there: passages in the order of the text, then areas. */
function beginningOn(page: { start: number; end: number }, { highlights, areas }: MarkedPassages): ListedAnnotation[] {
  return [...highlights.filter(({ start }) => start >= page.start && start < page.end), ...areas];
}

/** "Page 5", and what it prints as its number when that differs. */
export function pageName(page: { number: number; label: string | null }): string {
  return page.label === null || page.label === String(page.number) ? `Page ${String(page.number)}` : `Page ${String(page.number)}, printed ${page.label}`;
}

type PagePictureProps = { pageNumber: number; width: number; turn: SheetLayout['turn']; pdf: Pdf; isSeen: boolean };

/** The last picture stays, stretched, until the one at the new size is there: zooming does not flicker. */
function PagePicture({ pageNumber, width, turn, pdf, isSeen }: PagePictureProps) {
  const host = useRef<HTMLDivElement>(null);
  const [fault, setFault] = useState<string | null>(null);
  const rank = useRef(isSeen ? 0 : 1);
  useLayoutEffect(() => {
    rank.current = isSeen ? 0 : 1;
  });
  const { document: pdfDocument, queue } = pdf;
  const wanted = Math.round(width);
  useEffect(() => {
    if (!pdfDocument) return undefined;
    const leaving = new AbortController();
    const show = async () => {
      try {
        const picture = await queue.add(rank.current, leaving.signal, () => pdfDocument.draw(pageNumber, wanted, turn, window.devicePixelRatio, leaving.signal));
        if (leaving.signal.aborted) return;
        picture.dataset['turn'] = String(turn);
        release(host.current);
        host.current?.replaceChildren(picture);
        setFault(null);
      } catch (error) {
        if (error instanceof PageFault && !leaving.signal.aborted) setFault(error.message);
      }
    };
    void show();
    return () => leaving.abort();
  }, [pdfDocument, queue, pageNumber, wanted, turn]);
  useLayoutEffect(() => {
    const own = host.current;
    // A picture of the page another way up would be stretched out of shape.
    if (own?.querySelector('canvas') && own.querySelector('canvas')?.dataset['turn'] !== String(turn)) release(own);
  }, [turn]);
  useEffect(() => {
    const own = host.current;
    return () => release(own);
  }, []);
  return (
    <>
      <div ref={host} className="page-picture" aria-hidden />
      {fault !== null && <p className="page-fault">{fault}</p>}
    </>
  );
}

/** A canvas keeps its memory until it is collected, unless it is made small. */
function release(host: HTMLElement | null): void {
  for (const canvas of host?.querySelectorAll('canvas') ?? []) {
    canvas.width = 0;
    canvas.height = 0;
    canvas.remove();
  }
}
