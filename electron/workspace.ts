// Where the analyst's projects, settings and log lie: the same folder as for the other hosts, which shared/hosts/places.ts
// names; the shell may not import a host, and a test compares the two.

import { join, resolve } from 'node:path';

export function workspaceDirectory(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (environment['ANNALS_HOME']) return resolve(environment['ANNALS_HOME']);
  if (platform === 'win32') return join(environment['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Annals');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Annals');
  // The XDG specification: a relative value is to be ignored.
  const data = environment['XDG_DATA_HOME'];
  return join(data?.startsWith('/') ? data : join(home, '.local', 'share'), 'annals');
}
