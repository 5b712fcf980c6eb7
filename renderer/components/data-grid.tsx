// A grid of rows for lists of any length: only what is seen is drawn. Columns sort and resize, rows are walked and selected
// by keyboard. The rows are the owner's; sort order and widths are remembered under `name`.

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react';
import { isText, useSetting } from '../backend/use-setting.ts';
import { classes } from './button.tsx';
import type { Column } from './data-grid-column.ts';
import { GridHead } from './data-grid-head.tsx';
import { GridRow } from './data-grid-row.tsx';
import { rowAfterKey, rowsBetween, TypeAhead } from './row-keys.ts';
import './data-grid.css';

export type { Column } from './data-grid-column.ts';

export type DataGridProps<Row> = {
  label: string;
  name: string;
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly Column<Row>[];
  /** Column and direction before the analyst chose one: "year" or "-year". */
  defaultSort?: string;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  /** Enter or double click. */
  onOpen?: (row: Row) => void;
  /** Delete. */
  onRemove?: (rows: readonly Row[]) => void;
  /** Typing letters goes to the row whose text begins with them. */
  typeAhead?: (row: Row) => string;
  emptyState?: ReactNode;
  /** When given, the owner keeps the order: rows come in it, and columns with `sorts` change it. */
  order?: { sort: string; onSort: (sort: string) => void };
  /** The row that is in hand, and in view, when the grid is first drawn; else the first selected one. */
  startAt?: string | null;
};

export function DataGrid<Row>({ label, name, rows, rowId, columns, defaultSort = '', selected, onSelect, onOpen, onRemove, typeAhead, emptyState, order, startAt = null }: DataGridProps<Row>) {
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [ownSort, setOwnSort] = useSetting(`grid.${name}.sort`, defaultSort, isText);
  const [sort, setSort] = order ? [order.sort, order.onSort] : [ownSort, setOwnSort];
  const [widths, setWidths] = useSetting<Record<string, number>>(`grid.${name}.widths`, {}, isWidths);
  const isOrdered = order !== undefined;
  const sorted = useMemo(() => (isOrdered ? rows : sortRows(rows, columns, sort)), [isOrdered, rows, columns, sort]);
  const [activeRow, setActiveRow] = useState<{ id: string; index: number } | null>(startAt === null ? null : { id: startAt, index: 0 });
  const anchorId = useRef<string | null>(null);
  const typed = useRef(new TypeAhead());

  const indexOf = (id: string | null) => (id === null ? -1 : sorted.findIndex((row) => rowId(row) === id));
  const found = indexOf(activeRow?.id ?? null);
  // When the active row was removed, the one now in its place is next.
  const active = found >= 0 || !activeRow ? found : Math.min(activeRow.index, sorted.length - 1);
  const activate = (index: number) => {
    const row = sorted[index];
    setActiveRow(row ? { id: rowId(row), index } : null);
  };
  const rowHeight = useRowHeight(scroller);
  const virtual = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    // The active row must exist for aria-activedescendant even when it is scrolled away.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      return active < 0 || shown.includes(active) ? shown : [...shown, active].sort((left, right) => left - right);
    },
    scrollPaddingStart: rowHeight,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  useScrollToSelected(
    startAt === null ? sorted.findIndex((row) => selected.has(rowId(row))) : active,
    (index) => virtual.scrollToIndex(index, { align: 'center' }),
  );

  const select = (index: number, how: 'only' | 'add' | 'to') => {
    const row = sorted[index];
    if (!row) return;
    const id = rowId(row);
    activate(index);
    if (how === 'to') {
      onSelect(new Set(rowsBetween(sorted, Math.max(0, indexOf(anchorId.current)), index).map(rowId)));
      return;
    }
    anchorId.current = id;
    if (how === 'only') onSelect(new Set([id]));
    else onSelect(selected.has(id) ? new Set([...selected].filter((other) => other !== id)) : new Set([...selected, id]));
  };

  const go = (index: number, event: KeyboardEvent) => {
    event.preventDefault();
    virtual.scrollToIndex(index, { align: 'auto' });
    if (event.shiftKey) select(index, 'to');
    else if (event.ctrlKey || event.metaKey) activate(index);
    else select(index, 'only');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return;
    const command = event.ctrlKey || event.metaKey;
    const next = rowAfterKey(event.key, active, sorted.length, Math.floor((scroller.current.clientHeight - rowHeight) / rowHeight));
    const row = sorted[active];
    if (next !== null) go(next, event);
    else if (command && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      onSelect(new Set(sorted.map(rowId)));
    } else if (event.key === ' ' && active >= 0 && !typed.current.isTyping(event.timeStamp)) {
      event.preventDefault();
      select(active, 'add');
    } else if (event.key === 'Enter' && row && onOpen) {
      event.preventDefault();
      onOpen(row);
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && onRemove && selected.size > 0) {
      event.preventDefault();
      onRemove(sorted.filter((candidate) => selected.has(rowId(candidate))));
    } else if (typeAhead && !command && !event.altKey && TypeAhead.accepts(event.key)) {
      const match = typed.current.find(event.key, event.timeStamp, sorted.map(typeAhead), active);
      if (match >= 0) go(match, event);
      else event.preventDefault();
    }
  };

  const onMouseDown = (event: MouseEvent) => {
    const index = indexAt(event);
    const row = sorted[index];
    // The other button asks for the menu of what is selected.
    if (!row || (event.button === 2 && selected.has(rowId(row)))) return;
    if (event.shiftKey) {
      // Extending the selection must not select text as well; the focus that is prevented with it is set here.
      event.preventDefault();
      scroller.current?.focus({ preventScroll: true });
    }
    select(index, event.shiftKey ? 'to' : event.ctrlKey || event.metaKey ? 'add' : 'only');
  };
  const onOpenAt = (index: number) => {
    const row = sorted[index];
    if (row) onOpen?.(row);
  };

  const elementId = (index: number) => `${gridId}-${String(index)}`;
  const template = columns.map((column) => trackOf(column, widths[column.id])).join(' ');
  const leastWidth = columns.reduce((sum, column) => sum + (widths[column.id] ?? column.width), 0);
  const isEmpty = sorted.length === 0 && emptyState !== undefined;
  return (
    <>
      <div
        ref={scroller}
        className={classes('data-grid', isEmpty && 'data-grid-is-empty')}
        role="grid"
        aria-label={label}
        aria-multiselectable
        aria-rowcount={sorted.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={active >= 0 ? elementId(active) : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.target !== scroller.current || active >= 0) return;
          activate(
            Math.max(
              0,
              sorted.findIndex((row) => selected.has(rowId(row))),
            ),
          );
        }}
        style={{ '--columns': template, '--least-width': `${String(leastWidth)}px` } as CSSProperties}
      >
        <GridHead columns={columns} sort={sort} onSort={setSort} onResize={(id, width) => setWidths({ ...widths, [id]: width })} />
        <div className="data-grid-rows" role="presentation" style={{ height: virtual.getTotalSize() }} onMouseDown={onMouseDown} onDoubleClick={(event) => onOpenAt(indexAt(event))}>
          {virtual.getVirtualItems().map((item) => {
            const row = sorted[item.index];
            if (!row) return null;
            const id = rowId(row);
            return (
              <GridRow
                key={id}
                id={id}
                elementId={elementId(item.index)}
                row={row}
                columns={columns}
                index={item.index}
                top={item.start}
                isSelected={selected.has(id)}
                isActive={item.index === active}
              />
            );
          })}
        </div>
      </div>
      {isEmpty && <div className="data-grid-empty">{emptyState}</div>}
    </>
  );
}

