// Where a passage stands, in words: document, edition, section, page.

import type { ListedAnnotation } from '../../shared/core/annotation.ts';

export function passagePlace({ documentTitle, year, section, page }: Pick<ListedAnnotation, 'documentTitle' | 'year' | 'section' | 'page'>): string {
  const named = year !== null && !documentTitle.includes(String(year)) ? `${documentTitle} (${year})` : documentTitle;
  return [named, section, page === null ? null : `p. ${page}`].filter(Boolean).join(' · ');
}
