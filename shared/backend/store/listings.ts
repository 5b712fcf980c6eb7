// The lists of a reading, taken out of what was recognised without its text and pages.

import { type Listings, noListings } from '../../core/listing.ts';
import type { Read } from './write.ts';

/** Readings made before a list was known do not have it; it is then empty. */
export function listingsOfReading(read: Read, readingId: string): Listings | null {
  const row = read.get<{ lists: string }>(
    `SELECT json_object(
              'activities',   json_extract(recognition, '$.activities'),
              'institutions', json_extract(recognition, '$.institutions'),
              'legalBases',   json_extract(recognition, '$.legalBases'),
              'references',   json_extract(recognition, '$.references'),
              'citations',    json_extract(recognition, '$.citations')
            ) AS lists
       FROM reading
      WHERE id = ?`,
    readingId,
  );
  if (!row) return null;
  const kept = JSON.parse(row.lists) as Partial<Record<keyof Listings, unknown>>;
  const known = Object.entries(kept).filter(([, list]) => list !== null);
  return { ...noListings, ...(Object.fromEntries(known) as Partial<Listings>) };
}

/** Names of goods as the documents of a country print them, the newest import first. */
export function goodNames(read: Read, country: string): string[] {
  const rows = read.all<{ name: string }>(
    `SELECT DISTINCT json_extract(good.value, '$.name') AS name
       FROM document d
       JOIN reading r ON r.id = d.reading_id
       JOIN json_each(r.recognition, '$.goods') AS good
      WHERE d.country = ?
      ORDER BY d.imported_at DESC, d.id DESC`,
    country,
  );
  return rows.map(({ name }) => name);
}
