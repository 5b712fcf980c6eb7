// The rows of the list by id: fetched a page at a time when a row of it comes into view, and kept until the list changes.

import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { ListRow } from '../../../shared/core/annotation-list.ts';
import { useConnection } from '../../backend/backend.tsx';

/** Rows asked for at once. */
const pageSize = 100;
/** Milliseconds to gather what comes into view while scrolling. */
const gathering = 16;

export type ListRows = {
  /** Undefined until it has come. */
  rowOf: (id: string) => ListRow | undefined;
  /** Says that a row is in view. */
  want: (id: string) => void;
};

/** `answer` is a new object whenever the list may have changed; what was known of a row shows until it is known anew. */
export function useListRows(answer: { ids: readonly string[]; rows: readonly ListRow[] } | undefined): ListRows {
  const connection = useConnection();
  const [rows, setRows] = useState<ReadonlyMap<string, ListRow>>(new Map());
  const places = useMemo(() => new Map((answer?.ids ?? []).map((id, index) => [id, index])), [answer]);
  const asked = useRef(new Set<number>());
  const waiting = useRef(new Set<number>());
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const shown = useRef(answer);

  useLayoutEffect(() => {
    shown.current = answer;
    asked.current = new Set();
    waiting.current = new Set();
    if (answer) setRows((known) => new Map([...kept(known, places), ...answer.rows.map((row) => [row.id, row] as const)]));
  }, [answer, places]);
  useEffect(() => () => void (timer.current && clearTimeout(timer.current)), []);

  return useMemo(() => {
    const ask = () => {
      timer.current = null;
      for (const page of waiting.current) {
        asked.current.add(page);
        const ids = answer?.ids.slice(page * pageSize, (page + 1) * pageSize) ?? [];
        connection.call('annotationList.rows', { ids: [...ids] }).then(
          (found) => {
            if (shown.current === answer) setRows((known) => new Map([...known, ...found.map((row) => [row.id, row] as const)]));
          },
          // Asked again when it comes into view again.
          () => asked.current.delete(page),
        );
      }
      waiting.current.clear();
    };
    return {
      rowOf: (id) => rows.get(id),
      want: (id) => {
        const place = places.get(id);
        if (place === undefined || place < (answer?.rows.length ?? 0)) return;
        const page = Math.floor(place / pageSize);
        if (asked.current.has(page)) return;
        waiting.current.add(page);
        timer.current ??= setTimeout(ask, gathering);
      },
    };
  }, [rows, places, answer, connection]);
}

/** Rows that are still listed, so that nothing flickers and nothing grows for ever. */
function kept(known: ReadonlyMap<string, ListRow>, places: ReadonlyMap<string, number>): [string, ListRow][] {
  return [...known].filter(([id]) => places.has(id));
}

const Rows = createContext<ListRows>({ rowOf: () => undefined, want: () => undefined });
export const RowsProvider = Rows.Provider;

/** The row of an id, asked for while it is in view; undefined until it has come. */
export function useListRow(id: string): ListRow | undefined {
  const { rowOf, want } = useContext(Rows);
  useEffect(() => want(id), [want, id]);
  return rowOf(id);
}
