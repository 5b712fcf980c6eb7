// Whether the list and the inspector of the view are shown now, for the buttons in the top bar. Panels says it; nobody else.

import { useSyncExternalStore } from 'react';

export type PanelState = { showsList: boolean; showsInspector: boolean };

let state: PanelState = { showsList: false, showsInspector: false };
const listeners = new Set<() => void>();

export function setPanelState(next: PanelState): void {
  if (next.showsList === state.showsList && next.showsInspector === state.showsInspector) return;
  state = next;
  for (const listener of listeners) listener();
}

export function usePanelState(): PanelState {
  return useSyncExternalStore(subscribe, () => state);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
