// Which keys give which command on this machine: the command list's own, unless the analyst has set others. What stands in the
// way of a wish (another command's key, a key the system keeps) is said in a sentence. It stores nothing.

import { type Command, type CommandId, commands } from './command-list.ts';
import { isSpelled, keyLabel } from './key-press.ts';
import { isTabKey, type KeyHost, refusalOf } from './kept-keys.ts';

/** The commands whose keys were set anew, by id; an empty list takes a command's keys away. */
export type KeyChanges = { readonly [id: string]: readonly string[] };

type KnownCommand = Command & { id: CommandId };

/** Commands of the frame, which can be given in every view. */
const frameParts = new Set(['project', 'import', 'edit', 'view', 'palette', 'go', 'help']);

/** The view in which a command can be given ("Reader"), the first words of its label; null: in every view. */
export function viewOf(command: Pick<Command, 'id' | 'label'>): string | null {
  if (frameParts.has(command.id.slice(0, command.id.indexOf('.')))) return null;
  return command.label.slice(0, command.label.indexOf(':'));
}

/** A label without the view it begins with: "Tag…". */
export function labelInView(command: Pick<Command, 'id' | 'label'>): string {
  const view = viewOf(command);
  if (view === null) return command.label;
  const label = command.label.slice(view.length + 1).trim();
  return label.charAt(0).toUpperCase() + label.slice(1);
}

/** What was stored, as far as it makes sense: commands that are gone and keys that cannot be are left out. */
export function keyChangesOf(stored: unknown): KeyChanges {
  if (typeof stored !== 'object' || stored === null) return {};
  const known = Object.entries(stored).flatMap(([id, keys]: [string, unknown]) => {
    if (!commands.some((command) => command.id === id) || !Array.isArray(keys)) return [];
    const spelled = keys.filter((each): each is string => typeof each === 'string' && isSpelled(each));
    return spelled.length === 0 && keys.length > 0 ? [] : [[id, spelled] as const];
  });
  return Object.fromEntries(known);
}

/** The keys of every command with the changes. A browser switches its tabs by Ctrl and a digit; there these keys are left out. */
export function keysInForce(changes: KeyChanges, host: KeyHost): ReadonlyMap<CommandId, readonly string[]> {
  return new Map(commands.map((command) => [command.id, (changes[command.id] ?? command.keys ?? []).filter((keys) => !(host.isBrowser && isTabKey(keys)))]));
}

export type KeyWish =
  /** Nothing stands in the way. */
  | { kind: 'free' }
  /** The command has these keys already. */
  | { kind: 'own' }
  /** Others have them, in the same view or everywhere; they can be taken from these. */
  | { kind: 'taken'; by: readonly KnownCommand[] }
  | { kind: 'refused'; sentence: string };

/** What stands in the way of giving `keys` to the command `id`. */
export function wishFor(id: CommandId, keys: string, inForce: ReadonlyMap<CommandId, readonly string[]>, host: KeyHost): KeyWish {
  if (inForce.get(id)?.includes(keys)) return { kind: 'own' };
  const own = commands.find((command) => command.id === id);
  const sentence = own?.keys?.includes(keys) ? null : refusalOf(keys, host);
  if (sentence !== null) return { kind: 'refused', sentence };
  const rivals = commands.filter((command) => command.id !== id && own !== undefined && meet(own, command));
  const by = rivals.filter((command) => inForce.get(command.id)?.includes(keys));
  if (by.length > 0) return { kind: 'taken', by };
  const label = (each: string) => keyLabel(each, host.isMac);
  // The first key of two would never be waited for, or never be reached.
  for (const command of own ? [own, ...rivals] : rivals) {
    for (const other of inForce.get(command.id) ?? []) {
      if (other.startsWith(`${keys} `)) return { kind: 'refused', sentence: `${label(keys)} is the first of two keys elsewhere (${label(other)}: ${command.label}), so it cannot stand alone.` };
      if (keys.startsWith(`${other} `)) return { kind: 'refused', sentence: `${label(other)} alone already gives “${command.label}”, so no second key would be waited for.` };
    }
  }
  return { kind: 'free' };
}

/** The changes after `id` has exactly these keys, taken from whoever had them. What equals the list is no change. */
export function withKeys(changes: KeyChanges, id: CommandId, keys: readonly string[]): KeyChanges {
  const own = commands.find((command) => command.id === id);
  const next: Record<string, readonly string[]> = { ...changes, [id]: keys };
  for (const command of commands) {
    if (command.id === id || !own || !meet(own, command)) continue;
    const had = changes[command.id] ?? command.keys ?? [];
    const left = had.filter((each) => !keys.includes(each));
    if (left.length < had.length) next[command.id] = left;
  }
  return Object.fromEntries(Object.entries(next).filter(([each, value]) => !isAsListed(each, value)));
}

/** The changes after the keys of a command are those of the list again; who took them meanwhile gives them back. */
export function withListedKeys(changes: KeyChanges, id: CommandId): KeyChanges {
  return withKeys(changes, id, commands.find((command) => command.id === id)?.keys ?? []);
}

/** The command list with the keys in force, for who shows it (the native menu). */
export function commandsWith(changes: KeyChanges): readonly Command[] {
  return commands.map((command) => ({ ...command, keys: [...(changes[command.id] ?? command.keys ?? [])] }));
}

/** Whether both commands can be given at one time. */
function meet(left: KnownCommand, right: KnownCommand): boolean {
  const [one, other] = [viewOf(left), viewOf(right)];
  return one === null || other === null || one === other;
}

function isAsListed(id: string, keys: readonly string[]): boolean {
  const listed: readonly string[] = commands.find((command) => command.id === id)?.keys ?? [];
  return listed.length === keys.length && listed.every((each, index) => each === keys[index]);
}
