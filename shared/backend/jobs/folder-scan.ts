// What lies in a folder and below it, as far as it may be a document: no hidden files, none that a program keeps only while it
// writes. It reads names and times, no contents, and follows no links.

import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../../core/user-error.ts';

export type ScannedFile = {
  path: string;
  /** With the folder's own name and the folders below it: "reports/2021/a.pdf". */
  name: string;
  size: number;
  /** Milliseconds since 1970. */
  modifiedAt: number;
};

/** More files than this are an archive, to be imported once; a folder that is watched is looked through every few seconds. */
const mostFiles = 20_000;
const deepestFolder = 40;
/** Node reads no more into one buffer; no document is near it. */
const largestFile = 1024 * 1024 * 1024;

/** Lock files of office programs, half loaded and half copied files, backups of editors, files of the system. */
const passing = /^(?:\.|~\$|#.*#$|~wr[ld]|(?:thumbs\.db|desktop\.ini|4913)$)|(?:~|\.(?:tmp|temp|part|partial|crdownload|download|filepart|opdownload|swp|swx|bak|lock|lnk|annals|annals-wal|annals-shm|annals-journal))$/i;

export function isPassingFile(name: string): boolean {
  return passing.test(name);
}

/** Throws UserError when the folder is not there, no folder, not to be read, or too large to be watched. By name. */
export async function scanFolder(folder: string): Promise<ScannedFile[]> {
  const top = resolve(folder);
  const files: ScannedFile[] = [];
  const walk = async (path: string, depth: number): Promise<void> => {
    for (const entry of await readdir(path, { withFileTypes: true })) {
      if (isPassingFile(entry.name)) continue;
      const below = join(path, entry.name);
      if (entry.isDirectory() && depth < deepestFolder) await walk(below, depth + 1).catch(ignoreGone);
      else if (entry.isFile()) await add(below).catch(ignoreGone);
      if (files.length > mostFiles) throw new UserError('too-large', `There are more than ${mostFiles.toLocaleString('en')} files in “${basename(top)}”; so many cannot be watched.`, 'Import the folder once, and watch the part of it that grows.');
    }
  };
  const add = async (path: string): Promise<void> => {
    const { size, mtimeMs, isFile } = await facts(path);
    if (isFile) files.push({ path, name: [basename(top) || 'folder', ...relative(top, path).split(sep)].join('/'), size, modifiedAt: mtimeMs });
  };
  try {
    if (!(await stat(top)).isDirectory()) throw new UserError('invalid-input', `“${basename(top)}” is no folder.`, 'Choose the folder in which the file lies.');
    await walk(top, 0);
  } catch (error) {
    throw inWords(error, basename(top));
  }
  return files.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

/** The bytes of a file that has not changed since it was scanned; null when it has, is gone, or may not be read now. */
export async function readUnchanged(file: ScannedFile): Promise<Uint8Array | null> {
  if (file.size > largestFile) return null;
  try {
    const bytes = await readFile(file.path);
    const after = await facts(file.path);
    return bytes.length === file.size && after.size === file.size && after.mtimeMs === file.modifiedAt ? new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) : null;
  } catch {
    return null;
  }
}

async function facts(path: string): Promise<{ size: number; mtimeMs: number; isFile: boolean }> {
  const { size, mtimeMs, ...kind } = await lstat(path).then((found) => ({ size: found.size, mtimeMs: found.mtimeMs, isFile: found.isFile() }));
  return { size, mtimeMs, isFile: kind.isFile };
}

/** Between reading the list and looking at a file it may be deleted or closed to us; then it is not there. */
function ignoreGone(error: unknown): void {
  if (error instanceof UserError) throw error;
}

function inWords(error: unknown, name: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return new UserError('not-found', `The folder “${name}” is not there.`, 'It may have been moved, or its drive is not connected. It is watched again as soon as it is back.');
  if (code === 'ENOTDIR') return new UserError('invalid-input', `“${name}” is no folder.`, 'Choose the folder in which the file lies.');
  if (code === 'EACCES' || code === 'EPERM') return new UserError('not-allowed', `The folder “${name}” may not be read by this account.`, 'Change its permissions, or choose another one.');
  return error instanceof UserError || code === '' ? error : new UserError('unreadable-file', `The folder “${name}” could not be read (${code}).`, 'It is tried again every few seconds.');
}
