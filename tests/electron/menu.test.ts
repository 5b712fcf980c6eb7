import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { acceleratorOf, menuTemplate } from '../../electron/menu.ts';
import { type Command, commands } from '../../shared/core/command-list.ts';

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

function build(platform: NodeJS.Platform, forDevelopers = false, list: readonly Command[] = commands) {
  const sent: string[] = [];
  const template = menuTemplate({ commands: list, platform, forDevelopers, send: (id) => sent.push(id) });
  return { template, items: flat(template), sent };
}

describe('the native menu', () => {
  it.each(['linux', 'win32', 'darwin'] as const)('has every command of the list that belongs to a menu, once, in the order of the list (%s)', (platform) => {
    const { template } = build(platform);
    for (const menu of ['File', 'Edit', 'View', 'Go', 'Help']) {
      const top = template.find((item) => item.label === menu);
      const ids = (Array.isArray(top?.submenu) ? top.submenu : []).flatMap((item) => item.id ?? []);
      expect(ids).toEqual(commands.filter((command) => command.menu === menu).map((command) => command.id));
    }
  });

  it('sends the id of the chosen command and does nothing else', () => {
    const { items, sent } = build('linux');
    const item = items.find((candidate) => candidate.id === 'import.files');
    item?.click?.({} as never, undefined, {});
    expect(sent).toEqual(['import.files']);
  });

  it('shows keys but leaves them to the page, which would otherwise be told twice', () => {
    const { items } = build('win32');
    const withKey = items.filter((item) => item.accelerator !== undefined);
    expect(withKey.length).toBeGreaterThan(5);
    for (const item of withKey) expect(item.registerAccelerator).toBe(false);
    expect(items.find((item) => item.id === 'palette.open')?.accelerator).toBe('CmdOrCtrl+K');
  });

  it('shows no key where a menu can show none', () => {
    expect(acceleratorOf({ keys: null }, 'linux')).toBeNull();
    expect(acceleratorOf({ keys: ['G S'] }, 'linux')).toBeNull();
    expect(acceleratorOf({ keys: ['G S', 'CmdOrCtrl+Shift+F'] }, 'linux')).toBe('CmdOrCtrl+Shift+F');
  });

  it('on a Mac, registers no key that would catch typing or that belongs to a field first', () => {
    expect(acceleratorOf({ keys: ['['] }, 'darwin')).toBeNull();
    expect(acceleratorOf({ keys: ['CmdOrCtrl+Z'], fieldFirst: true }, 'darwin')).toBeNull();
    expect(acceleratorOf({ keys: ['CmdOrCtrl+K'] }, 'darwin')).toBe('CmdOrCtrl+K');
  });

  it('offers developer tools in a development tree only', () => {
    expect(build('linux', true).items.some((item) => item.role === 'toggleDevTools')).toBe(true);
    expect(build('linux', false).items.some((item) => item.role === 'toggleDevTools' || item.role === 'reload')).toBe(false);
  });

  it('can be left: Quit stands in File, on a Mac in the menu of the program', () => {
    expect(build('linux').items.some((item) => item.role === 'quit')).toBe(true);
    expect(build('darwin').template[0]?.role).toBe('appMenu');
  });

  it('shows a label as written, also with an ampersand', () => {
    const list: Command[] = [{ id: 'x', label: 'Search & find', keys: null, menu: 'Go' }];
    expect(build('linux', false, list).items.find((item) => item.id === 'x')?.label).toBe('Search && find');
  });
});
