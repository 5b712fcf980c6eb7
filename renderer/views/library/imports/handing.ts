// The hand-overs under way in this window: what the top bar shows of them, and how one is stopped.

import { useSyncExternalStore } from 'react';

export type Handing = {
  /** Null until the first call is answered. */
  runId: string | null;
  handed: number;
  total: number;
  stop: () => void;
};

let handings: readonly Handing[] = [];
const listeners = new Set<() => void>();

export function setHanding(before: Handing | null, after: Handing | null): void {
  handings = [...handings.filter((known) => known !== before), ...(after ? [after] : [])];
  for (const listener of listeners) listener();
}

export function useHandings(): readonly Handing[] {
  return useSyncExternalStore(subscribe, () => handings);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
