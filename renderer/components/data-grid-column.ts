// A column of a data grid, as its owner describes it.

import type { ReactNode } from 'react';

export type Column<Row> = {
  id: string;
  label: string;
  /** Pixels at first; a flexible column also takes what is left. */
  width: number;
  isFlexible?: boolean;
  align?: 'start' | 'end';
  cell: (row: Row) => ReactNode;
  /** The whole text, shown when the pointer rests on a cell that may be cut off. */
  title?: (row: Row) => string;
  /** Ascending order; a column without one does not sort. */
  compare?: (left: Row, right: Row) => number;
  /** In a grid whose owner keeps the order: the column changes it. */
  sorts?: boolean;
  /** Rows whose value is not known stand last in either direction. */
  isUnknown?: (row: Row) => boolean;
};
