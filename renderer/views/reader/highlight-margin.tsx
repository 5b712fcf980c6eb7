// The notes beside the text: each card at the height of its passage, moved only as far as the others need. It scrolls with the text.

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { AnnotationCard, type CardActions } from './annotation-card.tsx';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { FindingSummary } from '../../../shared/core/finding.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { Shift } from './shift.ts';
import { stack } from './stacking.ts';
import { type SeenHighlights, topMargin, useFollowed } from './seen-highlights.ts';

export type CardContext = { tags: ReadonlyMap<string, TagWithCount>; findings: readonly FindingSummary[]; recent: readonly string[]; /** The tag Enter gives. */ last: string | null; actions: CardActions };
export type OpenedCard = { id: string; focus: 'note' | 'tag' | null; /** Changes when the same card is opened again for another part. */ turn: number };

type HighlightMarginProps = CardContext & {
  scroller: RefObject<HTMLElement | null>;
  page: RefObject<HTMLElement | null>;
  seen: SeenHighlights;
  opened: OpenedCard | null;
};

/** Milliseconds without scrolling that count as a pause. */
const scrollPause = 120;

export function HighlightMargin({ scroller, page, seen: followed, opened, tags, findings, recent, actions }: HighlightMarginProps) {
  const margin = useRef<HTMLDivElement>(null);
  const column = useRef<HTMLDivElement>(null);
  /** Where each card stands in the column, by its annotation. */
  const places = useRef(new Map<string, number>());
  const moving = useRef<Shift | null>(null);
  useLayoutEffect(() => {
    if (!column.current) return undefined;
    moving.current = new Shift(column.current);
    return () => moving.current?.end();
  }, []);
  const seen = useFollowed(followed);

  useLayoutEffect(() => {
    const text = scroller.current;
    const own = margin.current;
    if (!text || !own) return undefined;
    const cards = [...own.querySelectorAll<HTMLElement>('[data-card]')];
    const ids = cards.map((card) => card.dataset['card'] ?? '');
    places.current = new Map(ids.flatMap((id) => (places.current.has(id) ? [[id, places.current.get(id) ?? 0]] : [])));
    let frame = 0;
    let pause: ReturnType<typeof setTimeout> | undefined;
    const fixed = ids.indexOf(opened?.id ?? '');
    const originNow = () => (page.current?.getBoundingClientRect().top ?? 0) - own.getBoundingClientRect().top;
    const place = () => {
      const origin = originNow();
      moving.current?.to(Math.round(origin));
      const stackable = cards.map((card) => ({ top: Number(card.dataset['top']) + origin, height: card.offsetHeight }));
      const open = stackable[fixed];
      // An opened card is seen whole where the panel is high enough for it.
      if (open) open.top = Math.max(4, Math.min(open.top, own.clientHeight - open.height - 8));
      // Without one the first whose passage is in the window stands at it; those before it yield upwards, out of sight.
      const first = fixed >= 0 ? fixed : cards.findIndex((card) => Number(card.dataset['bottom']) + origin > -topMargin);
      stack(stackable, first < 0 ? cards.length - 1 : first).forEach((top, index) => {
        const id = ids[index] ?? '';
        const y = Math.round(top) - Math.round(origin);
        if (places.current.get(id) === y) return;
        places.current.set(id, y);
        cards[index]?.style.setProperty('transform', `translateY(${String(y)}px)`);
      });
    };
    // While scrolling the column moves as a whole; in a crowd the cards are set to their passages again when it pauses.
    const follow = () => {
      frame = 0;
      if (fixed >= 0) place();
      else moving.current?.to(Math.round(originNow()));
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(follow);
      clearTimeout(pause);
      pause = setTimeout(place, scrollPause);
    };
    place();
    text.addEventListener('scroll', later, { passive: true });
    const resize = new ResizeObserver(place);
    resize.observe(own);
    // A bar above the text moves it, and makes it lower.
    resize.observe(text);
    for (const card of cards) resize.observe(card);
    return () => {
      text.removeEventListener('scroll', later);
      resize.disconnect();
      cancelAnimationFrame(frame);
      clearTimeout(pause);
    };
  }, [scroller, page, seen, opened]);

  return (
    <div ref={margin} className="highlight-margin">
      <div ref={column} className="highlight-margin-column" role="list" aria-label="Highlights in view">
        {seen.map(({ annotation, top, bottom }) => {
          const isOpen = opened?.id === annotation.id;
          return (
            <div key={annotation.id} role="listitem" className={isOpen ? 'highlight-margin-card highlight-margin-open' : 'highlight-margin-card'} data-card={annotation.id} data-top={top} data-bottom={bottom}>
              <AnnotationCard key={isOpen ? opened.turn : 0} annotation={annotation} tags={tags} findings={findings} recent={recent} isOpen={isOpen} focus={isOpen ? opened.focus : null} actions={actions} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The opened card where the inspector is folded away: it floats at the passage. */
export function FloatingCard({ annotation, focus, turn, tags, findings, recent, actions }: CardContext & { annotation: ListedAnnotation; focus: OpenedCard['focus']; turn: number }) {
  return (
    <div className="floating-card popover">
      <AnnotationCard key={turn} annotation={annotation} tags={tags} findings={findings} recent={recent} isOpen focus={focus} actions={actions} />
    </div>
  );
}
