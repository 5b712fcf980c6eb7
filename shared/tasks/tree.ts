// The folders that the tasks work on.

import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A path below the project's root. */
export function inTree(...parts: string[]): string {
  return join(root, ...parts);
}

/** Where the analyst stood when npm was called; npm itself goes to the root, and paths of the command line mean this one. */
export function callersDirectory(): string {
  return (process.env['npm_lifecycle_event'] && process.env['INIT_CWD']) || process.cwd();
}
