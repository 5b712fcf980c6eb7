// The first step of every npm script: installs when something is missing, then runs the task under the pinned Node.

import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { root } from '../support/imports.ts';

type Lock = { packages: Record<string, { version?: string; optional?: boolean }> };

/** A tree of its own with one task, whose packages are installed as `installed` says. */
function tree({ wanted, installed, task = '' }: { wanted: Lock; installed: Lock | null; task?: string }): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'shared', 'tasks'), { recursive: true });
  copyFileSync(join(root, 'shared', 'tasks', 'ensure.mjs'), join(folder, 'shared', 'tasks', 'ensure.mjs'));
  writeFileSync(join(folder, 'shared', 'tasks', 'say.ts'), task);
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(wanted));
  if (installed) {
    mkdirSync(join(folder, 'node_modules', 'node', 'bin'), { recursive: true });
    symlinkSync(process.execPath, join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'));
    writeFileSync(join(folder, 'node_modules', '.package-lock.json'), JSON.stringify(installed));
  }
  return folder;
}

const lock: Lock = { packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/for-another-system': { version: '2.0.0', optional: true } } };
const installed: Lock = { packages: { 'node_modules/a': { version: '1.0.0' } } };

function run(folder: string, words: string[], environment: NodeJS.ProcessEnv = {}) {
  // No package.json lies there, so npm ci ends at once and asks no registry.
  return spawnSync(process.execPath, [join(folder, 'shared', 'tasks', 'ensure.mjs'), ...words], { encoding: 'utf8', env: { ...process.env, npm_execpath: '', ...environment } });
}

describe('a task', () => {
  it('runs with its arguments under the pinned Node, which is first on the path', () => {
    const task = 'const words: string[] = process.argv.slice(2); console.log(JSON.stringify({ words, node: process.execPath, path: process.env.PATH?.split(process.platform === "win32" ? ";" : ":").slice(0, 2) }));';
    const folder = tree({ wanted: lock, installed, task });
    const { stdout, status } = run(folder, ['say', '--flag', 'two words', '"quoted"']);
    expect(status).toBe(0);
    expect(stdout).not.toContain('npm ci');
    const said = JSON.parse(stdout) as { words: string[]; path: string[] };
    expect(said.words).toEqual(['--flag', 'two words', '"quoted"']);
    expect(said.path).toEqual([join(folder, 'node_modules', 'node', 'bin'), join(folder, 'node_modules', '.bin')]);
  });

  it.each([0, 1, 2, 77])('passes on the exit code %i', (code) => {
    expect(run(tree({ wanted: lock, installed, task: `process.exit(${code})` }), ['say']).status).toBe(code);
  });

  it.skipIf(process.platform === 'win32')('gets the signals and ends in its own way (not on Windows)', async () => {
    const task = "process.on('SIGTERM', () => { console.log('ending'); process.exit(5); }); console.log('ready'); setInterval(() => {}, 1000);";
    const child = spawn(process.execPath, [join(tree({ wanted: lock, installed, task }), 'shared', 'tasks', 'ensure.mjs'), 'say']);
    let said = '';
    child.stdout.on('data', (data: Buffer) => {
      said += data.toString();
      if (said === 'ready\n') child.kill('SIGTERM');
    });
    const code = await new Promise((resolve) => child.once('exit', resolve));
    expect([said, code]).toEqual(['ready\nending\n', 5]);
  });

  it.each(['nothing', '../ensure', 'SAY', ''])('that does not exist is refused: “%s”', (name) => {
    const { status, stderr } = run(tree({ wanted: lock, installed }), [name]);
    expect(status).toBe(1);
    expect(stderr).toContain('there is no task');
  });
});

describe('packages', () => {
  it.each<[string, Lock | null]>([
    ['nothing is installed', null],
    ['another version is installed', { packages: { 'node_modules/a': { version: '0.9.0' } } }],
    ['one is missing', { packages: {} }],
  ])('are installed when %s; a sentence says when that fails', (_what, present) => {
    const { stdout, stderr } = run(tree({ wanted: lock, installed: present, task: "console.log('ran')" }), ['say']);
    expect(stdout).toContain('npm ci');
    expect(stderr).toMatch(/Annals: the (?:packages could not be installed|pinned Node could not be installed)/);
  });
});
