// The list of highlights as cards, as many beside each other as there is room for. Only those in view are drawn; all are of one
// height, so that nothing moves when their words arrive. Walked and chosen by the keys of the grid.

import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { classes } from '../../components/button.tsx';
import { documentDate } from '../../components/dates.ts';
import { unknown } from '../../components/document-words.ts';
import { rowAfterKey, rowsBetween } from '../../components/row-keys.ts';
import { AnchorMark } from '../../components/versions/anchor-note.tsx';
import { colourOf } from '../reader/highlight-words.ts';
import { PlaceLink, RowTags } from './columns.tsx';
import { useListRow } from './use-list-rows.ts';

type CardGridProps = {
  ids: readonly string[];
  tags: ReadonlyMap<string, TagWithCount>;
  countryName: (iso3: string) => string;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  onOpen: (id: string) => void;
  onRemove: () => void;
  startAt: string | null;
  emptyState: ReactNode;
};

/** Pixels. */
const cardHeight = 178;
const leastWidth = 300;
const gap = 12;

export function CardGrid({ ids, tags, countryName, selected, onSelect, onOpen, onRemove, startAt, emptyState }: CardGridProps) {
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [columns, setColumns] = useState(2);
  const [activeId, setActiveId] = useState(startAt);
  const anchor = useRef<string | null>(startAt);
  const active = activeId === null ? -1 : ids.indexOf(activeId);
  const virtual = useVirtualizer({
    count: Math.ceil(ids.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight + gap,
    overscan: 2,
    // The active card must exist for aria-activedescendant even when it is scrolled away.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range);
      const line = Math.floor(active / columns);
      return active < 0 || shown.includes(line) ? shown : [...shown, line].sort((left, right) => left - right);
    },
  });
  useLayoutEffect(() => {
    if (!scroller.current) return undefined;
    const observer = new ResizeObserver(([entry]) => entry && setColumns(Math.max(1, Math.floor((entry.contentRect.width + gap) / (leastWidth + gap)))));
    observer.observe(scroller.current);
    return () => observer.disconnect();
  }, []);
  const first = useRef(() => active >= 0 && virtual.scrollToIndex(Math.floor(active / columns), { align: 'center' }));
  useEffect(() => void first.current(), []);

  const select = (index: number, how: 'only' | 'add' | 'to') => {
    const id = ids[index];
    if (id === undefined) return;
    setActiveId(id);
    if (how === 'to') {
      onSelect(new Set(rowsBetween(ids, Math.max(0, anchor.current === null ? 0 : ids.indexOf(anchor.current)), index)));
      return;
    }
    anchor.current = id;
    if (how === 'only') onSelect(new Set([id]));
    else onSelect(selected.has(id) ? new Set([...selected].filter((other) => other !== id)) : new Set([...selected, id]));
  };
  const go = (index: number, event: KeyboardEvent) => {
    event.preventDefault();
    virtual.scrollToIndex(Math.floor(index / columns), { align: 'auto' });
    if (event.shiftKey) select(index, 'to');
    else if (event.ctrlKey || event.metaKey) setActiveId(ids[index] ?? null);
    else select(index, 'only');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current || event.altKey) return;
    const page = Math.max(1, Math.floor(scroller.current.clientHeight / (cardHeight + gap))) * columns;
    const last = ids.length - 1;
    const beside = { ArrowLeft: active - 1, ArrowRight: active + 1 }[event.key];
    const below = { ArrowUp: active - columns, ArrowDown: active < 0 ? 0 : active + columns }[event.key];
    const next = beside ?? below ?? rowAfterKey(event.key, active, ids.length, page);
    if (next !== null && ids.length > 0) {
      // Above the first line there is nothing to go to.
      if (below !== undefined && (next < 0 || (next > last && Math.floor(active / columns) === Math.floor(last / columns)))) event.preventDefault();
      else go(Math.max(0, Math.min(last, next)), event);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      onSelect(new Set(ids));
    } else if (event.key === ' ' && active >= 0) {
      event.preventDefault();
      select(active, 'add');
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      onOpen(ids[active] ?? '');
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && selected.size > 0) {
      event.preventDefault();
      onRemove();
    }
  };
  const indexAt = (event: MouseEvent) => Number((event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null)?.dataset['index'] ?? -1);
  const onMouseDown = (event: MouseEvent) => {
    const index = indexAt(event);
    if (index < 0 || (event.button === 2 && selected.has(ids[index] ?? ''))) return;
    if (event.shiftKey) {
      event.preventDefault();
      scroller.current?.focus({ preventScroll: true });
    }
    select(index, event.shiftKey ? 'to' : event.ctrlKey || event.metaKey ? 'add' : 'only');
  };
  const elementId = (index: number) => `${gridId}-${String(index)}`;
  if (ids.length === 0) return <div className="annotations-empty">{emptyState}</div>;
  return (
    <div
      ref={scroller}
      className="annotations-cards"
      role="grid"
      aria-label="Highlights"
      aria-multiselectable
      aria-rowcount={Math.ceil(ids.length / columns)}
      aria-colcount={columns}
      aria-activedescendant={active >= 0 ? elementId(active) : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onFocus={(event) => event.target === scroller.current && active < 0 && setActiveId(ids[0] ?? null)}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize(), position: 'relative' }} onMouseDown={onMouseDown} onDoubleClick={(event) => onOpen(ids[indexAt(event)] ?? '')}>
        {virtual.getVirtualItems().map((line) => (
          <div key={line.index} className="annotations-line" role="row" aria-rowindex={line.index + 1} style={{ transform: `translateY(${String(line.start)}px)`, gridTemplateColumns: `repeat(${String(columns)}, minmax(0, 1fr))`, height: cardHeight }}>
            {ids.slice(line.index * columns, (line.index + 1) * columns).map((id, at) => {
              const index = line.index * columns + at;
              return (
                <div key={id} id={elementId(index)} role="gridcell" aria-colindex={at + 1} data-row={id} data-index={index} aria-selected={selected.has(id)} className={classes('annotations-card', index === active && 'annotations-card-active')}>
                  <Card id={id} tags={tags} countryName={countryName} />
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}

function Card({ id, tags, countryName }: { id: string; tags: ReadonlyMap<string, TagWithCount>; countryName: (iso3: string) => string }) {
  const row = useListRow(id);
  if (!row) return null;
  const edition = [row.country === null ? unknown : countryName(row.country), row.year].filter((part) => part !== null).join(' ');
  return (
    <article className={classes('annotations-card-inside', `colour-${colourOf(row, tags)}`)}>
      <p className="annotations-card-place">
        <span>{edition}</span>
        <PlaceLink row={row}>{[row.page === null ? null : `p. ${String(row.page)}`, row.documentTitle].filter(Boolean).join(', ')}</PlaceLink>
      </p>
      <p className="annotations-card-words" dir="auto">
        {row.area && <span className="faint">Area of page {row.area.page}: </span>}
        {row.quote}
      </p>
      {row.note !== '' && (
        <p className="annotations-card-note" dir="auto">
          {row.note}
        </p>
      )}
      <p className="annotations-card-foot">
        <AnchorMark state={row.anchorState} />
        <RowTags row={row} tags={tags} />
        {row.findingIds.length > 0 && <span className="faint">→ {row.findingIds.length === 1 ? '1 finding' : `${row.findingIds.length.toLocaleString('en')} findings`}</span>}
        <span className="faint annotations-card-date">{[row.author, documentDate(row.createdAt)].filter(Boolean).join(', ')}</span>
      </p>
    </article>
  );
}
