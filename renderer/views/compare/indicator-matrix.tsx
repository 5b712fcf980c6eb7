// The matrix of a country: indicators down, years across. Arrow keys walk the cells, Enter opens the page at the words.

import { ChevronDown, ChevronRight } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, memo, type MouseEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import type { Matrix, MatrixGroup, MatrixRow } from '../../../shared/core/indicator.ts';
import { isDoubtful, type MatrixCell, type SourcedValue } from '../../../shared/core/observation.ts';
import { classes } from '../../components/button.tsx';
import { ObservedValue, placeLink, RestatedSign } from '../../components/data-card/observed-value.tsx';
import { usePanelState } from '../../components/panel-state.ts';
import { navigate } from '../../routes.ts';
import { CellTip, type Tip } from './cell-tip.tsx';
import { type CellPlace, isRowOf, placeAfter, readPlace, shownValue, writePlace } from './indicator-place.ts';
import { Sparkline } from './sparkline.tsx';

type IndicatorMatrixProps = {
  matrix: Matrix;
  /** Narrowed by the filter. */
  groups: readonly MatrixGroup[];
  folded: ReadonlySet<string>;
  onFold: (groupId: string) => void;
  place: CellPlace | null;
  onPlace: (place: CellPlace) => void;
};

/** Milliseconds the pointer rests on a cell before its source is shown. */
const tipDelay = 250;

export function IndicatorMatrix({ matrix, groups, folded, onFold, place, onPlace }: IndicatorMatrixProps) {
  const { years } = matrix;
  const grid = useRef<HTMLDivElement>(null);
  const { showsInspector } = usePanelState();
  const [tip, setTip] = useState<Tip | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const rows = useMemo(() => groups.flatMap((group) => (folded.has(group.id) ? [] : group.rows)), [groups, folded]);
  const lastYear = years.at(-1);
  // A cell must always be reachable by Tab: the newest of the first row when none is in hand.
  const isInView = rows.some((row) => isRowOf(row, place)) && years.includes(place?.year ?? 0);
  const [first] = rows;
  const entry = isInView ? place : first && lastYear !== undefined ? { indicator: first.indicator, territory: first.territory, year: lastYear } : null;

  useEffect(() => () => clearTimeout(timer.current), []);
  const begin = useRef(place);
  useEffect(() => {
    const frame = grid.current;
    if (!frame) return;
    const cell = begin.current && frame.querySelector<HTMLElement>(selectorOf(begin.current));
    // By hand: scrollIntoView would move the panels around it as well. The newest years are at the right end.
    if (cell) frame.scrollTop = cell.offsetTop - frame.clientHeight / 2;
    else frame.scrollLeft = frame.scrollWidth;
  }, []);
  const focusCell = (next: CellPlace) => grid.current?.querySelector<HTMLElement>(selectorOf(next))?.focus();
  const show = (cell: HTMLElement, delay: number) => {
    clearTimeout(timer.current);
    const at = readPlace(cell.dataset['cell'] ?? null);
    const row = rows.find((each) => isRowOf(each, at));
    const found = at && row?.cells[years.indexOf(at.year)];
    if (!found || !at || !row) return setTip(null);
    timer.current = setTimeout(() => setTip({ name: row.name, cell: found, box: cell.getBoundingClientRect() }), delay);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setTip(null);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = readPlace((event.target as HTMLElement).dataset['cell'] ?? null);
    if (event.key === 'Escape') hide();
    if (!at || event.altKey) return;
    if (event.key === 'Enter') {
      const row = rows.find((each) => isRowOf(each, at));
      const value = row && shownValue(row, years.indexOf(at.year));
      if (value) navigate(placeLink(value));
      return;
    }
    const next = placeAfter(event.key, event.ctrlKey || event.metaKey, at, rows, years);
    if (!next) return;
    event.preventDefault();
    focusCell(next);
  };
  const onFocus = (event: FocusEvent) => {
    const cell = event.target as HTMLElement;
    const at = readPlace(cell.dataset['cell'] ?? null);
    if (!at) return;
    if (writePlace(at) !== (place && writePlace(place))) onPlace(at);
    // The inspector says the same, when it is there.
    if (!showsInspector && cell.matches(':focus-visible')) show(cell, 0);
    else hide();
  };
  const onPointer = (event: PointerEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
    if (cell) show(cell, tipDelay);
    else hide();
  };

  // The way back from the page leads to the cell that was followed.
  const onClick = (event: MouseEvent) => {
    const at = readPlace((event.target as HTMLElement).closest<HTMLElement>('[data-cell]')?.dataset['cell'] ?? null);
    if (at) onPlace(at);
  };

  return (
    <div className="matrix-scroller" ref={grid} onPointerOver={onPointer} onPointerLeave={hide} onScroll={hide} onBlur={hide}>
      <table className="matrix" role="grid" aria-label={`Indicators of ${matrix.countryName}`} onKeyDown={onKeyDown} onFocus={onFocus} onClickCapture={onClick}>
        <thead>
          <tr>
            <th scope="col" className="matrix-name">
              Indicator
            </th>
            {years.map((year) => (
              <YearHead key={year} year={year} matrix={matrix} />
            ))}
            <th scope="col" className="matrix-chart">
              <span className="visually-hidden">Chart</span>
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr className="matrix-group">
              <th scope="rowgroup" colSpan={years.length + 2}>
                <button type="button" aria-expanded={!folded.has(group.id)} onClick={() => onFold(group.id)}>
                  {folded.has(group.id) ? <ChevronRight size={14} aria-hidden /> : <ChevronDown size={14} aria-hidden />}
                  {group.name} <span className="faint figures">{group.rows.length}</span>
                </button>
              </th>
            </tr>
            {!folded.has(group.id) &&
              group.rows.map((row) => (
                <Row key={`${row.indicator}\n${row.territory ?? ''}`} row={row} years={years} editions={matrix.editions} active={isRowOf(row, place) ? (place?.year ?? null) : null} entry={isRowOf(row, entry) ? (entry?.year ?? null) : null} />
              ))}
          </tbody>
        ))}
      </table>
      {tip && <CellTip tip={tip} />}
    </div>
  );
}

