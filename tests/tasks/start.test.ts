// `npm start`: which window it opens and why, how soon, and that it ends in order.

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { root } from '../support/imports.ts';
import { visit } from '../support/web-visitor.ts';
import { patience } from '../support/patience.ts';

type Started = { said: () => string; address: () => Promise<URL>; end: (signal: NodeJS.Signals) => void; ended: Promise<number | null> };

function start(words: string[], environment: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [join(root, 'shared', 'tasks', 'start.ts'), ...words], {
    cwd: root,
    env: { PATH: process.env['PATH'], ANNALS_HOME: join(temporaryFolder(), 'workspace'), ANNALS_NO_ELECTRON_DOWNLOAD: '1', ...environment },
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    said: () => said,
    address: async () => new URL(await expect.poll(() => /http:\S+/.exec(said)?.[0], { timeout: 30_000, interval: 10 }).toBeDefined().then(() => /http:\S+/.exec(said)?.[0] ?? '')),
    end: (signal) => void child.kill(signal),
    ended,
  };
}

/** A folder with a program in Electron's place that runs this shell script. */
function electronThat(script: string): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'electron'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'electron'), 0o755);
  return folder;
}

describe('without Electron', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('serves the screen to a browser, says why, and ends in order on %s', async (signal) => {
    const folder = temporaryFolder();
    const project = join(folder, 'new.annals');
    const started = start(['--no-open', '--project', project], { ELECTRON_OVERRIDE_DIST_PATH: folder });
    const address = await started.address();
    expect(started.said()).toContain('Annals runs in the browser: Electron is not installed, and ANNALS_NO_ELECTRON_DOWNLOAD forbids fetching it.');
    const host = { port: Number(address.port) };
    const { headers } = await visit(host, { path: address.pathname + address.search });
    const page = await visit(host, { headers: { cookie: String(headers['set-cookie']).split(';')[0] } });
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('<div id="root">') as string });
    const script = /src="(\/assets\/[^"]+)"/.exec(page.text)?.[1] ?? '';
    expect(await visit(host, { path: script, headers: { cookie: String(headers['set-cookie']).split(';')[0] } })).toMatchObject({ status: 200 });
    expect(existsSync(project)).toBe(true);
    started.end(signal);
    expect(await started.ended).toBe(0);
    expect(existsSync(`${project}-wal`)).toBe(false);
  });

  it('is ready without a build when nothing changed', async () => {
    const first = start(['--web', '--no-open']);
    await first.address();
    first.end('SIGTERM');
    await first.ended;
    const begin = performance.now();
    const second = start(['--web', '--no-open']);
    await second.address();
    expect(second.said()).not.toContain('Built the');
    expect(performance.now() - begin).toBeLessThan(patience);
  });

  it('takes the port it is given', async () => {
    const first = start(['--web', '--no-open']);
    const { port } = await first.address();
    const second = start(['--web', '--no-open', '--port', port]);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain(`Port ${port} is used by another program.`);
    first.end('SIGTERM');
    await first.ended;
    expect((await start(['--web', '--no-open', '--port', port]).address()).port).toBe(port);
  });

  it.each([['--fast'], ['--port'], ['--web', '--port', 'http'], ['--port', '99999', '--web'], ['words']])('refuses %s %s with a sentence', async (...words) => {
    const started = start([...words, '--no-open'], { ELECTRON_OVERRIDE_DIST_PATH: temporaryFolder() });
    expect(await started.ended).toBe(1);
    expect(started.said()).not.toMatch(/^\s+at /m);
  });

  it('refuses a project that is none, and one that is open elsewhere', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'letter.annals'), 'Dear Ada');
    const wrong = start(['--web', '--no-open', '--project', join(folder, 'letter.annals')]);
    expect([await wrong.ended, wrong.said()]).toEqual([1, expect.stringContaining('letter.annals')]);
    const first = start(['--web', '--no-open', '--project', join(folder, 'one.annals')]);
    await first.address();
    const second = start(['--web', '--no-open', '--project', join(folder, 'one.annals')]);
    expect([await second.ended, second.said()]).toEqual([1, expect.stringContaining('one.annals')]);
  });
});

describe.skipIf(process.platform === 'win32')('with Electron (not on Windows, where a script is no program)', () => {
  it('opens its window with the project, and ends with it', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'said'));
    const started = start(['--project', 'my project.annals'], { ELECTRON_OVERRIDE_DIST_PATH: electronThat('for word; do echo "word: $word"; done') });
    expect(await started.ended).toBe(0);
    expect(started.said()).toContain('Annals opens in its own window');
    expect(started.said()).toContain('word: --project\n');
    expect(started.said()).toMatch(/word: \/.*\/my project\.annals\n/);
    expect(started.said()).not.toContain('http:');
  });

  it('falls back to the browser when the window does not open', async () => {
    const started = start(['--no-open'], { ELECTRON_OVERRIDE_DIST_PATH: electronThat('echo "Missing X server" >&2; exit 1') });
    await started.address();
    expect(started.said()).toContain('Annals runs in the browser: Electron is here, but its window did not open (it ended with code 1).');
    started.end('SIGTERM');
    expect(await started.ended).toBe(0);
  });

  it('passes a signal on', async () => {
    const started = start([], { ELECTRON_OVERRIDE_DIST_PATH: electronThat("trap 'echo closing; exit 0' TERM; echo open; while :; do sleep 0.05; done") });
    await expect.poll(started.said, { timeout: 30_000 }).toContain('open\n');
    started.end('SIGTERM');
    expect(await started.ended).toBe(0);
    expect(started.said()).toContain('closing');
  });

  it('is not asked for by --web', async () => {
    const started = start(['--web', '--no-open'], { ELECTRON_OVERRIDE_DIST_PATH: electronThat('echo asked') });
    await started.address();
    expect(started.said()).toContain('Annals runs in the browser: --web asks for it.');
    expect(started.said()).not.toContain('asked\n');
  });
});
