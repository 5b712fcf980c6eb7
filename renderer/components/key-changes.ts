// The keys in force on this machine: the command list's, with what the analyst has changed in the settings. One store for the
// keyboard, the tooltips, the palette, the sheet of shortcuts and the native menu.

import { useLayoutEffect, useSyncExternalStore } from 'react';
import { type KeyChanges, keyChangesOf, keysInForce } from '../../shared/core/command-keys.ts';
import type { CommandId } from '../../shared/core/command-list.ts';
import { electron } from '../backend/electron.ts';
import { useSetting } from '../backend/use-setting.ts';
import { keyHost } from './keys.ts';

let inForce = keysInForce({}, keyHost());
const listeners = new Set<() => void>();

export function keysInForceNow(): ReadonlyMap<CommandId, readonly string[]> {
  return inForce;
}

/** The keys of every command; the caller is drawn anew when they change. */
export function useKeysInForce(): ReadonlyMap<CommandId, readonly string[]> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => inForce,
  );
}

/** The first of a command's keys, which is shown beside its button; undefined when it has none. */
export function useKeysOf(id: CommandId | undefined): string | undefined {
  const all = useKeysInForce();
  return id === undefined ? undefined : all.get(id)?.[0];
}

type StoredChanges = { [id: string]: string[] };
const isStored = (value: unknown): value is StoredChanges => typeof value === 'object' && value !== null && !Array.isArray(value);
const unchanged: StoredChanges = {};

/** What the analyst changed, and how to change it. Kept on this machine, for all projects. */
export function useKeyChanges(): [KeyChanges, (changes: KeyChanges) => void] {
  const [stored, store] = useSetting('keys', unchanged, isStored);
  return [stored, (changes) => store(Object.fromEntries(Object.entries(changes).map(([id, keys]) => [id, [...keys]])))];
}

/** Puts the changes in force. Called once, by the shell. */
export function useApplyKeys(): void {
  const [stored] = useKeyChanges();
  useLayoutEffect(() => {
    const changes = keyChangesOf(stored);
    inForce = keysInForce(changes, keyHost());
    electron()?.showKeys?.(changes);
    for (const listener of listeners) listener();
  }, [stored]);
}
