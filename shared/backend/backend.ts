// THE APPLICATION: one object behind the contract. Opens a project, checks every input, runs queries and commands, says what changed.

import { uuidv7 } from 'uuidv7';
import { UserError } from '../core/user-error.ts';
import { contract, isMethodName, type MethodName, type Output } from '../rpc/contract.ts';
import { countries } from './recognisers/countries.ts';
import { Announcer } from './announcer.ts';
import type { Application, Backend, BackendOptions, Session } from './application.ts';
import { openSession } from './session.ts';
import { Pool } from './jobs/pool.ts';
import { actions } from './actions.ts';
import { commands, type MethodTable, queries } from './methods.ts';
import { Comparisons } from './services/compare.ts';
import type { Context } from './services/handler.ts';
import { Turns } from './turns.ts';
import { Workspace } from './workspace.ts';

export type { Backend, BackendOptions } from './application.ts';
export { recogniseFragment } from './fragments.ts';

/** Milliseconds for one page: a dense one takes fifteen seconds on a slow machine, upside down twice that. */
const ocrPageTime = 3 * 60 * 1000;

/** Throws UserError when the project file cannot be opened (locked, damaged, newer, read-only); nothing is left open then. */
export async function openBackend(options: BackendOptions): Promise<Backend> {
  const workspace = new Workspace(options.workspaceDirectory);
  const { time, silence, memory } = options.fileLimits ?? {};
  const pool = new Pool({ file: options.workerFile, size: options.workers, timeLimit: time, silenceLimit: silence, memoryLimit: memory });
  const ocrPool = new Pool({ file: options.workerFile, size: 1, timeLimit: ocrPageTime });
  const announcer = new Announcer();
  const turns = new Turns();
  let session: Session | null = null;

  const context: Context = {
    now: () => new Date().toISOString(),
    newId: uuidv7,
    get author() {
      const author = workspace.settings()['author'];
      return typeof author === 'string' ? author : '';
    },
    countryName: (iso3) => countries.byIso3(iso3)?.name ?? null,
  };

  const application: Application = {
    options,
    workspace,
    pool,
    ocrPool,
    comparisons: new Comparisons(pool, (job) => announcer.progress({ type: 'progress', job })),
    announcer,
    context,
    session: () => {
      if (!session) throw new UserError('no-project', 'No project is open.', 'Open or make a project first.');
      return session;
    },
    openSession: () => session,
    open: (path, make) => {
      // The new one is opened first: when it cannot be, the old one stays open.
      if (session?.store.path === path) return session;
      const opened = openSession(path, make, application);
      session?.close();
      session = opened;
      const { undo, redo } = { undo: opened.store.undoLabel(), redo: opened.store.redoLabel() };
      announcer.changed({ type: 'changed', tables: ['*'], label: '', canUndo: undo !== null, canRedo: redo !== null });
      return opened;
    },
    call: (method, input) => callUnchecked(method, input, 'host') as Promise<Output<typeof method>>,
  };
  const table: MethodTable = { queries: queries(application), commands: commands(application), actions: actions(application) };

  async function callUnchecked(method: string, input: unknown, caller: 'page' | 'host'): Promise<unknown> {
    if (!isMethodName(method)) throw new UserError('unknown-method', `There is no method “${shortened(method)}”.`, 'The command “methods” lists them.');
    const entry = contract[method];
    if (entry.hostOnly && caller === 'page') throw new UserError('not-allowed', 'This can only be done by the application itself.');
    const parsed = entry.input.safeParse(input ?? {});
    if (!parsed.success) throw new UserError('invalid-input', `“${method}” cannot use this input: ${problems(parsed.error.issues)}.`);
    try {
      return await run(method, parsed.data);
    } catch (error) {
      if (error instanceof UserError) throw error;
      const id = workspace.log(error, method);
      throw Object.assign(new Error(`Something went wrong in Annals, and it was written down (log ${id}). Nothing was lost.`, { cause: error }), { logId: id });
    }
  }

  async function run(method: MethodName, input: unknown): Promise<unknown> {
    if (Object.hasOwn(table.queries, method)) {
      await turns.take();
      const query = table.queries[method as keyof MethodTable['queries']] as (read: unknown, input: unknown, context: Context) => unknown;
      return await query(application.session().store.read, input, context);
    }
    if (Object.hasOwn(table.commands, method)) {
      const open = application.session();
      const command = table.commands[method as keyof MethodTable['commands']] as (write: unknown, input: unknown, context: Context) => never;
      const { value, step } = open.store.command(open.origin(), (write) => command(write, input, context));
      if (step) open.announce(step.tables, step.label, step.annotations);
      return value;
    }
    const action = table.actions[method as keyof MethodTable['actions']] as (input: unknown) => unknown;
    return await action(input);
  }

  // A command of one second should not pay for a thread it does not use.
  const warming = setTimeout(() => pool.warm(), 1000);
  warming.unref();

  try {
    if (options.projectFile) application.open(options.projectFile, { name: '', sample: false });
  } catch (error) {
    await pool.close();
    throw error;
  }

  return {
    call: application.call,
    callUnchecked,
    subscribe: (listener) => announcer.subscribe(listener),
    close: async () => {
      clearTimeout(warming);
      session?.close();
      session = null;
      announcer.close();
      await Promise.all([pool.close(), ocrPool.close()]);
    },
  };
}

function problems(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  return issues
    .slice(0, 3)
    .map((issue) => (issue.path.length > 0 ? `${issue.path.map(String).join('.')}: ${issue.message}` : issue.message))
    .join('; ');
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
