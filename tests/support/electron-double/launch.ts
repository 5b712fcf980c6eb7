// For tests: starts the built main bundle with the double in Electron's place, and talks to it.

import { fork, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answered, Asked, Inside } from './control.ts';

export type ShellOptions = {
  /** The built main.js. */
  mainFile: string;
  /** Keeps the window's place; two programs with the same are two instances. A fresh one when left out. */
  userData?: string;
  /** Words after the program's name. */
  words?: string[];
  environment?: Record<string, string>;
};

export type Shell = {
  userData: string;
  process: ChildProcess;
  /** Runs a function in the main process; it sees only what it is given. */
  main: <Result, Value = undefined>(run: (inside: Inside, value: Value) => Result | Promise<Result>, value?: Value) => Promise<Awaited<Result>>;
  /** Runs a function in the page of the first window; value and result are cloned. */
  page: <Result, Value = undefined>(run: (value: Value) => Result | Promise<Result>, value?: Value) => Promise<Awaited<Result>>;
  /** Calls until the answer is not false, null or undefined; rejects after ten seconds. */
  until: <Result>(ask: () => Promise<Result>) => Promise<Exclude<Result, false | null | undefined>>;
  /** Everything written to standard output and error so far. */
  output: () => string;
  /** The exit code, when it has ended. */
  exited: Promise<number | null>;
  /** Quits as a person would. */
  quit: () => Promise<number | null>;
  /** Ends it whatever its state; for the end of a test. */
  kill: () => void;
};

export function launchShell(options: ShellOptions): Shell {
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'annals-shell-'));
  const register = new URL('./register.ts', import.meta.url).href;
  // What the browser leaves lying when it is killed goes with the rest.
  const temporary = join(userData, 'tmp');
  mkdirSync(temporary, { recursive: true });
  const child = fork(options.mainFile, options.words ?? [], {
    execArgv: ['--import', register],
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      TMPDIR: temporary,
      ANNALS_DOUBLE_USER_DATA: userData,
      ANNALS_HOME: join(userData, 'workspace'),
      ...options.environment,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (output += String(part)));
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;

  child.on('message', (answered: Answered) => {
    const asked = waiting.get(answered.id);
    waiting.delete(answered.id);
    if ('error' in answered) asked?.reject(new Error(`${answered.error}\n${output}`));
    else asked?.resolve(answered.value);
  });
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      for (const { reject } of waiting.values()) reject(new Error(`the shell ended (${code})\n${output}`));
      waiting.clear();
      resolve(code);
    });
  });

  const ask = <Result>(where: Asked['where'], run: { toString: () => string }, value: unknown): Promise<Awaited<Result>> =>
    new Promise<unknown>((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      const asked: Asked = { id: lastId, where, source: run.toString(), value };
      if (child.connected) child.send(asked);
      else reject(new Error(`the shell has ended\n${output}`));
    }) as Promise<Awaited<Result>>;

  const shell: Shell = {
    userData,
    process: child,
    main: (run, value) => ask('main', run, value),
    page: (run, value) => ask('page', run, value),
    async until(question) {
      const end = Date.now() + 10_000;
      for (;;) {
        const answer = await question();
        if (answer !== false && answer !== null && answer !== undefined) return answer as Exclude<typeof answer, false | null | undefined>;
        if (Date.now() > end) throw new Error(`nothing came of: ${question.toString()}\n${output}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    output: () => output,
    exited,
    async quit() {
      await shell.main(({ app }) => {
        setImmediate(() => app.quit());
      });
      return exited;
    },
    kill: () => void child.kill('SIGKILL'),
  };
  return shell;
}
