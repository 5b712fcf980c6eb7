// The reading room of one document: text, outline, margin and data card side by side, and what ties them together: the passage
// that is selected, the highlight that is opened, the place one reads at.

import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import type { DocumentReading } from '../../../shared/core/library.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { useQuery } from '../../backend/use-query.ts';
import { isOneOf, useSetting } from '../../backend/use-setting.ts';
import { useCommandHandler } from '../../components/commands.tsx';
import { Panels } from '../../components/panels.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { EvidenceDialog } from '../../components/evidence-dialog.tsx';
import type { CardActions } from './annotation-card.tsx';
import { BriefDialog } from './brief-dialog.tsx';
import { DataCard } from '../../components/data-card/data-card.tsx';
import { DocumentCard } from './document-card.tsx';
import { FindBar } from './find-bar.tsx';
import { HighlightMargin, type CardContext, type OpenedCard } from './highlight-margin.tsx';
import { HighlightPainter } from './highlight-painter.ts';
import { colourOf, spoken } from './highlight-words.ts';
import { coveredBy, Intervals } from './intervals.ts';
import { movedByWord } from './keyboard-selection.ts';
import { lastStarting, layOut } from './layout.ts';
import { Outline, outlineOf } from './outline.tsx';
import { ReadingText } from './reading-text.tsx';
import { TextMap } from './text-map.ts';
import { useCoding } from './use-coding.ts';
import { useDrawnChunks } from './use-drawn-chunks.ts';
import { useFind } from './use-find.ts';
import { usePassageSelection } from './use-passage-selection.ts';
import { placeOfDocument, useReadingPlace } from './use-reading-place.ts';
import { useRoomCommands } from './use-room-commands.ts';
import { useSeenHighlights } from './use-seen-highlights.ts';

type ReadingRoomProps = { reading: DocumentReading; annotations: readonly ListedAnnotation[]; tags: readonly TagWithCount[]; at: TextRange | null; tabs: ReactNode };

/** Milliseconds a passage gone to stays marked. */
const flashFor = 1800;

