// A matrix of counts: arrow keys walk the cells, focus shows a cell's passages at the side. The stronger the ground, the more passages;
// the number says how many.

import { type FocusEvent, type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { TagMatrix } from '../../../shared/core/codebook.ts';
import { Button } from '../../components/button.tsx';
import { TagSwatch } from '../../components/marks.tsx';

export type Cell = { row: string; column: string };

/** Drawn at first; more on request, so that 2,000 tags do not hold up the page. */
const firstRows = 120;
const firstColumns = 40;

type TagMatrixGridProps = { label: string; matrix: TagMatrix; /** Rows and columns are the same tags. */ isSquare: boolean; chosen: Cell | null; onChoose: (cell: Cell) => void };

export function TagMatrixGrid({ label, matrix, isSquare, chosen, onChoose }: TagMatrixGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [mostRows, setMostRows] = useState(firstRows);
  const [mostColumns, setMostColumns] = useState(firstColumns);
  const counts = useMemo(() => new Map(matrix.cells.map(({ row, column, count }) => [`${row}\n${column}`, count])), [matrix.cells]);
  const most = useMemo(() => matrix.cells.reduce((best, { count }) => Math.max(best, count), 1), [matrix.cells]);
  // Two tags of one name in different places are told apart by their paths.
  const shortNames = useMemo(() => {
    const all = Map.groupBy(matrix.rows, (row) => lastName(row.path));
    return new Set([...all].flatMap(([name, own]) => (own.length === 1 ? [name] : [])));
  }, [matrix.rows]);
  const shortName = (path: string) => (shortNames.has(lastName(path)) ? lastName(path) : path);
  const rows = matrix.rows.slice(0, mostRows);
  const columns = matrix.columns.slice(0, mostColumns);
  // One cell must be reached by Tab: the chosen one, or the first.
  const inView = chosen && rows.some(({ id }) => id === chosen.row) && columns.some(({ id }) => id === chosen.column);
  const entry = inView ? `${chosen.row}\n${chosen.column}` : `${rows[0]?.id ?? ''}\n${columns[0]?.id ?? ''}`;

  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeIn(event.target);
    if (!at || event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows.findIndex(({ id }) => id === at.row);
    const column = columns.findIndex(({ id }) => id === at.column);
    const next = { ArrowUp: [row - 1, column], ArrowDown: [row + 1, column], ArrowLeft: [row, column - 1], ArrowRight: [row, column + 1], Home: [row, 0], End: [row, columns.length - 1], PageUp: [Math.max(0, row - 10), column], PageDown: [Math.min(rows.length - 1, row + 10), column] }[event.key];
    const to = next && rows[next[0] ?? -1] && columns[next[1] ?? -1] ? `${rows[next[0] ?? -1]?.id ?? ''}\n${columns[next[1] ?? -1]?.id ?? ''}` : null;
    if (!next) return;
    event.preventDefault();
    if (to !== null) grid.current?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(to)}"]`)?.focus();
  };
  const onFocus = (event: FocusEvent) => {
    const at = placeIn(event.target);
    if (at && (at.row !== chosen?.row || at.column !== chosen.column)) onChoose(at);
  };
  return (
    <div className="codebook-matrix-scroller" ref={grid}>
      <table className="codebook-matrix" role="grid" aria-label={label} onKeyDown={onKeyDown} onFocus={onFocus}>
        <thead>
          <tr>
            <th scope="col" className="codebook-matrix-name">
              Tag
            </th>
            <th scope="col" className="codebook-matrix-total">
              Passages
            </th>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={isSquare ? 'codebook-matrix-turned' : 'codebook-matrix-head'} title={column.name} aria-label={column.name}>
                <span className="truncate">
                  <bdi>{isSquare ? shortName(column.name) : column.name}</bdi>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className="codebook-matrix-name" title={row.path}>
                <span className="codebook-matrix-tag" style={{ paddingLeft: isSquare ? 0 : Math.min(row.depth, 6) * 12 }}>
                  <TagSwatch colour={row.colour} /> <bdi className="truncate">{isSquare ? shortName(row.path) : lastName(row.path)}</bdi>
                </span>
              </th>
              <td className="codebook-matrix-total figures">{row.total.toLocaleString('en')}</td>
              {columns.map((column) => {
                const place = `${row.id}\n${column.id}`;
                const isSelf = isSquare && row.id === column.id;
                const count = counts.get(place) ?? 0;
                return (
                  <td
                    key={column.id}
                    data-cell={place}
                    tabIndex={place === entry ? 0 : -1}
                    aria-selected={place === `${chosen?.row ?? ''}\n${chosen?.column ?? ''}`}
                    className="codebook-matrix-cell figures"
                    data-none={count === 0}
                    style={count > 0 ? { background: `color-mix(in srgb, var(--accent-soft) ${String(Math.round(20 + (80 * count) / most))}%, var(--paper))` } : undefined}
                  >
                    {isSelf ? <span className="visually-hidden">the same tag</span> : count.toLocaleString('en')}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {(matrix.rows.length > rows.length || matrix.columns.length > columns.length) && (
        <p className="codebook-matrix-more">
          {matrix.rows.length > rows.length && (
            <Button onPress={() => setMostRows(mostRows + firstRows)}>
              Show more rows ({(matrix.rows.length - rows.length).toLocaleString('en')} left)
            </Button>
          )}
          {matrix.columns.length > columns.length && (
            <Button onPress={() => setMostColumns(mostColumns + firstColumns)}>
              Show more columns ({(matrix.columns.length - columns.length).toLocaleString('en')} left)
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

function placeIn(target: EventTarget): Cell | null {
  const [row, column] = target instanceof HTMLElement ? (target.dataset['cell']?.split('\n') ?? []) : [];
  return row !== undefined && column !== undefined ? { row, column } : null;
}

function lastName(path: string): string {
  return path.split(' › ').at(-1) ?? path;
}
