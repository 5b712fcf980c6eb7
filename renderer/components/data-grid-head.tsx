// The head of a data grid: press to sort, drag an edge to resize. One Tab stop; arrows walk it, Shift+arrows resize.

import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react';
import { classes } from './button.tsx';
import type { Column } from './data-grid-column.ts';

type GridHeadProps<Row> = {
  columns: readonly Column<Row>[];
  /** Column id, with "-" before it when descending. */
  sort: string;
  onSort: (sort: string) => void;
  onResize: (column: string, width: number) => void;
};

/** Pixels. */
const narrowest = 40;
const keyStep = 16;

export function GridHead<Row>({ columns, sort, onSort, onResize }: GridHeadProps<Row>) {
  const [focused, setFocused] = useState(0);
  const head = useRef<HTMLDivElement>(null);
  const from = useRef<{ x: number; width: number } | null>(null);

  const directionOf = (id: string) => (sort === id ? 'ascending' : sort === `-${id}` ? 'descending' : 'none');
  const widthOf = (index: number) => head.current?.children[index]?.getBoundingClientRect().width ?? 0;
  const resize = (index: number, width: number) => {
    const column = columns[index];
    if (column) onResize(column.id, Math.max(narrowest, Math.round(width)));
  };
  const onKeyDown = (event: KeyboardEvent, index: number) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0 || event.altKey) return;
    event.preventDefault();
    if (event.shiftKey) {
      resize(index, widthOf(index) + step * keyStep);
      return;
    }
    const next = Math.min(columns.length - 1, Math.max(0, index + step));
    setFocused(next);
    head.current?.children[next]?.querySelector('button')?.focus();
  };

  return (
    <div className="data-grid-head" role="row" aria-rowindex={1} ref={head}>
      {columns.map((column, index) => {
        const direction = directionOf(column.id);
        const sorts = column.compare !== undefined || (column.sorts ?? false);
        return (
          <div key={column.id} role="columnheader" aria-colindex={index + 1} aria-sort={sorts ? direction : undefined} className={classes('data-grid-heading', column.align === 'end' && 'data-grid-end')}>
            <button
              type="button"
              className="data-grid-sort"
              tabIndex={index === focused ? 0 : -1}
              aria-disabled={!sorts}
              onFocus={() => setFocused(index)}
              onKeyDown={(event) => onKeyDown(event, index)}
              onClick={() => sorts && onSort(direction === 'ascending' ? `-${column.id}` : column.id)}
            >
              <span className="truncate">{column.label}</span>
              {direction === 'ascending' && <ArrowUp size={12} aria-hidden />}
              {direction === 'descending' && <ArrowDown size={12} aria-hidden />}
            </button>
            <span
              className="data-grid-edge"
              aria-hidden
              onPointerDown={(event: PointerEvent<HTMLSpanElement>) => {
                event.currentTarget.setPointerCapture(event.pointerId);
                from.current = { x: event.clientX, width: widthOf(index) };
              }}
              onPointerMove={(event) => from.current && resize(index, from.current.width + event.clientX - from.current.x)}
              onPointerUp={() => (from.current = null)}
              onPointerCancel={() => (from.current = null)}
            />
          </div>
        );
      })}
    </div>
  );
}
