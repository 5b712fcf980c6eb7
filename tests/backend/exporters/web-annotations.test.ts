// Selectors of exported annotations where a document has pages, where an area is marked, and where the words are lost.

import { describe, expect, it } from 'vitest';
import { annotationsMarkdown, webAnnotationBytes } from '../../../shared/backend/exporters/index.ts';
import type { FiledAnnotation } from '../../../shared/core/annotation-file.ts';

const annotation: FiledAnnotation = {
  id: '0198c000-0000-7000-8000-000000000001',
  quote: 'nine farms',
  prefix: 'visited ',
  suffix: '',
  area: null,
  note: '',
  author: 'Ada',
  createdAt: '2026-01-02T03:04:05.000Z',
  updatedAt: '2026-01-03T03:04:05.000Z',
  anchorState: 'exact',
  section: 'III',
  page: 4,
  document: { id: 'd1', citation: 'Report', kind: 'generic', title: 'Report', issuer: null, identifier: null, date: null, year: 2021, countryName: 'Fiji', classification: null, fileName: 'r.pdf', language: 'en', contentId: 'ab'.repeat(32), format: 'pdf', importedAt: '2026-01-01T00:00:00.000Z' },
  colour: 'blue',
  tags: [],
  findings: [],
  locator: 'p. 4',
  points: { start: 100, end: 110 },
  pagePoints: { start: 20, end: 30 },
};

const now = '2026-02-01T00:00:00.000Z';
type Item = { motivation: unknown; creator?: unknown; body?: unknown; target: { selector: Record<string, unknown>[]; state: unknown; source: Record<string, unknown> } };
const exported = (changes: Partial<FiledAnnotation>): Item | undefined => (JSON.parse(new TextDecoder().decode(webAnnotationBytes([{ ...annotation, ...changes }], now))) as { first: { items: Item[] } }).first.items[0];

describe('a Web Annotation', () => {
  it('of a page is found by its words, by its place on the page, and by its place in the text', () => {
    const item = exported({});
    expect(item).toMatchObject({ motivation: 'highlighting', creator: { type: 'Person', name: 'Ada' }, target: { source: { format: 'application/pdf', language: 'en' }, state: { type: 'TimeState', sourceDate: '2026-01-01T00:00:00.000Z' } } });
    expect(item).not.toHaveProperty('body');
    expect(item?.target.selector).toEqual([
      { type: 'TextQuoteSelector', exact: 'nine farms', prefix: 'visited ' },
      { type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3778', value: 'page=4', refinedBy: { type: 'TextPositionSelector', start: 20, end: 30 } },
      { type: 'TextPositionSelector', start: 100, end: 110 },
    ]);
  });

  it('of a document without pages has no page', () => {
    const item = exported({ document: { ...annotation.document, format: 'html' } });
    expect(item?.target.selector.map(({ type }) => type)).toEqual(['TextQuoteSelector', 'TextPositionSelector']);
  });

  it('whose words are lost points at no place', () => {
    const item = exported({ anchorState: 'lost', points: null, pagePoints: null });
    expect(item?.target.selector.map(({ type }) => type)).toEqual(['TextQuoteSelector']);
    expect(item).toMatchObject({ 'annals:anchorState': 'lost' });
    const markdown = new TextDecoder().decode(annotationsMarkdown([{ ...annotation, anchorState: 'lost', locator: '' }], now).bytes);
    expect(markdown).toContain('> “nine farms”\n>\n> *These words are no longer in the source.*');
  });

  it('of an area is a rectangle of the page', () => {
    const item = exported({ area: { page: 7, x: 50.123, y: 60, width: 100, height: 20.5 }, quote: 'A chart', points: null, pagePoints: null });
    expect(item?.body).toEqual([{ type: 'TextualBody', value: 'A chart', format: 'text/plain', purpose: 'describing' }]);
    expect(item?.target.selector).toEqual([{ type: 'FragmentSelector', conformsTo: 'http://tools.ietf.org/rfc/rfc3778', value: 'page=7&viewrect=50.12,60,100,20.5' }]);
  });
});
