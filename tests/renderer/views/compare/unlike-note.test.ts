import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../../shared/core/comparison.ts';
import { compareEditions } from '../../../../shared/core/comparing.ts';
import { unlikeColumns } from '../../../../renderer/views/compare/unlike-note.tsx';
import { editionOf } from '../../../support/editions.ts';

const numbers = Array.from({ length: 12 }, (_, index) => index);
const english = numbers.map((index) => `In harbour ${index} the council counted ${index * 3} boats and mended ${index} nets.`).join('\n');
const french = numbers.map((index) => `Le port numéro ${index} fut visité par ${index * 3} inspecteurs pendant la saison froide.`).join('\n');

function compared(...texts: string[]): Comparison {
  const rows = compareEditions(texts.map((text, index) => ({ family: 'report', text: editionOf(text, String(index)), pages: [] })));
  const columns = texts.map((_, index) => ({ documentId: String(index), year: 2020 + index, title: 't', kind: 'generic' as const, level: null, identifier: null, classification: null }));
  return { country: null, countryName: null, columns, rows, counts: {} as Comparison['counts'], byTopic: false, corrections: [] };
}

describe('the note on unlike documents', () => {
  it('names the later of two that share nothing, such as editions in two languages', () => {
    expect(unlikeColumns(compared(english, french))).toEqual([1]);
    expect(unlikeColumns(compared(english, english.replaceAll('boats', 'ships'), french))).toEqual([2]);
  });

  it('is silent about editions that share much, about short documents and about topics', () => {
    expect(unlikeColumns(compared(english, english.replaceAll('boats', 'ships')))).toEqual([]);
    expect(unlikeColumns(compared(english, 'Nothing was said.'))).toEqual([]);
    expect(unlikeColumns({ ...compared(english, french), byTopic: true })).toEqual([]);
  });
});
