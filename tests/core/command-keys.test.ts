// Keys set by the analyst: what is in force, what stands in the way, what is refused. And the keys of the command list as a whole.

import { describe, expect, it } from 'vitest';
import { commandsWith, type KeyChanges, keyChangesOf, keysInForce, labelInView, viewOf, wishFor, withKeys, withListedKeys } from '../../shared/core/command-keys.ts';
import { type CommandId, commands } from '../../shared/core/command-list.ts';
import { refusalOf } from '../../shared/core/kept-keys.ts';
import { isSpelled } from '../../shared/core/key-press.ts';

const browser = { isBrowser: true, isMac: false };
const program = { isBrowser: false, isMac: false };
const mac = { isBrowser: false, isMac: true };

const wish = (id: CommandId, keys: string, changes: KeyChanges = {}, host = program) => wishFor(id, keys, keysInForce(changes, host), host);

describe('the keys in force', () => {
  it('are those of the list where nothing was changed, and none where they were taken away', () => {
    const inForce = keysInForce({ 'palette.open': ['Alt+K'], 'reader.tag': [] }, program);
    expect(inForce.get('palette.open')).toEqual(['Alt+K']);
    expect(inForce.get('reader.tag')).toEqual([]);
    expect(inForce.get('reader.note')).toEqual(['N']);
    expect(commandsWith({ 'palette.open': ['Alt+K'] }).find((command) => command.id === 'palette.open')?.keys).toEqual(['Alt+K']);
  });

  it('leave Ctrl and a digit to a browser, which switches its tabs by them', () => {
    expect(keysInForce({}, browser).get('go.library')).toEqual(['G L']);
    expect(keysInForce({}, program).get('go.library')).toEqual(['G L', 'CmdOrCtrl+1']);
  });

  it.each([null, 'x', 7, [], { 'no.command': ['K'] }, { 'reader.tag': 'K' }, { 'reader.tag': [7, 'k', 'Ctrl+K', 'G G G'] }])('are the list’s where nonsense was stored: %j', (stored) => {
    const known = keyChangesOf(stored);
    expect(Object.values(known).flat()).toEqual([]);
    expect(keysInForce(known, program).get('reader.note')).toEqual(['N']);
    expect(keysInForce(known, program).get('reader.tag')).toEqual(['A']);
  });
});

describe('a wish for keys', () => {
  it('is free where the other command with these keys belongs to another view', () => {
    expect(wish('compare.save', 'T')).toEqual({ kind: 'free' });
    expect(wish('reader.fitPage', 'Alt+F')).toEqual({ kind: 'free' });
    expect(wish('reader.tag', 'A')).toEqual({ kind: 'own' });
    // What the list itself gives a command can always be had again.
    expect(wish('doubts.placeHere', 'Shift+Enter', { 'doubts.placeHere': [] })).toEqual({ kind: 'free' });
  });

  it('names the commands that have them, in the same view or everywhere', () => {
    const taken = (id: CommandId, keys: string) => {
      const answer = wish(id, keys);
      return answer.kind === 'taken' ? answer.by.map((command) => command.label) : answer;
    };
    expect(taken('reader.fitPage', 'N')).toEqual(['Reader: write a note']);
    expect(taken('reader.fitPage', 'CmdOrCtrl+K')).toEqual(['Search or jump to…']);
    // A key that holds everywhere is wanted by every view that has it.
    expect(taken('project.backup', 'E')).toEqual(expect.arrayContaining(['Reader: use as evidence…', 'Compare: make evidence', 'Review: correct the selected field…']));
  });

  it('is refused where the first of two keys would be hidden by one alone, or the other way round', () => {
    expect(wish('reader.fitPage', 'G')).toMatchObject({ kind: 'refused', sentence: expect.stringContaining('first of two keys') });
    expect(wish('reader.fitPage', 'N X')).toEqual({ kind: 'refused', sentence: 'N alone already gives “Reader: write a note”, so no second key would be waited for.' });
    expect(wish('reader.fitPage', 'G X')).toEqual({ kind: 'free' });
  });

  it.each([
    ['CmdOrCtrl+W', 'Ctrl+W is kept by the system or the browser. It closes the window or tab.'],
    ['CmdOrCtrl+C', 'Ctrl+C is kept by the system or the browser. It copies, everywhere.'],
    ['CmdOrCtrl+Shift+T', 'Ctrl+Shift+T is kept by the system or the browser. It opens the last closed tab.'],
    ['Tab', 'Tab is kept free. It goes to the next field or button.'],
    ['Shift+Enter', 'Shift+Enter is kept free. It opens, presses and confirms.'],
    ['Alt+F4', 'Alt+F4 belongs to the system.'],
    ['Shift+F10', 'Shift+F10 is kept free. It opens menus.'],
    ['7', 'A digit alone gives one of the pinned tags.'],
    ['nonsense', 'This key cannot be used for a command.'],
  ])('for %s is refused with its reason', (keys, sentence) => {
    expect(wish('reader.fitPage', keys)).toEqual({ kind: 'refused', sentence });
  });

  it('for a key of one system only is refused there', () => {
    expect(refusalOf('CmdOrCtrl+3', browser)).toBe('Ctrl+3 is kept by the browser. It switches between tabs.');
    expect(refusalOf('CmdOrCtrl+3', program)).toBeNull();
    expect(refusalOf('CmdOrCtrl+H', mac)).toContain('⌘H');
    expect(refusalOf('CmdOrCtrl+H', program)).toBeNull();
  });
});

