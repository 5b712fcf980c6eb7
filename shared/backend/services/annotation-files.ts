// Annotations of the list as a file. Which and in what order is the list's; here each gets its source, its locator and its place in
// code points, a document at a time, so that no more than one text is in memory.

import { annotationsTable, codingsTable, type FiledAnnotation, type FiledDocument, locatorOf, tagMatrixTable } from '../../core/annotation-file.ts';
import type { ListedAnnotation } from '../../core/annotation.ts';
import { citeSource } from '../../core/citation.ts';
import { codePointOffsets } from '../../core/code-points.ts';
import { tagPaths } from '../../core/tag.ts';
import { UserError } from '../../core/user-error.ts';
import type { Output, ParsedInput } from '../../rpc/contract.ts';
import { annotationsMarkdown, csvBytes, fileNameFor, webAnnotationBytes, workbookBytes } from '../exporters/index.ts';
import { listedIds } from '../store/annotation-list.ts';
import { listAnnotations } from '../store/annotations.ts';
import { documentRow, documentSummary } from '../store/documents.ts';
import { listFindings } from '../store/findings.ts';
import { type Reading, readingById } from '../store/readings.ts';
import { allTags } from '../store/tags.ts';
import type { Read } from '../store/write.ts';
import type { Context } from './handler.ts';
import { counted } from './words.ts';

/** Making a workbook of more stops everything else for too long. */
const mostInWorkbook = 10_000;

/** Throws UserError('not-found') when nothing fits, UserError('too-large') for a workbook of more than 10,000. */
export async function exportList(read: Read, { filter, sort, among, format }: ParsedInput<'annotationList.export'>, context: Context): Promise<Output<'annotationList.export'>> {
  const ids = listedIds(read, filter, sort, among ?? null).map(({ id }) => id);
  if (ids.length === 0) throw new UserError('not-found', 'There is no highlight to export.', 'Widen the filter, or choose others.');
  if (format === 'xlsx' && ids.length > mostInWorkbook) throw new UserError('too-large', `A workbook is made of at most ${mostInWorkbook.toLocaleString('en')} highlights; these are ${ids.length.toLocaleString('en')}.`, 'Export them as CSV, or narrow the list.');
  const annotations = filed(read, ids, context);
  const now = context.now();
  const name = `Highlights ${now.slice(0, 10)}`;
  switch (format) {
    case 'csv':
      return { bytes: csvBytes(annotationsTable(annotations)), fileName: fileNameFor(name, 'csv'), mediaType: 'text/csv; charset=utf-8', losses: [] };
    case 'json':
      return { bytes: webAnnotationBytes(annotations, now), fileName: fileNameFor(name, 'json'), mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"', losses: webLosses(annotations) };
    case 'markdown':
      return { ...annotationsMarkdown(annotations, now), fileName: fileNameFor(name, 'md'), mediaType: 'text/markdown; charset=utf-8' };
    case 'xlsx': {
      const matrix = tagMatrixTable(annotations);
      const { bytes, losses } = await workbookBytes([annotationsTable(annotations), codingsTable(annotations), ...(matrix ? [matrix] : [])]);
      const left = matrix ? [] : ['The sheet of all tags by all highlights was left out: it would have more than 2,000,000 cells.'];
      return { bytes, fileName: fileNameFor(name, 'xlsx'), mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', losses: [...losses, ...left] };
    }
  }
}

function webLosses(annotations: readonly FiledAnnotation[]): string[] {
  const lost = annotations.filter(({ anchorState }) => anchorState === 'lost').length;
  return lost === 0 ? [] : [`${counted(lost, 'highlight')} whose words are lost: the words are given, without a position.`];
}

/** In the order of the ids. */
function filed(read: Read, ids: readonly string[], context: Context): FiledAnnotation[] {
  const tags = allTags(read);
  const tagById = new Map(tags.map((tag) => [tag.id, tag]));
  const paths = tagPaths(tags);
  const claims = new Map(listFindings(read).map(({ id, claim }) => [id, claim]));
  const found = new Map<string, FiledAnnotation>();
  for (const [documentId, own] of Map.groupBy(listAnnotations(read, { ids: [...ids], limit: ids.length + 1 }), (each) => each.documentId)) {
    const document = documentSummary(read, documentId, context.countryName);
    const row = documentRow(read, documentId);
    const reading = row && readingById(read, row.readingId);
    if (!document || !reading) continue;
    const { kind, title, issuer, identifier, date, year, countryName, classification, language, format, importedAt } = document;
    const source = { kind, title, issuer, identifier, date, year, countryName, classification, fileName: document.fileName.split(/[/\\]/).at(-1) ?? '' };
    const filedDocument: FiledDocument = { ...source, id: documentId, citation: citeSource(source), language, contentId: row.contentId, format, importedAt };
    const place = placer(reading, own);
    for (const annotation of own) {
      const { id, quote, prefix, suffix, area, note, author, createdAt, updatedAt, anchorState, section, page } = annotation;
      const ownTags = annotation.tagIds.flatMap((tagId) => tagById.get(tagId) ?? []);
      found.set(id, {
        id, quote, prefix, suffix, area, note, author, createdAt, updatedAt, anchorState, section, page,
        document: filedDocument,
        colour: annotation.colour ?? ownTags[0]?.colour ?? 'yellow',
        tags: ownTags.map((tag) => ({ id: tag.id, name: tag.name, path: paths.get(tag.id) ?? tag.name })),
        findings: annotation.findingIds.flatMap((findingId) => ({ id: findingId, claim: claims.get(findingId) ?? '' })),
        ...place(annotation),
      });
    }
  }
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Says of each annotation of one document where it stands, for people and for programs. */
function placer(reading: Reading, annotations: readonly ListedAnnotation[]): (annotation: ListedAnnotation) => Pick<FiledAnnotation, 'locator' | 'points' | 'pagePoints'> {
  const pages = new Map(reading.pages.map((page) => [page.number, page]));
  const points = codePointOffsets(reading.text, [...annotations.flatMap(({ start, end }) => [start, end]), ...reading.pages.flatMap(({ start, end }) => [start, end])]);
  const between = (start: number, end: number, from = 0) => ({ start: (points.get(start) ?? start) - from, end: (points.get(end) ?? end) - from });
  return (annotation) => {
    const { area, anchorState, start, end, page } = annotation;
    const locator = locatorOf(reading, annotation);
    if (area || anchorState === 'lost') return { locator, points: null, pagePoints: null };
    const own = page === null ? undefined : pages.get(page);
    const from = own && (points.get(own.start) ?? own.start);
    // A passage that runs on to the next page ends, on this one, where the page ends.
    const pagePoints = own && start >= own.start && start < own.end ? between(start, Math.min(end, own.end), from) : null;
    return { locator, points: between(start, end), pagePoints };
  };
}
