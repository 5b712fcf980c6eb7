// Under which id a reading is kept, and by which version of the importers and recognisers. It reads nothing.

import { createHash } from 'node:crypto';

/** Raised when importers or recognisers answer differently for the same bytes; a reading made before keeps its own id. */
export const recogniserVersion = 3;

export type ReadingKey = {
  /** SHA-256 of the bytes, hex. */
  contentId: string;
  /** Importer id. */
  format: string;
  /** Kind as recognised. */
  kind: string;
  /** Which document of a collection, from 0; null for a file that is one document. */
  part: number | null;
};

/** The same bytes read in the same way have the same id. */
export function readingIdOf({ contentId, format, kind, part }: ReadingKey, version = recogniserVersion): string {
  return createHash('sha256').update([contentId, format, kind, version, ...(part === null ? [] : [part])].join(' ')).digest('hex');
}
