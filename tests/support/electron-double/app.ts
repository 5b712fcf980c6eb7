// app: start, the single instance, and the order in which a program ends.

import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { closeChromium } from './chromium.ts';
import { ModelledEmitter, notModelled, preventable, strict } from './strict.ts';
import { endUtilityProcesses } from './utility-process.ts';

type FirstWords = { argv: string[]; directory: string; data: unknown };


export class App extends ModelledEmitter {
  readonly isPackaged = false;
  private ready = false;
  private quitting = false;
  private readonly started: Promise<void>;
  private userData = process.env['ANNALS_DOUBLE_USER_DATA'] ?? notModelled('a start without a folder for user data');
  /** For the test. */
  sandboxed = false;
  /** The open windows, in the order they were opened. For the double's own use. */
  readonly windows: { close: () => void }[] = [];

  constructor() {
    super('app', ['second-instance', 'web-contents-created', 'window-all-closed', 'activate', 'before-quit', 'will-quit', 'quit']);
    this.started = new Promise((resolve) =>
      // Electron becomes ready when the main module has run.
      setTimeout(() => {
        this.ready = true;
        resolve();
      }, 0),
    );
  }

  enableSandbox(): void {
    if (this.ready) throw new Error('app.enableSandbox() can only be called before app is ready');
    this.sandboxed = true;
  }

  setAppUserModelId(): void {}

  whenReady(): Promise<void> {
    return this.started;
  }

  getPath(name: string): string {
    if (name !== 'userData') notModelled(`app.getPath('${name}')`);
    return this.userData;
  }

  setPath(name: string, path: string): void {
    if (name !== 'userData' || this.ready) notModelled(`app.setPath('${name}') ${this.ready ? 'after the start' : ''}`);
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} is not there`);
    this.userData = path;
  }

  /** A second instance lays its words in a folder that the first looks into, before it is told that it is the second. */
  requestSingleInstanceLock(data: unknown): boolean {
    const folder = join(this.userData, 'instances');
    const first = join(folder, 'first');
    mkdirSync(folder, { recursive: true });
    if (isRunning(first)) {
      const words: FirstWords = { argv: process.argv, directory: process.cwd(), data };
      const file = join(folder, `${process.pid}`);
      writeFileSync(file, JSON.stringify(words));
      renameSync(file, `${file}.json`);
      return false;
    }
    writeFileSync(first, String(process.pid));
    setInterval(() => this.hearOthers(folder), 50).unref();
    return true;
  }

  quit(): void {
    const event = preventable({});
    this.emit('before-quit', event);
    if (event.defaultPrevented) return;
    this.quitting = true;
    if (this.windows.length === 0) this.end();
    // Backwards, because a closed one leaves the list.
    for (const window of this.windows.toReversed()) window.close();
  }

  /** For the double's own use. */
  windowClosed(window: { close: () => void }): void {
    this.windows.splice(this.windows.indexOf(window), 1);
    if (this.windows.length > 0) return;
    if (this.quitting) this.end();
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed');
    else this.quit();
  }

  exit(code: number): void {
    this.emit('quit', {}, code);
    endUtilityProcesses();
    void closeChromium().finally(() => process.exit(code));
  }

  private hearOthers(folder: string): void {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const words = JSON.parse(readFileSync(join(folder, file), 'utf8')) as FirstWords;
      rmSync(join(folder, file));
      void this.started.then(() => this.emit('second-instance', {}, words.argv, words.directory, words.data));
    }
  }

  private end(): void {
    const event = preventable({});
    this.emit('will-quit', event);
    this.quitting = false;
    if (!event.defaultPrevented) this.exit(0);
  }
}

function isRunning(file: string): boolean {
  try {
    return process.kill(Number(readFileSync(file, 'utf8')), 0);
  } catch {
    return false;
  }
}

export const app: App = strict('app', new App());
