// Where in the whole document the hits of "find" stand: lines in a strip beside the scroll bar.

import { type RefObject, useEffect, useState } from 'react';
import type { TextRange } from '../../../shared/core/document.ts';
import { chunkAt } from './layout.ts';
import type { TextMap } from './text-map.ts';
import './hit-strip.css';

type HitStripProps = {
  hits: readonly TextRange[];
  hit: TextRange | null;
  scroller: RefObject<HTMLElement | null>;
  /** Measures the view as it is now. */
  measure: () => HeightOf;
};

/** Where an offset stands, in pixels from the top of all that is scrolled. */
type HeightOf = (offset: number) => number;

/** Heights are rounded to this many steps, so that thousands of hits are a few hundred lines. */
const steps = 600;

export function HitStrip({ hits, hit, scroller, measure }: HitStripProps) {
  const [drawn, setDrawn] = useState<{ lines: string; own: string | null; right: number } | null>(null);
  useEffect(() => {
    const element = scroller.current;
    const content = element?.firstElementChild;
    if (!element || !content || hits.length === 0) {
      setDrawn(null);
      return undefined;
    }
    let frame = 0;
    const draw = () => {
      frame = 0;
      const heightOf = measure();
      const whole = Math.max(1, element.scrollHeight);
      const stepOf = ({ start }: TextRange) => Math.round((heightOf(start) / whole) * steps);
      const lines = [...new Set(hits.map(stepOf))].map((step) => `M0 ${String(step)}h8`).join('');
      setDrawn({ lines, own: hit && `M0 ${String(stepOf(hit))}h8`, right: element.offsetWidth - element.clientWidth });
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    later();
    // Parts of a long text take their true height when they are drawn.
    const resize = new ResizeObserver(later);
    resize.observe(content);
    resize.observe(element);
    return () => {
      resize.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [hits, hit, scroller, measure]);
  if (!drawn) return null;
  return (
    <svg className="hit-strip" aria-hidden viewBox={`0 0 8 ${String(steps)}`} preserveAspectRatio="none" style={{ right: drawn.right }}>
      <path className="hit-strip-lines" d={drawn.lines} />
      {drawn.own !== null && <path className="hit-strip-own" d={drawn.own} />}
    </svg>
  );
}

/** Where offsets stand in the reading text, in pixels from its top: within a chunk by the share of its characters before. */
export function heightsInText(scroller: HTMLElement | null, map: TextMap): HeightOf {
  const places = [...(scroller?.querySelectorAll<HTMLElement>('[data-chunk]') ?? [])].map((element) => ({ top: element.offsetTop, height: element.offsetHeight }));
  return (offset) => {
    const index = chunkAt(map.chunks, offset);
    const chunk = map.chunks[index];
    const place = places[index];
    return chunk && place ? place.top + (place.height * (offset - chunk.start)) / Math.max(1, chunk.end - chunk.start) : 0;
  };
}
