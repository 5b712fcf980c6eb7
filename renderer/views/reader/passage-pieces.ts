// Cuts a stretch of text at its emphasis and at the pages that begin in it, so that it can be drawn as nested elements whose
// text is exactly the canonical text.

import type { Run, RunStyle, TextRange } from '../../../shared/core/document.ts';
import { lastStarting, type ReadingLayout } from './layout.ts';

export type TextPiece = TextRange & { styles: RunStyle[]; href: string | null; /** The page that begins before this piece. */ page: string | null };

export function textPieces(range: TextRange, runs: readonly Run[], pageStarts: ReadingLayout['pageStarts']): TextPiece[] {
  const pages = pagesIn(range, pageStarts);
  const own = runs.filter((run) => run.start < range.end && run.end > range.start);
  if (own.length === 0 && pages.length === 0) return [{ ...range, styles: [], href: null, page: null }];
  const cuts = new Set([range.start, range.end]);
  for (const run of own) {
    cuts.add(Math.max(range.start, run.start));
    cuts.add(Math.min(range.end, run.end));
  }
  for (const page of pages) cuts.add(page.offset);
  const ordered = [...cuts].toSorted((one, other) => one - other);
  return ordered.slice(0, -1).map((start, index) => {
    const end = ordered[index + 1] ?? range.end;
    const over = own.filter((run) => run.start <= start && run.end >= end);
    return {
      start,
      end,
      styles: [...new Set(over.map((run) => run.style))],
      href: over.find((run) => run.href)?.href ?? null,
      page: pages.find((page) => page.offset === start)?.label ?? null,
    };
  });
}

function pagesIn(range: TextRange, pageStarts: ReadingLayout['pageStarts']): ReadingLayout['pageStarts'] {
  const pages = [];
  for (let index = lastStarting(pageStarts, range.start - 1, (page) => page.offset) + 1; index < pageStarts.length; index += 1) {
    const page = pageStarts[index];
    if (!page || page.offset >= range.end) break;
    pages.push(page);
  }
  return pages;
}
