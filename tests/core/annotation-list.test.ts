import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFacets, type CountMaterial } from '../../shared/core/annotation-counts.ts';
import { around, filterWords, holdsWords, type ListFilter, listFacets, wholeList } from '../../shared/core/annotation-list.ts';
import { codePointOffsets } from '../../shared/core/code-points.ts';

describe('offsets for other programs', () => {
  it('count code points, whatever stands before them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (before, after) => {
        const text = (before + after).toWellFormed();
        const offset = before.toWellFormed().length;
        const found = codePointOffsets(text, [text.length, offset, 0]);
        expect(found.get(offset)).toBe([...before.toWellFormed()].length);
        expect(found.get(text.length)).toBe([...text].length);
        expect(found.get(0)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });

  it('inside a pair means before it', () => {
    expect([...codePointOffsets('a😀b', [1, 2, 3, 4])]).toEqual([
      [1, 1],
      [2, 1],
      [3, 2],
      [4, 3],
    ]);
  });
});

describe('words of a filter', () => {
  const holds = (wanted: string, ...texts: string[]) => holdsWords(JSON.stringify(filterWords(wanted)), texts);

  it.each([
    ['қазақстан', 'Қазақстан Республикасы'],
    ['ÉCOLE', 'à l’ecole'],
    ['cote divoire', 'Cote Divoire, Côte d’Ivoire'],
    ['مدرسة', 'في المَدْرَسَةُ'],
    ['fined  farms', 'Farms were visited; one was FINED'],
    ['', 'anything'],
  ])('%j is found in %j', (wanted, text) => expect(holds(wanted, text)).toBe(true));

  it('may stand some in the passage and some in the note, but all must stand', () => {
    expect(holds('farms check', 'Farms were visited.', 'Check this.')).toBe(true);
    expect(holds('farms check nobody', 'Farms were visited.', 'Check this.')).toBe(false);
    // Not across the two.
    expect(holds('visited.check', 'Farms were visited.', 'Check this.')).toBe(false);
  });
});

describe('the words around a passage', () => {
  const text = 'One came. Two went away. Three stayed.';
  const sentences = [
    { start: 0, end: 9 },
    { start: 10, end: 24 },
    { start: 25, end: 38 },
  ];
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });

  it('are the rest of its sentence, or the sentences beside it', () => {
    expect(around(text, at('went'), sentences)).toEqual({ before: 'Two ', after: ' away.' });
    expect(around(text, at('Two went away.'), sentences)).toEqual({ before: 'One came. ', after: ' Three stayed.' });
    expect(around(text, at('One'), sentences)).toEqual({ before: '', after: ' came.' });
    expect(around(text, at('Two went away'), sentences)).toEqual({ before: 'One came. ', after: '. Three stayed.' });
    expect(around(text, at('Three stayed'), sentences)).toEqual({ before: 'Two went away. ', after: '.' });
    expect(around(text, { start: 0, end: text.length }, sentences)).toEqual({ before: '', after: '' });
  });
});

describe('counts of a filter', () => {
  const tags = [
    { id: 'law', parentId: null, colour: 'red' },
    { id: 'age', parentId: 'law', colour: 'blue' },
    { id: 'cotton', parentId: null, colour: 'teal' },
  ] as const;
  const documents = [
    { id: 'd1', country: 'KAZ', year: 2020 },
    { id: 'd2', country: null, year: null },
  ];
  const oneOf = fc.constantFrom;
  const annotation = fc.record({ documentId: oneOf('d1', 'd2'), author: oneOf('', 'Ada'), anchorState: oneOf('exact', 'lost'), colour: oneOf(null, 'green'), hasNote: oneOf(0, 1), isUsed: oneOf(0, 1), tagIds: fc.uniqueArray(oneOf('law', 'age', 'cotton'), { maxLength: 2 }) });
  const filter = fc.record({ tags: fc.subarray(['law', 'age', 'gone']), withBelow: fc.boolean(), colours: fc.subarray(['green', 'red', 'blue', 'yellow'] as const), countries: fc.subarray(['KAZ', 'unknown']), years: fc.subarray(['2020', 'unknown']), authors: fc.subarray(['Ada', 'unknown']), note: fc.subarray(['with', 'without'] as const), tagged: fc.subarray(['with', 'without'] as const), used: fc.subarray(['with', 'without'] as const), anchors: fc.subarray(['exact', 'lost'] as const) });

  it('are what choosing only that value of the group would list', () => {
    fc.assert(
      fc.property(fc.array(annotation, { maxLength: 12 }), filter, (drawn, narrowed) => {
        const material = { annotations: drawn.map(({ tagIds: _tags, ...each }, index) => ({ ...each, id: `a${index}` })), links: drawn.flatMap(({ tagIds }, index) => tagIds.map((tagId) => ({ annotationId: `a${index}`, tagId }))), documents, tags } satisfies CountMaterial;
        const chosen: ListFilter = { ...wholeList, ...narrowed };
        const total = (asked: ListFilter) => countFacets(material, asked).documents.filter(({ value }) => asked.documents.length === 0 || asked.documents.includes(value)).reduce((sum, { count }) => sum + count, 0);
        const counts = countFacets(material, chosen);
        for (const facet of listFacets) for (const { value, count } of counts[facet]) expect(total({ ...chosen, [facet]: [value] }), `${facet} ${value}`).toBe(count);
      }),
    );
  });
});
