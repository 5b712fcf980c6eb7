// Everything that has a place in the text of a document: gathered before its text changes, and written down where it stands after.

import type { Anchor, AnchoredText, Placement } from '../../core/anchoring.ts';
import { anchorOf } from '../../core/annotation.ts';
import type { PlacementCounts } from '../../core/version.ts';
import { anchorAnnotation, putDoubt, removeDoubt } from './doubts.ts';
import { pageAt, textOfReading } from './readings.ts';
import { moveDecisionQuote, quotedByDecisions } from './versions.ts';
import type { Read, Write } from './write.ts';

/** A place with what it belongs to: a highlighted passage, an area of a page, or the quote of a decision about a suggested action. */
export type HeldPlace = { kind: 'passage' | 'area' | 'quote'; anchor: Anchor; page: number | null };

/** Places by the reading in which they last stood surely. */
export type HeldSource = { readingId: string; held: HeldPlace[] };

type PlaceRow = Anchor & { page: number | null; area: string | null; doubtReading: string | null; doubtStart: number | null; doubtEnd: number | null; doubtPage: number | null };

/** In a stable order, so that two gatherings can be compared. */
export function heldPlaces(read: Read, document: { id: string; readingId: string }): HeldSource[] {
  const rows = read.all<PlaceRow>(
    `SELECT a.id, a.start, a."end" AS "end", a.quote, a.prefix, a.suffix, a.page, a.area,
            b.reading_id AS doubtReading, b.start AS doubtStart, b."end" AS doubtEnd, b.page AS doubtPage
       FROM annotation a
       LEFT JOIN doubt b ON b.id = a.id
      WHERE a.document_id = ?
      ORDER BY a.start, a.id`,
    document.id,
  );
  const placed = rows.map(({ id, quote, prefix, suffix, area, ...row }) => {
    const readingId = row.doubtReading ?? document.readingId;
    const anchor: Anchor = { id, start: row.doubtStart ?? row.start, end: row.doubtEnd ?? row.end, quote, prefix, suffix };
    return { readingId, place: { kind: area === null ? 'passage' : 'area', anchor, page: row.doubtReading === null ? row.page : row.doubtPage } satisfies HeldPlace };
  });
  const quotes = quotedByDecisions(read, document.id).map(({ id, start, end, quote }) => ({
    readingId: document.readingId,
    place: { kind: 'quote', anchor: { id, start, end, quote, prefix: '', suffix: '' }, page: null } satisfies HeldPlace,
  }));
  return [...Map.groupBy([...placed, ...quotes], ({ readingId }) => readingId)].map(([readingId, own]) => {
    const text = own.some(({ place }) => place.kind === 'area') ? (textOfReading(read, readingId) ?? '') : '';
    // The description of an area is no words of the text; it is found again by the words it stands before.
    const held = own.map(({ place }): HeldPlace => (place.kind === 'area' ? { ...place, anchor: { ...place.anchor, ...anchorOf(text, place.anchor) } } : place));
    return { readingId, held };
  });
}

/** The text of a reading with its sections. */
export function anchoredText(read: Read, readingId: string): AnchoredText {
  const row = read.get<{ text: string; sections: string | null }>(`SELECT text, recognition -> '$.sections' AS sections FROM reading WHERE id = ?`, readingId);
  if (!row) throw new Error(`there is no reading ${readingId.slice(0, 12)}`);
  const sections = JSON.parse(row.sections ?? '[]') as { start: number; end: number; title: string }[];
  return { text: row.text, sections: sections.map(({ start, end, title }) => ({ start, end, title })) };
}

export type NewText = { readingId: string; text: string; /** The same original was read again: its pages are the same. */ isSameFile: boolean };

/** Writes where everything stands in the new text. `placements` in the order of what is held. */
export function writePlacements(write: Write, sources: readonly HeldSource[], placements: readonly (readonly Placement[])[], newer: NewText, now: string): void {
  sources.forEach(({ readingId, held }, source) =>
    held.forEach((place, index) => {
      const placement = placements[source]?.[index];
      if (!placement) throw new Error('a place was not looked for');
      if (place.kind === 'quote') writeQuote(write, place, placement, newer);
      else if (place.kind === 'area') writeArea(write, place, placement, readingId, newer, now);
      else writePassage(write, place, placement, readingId, newer, now);
    }),
  );
}

/** What becomes of annotations; quotes of decisions are not counted. */
export function countPlacements(sources: readonly HeldSource[], placements: readonly (readonly Placement[])[], isSameFile: boolean): PlacementCounts {
  const counts = { exact: 0, moved: 0, doubtful: 0, lost: 0 };
  sources.forEach(({ held }, source) =>
    held.forEach(({ kind }, index) => {
      const state = placements[source]?.[index]?.state ?? 'lost';
      if (kind === 'passage') counts[state] += 1;
      if (kind === 'area') counts[isSameFile ? 'exact' : 'doubtful'] += 1;
    }),
  );
  return counts;
}

function writePassage(write: Write, { anchor, page }: HeldPlace, placement: Placement, sourceReading: string, newer: NewText, now: string): void {
  const { id } = anchor;
  const place = { start: placement.start, end: placement.end, page: pageAt(write, newer.readingId, placement.start) };
  if (placement.state === 'exact' || placement.state === 'moved') {
    removeDoubt(write, id);
    anchorAnnotation(write, id, placement.state, { ...place, ...anchorOf(newer.text, placement) });
    return;
  }
  anchorAnnotation(write, id, placement.state, place);
  const isDoubtful = placement.state === 'doubtful';
  putDoubt(write, {
    id, reason: isDoubtful ? placement.reason : 'lost', candidates: isDoubtful ? placement.candidates : [], readingId: sourceReading, start: anchor.start, end: anchor.end, page, leftAt: null,
    madeAt: now,
  });
}

/** A picture has no words to be told by: on the pages of the same file it stays, on those of another it is doubtful. */
function writeArea(write: Write, { anchor, page }: HeldPlace, { start, end }: Placement, sourceReading: string, newer: NewText, now: string): void {
  const own = write.get<{ state: string }>('SELECT anchor_state AS state FROM annotation WHERE id = ?', anchor.id);
  if (newer.isSameFile && own?.state === 'exact') {
    anchorAnnotation(write, anchor.id, 'exact', { start, end, page });
    return;
  }
  if (write.get('SELECT 1 FROM reading WHERE id = ? AND content_id = (SELECT content_id FROM reading WHERE id = ?)', sourceReading, newer.readingId)) {
    // Back on the file on which it was drawn.
    removeDoubt(write, anchor.id);
    anchorAnnotation(write, anchor.id, 'exact', { start, end, page });
    return;
  }
  const pages = write.get<{ count: number }>('SELECT page_count AS count FROM reading WHERE id = ?', newer.readingId)?.count ?? 0;
  const isThere = page !== null && page <= pages;
  anchorAnnotation(write, anchor.id, isThere ? 'doubtful' : 'lost', { start, end, page });
  const candidates = isThere ? [{ start, end, similarity: 0, confidence: 0 }] : [];
  putDoubt(write, { id: anchor.id, reason: isThere ? 'area' : 'lost', candidates, readingId: sourceReading, start: anchor.start, end: anchor.end, page, leftAt: null, madeAt: now });
}

function writeQuote(write: Write, { anchor }: HeldPlace, { state, start, end }: Placement, { text }: NewText): void {
  moveDecisionQuote(write, anchor.id, state === 'exact' || state === 'moved' ? { start, end, quote: text.slice(start, end) } : null);
}
