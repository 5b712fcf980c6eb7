// The reading room of one document: text and pages, outline, margin and data card side by side, and what ties them together: the
// passage that is selected, the highlight that is opened, the place one reads at.

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { useQuery } from '../../backend/use-query.ts';
import { isOneOf, useSetting } from '../../backend/use-setting.ts';
import { useCommandHandler, useIsInCommandScope } from '../../components/commands.tsx';
import { Panels } from '../../components/panels.tsx';
import { PicturesNotice } from '../../components/pictures-section.tsx';
import { DoubtTip } from './doubt-tip.tsx';
import { FilterBar } from './filter-bar.tsx';
import { FindBar } from './find-bar.tsx';
import { heightsInText, HitStrip } from './hit-strip.tsx';
import { type RoomDialog, RoomDialogs } from './room-dialogs.tsx';
import { useAnnotationFilter } from './use-annotation-filter.ts';
import { useExtent } from './use-extent.ts';
import { useGoingOn } from './use-going-on.ts';
import type { CardContext, OpenedCard } from './highlight-margin.tsx';
import { HighlightPainter } from './highlight-painter.ts';
import { spoken } from './highlight-words.ts';
import { Inspector, type InspectorTab } from './inspector.tsx';
import { Intervals } from './intervals.ts';
import { lastStarting, layOut } from './layout.ts';
import { outlineOf } from './outline.tsx';
import { OutlinePanel } from './outline-panel.tsx';
import { AreaTool, type AreaDraft } from './pages/area-tool.tsx';
import { PdfContext } from './pages/area-picture.tsx';
import { PagesPane } from './pages/pages-pane.tsx';
import { type Place, usePages } from './pages/use-pages.ts';
import { useSeenOnPages } from './pages/use-seen-on-pages.ts';
import { PlaceBar } from './place-bar.tsx';
import { PlacingBar } from './placing-bar.tsx';
import { ReadingText } from './reading-text.tsx';
import { TextMap } from './text-map.ts';
import { useCardActions } from './use-card-actions.ts';
import { useCoding } from './use-coding.ts';
import { useDoubts } from './use-doubts.ts';
import { useDrawnChunks } from './use-drawn-chunks.ts';
import { useFind } from './use-find.ts';
import { usePaintedWindow, usePainting } from './use-painting.ts';
import { usePassageCopy } from './use-passage-copy.ts';
import { usePassageSelection } from './use-passage-selection.ts';
import { placeOfStep, usePlaceHistory } from './use-place-history.ts';
import { type GoHow, placeOfDocument, usePlace, useTextPlace } from './use-reading-place.ts';
import { useRoomCommands } from './use-room-commands.ts';
import { useSeenHighlights } from './use-seen-highlights.ts';
import { useViewCommands } from './use-view-commands.ts';
import { type Mode, useViews } from './use-views.ts';

type ReadingRoomProps = { reading: DocumentReading; annotations: readonly ListedAnnotation[]; tags: readonly TagWithCount[]; at: TextRange | null; shown: Mode | null; tabs: ReactNode };

/** Milliseconds a passage gone to stays marked. */
const flashFor = 1800;

