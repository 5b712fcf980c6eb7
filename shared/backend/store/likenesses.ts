// Sketches of texts and which texts are alike: derived from readings, insert-only, outside the journal.

import { fewestShared, indexedHashes, likenessOf, type Sketch } from '../../core/likeness.ts';
import type { Database } from './database.ts';
import type { Read } from './write.ts';

/** Below, two texts have no more in common than two of their kind; with it a report finds its neighbours of other years too, whose years may be corrected. */
const leastLikeness = 0.3;
/** A form filled in a thousand times is alike a thousand others; the nearest are enough. */
const mostLike = 8;

type SketchRow = { reading_id: string; shingles: number; hashes: Buffer };

/** Readings of documents that have no sketch yet, such as those of a project made before there were any; the newest first. */
export function readingsWithoutSketch(read: Read, most: number): string[] {
  return read
    .all<{ id: string }>(
      `SELECT DISTINCT d.reading_id AS id
         FROM document d
        WHERE NOT EXISTS (SELECT 1 FROM sketch s WHERE s.reading_id = d.reading_id)
        ORDER BY d.id DESC
        LIMIT ?`,
      most,
    )
    .map((row) => row.id);
}

/** Keeps the sketch of a reading and finds the readings like it; answers how many there are. Does nothing when there is one already. */
export function insertSketch(database: Database, read: Read, readingId: string, sketch: Sketch): number {
  const kept = database.prepare('INSERT OR IGNORE INTO sketch (reading_id, shingles, hashes) VALUES (?, ?, ?)').run(readingId, sketch.shingles, new Uint8Array(Uint32Array.from(sketch.hashes).buffer));
  if (kept.changes === 0) return 0;
  const first = sketch.hashes.slice(0, indexedHashes);
  const found = likest(read, readingId, sketch, first);
  const statement = database.prepare('INSERT OR IGNORE INTO sketch_hash (hash, reading_id) VALUES (?, ?)');
  for (const hash of first) statement.run(hash, readingId);
  const insert = database.prepare('INSERT OR IGNORE INTO likeness (reading_id, other_id, similarity) VALUES (?, ?, ?)');
  for (const { id, similarity } of found) insert.run(readingId, id, similarity);
  return found.length;
}

function likest(read: Read, readingId: string, sketch: Sketch, first: readonly number[]): { id: string; similarity: number }[] {
  const rows = read.all<SketchRow>(
    `SELECT s.reading_id, s.shingles, s.hashes
       FROM (SELECT reading_id
               FROM sketch_hash
              WHERE hash IN (SELECT value FROM json_each(@first))
              GROUP BY reading_id
             HAVING count(*) >= @shared
              ORDER BY count(*) DESC, reading_id
              LIMIT @most) h
       JOIN sketch s ON s.reading_id = h.reading_id`,
    // Twice as many as are kept: the order of the first hashes is not quite the order of likeness.
    { first: JSON.stringify(first), shared: fewestShared, most: mostLike * 2 },
  );
  return rows
    .filter((row) => row.reading_id !== readingId)
    .map((row) => ({ id: row.reading_id, similarity: exactOrBelow(read, readingId, row.reading_id, likenessOf(sketch, { shingles: row.shingles, hashes: unpacked(row.hashes) })) }))
    .filter(({ similarity }) => similarity >= leastLikeness)
    .toSorted((one, other) => other.similarity - one.similarity || one.id.localeCompare(other.id))
    .slice(0, mostLike);
}

/** 1 stands only for the same text letter by letter; sketches of a text with one word changed may be the same. */
function exactOrBelow(read: Read, one: string, other: string, similarity: number): number {
  if (similarity < 0.98) return similarity;
  const same = read.get<{ same: number }>('SELECT (SELECT text FROM reading WHERE id = ?) = (SELECT text FROM reading WHERE id = ?) AS same', one, other)?.same === 1;
  return same ? 1 : Math.min(similarity, 0.9999);
}

function unpacked(bytes: Buffer): number[] {
  return [...new Uint32Array(new Uint8Array(bytes).buffer)];
}
