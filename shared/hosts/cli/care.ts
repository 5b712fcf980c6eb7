// Undo, redo, history, backup and check of a project.

import { resolve } from 'node:path';
import { print, printJson, printTable } from './output.ts';
import { type CommonOptions, withProject } from './session.ts';

export async function undo(options: CommonOptions): Promise<void> {
  await withProject(options, async (backend) => say(options, await backend.call('history.undo', {}), ({ label }) => `Taken back: ${label}`));
}

export async function redo(options: CommonOptions): Promise<void> {
  await withProject(options, async (backend) => say(options, await backend.call('history.redo', {}), ({ label }) => `Done again: ${label}`));
}

export async function showHistory(options: CommonOptions & { limit?: number }): Promise<void> {
  await withProject(options, async (backend) => {
    const entries = await backend.call('history.list', options.limit ? { limit: options.limit } : {});
    if (options.json) printJson(entries);
    else printTable(['when', 'rows', 'state', 'what'], entries.map(({ madeAt, rows, state, label }) => [madeAt.slice(0, 19).replace('T', ' '), rows, state, label]));
  });
}

export async function backup(options: CommonOptions & { out?: string }): Promise<void> {
  await withProject(options, async (backend) => {
    const made = options.out ? await backend.call('projects.backupTo', { path: resolve(options.out) }) : await backend.call('projects.backup', {});
    say(options, made, ({ fileName, size }) => `Backup written and checked: ${fileName} (${(size / 1024 / 1024).toFixed(1)} MB)`);
  });
}

/** Exit code 1 when something is wrong. */
export async function check(options: CommonOptions): Promise<void> {
  await withProject(options, async (backend) => {
    const results = await backend.call('projects.check', {});
    if (options.json) printJson(results);
    else printTable(['check', 'result', 'detail'], results.map(({ check: name, ok, detail }) => [name, ok ? 'ok' : 'WRONG', detail]));
    if (results.some(({ ok }) => !ok)) process.exitCode = 1;
  });
}

function say<Result>({ json }: CommonOptions, result: Result, sentence: (result: Result) => string): void {
  if (json) printJson(result);
  else print(sentence(result));
}
