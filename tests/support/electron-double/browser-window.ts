// BrowserWindow: a frame around a page. It is on no screen; what it was told is kept for the test.

import { app } from './app.ts';
import { ModelledEmitter, notModelled, preventable, strict } from './strict.ts';
import { shown } from './system.ts';
import { WebContents, type WebPreferences } from './web-contents.ts';

type Bounds = { x: number; y: number; width: number; height: number };
type Options = Partial<Bounds> & { [name: string]: unknown; show?: boolean; webPreferences?: WebPreferences };

const options = ['x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'title', 'icon', 'show', 'backgroundColor', 'webPreferences'];

export class BrowserWindow extends ModelledEmitter {
  readonly webContents: WebContents;
  /** What the window was made with, and what was done to it; for the test. */
  readonly given: Options;
  readonly state = { visible: true, focused: 0, minimized: false, maximized: false, destroyed: false };

  constructor(given: Options = {}) {
    super('BrowserWindow', ['ready-to-show', 'close', 'closed']);
    for (const name of Object.keys(given)) if (!options.includes(name)) notModelled(`the window option ${name}`);
    this.given = given;
    this.state.visible = given.show !== false;
    this.webContents = new WebContents(given.webPreferences ?? {});
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
    shown.windows.push({ ...given, webPreferences: { ...given.webPreferences, session: given.webPreferences?.session ? 'own' : 'default' } });
    app.emit('web-contents-created', {}, this.webContents);
    app.windows.push(this);
    void this.webContents.opened.then((page) => page.on('close', () => this.gone()));
    return strict('BrowserWindow', this);
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  show(): void {
    this.state.visible = true;
  }

  focus(): void {
    this.state.focused += 1;
  }

  isMinimized(): boolean {
    return this.state.minimized;
  }

  restore(): void {
    this.state.minimized = false;
  }

  maximize(): void {
    this.state.maximized = true;
  }

  isMaximized(): boolean {
    return this.state.maximized;
  }

  getNormalBounds(): Bounds {
    const { x = 0, y = 0, width = 800, height = 600 } = this.given;
    return { x, y, width, height };
  }

  close(): void {
    const event = preventable({});
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    void this.webContents.opened.then((page) => page.close());
  }

  private gone(): void {
    if (this.state.destroyed) return;
    this.state.destroyed = true;
    this.emit('closed');
    app.windowClosed(this);
  }
}
