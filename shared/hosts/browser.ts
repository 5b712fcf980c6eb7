// Opens an address in the browser the analyst uses, where there is a screen to show it on.

import { spawn } from 'node:child_process';

/** False on a Linux machine without a graphical session, such as one reached by SSH. */
export function hasDisplay(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}

/** Answers whether a program that opens addresses could be started; what it does then is not known. */
export function openInBrowser(address: string): Promise<boolean> {
  const [program, programArguments] = opener(address);
  return new Promise((done) => {
    const child = spawn(program, programArguments, { stdio: 'ignore', detached: true, windowsHide: true });
    child.once('error', () => done(false));
    child.once('spawn', () => {
      child.unref();
      done(true);
    });
  });
}

function opener(address: string): [string, string[]] {
  if (process.platform === 'darwin') return ['open', [address]];
  // The address has no character that cmd would read as its own: letters, digits and :/?=-_ only.
  if (process.platform === 'win32') return ['cmd', ['/c', 'start', '', address]];
  return ['xdg-open', [address]];
}
