// The saved comparison that the address names, and the filters of the text: those it was saved with until they are changed.

import { useEffect, useState } from 'react';
import type { ComparisonFilter, SavedComparison } from '../../../shared/core/saved-comparison.ts';
import { useQuery } from '../../backend/use-query.ts';
import { compareParts, link, navigate } from '../../routes.ts';

export const noFilter: ComparisonFilter = { classes: [], natures: [], numbersOnly: false, tagIds: [] };

/** Undefined when the address names none, or one that is not there any more. */
export function useSaved(id: string | null, documentIds: readonly string[]): SavedComparison | undefined {
  const saved = useQuery('savedComparisons.list', {}, { enabled: id !== null }).data?.find((each) => each.id === id);
  const isBare = documentIds.length === 0;
  useEffect(() => {
    // The palette knows only which one; its documents and part follow.
    if (saved && isBare && saved.documentIds.length > 0) navigate(addressOf(saved), { replace: true });
  }, [saved, isBare]);
  return saved;
}

export function addressOf(saved: SavedComparison): string {
  return link.compare({ country: saved.country, documentIds: saved.documentIds, part: compareParts.find((part) => part === saved.part) ?? 'text', section: saved.section, saved: saved.id });
}

/** Other documents, or another saved comparison, begin with their own filters. */
export function useFilter(documentIds: readonly string[], saved: SavedComparison | undefined): [ComparisonFilter, (filter: ComparisonFilter) => void] {
  const key = [saved?.id ?? '', ...documentIds].join(' ');
  const [held, setHeld] = useState<{ key: string; filter: ComparisonFilter } | null>(null);
  return [held?.key === key ? held.filter : (saved?.filter ?? noFilter), (filter) => setHeld({ key, filter })];
}