function isWidths(value: unknown): value is Record<string, number> {
  return typeof value === 'object' && value !== null && Object.values(value).every((width) => typeof width === 'number');
}

function trackOf(column: { width: number; isFlexible?: boolean }, chosen: number | undefined): string {
  const width = `${String(chosen ?? column.width)}px`;
  return column.isFlexible ? `minmax(${width}, 1fr)` : width;
}

function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: string): readonly Row[] {
  const descends = sort.startsWith('-');
  const column = columns.find((candidate) => candidate.id === (descends ? sort.slice(1) : sort));
  const compare = column?.compare;
  if (!compare) return rows;
  const isUnknown = column.isUnknown ?? (() => false);
  return rows.toSorted((left, right) => Number(isUnknown(left)) - Number(isUnknown(right)) || (descends ? compare(right, left) : compare(left, right)));
}

/** The index of the row an event happened in, or -1. */
function indexAt(event: MouseEvent): number {
  const row = event.target instanceof Element ? event.target.closest('[role="row"]') : null;
  // aria-rowindex counts from 1, and the head is the first.
  return row ? Number(row.getAttribute('aria-rowindex')) - 2 : -1;
}

/** Coming back to a list, what was selected is in view. Later the list stays where the analyst scrolled it. */
function useScrollToSelected(index: number, scrollTo: (index: number) => void): void {
  const first = useRef({ index, scrollTo });
  useEffect(() => {
    if (first.current.index > 0) first.current.scrollTo(first.current.index);
  }, []);
}

/** Row height follows the density, which is a token: read from the style, again when the density changes. */
function useRowHeight(element: { current: HTMLElement | null }): number {
  const [height, setHeight] = useState(28);
  useEffect(() => {
    const read = () => setHeight(element.current ? Number.parseInt(getComputedStyle(element.current).getPropertyValue('--row'), 10) || 28 : 28);
    read();
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] });
    return () => observer.disconnect();
  }, [element]);
  return height;
}
