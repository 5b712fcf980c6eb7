// Keys as pressed on the keyboards of the world, and as written, on a Mac and elsewhere.

import { describe, expect, it } from 'vitest';
import { isSpelled, keyLabel, type Pressed, pressedKeys } from '../../shared/core/key-press.ts';

type Held = 'ctrl' | 'meta' | 'alt' | 'shift' | 'altGraph';

const press = (key: string, held: Held[] = [], code = ''): Pressed => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  altGraph: held.includes('altGraph'),
});

describe('a pressed key', () => {
  it('with Ctrl is the command key, on a Mac with Cmd', () => {
    expect(pressedKeys(press('k', ['ctrl']), false)).toBe('CmdOrCtrl+K');
    expect(pressedKeys(press('k', ['meta']), true)).toBe('CmdOrCtrl+K');
    expect(pressedKeys(press('k', ['ctrl']), true)).toBeNull();
    expect(pressedKeys(press('k', ['meta']), false)).toBeNull();
    expect(pressedKeys(press('k'), false)).toBe('K');
  });

  it('with Shift is another key for letters and named keys, and the same for signs and digits, which some keyboards reach only with Shift', () => {
    expect(pressedKeys(press('Z', ['ctrl', 'shift']), false)).toBe('CmdOrCtrl+Shift+Z');
    expect(pressedKeys(press('ArrowLeft', ['alt', 'shift']), false)).toBe('Alt+Shift+Left');
    expect(pressedKeys(press('?', ['shift'], 'Slash'), false)).toBe('?');
    expect(pressedKeys(press('['), false)).toBe('[');
    expect(pressedKeys(press('+', ['ctrl', 'shift'], 'Equal'), false)).toBe('CmdOrCtrl++');
    // A French keyboard has its digits above Shift.
    expect(pressedKeys(press('1', ['ctrl', 'shift'], 'Digit1'), false)).toBe('CmdOrCtrl+1');
  });

  it('is the letter it writes, wherever a Latin keyboard has it', () => {
    expect(pressedKeys(press('z', [], 'KeyY'), false)).toBe('Z');
    expect(pressedKeys(press('a', ['ctrl'], 'KeyQ'), false)).toBe('CmdOrCtrl+A');
    expect(pressedKeys(press('ö', [], 'Semicolon'), false)).toBe('Ö');
  });

  it.each([
    ['Russian', press('л', ['ctrl'], 'KeyK'), 'CmdOrCtrl+K'],
    ['Russian, with Shift', press('Л', ['shift'], 'KeyK'), 'Shift+K'],
    ['Russian, a bracket', press('х', [], 'BracketLeft'), '['],
    ['Greek', press('σ', [], 'KeyS'), 'S'],
    ['Hebrew', press('ש', [], 'KeyA'), 'A'],
    ['Arabic', press('ت', [], 'KeyJ'), 'J'],
    ['Arabic, the question mark', press('؟', ['shift'], 'Slash'), '?'],
    ['Devanagari', press('क', ['ctrl'], 'KeyK'), 'CmdOrCtrl+K'],
    ['Thai', press('้', [], 'KeyH'), 'H'],
  ])('of another script counts by its place: %s', (_name, pressed, keys) => {
    expect(pressedKeys(pressed, false)).toBe(keys);
  });

  it('reached with AltGr is the sign alone, though Windows adds Ctrl and Alt', () => {
    expect(pressedKeys(press('[', ['ctrl', 'alt', 'altGraph'], 'Digit8'), false)).toBe('[');
    expect(pressedKeys(press(']', ['altGraph'], 'Digit9'), false)).toBe(']');
    // Ctrl and Alt themselves are not AltGr.
    expect(pressedKeys(press('k', ['ctrl', 'alt'], 'KeyK'), false)).toBe('CmdOrCtrl+Alt+K');
  });

  it('on a Mac with Option is the key, not the sign Option makes of it', () => {
    expect(pressedKeys(press('π', ['alt'], 'KeyP'), true)).toBe('Alt+P');
    expect(pressedKeys(press('Dead', ['alt'], 'KeyN'), true)).toBe('Alt+N');
    expect(pressedKeys(press('ß', ['alt'], 'KeyS'), true)).toBe('Alt+S');
  });

  it('that is dead counts by its place, and a modifier or an unknown key not at all', () => {
    expect(pressedKeys(press('Dead', [], 'BracketLeft'), false)).toBe('[');
    for (const key of ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Process', 'Unidentified']) expect(pressedKeys(press(key), false), key).toBeNull();
    expect(pressedKeys(press('Dead'), false)).toBeNull();
  });

  it('is spelled in one way only, which the list of commands has too', () => {
    for (const keys of ['A', 'Shift+A', 'CmdOrCtrl+Alt+Shift+K', '?', 'G L', 'F2', 'CmdOrCtrl++', 'Alt+Left', 'Ö']) expect(isSpelled(keys), keys).toBe(true);
    for (const keys of ['', 'a', 'Shift+CmdOrCtrl+A', 'Ctrl+A', 'G L I', 'Shift+G L', ' ', 'CmdOrCtrl+']) expect(isSpelled(keys), keys).toBe(false);
  });
});

it('keys are written as people read them', () => {
  expect(keyLabel('CmdOrCtrl+Shift+Z', false)).toBe('Ctrl+Shift+Z');
  expect(keyLabel('CmdOrCtrl+Shift+Z', true)).toBe('⇧⌘Z');
  expect(keyLabel('CmdOrCtrl++', true)).toBe('⌘+');
  expect(keyLabel('G L', false)).toBe('G then L');
  expect(keyLabel('Alt+Left', false)).toBe('Alt+←');
  expect(keyLabel('Alt+Shift+Up', true)).toBe('⌥⇧↑');
  expect(keyLabel('PageUp', false)).toBe('PageUp');
});
