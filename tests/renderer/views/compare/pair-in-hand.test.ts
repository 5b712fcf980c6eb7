import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../shared/core/comparison.ts';
import { compareEditions } from '../../../../shared/core/comparing.ts';
import { correctionsOfRow, pairInHand, placeAfter, sidesOf } from '../../../../renderer/views/compare/pair-in-hand.ts';
import { editionOf } from '../../../support/editions.ts';

const texts = ['Inspectors visited forty harbours during the year.\nChildren mend nets on the coast.', 'Inspectors visited sixty harbours during the year.\nChildren mend nets on the coast.', 'A register was opened in the old town.\nChildren mend nets on the coast.'];

function compared(kinds: Comparison['columns'][number]['kind'][] = ['generic', 'generic', 'generic']): Comparison {
  const rows = compareEditions(kinds.map((kind, index) => ({ family: kind === 'cable' ? 'cable' : 'report', text: editionOf(texts[index] ?? '', `d${index}`), pages: [] })));
  const columns = kinds.map((kind, index) => ({ documentId: `d${index}`, year: 2020 + index, title: 't', kind, level: null, identifier: null, classification: null }));
  return { country: null, countryName: null, columns, rows, counts: {} as Comparison['counts'], byTopic: false, corrections: [{ id: 'c', olderDocumentId: 'd0', newerDocumentId: 'd1', verdict: 'apart', olderQuote: '', newerQuote: '', author: '', madeAt: '' }] };
}

const rowOf = (comparison: Comparison, words: string) => comparison.rows.findIndex((row) => row.cells.some((cell) => cell?.text.includes(words)));

describe('the pair of a cell in hand', () => {
  it('is that with the edition before it, and of the first column that with the one after it', () => {
    const comparison = compared();
    const children = rowOf(comparison, 'Children');
    expect(pairInHand(comparison, { row: children, column: 2 })).toMatchObject({ older: { documentId: 'd1' }, newer: { documentId: 'd2' }, step: { class: 'same' } });
    expect(pairInHand(comparison, { row: children, column: 0 })).toMatchObject({ older: { documentId: 'd0', starts: [51] }, newer: { documentId: 'd1', starts: [51] } });
    expect(pairInHand(comparison, { row: rowOf(comparison, 'register'), column: 2 })).toBeNull();
    expect(pairInHand(comparison, { row: 99, column: 0 })).toBeNull();
  });

  it('can be made of cells of neighbouring editions in either order, and of no others', () => {
    const comparison = compared();
    const [inspectors, register] = [rowOf(comparison, 'Inspectors'), rowOf(comparison, 'register')];
    expect(sidesOf(comparison, { row: register, column: 2 }, { row: inspectors, column: 1 })).toEqual({ older: { documentId: 'd1', starts: [0] }, newer: { documentId: 'd2', starts: [0] } });
    expect(sidesOf(comparison, { row: inspectors, column: 0 }, { row: register, column: 2 })).toBeNull();
    expect(sidesOf(comparison, { row: inspectors, column: 2 }, { row: register, column: 1 })).toBeNull();
  });

  it('passes over a cable between two reports, and is never one of both kinds', () => {
    const comparison = compared(['generic', 'cable', 'generic']);
    const children = rowOf(comparison, 'Children');
    expect(pairInHand(comparison, { row: children, column: 2 })).toMatchObject({ older: { documentId: 'd0' }, newer: { documentId: 'd2' } });
    expect(sidesOf(comparison, { row: children, column: 1 }, { row: children, column: 2 })).toBeNull();
  });

  it('is found again after the rows were made anew, and knows its corrections', () => {
    const before = compared();
    const after = { ...before, rows: [...before.rows].toReversed() };
    const place = { row: rowOf(before, 'Inspectors'), column: 0 };
    expect(placeAfter(before, place, after)).toEqual({ row: rowOf(after, 'Inspectors'), column: 0 });
    expect(placeAfter(before, place, { ...after, rows: [] })).toBeNull();
    expect(correctionsOfRow(before, 0)).toEqual([]);
    const [first, ...rest] = before.rows;
    if (!first) throw new Error('no rows');
    const corrected = { ...before, rows: [{ ...first, steps: first.steps.map((step) => step && { ...step, corrections: ['c'] }) }, ...rest] };
    expect(correctionsOfRow(corrected, 0).map(({ id }) => id)).toEqual(['c']);
  });
});
