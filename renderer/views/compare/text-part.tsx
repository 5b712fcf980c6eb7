// The aligned rows. Only those near the window are drawn; one row and one cell are in hand, walked by the arrow keys; words selected in
// a cell are coded there.

import { useVirtualizer } from '@tanstack/react-virtual';
import { BookOpen, ChevronDown, ChevronRight, Equal, FileText, Hand, Link2, ListChecks, RotateCcw, Tag as TagIcon, Unlink2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { Comparison } from '../../../shared/core/comparison.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { classes } from '../../components/button.tsx';
import { Link } from '../../components/link.tsx';
import { runCommand } from '../../components/commands.tsx';
import { ChangeSign, changeName, LevelMark } from '../../components/marks.tsx';
import { ContextMenu, type MenuEntry } from '../../components/menu.tsx';
import { link, navigate } from '../../routes.ts';
import type { AnnotatedRows } from './annotated-rows.ts';
import { CellCoding, type CellKeys } from './cell-coding.tsx';
import { extendByKey } from './cell-selection.ts';
import { CellText } from './cell-text.tsx';
import { correctionsOfRow, differs, hasNeighbour, pairInHand } from './pair-in-hand.ts';
import type { Place } from './place.ts';
import { DensityStrip } from './density-strip.tsx';
import type { Line } from './lines.ts';
import { useCellSelection } from './use-cell-selection.ts';
import { columnName, mainClass, rowSentence } from './words.ts';

type Highlights = AnnotatedRows['marks'];

type TextPartProps = {
  comparison: Comparison;
  lines: readonly Line[];
  place: Place | null;
  onPlace: (place: Place) => void;
  onUnfold: (key: string) => void;
  onSection: (title: string) => void;
  /** Annotations by document. */
  highlights: Highlights;
  annotations: readonly ListedAnnotation[];
  tags: readonly TagWithCount[];
  /** The cell that waits to be paired with another. */
  waiting: Place | null;
  onStopWaiting: () => void;
};

/** Pixels of a line before it is measured. */
const usualHeight: Readonly<Record<Line['kind'], number>> = { section: 36, fold: 26, row: 84 };

/** Pixels. Below this a column of reading text breaks too often; the columns then scroll sideways together. */
const narrowestColumn = 240;
const gutter = 28;

/** Keys that with Shift select words and sentences of the cell in hand. */
const extents: Readonly<Record<string, ['forward' | 'backward', 'word' | 'sentence']>> = { ArrowRight: ['forward', 'word'], ArrowLeft: ['backward', 'word'], ArrowDown: ['forward', 'sentence'], ArrowUp: ['backward', 'sentence'] };

export function TextPart({ comparison, lines, place, highlights, annotations, tags, onPlace, onUnfold, onSection, waiting, onStopWaiting }: TextPartProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const keys = useRef<CellKeys>(null);
  const selecting = useCellSelection(scroller, comparison);
  const { selected } = selecting;
  const codedDocument = selected && comparison.columns[selected.place.column]?.documentId;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => usualHeight[lines[index]?.kind ?? 'row'],
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 12,
    scrollPaddingStart: 48,
  });
  const active = place ? lines.findIndex((line) => line.kind === 'row' && line.index === place.row) : -1;
  const isFirst = useRef(true);
  useEffect(() => {
    // An address leads to the middle of the window; a step moves no further than it must.
    if (active >= 0) virtual.scrollToIndex(active, { align: isFirst.current ? 'center' : 'auto' });
    isFirst.current = false;
    // Only when another row is taken in hand; drawing must not move the page under the reader's eyes.
  }, [virtual, active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (selected && keys.current?.onKey(event)) {
      event.preventDefault();
      return;
    }
    const extent = event.shiftKey ? extents[event.key] : undefined;
    if (extent && place && scroller.current) {
      extendByKey(scroller.current, place, ...extent);
      event.preventDefault();
      return;
    }
    const vertical = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const horizontal = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const column = place?.column ?? comparison.columns.length - 1;
    if (vertical !== undefined) {
      const rest = vertical === 1 ? lines.slice(active + 1) : lines.slice(0, Math.max(0, active)).toReversed();
      const next = rest.find((line) => line.kind === 'row');
      if (next?.kind === 'row') onPlace({ row: next.index, column });
    } else if (horizontal !== undefined && place) onPlace({ row: place.row, column: Math.max(0, Math.min(comparison.columns.length - 1, column + horizontal)) });
    else if (event.key === 'Enter' && place) openCell(comparison, place);
    else if (event.key === 'Escape' && waiting) onStopWaiting();
    else return;
    event.preventDefault();
  };

  const menuAt = (target: Element): MenuEntry[] => {
    const [row, column] = target.closest('[data-cell]')?.getAttribute('data-cell')?.split('.').map(Number) ?? [];
    if (row === undefined || column === undefined || !comparison.rows[row]?.cells[column]) return [];
    onPlace({ row, column });
    return cellMenu(comparison, { row, column });
  };

  const grid = { gridTemplateColumns: `${gutter}px repeat(${comparison.columns.length}, minmax(0, 1fr))`, minWidth: gutter + comparison.columns.length * narrowestColumn };
  return (
    <ContextMenu className="compare-frame" label="Passage" entries={menuAt}>
      <div
        className="compare-scroller"
        ref={scroller}
        role="grid"
        aria-label="Aligned text"
        aria-rowcount={lines.length + 1}
        aria-colcount={comparison.columns.length + 1}
        aria-activedescendant={active >= 0 && place ? `${id}-${place.row}-${place.column}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div className="compare-head" role="row" aria-rowindex={1} style={grid}>
          <span role="columnheader">
            <span className="visually-hidden">Change</span>
          </span>
          {comparison.columns.map((column) => (
            <span key={column.documentId} role="columnheader" className="compare-column-head">
              <Link to={link.reader(column.documentId)} title={column.title}>
                {columnName(column, comparison.columns)}
              </Link>
              {column.level && <LevelMark level={column.level} withName />}
              {column.classification && <span className="faint">{column.classification}</span>}
            </span>
          ))}
        </div>
        <div className="compare-lines" style={{ height: virtual.getTotalSize(), minWidth: grid.minWidth }} role="presentation">
          {virtual.getVirtualItems().map((item) => {
            const line = lines[item.index];
            if (!line) return null;
            return (
              <div key={item.key} ref={virtual.measureElement} data-index={item.index} className="compare-line" style={{ transform: `translateY(${item.start}px)` }} role="row" aria-rowindex={item.index + 2}>
                {line.kind === 'section' ? (
                  <div role="gridcell" aria-colspan={comparison.columns.length + 1} className="compare-section">
                    <button type="button" tabIndex={-1} aria-expanded={!line.isFolded} onClick={() => onSection(line.title)}>
                      {line.isFolded ? <ChevronRight size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
                      <span className="truncate">{line.title}</span>
                      <span className="faint figures">
                        {line.changes} of {line.rows}
                      </span>
                    </button>
                  </div>
                ) : line.kind === 'fold' ? (
                  <div role="gridcell" aria-colspan={comparison.columns.length + 1} className="compare-fold">
                    <button type="button" tabIndex={-1} onClick={() => onUnfold(line.key)}>
                      ··· {line.count} unchanged ···
                    </button>
                  </div>
                ) : (
                  <Row id={id} comparison={comparison} line={line} place={place} waiting={waiting} highlights={highlights} onPlace={onPlace} grid={grid} />
                )}
              </div>
            );
          })}
        </div>
      </div>
      {selected && codedDocument && <CellCoding documentId={codedDocument} selected={selected} selecting={selecting} annotations={annotations} tags={tags} scroller={scroller} keys={keys} />}
      <DensityStrip lines={lines} active={active} onLine={(index) => virtual.scrollToIndex(index, { align: 'center' })} />
    </ContextMenu>
  );
}

type RowProps = { id: string; comparison: Comparison; line: Extract<Line, { kind: 'row' }>; place: Place | null; waiting: Place | null; highlights: Highlights; onPlace: (place: Place) => void; grid: { gridTemplateColumns: string; minWidth: number } };

function Row({ id, comparison, line, place, waiting, highlights, onPlace, grid }: RowProps) {
  const { row, index } = line;
  const isActive = place?.row === index;
  const change = mainClass(row);
  return (
    <div className={classes('compare-row', `compare-${change}`, isActive && 'compare-row-active')} style={grid} role="presentation">
      <div role="gridcell" className="compare-gutter">
        {change !== 'same' && change !== 'present' && <ChangeSign change={change} />}
        {row.steps.some((step) => step?.corrections) && <Hand size={12} className="compare-by-hand" aria-label="Corrected by hand" />}
        <span className="visually-hidden">{rowSentence(row, comparison, changeName)}</span>
      </div>
      {row.cells.map((cell, column) => (
        <div
          key={comparison.columns[column]?.documentId ?? column}
          id={`${id}-${index}-${column}`}
          role="gridcell"
          data-cell={`${index}.${column}`}
          tabIndex={-1}
          aria-selected={isActive && place.column === column}
          className={classes('compare-cell', !cell && 'compare-cell-empty', isActive && place.column === column && 'compare-cell-active', waiting?.row === index && waiting.column === column && 'compare-cell-waiting')}
          onClick={() => onPlace({ row: index, column })}
        >
          {cell ? (
            <>
              <CellText comparison={comparison} rowIndex={index} column={column} cell={cell} highlights={highlights.get(comparison.columns[column]?.documentId ?? '') ?? []} />
              {(cell.page !== null || cell.label) && (
                <Link to={link.reader(comparison.columns[column]?.documentId ?? '', cell)} className="compare-locator faint figures" tabIndex={-1}>
                  {[cell.label && `para. ${cell.label}`, cell.page !== null && `p. ${cell.page}`].filter(Boolean).join(' · ')}
                </Link>
              )}
            </>
          ) : (
            <span className="visually-hidden">Nothing here</span>
          )}
        </div>
      ))}
    </div>
  );
}

/** What can be made of the cell in hand; the commands do it, so that menu, keys and panel are one. */
function cellMenu(comparison: Comparison, place: Place): MenuEntry[] {
  const pair = pairInHand(comparison, place);
  return [
    { id: 'open', label: 'Open in the reader', icon: BookOpen, onAction: () => openCell(comparison, place) },
    { id: 'tag', label: 'Tag…', icon: TagIcon, command: 'compare.tag', onAction: () => runCommand('compare.tag') },
    { id: 'evidence', label: 'Use as evidence…', icon: ListChecks, command: 'compare.evidence', onAction: () => runCommand('compare.evidence') },
    { id: 'brief', label: 'Add to a brief…', icon: FileText, command: 'compare.addToBrief', onAction: () => runCommand('compare.addToBrief') },
    'separator',
    { id: 'pair', label: 'Pair with another sentence', icon: Link2, command: 'compare.pair', isDisabled: !hasNeighbour(comparison, place.column), onAction: () => runCommand('compare.pair') },
    { id: 'same', label: 'Says the same', icon: Equal, command: 'compare.same', isDisabled: !pair || !differs(pair), onAction: () => runCommand('compare.same') },
    { id: 'apart', label: 'Not the same sentence', icon: Unlink2, command: 'compare.apart', isDisabled: !pair, onAction: () => runCommand('compare.apart') },
    { id: 'uncorrect', label: 'Take the correction back', icon: RotateCcw, command: 'compare.uncorrect', isDisabled: correctionsOfRow(comparison, place.row).length === 0, onAction: () => runCommand('compare.uncorrect') },
  ];
}

function openCell(comparison: Comparison, place: Place): void {
  const cell = comparison.rows[place.row]?.cells[place.column];
  const column = comparison.columns[place.column];
  if (cell && column) navigate(link.reader(column.documentId, cell));
}
