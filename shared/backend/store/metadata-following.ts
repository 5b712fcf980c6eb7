// Which fields of a document follow a new reading: those that stand as the old one had them. What a person decided stays.

import type { MetadataField } from '../../core/metadata.ts';
import type { DocumentRow } from './documents.ts';
import { decidedFields } from './metadata.ts';
import type { Read } from './write.ts';

const fields = ['title', 'country', 'year', 'date', 'issuer', 'author', 'language', 'kind', 'identifier', 'classification'] as const satisfies MetadataField[];

/** The changes of the document that come with the reading `readingId`. A document never loses its title or kind by it. */
export function followingFields(read: Read, document: DocumentRow, readingId: string): Partial<DocumentRow> {
  const decided = decidedFields(read, document.id);
  const older = putIn(read, document.readingId);
  const newer = putIn(read, readingId);
  const changes: Record<string, string | number | null> = {};
  for (const field of fields) {
    const value = document[field];
    const standing = value === null ? null : String(value);
    const next = newer.get(field) ?? null;
    if (decided.has(field) || standing !== (older.get(field) ?? null) || next === standing) continue;
    if (next === null && (field === 'title' || field === 'kind')) continue;
    changes[field] = field === 'year' && next !== null ? Number(next) : next;
  }
  return changes;
}

function putIn(read: Read, readingId: string): Map<string, string> {
  return new Map(read.all<{ field: string; value: string }>('SELECT field, value FROM recognised_value WHERE reading_id = ? AND is_put_in = 1', readingId).map(({ field, value }) => [field, value]));
}
