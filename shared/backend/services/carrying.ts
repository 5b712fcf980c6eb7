// Rules of carrying annotations over from one edition to another: what is unchanged is offered, and nothing happens without consent.

import { anchorOf, trimRange } from '../../core/annotation.ts';
import { UserError } from '../../core/user-error.ts';
import { type CarryOffer, leastCarriedSimilarity } from '../../core/version.ts';
import type { Pool } from '../jobs/pool.ts';
import { annotationById, insertAnnotation, insertLink, listAnnotations } from '../store/annotations.ts';
import { type DocumentRow, documentRow } from '../store/documents.ts';
import { carriedFrom, carriedTo, insertCarried } from '../store/doubts.ts';
import { pageAt, textOfReading } from '../store/readings.ts';
import { anchoredText } from '../store/reanchoring.ts';
import type { Read } from '../store/write.ts';
import type { Command, Query } from './handler.ts';
import { counted, named } from './words.ts';

/** Milliseconds; what is not looked for by then is not offered. */
const carryingBudget = 15_000;
/** Characters shown on each side of an offered passage. */
const excerptContext = 80;

export function offers(pool: Pool): Query<'carrying.offers'> {
  return async (read, { fromId, toId }) => {
    const from = existing(read, fromId);
    const to = existing(read, toId);
    if (fromId === toId) throw new UserError('invalid-input', 'These are not two editions.', 'Choose another document.');
    const carried = carriedTo(read, toId);
    const placedSurely = ({ anchorState }: { anchorState: string }) => anchorState === 'exact' || anchorState === 'moved';
    const annotations = listAnnotations(read, { documentId: fromId, limit: 100_000 }).filter((each) => placedSurely(each) && each.area === null && !carried.has(each.id));
    if (annotations.length === 0) return [];
    const newer = anchoredText(read, to.readingId);
    const [placed] = await pool.run({ kind: 'place-annotations', newer, sources: [{ older: anchoredText(read, from.readingId), anchors: annotations }], budget: carryingBudget });
    return (placed?.placements ?? []).flatMap((placement, index): CarryOffer[] => {
      const annotation = annotations[index];
      if (!annotation || placement.state === 'lost') return [];
      const candidate = placement.state === 'doubtful' ? placement.candidates[0] : { start: placement.start, end: placement.end, similarity: 1 };
      if (!candidate || candidate.similarity < leastCarriedSimilarity) return [];
      const { start, end, similarity } = candidate;
      const excerpt = { before: newer.text.slice(Math.max(0, start - excerptContext), start), text: newer.text.slice(start, end), after: newer.text.slice(end, end + excerptContext) };
      return [{ annotation, start, end, similarity, page: pageAt(read, to.readingId, start), excerpt }];
    });
  };
}

export const sources: Query<'carrying.sources'> = (read, { id }) => carriedFrom(read, existing(read, id).id);

export const carry: Command<'carrying.carry'> = (write, { toId, items }, context) => {
  const to = existing(write, toId);
  const text = textOfReading(write, to.readingId) ?? '';
  const now = context.now();
  const ids = items.map(({ annotationId, start, end, similarity }) => {
    const source = annotationById(write, annotationId);
    if (!source) throw new UserError('not-found', 'One of these highlights is not there any more.', 'It may have been deleted; undo brings it back.');
    const place = start < end && end <= text.length ? trimRange(text, { start, end }) : null;
    if (!place) throw new UserError('invalid-input', 'One of these passages lies outside the text of the edition.', 'It may have been read again meanwhile.');
    const id = context.newId();
    const { tagIds, ...own } = source;
    insertAnnotation(write, { ...own, id, documentId: toId, ...place, ...anchorOf(text, place), page: pageAt(write, to.readingId, place.start), anchorState: 'exact', author: context.author, createdAt: now, updatedAt: now });
    tagIds.forEach((tagId, position) => insertLink(write, { id: context.newId(), annotationId: id, tagId, position }));
    insertCarried(write, { id, sourceId: annotationId, similarity, carriedAt: now });
    return id;
  });
  return { value: { ids }, label: `Carry ${counted(items.length, 'highlight')} over to ${named(to.title)}` };
};

function existing(read: Read, id: string): DocumentRow {
  const document = documentRow(read, id);
  if (!document) throw new UserError('not-found', 'This document is not in the project any more.', 'It may have been removed; undo brings it back.');
  return document;
}
