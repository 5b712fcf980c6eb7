// Pairs of documents that may be the same work: those that are alike as they are now, and what the analyst decided (journaled).

import type { DocumentPair, PairDecision, PairKind, PairSide } from '../../core/document-pair.ts';
import { copySimilarity, editionSimilarity, pairKindOf } from '../../core/document-pair.ts';
import { documentSummaries, documentSummary } from './documents.ts';
import type { Read, Write } from './write.ts';

type AlikeRow = { document_id: string; other_id: string; similarity: number; same_file: number };
type DecidedRow = { id: string; document_id: string; other_id: string; kind: PairKind; similarity: number; decision: PairDecision; author: string; decided_at: string };

export type PairFilter = { documentId?: string | undefined; state: 'open' | 'decided' | 'all' };

/** More than one person would look through; the most alike come first. */
const mostPairs = 2_000;

/** Open ones first, the most alike first. */
export function documentPairs(read: Read, filter: PairFilter, countryName: (iso3: string) => string | null): DocumentPair[] {
  const decided = new Map(decidedRows(read, filter.documentId ?? null).map((row) => [keyOf(row.document_id, row.other_id), row]));
  const alike = new Map(alikeRows(read, filter.documentId ?? null).map((row) => [keyOf(row.document_id, row.other_id), row]));
  if (decided.size === 0 && alike.size === 0) return [];
  const sides = sidesOf(read, [...decided.values(), ...alike.values()], countryName);
  const pairs = [...new Set([...decided.keys(), ...alike.keys()])].flatMap((key): DocumentPair[] => {
    const row = decided.get(key);
    const found = alike.get(key);
    const [one, other] = key.split(' ').map((id) => sides.get(id));
    if (!one || !other) return [];
    const similarity = found?.similarity ?? row?.similarity ?? 0;
    const kind = row?.kind ?? pairKindOf(one, other, { similarity, isSameFile: found?.same_file === 1 });
    if (kind === null || !fits(filter.state, row !== undefined)) return [];
    const [document, older] = laterFirst(one, other);
    return [{ id: row?.id ?? null, document, other: older, kind, similarity, decision: row?.decision ?? null, author: row?.author ?? '', decidedAt: row?.decided_at ?? null }];
  });
  return pairs.toSorted((left, right) => Number(left.id !== null) - Number(right.id !== null) || right.similarity - left.similarity || left.document.title.localeCompare(right.document.title, 'en')).slice(0, mostPairs);
}

/** Decides anew what was decided before, under its id. */
export function putPair(write: Write, newId: string, pair: { documentId: string; otherId: string; kind: PairKind; similarity: number; decision: PairDecision; author: string; decidedAt: string }): void {
  const [document_id, other_id] = [pair.documentId, pair.otherId].toSorted() as [string, string];
  const known = write.get<{ id: string }>('SELECT id FROM document_pair WHERE document_id = ? AND other_id = ?', document_id, other_id);
  const row = { decision: pair.decision, author: pair.author, decided_at: pair.decidedAt };
  if (known) write.update('document_pair', known.id, row);
  else write.insert('document_pair', { id: newId, document_id, other_id, kind: pair.kind, similarity: pair.similarity, ...row });
}

export function pairIdsOfDocument(read: Read, documentId: string): string[] {
  return read.all<{ id: string }>('SELECT id FROM document_pair WHERE document_id = @documentId OR other_id = @documentId', { documentId }).map(({ id }) => id);
}

export function removePair(write: Write, id: string): void {
  write.remove('document_pair', id);
}

/** Only rows that can be a pair leave SQLite: very alike, or of one country, year and kind, or contents of one watched file. */
function alikeRows(read: Read, documentId: string | null): AlikeRow[] {
  return read.all<AlikeRow>(
    `SELECT a.id AS document_id, b.id AS other_id, l.similarity, 0 AS same_file
       FROM likeness l
       JOIN document a ON a.reading_id = l.reading_id
       JOIN document b ON b.reading_id = l.other_id
      WHERE (l.similarity >= @copy OR (l.similarity >= @edition AND a.kind = b.kind AND (a.identifier = b.identifier OR (a.country = b.country AND a.year = b.year))))
        AND (@documentId IS NULL OR @documentId IN (a.id, b.id))
     UNION ALL
     SELECT a.id, b.id, coalesce((SELECT l.similarity FROM likeness l WHERE (l.reading_id, l.other_id) IN (VALUES (a.reading_id, b.reading_id), (b.reading_id, a.reading_id))), 0), 1
       FROM watched_file f
       JOIN watched_file g ON g.name = f.name AND g.content_id > f.content_id
       JOIN document a ON a.content_id = f.content_id
       JOIN document b ON b.content_id = g.content_id AND (b.file_name = a.file_name)
      WHERE @documentId IS NULL OR @documentId IN (a.id, b.id)
      LIMIT ${mostPairs * 4}`,
    { copy: copySimilarity, edition: editionSimilarity, documentId },
  );
}

function decidedRows(read: Read, documentId: string | null): DecidedRow[] {
  return read.all<DecidedRow>('SELECT * FROM document_pair WHERE @documentId IS NULL OR @documentId IN (document_id, other_id)', { documentId });
}

function sidesOf(read: Read, rows: readonly { document_id: string; other_id: string }[], countryName: (iso3: string) => string | null): Map<string, PairSide> {
  const ids = new Set(rows.flatMap((row) => [row.document_id, row.other_id]));
  // A few are asked for one by one; many are found in the list of all.
  const documents = ids.size > 20 ? documentSummaries(read, countryName).filter(({ id }) => ids.has(id)) : [...ids].map((id) => documentSummary(read, id, countryName)).filter((each) => each !== null);
  return new Map(documents.map(({ id, title, kind, country, countryName: name, year, date, issuer, identifier, fileName, format, pages, annotations, importedAt }) => [id, { id, title, kind, country, countryName: name, year, date, issuer, identifier, fileName, format, pages, annotations, importedAt }]));
}

function laterFirst(one: PairSide, other: PairSide): [PairSide, PairSide] {
  const order = one.importedAt.localeCompare(other.importedAt) || one.id.localeCompare(other.id);
  return order > 0 ? [one, other] : [other, one];
}

function fits(state: PairFilter['state'], isDecided: boolean): boolean {
  return state === 'all' || (state === 'decided') === isDecided;
}

function keyOf(one: string, other: string): string {
  return [one, other].toSorted().join(' ');
}
