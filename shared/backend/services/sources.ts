// Rules of a country's sources: what stands beside what, and what the editions' claims rest on. Alignment is done by a worker.

import type { Comparison, ComparisonRow } from '../../core/comparison.ts';
import type { Family } from '../../core/comparing.ts';
import { goneSentences } from '../../core/gone-sentences.ts';
import { noListings } from '../../core/listing.ts';
import { claimSummary, sourcedClaims } from '../../core/source-claims.ts';
import { editionBeside, sourceTimeline, type SourceTimeline, type TimelineDocument } from '../../core/source-timeline.ts';
import { UserError } from '../../core/user-error.ts';
import type { Pool } from '../jobs/pool.ts';
import { type DocumentRow, documentRow, documentsOfCountry } from '../store/documents.ts';
import { listingsOfReading } from '../store/listings.ts';
import { readingById, textOfReading } from '../store/readings.ts';
import type { Read } from '../store/write.ts';
import type { Query } from './handler.ts';

/** More editions than a comparison takes are looked at from the newest back. */
const mostEditions = 9;

export const ofCountry: Query<'sources.ofCountry'> = (read, { country }, context) => {
  const timeline = timelineOf(read, country);
  const claims = timeline.flatMap((each) => {
    if (each.kind !== 'edition') return [];
    const found = each.documents.flatMap(({ documentId }) => claimsOf(read, existing(read, documentId)));
    const [own] = found.filter(({ references }) => references > 0);
    return own ? [{ documentId: own.documentId, year: each.year, ...claimSummary(own.claims, own.references, each.year) }] : [];
  });
  return { country, countryName: context.countryName(country) ?? country, timeline, claims };
};

export const claims: Query<'sources.claims'> = (read, { documentId }) => {
  const document = existing(read, documentId);
  return { documentId, year: document.year ?? 0, claims: claimsOf(read, document).flatMap((each) => each.claims) };
};

/** Results are kept by the readings compared; a topic view is opened again and again. */
export function topics(pool: Pool): Query<'sources.topics'> {
  const kept = new Map<string, Promise<ComparisonRow[]>>();
  return async (read, { documentId, besideId }) => {
    const document = existing(read, documentId);
    const timeline = document.country === null ? [] : timelineOf(read, document.country);
    const beside = besideId ?? mainOf(timeline, documentId);
    if (beside === null) return { document: placed(document), edition: null, shared: [], alone: [] };
    const edition = existing(read, beside);
    if (edition.id === document.id) throw new UserError('invalid-input', 'A document cannot stand beside itself.', 'Choose another edition.');
    const key = `${document.readingId} ${edition.readingId}`;
    const known = kept.get(key) ?? pool.run({ kind: 'compare-editions', editions: [compared(read, document, 'cable'), compared(read, edition, 'report')] });
    kept.set(key, known);
    known.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    const rows = await known;
    const shared = rows.flatMap(({ cells: [older, newer], steps }) => (older && newer && steps[0]?.class === 'present' ? [{ document: older, edition: newer, similarity: steps[0].confidence }] : []));
    const alone = rows.flatMap(({ cells: [older], steps }) => (older && steps[0]?.class !== 'present' ? [older] : []));
    return { document: placed(document), edition: placed(edition), shared: shared.toSorted((one, other) => one.document.start - other.document.start), alone };
  };
}

const mostKept = 24;

/** `compare`: the comparison that the text of the editions is shown by, so that both say the same. */
export async function gone(read: Read, country: string, compare: (documentIds: string[]) => Promise<Comparison>): Promise<{ country: string; years: number[]; sentences: ReturnType<typeof goneSentences> }> {
  const editions = timelineOf(read, country).flatMap((each) => (each.kind === 'edition' ? (each.documents.find(({ kind }) => kind !== 'ilab-dataset') ?? []) : [])).slice(-mostEditions);
  if (editions.length < 2) return { country, years: editions.map(({ year }) => year), sentences: [] };
  return { country, years: editions.map(({ year }) => year), sentences: goneSentences(await compare(editions.map(({ documentId }) => documentId))) };
}

function timelineOf(read: Read, country: string): SourceTimeline {
  return sourceTimeline(documentsOfCountry(read, country).flatMap((document) => (document.year === null ? [] : [placed(document)])));
}

/** The document that stands for the edition beside which another one is read; data files have no text to read. */
function mainOf(timeline: SourceTimeline, documentId: string): string | null {
  return editionBeside(timeline, documentId)?.documents.find(({ kind }) => kind !== 'ilab-dataset')?.documentId ?? null;
}

function claimsOf(read: Read, document: DocumentRow): { documentId: string; references: number; claims: ReturnType<typeof sourcedClaims> }[] {
  const lists = listingsOfReading(read, document.readingId) ?? noListings;
  if (lists.references.length === 0 || document.year === null) return [];
  return [{ documentId: document.id, references: lists.references.length, claims: sourcedClaims(lists, textOfReading(read, document.readingId) ?? '', document.year) }];
}

function compared(read: Read, document: DocumentRow, family: Family) {
  const reading = readingById(read, document.readingId);
  if (!reading) throw new Error(`document ${document.id} has no reading`);
  return { family, pages: reading.pages, text: { key: document.id, text: reading.text, blocks: reading.blocks, sections: reading.recognition.sections } };
}

function placed({ id, title, kind, year, date, identifier, issuer, classification }: DocumentRow): TimelineDocument {
  return { documentId: id, title, kind, year: year ?? 0, date, identifier, issuer, classification };
}

function existing(read: Read, id: string): DocumentRow {
  const document = documentRow(read, id);
  if (!document) throw new UserError('not-found', 'This document is not in the project any more.', 'It may have been removed; undo brings it back.');
  return document;
}
