// The map of cables: a mark for each, hollow when the project has not got it, and a line from each cable to those it cites. Arrow keys
// walk the marks, Enter opens one, plus and minus stretch the time.

import { type KeyboardEvent, memo, useEffect, useMemo, useRef, useState } from 'react';
import type { CableEdge, CableGraph } from '../../../shared/core/cable-graph.ts';
import { cableName, isMissing, whenSent } from '../../components/cable-words.ts';
import { classes } from '../../components/button.tsx';
import { dotCentre, layOutTimeline, type Direction, type Mark, markBeside, markSize, type RowsBy, type Timeline } from './timeline-layout.ts';

/** More lines than these are drawn faintly; of still more only those of the chosen cable: the others would be a grey cloth. */
const fewLines = 80;
const mostLines = 1500;

const arrows: Readonly<Record<string, Direction>> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', Home: 'home', End: 'end' };

type TimelineProps = {
  graph: CableGraph;
  rowsBy: RowsBy;
  /** Times the width of the place. */
  zoom: number;
  selectedId: string | null;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
  onZoom: (step: 1 | -1) => void;
};

export function CableTimeline({ graph, rowsBy, zoom, selectedId, onSelect, onOpen, onZoom }: TimelineProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const timeline = useMemo(() => layOutTimeline(graph, rowsBy, Math.max(200, (width - nameWidth) * zoom)), [graph, rowsBy, width, zoom]);
  const byId = useMemo(() => new Map(timeline.marks.map((mark) => [mark.node.id, mark])), [timeline]);
  const beside = useMemo(() => neighbours(graph.edges, selectedId), [graph, selectedId]);
  const selected = selectedId === null ? undefined : byId.get(selectedId);
  useSelectedInSight(frame, selectedId, timeline);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const current = event.target instanceof HTMLElement ? byId.get(event.target.dataset['cable'] ?? '') : undefined;
    const direction = arrows[event.key];
    if (event.key === '+' || event.key === '=') onZoom(1);
    else if (event.key === '-') onZoom(-1);
    else if (direction && current) {
      const next = markBeside(timeline.marks, current, direction);
      if (next) focusMark(frame.current, next);
    } else if (event.key === 'Enter' && current) onOpen(current.node.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="cables-frame" ref={frame} role="group" aria-label="Cables over time. Arrow keys walk, Enter opens." onKeyDown={onKeyDown}>
      <div className="cables-canvas" style={{ width: timeline.width + nameWidth, minHeight: timeline.height + axisHeight }}>
        <Axis timeline={timeline} />
        {timeline.rows.map((row) => (
          <div key={row.name} className="cables-row" style={{ height: row.height }}>
            <span className="cables-row-name" title={row.name}>
              <span className="truncate">{row.name}</span> <span className="faint figures">{row.count}</span>
            </span>
          </div>
        ))}
        <AllLines timeline={timeline} byId={byId} edges={graph.edges} />
        <ChosenLines timeline={timeline} byId={byId} edges={graph.edges} selectedId={selectedId} />
        {selected?.node.between && <Span mark={selected} timeline={timeline} />}
        {timeline.marks.map((mark, index) => (
          <CableMark
            key={mark.node.id}
            mark={mark}
            isSelected={mark.node.id === selectedId}
            side={beside.get(mark.node.id) ?? null}
            isEntry={selected ? mark === selected : index === 0}
            onSelect={onSelect}
            onOpen={onOpen}
          />
        ))}
      </div>
    </div>
  );
}

/** Pixels of the names of the rows, and of the axis above them. */
const nameWidth = 150;
const axisHeight = 26;
const linesPlace = { left: nameWidth, top: axisHeight };

type Side = 'cited' | 'citing' | 'both';

function neighbours(edges: readonly CableEdge[], id: string | null): Map<string, Side> {
  const sides = new Map<string, Side>();
  if (id === null) return sides;
  for (const { from, to } of edges) {
    if (from === id) sides.set(to, sides.has(to) && sides.get(to) !== 'cited' ? 'both' : 'cited');
    if (to === id) sides.set(from, sides.has(from) && sides.get(from) !== 'citing' ? 'both' : 'citing');
  }
  return sides;
}

type MarkProps = { mark: Mark; isSelected: boolean; side: Side | null; isEntry: boolean; onSelect: (id: string) => void; onOpen: (id: string) => void };

const sideWords: Readonly<Record<Side, string>> = { cited: 'cited by the chosen cable', citing: 'cites the chosen cable', both: 'cites the chosen cable and is cited by it' };

/** Drawn again only when it changes: there may be hundreds, and each arrow key chooses another. */
const CableMark = memo(function CableMark({ mark: { node, x, y, width, label }, isSelected, side, isEntry, onSelect, onOpen }: MarkProps) {
  const missing = isMissing(node);
  const spoken = [label ?? cableName(node), label === null || label === cableName(node) ? null : cableName(node), whenSent(node), node.title, missing ? 'not in this project' : null, side && sideWords[side]].filter(Boolean).join(', ');
  return (
    <button
      type="button"
      className={classes('cables-mark', missing && 'cables-mark-missing', isSelected && 'cables-mark-selected', side && 'cables-mark-beside')}
      style={{ left: nameWidth + x - dotCentre, top: axisHeight + y, width, height: markSize }}
      data-cable={node.id}
      tabIndex={isEntry ? 0 : -1}
      aria-label={spoken}
      aria-pressed={isSelected}
      title={`${cableName(node)}, ${whenSent(node)}${missing ? ', not in this project' : ''}${node.title === null ? '' : `\n${node.title}`}`}
      onFocus={() => onSelect(node.id)}
      onClick={() => onSelect(node.id)}
      onDoubleClick={() => onOpen(node.id)}
    >
      <span className="cables-dot" aria-hidden />
      {label !== null && <span className="cables-label figures">{label}</span>}
    </button>
  );
});

