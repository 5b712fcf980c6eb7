// The two ends of the highlight in hand, to be dragged. What they do is done by keys too, so they are not spoken; where they stand and
// what a point means, the map of the view knows.

import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { trimRange } from '../../../shared/core/annotation.ts';
import type { TextRange } from '../../../shared/core/document.ts';
import { isRightToLeft, type Side } from '../../../shared/core/text-steps.ts';
import { classes } from '../../components/button.tsx';
import { pull } from './pages/use-page-selection.ts';
import type { TextMap } from './text-map.ts';
import type { Extent } from './use-extent.ts';
import './extent-handles.css';

type ExtentHandlesProps = {
  extent: Extent;
  /** The end that keys move. */
  side: Side;
  text: string;
  map: Pick<TextMap, 'boxesOf' | 'caretAt'>;
  /** Its change says that the passage may stand elsewhere. */
  layout?: unknown;
  page: RefObject<HTMLElement | null>;
  scroller: RefObject<HTMLElement | null>;
};

type Place = { x: number; top: number; height: number };

export function ExtentHandles({ extent, side, text, map, layout, page, scroller }: ExtentHandlesProps) {
  const { shown } = extent;
  const [places, setPlaces] = useState<Record<Side, Place> | null>(null);
  const start = shown?.start ?? 0;
  const end = shown?.end ?? 0;

  useLayoutEffect(() => {
    const element = page.current;
    if (!element || start >= end) return undefined;
    const measure = () => {
      const boxes = map.boxesOf({ start, end });
      const origin = element.getBoundingClientRect();
      setPlaces(
        boxes && {
          start: { x: (isRightToLeft(text.slice(start, start + 40)) ? boxes.first.right : boxes.first.left) - origin.left, top: boxes.first.top - origin.top, height: boxes.first.height },
          end: { x: (isRightToLeft(text.slice(Math.max(start, end - 40), end)) ? boxes.last.left : boxes.last.right) - origin.left, top: boxes.last.top - origin.top, height: boxes.last.height },
        },
      );
    };
    measure();
    const resize = new ResizeObserver(measure);
    resize.observe(element);
    return () => resize.disconnect();
  }, [start, end, text, map, layout, page]);

  const drag = useDrag({ extent, text, map, scroller });
  if (!shown || !places) return null;
  return (['start', 'end'] as const).map((each) => (
    <span
      key={each}
      className={classes('extent-handle', `extent-handle-${each}`, each === side && 'extent-handle-keys')}
      style={{ left: places[each].x, top: places[each].top, height: places[each].height }}
      title={each === 'start' ? 'Drag to begin elsewhere' : 'Drag to end elsewhere'}
      aria-hidden
      onPointerDown={(event) => drag(event, each)}
      // Neither the browser nor the page begins to select.
      onMouseDown={swallow}
      onClick={swallow}
    />
  ));
}

function swallow(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function useDrag({ extent, text, map, scroller }: Pick<ExtentHandlesProps, 'extent' | 'text' | 'map' | 'scroller'>) {
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);
  return (event: PointerEvent<HTMLElement>, side: Side) => {
    const { shown, preview, change } = extent;
    const view = scroller.current;
    if (!shown || !view || event.button !== 0) return;
    const handle = event.currentTarget.getBoundingClientRect();
    // The hand holds the handle beside its line; the line is meant.
    const slip = { x: event.clientX - (handle.left + handle.width / 2), y: event.clientY - (handle.top + handle.height / 2) };
    let last = { x: event.clientX, y: event.clientY };
    let range: TextRange | null = null;
    let frame = 0;
    view.classList.add('extent-dragging');

    const follow = () => {
      const at = map.caretAt(last.x - slip.x, last.y - slip.y);
      const next = at === null ? null : trimRange(text, { start: shown.start, end: shown.end, [side]: at });
      if (!next) return;
      range = next;
      preview(next);
    };
    const scroll = () => {
      frame = 0;
      const box = view.getBoundingClientRect();
      const by = pull(last.y, box.top, box.bottom);
      if (by === 0) return;
      view.scrollBy({ top: by, behavior: 'instant' });
      follow();
      frame = requestAnimationFrame(scroll);
    };
    const onMove = (move: globalThis.PointerEvent) => {
      last = { x: move.clientX, y: move.clientY };
      follow();
      if (frame === 0) frame = requestAnimationFrame(scroll);
    };
    const finish = () => {
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', giveUp);
      window.removeEventListener('keydown', onKey, true);
      cancelAnimationFrame(frame);
      view.classList.remove('extent-dragging');
      stop.current = null;
    };
    const onUp = () => {
      finish();
      if (range && (range.start !== shown.start || range.end !== shown.end)) change(range);
      else preview(null);
    };
    const giveUp = () => {
      finish();
      preview(null);
    };
    const onKey = (key: KeyboardEvent) => {
      if (key.key !== 'Escape') return;
      key.preventDefault();
      key.stopPropagation();
      giveUp();
    };
    stop.current?.();
    stop.current = giveUp;
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', giveUp);
    window.addEventListener('keydown', onKey, true);
  };
}
