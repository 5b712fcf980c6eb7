// All pages small, one below the other; only those in sight are drawn, after everything else that waits to be drawn.

import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { layOutSheets, type SheetLayout, sheetsBetween, sizeOf } from './page-geometry.ts';
import { pageName } from './sheet.tsx';
import type { Pages } from './use-pages.ts';
import type { Pdf } from './use-pdf.ts';
import { useShownPage } from './use-shown-page.ts';
import './thumbnails.css';

/** Pixels. */
const thumbnailWidth = 112;
const captionHeight = 22;

type ThumbnailsProps = { pages: Pages; place: () => number; onGo: (pageNumber: number, start: number) => void };

export const Thumbnails = memo(function Thumbnails({ pages, place, onGo }: ThumbnailsProps) {
  const { map, pdf } = pages;
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => rowsOf(map.pages), [map]);
  const [range, setRange] = useState({ from: 0, to: 0 });
  const { page: current } = useShownPage(pages, place);
  const [here] = useState(() => map.pageOf(place()));
  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view) return undefined;
    const read = () => {
      const next = sheetsBetween(rows, view.scrollTop, view.scrollTop + view.clientHeight);
      setRange((known) => (known.from === next.from && known.to === next.to ? known : next));
    };
    view.scrollTop = (rows.sheets[here]?.y ?? 0) - 40;
    read();
    view.addEventListener('scroll', read, { passive: true });
    const resize = new ResizeObserver(read);
    resize.observe(view);
    return () => {
      view.removeEventListener('scroll', read);
      resize.disconnect();
    };
  }, [rows, here]);
  const shown = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling place must take the focus
    <div ref={scroller} className="thumbnails" tabIndex={0} role="group" aria-label="Thumbnails of the pages">
      <ul className="thumbnails-content" style={{ height: rows.height }}>
        {shown.map((index) => {
          const page = map.pages[index];
          const sheet = rows.sheets[index];
          if (!page || !sheet) return null;
          return (
            <li key={page.number} style={{ top: sheet.y }}>
              <button type="button" className="thumbnail" aria-label={pageName(page)} aria-current={index === current ? 'page' : undefined} onClick={() => onGo(page.number, page.start)}>
                <Thumbnail pageNumber={page.number} height={sheet.height - captionHeight} pdf={pdf} />
                <span className="figures faint" aria-hidden>
                  {page.number}
                  {page.label !== null && page.label !== String(page.number) && ` (${page.label})`}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
});

/** Sheets of one width, each with room for its caption. */
function rowsOf(pages: Pages['map']['pages']): SheetLayout {
  return layOutSheets(
    pages.map((page) => {
      const { width, height } = sizeOf(page);
      return { width: thumbnailWidth, height: Math.min(300, (thumbnailWidth * height) / width) + captionHeight };
    }),
    1,
    0,
  );
}

function Thumbnail({ pageNumber, height, pdf }: { pageNumber: number; height: number; pdf: Pdf }) {
  const host = useRef<HTMLSpanElement>(null);
  const { document: pdfDocument, queue } = pdf;
  useEffect(() => {
    if (!pdfDocument) return undefined;
    const own = host.current;
    const leaving = new AbortController();
    queue
      .add(2, leaving.signal, () => pdfDocument.draw(pageNumber, thumbnailWidth, 0, window.devicePixelRatio, leaving.signal))
      .then((picture) => own?.replaceChildren(picture))
      // A page that cannot be drawn has no thumbnail; the page itself says why.
      .catch(() => undefined);
    return () => leaving.abort();
  }, [pdfDocument, queue, pageNumber]);
  return <span ref={host} className="thumbnail-picture" style={{ width: thumbnailWidth, height }} />;
}