export function ReadingRoom({ reading, annotations, tags, at, tabs }: ReadingRoomProps) {
  const documentId = reading.document.id;
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layOut(reading), [reading]);
  const map = useMemo(() => new TextMap(layout.chunks), [layout]);
  const painter = useMemo(() => new HighlightPainter(map), [map]);
  useEffect(() => () => painter.dispose(), [painter]);

  const tagsById = useMemo(() => new Map(tags.map((tag) => [tag.id, tag])), [tags]);
  const highlights = useMemo(() => new Intervals(annotations), [annotations]);
  const drawn = useDrawnChunks(layout.chunks, scroller, at?.start ?? placeOfDocument(documentId));
  const entries = useMemo(() => outlineOf(reading), [reading]);
  const entryAt = useCallback((offset: number) => lastStarting(entries, offset, (entry) => entry.start), [entries]);
  const { top, entry, goTo } = useReadingPlace(documentId, scroller, map, drawn.draw, entryAt);
  const selection = usePassageSelection(map, reading.text, scroller);
  const coding = useCoding(documentId, annotations, tags);
  const seen = useSeenHighlights(scroller, page, map, highlights);
  const findings = useQuery('findings.list', {}).data;

  const [opened, setOpened] = useState<OpenedCard | null>(null);
  const [message, setMessage] = useState('');
  const [dialog, setDialog] = useState<{ kind: 'evidence' | 'brief'; range: TextRange } | null>(null);
  const [inspector, setInspector] = useSetting<'notes' | 'document' | 'values'>('reader.inspector', 'notes', isOneOf(['notes', 'document', 'values']));
  const active = opened === null ? null : (annotations.find((each) => each.id === opened.id) ?? null);

  const find = useFind(reading.text, painter, top, (range) => goTo(range, 'unless-seen'));
  const open = useCallback((id: string, focus: OpenedCard['focus'] = null) => setOpened((known) => ({ id, focus, turn: (known?.turn ?? 0) + 1 })), []);
  const focusText = useCallback(() => scroller.current?.focus({ preventScroll: true }), []);

  usePainting(painter, highlights, tagsById, active, selection.passage);
  useEffect(() => {
    if (opened && inspector !== 'notes') setInspector('notes');
    // Only the opening of a card turns to the notes; the tab may be left for the document while it is open.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [opened?.turn]);

  // The address names a passage: go there, show it, and open its highlight when it is one.
  useEffect(() => {
    if (!at) {
      const left = placeOfDocument(documentId);
      if (left > 0) goTo({ start: left, end: left + 1 }, 'top');
      return undefined;
    }
    const range = { start: Math.min(at.start, reading.text.length), end: Math.min(at.end, reading.text.length) };
    goTo(range);
    painter.show('flash', [range]);
    const timer = setTimeout(() => painter.show('flash', []), flashFor);
    const known = annotations.find((each) => each.start === at.start && each.end === at.end);
    if (known) open(known.id);
    return () => {
      clearTimeout(timer);
      painter.show('flash', []);
    };
    // A later change of the highlights must not scroll again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [at, documentId, goTo, painter]);
  useEffect(() => focusText(), [focusText]);

  const cards: CardActions = useMemo(() => {
    const target = (annotation: ListedAnnotation) => ({ range: annotation, annotation });
    return {
      open: (annotation) => open(annotation.id),
      close: () => {
        setOpened(null);
        focusText();
      },
      leave: focusText,
      tag: (annotation, tagId) => void coding.tagWith(target(annotation), tagId),
      tagNew: (annotation, name) => void coding.tagWithNew(target(annotation), name),
      untag: coding.untag,
      setNote: coding.setNote,
      setColour: coding.setColour,
      move: (annotation, side, step) => coding.move(annotation.id, movedByWord(reading.text, annotation, side, step)),
      evidence: (annotation) => setDialog({ kind: 'evidence', range: annotation }),
      remove: (annotation) => {
        setOpened(null);
        focusText();
        void coding.removeOne(annotation);
      },
    };
  }, [coding, focusText, open, reading.text]);

  const openAndSay = useCallback(
    (annotation: ListedAnnotation) => {
      open(annotation.id);
      goTo(annotation, 'unless-seen');
      const place = highlights.items.indexOf(annotation) + 1;
      setMessage(`${String(place)} of ${String(highlights.items.length)}. ${spoken(annotation, tagsById)}`);
    },
    [goTo, highlights, open, tagsById],
  );

  const room = useRoomCommands({ reading, highlights, tags: tagsById, selection, coding, active, cards, find, top, draw: drawn.draw, goTo, open, close: () => setOpened(null), openAndSay, say: setMessage, showDialog: setDialog, focusText });

  const goToPlace = useCallback((range: TextRange) => goTo({ start: range.start, end: range.start + 1 }), [goTo]);
  const context: CardContext = useMemo(() => ({ tags: tagsById, findings: findings ?? none, recent: coding.slots, last: coding.last, actions: cards }), [tagsById, findings, coding, cards]);
  useCommandHandler('edit.find', () => find.open(selection.passage && selection.passage.end - selection.passage.start < 120 ? reading.text.slice(selection.passage.start, selection.passage.end) : ''));

  return (
    <Panels
      name="reader"
      workWidth={560}
      listLabel="Outline"
      list={<Outline entries={entries} highlights={highlights.items} current={entry} onGo={goToPlace} />}
      inspectorLabel="Notes and data"
      inspector={
        <Tabs
          label="Notes and data"
          className="reader-inspector"
          selected={inspector === 'values' && reading.recognition.observations.length === 0 ? 'document' : inspector}
          onSelect={setInspector}
          tabs={[
            {
              id: 'notes',
              label: `Notes${annotations.length > 0 ? ` ${annotations.length.toLocaleString('en')}` : ''}`,
              content: annotations.length === 0 ? <FirstSteps /> : <HighlightMargin scroller={scroller} page={page} seen={seen.cards} opened={opened} {...context} />,
            },
            { id: 'document', label: 'Document', content: <DocumentCard reading={reading} onGo={goToPlace} /> },
            ...(reading.recognition.observations.length > 0 ? [{ id: 'values' as const, label: 'Values', content: <DataCard documentId={documentId} /> }] : []),
          ]}
        />
      }
    >
      {tabs}
      {find.isOpen && (
        <FindBar
          find={find}
          onClose={() => {
            find.close();
            focusText();
            if (find.hit) selection.select(find.hit);
          }}
        />
      )}
      <ReadingText scroller={scroller} page={page} reading={reading} layout={layout} map={map} drawn={drawn} lanes={seen.lanes} highlights={highlights} opened={opened} active={active} selection={selection} room={room} context={context} />
      <p className="visually-hidden" role="status">
        {message}
      </p>
      {dialog?.kind === 'evidence' && <EvidenceDialog passage={{ documentId, start: dialog.range.start, end: dialog.range.end }} onClose={() => setDialog(null)} />}
      {dialog?.kind === 'brief' && <BriefDialog passage={{ documentId, start: dialog.range.start, end: dialog.range.end }} onClose={() => setDialog(null)} />}
    </Panels>
  );
}

const none: never[] = [];

function FirstSteps() {
  return (
    <div className="reader-first-steps faint">
      <p>Nothing is highlighted here yet.</p>
      <p>Select a passage, or press S for a sentence and P for a paragraph; then a digit or Enter tags it, N writes a note.</p>
    </div>
  );
}

/** What is painted over the text: highlights by colour, darker where they overlap; the opened one; the selected passage while a field has the focus. */
function usePainting(painter: HighlightPainter, highlights: Intervals<ListedAnnotation>, tags: ReadonlyMap<string, TagWithCount>, active: ListedAnnotation | null, passage: TextRange | null): void {
  const colours = useRef(new Set<string>());
  useEffect(() => {
    const byColour = Map.groupBy(highlights.items, (annotation) => colourOf(annotation, tags));
    for (const colour of colours.current) if (!byColour.has(colour as never)) painter.show(colour, []);
    for (const [colour, own] of byColour) painter.show(colour, own);
    colours.current = new Set(byColour.keys());
    painter.show('overlap', coveredBy(highlights.items, 2));
    painter.show('overlap-deep', coveredBy(highlights.items, 3));
  }, [painter, highlights, tags]);
  useEffect(() => painter.show('active', active ? [active] : []), [painter, active]);
  useEffect(() => painter.show('pending', passage ? [passage] : []), [painter, passage]);
}
