// The cache of answers: which of them a change makes stale, and the defaults of asking. It holds no component.

import { notifyManager, QueryClient } from '@tanstack/react-query';
import { ConnectionLost } from '../../shared/rpc/client.ts';
import { contract, isMethodName } from '../../shared/rpc/contract.ts';
import { annotationTables } from '../../shared/core/change.ts';
import { anyAnnotation, isListOfDocument, isWholeStale, patching } from './annotation-lists.ts';
import type { Connection } from './connect.ts';

// Components are told in the same task, not in a timer after it: a switch must not jump back for a moment when it is pressed.
notifyManager.setScheduler(queueMicrotask);

export function createCache(connection: Connection): QueryClient {
  const cache = new QueryClient({
    defaultOptions: {
      queries: {
        // The application is on this machine: being offline means nothing, and an answer stays true until a change is announced.
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (failures, error) => error instanceof ConnectionLost && failures < 5,
        retryDelay: 300,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  // Compared place by place, one more annotation would make all behind it new.
  cache.setQueryDefaults(['annotations.list'], { structuralSharing: false });
  const refresh = inTurns((tables) => cache.invalidateQueries({ predicate: ({ queryKey }) => (isListOfDocument(queryKey) ? isWholeStale(tables) : isStale(queryKey[0], tables)) }));
  const patch = patching(cache, (ids) => connection.call('annotations.list', { ids, limit: 100_000 }));
  connection.subscribe((event) => {
    if (event.type !== 'changed') return;
    // Those few that are named are fetched alone; the list of a document may hold 10,000.
    if (event.annotations) patch(event.annotations);
    refresh(event.annotations || !event.tables.some((table) => annotationTables.includes(table)) ? event.tables : [...event.tables, anyAnnotation]);
  });
  let wasOpen = connection.state() === 'open';
  connection.onState((state) => {
    if (state !== 'open') return;
    // Changes may have been announced while nobody listened.
    if (wasOpen) void cache.invalidateQueries();
    wasOpen = true;
  });
  return cache;
}

/** Milliseconds a refresh may hold back the next one; a slow answer (a comparison) must not hold back the quick ones for longer. */
const longestTurn = 400;

/**
 * Refreshes at once after a change; changes that come while a refresh runs are refreshed together after it and a pause as
 * long as it took. So an import of a thousand files leaves the window half its time.
 */
export function inTurns(refresh: (tables: string[]) => Promise<unknown>): (tables: readonly string[]) => void {
  let waiting = new Set<string>();
  let isRunning = false;
  const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));
  const run = async () => {
    isRunning = true;
    while (waiting.size > 0) {
      const tables = [...waiting];
      waiting = new Set();
      const start = performance.now();
      // A refresh that fails shows its error where its answer would stand.
      await Promise.race([refresh(tables).catch(() => undefined), pause(longestTurn)]);
      await pause(performance.now() - start);
    }
    isRunning = false;
  };
  return (tables) => {
    for (const table of tables) waiting.add(table);
    if (!isRunning) void run();
  };
}

/** True when a change of these tables may alter the method's answer; "*" stands for every table, as when another project is opened. */
export function isStale(method: unknown, tables: readonly string[]): boolean {
  if (typeof method !== 'string' || !isMethodName(method)) return false;
  if (tables.includes('*')) return true;
  const { reads } = contract[method];
  return reads.includes('*') ? tables.length > 0 : reads.some((table) => tables.includes(table));
}
