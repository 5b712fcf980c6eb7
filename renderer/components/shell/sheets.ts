// Whether the palette, the sheet of shortcuts or a dialog of the project is open: one at most, asked for from anywhere.

import { useSyncExternalStore } from 'react';

export type OpenSheet = 'palette' | 'shortcuts' | 'project.new' | 'project.open' | 'project.rename' | 'project.check';

let shown: OpenSheet | null = null;
const listeners = new Set<() => void>();

export function openSheet(sheet: OpenSheet): void {
  set(sheet);
}

export function closeSheet(): void {
  set(null);
}

export function useOpenSheet(): OpenSheet | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => shown,
  );
}

function set(sheet: OpenSheet | null): void {
  shown = sheet;
  for (const listener of listeners) listener();
}
