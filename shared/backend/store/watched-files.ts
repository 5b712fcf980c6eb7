// What a watched folder held: its files by name, with the contents each has had. A record, outside the journal.

import type { Database } from './database.ts';
import type { Read } from './write.ts';

export type WatchedFile = { name: string; contentId: string; size: number; modifiedAt: number };

/** Each file as it was seen last. */
export function watchedFiles(read: Read): WatchedFile[] {
  return read.all<WatchedFile>(
    `SELECT name, content_id AS contentId, size, modified_at AS modifiedAt
       FROM watched_file f
      WHERE seen_at = (SELECT max(seen_at) FROM watched_file WHERE name = f.name)`,
  );
}

export function putWatchedFile(database: Database, { name, contentId, size, modifiedAt }: WatchedFile, now: string): void {
  database.prepare('INSERT OR REPLACE INTO watched_file (name, content_id, size, modified_at, seen_at) VALUES (?, ?, ?, ?, ?)').run(name, contentId, size, modifiedAt, now);
}
