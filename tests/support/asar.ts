// Reads an asar archive, the packed form of the desktop program (format: the README of electron/asar). It writes none.

import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Entry = { files?: Record<string, Entry>; size?: number; offset?: string; unpacked?: boolean };

export type ArchivedFile = { path: string; size: number; /** Lies beside the archive, in the folder NAME.unpacked. */ unpacked: boolean; bytes: Uint8Array };

/** The files in the archive, with "/" between folders, in the order of the archive. */
export function readArchive(file: string): ArchivedFile[] {
  const archive = readFileSync(file);
  // Two pickles: 4 bytes payload size and 4 bytes header size; then 4 + 4 bytes sizes again, and the header as JSON.
  const headerSize = archive.readUInt32LE(4);
  const header = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12))) as Entry;
  const start = 8 + headerSize;
  const walk = (entry: Entry, path: string): ArchivedFile[] => {
    if (entry.files) return Object.entries(entry.files).flatMap(([name, child]) => walk(child, path ? `${path}/${name}` : name));
    const { size = 0, unpacked = false } = entry;
    const from = start + Number(entry.offset ?? 0);
    return [{ path, size, unpacked, bytes: unpacked ? readFileSync(join(`${file}.unpacked`, path)) : archive.subarray(from, from + size) }];
  };
  return walk(header, '');
}

/** Writes all files below a folder. */
export function extractArchive(file: string, folder: string): void {
  for (const { path, unpacked, bytes } of readArchive(file)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    if (unpacked) copyFileSync(join(`${file}.unpacked`, path), target);
    else writeFileSync(target, bytes);
  }
}
