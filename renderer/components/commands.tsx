// Which commands can be given now, and the keys that give them. A view registers what it can do while it is shown;
// several views may register one id, the one shown last wins.

import { createContext, useContext, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { type CommandId, commands } from '../../shared/core/command-list.ts';
import { keysInForceNow } from './key-changes.ts';
import { keysOfEvent } from './keys.ts';

type Entry = { run: () => void; enabled: boolean };

const handlers = new Map<CommandId, Entry[]>();
const listeners = new Set<() => void>();
let snapshot: ReadonlySet<CommandId> = new Set();

const InScope = createContext(true);

/** Around one of several views beside each other: commands go to the one whose `value` is true. */
export const CommandScope = InScope.Provider;

export function useIsInCommandScope(): boolean {
  return useContext(InScope);
}

/** Does `handler` when the command is given, as long as the component is mounted and `enabled`. */
export function useCommandHandler(id: CommandId, handler: () => void, isEnabled = true): void {
  const isInScope = useContext(InScope);
  const enabled = isEnabled && isInScope;
  const latest = useRef(handler);
  useLayoutEffect(() => {
    latest.current = handler;
  });
  // In the layout phase: what is seen can be done, from the first frame on.
  useLayoutEffect(() => {
    const entry: Entry = { run: () => latest.current(), enabled };
    handlers.set(id, [...(handlers.get(id) ?? []), entry]);
    publish();
    return () => {
      handlers.set(id, (handlers.get(id) ?? []).filter((known) => known !== entry));
      publish();
    };
  }, [id, enabled]);
}

/** Gives a command; false when nobody can do it now. */
export function runCommand(id: string): boolean {
  const command = commands.find((known) => known.id === id);
  const entry = command ? current(command.id) : null;
  entry?.run();
  return entry !== null;
}

/** The commands that would do something now, for the palette and for greyed entries. */
export function useEnabledCommands(): ReadonlySet<CommandId> {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => snapshot,
  );
}

function current(id: CommandId): Entry | null {
  return handlers.get(id)?.findLast((entry) => entry.enabled) ?? null;
}

function publish(): void {
  snapshot = new Set(commands.map((command) => command.id).filter((id) => current(id) !== null));
  for (const listener of listeners) listener();
}

/** Milliseconds in which the second key of a sequence must follow. */
const sequencePause = 1200;

/** Listens for the keys of the command list. Called once, by the shell. */
export function useCommandKeys(): void {
  useLayoutEffect(() => {
    let last: { key: string; at: number } | null = null;
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const pressed = keysOfEvent(event);
      if (pressed === null) return;
      const before = last && event.timeStamp - last.at < sequencePause ? last.key : null;
      last = null;
      const plain = !pressed.startsWith('CmdOrCtrl+');
      const keyboardIsTaken = isTaken(event.target);
      for (const command of commandsOf(pressed, before)) {
        const entry = current(command.id);
        if (!entry || (keyboardIsTaken && (plain || command.fieldFirst))) continue;
        event.preventDefault();
        entry.run();
        return;
      }
      if ([...pressed].length === 1 && !keyboardIsTaken) last = { key: pressed, at: event.timeStamp };
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** Commands whose keys these are; when they complete a sequence ("G L"), only those. */
function commandsOf(pressed: string, before: string | null): typeof commands {
  const inForce = keysInForceNow();
  const having = (keys: string) => commands.filter((command) => inForce.get(command.id)?.includes(keys));
  const completed = before === null ? [] : having(`${before} ${pressed}`);
  return completed.length > 0 ? completed : having(pressed);
}

/** Whether the pressed keys would give one of these commands now; for who handles other keys before the command list does. */
export function isKeyOf(event: KeyboardEvent, ids: readonly CommandId[]): boolean {
  const pressed = keysOfEvent(event);
  return pressed !== null && ids.some((id) => keysInForceNow().get(id)?.includes(pressed) && current(id) !== null);
}

/** True where letters mean something of their own: in a field, a menu, a list of choices, a dialog. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('.modal-backdrop')) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest('[role="menu"], [role="listbox"], [role="dialog"]')) return true;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range', 'file'].includes(target.type);
}
