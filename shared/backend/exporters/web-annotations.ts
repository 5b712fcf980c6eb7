// Annotations in the W3C Web Annotation data model (JSON-LD): a collection of one page. Each target is described three ways that mean
// the same: its words with context, its page (RFC 3778) with a place in it, and its place in the whole text. Positions count code points.

import type { FiledAnnotation } from '../../core/annotation-file.ts';

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

const model = 'http://www.w3.org/ns/anno.jsonld';
/** PDF open parameters: page and viewrect. */
const pdfFragments = 'http://tools.ietf.org/rfc/rfc3778';
/** What the model has no word for, under a name of our own. */
const own = { annals: 'urn:annals:', 'annals:sha256': { '@type': '@id' }, 'annals:anchorState': {}, 'annals:colour': {}, 'annals:section': {}, 'annals:findings': { '@container': '@list' } };

/** By the name of the importer. */
const mediaTypes: Record<string, string> = {
  csv: 'text/csv',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  email: 'message/rfc822',
  epub: 'application/epub+zip',
  html: 'text/html',
  markdown: 'text/markdown',
  mhtml: 'multipart/related',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odt: 'application/vnd.oasis.opendocument.text',
  pdf: 'application/pdf',
  rtf: 'application/rtf',
  text: 'text/plain',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/xml',
};

/** `now` is an ISO 8601 time. The annotations keep their order. */
export function webAnnotationBytes(annotations: readonly FiledAnnotation[], now: string): Uint8Array {
  const collection: Json = {
    '@context': [model, own],
    id: 'urn:annals:export',
    type: 'AnnotationCollection',
    label: 'Annotations exported from Annals',
    created: now,
    generator: { id: 'urn:annals:program', type: 'Software', name: 'Annals' },
    total: annotations.length,
    first: { id: 'urn:annals:export:page:1', type: 'AnnotationPage', startIndex: 0, items: annotations.map(webAnnotation) },
  };
  return new TextEncoder().encode(`${JSON.stringify(collection, null, 2)}\n`);
}

function webAnnotation(annotation: FiledAnnotation): Json {
  const { id, quote, area, note, author, createdAt, updatedAt, tags, findings, document, colour, anchorState, section } = annotation;
  const motivation = [note.trim() === '' ? 'highlighting' : 'commenting', ...(tags.length > 0 ? ['tagging'] : [])];
  const body: Json[] = [
    // What an area shows is the analyst's words, not the document's.
    ...(area && quote.trim() !== '' ? [{ type: 'TextualBody', value: quote, format: 'text/plain', purpose: 'describing' }] : []),
    ...(note.trim() === '' ? [] : [{ type: 'TextualBody', value: note, format: 'text/markdown', purpose: 'commenting' }]),
    ...tags.map((tag) => ({ type: 'TextualBody', id: `urn:uuid:${tag.id}`, value: tag.name, purpose: 'tagging' })),
  ];
  return {
    id: `urn:uuid:${id}`,
    type: 'Annotation',
    motivation: motivation.length === 1 ? (motivation[0] ?? 'highlighting') : motivation,
    created: createdAt,
    modified: updatedAt,
    ...(author === '' ? {} : { creator: { type: 'Person', name: author } }),
    ...(body.length === 0 ? {} : { body }),
    target: {
      source: {
        id: `urn:annals:document:${document.id}`,
        type: 'Text',
        'dc:title': document.title,
        'schema:name': document.fileName,
        'annals:sha256': `urn:sha256:${document.contentId}`,
        ...(mediaTypes[document.format] ? { format: mediaTypes[document.format] ?? '' } : {}),
        ...(document.language === null ? {} : { language: document.language }),
        'dcterms:bibliographicCitation': document.citation,
      },
      state: { type: 'TimeState', sourceDate: document.importedAt },
      selector: selectors(annotation),
    },
    'annals:anchorState': anchorState,
    'annals:colour': colour,
    ...(section === null ? {} : { 'annals:section': section }),
    ...(findings.length === 0 ? {} : { 'annals:findings': findings.map(({ claim }) => claim) }),
  };
}

/** Alternatives. Where the words are lost only they are given: a position would point at something else. */
function selectors({ quote, prefix, suffix, area, page, points, pagePoints, document }: FiledAnnotation): Json[] {
  const hasPages = document.format === 'pdf';
  if (area) {
    const view = [area.x, area.y, area.width, area.height].map((length) => Math.round(length * 100) / 100).join(',');
    return [{ type: 'FragmentSelector', conformsTo: pdfFragments, value: `page=${area.page}&viewrect=${view}` }];
  }
  const words: Json = { type: 'TextQuoteSelector', exact: quote, ...(prefix === '' ? {} : { prefix }), ...(suffix === '' ? {} : { suffix }) };
  if (!points) return [words];
  const onPage: Json[] =
    hasPages && page !== null
      ? [{ type: 'FragmentSelector', conformsTo: pdfFragments, value: `page=${page}`, ...(pagePoints ? { refinedBy: { type: 'TextPositionSelector', ...pagePoints } } : {}) }]
      : [];
  return [words, ...onPage, { type: 'TextPositionSelector', ...points }];
}
