// Values recognised in documents, and the analyst's corrections of them. Country and year follow what the analyst corrected of the document.

import { levelIndicator, type PlacedValue, sourceOf } from '../../core/observation.ts';
import type { AdvancementLevel, DocumentKind, Observation, ObservationStatus, SuggestedAction } from '../../core/recognition.ts';
import type { Row } from '../../core/change.ts';
import type { Database } from './database.ts';
import type { Read, Write } from './write.ts';

/** Which values: of one document, of one country, or of one indicator (in some countries). */
export type Asked = { documentId: string } | { country: string } | { indicator: string; countries: readonly string[] | null };

/** Keeps what was recognised in a reading as rows. */
export function insertObservations(database: Database, readingId: string, observations: readonly Observation[]): void {
  const statement = database.prepare(
    `INSERT INTO observation (reading_id, indicator, country, territory, year, reported_year, status, value, unit, mark, note, page, start, "end", quote, confidence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const each of observations) {
    const { indicator, country, territory, year, reportedYear, status, unit, mark, note, page, start, end, quote, confidence } = each;
    statement.run(readingId, indicator, country, territory, year, reportedYear, status, toJson(each.value), unit, mark, note, page, start, end, quote, confidence);
  }
}

export function insertSuggestedActions(database: Database, readingId: string, actions: readonly SuggestedAction[]): void {
  const statement = database.prepare('INSERT INTO suggested_action (reading_id, area, text, years, first_year, last_year, page, start, "end") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  for (const { area, text, years, firstYear, lastYear, page, start, end } of actions) statement.run(readingId, area, text, years, firstYear, lastYear, page, start, end);
}

type ValueRow = {
  document_id: string; document_title: string; document_kind: DocumentKind; country: string | null; indicator: string; territory: string | null; year: number | null;
  reported_year: number | null; status: ObservationStatus; value: string | null; unit: string | null; mark: string | null; note: string | null; page: number | null;
  start: number | null; end: number | null; quote: string; confidence: number;
};
type CorrectionRow = ValueRow & { id: string; reason: string; author: string; made_at: string };
type LevelRow = Pick<ValueRow, 'document_id' | 'document_title' | 'document_kind' | 'country' | 'year'> & { level: string; page: number | null };

/** Columns of the document; a corrected year of the edition moves the years its values speak of with it. */
const ofDocument = `d.id AS document_id, d.title AS document_title, d.kind AS document_kind`;
const yearOf = (table: string) => `coalesce(${table}.year + coalesce(d.year - ${table}.reported_year, 0), d.year) AS year, coalesce(d.year, ${table}.reported_year) AS reported_year`;

/** An empty cell has no words of its own; its place is the row it stands in. */
const placeOf = (edge: 'start' | 'end') =>
  `CASE WHEN o."end" > o.start THEN o."${edge}"
        ELSE (SELECT p."${edge}" FROM passage p WHERE p.reading_id = o.reading_id AND p.start <= o.start ORDER BY p.start DESC LIMIT 1) END AS "${edge}"`;

/** Newer imports come first: of two documents that print the same year the newer one is shown. */
export function recognisedValues(read: Read, asked: Asked): PlacedValue[] {
  const { sql, parameters } = conditions(asked, 'o');
  const rows = read.all<ValueRow>(
    `SELECT ${ofDocument}, coalesce(d.country, o.country) AS country, o.indicator, o.territory, ${yearOf('o')},
            o.status, o.value, o.unit, o.mark, o.note, o.page, ${placeOf('start')}, ${placeOf('end')}, o.quote, o.confidence
       FROM document d
       JOIN observation o ON o.reading_id = d.reading_id
      WHERE ${sql}
      ORDER BY d.imported_at DESC, d.id DESC, o.number`,
    parameters,
  );
  return rows.map((row) => ({ ...fromRow(row), source: sourceOf(row.document_kind, row.year, row.reported_year), correction: null }));
}

export function correctedValues(read: Read, asked: Asked): PlacedValue[] {
  const { sql, parameters } = conditions(asked, 'c');
  const rows = read.all<CorrectionRow>(
    `SELECT ${ofDocument}, d.country, c.indicator, c.territory, ${yearOf('c')}, c.status, c.value, c.unit, c.id, c.reason, c.author, c.made_at,
            NULL AS mark, NULL AS note, NULL AS page, NULL AS start, NULL AS "end", '' AS quote, 1 AS confidence
       FROM document d
       JOIN observation_correction c ON c.document_id = d.id
      WHERE ${sql}
      ORDER BY c.made_at DESC, c.id DESC`,
    parameters,
  );
  return rows.map((row) => ({ ...fromRow(row), source: 'analyst', correction: { id: row.id, reason: row.reason, author: row.author, madeAt: row.made_at } }));
}

/** The level each document reports, as values of an indicator; `inWords` writes it. */
export function levelValues(read: Read, asked: Asked, inWords: (level: AdvancementLevel) => string): PlacedValue[] {
  if ('indicator' in asked && asked.indicator !== levelIndicator) return [];
  const { sql, parameters } = conditions(asked, null);
  const rows = read.all<LevelRow>(
    `SELECT ${ofDocument}, d.country, d.year, r.level,
            (SELECT p.number FROM page p WHERE p.reading_id = r.id AND p.start <= json_extract(r.level, '$.start') ORDER BY p.start DESC, p.number DESC LIMIT 1) AS page
       FROM document d
       JOIN reading r ON r.id = d.reading_id
      WHERE r.level IS NOT NULL AND d.year IS NOT NULL AND ${sql}
      ORDER BY d.imported_at DESC, d.id DESC`,
    parameters,
  );
  return rows.map((row) => {
    const level = JSON.parse(row.level) as AdvancementLevel;
    const words = inWords(level);
    const value: ValueRow = { ...row, indicator: levelIndicator, territory: null, reported_year: row.year, status: 'value', value: toJson(words), unit: 'text', mark: level.qualifier ? '*' : null, note: level.qualifier, start: level.start, end: level.end, quote: [words, level.qualifier].filter(Boolean).join(' – '), confidence: 1 };
    return { ...fromRow(value), source: sourceOf(row.document_kind, row.year, row.year), correction: null };
  });
}

export type CorrectionKey = { documentId: string; indicator: string; territory: string | null; year: number };

/** The analyst's correction of a value as it is shown now; null when there is none. */
export function correctionId(read: Read, { documentId, indicator, territory, year }: CorrectionKey): string | null {
  const row = read.get<{ id: string }>(
    `SELECT c.id
       FROM observation_correction c
       JOIN document d ON d.id = c.document_id
      WHERE c.document_id = ? AND c.indicator = ? AND c.territory IS ? AND c.year + coalesce(d.year - c.reported_year, 0) = ?`,
    documentId, indicator, territory, year,
  );
  return row?.id ?? null;
}

export type NewCorrection = CorrectionKey & { reportedYear: number | null; status: ObservationStatus; value: number | boolean | string | null; unit: string | null; reason: string; author: string; madeAt: string };

/** Replaces an earlier correction of the same value, which keeps its id. Answers the id. */
export function putCorrection(write: Write, newId: string, { documentId, reportedYear, madeAt, ...rest }: NewCorrection): string {
  const row: Row = { ...rest, value: toJson(rest.value), document_id: documentId, reported_year: reportedYear, made_at: madeAt };
  const known = correctionId(write, { documentId, indicator: rest.indicator, territory: rest.territory, year: rest.year });
  if (known === null) write.insert('observation_correction', { id: newId, ...row });
  else write.update('observation_correction', known, row);
  return known ?? newId;
}

export function correctionById(read: Read, id: string): { id: string; indicator: string } | null {
  return read.get<{ id: string; indicator: string }>('SELECT id, indicator FROM observation_correction WHERE id = ?', id) ?? null;
}

export function removeCorrection(write: Write, id: string): void {
  write.remove('observation_correction', id);
}

export function correctionIdsOfDocument(read: Read, documentId: string): string[] {
  return read.all<{ id: string }>('SELECT id FROM observation_correction WHERE document_id = ?', documentId).map(({ id }) => id);
}

export function suggestedActions(read: Read, documentId: string): SuggestedAction[] {
  return read.all<SuggestedAction>(
    `SELECT a.area, a.text, a.years, a.first_year AS firstYear, a.last_year AS lastYear, a.page, a.start, a."end" AS "end"
       FROM suggested_action a
       JOIN document d ON d.reading_id = a.reading_id
      WHERE d.id = ?
      ORDER BY a.number`,
    documentId,
  );
}

/** `table` is the alias of what has an indicator. A document of several countries has none itself; then the value's own counts. */
function conditions(asked: Asked, table: 'o' | 'c' | null): { sql: string; parameters: Record<string, string> } {
  if ('documentId' in asked) return { sql: 'd.id = @documentId', parameters: { documentId: asked.documentId } };
  const own = table === 'o' ? 'coalesce(d.country, o.country)' : 'd.country';
  // The first term finds the documents by their index, without reading all values.
  if ('country' in asked) return { sql: table === 'o' ? `(d.country = @country OR d.country IS NULL) AND ${own} = @country` : 'd.country = @country', parameters: { country: asked.country } };
  const sql = [table === null ? null : `${table}.indicator = @indicator`, asked.countries ? `${own} IN (SELECT value FROM json_each(@countries))` : `${own} IS NOT NULL`].filter((term) => term !== null).join(' AND ');
  return { sql, parameters: { ...(table === null ? {} : { indicator: asked.indicator }), ...(asked.countries ? { countries: JSON.stringify(asked.countries) } : {}) } };
}

function fromRow(row: ValueRow): Omit<PlacedValue, 'source' | 'correction'> {
  const { indicator, country, territory, year, status, unit, mark, note, page, start, end, quote, confidence } = row;
  const value = row.value === null ? null : (JSON.parse(row.value) as PlacedValue['value']);
  return { documentId: row.document_id, documentTitle: row.document_title, documentKind: row.document_kind, reportedYear: row.reported_year, indicator, country, territory, year, status, value, unit, mark, note, page, start, end, quote, confidence };
}

function toJson(value: number | boolean | string | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
