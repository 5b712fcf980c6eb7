// The native menu, built from the command list that keys and palette use too. It does nothing itself: a choice sends the
// command's id to the page.

import type { MenuItemConstructorOptions } from 'electron';
import type { Command, CommandMenu } from '../shared/core/command-list.ts';

export type MenuOptions = {
  commands: readonly Command[];
  platform: NodeJS.Platform;
  /** Reload and developer tools: in a development tree, never in the package. */
  forDevelopers: boolean;
  send: (id: string) => void;
};

const menus: readonly CommandMenu[] = ['File', 'Edit', 'View', 'Go', 'Help'];

export function menuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const onMac = options.platform === 'darwin';
  const template = menus.map((menu) => ({ label: menu, submenu: joined([commandItems(menu, options), standardItems(menu, options)]) }));
  if (!onMac) return template;
  // A Mac keeps About, Hide and Quit in a menu of the program's name, and a Window menu before Help.
  return [{ role: 'appMenu' }, ...template.slice(0, -1), { role: 'windowMenu' }, ...template.slice(-1)];
}

function commandItems(menu: CommandMenu, options: MenuOptions): MenuItemConstructorOptions[] {
  return options.commands
    .filter((command) => command.menu === menu)
    .map((command) => {
      const accelerator = acceleratorOf(command, options.platform);
      return {
        id: command.id,
        // An ampersand would mark the next letter as the menu's key.
        label: command.label.replaceAll('&', '&&'),
        click: () => options.send(command.id),
        // Shown, not registered: the page handles its keys itself, and would otherwise be told twice.
        ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
      };
    });
}

/**
 * The key shown beside an item; null where none can be shown: a menu knows no sequence of two keys. A Mac registers what it
 * shows, and there a key without Cmd would catch typing, and one that belongs to a field first would be taken from it.
 */
export function acceleratorOf(command: Pick<Command, 'keys' | 'fieldFirst'>, platform: NodeJS.Platform): string | null {
  const single = command.keys?.filter((keys) => !keys.includes(' ')) ?? [];
  if (platform !== 'darwin') return single[0] ?? null;
  return command.fieldFirst ? null : (single.find((keys) => keys.includes('CmdOrCtrl')) ?? null);
}

/** What the system's own menus have, done by Chromium without the page's help. */
function standardItems(menu: CommandMenu, { platform, forDevelopers }: MenuOptions): MenuItemConstructorOptions[] {
  switch (menu) {
    case 'File':
      return platform === 'darwin' ? [{ role: 'close' }] : [{ role: 'quit' }];
    case 'Edit':
      return [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }];
    case 'View':
      return joined([
        [{ role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }, { role: 'togglefullscreen' }],
        forDevelopers ? [{ role: 'reload' }, { role: 'toggleDevTools' }] : [],
      ]);
    case 'Go':
    case 'Help':
      return [];
  }
}

function joined(groups: MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] {
  return groups.filter((group) => group.length > 0).flatMap((group, index) => (index === 0 ? group : [{ type: 'separator' as const }, ...group]));
}
