// Keys as pressed and as written, on a Mac and elsewhere; and the command list's keys as a whole.

import { describe, expect, it } from 'vitest';
import { keyLabel, matchesKey } from '../../../renderer/components/keys.ts';
import { commands } from '../../../shared/core/command-list.ts';

const pressed = (key: string, held: ('ctrl' | 'meta' | 'alt' | 'shift')[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

describe('a pressed key', () => {
  it('with Ctrl is the command key, on a Mac with Cmd', () => {
    expect(matchesKey(pressed('k', ['ctrl']), 'CmdOrCtrl+K', false)).toBe(true);
    expect(matchesKey(pressed('k', ['meta']), 'CmdOrCtrl+K', true)).toBe(true);
    expect(matchesKey(pressed('k', ['ctrl']), 'CmdOrCtrl+K', true)).toBe(false);
    expect(matchesKey(pressed('k'), 'CmdOrCtrl+K', false)).toBe(false);
  });

  it('with Shift is another key for letters, and the same for signs that some keyboards reach only with Shift', () => {
    expect(matchesKey(pressed('Z', ['ctrl', 'shift']), 'CmdOrCtrl+Z', false)).toBe(false);
    expect(matchesKey(pressed('Z', ['ctrl', 'shift']), 'CmdOrCtrl+Shift+Z', false)).toBe(true);
    expect(matchesKey(pressed('?', ['shift']), '?', false)).toBe(true);
    expect(matchesKey(pressed('[', []), '[', false)).toBe(true);
  });

  it('of another script is no Latin letter', () => {
    expect(matchesKey(pressed('л', ['ctrl']), 'CmdOrCtrl+K', false)).toBe(false);
  });

  it('is written as people read it', () => {
    expect(keyLabel('CmdOrCtrl+Shift+Z', false)).toBe('Ctrl+Shift+Z');
    expect(keyLabel('CmdOrCtrl+Shift+Z', true)).toBe('⇧⌘Z');
    expect(keyLabel('G L', false)).toBe('G then L');
    expect(keyLabel('Alt+Left', false)).toBe('Alt+←');
  });
});

describe('the command list', () => {
  it('gives each id once, and a label that begins with a capital', () => {
    expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length);
    for (const command of commands) expect(command.label).toMatch(/^\p{Lu}/u);
  });

  it('gives no key to two commands that can be given at the same time', () => {
    const everywhere = commands.filter((command) => command.menu !== null).flatMap((command) => command.keys ?? []);
    expect(new Set(everywhere).size).toBe(everywhere.length);
    // What a view adds may repeat another view's key, never one that works everywhere.
    for (const command of commands.filter((each) => each.menu === null)) for (const keys of command.keys ?? []) expect(everywhere).not.toContain(keys);
  });

  it('begins no sequence with a key that means something by itself', () => {
    const all = commands.flatMap((command) => command.keys ?? []);
    for (const keys of all.filter((each) => each.includes(' '))) expect(all).not.toContain(keys.split(' ')[0]);
  });
});
