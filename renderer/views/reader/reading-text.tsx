// The page of text: its chunks, the lanes beside overlapping highlights, the toolbar at the selection. Clicks on highlights are
// told apart from selecting here.

import { Fragment, type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import { classes } from '../../components/button.tsx';
import { usePanelState } from '../../components/panel-state.ts';
import { type CardContext, FloatingCard, type OpenedCard } from './highlight-margin.tsx';
import { ExtentHandles } from './extent-handles.tsx';
import type { Intervals } from './intervals.ts';
import { Lanes } from './lanes.tsx';
import type { ReadingLayout } from './layout.ts';
import { PassageToolbar } from './passage-toolbar.tsx';
import { ChunkPlace, ReadingChunk } from './reading-chunk.tsx';
import { SpokenHighlights } from './spoken-highlights.tsx';
import type { TextMap } from './text-map.ts';
import type { Extent } from './use-extent.ts';
import type { DrawnChunks } from './use-drawn-chunks.ts';
import type { PassageSelection } from './use-passage-selection.ts';
import type { RoomCommands } from './use-room-commands.ts';
import type { SeenHighlights } from './seen-highlights.ts';

type ReadingTextProps = {
  scroller: RefObject<HTMLDivElement | null>;
  page: RefObject<HTMLDivElement | null>;
  reading: DocumentReading;
  layout: ReadingLayout;
  map: TextMap;
  drawn: DrawnChunks;
  lanes: SeenHighlights;
  highlights: Intervals<ListedAnnotation>;
  opened: OpenedCard | null;
  active: ListedAnnotation | null;
  extent: Extent;
  selection: PassageSelection;
  room: RoomCommands;
  context: CardContext;
  /** False: the toolbar and the card stand in the other view. */
  isFront: boolean;
};

export function ReadingText(props: ReadingTextProps) {
  const { scroller, page, reading, layout, map, drawn, lanes, highlights, opened, active, extent, selection, room, context, isFront } = props;
  const { showsInspector } = usePanelState();
  const pressed = useRef<{ x: number; y: number } | null>(null);

  const highlightsAt = (event: MouseEvent): ListedAnnotation[] => {
    const offset = map.offsetAtPoint(event.clientX, event.clientY);
    return offset === null ? [] : highlights.at(offset);
  };
  const onClick = (event: MouseEvent) => {
    const from = pressed.current;
    pressed.current = null;
    // It began on something that lies over the text, an end of a highlight for instance.
    if (from === null) return;
    const hasMoved = Math.hypot(event.clientX - from.x, event.clientY - from.y) > 4;
    if (event.detail > 1 || hasMoved || !(document.getSelection()?.isCollapsed ?? true)) return;
    if (event.target instanceof Element && event.target.closest('.reader-toolbar, .reader-floating')) return;
    const here = highlightsAt(event);
    // Clicking again goes on to the next of those that overlap here.
    const next = here[(here.findIndex((each) => each.id === active?.id) + 1) % Math.max(1, here.length)];
    if (next) context.actions.open(next);
    else if (active) context.actions.close();
  };
  const overFrame = useRef(0);
  const onMouseMove = (event: MouseEvent) => {
    if (event.buttons !== 0 || overFrame.current !== 0) return;
    // Once a frame, and without touching the page while it is all the same.
    overFrame.current = requestAnimationFrame(() => {
      overFrame.current = 0;
      const over = highlightsAt(event).length > 0 ? 'highlight' : 'text';
      if (page.current && page.current.dataset['over'] !== over) page.current.dataset['over'] = over;
    });
  };
  const latestOpen = useRef(context.actions.open);
  useLayoutEffect(() => {
    latestOpen.current = context.actions.open;
  });
  // The same function always: a new one would draw the lists of all highlights anew.
  const onOpen = useCallback((annotation: ListedAnnotation) => latestOpen.current(annotation), []);
  const recent = context.recent;
  return (
    // The text is a place of its own: it scrolls, takes keys, and is read in.
    <div
      ref={scroller}
      className="reader-scroller"
      role="document"
      aria-label={reading.document.title}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling place must take the focus
      tabIndex={0}
      onKeyDown={room.onKeyDown}
    >
      <div ref={page} className="reader-page" lang={reading.document.language ?? undefined} onMouseDown={(event) => (pressed.current = { x: event.clientX, y: event.clientY })} onClick={onClick} onMouseMove={onMouseMove}>
        {layout.chunks.map((chunk) =>
          drawn.isDrawn(chunk.index) ? (
            <Fragment key={chunk.index}>
              <ReadingChunk chunk={chunk} reading={reading} layout={layout} map={map} />
              <SpokenHighlights stretch={chunk} highlights={highlights} tags={context.tags} onOpen={onOpen} />
            </Fragment>
          ) : (
            <ChunkPlace key={chunk.index} chunk={chunk} />
          ),
        )}
        <Lanes seen={lanes} activeId={active?.id ?? null} tags={context.tags} onOpen={onOpen} />
        {isFront && selection.passage && (
          <AtPassage className="reader-toolbar" range={selection.passage} map={map} page={page} scroller={scroller} onKeyDown={room.onKeyDown}>
            <PassageToolbar tags={[...context.tags.values()]} slots={recent} last={context.last} recent={recent} actions={room.actions} typed={room.typed} onOpenField={room.openField} onCloseField={room.closeField} />
          </AtPassage>
        )}
        {isFront && !selection.passage && <ExtentHandles extent={extent} side={room.side} text={reading.text} map={map} page={page} scroller={scroller} />}
        {isFront && !selection.passage && active && opened && !showsInspector && (
          <AtPassage className="reader-floating" range={active} map={map} page={page} scroller={scroller}>
            <FloatingCard annotation={active} focus={opened.focus} turn={opened.turn} {...context} />
          </AtPassage>
        )}
      </div>
    </div>
  );
}

type AtPassageProps = { className: string; range: TextRange; map: Pick<TextMap, 'boxesOf'>; /** Its change says that the passage may stand elsewhere. */ layout?: unknown; page: RefObject<HTMLElement | null>; scroller: RefObject<HTMLElement | null>; onKeyDown?: (event: KeyboardEvent) => void; children: React.ReactNode };

/** Floats under the end of a passage, or above its beginning where there is no room below. */
export function AtPassage({ className, range, map, layout, page, scroller, onKeyDown, children }: AtPassageProps) {
  const own = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    const boxes = map.boxesOf(range);
    const frame = scroller.current?.getBoundingClientRect();
    const origin = page.current?.getBoundingClientRect();
    if (!boxes || !frame || !origin || !own.current) return;
    const { offsetWidth: width, offsetHeight: height } = own.current;
    const below = boxes.last.bottom + 6;
    const above = boxes.first.top - height - 6;
    const isBelow = below + Math.max(height, 120) <= frame.bottom || above < frame.top;
    // A passage longer than the window has neither end in sight; its toolbar then stands at the lower edge.
    const y = Math.min(isBelow ? below : above, Math.max(frame.top, frame.bottom - height - 16));
    const x = Math.max(frame.left + 8, Math.min((isBelow ? boxes.last.right : boxes.first.left) - width / 2, frame.right - width - 24));
    setPlace({ left: Math.round(x - origin.left), top: Math.round(y - origin.top) });
  }, [range, map, layout, page, scroller]);
  return (
    <div
      ref={own}
      className={classes(className, 'popover')}
      style={place ? { left: place.left, top: place.top } : { visibility: 'hidden' }}
      // The selection must outlive a press on the toolbar.
      onMouseDown={(event) => {
        event.stopPropagation();
        if (className === 'reader-toolbar' && !(event.target instanceof HTMLInputElement)) event.preventDefault();
      }}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={onKeyDown}
    >
      {children}
    </div>
  );
}
