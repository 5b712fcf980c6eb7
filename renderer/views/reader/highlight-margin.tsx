// The notes beside the text: each card at the height of its passage, moved only as far as the others need. It scrolls with the text.

import { type RefObject, useLayoutEffect, useRef } from 'react';
import { AnnotationCard, type CardActions } from './annotation-card.tsx';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import type { FindingSummary } from '../../../shared/core/finding.ts';
import type { TagWithCount } from '../../../shared/core/tag.ts';
import { stack } from './stacking.ts';
import type { SeenHighlight } from './use-seen-highlights.ts';

export type CardContext = { tags: ReadonlyMap<string, TagWithCount>; findings: readonly FindingSummary[]; recent: readonly string[]; /** The tag Enter gives. */ last: string | null; actions: CardActions };
export type OpenedCard = { id: string; focus: 'note' | 'tag' | null; /** Changes when the same card is opened again for another part. */ turn: number };

type HighlightMarginProps = CardContext & {
  scroller: RefObject<HTMLElement | null>;
  page: RefObject<HTMLElement | null>;
  seen: readonly SeenHighlight[];
  opened: OpenedCard | null;
};

export function HighlightMargin({ scroller, page, seen, opened, tags, findings, recent, actions }: HighlightMarginProps) {
  const margin = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const text = scroller.current;
    const own = margin.current;
    if (!text || !own) return undefined;
    let frame = 0;
    const place = () => {
      frame = 0;
      const cards = [...own.querySelectorAll<HTMLElement>('[data-card]')];
      const origin = (page.current?.getBoundingClientRect().top ?? 0) - own.getBoundingClientRect().top;
      const stackable = cards.map((card) => ({ top: Number(card.dataset['top']) + origin, height: card.offsetHeight }));
      const fixed = cards.findIndex((card) => card.dataset['card'] === opened?.id);
      const open = stackable[fixed];
      // An opened card is seen whole where the panel is high enough for it.
      if (open) open.top = Math.max(4, Math.min(open.top, own.clientHeight - open.height - 8));
      stack(stackable, fixed).forEach((top, index) => cards[index]?.style.setProperty('transform', `translateY(${String(Math.round(top))}px)`));
    };
    const later = () => {
      if (frame === 0) frame = requestAnimationFrame(place);
    };
    place();
    text.addEventListener('scroll', later, { passive: true });
    const resize = new ResizeObserver(later);
    resize.observe(own);
    for (const card of own.querySelectorAll('[data-card]')) resize.observe(card);
    return () => {
      text.removeEventListener('scroll', later);
      resize.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [scroller, page, seen, opened]);

  return (
    <div ref={margin} className="highlight-margin" role="list" aria-label="Highlights in view">
      {seen.map(({ annotation, top }) => {
        const isOpen = opened?.id === annotation.id;
        return (
          <div key={annotation.id} role="listitem" className={isOpen ? 'highlight-margin-card highlight-margin-open' : 'highlight-margin-card'} data-card={annotation.id} data-top={top}>
            <AnnotationCard key={isOpen ? opened.turn : 0} annotation={annotation} tags={tags} findings={findings} recent={recent} isOpen={isOpen} focus={isOpen ? opened.focus : null} actions={actions} />
          </div>
        );
      })}
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
