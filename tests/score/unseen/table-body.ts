// Prints the rows of a table in the form of the series: text in columns, a rule below each cell, none below a cell that goes on in the next row.

import { leading, type PrintedPage, type Type } from './type-setting.ts';

/** Null: the cell above goes on. */
export type BodyRow = (string | null)[];
/** Where a column begins, and where its text does. */
export type BodyColumn = { edge: number; text: number };

/**
 * Prints rows from `top` down, first baselines `inset` below the top of their row; gives the height. `right` is the end of the last column. What
 * stands below must have been moved away.
 */
export function layOutRows(page: PrintedPage, rows: readonly BodyRow[], columns: readonly BodyColumn[], { top, right, inset, type, ruled = true }: { top: number; right: number; inset: number; type: Type; ruled?: boolean }): { height: number; print: () => void } {
  const pitch = leading * type.size;
  const until = (column: number): number => columns[column + 1]?.edge ?? right;
  const lines: { text: string; x: number; y: number }[] = [];
  const rules: { x0: number; x1: number; y: number }[] = [];
  /** Lines that a cell going on still needs. */
  const room = columns.map(() => 0);
  let y = top;
  rows.forEach((row, at) => {
    const next = rows[at + 1];
    const goesOn = columns.map((_, column) => next !== undefined && next[column] === null);
    const cells = columns.map(({ text }, column) => {
      const cell = row[column];
      return cell === null || cell === undefined ? [] : page.wrapped(cell, until(column) - text - 4, type.size);
    });
    cells.forEach((own, column) => {
      if (row[column] !== null) room[column] = own.length;
    });
    const height = Math.max(1, ...columns.map((_, column) => (goesOn[column] === true ? 0 : (room[column] ?? 0))));
    cells.forEach((own, column) => own.forEach((line, step) => lines.push({ text: line, x: columns[column]?.text ?? 0, y: y + inset + step * pitch })));
    room.forEach((left, column) => (room[column] = left - height));
    y += height * pitch + 3;
    columns.forEach(({ edge }, column) => {
      if (goesOn[column] !== true && (ruled || next === undefined || next[0] !== null)) rules.push({ x0: edge, x1: until(column), y: y - inset + 0.7 * type.size - 1 });
    });
  });
  return {
    height: y - top,
    print: () => {
      for (const { text, x, y: baseline } of lines) page.line(text, x, baseline, type);
      for (const { x0, x1, y: level } of rules) page.rule(x0, x1, level);
    },
  };
}
