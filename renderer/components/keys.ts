// Keys as they are pressed and as they are written. The spelling is that of Electron accelerators.

export const isMac = /mac/i.test(globalThis.navigator?.platform ?? '');

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The key of an event in the list's spelling, without modifiers: "G", "?", "Left". */
export function keyOf(event: Pick<KeyboardEvent, 'key'>): string {
  if (event.key.startsWith('Arrow')) return event.key.slice(5);
  return event.key.length === 1 ? event.key.toUpperCase() : event.key;
}

export function matchesKey(event: Pressed, keys: string, mac = isMac): boolean {
  const parts = keys.split('+');
  const key = keys.endsWith('+') ? '+' : parts.at(-1);
  const command = mac ? event.metaKey : event.ctrlKey;
  const otherCommand = mac ? event.ctrlKey : event.metaKey;
  if (command !== parts.includes('CmdOrCtrl') || otherCommand || event.altKey !== parts.includes('Alt')) return false;
  // Signs such as "?" and "[" are reached with Shift on some keyboards, so Shift counts only with letters and names.
  const isSign = key?.length === 1 && key.toLowerCase() === key.toUpperCase();
  if (!isSign && event.shiftKey !== parts.includes('Shift')) return false;
  return keyOf(event) === key;
}

/** As people read it: "Ctrl+Shift+Z", on a Mac "⇧⌘Z"; the two keys of a sequence as "G then L". */
export function keyLabel(keys: string, mac = isMac): string {
  return keys
    .split(' ')
    .map((key) => (mac ? macLabel(key) : key.replace('CmdOrCtrl', 'Ctrl').replace('Left', '←').replace('Right', '→')))
    .join(' then ');
}

function macLabel(key: string): string {
  const parts = key.split('+');
  const signs = [parts.includes('Alt') ? '⌥' : '', parts.includes('Shift') ? '⇧' : '', parts.includes('CmdOrCtrl') ? '⌘' : ''].join('');
  return signs + (parts.at(-1) ?? '').replace('Left', '←').replace('Right', '→');
}
