// `annals annotations` as a script uses it.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { annotate } from '../support/annotated.ts';
import { openTestBackend } from '../support/backend.ts';
import { root } from '../support/imports.ts';

const program = process.env['ANNALS_BUILT'] ? join(root, 'out', 'main', 'cli.js') : join(root, 'shared', 'hosts', 'cli.ts');

async function annotated() {
  const backend = await openTestBackend();
  const { annotations } = await annotate(backend);
  await backend.close();
  const annals = (...words: string[]) => spawnSync(process.execPath, [program, 'annotations', ...words, '--project', backend.file], { cwd: backend.folder, encoding: 'utf8', env: { PATH: process.env['PATH'], ANNALS_HOME: join(backend.folder, 'workspace') } });
  return { annals, annotations, folder: backend.folder };
}

it('lists the highlights that fit, in columns and as JSON, and says when there is no such tag', async () => {
  const { annals, annotations } = await annotated();
  const listed = annals('--tag', 'enforcement', '--country', 'kaz');
  expect(listed).toMatchObject({ status: 0, stderr: '' });
  expect(listed.stdout).toMatch(/^country +year +page +tags +passage\n/);
  expect(listed.stdout).toContain('3 highlights in 2 documents of 7');
  const json = JSON.parse(annals('--tag', 'Enforcement > Inspectors', '--year', '2021', '--json').stdout) as unknown;
  expect(json).toMatchObject({ total: 1, all: 7, annotations: [{ id: annotations.nine, quote: 'Inspectors visited nine farms' }] });
  expect(annals('--tag', 'Nothing')).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no tag “Nothing”.') as string });
});

it('writes them as a file or to standard output, and says when nothing fits', async () => {
  const { annals, folder } = await annotated();
  expect((JSON.parse(annals('--text', 'WATCHED', '--tagged', 'with', '--format', 'json').stdout) as { total: number }).total).toBe(1);
  expect(annals('--format', 'md', '--out', 'list.md')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Written: list\.md/) as string });
  expect(readFileSync(join(folder, 'list.md'), 'utf8')).toMatch(/^# Highlights\n/);
  expect(annals('--text', 'nowhere', '--format', 'csv')).toMatchObject({ status: 1, stderr: expect.stringContaining('There is no highlight to export.') as string });
});
