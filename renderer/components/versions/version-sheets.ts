// Which dialog about versions is open: asked for from the library, the reader and the palette, drawn once in the frame. And the highlight that is
// being placed by hand in the reader.

import { useSyncExternalStore } from 'react';

export type VersionSheet =
  | { kind: 'replace'; documentId: string; title: string; file: File }
  | { kind: 'return'; documentId: string; title: string; versionId: string }
  | { kind: 'carry'; documentId: string; title: string };

/** A highlight whose passage the analyst is about to select. */
export type Placing = { annotationId: string; documentId: string; quote: string };

type State = { sheet: VersionSheet | null; placing: Placing | null };

let state: State = { sheet: null, placing: null };
const listeners = new Set<() => void>();

export function openVersionSheet(sheet: VersionSheet): void {
  set({ ...state, sheet });
}

export function closeVersionSheet(): void {
  set({ ...state, sheet: null });
}

export function useVersionSheet(): VersionSheet | null {
  return useSyncExternalStore(subscribe, () => state.sheet);
}

export function beginPlacing(placing: Placing): void {
  set({ ...state, placing });
}

export function endPlacing(): void {
  set({ ...state, placing: null });
}

export function usePlacing(): Placing | null {
  return useSyncExternalStore(subscribe, () => state.placing);
}

/** Asks for the newer file of a document; its dialog opens when one is chosen. */
export function chooseNewerFile(document: { id: string; title: string }): void {
  const input = window.document.createElement('input');
  input.type = 'file';
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file) openVersionSheet({ kind: 'replace', documentId: document.id, title: document.title, file });
  });
  input.click();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function set(next: State): void {
  state = next;
  for (const listener of listeners) listener();
}