export function ReadingRoom({ reading, annotations, tags, at, shown, tabs }: ReadingRoomProps) {
  const documentId = reading.document.id;
  const isInScope = useIsInCommandScope();
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layOut(reading), [reading]);
  const map = useMemo(() => new TextMap(layout.chunks), [layout]);
  const painter = useMemo(() => new HighlightPainter(map), [map]);
  useEffect(() => () => painter.dispose(), [painter]);
  usePaintedWindow(painter, map, scroller);

  const tagsById = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags]);
  // A lost highlight has no place among the others; the notes name it.
  const placed = useMemo(() => annotations.filter(({ anchorState }) => anchorState !== 'lost'), [annotations]);
  const [opened, setOpened] = useState<OpenedCard | null>(null);
  const filtered = useAnnotationFilter(placed, tags, opened?.id ?? null);
  const { shown: visible } = filtered;
  const all = useMemo(() => new Intervals(visible), [visible]);
  const highlights = useMemo(() => new Intervals(visible.filter(({ area }) => area === null)), [visible]);
  const areas = useMemo(() => visible.filter(({ area }) => area !== null), [visible]);
  const entries = useMemo(() => outlineOf(reading), [reading]);
  const entryAt = useCallback((offset: number) => lastStarting(entries, offset, (entry) => entry.start), [entries]);

  const hasPages = reading.document.format === 'pdf' && reading.pages.length > 0;
  const views = useViews({ hasPages, hasText: reading.text !== '', wanted: shown });
  const { mode, front, showsText, showsPages } = views;
  const drawn = useDrawnChunks(layout.chunks, scroller, at?.start ?? placeOfDocument(documentId));
  const { top, entry, report } = usePlace(documentId, entryAt);

  // Both views at once: the one in front leads, the other follows.
  const following = useRef<{ front: typeof front; follow: Record<typeof front, (range: TextRange) => void> }>({ front, follow: { text: () => {}, pages: () => {} } });
  const onPlace = useCallback(
    (side: typeof front, offset: number) => {
      if (side !== following.current.front) return;
      report(offset);
      following.current.follow[side === 'text' ? 'pages' : 'text']({ start: offset, end: offset + 1 });
    },
    [report],
  );
  const goInText = useTextPlace(scroller, map, drawn.draw, useCallback((offset: number) => onPlace('text', offset), [onPlace]));
  const pages = usePages(reading, showsPages, areas.length > 0, useCallback((offset: number) => onPlace('pages', offset), [onPlace]));
  useEffect(() => {
    const isBoth = mode === 'both';
    following.current = { front, follow: { text: (range) => isBoth && goInText(range, 'top'), pages: (range) => isBoth && void pages.goTo(range, 'top') } };
  }, [mode, front, goInText, pages]);
  const goTo = useCallback(
    (place: Place, how: GoHow = 'always') => {
      goInText(place, how);
      void pages.goTo(place, how);
    },
    [goInText, pages],
  );
  const jumped = usePlaceHistory(documentId, (offset) => goTo({ start: offset, end: offset + 1 }, 'top'));
  /** Goes somewhere far, so that one can come back. */
  const going = useGoingOn(top);
  const jump = useCallback(
    (place: Place) => {
      going.jumped(place.start);
      jumped(top(), place.start);
      goTo({ ...place, end: place.start + 1 });
    },
    [goTo, going, jumped, top],
  );

  const selection = usePassageSelection(map, reading.text, scroller, front);
  const selectAt = (range: TextRange) => {
    goTo(range, 'unless-seen');
    selection.select(range);
  };
  const coding = useCoding(documentId, annotations, tags);
  const seen = useSeenHighlights(scroller, page, map, all);
  const seenOnPages = useSeenOnPages(pages, showsPages, all);
  const findings = useQuery('findings.list', {}).data;

  const [message, setMessage] = useState('');
  const [flash, setFlash] = useState<TextRange | null>(null);
  const [dialog, setDialog] = useState<RoomDialog | null>(null);
  const [draft, setDraft] = useState<AreaDraft | null>(null);
  const [inspector, setInspector] = useSetting<InspectorTab>('reader.inspector', 'notes', isOneOf(['notes', 'document', 'values']));
  const active = opened === null ? null : (annotations.find((each) => each.id === opened.id) ?? null);

  const extent = useExtent(active, coding.move);
  const copy = usePassageCopy(reading, selection.passage, active);

  const find = useFind(reading.text, painter, top, (range) => goTo(range, 'unless-seen'));
  const open = useCallback((id: string, focus: OpenedCard['focus'] = null) => setOpened((known) => ({ id, focus, turn: (known?.turn ?? 0) + 1 })), []);
  const focusView = useCallback(() => (front === 'pages' ? pages.scroller : scroller).current?.focus({ preventScroll: true }), [front, pages.scroller]);

  const doubts = useDoubts(reading, { painter, passage: selection.passage, top, select: (range) => selectAt(range), say: setMessage });
  usePainting(painter, highlights, tagsById, extent.shown, selection.passage, flash);
  useEffect(() => {
    if (opened && inspector !== 'notes') setInspector('notes');
    // oxlint-disable-next-line react/exhaustive-deps -- only the opening of a card turns to the notes; the tab may be left for the document while it is open
  }, [opened?.turn]);

  // The address names a passage: go there, show it, and open its highlight when it is one.
  useEffect(() => {
    const left = placeOfStep(documentId) ?? (at ? null : placeOfDocument(documentId));
    if (!at || left !== null) {
      if (left !== null && left > 0) goTo({ start: left, end: left + 1 }, 'top');
      return undefined;
    }
    const range = { start: Math.min(at.start, reading.text.length), end: Math.min(at.end, reading.text.length) };
    const known = annotations.find((each) => each.start === at.start && each.end === at.end);
    if (known?.area && hasPages) views.showPages();
    goTo(known ?? range);
    setFlash(known?.area ? null : range);
    const timer = setTimeout(() => setFlash(null), flashFor);
    if (known) open(known.id);
    return () => {
      clearTimeout(timer);
      setFlash(null);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- a later change of the highlights must not scroll again
  }, [at, documentId, goInText, painter]);
  // Another view shows what the one before showed.
  const shownMode = useRef(mode);
  useEffect(() => {
    if (shownMode.current === mode) return;
    shownMode.current = mode;
    const kept = selection.passage ?? (active?.area ? active : null);
    if (kept) goTo(kept);
    else goTo({ start: top(), end: top() + 1 }, 'top');
    setDraft(null);
    focusView();
    // oxlint-disable-next-line react/exhaustive-deps -- only the choice of the view moves anything
  }, [mode]);
  // oxlint-disable-next-line react/exhaustive-deps -- when the room is entered
  useEffect(() => (isInScope ? focusView() : undefined), [documentId]);

  const { hold } = selection;
  // A dialog takes the browser's selection away; what was selected is selected again when it is closed.
  const showDialog = useCallback(
    (next: RoomDialog) => {
      hold(true);
      setDialog(next);
    },
    [hold],
  );
  const closeDialog = () => {
    setDialog(null);
    hold(false);
    if (selection.passage) selection.select(selection.passage, selection.by);
  };
  const close = useCallback(() => setOpened(null), []);
  const cards = useCardActions({ coding, going, drag: copy.put, open, close, leave: focusView, showPages: views.showPages, drawArea: setDraft, showDialog });

  const openAndSay = useCallback(
    (annotation: ListedAnnotation) => {
      open(annotation.id);
      goTo(annotation, 'unless-seen');
      const place = all.items.indexOf(annotation) + 1;
      setMessage(`${String(place)} of ${String(all.items.length)}. ${spoken(annotation, tagsById)}`);
    },
    [goTo, all, open, tagsById],
  );

  const room = useRoomCommands({ reading, highlights: all, tags: tagsById, selection, coding, active, extent, copy, cards, find, going, draw: drawn.draw, goTo, open, close, openAndSay, say: setMessage, showDialog, focusText: focusView });
  useCommandHandler('reader.filter', filtered.open, placed.length > 0);
  useCommandHandler('reader.clearFilter', filtered.clear, filtered.isOpen);
  useViewCommands({ views, canChoose: hasPages && reading.text !== '', zoom: pages.zoom, markArea: () => setDraft({ area: null, annotationId: null }), askWhere: () => showDialog({ kind: 'go' }) });

  const context: CardContext = useMemo(() => ({ tags: tagsById, findings: findings ?? none, recent: coding.slots, last: coding.last, actions: cards }), [tagsById, findings, coding, cards]);
  useCommandHandler('edit.find', () => {
    const { passage } = selection;
    if (passage && passage.end - passage.start < 120) find.open(reading.text.slice(passage.start, passage.end), passage.start);
    else find.open('');
  });
  const measure = useCallback(() => heightsInText(scroller.current, map), [map]);
  const goToPage = (pageNumber: number, start: number) => {
    going.jumped(start);
    jumped(top(), start);
    if (showsPages) pages.goToPage(pageNumber);
    else goTo({ start, end: start + 1 }, 'top');
  };
  const toggleArea = () => setDraft((known) => (known ? null : { area: null, annotationId: null }));
  const finishArea = async (area: NonNullable<AreaDraft['area']> | null) => {
    setDraft(null);
    focusView();
    if (!area) return;
    if (draft?.annotationId) coding.moveArea(draft.annotationId, area);
    else {
      const id = await coding.markArea(area);
      if (id !== null) open(id);
    }
  };

  return (
    <PdfContext value={pages.pdf}>
      <Panels
        name="reader"
        workWidth={mode === 'both' ? 760 : 560}
        listLabel="Outline"
        list={<OutlinePanel entries={entries} highlights={all.items} current={entry} onGo={jump} pages={hasPages ? pages : null} place={top} onGoToPage={goToPage} />}
        inspectorLabel="Notes and data"
        inspector={<Inspector reading={reading} tab={inspector} onTab={setInspector} annotations={annotations} onGo={jump} margin={showsPages ? { scroller: pages.scroller, page: pages.content, seen: seenOnPages.seen } : { scroller, page, seen: seen.cards }} opened={opened} context={context} />}
      >
        {tabs}
        <PlaceBar reading={reading} views={views} pages={pages} hasPages={hasPages} place={top} entry={entry === -1 ? null : (entries[entry] ?? null)} isMarking={draft !== null} onMark={toggleArea} filtered={filtered} onGoToPage={goToPage} />
        <PicturesNotice documentId={documentId} />
        <PlacingBar documentId={documentId} passage={selection.passage} onPlaced={selection.clear} />
        {find.isOpen && (
          <FindBar
            find={find}
            onClose={() => {
              find.close();
              focusView();
              if (find.hit) selection.select(find.hit);
            }}
          />
        )}
        {filtered.isOpen && <FilterBar filtered={filtered} tags={tags} onLeave={focusView} />}
        <div className="reader-views" data-document={documentId} data-title={reading.document.title}>
          <div className="reader-side" hidden={!showsText} onPointerEnter={() => views.setLead('text')} onFocus={() => views.setLead('text')}>
            <ReadingText scroller={scroller} page={page} reading={reading} layout={layout} map={map} drawn={drawn} lanes={seen.lanes} highlights={highlights} opened={opened} active={active?.area ? null : active} extent={extent} selection={selection} room={room} context={context} isFront={mode === 'text' || (mode === 'both' && selection.by === 'text')} />
            {find.isOpen && <HitStrip hits={find.hits} hit={find.hit} scroller={scroller} measure={measure} />}
          </div>
          {showsPages && (
            <PagesPane
              pages={pages}
              reading={reading}
              highlights={highlights}
              areas={areas}
              active={active}
              opened={opened}
              extent={extent}
              selection={selection}
              find={find}
              flash={flash}
              context={context}
              room={room}
              isFront={mode === 'pages' || selection.by === 'pages'}
              onLayout={seenOnPages.measure}
              onLead={() => views.setLead('pages')}
            >
              {draft && <AreaTool map={pages.map} scroller={pages.scroller} draft={draft} onDone={(area) => void finishArea(area)} say={setMessage} />}
            </PagesPane>
          )}
        </div>
        {showsText && <DoubtTip page={page} map={map} doubts={doubts} passage={selection.passage} />}
        <p className="visually-hidden" role="status">
          {message}
        </p>
        {dialog && <RoomDialogs dialog={dialog} reading={reading} onClose={closeDialog} onGoToPage={goToPage} onGo={jump} />}
      </Panels>
    </PdfContext>
  );
}

const none: never[] = [];
