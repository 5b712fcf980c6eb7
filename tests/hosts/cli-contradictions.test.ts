// `annals contradictions` as a script uses it.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { root } from '../support/imports.ts';
import { twoEditions } from '../support/two-editions.ts';

const program = process.env['ANNALS_BUILT'] ? join(root, 'out', 'main', 'cli.js') : join(root, 'shared', 'hosts', 'cli.ts');

it('lists the contradictions of a country, and says what is wrong with the question', () => {
  const folder = temporaryFolder();
  const annals = (...words: string[]) => spawnSync(process.execPath, [program, ...words, '--project', 'test.annals'], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'], ANNALS_HOME: join(folder, 'workspace') } });
  mkdirSync(join(folder, 'papers'));
  writeFileSync(join(folder, 'papers', 'fiji-2021.html'), twoEditions['fiji-2021.html']);
  // Another copy of the page of the same year counts other inspectors.
  writeFileSync(join(folder, 'papers', 'fiji-2021-b.html'), twoEditions['fiji-2021.html'].replace('<td>240</td>', '<td>150</td>'));
  expect(annals('import', 'papers')).toMatchObject({ status: 0 });
  const told = annals('contradictions', '--country', 'fji', '--json');
  expect(told.status).toBe(0);
  expect(JSON.parse(told.stdout)).toMatchObject({ country: 'FJI', counts: { open: 1, explained: 0, accepted: 0 }, contradictions: [{ indicator: 'enforcement.labor_inspectors', year: 2021, state: 'open' }] });
  expect(annals('contradictions', '--country', 'FJI').stdout).toContain('1 contradiction: 1 open, 0 explained, 0 accepted');
  expect(annals('contradictions', '--country', 'FJI', '--state', 'explained').stdout).toContain('0 contradictions');
  expect(annals('contradictions')).toMatchObject({ status: 1, stderr: expect.stringContaining('Give --country KAZ.') as string });
  expect(annals('contradictions', '--country', 'FJI', '--state', 'odd')).toMatchObject({ status: 1, stderr: expect.stringContaining('“odd” is no state.') as string });
});
