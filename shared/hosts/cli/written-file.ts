// Writes a file that the command line was asked for.

import { rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UserError } from '../../core/user-error.ts';

/** The file is whole or is not there: an older one of that name stays until the new one is written. Throws UserError('not-allowed'). */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const target = resolve(path);
  const unfinished = `${target}.${process.pid}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new UserError('not-allowed', `“${path}” could not be written.`, error instanceof Error ? error.message.replace(unfinished, path) : '');
  }
}
