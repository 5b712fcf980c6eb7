// Selecting on the pages by pointer. The browser's own selection knows nothing of columns, running heads and pages that are not
// drawn; here a point means a place in the canonical text, so what is selected is what is stored.

import { type MouseEvent, useCallback, useEffect, useRef, useState } from 'react';
import { trimRange } from '../../../../shared/core/annotation.ts';
import type { Block, TextRange } from '../../../../shared/core/document.ts';
import { lastStarting } from '../layout.ts';
import type { PageMap } from './page-map.ts';

type Grain = 'letter' | 'word' | 'block';
type Readable = { text: string; blocks: readonly Block[] };

/** Pixels from the edge of the view in which dragging scrolls, and pixels it scrolls a frame at most. */
const edge = 28;
const fastest = 30;
/** Pixels a click may slip before it is a drag. */
const slip = 4;

type PageSelectionProps = {
  map: PageMap;
  scroller: { current: HTMLElement | null };
  readable: Readable;
  /** What is selected already: Shift and a click extend it. */
  passage: TextRange | null;
  onSelect: (range: TextRange) => void;
  onClear: () => void;
  /** A click that selected nothing. */
  onClick: (event: { clientX: number; clientY: number }) => void;
};

/** `dragged` is what is under way; onSelect tells what came of it. */
export function usePageSelection({ map, scroller, readable, passage, onSelect, onClear, onClick }: PageSelectionProps) {
  const [dragged, setDragged] = useState<TextRange | null>(null);
  const stop = useRef<(() => void) | null>(null);
  useEffect(() => () => stop.current?.(), []);

  const onMouseDown = useCallback(
    (event: MouseEvent) => {
      const view = scroller.current;
      if (event.button !== 0 || !view) return;
      // The focus comes here, the browser's selection does not.
      event.preventDefault();
      view.focus({ preventScroll: true });
      document.getSelection()?.removeAllRanges();
      const from = { x: event.clientX, y: event.clientY };
      const at = map.caretAt(from.x, from.y);
      const grain: Grain = event.detail >= 3 ? 'block' : event.detail === 2 ? 'word' : 'letter';
      const letter = map.offsetAtPoint(from.x, from.y) ?? at;
      const anchor: TextRange | null = event.shiftKey && passage && at !== null ? (at < passage.start ? { start: passage.end, end: passage.end } : { start: passage.start, end: passage.start }) : at === null ? null : around(readable, grain === 'letter' ? at : (letter ?? at), grain);
      let last = from;
      let frame = 0;
      let range: TextRange | null = grain === 'letter' && !event.shiftKey ? null : anchor && at !== null ? joined(anchor, around(readable, grain === 'letter' ? at : (letter ?? at), grain)) : null;
      let hasMoved = range !== null;
      setDragged(range);

      const extend = () => {
        const here = map.caretAt(last.x, last.y);
        if (anchor === null || here === null) return;
        range = joined(anchor, around(readable, here, grain));
        setDragged(range);
      };
      const scroll = () => {
        frame = 0;
        const box = view.getBoundingClientRect();
        const [dx, dy] = [pull(last.x, box.left, box.right), pull(last.y, box.top, box.bottom)];
        if (dx === 0 && dy === 0) return;
        view.scrollBy({ left: dx, top: dy, behavior: 'instant' });
        extend();
        frame = requestAnimationFrame(scroll);
      };
      const onMove = (move: globalThis.MouseEvent) => {
        last = { x: move.clientX, y: move.clientY };
        if (!hasMoved && Math.hypot(last.x - from.x, last.y - from.y) <= slip) return;
        hasMoved = true;
        extend();
        if (frame === 0) frame = requestAnimationFrame(scroll);
      };
      const end = () => {
        window.removeEventListener('mousemove', onMove);
        window.removeEventListener('mouseup', onUp);
        cancelAnimationFrame(frame);
        stop.current = null;
        setDragged(null);
      };
      const onUp = () => {
        end();
        const chosen = range && trimRange(readable.text, range);
        if (chosen) onSelect(chosen);
        else {
          onClear();
          if (!hasMoved) onClick({ clientX: from.x, clientY: from.y });
        }
      };
      stop.current?.();
      stop.current = end;
      window.addEventListener('mousemove', onMove);
      window.addEventListener('mouseup', onUp);
    },
    [map, scroller, readable, passage, onSelect, onClear, onClick],
  );
  return { dragged, onMouseDown };
}

function joined(one: TextRange, other: TextRange): TextRange {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

/** What a place means: itself, the word around it, the passage around it. */
export function around({ text, blocks }: Readable, offset: number, grain: Grain): TextRange {
  const itself = { start: offset, end: offset };
  if (grain === 'letter') return itself;
  const block = blocks[lastStarting(blocks, offset, (each) => each.start)];
  if (!block || offset > block.end) return itself;
  const cell = block.cells.find((each) => each.start <= offset && offset <= each.end && each.end > each.start);
  const within = cell ?? block;
  if (grain === 'block') return { start: within.start, end: within.end };
  // Far enough for the longest word; a block may have a million letters.
  const base = Math.max(within.start, offset - 400);
  const parts = new Intl.Segmenter(undefined, { granularity: 'word' }).segment(text.slice(base, Math.min(within.end, offset + 400)));
  const part = parts.containing(offset - base) ?? parts.containing(Math.max(0, offset - base - 1));
  return part ? { start: base + part.index, end: base + part.index + part.segment.length } : itself;
}

/** Pixels to scroll a frame while something is dragged at `at`, near an edge of the view. */
export function pull(at: number, from: number, to: number): number {
  const beyond = at < from + edge ? at - from - edge : at > to - edge ? at - to + edge : 0;
  return Math.max(-fastest, Math.min(fastest, Math.round(beyond / 2)));
}
