import { describe, expect, it } from 'vitest';
import type { ListedAnnotation } from '../../../../shared/core/annotation.ts';
import type { Comparison } from '../../../../shared/core/comparison.ts';
import { compareEditions } from '../../../../shared/core/comparing.ts';
import { annotatedRows, tagCounts } from '../../../../renderer/views/compare/annotated-rows.ts';
import { linesOf } from '../../../../renderer/views/compare/lines.ts';
import { editionOf } from '../../../support/editions.ts';

const older = editionOf('# I. Work\nForty boats were counted in the harbour.\nNets were mended on the coast all year.\nA council met in spring.', 'older');
const newer = editionOf('# I. Work\nSixty boats were counted in the harbour.\nNets were mended on the coast all year.\nA register was opened.', 'newer');
const rows = compareEditions([older, newer].map((text) => ({ family: 'report' as const, text, pages: [] })));
const comparison: Comparison = {
  country: null, countryName: null, rows, counts: {} as Comparison['counts'], byTopic: false, corrections: [],
  columns: ['older', 'newer'].map((documentId, index) => ({ documentId, year: 2020 + index, title: 't', kind: 'generic' as const, level: null, identifier: null, classification: null })),
};

function annotationAt(documentId: 'older' | 'newer', words: string, tagIds: string[]): ListedAnnotation {
  const start = (documentId === 'older' ? older : newer).text.indexOf(words);
  return { id: words, documentId, start, end: start + words.length, tagIds, colour: null } as unknown as ListedAnnotation;
}

const wordsOf = (row: number) => rows[row]?.cells.map((cell) => cell?.text ?? '').join('|');
const tagged = (...annotations: ListedAnnotation[]) => annotatedRows(comparison, annotations, []);

describe('annotations over the rows of a comparison', () => {
  it('tag a row on whichever side they lie, and every row they reach into', () => {
    const found = tagged(annotationAt('older', 'Forty boats', ['boats']), annotationAt('newer', 'register', ['law']), annotationAt('older', 'harbour.\nNets', ['both']));
    const of = (id: string) => [...found.tagsOfRow].filter(([, ids]) => ids.has(id)).map(([row]) => wordsOf(row));
    expect(of('boats')).toEqual([expect.stringContaining('Forty boats')]);
    expect(of('law')).toEqual([expect.stringContaining('A register')]);
    expect(of('both')).toEqual([expect.stringContaining('Forty'), expect.stringContaining('Nets')]);
    expect(tagCounts(found)).toEqual([{ tagId: 'both', rows: 2 }, { tagId: 'boats', rows: 1 }, { tagId: 'law', rows: 1 }]);
  });

  it('leave rows alone that they only touch, and those of other documents', () => {
    const end = annotationAt('older', 'A council met in spring.', ['x']);
    expect([...tagged({ ...end, start: end.end, end: end.end + 5 }).tagsOfRow]).toEqual([]);
    expect([...tagged({ ...end, documentId: 'elsewhere' }).tagsOfRow]).toEqual([]);
    expect([...tagged({ ...end, tagIds: [] }).tagsOfRow]).toEqual([]);
    expect(tagged({ ...end, tagIds: [] }).marks.get('older')).toHaveLength(1);
  });

  it('narrow the text to the rows of a tag, beside the other filters', () => {
    const { tagsOfRow } = tagged(annotationAt('older', 'Forty boats', ['boats']), annotationAt('newer', 'Nets', ['nets']));
    const shown = (tagIds: string[], numbersOnly = false) => linesOf(comparison, { classes: [], natures: [], numbersOnly, tagIds, section: null }, new Set(), new Set(), null, tagsOfRow).flatMap((line) => (line.kind === 'row' ? [line.row.cells[0]?.text] : []));
    expect(shown(['boats'])).toEqual(['Forty boats were counted in the harbour.']);
    expect(shown(['boats', 'nets'])).toHaveLength(2);
    expect(shown(['nets'], true)).toEqual([]);
    expect(shown(['gone'])).toEqual([]);
  });
});
