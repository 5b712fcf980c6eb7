// The side of the reading room that shows pages: the view of them, with the toolbar at the selection and the opened card where there
// is no margin.

import { type ReactNode, useCallback } from 'react';
import type { ListedAnnotation } from '../../../../shared/core/annotation.ts';
import type { TextRange } from '../../../../shared/core/document.ts';
import type { DocumentReading } from '../../../../shared/core/library.ts';
import { useIsDark } from '../../../backend/use-look.ts';
import { isBoolean, useSetting } from '../../../backend/use-setting.ts';
import { usePanelState } from '../../../components/panel-state.ts';
import { type CardContext, FloatingCard, type OpenedCard } from '../highlight-margin.tsx';
import type { Intervals } from '../intervals.ts';
import { PassageToolbar } from '../passage-toolbar.tsx';
import { AtPassage } from '../reading-text.tsx';
import { ExtentHandles } from '../extent-handles.tsx';
import { HitStrip } from '../hit-strip.tsx';
import type { Extent } from '../use-extent.ts';
import type { Find } from '../use-find.ts';
import type { PassageSelection } from '../use-passage-selection.ts';
import type { RoomCommands } from '../use-room-commands.ts';
import { PagesView } from './pages-view.tsx';
import type { Pages } from './use-pages.ts';

type PagesPaneProps = {
  pages: Pages;
  reading: DocumentReading;
  highlights: Intervals<ListedAnnotation>;
  areas: readonly ListedAnnotation[];
  active: ListedAnnotation | null;
  opened: OpenedCard | null;
  extent: Extent;
  selection: PassageSelection;
  find: Find;
  flash: TextRange | null;
  context: CardContext;
  room: RoomCommands;
  /** The toolbar and the card stand here. */
  isFront: boolean;
  onLayout: () => void;
  /** The analyst works here now. */
  onLead: () => void;
  children?: ReactNode;
};

export function PagesPane({ pages, reading, highlights, areas, active, opened, extent, selection, find, flash, context, room, isFront, onLayout, onLead, children }: PagesPaneProps) {
  const { showsInspector } = usePanelState();
  const [dims] = useSetting('reader.pages.dim', false, isBoolean);
  const isDark = useIsDark();
  const { passage } = selection;
  const { select, clear } = selection;
  const onSelect = useCallback((range: TextRange) => select(range, 'pages'), [select]);

  // The highlight is drawn where it was until the change is kept; where its ends are now is drawn over it.
  const moved = extent.shown && active && (extent.shown.start !== active.start || extent.shown.end !== active.end) ? extent.shown : null;
  const measure = useCallback(() => (offset: number) => pages.map.extentOf({ start: offset, end: offset + 1 }).top, [pages.map]);
  const card = isFront && !passage && active && opened && !showsInspector ? { annotation: active, opened } : null;
  return (
    <div className="reader-side" onPointerEnter={onLead} onFocus={onLead}>
      <PagesView
        scroller={pages.scroller}
        content={pages.content}
        holdContent={pages.holdContent}
        reading={reading}
        map={pages.map}
        pdf={pages.pdf}
        zoom={pages.zoom}
        isDimmed={dims && isDark}
        highlights={highlights}
        areas={areas}
        activeId={active?.id ?? null}
        passage={passage}
        hits={find.hits}
        hit={find.isOpen ? find.hit : null}
        flash={moved ?? flash}
        context={context}
        onSelect={onSelect}
        onClear={clear}
        onKeyDown={room.onKeyDown}
        onLayout={onLayout}
      >
        {isFront && passage && (
          <AtPassage className="reader-toolbar" range={passage} map={pages.map} layout={pages.zoom} page={pages.content} scroller={pages.scroller} onKeyDown={room.onKeyDown}>
            <PassageToolbar tags={[...context.tags.values()]} slots={context.recent} last={context.last} recent={context.recent} actions={room.actions} typed={room.typed} onOpenField={room.openField} onCloseField={room.closeField} />
          </AtPassage>
        )}
        {card && (
          <AtPassage className="reader-floating" range={card.annotation} map={pages.map} layout={pages.zoom} page={pages.content} scroller={pages.scroller}>
            <FloatingCard annotation={card.annotation} focus={card.opened.focus} turn={card.opened.turn} {...context} />
          </AtPassage>
        )}
        {isFront && !passage && <ExtentHandles extent={extent} side={room.side} text={reading.text} map={pages.map} layout={pages.zoom} page={pages.content} scroller={pages.scroller} />}
        {children}
      </PagesView>
      {find.isOpen && <HitStrip hits={find.hits} hit={find.hit} scroller={pages.scroller} measure={measure} />}
    </div>
  );
}
