// Full-text search over passages. Ranking is bm25; a passage counts only while its document is in the project.

import type { DocumentKind } from '../../core/recognition.ts';
import type { SearchHit, SnippetPart } from '../../core/search.ts';
import type { Read } from './write.ts';

export type Filter = { countries: string[] | null; years: number[] | null; kinds: string[] | null; documentIds: string[] | null };

export type DocumentHits = { documentId: string; country: string | null; year: number | null; kind: DocumentKind; hits: number };

type HitRow = Omit<SearchHit, 'snippet' | 'countryName'> & { snippet: string };

/** Control characters that no text holds mark the hits inside a snippet. */
const hitStart = '\u0002';
const hitEnd = '\u0003';
/** Words around the hits in a snippet. */
const snippetWords = 32;

/** How many passages of each document match; facets and totals come from these. */
export function hitsByDocument(read: Read, ftsQuery: string): DocumentHits[] {
  return read.all<DocumentHits>(
    `SELECT d.id AS documentId, d.country, d.year, d.kind, count(*) AS hits
       FROM passage_index x
       JOIN passage p ON p.number = x.rowid
       JOIN document d ON d.reading_id = p.reading_id
      WHERE passage_index MATCH ?
      GROUP BY d.id`,
    ftsQuery,
  );
}

/** Best passages of the given documents. */
export function searchPassages(read: Read, ftsQuery: string, documentIds: readonly string[], limit: number, offset: number): Omit<SearchHit, 'countryName'>[] {
  const rows = read.all<HitRow>(
    `SELECT d.id AS documentId, d.title, d.country, d.year, d.kind, p.section, p.page, p.label, p.start, p."end" AS "end",
            snippet(passage_index, 0, @hitStart, @hitEnd, '…', ${snippetWords}) AS snippet
       FROM passage_index x
       JOIN passage p ON p.number = x.rowid
       JOIN document d ON d.reading_id = p.reading_id
      WHERE passage_index MATCH @ftsQuery
        AND d.id IN (SELECT value FROM json_each(@documentIds))
      ORDER BY x.rank, d.year DESC, p.number
      LIMIT @limit OFFSET @offset`,
    { ftsQuery, hitStart, hitEnd, documentIds: JSON.stringify(documentIds), limit, offset },
  );
  return rows.map((row) => ({ ...row, snippet: snippetParts(row.snippet) }));
}

export type NamedObject = { id: string; type: 'document' | 'tag' | 'finding' | 'brief' | 'comparison'; title: string; detail: string };

export function namedObjects(read: Read): NamedObject[] {
  return read.all<NamedObject>(
    `SELECT id, 'document' AS type, title, trim(coalesce(country, '') || ' ' || coalesce(year, '') || ' ' || coalesce(identifier, '') || ' ' || file_name) AS detail FROM document
      UNION ALL
     SELECT id, 'tag', name, trim((SELECT coalesce(group_concat(value, ', '), '') FROM json_each(aliases)) || ' ' || definition) FROM tag
      UNION ALL
     SELECT id, 'finding', claim, coalesce(country, '') FROM finding
      UNION ALL
     SELECT id, 'brief', title, subtitle FROM brief
      UNION ALL
     SELECT id, 'comparison', name, coalesce(country, '') FROM saved_comparison`,
  );
}

function snippetParts(marked: string): SnippetPart[] {
  return marked
    .split(hitStart)
    .flatMap((piece, index) => {
      if (index === 0) return [{ text: piece, hit: false }];
      const [hit = '', rest = ''] = piece.split(hitEnd);
      return [
        { text: hit, hit: true },
        { text: rest, hit: false },
      ];
    })
    .filter((part) => part.text !== '');
}
