// The keys that no command may have, because the browser, the system, or lists and fields need them, and why.

import { isSpelled, keyLabel } from './key-press.ts';

/** Where keys are pressed. A browser keeps some for itself that the desktop program has. */
export type KeyHost = { isBrowser: boolean; isMac: boolean };

/** Keys that the browser or the system acts upon before a page is asked, or that nobody should lose; without Ctrl or Cmd. */
const keptWithCommand: Readonly<Record<string, string>> = {
  C: 'It copies, everywhere.',
  X: 'It cuts, everywhere.',
  V: 'It pastes, everywhere.',
  A: 'It selects all, everywhere.',
  P: 'It prints, everywhere.',
  W: 'It closes the window or tab.',
  Q: 'It ends the program.',
  N: 'It opens a new window.',
  T: 'It opens a new tab.',
  R: 'It loads the page anew.',
  Tab: 'It switches between tabs.',
  'Shift+Tab': 'It switches between tabs.',
  'Shift+N': 'It opens a private window.',
  'Shift+T': 'It opens the last closed tab.',
  'Shift+W': 'It closes the window.',
  'Shift+R': 'It loads the page anew.',
  'Shift+Q': 'It ends the program.',
};

const keptOnMac: Readonly<Record<string, string>> = { H: 'It hides the program.', M: 'It folds the window away.', Space: 'It opens the search of the system.', '`': 'It switches between windows.' };

/** Keys with which lists, fields, menus and dialogs are worked. */
const keptForAll: Readonly<Record<string, string>> = {
  Tab: 'It goes to the next field or button.',
  Enter: 'It opens, presses and confirms.',
  Space: 'It presses buttons and selects rows.',
  Escape: 'It leaves fields, menus and dialogs.',
  Backspace: 'It deletes.',
  Delete: 'It deletes what is selected.',
  Left: 'It moves in lists and text.',
  Right: 'It moves in lists and text.',
  Up: 'It moves in lists and text.',
  Down: 'It moves in lists and text.',
  Home: 'It goes to the beginning.',
  End: 'It goes to the end.',
  PageUp: 'It scrolls by a page.',
  PageDown: 'It scrolls by a page.',
  ContextMenu: 'It opens the menu of a thing.',
  F5: 'It loads the page anew.',
  F11: 'It fills the screen.',
  F12: 'It belongs to the browser.',
};

/** Why nobody can have these keys; null when they can be given. */
export function refusalOf(keys: string, { isBrowser, isMac }: KeyHost): string | null {
  if (!isSpelled(keys)) return 'This key cannot be used for a command.';
  const label = keyLabel(keys, isMac);
  const [first = ''] = keys.split(' ');
  if (/^[0-9]$/.test(first)) return 'A digit alone gives one of the pinned tags.';
  const bare = keys.replace(/^Shift\+/, '');
  const kept = keptForAll[bare];
  if (kept !== undefined) return `${label} is kept free. ${kept}`;
  if (/^(?:Alt\+)(?:F4|Tab|Space)$/.test(keys) || (keys === 'CmdOrCtrl+Alt+Delete' && !isMac)) return `${label} belongs to the system.`;
  if (bare === 'F10') return `${label} is kept free. It opens menus.`;
  if (!keys.startsWith('CmdOrCtrl+')) return null;
  const rest = keys.slice('CmdOrCtrl+'.length);
  const reason = keptWithCommand[rest] ?? (isMac ? keptOnMac[rest] : undefined);
  if (reason !== undefined) return `${label} is kept by the system or the browser. ${reason}`;
  if (isBrowser && isTabKey(keys)) return `${label} is kept by the browser. It switches between tabs.`;
  return null;
}

/** With these a browser switches its tabs. */
export function isTabKey(keys: string): boolean {
  return /^CmdOrCtrl\+[1-9]$/.test(keys);
}
