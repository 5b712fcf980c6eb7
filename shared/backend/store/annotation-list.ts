// The list of annotations over all documents, asked of the database: which fit a filter, in which order, and how many each value would leave.

import type { CountMaterial } from '../../core/annotation-counts.ts';
import { filterWords, type ListFacet, type ListFilter, type ListSort, listFacets, unknownValue, wholeList } from '../../core/annotation-list.ts';
import { allTags } from './tags.ts';
import type { Read } from './write.ts';

/** Null: all of the project. */
export type Among = readonly string[] | null;

/** What conditions and orders speak of; what is not asked for is not computed, as long as the query can be folded into the one around it. */
const listed = `
  SELECT a.id, a.document_id, a.start, a."end" AS "end", a.quote, a.note, a.created_at, a.updated_at, a.anchor_state AS anchors, d.title,
         d.country, d.year, coalesce(d.country, '${unknownValue}') AS countries, coalesce(CAST(d.year AS TEXT), '${unknownValue}') AS years, a.document_id AS documents,
         coalesce(nullif(a.author, ''), '${unknownValue}') AS authors,
         coalesce(a.colour, (SELECT t.colour FROM annotation_tag l JOIN tag t ON t.id = l.tag_id WHERE l.annotation_id = a.id ORDER BY l.position, l.id LIMIT 1), 'yellow') AS colours,
         iif(a.note = '', 'without', 'with') AS note_presence,
         iif(EXISTS (SELECT 1 FROM annotation_tag l WHERE l.annotation_id = a.id), 'with', 'without') AS tagged,
         iif(EXISTS (SELECT 1 FROM evidence e WHERE e.annotation_id = a.id), 'with', 'without') AS used
    FROM annotation a
    JOIN document d ON d.id = a.document_id`;

/** A tag and each tag below it, itself among them. */
const below = `below (ancestor, tag_id) AS (SELECT id, id FROM tag UNION ALL SELECT b.ancestor, t.id FROM below b JOIN tag t ON t.parent_id = b.tag_id)`;

const inDocument = 'start, "end" DESC, id';
const orders: Record<ListSort['by'], (direction: 'ASC' | 'DESC') => string> = {
  document: (direction) => `title COLLATE NOCASE ${direction}, document_id, ${inDocument}`,
  // What is not known stands last in either direction.
  country: (direction) => `country IS NULL, country ${direction}, year IS NULL, year ${direction}, title COLLATE NOCASE, document_id, ${inDocument}`,
  made: (direction) => `created_at ${direction}, id ${direction}`,
  changed: (direction) => `updated_at ${direction}, id ${direction}`,
  // One expression, because each is computed for every row. No name begins with a character behind the last of the first plane.
  tag: (direction) => `coalesce(first_tag, ${direction === 'ASC' ? "char(0xffff)" : "''"}) COLLATE NOCASE ${direction}, country, year, title, document_id, ${inDocument}`,
};
const firstTag = `(SELECT t.name FROM annotation_tag l JOIN tag t ON t.id = l.tag_id WHERE l.annotation_id = listed.id ORDER BY l.position, l.id LIMIT 1) AS first_tag`;

type Parameters = Record<string, string>;

/** Only the groups that narrow become conditions, so that a wide list costs nothing for them. */
function conditionsOf(filter: ListFilter, among: Among): { conditions: string[]; parameters: Parameters } {
  const conditions: string[] = [];
  const parameters: Parameters = {};
  const oneOf = (column: string, name: string) => `${column} IN (SELECT value FROM json_each(@${name}))`;
  if (among) {
    conditions.push(oneOf('id', 'among'));
    parameters['among'] = JSON.stringify(among);
  }
  const words = filterWords(filter.text);
  if (words.length > 0) {
    conditions.push('holds_words(@words, quote, note)');
    parameters['words'] = JSON.stringify(words);
  }
  for (const facet of listFacets) {
    if (filter[facet].length === 0) continue;
    parameters[facet] = JSON.stringify(filter[facet]);
    if (facet === 'tags') {
      const wanted = filter.withBelow ? `SELECT tag_id FROM below WHERE ${oneOf('ancestor', facet)}` : 'SELECT value FROM json_each(@tags)';
      conditions.push(`id IN (SELECT l.annotation_id FROM annotation_tag l WHERE l.tag_id IN (${wanted}))`);
    } else conditions.push(oneOf(columnOf(facet), facet));
  }
  return { conditions, parameters };
}

