// The lists of a document's annotations in the cache: after a change those annotations that it names are fetched and put into
// their places, instead of fetching the whole list again, which may be 10,000 long.

import type { QueryClient, QueryKey } from '@tanstack/react-query';
import type { ListedAnnotation } from '../../shared/core/annotation.ts';

/** Stands among the changed tables when any annotation may have changed. */
export const anyAnnotation = 'annotation *';

/** True for a query of all annotations of one document. */
export function isListOfDocument([method, input]: QueryKey): boolean {
  return method === 'annotations.list' && documentOf(input) !== null;
}

/** True when such a list must be fetched as a whole: its rows also tell the document's title, country and year. */
export function isWholeStale(tables: readonly string[]): boolean {
  return tables.includes('*') || tables.includes('document') || tables.includes(anyAnnotation);
}

/** Brings the lists up to date with the annotations of these ids; `ask` answers those that (still) exist. One after another, so that a later answer is never overtaken. */
export function patching(cache: QueryClient, ask: (ids: string[]) => Promise<ListedAnnotation[]>): (ids: readonly string[]) => void {
  let last: Promise<void> = Promise.resolve();
  const lists = { predicate: ({ queryKey }: { queryKey: QueryKey }) => isListOfDocument(queryKey) };
  const patch = async (ids: readonly string[]) => {
    const queries = cache.getQueryCache().findAll(lists);
    if (queries.length === 0) return;
    // A list on its way may have been read before the change.
    for (const { queryKey, state } of queries) if (state.fetchStatus !== 'idle') void cache.invalidateQueries({ queryKey, exact: true });
    const known = queries.filter(({ state }) => state.fetchStatus === 'idle' && state.data !== undefined);
    if (known.length === 0) return;
    const fresh = await ask([...ids]);
    for (const { queryKey } of known) {
      cache.setQueryData<ListedAnnotation[]>(queryKey, (list) => list && merged(list, ids, fresh.filter(({ documentId }) => documentId === documentOf(queryKey[1]))));
    }
  };
  return (ids) => {
    last = last.then(() => patch(ids)).catch(() => cache.invalidateQueries(lists));
  };
}

/** The list without the annotations of these ids but with the fresh ones, in the order of the text; what has not changed stays the same object. */
export function merged(list: readonly ListedAnnotation[], ids: readonly string[], fresh: readonly ListedAnnotation[]): ListedAnnotation[] {
  const gone = new Set(ids);
  const kept = list.filter(({ id }) => !gone.has(id));
  const next: ListedAnnotation[] = [];
  let at = 0;
  for (const annotation of fresh.toSorted(byPlace)) {
    for (let one = kept[at]; one && byPlace(one, annotation) <= 0; one = kept[at]) {
      next.push(one);
      at += 1;
    }
    next.push(annotation);
  }
  return [...next, ...kept.slice(at)];
}

function byPlace(one: ListedAnnotation, other: ListedAnnotation): number {
  return one.start - other.start || other.end - one.end;
}

/** The document a list is of; null when it is another kind of list. */
function documentOf(input: unknown): string | null {
  if (typeof input !== 'object' || input === null || !('documentId' in input) || typeof input.documentId !== 'string') return null;
  return Object.keys(input).every((key) => key === 'documentId' || key === 'limit') ? input.documentId : null;
}
