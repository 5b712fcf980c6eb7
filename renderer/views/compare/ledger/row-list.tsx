// Rows of words under headings: up and down walk them, Enter opens the words in the reader. What a row holds is given by the part that
// shows it.

import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { classes } from '../../../components/button.tsx';
import { navigate } from '../../../routes.ts';
import './row-list.css';

export type ListedRow = { id: string; cells: ReactNode[]; /** Address of the words behind it. */ open: string | null };
export type ListedGroup = { id: string; name: ReactNode; rows: ListedRow[] };

/** More rows than these are read by nobody; the rest is counted. */
const mostRows = 1000;

type RowListProps = { label: string; heads: readonly string[]; groups: readonly ListedGroup[]; /** Class for the widths of the columns. */ className: string; inHand: string | null; onRow: (id: string) => void };

export function RowList({ label, heads, groups, className, inHand, onRow }: RowListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => groups.flatMap((group) => group.rows).slice(0, mostRows), [groups]);
  const shown = useMemo(() => new Set(rows), [rows]);
  const total = groups.reduce((sum, group) => sum + group.rows.length, 0);
  const entry = rows.find(({ id }) => id === inHand)?.id ?? rows[0]?.id;
  const rowOf = (id: string) => frame.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`) ?? null;

  const begin = useRef(inHand);
  useEffect(() => {
    const row = begin.current === null ? null : rowOf(begin.current);
    // By hand: scrollIntoView would move the panels around it as well.
    if (row && frame.current) frame.current.scrollTop = row.offsetTop - frame.current.clientHeight / 3;
  }, []);

  const idOf = (target: EventTarget) => (target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset['row'] ?? null;
  const open = (id: string | null) => {
    const address = rows.find((row) => row.id === id)?.open;
    if (address) navigate(address);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = rows.findIndex(({ id }) => id === idOf(event.target));
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.target !== rowOf(rows[at]?.id ?? '')) return;
    if (event.key === 'Enter') return open(rows[at]?.id ?? null);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
    const next = to === undefined ? undefined : rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!next) return;
    event.preventDefault();
    rowOf(next.id)?.focus();
  };

  return (
    <div className="row-list-scroller" ref={frame}>
      <table className={classes('row-list', className)} role="grid" aria-label={label} onKeyDown={onKeyDown} onDoubleClick={(event) => open(idOf(event.target))}>
        <thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
        {groups.map((group) => group.rows.some((row) => shown.has(row)) && (
          <tbody key={group.id}>
            {group.name && <tr className="row-list-group"><th scope="rowgroup" colSpan={heads.length}>{group.name}</th></tr>}
            {group.rows.filter((row) => shown.has(row)).map((row) => (
              <tr key={row.id} data-row={row.id} className={classes('row-list-row', row.id === inHand && 'row-list-in-hand')} aria-selected={row.id === inHand} tabIndex={row.id === entry ? 0 : -1} onFocus={() => row.id !== inHand && onRow(row.id)} onClick={() => row.id !== inHand && onRow(row.id)}>
                {row.cells.map((cell, index) => <td key={index}>{cell}</td>)}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
      {total > rows.length && <p className="faint figures row-list-rest">The first {rows.length.toLocaleString('en')} of {total.toLocaleString('en')} are shown.</p>}
    </div>
  );
}
