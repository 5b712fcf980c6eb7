// Who has coded what: the codings of two analysts, for their agreement.

import type { Coding } from '../../core/dispute.ts';
import type { Read } from './write.ts';

/** Areas of pages have no words to agree about. */
export function analysts(read: Read): { author: string; passages: number; documents: number }[] {
  return read.all(
    `SELECT a.author, count(*) AS passages, count(DISTINCT a.document_id) AS documents
       FROM annotation a
      WHERE a.area IS NULL
        AND EXISTS (SELECT 1 FROM annotation_tag l WHERE l.annotation_id = a.id)
      GROUP BY a.author
      ORDER BY passages DESC, a.author`,
  );
}

export type CodedText = { id: string; title: string; country: string | null; year: number | null; characters: number; authors: number };

/** Documents that one or both have coded; `authors` says how many of the two. */
export function documentsOfTwo(read: Read, first: string, second: string): CodedText[] {
  return read.all<CodedText>(
    `SELECT d.id, d.title, d.country, d.year, r.characters, count(DISTINCT a.author) AS authors
       FROM annotation a
       JOIN document d ON d.id = a.document_id
       JOIN reading r ON r.id = d.reading_id
      WHERE a.author IN (@first, @second)
        AND a.area IS NULL
        AND EXISTS (SELECT 1 FROM annotation_tag l WHERE l.annotation_id = a.id)
      GROUP BY d.id
      ORDER BY d.country, d.year, d.title, d.id`,
    { first, second },
  );
}

export type StoredCoding = Coding & { documentId: string; tagId: string; page: number | null; quote: string };

/** Codings of two analysts by document and tag; with `tagId` of this tag only. Quotes are cut at 400 characters. */
export function codingsOfTwo(read: Read, first: string, second: string, tagId: string | null): StoredCoding[] {
  return read.all<StoredCoding>(
    `SELECT a.id, a.document_id AS documentId, l.tag_id AS tagId, a.start, a."end" AS "end", a.page, substr(a.quote, 1, 400) AS quote,
            CASE WHEN l.settled = 1 THEN 'both' WHEN a.author = @first THEN 'first' ELSE 'second' END AS by
       FROM annotation a
       JOIN annotation_tag l ON l.annotation_id = a.id
      WHERE a.author IN (@first, @second)
        AND a.area IS NULL
        AND (@tagId IS NULL OR l.tag_id = @tagId)
      ORDER BY a.document_id, a.start`,
    { first, second, tagId },
  );
}
