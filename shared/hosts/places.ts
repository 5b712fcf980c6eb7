// Where things lie on this machine: the analyst's workspace, and what belongs to the program. It makes no folder.

import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { workspacePlace } from '../core/workspace-place.ts';

/** This file lies two folders below the program's root, as a source (shared/hosts) and as a bundle (out/main). */
const programDirectory = fileURLToPath(new URL('../..', import.meta.url));

export const resourcesDirectory = join(programDirectory, 'resources');
export const rendererDirectory = join(programDirectory, 'out', 'renderer');

/** Projects, settings and log of this account; ANNALS_HOME wins over the custom of the operating system. */
export function workspaceDirectory(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform, home: string = homedir()): string {
  return resolve(workspacePlace(environment, platform, home));
}
