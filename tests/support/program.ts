// Programs of the machine that some tests open exported files with; a test that needs one skips and says so when it is absent.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Path of a program, or null when it is not installed. */
export function programPath(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}
