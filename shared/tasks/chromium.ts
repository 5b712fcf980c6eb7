// Finds a Chromium for the browser tests, or installs one where that is a matter of one command.

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../backend/exporters/pdf/chromium.ts';

/** A path, or a sentence that says why there is none: Playwright's own, else the one that also prints briefs, else a fresh one. */
export async function obtainChromium(): Promise<{ path: string } | { why: string }> {
  const given = process.env['CHROMIUM'];
  if (given) return existsSync(given) ? { path: given } : { why: `CHROMIUM names ${given}, which is not there.` };
  const found = (await playwrightsOwn()) ?? findChromium();
  if (found) return { path: found };
  if (!canUseApt()) return { why: 'There is no Chromium. Install one, name it in CHROMIUM, or run “npx playwright install chromium”.' };
  console.log('Installing Chromium for the browser tests (apt-get) …');
  install();
  const installed = findChromium();
  return installed ? { path: installed } : { why: 'There is no Chromium, and apt-get could not install it.' };
}

async function playwrightsOwn(): Promise<string | null> {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return existsSync(path) ? path : null;
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
