// Imports from the command line: held by Ctrl+C, gone on with later, given up; a folder that is watched.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { root } from '../support/imports.ts';
import { patience } from '../support/patience.ts';

const program = process.env['ANNALS_BUILT'] ? join(root, 'out', 'main', 'cli.js') : join(root, 'shared', 'hosts', 'cli.ts');

type Running = { child: ChildProcess; out: () => string; err: () => string; ended: Promise<number | null> };

function annals(folder: string, ...words: string[]): Running {
  const child = spawn(process.execPath, [program, '--project', 'test.annals', ...words], { cwd: folder, env: { PATH: process.env['PATH'], ANNALS_HOME: join(folder, 'workspace') }, stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (err += data.toString()));
  return { child, out: () => out, err: () => err, ended: new Promise((resolve) => child.once('close', resolve)) };
}

it('Ctrl+C holds an import; it is listed, gone on with, and nothing is read twice', { timeout: 120_000 }, async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'many'));
  for (let n = 0; n < 700; n += 1) writeFileSync(join(folder, 'many', `${String(n)}.txt`), `Note ${String(n)}\n\nIn district ${String(n)} the school stayed open.`);
  const first = annals(folder, 'import', 'many', '--json');
  // So much is written ahead when a part of the files is kept, and few are read.
  const log = join(folder, 'test.annals-wal');
  await expect.poll(() => (existsSync(log) ? statSync(log).size : 0), { timeout: patience, interval: 20 }).toBeGreaterThan(1_200_000);
  first.child.kill('SIGINT');
  expect(await first.ended).toBe(130);
  expect(first.err()).toContain('“annals imports resume” goes on with it');
  const { counts, items } = JSON.parse(first.out()) as { counts: Record<string, number>; items: unknown[] };
  expect(counts['waiting']).toBeGreaterThan(0);

  const listed = annals(folder, 'imports');
  expect(await listed.ended).toBe(0);
  expect(listed.out()).toMatch(/\bheld\b/);
  const resumed = annals(folder, 'imports', 'resume', '--json');
  expect(await resumed.ended).toBe(0);
  expect((JSON.parse(resumed.out()) as { counts: object }).counts).toEqual({ ok: items.length });
  const again = annals(folder, 'imports', 'resume');
  expect(await again.ended).toBe(1);
  expect(again.err()).toContain('No import is under way or held.');
});

it('a watched folder gives a line for each file that appears, until Ctrl+C', { timeout: 60_000 }, async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'inbox'));
  const watching = annals(folder, 'watch', 'inbox');
  await expect.poll(watching.out, { timeout: patience }).toContain('Watching “inbox”. Ctrl+C ends it.');
  writeFileSync(join(folder, 'inbox', 'visit.txt'), 'Inspectors visited twelve farms.\n\nTwo employers were fined.');
  await expect.poll(watching.out, { timeout: patience }).toContain('ok  inbox/visit.txt');
  watching.child.kill('SIGINT');
  expect(await watching.ended).toBe(0);

  const nowhere = annals(folder, 'watch', 'nothing');
  expect(await nowhere.ended).toBe(1);
  expect(nowhere.err()).toContain('The folder “nothing” is not there.');
});
