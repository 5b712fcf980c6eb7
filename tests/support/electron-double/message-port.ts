// MessageChannelMain: two ends in one process. An end that is handed to a page or to another process becomes a relay.

import { ModelledEmitter, notModelled, strict } from './strict.ts';

/** What travels between two processes for one port. */
export type PortSignal = { data: unknown } | { closed: true };

export class MessagePortMain extends ModelledEmitter {
  private other: MessagePortMain | null = null;
  private waiting: PortSignal[] = [];
  private started = false;
  private closed = false;
  private relay: ((signal: PortSignal) => void) | null = null;

  constructor() {
    super('MessagePortMain', ['message', 'close']);
    return strict('MessagePortMain', this);
  }

  static join(left: MessagePortMain, right: MessagePortMain): void {
    left.other = right;
    right.other = left;
  }

  postMessage(data: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) notModelled('transferring a port over a port');
    this.sendToOther({ data: structuredClone(data) });
  }

  start(): void {
    this.started = true;
    for (const signal of this.waiting.splice(0)) this.emitSignal(signal);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.sendToOther({ closed: true });
  }

  /** This end goes to another process: what reaches it is sent there. For the double's own use. */
  moveTo(send: (signal: PortSignal) => void): void {
    this.relay = send;
    for (const signal of this.waiting.splice(0)) send(signal);
  }

  /** The other process said this on the end that was moved there. For the double's own use. */
  fromAfar(signal: PortSignal): void {
    if ('closed' in signal) this.close();
    else this.sendToOther(signal);
  }

  private sendToOther(signal: PortSignal): void {
    const { other } = this;
    // Never in the same turn, as between processes.
    setImmediate(() => other?.receive(signal));
  }

  private receive(signal: PortSignal): void {
    if (this.relay) this.relay(signal);
    else if (this.started) this.emitSignal(signal);
    else this.waiting.push(signal);
  }

  private emitSignal(signal: PortSignal): void {
    if ('data' in signal) this.emit('message', { data: signal.data, ports: [] });
    else if (!this.closed) {
      this.closed = true;
      this.emit('close');
    }
  }
}

export class MessageChannelMain {
  readonly port1 = new MessagePortMain();
  readonly port2 = new MessagePortMain();

  constructor() {
    MessagePortMain.join(this.port1, this.port2);
  }
}

/** The ends that are in another process, by the number both sides know them under. */
export class RelayedPorts {
  private readonly ends = new Map<number, MessagePortMain>();
  private last = 0;

  /** Sends an end away; answers its number. */
  send(end: MessagePortMain, post: (id: number, signal: PortSignal) => void): number {
    this.last += 1;
    const id = this.last;
    this.ends.set(id, end);
    end.moveTo((signal) => post(id, signal));
    return id;
  }

  /** An end that came from another process, to be used here. */
  arrive(id: number, post: (id: number, signal: PortSignal) => void): MessagePortMain {
    const { port1, port2 } = new MessageChannelMain();
    this.ends.set(id, port2);
    port2.moveTo((signal) => post(id, signal));
    return port1;
  }

  receive(id: number, signal: PortSignal): void {
    this.ends.get(id)?.fromAfar(signal);
  }

  /** The other process has ended. */
  closeAll(): void {
    for (const end of this.ends.values()) end.close();
    this.ends.clear();
  }
}
