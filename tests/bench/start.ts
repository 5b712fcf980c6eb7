// How soon a second start of an unchanged tree is usable: from the process to the printed address, which is served by then. Limit 3 s.

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const home = mkdtempSync(join(tmpdir(), 'annals-bench-'));
const runs = 5;

/** Seconds. */
function start(): Promise<number> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(root, 'shared', 'tasks', 'ensure.mjs'), 'start', '--web', '--no-open'], { cwd: root, env: { ...process.env, ANNALS_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let seconds: number | null = null;
    child.stdout.on('data', (data: Buffer) => {
      if (seconds !== null || !data.toString().includes('http://')) return;
      seconds = (performance.now() - began) / 1000;
      child.kill('SIGTERM');
    });
    child.on('exit', () => (seconds === null ? reject(new Error('it ended without an address')) : resolve(seconds)));
  });
}

await start();
const times: number[] = [];
for (let run = 0; run < runs; run += 1) times.push(await start());
rmSync(home, { recursive: true, force: true });
console.log(`Second start of an unchanged tree: ${times.map((time) => time.toFixed(2)).join(', ')} s; worst ${Math.max(...times).toFixed(2)} s of 3 s.`);
