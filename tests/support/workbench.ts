// The whole workbench for a browser test: the real application behind the real web host, the built screen in a real Chromium.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { type Backend, openBackend } from '../../shared/backend/backend.ts';
import { serveWeb } from '../../shared/hosts/web.ts';
import { resourcesDirectory } from './backend.ts';
import { temporaryFolder } from './folder.ts';

/** The variable SCREEN names another build of the screen, so that two checkouts of it can be tested side by side. */
const rendererDirectory = process.env['SCREEN'] ?? join(import.meta.dirname, '..', '..', 'out', 'renderer');

const flags = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export type Workbench = {
  page: Page;
  context: BrowserContext;
  backend: Backend;
  /** "http://127.0.0.1:4711" */
  origin: string;
  /** What the page wrote to its console as an error, faults it did not catch, and requests that left the machine. A test should end with none. */
  faults: string[];
  /** Goes to an address such as "/library" by loading it anew. */
  goto: (address: string) => Promise<void>;
};

export type WorkbenchOptions = {
  /** Null shows the first-start screen; else a project is made under this name. */
  project?: string | null;
  width?: number;
  height?: number;
  theme?: 'light' | 'dark';
};

let launched: Promise<Browser> | null = null;

function browser(): Promise<Browser> {
  // Chromium refuses its own sandbox to root, who runs the tests in a container.
  const args = process.getuid?.() === 0 ? [...flags, '--no-sandbox'] : flags;
  const given = process.env['CHROMIUM'];
  launched ??= chromium.launch({ args, ...(given ? { executablePath: given } : {}) });
  return launched;
}

/** Called by a test file's afterAll: one browser serves all its tests. */
export async function closeBrowser(): Promise<void> {
  await (await launched)?.close();
  launched = null;
}

/** Everything is closed and removed when the test ends. */
export async function openWorkbench({ project = 'Test', width = 1440, height = 900, theme = 'light' }: WorkbenchOptions = {}): Promise<Workbench> {
  if (!existsSync(join(rendererDirectory, 'index.html'))) throw new Error('The screen is not built; npm run build makes it.');
  const workspaceDirectory = temporaryFolder();
  const backend = await openBackend({ workspaceDirectory, projectFile: null, resourcesDirectory, workers: 1 });
  onTestFinished(() => backend.close());
  if (project !== null) await backend.call('projects.create', { name: project });
  const host = await serveWeb({ backend, rendererDirectory, port: 0, host: '127.0.0.1' });
  onTestFinished(() => host.close());
  const context = await (await browser()).newContext({ viewport: { width, height }, colorScheme: theme, reducedMotion: 'reduce' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (!['data:', 'blob:', 'about:'].includes(protocol) && hostname !== '127.0.0.1') faults.push(`The page asked for ${request.url()}, which is not on this machine.`);
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(host.url);
  await page.waitForSelector('.shell');
  const origin = `http://127.0.0.1:${String(host.port)}`;
  const goto = async (address: string) => {
    await page.goto(origin + address);
    await page.waitForSelector('.shell');
  };
  return { page, context, backend, origin, faults, goto };
}

/**
 * What axe finds wrong with the page as it is, one sentence each. Axe is run in the page itself and not by way of its own driver, which opens
 * a page for each report and takes five times as long.
 */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axe.source);
  // In a frame that may run no script axe would wait for ever; what stands in it is tested where it is written.
  const run = `axe.run({ exclude: ['iframe[sandbox]'] }, { resultTypes: ['violations'] })`;
  const { violations } = await page.evaluate<AxeResults>(run);
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help} (${String(node.target)})`));
}

/** Drops files or folders of this machine on the window, as a file manager does. */
export async function dropOnWindow({ page, context }: Pick<Workbench, 'page' | 'context'>, paths: string[]): Promise<void> {
  const session = await context.newCDPSession(page);
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
}
