// Keeps the application running in a process of its own, hands each page a port to it, and starts it again after a crash.
// It knows messages and ports, not what is said on them.

import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import { createClient, type Client } from '../shared/rpc/client.ts';
import { pageChannels, type BackendPlace, type FirstProject, type FromBackend, type ToBackend } from './messages.ts';
import { portChannel } from './port-channel.ts';
import { restartBudget } from './restart-budget.ts';

export type BackendProcessOptions = {
  /** The built backend-entry.js. */
  entryFile: string;
  place: BackendPlace;
  printToPdf: (html: string) => Promise<Uint8Array>;
  /** The project asked for could not be opened; the sentences are for the analyst. */
  onRefused: (message: string, hint: string) => void;
  /** It crashed too often to be started once more unasked. */
  onStopped: () => void;
  /** It cannot run, and will not when it is started again. */
  onFailed: (message: string, hint: string) => void;
};

/** Three crashes in a minute are no accident; a fourth start would only flicker. */
const mostRestarts = 3;
const restartWindow = 60_000;

/** Milliseconds a closing application may take to finish what it has begun, before it is ended. */
const closeTimeout = 10_000;

export class BackendProcess {
  private readonly options: BackendProcessOptions;
  private readonly budget = restartBudget(mostRestarts, restartWindow);
  private child: UtilityProcess | null = null;
  private client: Client | null = null;
  private closed: Promise<void> | null = null;
  /** Who asked for the application while it was not there yet. */
  private readonly waitingPages = new Set<WebContents>();
  private waitingHost: ((client: Client) => void)[] = [];

  constructor(options: BackendProcessOptions) {
    this.options = options;
  }

  start(project: FirstProject): void {
    const child = utilityProcess.fork(this.options.entryFile, [], { serviceName: 'Annals backend', stdio: 'inherit' });
    this.child = child;
    child.on('message', (message: FromBackend) => this.receive(child, message));
    child.once('exit', (code) => this.exited(code));
    tell(child, { type: 'start', place: this.options.place, project });
  }

  /** A page that asks again gets a fresh port; the old one closes with the page that held it. */
  connectPage(page: WebContents): void {
    if (page.isDestroyed()) return;
    if (!this.child || !this.client) {
      this.waitingPages.add(page);
      return;
    }
    const { port1, port2 } = new MessageChannelMain();
    tell(this.child, { type: 'serve', caller: 'page' }, port1);
    page.postMessage(pageChannels.port, null, [port2]);
  }

  /** The application as the host itself may call it, as soon as it runs. */
  host(): Promise<Client> {
    return this.client ? Promise.resolve(this.client) : new Promise((resolve) => this.waitingHost.push(resolve));
  }

  /** After onStopped, when a person asked to try again. */
  tryAgain(): void {
    this.budget.refill();
    this.start({ kind: 'last' });
  }

  close(): Promise<void> {
    this.closed ??= this.end();
    return this.closed;
  }

  private async end(): Promise<void> {
    const { child } = this;
    if (!child) return;
    const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    tell(child, { type: 'close' });
    const timer = setTimeout(() => child.kill(), closeTimeout);
    await exit;
    clearTimeout(timer);
  }

  private receive(child: UtilityProcess, message: FromBackend): void {
    switch (message.type) {
      case 'ready': {
        const { port1, port2 } = new MessageChannelMain();
        tell(child, { type: 'serve', caller: 'host' }, port1);
        this.admit(createClient(portChannel(port2)));
        return;
      }
      case 'refused':
        this.options.onRefused(message.message, message.hint);
        return;
      case 'failed':
        this.options.onFailed(message.message, message.hint);
        return;
      case 'print':
        this.options.printToPdf(message.html).then(
          (bytes) => tell(child, { type: 'printed', id: message.id, result: bytes }),
          (error: unknown) => tell(child, { type: 'printed', id: message.id, result: error instanceof Error ? error.message : String(error) }),
        );
        return;
    }
  }

  private admit(client: Client): void {
    this.client = client;
    for (const page of this.waitingPages) this.connectPage(page);
    for (const resolve of this.waitingHost) resolve(client);
    this.waitingPages.clear();
    this.waitingHost = [];
  }

  /** The pages learn of it because their ports close; they ask for new ones, which they get when it runs again. */
  private exited(code: number): void {
    this.child = null;
    this.client = null;
    if (this.closed) return;
    console.error(`Annals: the backend process ended unexpectedly (${code}).`);
    if (this.budget.spend(Date.now())) this.start({ kind: 'last' });
    else this.options.onStopped();
  }
}

function tell(child: UtilityProcess, message: ToBackend, port?: Electron.MessagePortMain): void {
  child.postMessage(message, port ? [port] : []);
}
