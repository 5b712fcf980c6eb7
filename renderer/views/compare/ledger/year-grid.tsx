// Things of a country over the years as a grid: things down, years across. Arrow keys walk the cells, Enter opens the words. What a cell
// says is given by the part that shows it.

import { type CSSProperties, type FocusEvent, type KeyboardEvent, memo, type MouseEvent, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { MethodBreak } from '../../../../shared/core/observation.ts';
import { classes } from '../../../components/button.tsx';
import { navigate } from '../../../routes.ts';
import { type LedgerPlace, placeAfter, readPlace, writePlace } from './ledger-place.ts';
import './ledger.css';

/** How a cell is drawn. `bar`: it goes on from the year before and into the year after, so the bars of neighbours join. */
export type LedgerTone = 'plain' | 'new' | 'gone' | 'reworded' | 'moved' | 'gap' | 'unknown' | 'quiet';
export type LedgerCell = {
  tone: LedgerTone;
  bar: boolean;
  content: ReactNode;
  /** All of it in words, for the title and a screen reader. */
  words: string;
  /** Address of the words behind it. */
  open: string | null;
};
export type LedgerRow = { id: string; name: string; detail?: string | null; isEnded?: boolean; cells: (LedgerCell | null)[] };
export type LedgerGroup = { id: string; name: string; count: string; rows: LedgerRow[] };

type YearGridProps = {
  label: string;
  /** Head of the first column. */
  nameLabel: string;
  years: readonly number[];
  /** Years of which the project holds an edition; the others are set apart. */
  editions: readonly number[];
  breaks?: readonly MethodBreak[];
  groups: readonly LedgerGroup[];
  /** Class of the grid, for the width of its columns. */
  className?: string;
  place: LedgerPlace | null;
  onPlace: (place: LedgerPlace) => void;
};

/** The same one each time, so that rows need not be drawn again. */
const noBreaks: readonly MethodBreak[] = [];

export function YearGrid({ label, nameLabel, years, editions, breaks = noBreaks, groups, className, place, onPlace }: YearGridProps) {
  const frame = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const newest = years.at(-1);
  const [first] = rows;
  // A cell must always be reachable by Tab: the newest of the first row when none is in hand.
  const entry = place && ids.includes(place.id) && years.includes(place.year) ? place : first && newest !== undefined ? { id: first.id, year: newest } : null;

  const begin = useRef(place);
  useEffect(() => {
    const cell = begin.current && frame.current?.querySelector<HTMLElement>(selectorOf(begin.current));
    // By hand: scrollIntoView would move the panels around it as well.
    if (frame.current && cell) frame.current.scrollTop = cell.offsetTop - frame.current.clientHeight / 2;
  }, []);

  const placeOf = (target: EventTarget) => readPlace((target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? null);
  const cellAt = ({ id, year }: LedgerPlace) => rows.find((row) => row.id === id)?.cells[years.indexOf(year)] ?? null;
  const take = (next: LedgerPlace | null) => next && writePlace(next) !== (place && writePlace(place)) && onPlace(next);
  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    if (!at || event.altKey) return;
    if (event.key === 'Enter') {
      const open = cellAt(at)?.open;
      if (open) navigate(open);
      return;
    }
    const next = placeAfter(event.key, event.ctrlKey || event.metaKey, at, ids, years);
    if (!next) return;
    event.preventDefault();
    frame.current?.querySelector<HTMLElement>(selectorOf(next))?.focus();
  };
  const onDoubleClick = (event: MouseEvent) => {
    const at = placeOf(event.target);
    const open = at && cellAt(at)?.open;
    if (open) navigate(open);
  };
  const onClick = (event: MouseEvent) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset['row'];
    take(placeOf(event.target) ?? (row !== undefined && newest !== undefined ? { id: row, year: place?.year ?? newest } : null));
  };

  return (
    <div className="ledger-scroller" ref={frame}>
      <table className={classes('ledger', className)} style={{ '--ledger-years': years.length } as CSSProperties} role="grid" aria-label={label} onKeyDown={onKeyDown} onFocus={(event: FocusEvent) => take(placeOf(event.target))} onClick={onClick} onDoubleClick={onDoubleClick}>
        <thead>
          <tr>
            <th scope="col" className="ledger-name">{nameLabel}</th>
            {years.map((year) => <YearHead key={year} year={year} hasEdition={editions.includes(year)} breaks={breaks.filter((each) => each.year === year && year > (years[0] ?? year))} />)}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr className="ledger-group">
              <th scope="rowgroup" colSpan={years.length + 1}><span>{group.name} <span className="faint figures">{group.count}</span></span></th>
            </tr>
            {group.rows.map((row) => (
              <Row key={row.id} row={row} years={years} breaks={breaks} active={place?.id === row.id ? place.year : null} entry={entry?.id === row.id ? entry.year : null} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function selectorOf(place: LedgerPlace): string {
  return `[data-cell="${CSS.escape(writePlace(place))}"]`;
}

function YearHead({ year, hasEdition, breaks }: { year: number; hasEdition: boolean; breaks: readonly MethodBreak[] }) {
  const words = [hasEdition ? '' : `There is no edition of ${year} here.`, ...breaks.map((each) => `${each.name}: ${each.explanation}`)].filter(Boolean).join(' ');
  return (
    <th scope="col" className={classes('ledger-year figures', !hasEdition && 'ledger-year-without', breaks.length > 0 && 'ledger-break')} title={words || undefined}>
      {year}
      {words && <span className="visually-hidden">. {words}</span>}
    </th>
  );
}

type RowProps = { row: LedgerRow; years: readonly number[]; breaks: readonly MethodBreak[]; active: number | null; entry: number | null };

/** Drawn again only when its own cell in hand changes: the keys must not be slowed by three hundred rows. */
const Row = memo(function Row({ row, years, breaks, active, entry }: RowProps) {
  const drawsBar = (column: number) => row.cells[column]?.bar === true;
  return (
    <tr className={classes('ledger-row', row.isEnded && 'ledger-ended', active !== null && 'ledger-in-hand')} data-row={row.id}>
      <th scope="row" className="ledger-name" title={[row.name, row.detail].filter(Boolean).join('\n')}>
        <span className="truncate">{row.name}{row.detail && <span className="faint"> {row.detail}</span>}</span>
      </th>
      {years.map((year, column) => {
        const cell = row.cells[column] ?? null;
        const isBreak = column > 0 && breaks.some((each) => each.year === year);
        return (
          <td
            key={year}
            data-cell={writePlace({ id: row.id, year })}
            tabIndex={entry === year ? 0 : -1}
            aria-selected={active === year}
            title={cell ? `${year}: ${cell.words}` : undefined}
            className={classes('ledger-cell', isBreak && 'ledger-break', active === year && 'ledger-active')}
          >
            {cell && (
              <span className={classes('ledger-mark figures', `ledger-${cell.tone}`, cell.bar && 'ledger-bar', cell.bar && !drawsBar(column - 1) && 'ledger-begins', cell.bar && !drawsBar(column + 1) && 'ledger-ends')}>
                <span aria-hidden>{cell.content}</span>
                <span className="visually-hidden">{cell.words}</span>
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
});
