// Rules of the review: an annotation whose place is not sure gets one by the analyst's decision only, or is left lost. Nothing is deleted here.

import { anchorOf, trimRange } from '../../core/annotation.ts';
import type { TextRange } from '../../core/document.ts';
import { UserError } from '../../core/user-error.ts';
import type { Doubt, Excerpt } from '../../core/version.ts';
import { annotationById, annotationsByIds } from '../store/annotations.ts';
import { documentRow } from '../store/documents.ts';
import { anchorAnnotation, doubtById, doubtCounts, doubts, leaveDoubt, removeDoubt } from '../store/doubts.ts';
import { pageAt, textOfReading } from '../store/readings.ts';
import type { Read } from '../store/write.ts';
import type { Command, Query } from './handler.ts';
import { counted } from './words.ts';

/** Characters of text shown around a passage: some two lines. */
const excerptContext = 160;
/** A passage longer than this is cut in the review. */
const longestExcerpt = 4000;

export const list: Query<'doubts.list'> = (read, input) => {
  const rows = doubts(read, input);
  const annotations = new Map(annotationsByIds(read, rows.map(({ id }) => id)).map((annotation) => [annotation.id, annotation]));
  const text = textKeeper(read);
  return rows.flatMap((row): Doubt[] => {
    const annotation = annotations.get(row.id);
    if (!annotation) return [];
    const document = documentRow(read, annotation.documentId);
    if (!document) return [];
    const older = text(row.readingId);
    const newer = text(document.readingId);
    const isThere = older.slice(row.start, row.end) === annotation.quote || annotation.area !== null;
    const was = isThere ? excerptOf(older, row) : { before: annotation.prefix, text: annotation.quote, after: annotation.suffix };
    const candidates = row.candidates.map((candidate) => ({ ...candidate, page: pageAt(read, document.readingId, candidate.start), excerpt: excerptOf(newer, candidate) }));
    return [{ annotation, documentTitle: document.title, reason: row.reason, candidates, was: { page: row.page, excerpt: was }, isLeft: row.leftAt !== null }];
  });
};

export const counts: Query<'doubts.counts'> = (read) => doubtCounts(read);

export const settle: Command<'doubts.settle'> = (write, { places }) => {
  const text = textKeeper(write);
  for (const { id, ...range } of places) {
    const annotation = annotationById(write, id);
    if (!annotation || !doubtById(write, id)) throw settled();
    const document = documentRow(write, annotation.documentId);
    if (!document) throw settled();
    const page = pageAt(write, document.readingId, range.start);
    removeDoubt(write, id);
    // A picture keeps its page and its description.
    if (annotation.area) anchorAnnotation(write, id, 'exact', { start: range.start, end: range.end, page: annotation.area.page });
    else {
      const own = text(document.readingId);
      const trimmed = range.end <= own.length && range.start < range.end ? trimRange(own, range) : null;
      if (!trimmed) throw new UserError('invalid-input', 'There are no words at this place.', 'Select the passage again.');
      anchorAnnotation(write, id, 'exact', { ...trimmed, ...anchorOf(own, trimmed), page });
    }
  }
  return { value: null, label: `Place ${counted(places.length, 'highlight')}` };
};

export const leave: Command<'doubts.leave'> = (write, { ids }, context) => {
  for (const id of ids) {
    const annotation = annotationById(write, id);
    if (!annotation || !doubtById(write, id)) throw settled();
    anchorAnnotation(write, id, 'lost', annotation);
    leaveDoubt(write, id, context.now());
  }
  return { value: null, label: `Leave ${counted(ids.length, 'highlight')} lost` };
};

function excerptOf(text: string, { start, end }: TextRange): Excerpt {
  return {
    before: text.slice(Math.max(0, start - excerptContext), start),
    text: text.slice(start, Math.min(end, start + longestExcerpt)),
    after: end - start > longestExcerpt ? '' : text.slice(end, end + excerptContext),
  };
}

/** Texts by reading; the one asked for last is kept. */
function textKeeper(read: Read): (readingId: string) => string {
  const kept = new Map<string, string>();
  return (readingId) => {
    const known = kept.get(readingId);
    if (known !== undefined) return known;
    // Two at a time: the old text and the new one of a document.
    for (const old of [...kept.keys()].slice(0, -1)) kept.delete(old);
    const text = textOfReading(read, readingId) ?? '';
    kept.set(readingId, text);
    return text;
  };
}

function settled(): UserError {
  return new UserError('not-found', 'This highlight is not waiting for a decision any more.', 'It may have been placed or deleted already.');
}