function columnOf(facet: Exclude<ListFacet, 'tags'>): string {
  return facet === 'note' ? 'note_presence' : facet;
}

function joined(conditions: readonly string[]): string {
  return conditions.length === 0 ? 'TRUE' : conditions.join(' AND ');
}

/** The query for the ids that fit, in order; apart so that its plan can be looked at. */
export function idsQuery(filter: ListFilter, sort: ListSort, among: Among): { sql: string; parameters: Parameters } {
  const { conditions, parameters } = conditionsOf(filter, among);
  const order = orders[sort.by](sort.descending ? 'DESC' : 'ASC');
  const sql = `WITH RECURSIVE ${below}, listed AS (${listed}) SELECT id, document_id AS documentId${sort.by === 'tag' ? `, ${firstTag}` : ''} FROM listed WHERE ${joined(conditions)} ORDER BY ${order}`;
  return { sql, parameters };
}

export function listedIds(read: Read, filter: ListFilter, sort: ListSort, among: Among): { id: string; documentId: string }[] {
  const { sql, parameters } = idsQuery(filter, sort, among);
  return read.all(sql, parameters);
}

/** What `countFacets` counts: narrow rows of all that fit the text. Counting in SQL would go over them once a group. */
export function countMaterial(read: Read, filter: ListFilter, among: Among): CountMaterial {
  const { conditions, parameters } = conditionsOf({ ...wholeList, text: filter.text }, among);
  return {
    annotations: read.all(
      `SELECT a.id, a.document_id AS documentId, a.author, a.anchor_state AS anchorState, a.colour, a.note <> '' AS hasNote, EXISTS (SELECT 1 FROM evidence e WHERE e.annotation_id = a.id) AS isUsed
         FROM annotation a
        WHERE ${joined(conditions)}`,
      parameters,
    ),
    links: read.all('SELECT annotation_id AS annotationId, tag_id AS tagId FROM annotation_tag ORDER BY position, id'),
    documents: read.all('SELECT id, country, year FROM document'),
    tags: allTags(read),
  };
}

export function annotationCount(read: Read): number {
  return read.get<{ count: number }>('SELECT count(*) AS count FROM annotation')?.count ?? 0;
}

/** Steps looked through for what was done to one annotation; older ones are left out. */
const stepsLookedThrough = 2000;
const mostSteps = 50;

/** What was done to an annotation and its tags, newest first. Typing counts once a step. */
export function historyOf(read: Read, id: string): { label: string; author: string; madeAt: string }[] {
  return read.all(
    `SELECT label, author, max(made_at) AS madeAt
       FROM (SELECT step, number, label, author, made_at, change FROM journal WHERE state = 'done' ORDER BY number DESC LIMIT ${stepsLookedThrough})
      WHERE instr(change, @id) > 0
      GROUP BY step
      ORDER BY max(number) DESC
      LIMIT ${mostSteps}`,
    { id: `"${id}"` },
  );
}

/** The paragraph an offset lies in, or the last before it; null when the reading has none. */
export function paragraphAt(read: Read, readingId: string, offset: number): { start: number; end: number } | null {
  return read.get<{ start: number; end: number }>('SELECT start, "end" FROM passage WHERE reading_id = ? AND start <= ? ORDER BY start DESC LIMIT 1', readingId, offset) ?? null;
}
