// Draws a rectangle on a page, by pointer or by keys: arrows move it, with Shift they size it, Enter keeps it, Escape leaves. The
// same tool changes one that is there.

import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { PageArea } from '../../../../shared/core/annotation.ts';
import { pointOnPage, sheetAt, sizeOf } from './page-geometry.ts';
import type { PageMap } from './page-map.ts';

/** `area` null: a new one is to be drawn. */
export type AreaDraft = { area: PageArea | null; annotationId: string | null };

type AreaToolProps = {
  map: PageMap;
  scroller: RefObject<HTMLElement | null>;
  draft: AreaDraft;
  /** Null: nothing is kept. */
  onDone: (area: PageArea | null) => void;
  say: (message: string) => void;
};

/** Points an arrow moves by; with Ctrl one. */
const stride = 12;
/** Points; less is a slip of the hand. */
const smallest = 6;

export function AreaTool({ map, scroller, draft, onDone, say }: AreaToolProps) {
  const [area, setArea] = useState<PageArea | null>(draft.area);
  const own = useRef<HTMLDivElement>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => {
    own.current?.focus({ preventScroll: true });
    say(draft.area ? 'Change the area: arrow keys move it, with Shift they size it. Enter keeps it, Escape leaves it as it was.' : 'Draw a rectangle on the page, or press an arrow key to begin one. Enter keeps it, Escape leaves.');
    return () => stop.current?.();
    // oxlint-disable-next-line react/exhaustive-deps -- told once
  }, []);
  useLayoutEffect(() => {
    own.current?.querySelector('.area-draft')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [area]);

  const onMouseDown = (event: MouseEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    own.current?.focus({ preventScroll: true });
    const from = map.pagePoint(event.clientX, event.clientY);
    const page = from && map.pages[from.index];
    if (!from || !page) return;
    let drawn: PageArea | null = null;
    const onMove = (move: globalThis.MouseEvent) => {
      const to = onPage(map, from.index, move.clientX, move.clientY);
      drawn = to && within({ page: page.number, x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) }, page);
      setArea(drawn);
    };
    const end = () => {
      window.removeEventListener('mousemove', onMove);
      window.removeEventListener('mouseup', onUp);
      stop.current = null;
    };
    const onUp = () => {
      end();
      if (drawn && drawn.width >= smallest && drawn.height >= smallest) onDone(drawn);
      else setArea(draft.area);
    };
    stop.current?.();
    stop.current = end;
    window.addEventListener('mousemove', onMove);
    window.addEventListener('mouseup', onUp);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (event.key === 'Escape') onDone(null);
    else if (event.key === 'Enter') onDone(area);
    else if (step) {
      const by = event.ctrlKey || event.metaKey ? 1 : stride;
      const next = area === null ? begun(map, scroller.current) : changed(map, area, (step[0] ?? 0) * by, (step[1] ?? 0) * by, event.shiftKey);
      setArea(next);
      if (next) say(`${Math.round(next.width)} by ${Math.round(next.height)} points, ${Math.round(next.x)} from the left and ${Math.round(next.y)} from the top of page ${String(next.page)}.`);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const shown = area && placed(map, area);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it takes the arrow keys
    <div ref={own} className="area-tool" role="group" aria-label={draft.area ? 'Change the area' : 'Mark an area'} tabIndex={0} onMouseDown={onMouseDown} onKeyDown={onKeyDown}>
      {shown && <div className="area-draft" style={{ left: shown.x, top: shown.y, width: shown.width, height: shown.height }} />}
      <p className="area-tool-hint">
        {area === null ? 'Draw a rectangle, or press an arrow key' : 'Arrows move, Shift+arrows size'} · <kbd>Enter</kbd> keeps · <kbd>Esc</kbd> leaves
      </p>
    </div>
  );
}

/** In pixels from the top left of all pages. */
function placed(map: PageMap, area: PageArea) {
  const index = map.pages.findIndex((page) => page.number === area.page);
  const sheet = map.layout.sheets[index];
  const box = map.onSheet(index, area);
  return sheet ? { ...box, x: sheet.x + box.x, y: sheet.y + box.y } : null;
}

/** A point of the window on a given page, though it may lie beside it. */
function onPage(map: PageMap, index: number, x: number, y: number) {
  const origin = map.content?.getBoundingClientRect();
  const sheet = map.layout.sheets[index];
  const page = map.pages[index];
  if (!origin || !sheet || !page) return null;
  return pointOnPage({ x: x - origin.left - sheet.x, y: y - origin.top - sheet.y }, page, map.layout.turn, sheet.scale);
}

function within(area: PageArea, page: { width: number; height: number }): PageArea {
  const size = sizeOf(page);
  const x = Math.max(0, Math.min(area.x, size.width));
  const y = Math.max(0, Math.min(area.y, size.height));
  return { page: area.page, x, y, width: Math.min(size.width, area.x + area.width) - x, height: Math.min(size.height, area.y + area.height) - y };
}

/** A first rectangle in the middle of what is seen. */
function begun(map: PageMap, view: HTMLElement | null): PageArea | null {
  if (!view) return null;
  const middle = view.scrollTop + view.clientHeight / 2;
  const index = sheetAt(map.layout, middle);
  const sheet = map.layout.sheets[index];
  const page = map.pages[index];
  if (!sheet || !page) return null;
  const size = sizeOf(page);
  const at = pointOnPage({ x: sheet.width / 2, y: Math.max(0, Math.min(sheet.height, middle - sheet.y)) }, page, map.layout.turn, sheet.scale);
  return within({ page: page.number, x: at.x - size.width / 6, y: at.y - size.height / 12, width: size.width / 3, height: size.height / 6 }, page);
}

function changed(map: PageMap, area: PageArea, dx: number, dy: number, isSizing: boolean): PageArea {
  const page = map.pages.find((each) => each.number === area.page);
  if (!page) return area;
  const size = sizeOf(page);
  if (isSizing) return within({ ...area, width: Math.max(smallest, area.width + dx), height: Math.max(smallest, area.height + dy) }, page);
  return { ...area, x: Math.max(0, Math.min(size.width - area.width, area.x + dx)), y: Math.max(0, Math.min(size.height - area.height, area.y + dy)) };
}
