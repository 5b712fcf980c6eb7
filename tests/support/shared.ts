// Where the real documents lie when they are beside the project; tests that need them skip and say so when they are not.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..', 'shared');

/** True when the folder of real documents lies beside the project. */
export const sharedPresent = existsSync(join(root, 'corpus')) && existsSync(join(root, 'seeds'));

/** A path below the folder of real documents. */
export function sharedPath(...parts: string[]): string {
  return join(root, ...parts);
}

/** The bytes of a real document. */
export function sharedBytes(...parts: string[]): Uint8Array {
  return new Uint8Array(readFileSync(sharedPath(...parts)));
}
