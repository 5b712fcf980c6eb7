// Rules of the list of annotations over all documents: what of each is shown in a row, and what of one is shown whole.

import { countFacets } from '../../core/annotation-counts.ts';
import { locatorOf } from '../../core/annotation-file.ts';
import { type AnnotationDetail, around, type ListRow, longestShown } from '../../core/annotation-list.ts';
import type { ListedAnnotation } from '../../core/annotation.ts';
import { citeSource } from '../../core/citation.ts';
import { sentences } from '../../core/sentence.ts';
import { UserError } from '../../core/user-error.ts';
import { annotationCount, countMaterial, historyOf, listedIds, paragraphAt } from '../store/annotation-list.ts';
import { annotationById, listAnnotations, updateAnnotation } from '../store/annotations.ts';
import { documentRow, documentSummary } from '../store/documents.ts';
import { evidenceOfAnnotation, findingById } from '../store/findings.ts';
import { readingById } from '../store/readings.ts';
import type { Read } from '../store/write.ts';
import type { Command, Query } from './handler.ts';
import { counted } from './words.ts';

export const find: Query<'annotationList.find'> = (read, { filter, sort, among, rows: shown }) => {
  const found = listedIds(read, filter, sort, among ?? null);
  const ids = found.map(({ id }) => id);
  return { ids, rows: rowsOf(read, ids.slice(0, shown)), documents: new Set(found.map(({ documentId }) => documentId)).size, all: annotationCount(read) };
};

export const rows: Query<'annotationList.rows'> = (read, { ids }) => rowsOf(read, ids);

export const facets: Query<'annotationList.facets'> = (read, { filter, among }) => countFacets(countMaterial(read, filter, among ?? null), filter);

export const detail: Query<'annotationList.detail'> = (read, { id }, context): AnnotationDetail | null => {
  const [annotation] = listAnnotations(read, { ids: [id], limit: 1 });
  const document = annotation && documentSummary(read, annotation.documentId, context.countryName);
  const reading = annotation && readingById(read, documentRow(read, annotation.documentId)?.readingId ?? '');
  if (!annotation || !document || !reading) return null;
  return {
    annotation,
    ...wordsAround(read, annotation, reading),
    citation: citeSource(document, locatorOf(reading, annotation)),
    findings: evidenceOfAnnotation(read, id).flatMap(({ findingId, stance }) => {
      const finding = findingById(read, findingId);
      return finding ? [{ id: finding.id, claim: finding.claim, stance }] : [];
    }),
    history: historyOf(read, id),
  };
};

export const recolour: Command<'annotationList.recolour'> = (write, { ids, colour }, context) => {
  let changed = 0;
  for (const id of new Set(ids)) {
    const annotation = annotationById(write, id);
    if (!annotation) throw new UserError('not-found', 'This highlight is not there any more.', 'It may have been deleted; undo brings it back.');
    if (annotation.colour === colour) continue;
    updateAnnotation(write, id, { colour, updatedAt: context.now() });
    changed += 1;
  }
  return { value: null, label: colour === null ? `Colour ${counted(changed, 'highlight')} by their tags` : `Colour ${counted(changed, 'highlight')} ${colour}` };
};

/** In the order of the ids. */
function rowsOf(read: Read, ids: readonly string[]): ListRow[] {
  const found = new Map(listAnnotations(read, { ids: [...ids], limit: ids.length + 1 }).map((annotation) => [annotation.id, annotation]));
  return ids.flatMap((id) => {
    const annotation = found.get(id);
    return annotation ? [cut(annotation)] : [];
  });
}

/** A note may be a pasted document; a hundred rows of such would keep the list waiting. */
function cut(annotation: ListedAnnotation): ListRow {
  const isCut = annotation.note.length > longestShown || annotation.quote.length > longestShown;
  return { ...annotation, isCut, ...(isCut && { note: shown(annotation.note), quote: shown(annotation.quote) }) };
}

function shown(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown).toWellFormed().replace(/\ufffd$/u, '')}…` : text;
}

/** Of a highlight whose words are lost only the stored context is left; an area has no sentence. */
function wordsAround(read: Read, { area, anchorState, start, end, prefix, suffix }: ListedAnnotation, reading: { id: string; text: string }): { before: string; after: string } {
  if (area) return { before: '', after: '' };
  if (anchorState === 'lost') return { before: prefix, after: suffix };
  const first = paragraphAt(read, reading.id, start);
  const last = paragraphAt(read, reading.id, end - 1) ?? first;
  if (!first || !last) return { before: '', after: '' };
  const paragraphs = first.start === last.start ? [first] : [first, last];
  return around(
    reading.text,
    { start, end },
    paragraphs.flatMap((paragraph) => sentences(reading.text.slice(paragraph.start, paragraph.end)).map((sentence) => ({ start: paragraph.start + sentence.start, end: paragraph.start + sentence.end }))),
  );
}
