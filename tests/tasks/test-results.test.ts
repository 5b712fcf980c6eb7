// The last line of `npm test` counts everything: what passed, what failed in whatever way, and what was skipped, with its reason.

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import type { Counts } from '../../shared/tasks/test-results.ts';
import { temporaryFolder } from '../support/folder.ts';
import { root } from '../support/imports.ts';

it('counts passed, failed, skipped and broken', () => {
  const folder = temporaryFolder();
  const use = "import { beforeAll, describe, expect, it } from 'vitest';\n";
  writeFileSync(
    join(folder, 'mixed.test.ts'),
    `${use}
    it('passes', () => {}); it('passes too', () => {}); it('fails', () => { expect(1).toBe(2); });
    it.skip('is skipped', () => {}); it.todo('is to be written'); it.skipIf(true)('is skipped (needs ../shared)', () => {});
    it('skips itself', (context) => context.skip('no browser here'));
    describe('a broken hook', () => { beforeAll(() => { throw new Error('hook'); }); it('never runs', () => {}); });`,
  );
  writeFileSync(join(folder, 'broken.test.ts'), `${use} import './not-there.ts';`);
  writeFileSync(join(folder, 'stray.test.ts'), `${use} it('leaves an error behind', () => { setTimeout(() => { throw new Error('stray'); }, 0); }); it('waits', () => new Promise((resolve) => setTimeout(resolve, 50)));`);
  const module = (path: string) => JSON.stringify(pathToFileURL(join(root, path)).href);
  writeFileSync(
    join(folder, 'run.mjs'),
    `import { startVitest } from ${module('node_modules/vitest/dist/node.js')};
    import { countResults } from ${module('shared/tasks/test-results.ts')};
    const vitest = await startVitest([], { root: ${JSON.stringify(folder)}, watch: false, config: false, reporters: [{}], alias: { vitest: ${JSON.stringify(join(root, 'node_modules/vitest/dist/index.js'))} } });
    console.log(JSON.stringify(countResults(vitest)));
    await vitest.close();`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'run.mjs')], { encoding: 'utf8', env: { PATH: process.env['PATH'] } });
  const line = stdout.split('\n').findLast((each) => each.startsWith('{'));
  const counts = JSON.parse(line ?? JSON.stringify({ stderr })) as Counts;
  // "fails", the file that does not load, the hook, and the stray error.
  expect(counts).toMatchObject({ passed: 4, failed: 4 });
  expect(counts.skipped.map(({ test, reason }) => [test.replace(/^.*: /, ''), reason])).toEqual([
    ['is skipped', null],
    ['is to be written', null],
    ['is skipped (needs ../shared)', 'needs ../shared'],
    ['skips itself', 'no browser here'],
    ['a broken hook > never runs', null],
  ]);
});
