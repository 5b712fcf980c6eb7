// The small nouns of the system: messages from pages, dialogs, menus, the theme and the screens. Dialogs answer what the test
// has laid ready, or are cancelled.

import { notModelled, strict } from './strict.ts';

type IpcListener = (event: object, ...values: unknown[]) => unknown;

export class IpcMain {
  private readonly listeners = new Map<string, IpcListener>();
  private readonly handlers = new Map<string, IpcListener>();

  on(channel: string, listener: IpcListener): void {
    if (this.listeners.has(channel)) notModelled('two listeners on one channel');
    this.listeners.set(channel, listener);
  }

  handle(channel: string, handler: IpcListener): void {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }

  /** For the double's own use, as is the next. A message nobody listens for is a mistake of the shell. */
  deliver(channel: string, event: object, values: unknown[]): void {
    const listener = this.listeners.get(channel) ?? notModelled(`a message on '${channel}', to which nobody listens`);
    listener(event, ...values);
  }

  async ask(channel: string, event: object, values: unknown[]): Promise<unknown> {
    const handler = this.handlers.get(channel) ?? notModelled(`a question on '${channel}', which nobody answers`);
    return structuredClone(await handler(event, ...values));
  }
}

export const ipcMain: IpcMain = strict('ipcMain', new IpcMain());

export type DialogOptions = { message?: string; detail?: string; buttons?: string[] };

/** For the test: what was shown, and what the next dialogs answer. */
export const shown: { dialogs: { kind: string; options: DialogOptions }[]; menu: MenuItem[]; windows: object[]; external: string[] } = {
  dialogs: [],
  menu: [],
  windows: [],
  external: [],
};
export const nextAnswers: object[] = [];

/** The window comes first, or is left out. */
function show<Answer extends object>(kind: string, cancelled: Answer) {
  return async (...values: DialogOptions[]): Promise<Answer> => {
    const options = values.at(-1) ?? {};
    shown.dialogs.push({ kind, options });
    // Also for a test that can no longer ask.
    if (options.message) process.stderr.write(`dialog: ${options.message}\n`);
    return { ...cancelled, ...nextAnswers.shift() };
  };
}

export const dialog = strict('dialog', {
  showOpenDialog: show('open', { canceled: true, filePaths: [] as string[] }),
  showSaveDialog: show('save', { canceled: true, filePath: '' }),
  showMessageBox: show('message', { response: 0, checkboxChecked: false }),
});

export const shell = strict('shell', {
  async openExternal(address: string): Promise<void> {
    shown.external.push(address);
  },
});

export type MenuItem = { id?: string; label?: string; role?: string; type?: string; accelerator?: string; registerAccelerator?: boolean; click?: () => void; submenu?: MenuItem[] };

const roles = ['appMenu', 'windowMenu', 'close', 'quit', 'cut', 'copy', 'paste', 'selectAll', 'zoomIn', 'zoomOut', 'resetZoom', 'togglefullscreen', 'reload', 'toggleDevTools'];

/** The spelling of Electron's accelerators: modifiers, then one key. */
const accelerator = /^(?:(?:CmdOrCtrl|Ctrl|Cmd|Alt|Shift)\+)*(?:[A-Z0-9]|F\d{1,2}|Left|Right|Up|Down|Plus|Space|Tab|Backspace|Delete|Enter|Escape|[^\sA-Za-z0-9])$/;

export class Menu {
  readonly items: MenuItem[];

  private constructor(items: MenuItem[]) {
    this.items = items;
  }

  static buildFromTemplate(template: MenuItem[]): Menu {
    for (const item of template) {
      if (item.role !== undefined && !roles.includes(item.role)) notModelled(`the menu role ${item.role}`);
      if (item.role === undefined && item.type === undefined && !item.label) throw new TypeError('Invalid template for MenuItem: it has no label, role or type');
      if (item.accelerator !== undefined && !accelerator.test(item.accelerator)) throw new Error(`electron double: '${item.accelerator}' is no accelerator`);
      if (item.submenu) Menu.buildFromTemplate(item.submenu);
    }
    return new Menu(template);
  }

  static setApplicationMenu(menu: Menu): void {
    shown.menu = menu.items;
  }
}

export const nativeTheme = strict('nativeTheme', { shouldUseDarkColors: process.env['ANNALS_DOUBLE_DARK'] === '1' });

export const screen = strict('screen', { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] });
