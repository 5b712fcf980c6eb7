// How large and which way up the pages are shown: remembered on this machine, changed by keys, buttons and Ctrl with the wheel.

import { useCallback, useMemo, useRef, useState } from 'react';
import { isNumber, isOneOf, useSetting } from '../../../backend/use-setting.ts';
import { actualSize, largestZoom, smallestZoom, type Point, type Turn, type Zoom, zoomStep } from './page-geometry.ts';

const isFit = isOneOf(['width', 'page']);
const isZoom = (value: unknown): value is Zoom => isFit(value) || (isNumber(value) && value >= smallestZoom && value <= largestZoom);

export type PageZoom = ReturnType<typeof useZoom>;

/** `shownScale` answers the scale that is drawn now, in CSS pixels a point: what a step begins from. */
export function useZoom(shownScale: () => number) {
  const [zoom, setZoom] = useSetting<Zoom>('reader.pages.zoom', 'width', isZoom);
  const [turn, setTurn] = useState<Turn>(0);
  const set = useCallback((next: Zoom) => setZoom(typeof next === 'number' ? Math.min(largestZoom, Math.max(smallestZoom, Math.round(next * 100) / 100)) : next), [setZoom]);
  /** The point of the view that must stay where it is; the one who lays the pages out takes it. */
  const point = useRef<Point | null>(null);
  const takePoint = useCallback(() => {
    const taken = point.current;
    point.current = null;
    return taken;
  }, []);
  const step = useCallback((by: 1 | -1) => set(zoomStep(shownScale() / actualSize, by)), [set, shownScale]);
  const by = useCallback(
    (factor: number, around: Point) => {
      point.current = around;
      set((shownScale() / actualSize) * factor);
    },
    [set, shownScale],
  );
  const rotate = useCallback(() => setTurn((known) => ((known + 1) % 4) as Turn), []);
  return useMemo(() => ({ zoom, turn, set, step, by, rotate, takePoint }), [zoom, turn, set, step, by, rotate, takePoint]);
}
