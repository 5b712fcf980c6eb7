// Finds and reads the files that a command line names; folders are walked. A path that cannot be read is reported and left out.

import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../../core/user-error.ts';

export type FoundFile = {
  /** To read it by. */
  path: string;
  /** As the analyst will know it: the file's name, below a given folder with the folders from there. */
  name: string;
  size: number;
};

/** Node reads no more into one buffer; no document of this kind is near it. */
const largestFile = 1024 * 1024 * 1024;

/** The files at and below the paths, in the given order and by name within a folder. Hidden files are left out. */
export async function findFiles(paths: readonly string[], report: (path: string, error: UserError) => void): Promise<FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of paths) {
    try {
      const { size, ...kind } = await describe(path);
      if (kind.isFolder) found.push(...(await filesIn(path)));
      else found.push({ path, name: basename(path), size });
    } catch (error) {
      report(path, inWords(error, path));
    }
  }
  return found;
}

/** Throws UserError not-found, not-allowed or too-large. */
export async function readFound({ path, size }: FoundFile): Promise<Uint8Array> {
  if (size > largestFile) throw new UserError('too-large', `“${basename(path)}” is larger than 1 GB and was not read.`, 'Split it, or import the part you need.');
  try {
    const bytes = await readFile(path);
    return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    throw inWords(error, path);
  }
}

async function describe(path: string): Promise<{ size: number; isFolder: boolean }> {
  const found = await stat(path);
  if (!found.isDirectory() && !found.isFile()) throw new UserError('unsupported-file', `“${path}” is neither a file nor a folder.`);
  return { size: found.size, isFolder: found.isDirectory() };
}

async function filesIn(folder: string): Promise<FoundFile[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const top = basename(resolve(folder));
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(folder, path).split(sep).some((part) => part.startsWith('.')))
    .sort();
  return Promise.all(files.map(async (path) => ({ path, name: [top, ...relative(folder, path).split(sep)].join('/'), size: (await stat(path)).size })));
}

function inWords(error: unknown, path: string): UserError {
  if (error instanceof UserError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new UserError('not-found', `There is no file “${path}”.`, 'Check the spelling; a path with spaces needs quotes.');
  if (code === 'EACCES' || code === 'EPERM') return new UserError('not-allowed', `“${path}” may not be read by this account.`);
  return new UserError('unreadable-file', `“${path}” could not be read (${code || String(error)}).`);
}
