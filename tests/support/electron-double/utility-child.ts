// Runs in the forked process before the program's own entry, and gives it what Electron gives a utility process: a parentPort.

import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { RelayedPorts, type PortSignal } from './message-port.ts';
import { ModelledEmitter, notModelled, strict } from './strict.ts';
import type { UtilityMessage } from './utility-process.ts';

const sendToParent = process.send?.bind(process);
if (!sendToParent) throw new Error('electron double: to be forked by utilityProcess only');
// A utility process is no child of child_process.
delete process.send;

const ports = new RelayedPorts();
const post = (id: number, signal: PortSignal): void => say({ type: 'port', id, signal });

class ParentPort extends ModelledEmitter {
  private readonly waiting: unknown[] = [];

  constructor() {
    super('parentPort', ['message']);
  }

  /** Messages wait until somebody listens. */
  override on(event: string, listener: Parameters<ModelledEmitter['on']>[1]): this {
    super.on(event, listener);
    for (const message of this.waiting.splice(0)) this.emit('message', message);
    return this;
  }

  postMessage(data: unknown): void {
    say({ type: 'message', data: structuredClone(data), ports: [] });
  }

  deliver(message: unknown): void {
    if (this.listenerCount('message') === 0) this.waiting.push(message);
    else this.emit('message', message);
  }
}

const parentPort = new ParentPort();
Object.defineProperty(process, 'parentPort', { value: strict('parentPort', parentPort) });

process.on('message', (message: UtilityMessage) => {
  if (message.type === 'port') ports.receive(message.id, message.signal);
  else parentPort.deliver({ data: message.data, ports: message.ports.map((id) => ports.arrive(id, post)) });
});
process.on('disconnect', () => process.exit());

registerHooks({
  resolve: (specifier, context, next) => (specifier === 'electron' ? notModelled('electron in a utility process') : next(specifier, context)),
});

// As if the entry had been started itself.
process.argv.splice(1, 1);
const [, entry = ''] = process.argv;
await import(pathToFileURL(entry).href);

function say(message: UtilityMessage): void {
  if (process.connected) sendToParent?.(message);
}
