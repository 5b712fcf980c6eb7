// The web host as a program: opens the application, serves it, says where, and ends in order.

import { openBackend } from '../backend/backend.ts';
import { hasDisplay, openInBrowser } from './browser.ts';
import { rendererDirectory, resourcesDirectory, workspaceDirectory } from './places.ts';
import { serveWeb } from './web.ts';

export type WebProgramOptions = {
  /** Opened at the start, made when missing; null shows the first-start screen. */
  projectFile: string | null;
  /** 0 takes a free port. */
  port: number;
  /** Opens the default browser where there is a display. */
  open: boolean;
  /** Watched for the project from now on: a page can choose none. */
  watchedFolder?: string | null;
};

/** Answers when the host has ended: by Ctrl+C or by a signal. */
export async function runWebHost({ projectFile, port, open, watchedFolder }: WebProgramOptions): Promise<void> {
  const backend = await openBackend({ workspaceDirectory: workspaceDirectory(), projectFile, resourcesDirectory });
  try {
    if (watchedFolder) await backend.call('watch.start', { path: watchedFolder });
    const host = await serveWeb({ backend, rendererDirectory, port, host: '127.0.0.1' });
    console.log(`Annals is at ${host.url}`);
    console.log('The address holds a token of this start; only this machine can reach it. Ctrl+C ends Annals.');
    if (open && hasDisplay() && !(await openInBrowser(host.urlForOneUse()))) console.log('No browser could be opened. Open the address above in one.');
    await endAsked();
    await host.close();
  } finally {
    await backend.close();
  }
}

function endAsked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // The second time somebody is impatient: the default, which ends the process at once. Nothing saved is lost by it.
      process.once(signal, () => resolve());
    }
  });
}
