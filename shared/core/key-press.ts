// What was pressed, in the spelling of the command list ("CmdOrCtrl+Shift+Z", "?", "Left"), on every keyboard layout. Which
// command it gives is not known here.

/** The parts of a keyboard event that matter; all as the browser names them. */
export type Pressed = {
  key: string;
  /** The place on the keyboard; named after the US layout. */
  code?: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** True while AltGr is held. */
  altGraph?: boolean;
};

/** Signs of the US layout by their place: alone, and with Shift. */
const signsByCode: Readonly<Record<string, readonly [string, string]>> = {
  Backquote: ['`', '~'],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
};

/**
 * The pressed keys; null for a modifier alone. Signs and digits are written without Shift, because some keyboards reach
 * them only with it. On a Mac Cmd is CmdOrCtrl and a key held with Ctrl answers null, elsewhere one held with the Windows key does.
 */
export function pressedKeys(press: Pressed, isMac: boolean): string | null {
  if (['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'Process', 'Unidentified'].includes(press.key)) return null;
  // AltGr is a way to a sign; Windows reports it as Ctrl and Alt.
  const wrote = press.altGraph === true && [...press.key].length === 1;
  const command = isMac ? press.metaKey : press.ctrlKey && !wrote;
  if (isMac ? press.ctrlKey : press.metaKey) return null;
  const alt = press.altKey && !wrote;
  const key = keyName(press, alt && isMac);
  if (key === null) return null;
  return [command && 'CmdOrCtrl', alt && 'Alt', press.shiftKey && !isSign(key) && 'Shift', key].filter((part) => part !== false).join('+');
}

/**
 * The key without modifiers. A letter counts by what it writes, so that Z is where the keyboard has it; one of another script,
 * a dead key, and on a Mac what Alt makes of a key ("π" for P), count by their place.
 */
function keyName({ key, code = '', shiftKey }: Pressed, byPlace: boolean): string | null {
  if (key === ' ') return 'Space';
  if (key.startsWith('Arrow')) return key.slice('Arrow'.length);
  if (key !== 'Dead' && [...key].length > 1) return key;
  if (!byPlace && key !== 'Dead' && isLatin(key)) return key.toUpperCase();
  const letter = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  return letter ?? signsByCode[code]?.[shiftKey ? 1 : 0] ?? (key === 'Dead' ? null : key.toUpperCase());
}

/** Latin letters, digits and the signs every layout shares. */
function isLatin(key: string): boolean {
  return /^[\p{Script=Latin}\u0021-\u00bf]$/u.test(key);
}

function isSign(key: string): boolean {
  return [...key].length === 1 && key.toLowerCase() === key.toUpperCase();
}

const oneKey = /^(?:CmdOrCtrl\+)?(?:Alt\+)?(?:Shift\+)?(?:[^\s\p{Ll}]|[A-Z][A-Za-z0-9]+)$/u;

/** One key with its modifiers, or two keys after each other of which the first has none. */
export function isSpelled(keys: string): boolean {
  const [first = '', second, ...more] = keys.split(' ');
  if (!oneKey.test(first) || more.length > 0) return false;
  return second === undefined || ([...first].length === 1 && oneKey.test(second));
}

/** As people read it: "Ctrl+Shift+Z", on a Mac "⇧⌘Z"; the two keys of a sequence as "G then L". */
export function keyLabel(keys: string, isMac: boolean): string {
  return keys
    .split(' ')
    .map((key) => withArrow(isMac ? macLabel(key) : key.replace('CmdOrCtrl', 'Ctrl')))
    .join(' then ');
}

function macLabel(key: string): string {
  const parts = key.split('+');
  const signs = [parts.includes('Alt') ? '⌥' : '', parts.includes('Shift') ? '⇧' : '', parts.includes('CmdOrCtrl') ? '⌘' : ''].join('');
  return signs + (key.endsWith('+') ? '+' : (parts.at(-1) ?? ''));
}

function withArrow(label: string): string {
  return label.replace(/(?<![a-z])(?:Left|Right|Up|Down)$/, (name) => ({ Left: '←', Right: '→', Up: '↑', Down: '↓' })[name] ?? name);
}
