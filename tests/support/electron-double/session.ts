// Sessions: which files a scheme has, which requests and permissions are let through. Without a handler Electron allows, and
// so does the double.

import type { BrowserContext, Download, Request as PageRequest, Route } from 'playwright';
import { fromChromium } from './addresses.ts';
import { startChromium } from './chromium.ts';
import { ModelledEmitter, notModelled, preventable, strict } from './strict.ts';

/** The page a request comes from, as far as a session knows it. */
type Loading = { mayNavigate: (request: PageRequest, url: string) => boolean };
type Handler = (request: Request) => Response | Promise<Response>;
type PermissionDetails = { requestingUrl: string; isMainFrame: boolean };
type RequestHandler = (contents: Loading, permission: string, callback: (granted: boolean) => void, details: PermissionDetails) => void;
type CheckHandler = (contents: Loading, permission: string, origin: string, details: PermissionDetails) => boolean;
type RequestListener = (details: { url: string; method: string; resourceType: string }, callback: (answer: { cancel?: boolean }) => void) => void;

const privileged = new Set<string>();

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged(schemes: readonly { scheme: string; privileges: { standard?: boolean; secure?: boolean } }[]): void {
    for (const { scheme, privileges } of schemes) {
      if (!privileges.standard || !privileges.secure) notModelled(`a scheme that is not standard and secure (${scheme})`);
      privileged.add(scheme);
    }
  },
});

export class Session extends ModelledEmitter {
  readonly protocol: { handle: (scheme: string, handler: Handler) => void };
  readonly webRequest: { onBeforeRequest: (listener: RequestListener) => void };
  /** Requests for other addresses than the program's own that nothing stopped: here they fail, in Electron they would not. */
  readonly leaked: string[] = [];
  readonly downloads: { url: string; allowed: boolean }[] = [];
  private readonly handlers = new Map<string, Handler>();
  private readonly contexts = new Map<boolean, Promise<BrowserContext>>();
  private readonly pages = new Map<unknown, Loading>();
  private requestListener: RequestListener | null = null;
  private requestHandler: RequestHandler | null = null;
  private checkHandler: CheckHandler | null = null;
  private deviceHandler: ((details: object) => boolean) | null = null;

  constructor() {
    super('Session', ['will-download']);
    this.protocol = strict('session.protocol', {
      handle: (scheme: string, handler: Handler) => {
        if (!privileged.has(scheme)) notModelled(`the scheme ${scheme}, which was not registered as privileged`);
        if (this.handlers.has(scheme)) throw new Error(`The scheme ${scheme} has been registered.`);
        this.handlers.set(scheme, handler);
      },
    });
    this.webRequest = strict('session.webRequest', {
      onBeforeRequest: (listener: RequestListener) => {
        this.requestListener = listener;
      },
    });
  }

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.requestHandler = handler;
  }

  setPermissionCheckHandler(handler: CheckHandler): void {
    this.checkHandler = handler;
  }

  setDevicePermissionHandler(handler: (details: object) => boolean): void {
    this.deviceHandler = handler;
  }

  /** As a page that asks finds out. For the double's own use, as is all below. */
  async grants(contents: Loading, permission: string, requestingUrl: string): Promise<boolean> {
    const details = { requestingUrl, isMainFrame: true };
    if (this.checkHandler?.(contents, permission, requestingUrl, details)) return true;
    const { requestHandler } = this;
    return requestHandler ? new Promise((resolve) => requestHandler(contents, permission, resolve, details)) : true;
  }

  grantsDevice(details: object): boolean {
    return this.deviceHandler?.(details) ?? true;
  }

  /** A page's scripts can be switched off only for a whole browser context, so there is one for each. */
  context(javaScriptEnabled: boolean): Promise<BrowserContext> {
    const known = this.contexts.get(javaScriptEnabled);
    if (known) return known;
    const made = this.openContext(javaScriptEnabled);
    this.contexts.set(javaScriptEnabled, made);
    return made;
  }

  adopt(page: unknown, contents: Loading): void {
    this.pages.set(page, contents);
  }

  downloaded(download: Download, contents: Loading): void {
    const url = fromChromium(download.url());
    const event = preventable({});
    this.emit('will-download', event, strict('DownloadItem', { getURL: () => url, getFilename: () => download.suggestedFilename() }), contents);
    this.downloads.push({ url, allowed: !event.defaultPrevented });
    if (event.defaultPrevented) void download.cancel();
  }

  private async openContext(javaScriptEnabled: boolean): Promise<BrowserContext> {
    const browser = await startChromium();
    const context = await browser.newContext({ viewport: null, javaScriptEnabled });
    await context.route('**/*', (route, request) => this.answer(route, request));
    return context;
  }

  private async answer(route: Route, request: PageRequest): Promise<void> {
    const url = fromChromium(request.url());
    const contents = this.pageOf(request);
    if (!contents) return route.abort('blockedbyclient');
    if (request.isNavigationRequest() && !contents.mayNavigate(request, url)) return route.abort('aborted');
    if (await this.isCancelled({ url, method: request.method(), resourceType: request.resourceType() })) return route.abort('blockedbyclient');
    const handler = this.handlers.get(url.slice(0, url.indexOf(':')));
    if (!handler) {
      this.leaked.push(url);
      return route.abort('internetdisconnected');
    }
    const response = await handler(new Request(url, { method: request.method() }));
    await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) });
  }

  private isCancelled(details: { url: string; method: string; resourceType: string }): Promise<boolean> {
    const { requestListener } = this;
    return requestListener ? new Promise((resolve) => requestListener(details, ({ cancel }) => resolve(cancel === true))) : Promise.resolve(false);
  }

  /** Null for a page that no window opened: a popup on its way. */
  private pageOf(request: PageRequest): Loading | null {
    try {
      return this.pages.get(request.frame().page()) ?? null;
    } catch {
      return null;
    }
  }
}

const partitions = new Map<string, Session>();

export const session = strict('session', {
  defaultSession: strict('Session', new Session()),
  fromPartition(name: string): Session {
    const known = partitions.get(name) ?? strict('Session', new Session());
    partitions.set(name, known);
    return known;
  },
});