function selectorOf(place: CellPlace): string {
  return `[data-cell="${CSS.escape(writePlace(place))}"]`;
}

function YearHead({ year, matrix }: { year: number; matrix: Matrix }) {
  const breaks = matrix.breaks.filter((each) => each.year === year && matrix.years.some((other) => other < year));
  const hasEdition = matrix.editions.includes(year);
  const words = breaks.map((each) => `${each.name}: ${each.explanation}`).join(' ');
  return (
    <th scope="col" className={classes('matrix-year figures', breaks.length > 0 && 'matrix-break', !hasEdition && 'matrix-year-without')} title={[hasEdition ? '' : `There is no edition of ${year}; a later report speaks of it.`, words].filter(Boolean).join(' ') || undefined}>
      {year}
      {breaks.length > 0 && <span className="visually-hidden">. The method changed here. {words}</span>}
      {!hasEdition && <span className="visually-hidden">. No edition of this year.</span>}
    </th>
  );
}

type RowProps = { row: MatrixRow; years: readonly number[]; editions: readonly number[]; active: number | null; entry: number | null };

/** Drawn again only when its own cell in hand changes: the keys must not be slowed by a hundred rows. */
const Row = memo(function Row({ row, years, editions, active, entry }: RowProps) {
  return (
    <tr>
      <th scope="row" className="matrix-name" title={[row.name, row.territory].filter(Boolean).join(', ')}>
        <span className="truncate">
          {row.name}
          {row.territory && <span className="faint"> {row.territory}</span>}
        </span>
      </th>
      {years.map((year, column) => {
        const cell = row.cells[column] ?? null;
        const value = shownValue(row, column);
        return (
          <td
            key={year}
            data-cell={writePlace({ indicator: row.indicator, territory: row.territory, year })}
            tabIndex={entry === year ? 0 : -1}
            aria-selected={active === year}
            className={classes('matrix-cell figures', cellClass(value), cell?.methodBreak && column > 0 && 'matrix-break', active === year && 'matrix-active')}
          >
            {cell && value ? <CellContent cell={cell} value={value} /> : <span className="visually-hidden">{editions.includes(year) ? 'Not in the report' : 'No edition'}</span>}
          </td>
        );
      })}
      <td className="matrix-chart">
        <Sparkline row={row} years={years} />
      </td>
    </tr>
  );
});

function CellContent({ cell, value }: { cell: MatrixCell; value: SourcedValue }) {
  return (
    <>
      <ObservedValue value={value} tabIndex={-1} />
      {cell.restated && <RestatedSign restated={cell.restated} />}
      {value.source === 'analyst' && <span className="visually-hidden"> corrected by hand</span>}
    </>
  );
}

function cellClass(value: SourcedValue | null): string | false {
  if (!value) return 'matrix-none';
  if (value.status === 'unknown') return 'hatch matrix-unknown';
  return value.status !== 'value' ? 'matrix-word' : isDoubtful(value) && 'matrix-doubtful';
}