function Axis({ timeline }: { timeline: Timeline }) {
  return (
    <div className="cables-axis" style={{ height: axisHeight }} aria-hidden>
      <span className="cables-axis-corner" />
      {timeline.ticks.map(({ x, label, isYear }) => (
        <span key={x} className={classes('cables-tick figures', isYear && 'cables-tick-year')} style={{ left: nameWidth + x }}>
          {label}
        </span>
      ))}
    </div>
  );
}

/** Days between which a cable without a date must have been sent. */
function Span({ mark, timeline }: { mark: Mark; timeline: Timeline }) {
  const { between } = mark.node;
  if (!between) return null;
  const { from, to } = timeline.axis;
  const centre = mark.x;
  // The middle of the span is where the mark stands; its half width follows from the scale of the axis.
  const half = ((Date.parse(between.to) - Date.parse(between.from)) / 2 / (to - from)) * scaleOf(timeline);
  return <div className="cables-span" style={{ left: nameWidth + Math.max(0, centre - half), width: 2 * half, top: axisHeight + mark.y + markSize - 3 }} aria-hidden />;
}

/** Pixels of the whole axis, from two marks that stand apart. */
function scaleOf({ marks, axis }: Timeline): number {
  const dated = marks.filter(({ node }) => node.date !== null).toSorted((one, other) => one.x - other.x);
  const [first] = dated;
  const last = dated.at(-1);
  const days = first?.node.date && last?.node.date ? Date.parse(last.node.date) - Date.parse(first.node.date) : 0;
  return first && last && days > 0 ? ((last.x - first.x) / days) * (axis.to - axis.from) : 0;
}

type Line = { key: string; path: string; isGuessed: boolean };

function linesOf(edges: readonly CableEdge[], byId: ReadonlyMap<string, Mark>): Line[] {
  return edges.flatMap((edge) => {
    const from = byId.get(edge.from);
    const to = byId.get(edge.to);
    return from && to ? [{ key: `${edge.documentId} ${edge.to}`, path: curve(from, to), isGuessed: edge.instead !== null }] : [];
  });
}

type LinesProps = { timeline: Timeline; byId: ReadonlyMap<string, Mark>; edges: readonly CableEdge[] };

/** Every line; quieter the more there are. */
const AllLines = memo(function AllLines({ timeline, byId, edges }: LinesProps) {
  if (edges.length > mostLines) return null;
  return (
    <svg className={classes('cables-lines', edges.length > fewLines && 'cables-lines-many')} width={timeline.width} height={timeline.height} style={linesPlace} aria-hidden>
      {linesOf(edges, byId).map(({ key, path, isGuessed }) => (
        <path key={key} d={path} className={classes('cables-line', isGuessed && 'cables-line-guessed')} />
      ))}
    </svg>
  );
});

/** The lines of the chosen cable, with their direction. */
function ChosenLines({ timeline, byId, edges, selectedId }: LinesProps & { selectedId: string | null }) {
  const own = edges.filter(({ from, to }) => selectedId !== null && (from === selectedId || to === selectedId));
  if (own.length === 0) return null;
  return (
    <svg className="cables-lines" width={timeline.width} height={timeline.height} style={linesPlace} aria-hidden>
      <defs>
        <marker id="cables-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path d="M0 0 L8 4 L0 8 z" className="cables-arrow" />
        </marker>
      </defs>
      {linesOf(own, byId).map(({ key, path, isGuessed }) => (
        <path key={key} d={path} className={classes('cables-line cables-line-chosen', isGuessed && 'cables-line-guessed')} markerEnd="url(#cables-arrow)" />
      ))}
    </svg>
  );
}

/** Pixels between the head of a line and the middle of the dot it points to. */
const arrowGap = 12;

/** From the dot of the citing cable to the dot of the cited one; bowed, so that lines in one row are seen apart. */
function curve(from: Mark, to: Mark): string {
  const start = { x: from.x, y: from.y + markSize / 2 };
  const end = { x: to.x, y: to.y + markSize / 2 };
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const stop = { x: end.x - ((end.x - start.x) / length) * arrowGap, y: end.y - ((end.y - start.y) / length) * arrowGap };
  const bow = from.row === to.row ? Math.min(26, 8 + length / 14) : 0;
  const middle = { x: (start.x + stop.x) / 2, y: (start.y + stop.y) / 2 + bow };
  return `M${String(start.x)} ${String(start.y)} Q${middle.x.toFixed(1)} ${middle.y.toFixed(1)} ${stop.x.toFixed(1)} ${stop.y.toFixed(1)}`;
}

function focusMark(frame: HTMLElement | null, { node }: Mark): void {
  frame?.querySelector<HTMLElement>(`[data-cable="${CSS.escape(node.id)}"]`)?.focus();
}

/** A cable chosen elsewhere, or moved by stretching, is scrolled to; the map does not move otherwise. */
function useSelectedInSight(frame: React.RefObject<HTMLDivElement | null>, id: string | null, timeline: Timeline): void {
  useEffect(() => {
    if (id === null) return;
    frame.current?.querySelector(`[data-cable="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [frame, id, timeline]);
}

function useWidth(frame: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(800);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(Math.floor(element.clientWidth)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}
