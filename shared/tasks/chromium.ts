// Finds a Chromium for the browser tests, or installs one where that is a matter of one command.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programs = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser'];

const usualPlaces: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((variable) => {
    const folder = process.env[variable];
    return folder ? [join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'), join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe')] : [];
  }),
};

/** A path, or a sentence that says why there is none. */
export async function obtainChromium(): Promise<{ path: string } | { why: string }> {
  const given = process.env['CHROMIUM'];
  if (given) return existsSync(given) ? { path: given } : { why: `CHROMIUM names ${given}, which is not there.` };
  const found = (await playwrightsOwn()) ?? onThisMachine();
  if (found) return { path: found };
  if (!canUseApt()) return { why: 'There is no Chromium. Install one, name it in CHROMIUM, or run “npx playwright install chromium”.' };
  console.log('Installing Chromium for the browser tests (apt-get) …');
  install();
  const installed = onThisMachine();
  return installed ? { path: installed } : { why: 'There is no Chromium, and apt-get could not install it.' };
}

async function playwrightsOwn(): Promise<string | null> {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
}

function onThisMachine(): string | null {
  const onPath = process.platform === 'win32' ? [] : (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => programs.map((program) => join(folder, program)));
  return [...onPath, ...(usualPlaces[process.platform] ?? [])].find((path) => existsSync(path)) ?? null;
}

function canUseApt(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
}

function install(): void {
  // Five minutes each: a mirror that hangs must not hold the tests for ever.
  const options = { stdio: ['ignore', 'ignore', 'inherit'] as ('ignore' | 'inherit')[], timeout: 300_000, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  if (spawnSync('apt-get', ['update', '-qq'], options).status !== 0) return;
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
}
