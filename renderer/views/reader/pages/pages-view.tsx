// The pages of the original, one below the other: only those in sight and their neighbours are drawn. What is selected here are
// places in the canonical text; the rest (tags, notes, find, the toolbar) is the reading room's.

import { type KeyboardEvent, type ReactNode, type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ListedAnnotation } from '../../../../shared/core/annotation.ts';
import type { TextRange } from '../../../../shared/core/document.ts';
import type { DocumentReading } from '../../../../shared/core/library.ts';
import { classes } from '../../../components/button.tsx';
import { coveredOn } from './covered.ts';
import type { CardContext } from '../highlight-margin.tsx';
import { Intervals } from '../intervals.ts';
import { gap, layOutSheets, scaleFor, sheetAt, sheetsBetween } from './page-geometry.ts';
import type { PageMap } from './page-map.ts';
import { SheetView } from './sheet.tsx';
import { usePageSelection } from './use-page-selection.ts';
import type { Pdf } from './use-pdf.ts';
import type { PageZoom } from './use-zoom.ts';
import './pages.css';

/** Square pixels of a page beyond which its neighbours are not drawn ahead: two screens of memory are enough. */
const mostAhead = 6_000_000;

export type PagesViewProps = {
  scroller: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  holdContent: (element: HTMLDivElement | null) => void;
  reading: DocumentReading;
  map: PageMap;
  pdf: Pdf;
  zoom: PageZoom;
  /** Dark theme: the paper is dimmed. */
  isDimmed: boolean;
  highlights: Intervals<ListedAnnotation>;
  areas: readonly ListedAnnotation[];
  activeId: string | null;
  passage: TextRange | null;
  hits: readonly TextRange[];
  hit: TextRange | null;
  flash: TextRange | null;
  context: CardContext;
  onSelect: (range: TextRange) => void;
  onClear: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  /** After each layout and each page whose words came. */
  onLayout: () => void;
  /** Lies over the sheets: the toolbar, the opened card, the tool for areas. */
  children?: ReactNode;
};

