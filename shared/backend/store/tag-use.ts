// Where tags are used, counted in SQL: by document, year and country, and two tags together.

import type { Closeness } from '../../core/codebook.ts';
import type { PairCount } from '../../core/cooccurrence.ts';
import type { TextRange } from '../../core/document.ts';
import type { Read } from './write.ts';

export type DocumentUse = { id: string; title: string; country: string | null; year: number | null; passages: number };

/** Documents in which one of the tags is used; a passage with several of them counts once. */
export function useByDocument(read: Read, tagIds: readonly string[]): DocumentUse[] {
  return read.all<DocumentUse>(
    `SELECT d.id, d.title, d.country, d.year, count(DISTINCT l.annotation_id) AS passages
       FROM annotation_tag l
       JOIN annotation a ON a.id = l.annotation_id
       JOIN document d ON d.id = a.document_id
      WHERE l.tag_id IN (SELECT value FROM json_each(?))
      GROUP BY d.id
      ORDER BY d.country, d.year, d.title, d.id`,
    JSON.stringify(tagIds),
  );
}

/** Passages that carry more than one of the tags right below. */
export function severalBelow(read: Read, parentId: string): number {
  const row = read.get<{ passages: number }>(
    `SELECT count(*) AS passages
       FROM (SELECT l.annotation_id
               FROM annotation_tag l
               JOIN tag t ON t.id = l.tag_id
              WHERE t.parent_id = ?
              GROUP BY l.annotation_id
             HAVING count(*) > 1)`,
    parentId,
  );
  return row?.passages ?? 0;
}

/** The blocks that passages reach into, by tag. The inner search finds where the first of them begins, so that the index serves both ends. */
const paragraphs = `
  SELECT DISTINCT a.document_id || ' ' || p.number AS place, l.tag_id, a.id AS annotation_id
    FROM annotation a
    JOIN annotation_tag l ON l.annotation_id = a.id
    JOIN document d ON d.id = a.document_id
    JOIN passage p ON p.reading_id = d.reading_id
     AND p.start < a."end"
     AND p.start >= coalesce((SELECT max(q.start) FROM passage q WHERE q.reading_id = d.reading_id AND q.start <= a.start), 0)
     AND p."end" > a.start`;

/** Which annotations meet one with `@other`, by closeness. */
const meeting: Record<Closeness, string> = {
  same: `SELECT l.annotation_id FROM annotation_tag l WHERE l.tag_id = @other`,
  overlap: `SELECT b.id
              FROM annotation_tag o
              JOIN annotation a ON a.id = o.annotation_id
              JOIN annotation b ON b.document_id = a.document_id AND b.start < a."end" AND b."end" > a.start
             WHERE o.tag_id = @other`,
  paragraph: `SELECT mine.annotation_id
                FROM (${paragraphs} WHERE l.tag_id = @other) theirs
                JOIN (${paragraphs} WHERE l.tag_id IN (SELECT value FROM json_each(@tagIds))) mine ON mine.place = theirs.place`,
};

export type PassagePlace = { documentId?: string | undefined; /** Null: none known. */ country?: string | null | undefined; year?: number | null | undefined };

/** Ids of annotations in the order of documents and of their text; together with another tag those of both sides. */
export function passageIds(read: Read, { tagIds, together, documentId, country, year }: PassagePlace & { tagIds: readonly string[]; together: { tagId: string; closeness: Closeness } | null }): string[] {
  const within = `
    SELECT a.id
      FROM annotation a
      JOIN document d ON d.id = a.document_id
     WHERE a.id IN (SELECT l.annotation_id FROM annotation_tag l WHERE l.tag_id IN (SELECT value FROM json_each(@tagIds)))
       AND (@documentId IS NULL OR a.document_id = @documentId)
       AND (@anyCountry OR d.country IS @country)
       AND (@anyYear OR d.year IS @year)`;
  const order = ` ORDER BY d.country, d.year, d.title, a.document_id, a.start, a."end" DESC`;
  const place = { documentId: documentId ?? null, anyCountry: country === undefined ? 1 : 0, country: country ?? null, anyYear: year === undefined ? 1 : 0, year: year ?? null };
  const idsOf = (sql: string, parameters: Record<string, string | number | null>) => read.all<{ id: string }>(sql, parameters).map((row) => row.id);
  if (!together) return idsOf(within + order, { ...place, tagIds: JSON.stringify(tagIds) });
  const half = (own: readonly string[], other: string) => idsOf(`${within} AND a.id IN (${meeting[together.closeness]})`, { ...place, tagIds: JSON.stringify(own), other });
  const [first = ''] = tagIds;
  const both = [...new Set([...half([first], together.tagId), ...half([together.tagId], first)])];
  return idsOf(`SELECT a.id FROM annotation a JOIN document d ON d.id = a.document_id WHERE a.id IN (SELECT value FROM json_each(@ids))${order}`, { ids: JSON.stringify(both) });
}

/** Passages that carry both tags; `first` is the smaller id. */
export function pairsOnOnePassage(read: Read): PairCount[] {
  return read.all<PairCount>(
    `SELECT one.tag_id AS first, other.tag_id AS second, count(*) AS count
       FROM annotation_tag one
       JOIN annotation_tag other ON other.annotation_id = one.annotation_id AND other.tag_id > one.tag_id
      GROUP BY one.tag_id, other.tag_id`,
  );
}

/** Which passages reach into which paragraphs, a line for each of their tags; by paragraph. */
export function taggedParagraphs(read: Read): { place: string; id: string; tagId: string }[] {
  return read.all(`SELECT place, annotation_id AS id, tag_id AS tagId FROM (${paragraphs}) ORDER BY place`);
}

export type TaggedPassage = TextRange & { id: string; documentId: string; tagIds: string[] };

/** All passages with a tag, by document and start. */
export function taggedPassages(read: Read): TaggedPassage[] {
  const rows = read.all<TextRange & { id: string; documentId: string; tags: string }>(
    `SELECT a.id, a.document_id AS documentId, a.start, a."end" AS "end", group_concat(l.tag_id) AS tags
       FROM annotation a
       JOIN annotation_tag l ON l.annotation_id = a.id
      GROUP BY a.id
      ORDER BY a.document_id, a.start`,
  );
  return rows.map(({ tags, ...row }) => ({ ...row, tagIds: tags.split(',') }));
}

/** Every coding with a column of its document, '' where it is not known; by passage. */
export function codingsWith(read: Read, column: 'year' | 'country'): { id: string; tagId: string; value: string }[] {
  return read.all(
    `SELECT a.id, l.tag_id AS tagId, coalesce(CAST(d.${column} AS TEXT), '') AS value
       FROM annotation_tag l
       JOIN annotation a ON a.id = l.annotation_id
       JOIN document d ON d.id = a.document_id
      ORDER BY a.id`,
  );
}

/** Values of a column over all documents, '' where one has none: a year without a passage is a zero, not nothing. */
export function documentValues(read: Read, column: 'year' | 'country'): string[] {
  return read.all<{ value: string }>(`SELECT DISTINCT coalesce(CAST(${column} AS TEXT), '') AS value FROM document ORDER BY value`).map((row) => row.value);
}
