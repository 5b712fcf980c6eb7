// The one Chromium behind all windows of the double. It finds and starts it; sessions and windows open pages in it.

import { chromium, type Browser } from 'playwright';

/** Electron's pages hear that the other end of a port has closed; in Chromium that is still behind a flag. */
const closeEvent = '--enable-blink-features=MessagePortCloseEvent';
const flags = [closeEvent, '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

let started: Promise<Browser> | null = null;

export function startChromium(): Promise<Browser> {
  const executablePath = process.env['ANNALS_DOUBLE_CHROMIUM'];
  // Chromium refuses its own sandbox to root, who runs the tests in a container.
  const args = process.getuid?.() === 0 ? [...flags, '--no-sandbox'] : flags;
  started ??= chromium.launch({ args, ...(executablePath ? { executablePath } : {}) });
  return started;
}

export async function closeChromium(): Promise<void> {
  await (await started)?.close();
}
