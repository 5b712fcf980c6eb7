// utilityProcess.fork: a forked Node process that runs utility-child.ts, which gives it a parentPort.

import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { RelayedPorts, type MessagePortMain, type PortSignal } from './message-port.ts';
import { ModelledEmitter, notModelled, strict } from './strict.ts';

export type UtilityMessage = { type: 'message'; data: unknown; ports: number[] } | { type: 'port'; id: number; signal: PortSignal };

type ForkOptions = { serviceName?: string; stdio?: string };

const running = new Set<UtilityProcess>();

export class UtilityProcess extends ModelledEmitter {
  private readonly child: ChildProcess;
  private readonly ports = new RelayedPorts();
  pid: number | undefined;

  private constructor(file: string, words: readonly string[], options: ForkOptions) {
    super('UtilityProcess', ['message', 'exit', 'spawn']);
    for (const key of Object.keys(options)) if (!['serviceName', 'stdio'].includes(key)) notModelled(`the fork option ${key}`);
    this.child = fork(fileURLToPath(new URL('./utility-child.ts', import.meta.url)), [file, ...words], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'], execArgv: [] });
    this.pid = this.child.pid;
    running.add(this);
    this.child.on('spawn', () => this.emit('spawn'));
    this.child.on('message', (message: UtilityMessage) => {
      if (message.type === 'port') this.ports.receive(message.id, message.signal);
      else this.emit('message', message.data);
    });
    this.child.on('exit', (code) => {
      running.delete(this);
      this.pid = undefined;
      this.ports.closeAll();
      this.emit('exit', code ?? 1);
    });
  }

  static fork(file: string, words: readonly string[] = [], options: ForkOptions = {}): UtilityProcess {
    return strict('UtilityProcess', new UtilityProcess(file, words, options));
  }

  postMessage(data: unknown, transfer: readonly MessagePortMain[] = []): void {
    const ports = transfer.map((port) => this.ports.send(port, (id, signal) => this.say({ type: 'port', id, signal })));
    this.say({ type: 'message', data: structuredClone(data), ports });
  }

  kill(): boolean {
    return this.child.kill();
  }

  private say(message: UtilityMessage): void {
    // A process that is gone hears nothing; Electron does not throw either.
    if (this.child.connected) this.child.send(message, () => {});
  }
}

/** The process ids, for a test that ends one. */
export function utilityProcessIds(): number[] {
  return [...running].flatMap(({ pid }) => pid ?? []);
}

/** A utility process does not outlive the program. */
export function endUtilityProcesses(): void {
  for (const child of running) child.kill();
}
