// One row of a data grid. It is drawn again only when something of its own has changed: selecting one of many stays quick.

import { memo } from 'react';
import { classes } from './button.tsx';
import type { Column } from './data-grid-column.ts';

type GridRowProps<Row> = {
  id: string;
  elementId: string;
  row: Row;
  columns: readonly Column<Row>[];
  /** From 0. */
  index: number;
  /** Pixels from the first row. */
  top: number;
  isSelected: boolean;
  isActive: boolean;
};

function PlainGridRow<Row>({ id, elementId, row, columns, index, top, isSelected, isActive }: GridRowProps<Row>) {
  return (
    <div
      id={elementId}
      data-row={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      className={classes('data-grid-row', isActive && 'data-grid-active')}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      {columns.map((column, at) => (
        <div key={column.id} role="gridcell" aria-colindex={at + 1} className={classes('data-grid-cell', column.align === 'end' && 'data-grid-end')} title={column.title?.(row)}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

// memo forgets the type parameter.
export const GridRow = memo(PlainGridRow) as typeof PlainGridRow;
