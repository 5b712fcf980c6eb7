// Drops a folder of files on the window of the real application in a real Chromium and tells for how long the window and the application stood still at
// worst while they imported: `node window.ts FOLDER COUNT`. Prints a line of JSON, or "null" where the screen is not built.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { chromium } from 'playwright';
import { openBackend } from '../../../shared/backend/backend.ts';
import { serveWeb } from '../../../shared/hosts/web.ts';
import { resourcesDirectory } from '../../support/backend.ts';

/**
 * Longest time in ms for which the window and the application's own thread answered nobody; how many tasks of the window took over 50 ms; `busy`: the most processor
 * time in ms that the application's thread used in one go, which a busy machine does not lengthen; seconds in all. */
export type Stillness = { window: number; over: number; application: number; busy: number; seconds: number };

const [folder = '', count = '0'] = process.argv.slice(2);
const screen = process.env['SCREEN'] ?? join(import.meta.dirname, '..', '..', '..', 'out', 'renderer');

/** Processor time of this thread so far, ms. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

async function measure(): Promise<Stillness> {
  const place = mkdtempSync(join(tmpdir(), 'annals-bench-'));
  const backend = await openBackend({ workspaceDirectory: join(place, 'workspace'), projectFile: join(place, 'bench.annals'), resourcesDirectory, workers: 1 });
  const host = await serveWeb({ backend, rendererDirectory: screen, port: 0, host: '127.0.0.1' });
  const given = process.env['CHROMIUM'];
  const browser = await chromium.launch({ args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])], ...(given ? { executablePath: given } : {}) });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(host.url);
    await page.waitForSelector('.shell');
    await page.evaluate(() => {
      const kept = { longest: 0, over: 0 };
      Object.assign(globalThis, { stillness: kept });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) {
          kept.longest = Math.max(kept.longest, duration);
          kept.over += 1;
        }
      }).observe({ type: 'longtask' });
    });
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    let busy = 0;
    let last = threadTime();
    const watch = setInterval(() => {
      const now = threadTime();
      busy = Math.max(busy, now - last);
      last = now;
    }, 1);
    const began = performance.now();
    const session = await context.newCDPSession(page);
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data: { items: [], files: [folder], dragOperationsMask: 1 } });
    // Asked seldom, so that asking is no load of its own.
    for (let open = 1, files = 0; open > 0 || files < Number(count); ) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      const { runs } = await backend.call('imports.counts', {});
      files = runs.reduce((sum, run) => sum + run.files, 0);
      open = runs.reduce((sum, run) => sum + run.open, 0);
    }
    const seconds = (performance.now() - began) / 1000;
    delay.disable();
    clearInterval(watch);
    const { longest, over } = await page.evaluate(() => (globalThis as unknown as { stillness: { longest: number; over: number } }).stillness);
    return { window: longest, over, application: delay.max / 1e6, busy, seconds };
  } finally {
    await browser.close();
    await host.close();
    await backend.close();
    rmSync(place, { recursive: true });
  }
}

console.log(JSON.stringify(existsSync(join(screen, 'index.html')) ? await measure() : null));
process.exit(0);
