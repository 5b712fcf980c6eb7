// Keys on this machine: what an event pressed, and how keys are written for its analyst.

import { keyLabel as labelOn, pressedKeys } from '../../shared/core/key-press.ts';
import type { KeyHost } from '../../shared/core/kept-keys.ts';
import { electron } from '../backend/electron.ts';

export const isMac = /mac/i.test(globalThis.navigator?.platform ?? '');

export function keyHost(): KeyHost {
  return { isBrowser: electron() === null, isMac };
}

/** The pressed keys in the command list's spelling; null for a modifier alone. */
export function keysOfEvent(event: KeyboardEvent): string | null {
  return pressedKeys({ key: event.key, code: event.code, ctrlKey: event.ctrlKey, metaKey: event.metaKey, altKey: event.altKey, shiftKey: event.shiftKey, altGraph: event.getModifierState('AltGraph') }, isMac);
}

export function matchesKey(event: KeyboardEvent, keys: string): boolean {
  return keysOfEvent(event) === keys;
}

/** As people read it: "Ctrl+Shift+Z", on a Mac "⇧⌘Z". */
export function keyLabel(keys: string): string {
  return labelOn(keys, isMac);
}