export function PagesView(props: PagesViewProps) {
  const { scroller, content, holdContent, reading, map, pdf, zoom, isDimmed, highlights, areas, activeId, passage, hits, hit, flash, context, onSelect, onClear, onKeyDown, onLayout, children } = props;
  const room = useRoomOf(scroller);
  const layout = useMemo(() => layOutSheets(map.pages, scaleFor(zoom.zoom, map.pages, zoom.turn, room), zoom.turn, typeof zoom.zoom === 'number' ? Infinity : room.width - 2 * gap), [map, zoom.zoom, zoom.turn, room]);
  const range = useShownRange(scroller, map, layout, zoom, onLayout);
  useWheelZoom(scroller, zoom);
  const turn = useWordsArriving(map, range, onLayout);

  const onClick = useCallback(
    ({ clientX, clientY }: { clientX: number; clientY: number }) => {
      const here = [...areasAt(map, areas, clientX, clientY), ...at(map, highlights, clientX, clientY)];
      // Clicking again goes on to the next of those that overlap here.
      const next = here[(here.findIndex((each) => each.id === activeId) + 1) % Math.max(1, here.length)];
      if (next) context.actions.open(next);
      else if (activeId !== null) context.actions.close();
    },
    [map, areas, highlights, activeId, context.actions],
  );
  const { dragged, onMouseDown } = usePageSelection({ map, scroller, readable: reading, passage, onSelect, onClear, onClick });
  const selected = dragged ?? passage;
  const hitsByPlace = useMemo(() => new Intervals(hits), [hits]);

  const onMouseMove = (event: React.MouseEvent) => {
    if (event.buttons === 0) content.current?.setAttribute('data-over', areasAt(map, areas, event.clientX, event.clientY).length > 0 || at(map, highlights, event.clientX, event.clientY).length > 0 ? 'highlight' : map.offsetAtPoint(event.clientX, event.clientY) === null ? 'paper' : 'text');
  };
  const drawsAhead = layout.scale ** 2 * 612 * 792 * window.devicePixelRatio ** 2 < mostAhead;
  const mounted = Array.from({ length: range.to - range.from + 1 }, (_, index) => range.from + index);
  const drawn = drawsAhead ? [range.from - 1, ...mounted, range.to + 1].filter((index) => index >= 0 && index < map.pages.length) : mounted;
  return (
    <div
      ref={scroller}
      className={classes('pages-scroller', isDimmed && 'pages-dimmed')}
      role="document"
      aria-label={`Pages of ${reading.document.title}`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling place must take the focus
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div
        ref={holdContent}
        className="pages-content"
        style={{ width: layout.width, height: layout.height }}
        data-words={turn}
        onMouseDown={onMouseDown}
        onMouseMove={onMouseMove}
      >
        {pdf.fault !== null && <p className="pages-fault" role="status">{pdf.fault}</p>}
        {drawn.map((index) => {
          const page = map.pages[index];
          if (!page) return null;
          return (
            <SheetView
              key={page.number}
              index={index}
              layout={layout}
              map={map}
              words={map.words.get(page.number)}
              pdf={pdf}
              isSeen={index >= range.from && index <= range.to}
              reading={reading}
              {...coveredOn(page, { highlights, areas, activeId, passage: selected, hits: hitsByPlace, hit, flash })}
              tags={context.tags}
              onOpen={context.actions.open}
            />
          );
        })}
        {children}
      </div>
    </div>
  );
}

function at(map: PageMap, highlights: Intervals<ListedAnnotation>, x: number, y: number): ListedAnnotation[] {
  const offset = map.offsetAtPoint(x, y);
  return offset === null ? [] : highlights.at(offset);
}

function areasAt(map: PageMap, areas: readonly ListedAnnotation[], x: number, y: number): ListedAnnotation[] {
  const point = map.pagePoint(x, y);
  if (!point) return [];
  const pageNumber = map.pages[point.index]?.number;
  return areas
    .filter(({ area }) => area && area.page === pageNumber && point.x >= area.x && point.x <= area.x + area.width && point.y >= area.y && point.y <= area.y + area.height)
    .toSorted((one, other) => (one.area ? one.area.width * one.area.height : 0) - (other.area ? other.area.width * other.area.height : 0));
}

/** The inner size of the view. */
function useRoomOf(scroller: RefObject<HTMLElement | null>): { width: number; height: number } {
  const [room, setRoom] = useState({ width: 800, height: 800 });
  useLayoutEffect(() => {
    const view = scroller.current;
    if (!view) return undefined;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = view;
      if (width > 0 && height > 0) setRoom((known) => (known.width === width && known.height === height ? known : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(view);
    return () => observer.disconnect();
  }, [scroller]);
  return room;
}

/** Which pages are in sight; and when sizes change, what stood at the point one looked at stays there. */
function useShownRange(scroller: RefObject<HTMLElement | null>, map: PageMap, layout: PageMap['layout'], zoom: PageZoom, onLayout: () => void) {
  const [range, setRange] = useState({ from: 0, to: 0 });
  const shown = useRef<{ left: number; top: number }>({ left: 0, top: 0 });
  const read = useCallback(() => {
    const view = scroller.current;
    if (!view) return;
    shown.current = { left: view.scrollLeft, top: view.scrollTop };
    const next = sheetsBetween(map.layout, view.scrollTop, view.scrollTop + view.clientHeight);
    setRange((known) => (known.from === next.from && known.to === next.to ? known : next));
  }, [scroller, map]);

  useLayoutEffect(() => {
    const view = scroller.current;
    const before = map.layOut(layout);
    if (!view) return;
    if (before !== layout) {
      const point = zoom.takePoint() ?? { x: view.clientWidth / 2, y: 24 };
      const { left, top } = moved(before, layout, shown.current, point);
      // A page that fits stands in the middle, whatever is wider than it.
      const sheet = layout.sheets[sheetAt(layout, top + point.y)];
      const isNarrow = sheet !== undefined && sheet.width + 2 * gap <= view.clientWidth;
      view.scrollTo({ left: isNarrow ? sheet.x + (sheet.width - view.clientWidth) / 2 : left, top, behavior: 'instant' });
    }
    read();
    onLayout();
  }, [scroller, map, layout, zoom, read, onLayout]);

  useEffect(() => {
    const view = scroller.current;
    if (!view) return undefined;
    let frame = 0;
    const onScroll = () => {
      if (frame === 0)
        frame = requestAnimationFrame(() => {
          frame = 0;
          read();
        });
    };
    view.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      view.removeEventListener('scroll', onScroll);
      cancelAnimationFrame(frame);
    };
  }, [scroller, read]);
  return range;
}

/** Where the view must scroll so that what stood under `point` (pixels in the view) stands there again. */
function moved(before: PageMap['layout'], after: PageMap['layout'], scrolled: { left: number; top: number }, point: { x: number; y: number }): { left: number; top: number } {
  // At the top one stays at the top: the first layout is a guess of the window's size.
  if (scrolled.top < 8) return { left: scrolled.left, top: 0 };
  const { from } = sheetsBetween(before, scrolled.top + point.y, scrolled.top + point.y);
  const [old, next] = [before.sheets[from], after.sheets[from]];
  if (!old || !next) return scrolled;
  const down = (scrolled.top + point.y - old.y) / old.height;
  const across = (scrolled.left + point.x - old.x) / old.width;
  // Between two pages nothing is stretched.
  const y = down > 1 ? next.height + (scrolled.top + point.y - old.y - old.height) : down * next.height;
  return { left: next.x + across * next.width - point.x, top: next.y + y - point.y };
}

function useWheelZoom(scroller: RefObject<HTMLElement | null>, zoom: PageZoom): void {
  useEffect(() => {
    const view = scroller.current;
    if (!view) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const box = view.getBoundingClientRect();
      zoom.by(Math.exp(-Math.max(-100, Math.min(100, event.deltaY)) / 400), { x: event.clientX - box.left, y: event.clientY - box.top });
    };
    // Not passive: the browser would zoom the whole window as well.
    view.addEventListener('wheel', onWheel, { passive: false });
    return () => view.removeEventListener('wheel', onWheel);
  }, [scroller, zoom]);
}

/** Counts up when words of pages in sight have come, so that what is marked on them is drawn. */
function useWordsArriving(map: PageMap, range: { from: number; to: number }, onLayout: () => void): number {
  const [turn, setTurn] = useState(0);
  useEffect(
    () =>
      map.words.onLoad((pageNumber) => {
        if (pageNumber - 1 >= range.from - 1 && pageNumber - 1 <= range.to + 1) setTurn((known) => known + 1);
        onLayout();
      }),
    [map, range, onLayout],
  );
  return turn;
}