describe('keys that are set', () => {
  it('are taken from the command that had them, and both go back together', () => {
    const moved = withKeys({}, 'reader.fitPage', ['N']);
    expect(moved).toEqual({ 'reader.fitPage': ['N'], 'reader.note': [] });
    expect(withKeys(moved, 'reader.note', ['M'])).toEqual({ 'reader.fitPage': ['N'], 'reader.note': ['M'] });
    // The listed keys of one are taken back from who has them now.
    expect(withListedKeys(moved, 'reader.note')).toEqual({});
    expect(withListedKeys(withKeys({}, 'reader.tag', ['N']), 'reader.note')).toEqual({ 'reader.tag': [] });
  });

  it('leave a command of another view its keys', () => {
    expect(withKeys({}, 'compare.save', ['T'])).toEqual({ 'compare.save': ['T'] });
    expect(withKeys({}, 'project.backup', ['T'])).toMatchObject({ 'project.backup': ['T'], 'reader.tagWithLast': [] });
  });
});

describe('the command list', () => {
  it('gives each id once, and a label that begins with a capital and names its view', () => {
    expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length);
    for (const command of commands) {
      expect(command.label).toMatch(/^\p{Lu}/u);
      expect(labelInView(command), command.id).toMatch(/^\p{Lu}./u);
      if (viewOf(command) !== null) expect(command.label, command.id).toContain(': ');
    }
  });

  it('spells its keys as they are pressed, and none is kept by a browser or the system', () => {
    for (const command of commands) {
      for (const keys of command.keys ?? []) {
        expect(isSpelled(keys), `${command.id}: ${keys}`).toBe(true);
        // The text of the reader is no list and no field: there Shift and an arrow, or Enter, are free.
        if (viewOf(command) !== 'Reader' || !keys.startsWith('Shift+')) expect(refusalOf(keys, program), command.id).toBeNull();
      }
    }
  });

  it('gives no key to two commands that can be given at the same time', () => {
    for (const command of commands) {
      for (const keys of command.keys ?? []) {
        const others = commands.filter((other) => other.id !== command.id && other.keys?.includes(keys));
        for (const other of others) expect(viewOf(command) !== null && viewOf(other) !== null && viewOf(command) !== viewOf(other), `${keys}: ${command.id} and ${other.id}`).toBe(true);
      }
    }
  });

  it('begins no sequence with a key that means something by itself', () => {
    const all = commands.flatMap((command) => command.keys ?? []);
    for (const keys of all.filter((each) => each.includes(' '))) expect(all).not.toContain(keys.split(' ')[0]);
  });
});
