// webContents: the page of a window, its navigation, and what page and program say to each other.

import { readFileSync } from 'node:fs';
import type { Frame, Page, Request as PageRequest } from 'playwright';
import { fromChromium, toChromium } from './addresses.ts';
import { RelayedPorts, type MessagePortMain, type PortSignal } from './message-port.ts';
import { preloadScript, type PageCall } from './preload-world.ts';
import { session, type Session } from './session.ts';
import { ModelledEmitter, notModelled, preventable, strict } from './strict.ts';
import { ipcMain } from './system.ts';

export type WebPreferences = { [name: string]: unknown; preload?: string; session?: Session; javascript?: boolean };

/** The safe value of each preference that is understood; another is refused. Undefined: any value will do. */
const safePreferences: Record<string, boolean | undefined> = {
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  javascript: undefined,
  preload: undefined,
  session: undefined,
  spellcheck: undefined,
};

const events = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview', 'render-process-gone', 'did-finish-load'];

export class WebContents extends ModelledEmitter {
  readonly session: Session;
  /** For the double's own use, as is everything below that Electron does not have. */
  readonly opened: Promise<Page>;
  readonly firstLoad: Promise<void>;
  readonly mainFrame: { readonly url: string; readonly parent: null };
  private readonly ports = new RelayedPorts();
  private readonly preferences: WebPreferences;
  private openHandler: ((details: { url: string; frameName: string; disposition: string }) => { action: string }) | null = null;
  /** The program itself navigates: no page asked for it. */
  private ownNavigation = false;
  private page: Page | null = null;
  private destroyed = false;

  constructor(preferences: WebPreferences) {
    super('webContents', events);
    for (const [name, value] of Object.entries(preferences)) {
      if (!(name in safePreferences)) notModelled(`webPreferences.${name}`);
      const safe = safePreferences[name];
      if (safe !== undefined && value !== safe) throw new Error(`electron double: webPreferences.${name} is ${String(value)}, which is not safe`);
    }
    this.preferences = preferences;
    this.session = preferences.session ?? session.defaultSession;
    const address = (): string => this.getURL();
    this.mainFrame = strict('webFrameMain', {
      get url() {
        return address();
      },
      parent: null,
    });
    this.opened = this.open();
    this.firstLoad = new Promise((resolve) => super.once('did-finish-load', resolve));
    return strict('webContents', this);
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.opened;
    await this.navigate(() => page.goto(toChromium(address)));
  }

  reload(): void {
    void this.opened.then((page) => this.navigate(() => page.reload()));
  }

  getURL(): string {
    return fromChromium(this.page?.url() ?? '');
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  send(channel: string, ...values: unknown[]): void {
    void this.tell(channel, values, []);
  }

  postMessage(channel: string, message: unknown, transfer: readonly MessagePortMain[] = []): void {
    const ids = transfer.map((port) => this.ports.send(port, (id, signal) => void this.tellPort(id, signal)));
    void this.tell(channel, [message], ids);
  }

  setWindowOpenHandler(handler: (details: { url: string; frameName: string; disposition: string }) => { action: string }): void {
    this.openHandler = handler;
  }

  async printToPDF(options: { pageSize?: string; preferCSSPageSize?: boolean; printBackground?: boolean; generateTaggedPDF?: boolean; generateDocumentOutline?: boolean }): Promise<Buffer> {
    const { pageSize = 'Letter', preferCSSPageSize = false, printBackground = false, generateTaggedPDF = false, generateDocumentOutline = false, ...others } = options;
    if (Object.keys(others).length > 0) notModelled(`printing with ${Object.keys(others).join(', ')}`);
    const page = await this.opened;
    return page.pdf({ format: pageSize, preferCSSPageSize, printBackground, tagged: generateTaggedPDF, outline: generateDocumentOutline });
  }

  /** Asked before each document is fetched. What the program itself loads, no handler is asked about. */
  mayNavigate(request: PageRequest, url: string): boolean {
    const frame = request.frame();
    const isMainFrame = frame.parentFrame() === null;
    if (isMainFrame && this.ownNavigation) return true;
    const event = preventable({ url, isMainFrame, isSameDocument: false });
    this.emit('will-frame-navigate', event);
    if (isMainFrame) this.emit('will-navigate', event);
    return !event.defaultPrevented;
  }

  private async navigate(go: () => Promise<unknown>): Promise<void> {
    this.ownNavigation = true;
    try {
      await go();
    } finally {
      this.ownNavigation = false;
    }
    this.emit('did-finish-load');
  }

  private async open(): Promise<Page> {
    const { preload, javascript = true } = this.preferences;
    const context = await this.session.context(javascript);
    const page = await context.newPage();
    this.page = page;
    this.session.adopt(page, this);
    page.on('close', () => {
      this.destroyed = true;
      this.ports.closeAll();
    });
    page.on('crash', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    page.on('download', (download) => this.session.downloaded(download, this));
    page.on('console', (message) => {
      if (message.type() === 'error') process.stderr.write(`page: ${message.text()}\n`);
    });
    page.on('pageerror', (error) => process.stderr.write(`page: ${error.stack ?? error.message}\n`));
    page.on('framenavigated', (frame) => {
      // The ports of a document end with it.
      if (frame.parentFrame() === null) this.ports.closeAll();
    });
    await this.watchPopups(page);
    if (javascript) {
      await page.exposeBinding('electronDoubleCall', ({ frame }: { frame: Frame }, ...call: Parameters<PageCall>) => this.called(frame, call));
      await page.addInitScript({ content: preloadScript(preload ? readFileSync(preload, 'utf8') : '', process.platform) });
    }
    return page;
  }

  /** Chromium tells who wants a window before the window loads anything. Whatever is answered, it does not stay. */
  private async watchPopups(page: Page): Promise<void> {
    page.on('popup', (popup) => void popup.close());
    const protocol = await page.context().newCDPSession(page);
    await protocol.send('Page.enable');
    protocol.on('Page.windowOpen', ({ url, windowName }) => {
      const answer = this.openHandler?.({ url: fromChromium(url), frameName: windowName, disposition: 'new-window' });
      if (answer?.action !== 'deny') notModelled('a page that opens a window');
    });
  }

  private async called(frame: Frame, call: Parameters<PageCall>): Promise<unknown> {
    if (call[0] === 'permission') return this.session.grants(this, call[1], fromChromium(frame.url()));
    if (call[0] === 'port') return this.ports.receive(call[1], call[2]);
    const [kind, channel, values] = call;
    const senderFrame = strict('webFrameMain', { url: fromChromium(frame.url()), parent: frame.parentFrame() });
    const event = strict('IpcMainEvent', { sender: this, senderFrame, ports: [] });
    return kind === 'send' ? ipcMain.deliver(channel, event, values) : ipcMain.ask(channel, event, values);
  }

  private async tell(channel: string, values: unknown[], ports: number[]): Promise<void> {
    const page = await this.opened;
    await this.inPage(page.evaluate(([name, sent, ids]) => window.electronDoubleReceive.ipc(name, sent, ids), [channel, values, ports] as const));
  }

  private async tellPort(id: number, signal: PortSignal): Promise<void> {
    const page = await this.opened;
    await this.inPage(page.evaluate(([number, said]) => window.electronDoubleReceive.port(number, said), [id, signal] as const));
  }

  /** A page that closes or goes elsewhere while it is told something does not hear it. */
  private async inPage(told: Promise<void>): Promise<void> {
    await told.catch((error: unknown) => {
      if (!/closed|destroyed|navigat|crashed/i.test(String(error))) throw error;
    });
  }
}
