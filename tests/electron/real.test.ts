// With a real Electron program, where there is one: what the double cannot prove. The sandbox, the two worlds of page and
// preload, the utility process and the program's own answer to what a page may not do.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasDisplay } from '../../shared/hosts/browser.ts';
import { findElectron } from '../../shared/tasks/electron-binary.ts';
import { buildIfStale } from '../../shared/tasks/stale.ts';
import { inTree } from '../../shared/tasks/tree.ts';

const program = findElectron();
const canRun = program !== null && hasDisplay();
if (!canRun) console.log(`skipped: no Electron ${program === null ? 'binary' : 'window without a display'}`);

describe.skipIf(!canRun)('in Electron itself (needs an Electron binary and a display)', () => {
  let folder: string;
  let application: ElectronApplication;
  let page: Page;

  beforeAll(async () => {
    await buildIfStale();
    folder = mkdtempSync(join(tmpdir(), 'annals-electron-'));
    // Chromium refuses its own sandbox to root.
    const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const environment = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
    application = await _electron.launch({
      executablePath: program ?? '',
      args: [...asRoot, inTree(), '--project', join(folder, 'real.annals')],
      env: { ...environment, ANNALS_HOME: join(folder, 'home') },
    });
    page = await application.firstWindow();
    await page.waitForLoadState();
  }, 60_000);
  afterAll(async () => {
    await application.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows the open project on the screen', async () => {
    expect(page.url()).toMatch(/^app:\/\/annals\//);
    await page.getByText('real', { exact: false }).first().waitFor();
  });

  it('keeps Node and the preload’s world from the page', async () => {
    const seen = await page.evaluate(() => ['require', 'process', 'Buffer', 'module', 'ipcRenderer', 'commandListeners'].filter((name) => name in window));
    expect(seen).toEqual([]);
    expect(await page.evaluate(() => Object.keys(window.annals ?? {}))).toEqual(['host', 'platform', 'onCommand', 'showKeys', 'openProjectFile', 'createProjectFile', 'chooseWatchedFolder']);
  });

  it('lets the page neither leave, nor open windows, nor reach other machines', async () => {
    const before = page.url();
    await page.evaluate(() => window.location.assign('https://elsewhere.example/'));
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => window.open('https://elsewhere.example/'))).toBeNull();
    expect(await page.evaluate(() => fetch('https://elsewhere.example/').then(() => 'reached', () => 'refused'))).toBe('refused');
    expect(application.windows()).toHaveLength(1);
  });

  it('refuses the page the camera, notifications and its place', async () => {
    const refused = await page.evaluate(async () => [
      await navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'granted', (error: Error) => error.name),
      await Notification.requestPermission(),
      await new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('granted'), ({ code }) => resolve(code))),
    ]);
    expect(refused).toEqual(['NotAllowedError', 'denied', 1]);
  });

  it('comes back after the backend process crashed', async () => {
    const backend = (): Promise<number | undefined> => application.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Annals backend')?.pid);
    const first = await backend();
    process.kill(first ?? 0, 'SIGKILL');
    await expect.poll(backend, { timeout: 10_000 }).not.toBe(first);
    await page.getByText('real', { exact: false }).first().waitFor();
  });
});
