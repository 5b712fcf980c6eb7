import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BriefBlock,
  citationsOf,
  highestMarkings,
  numberSources,
  parseComparisonSpec,
  parseReferences,
  placeOf,
  replaceReferences,
  resolveBrief,
  selectRows,
  verifyQuote,
  writeReferences,
} from '../../shared/core/brief.ts';
import { UserError } from '../../shared/core/user-error.ts';
import { sampleAlignment, sampleBlock, sampleBrief, sampleMaterial, sampleReading, sampleSource } from '../support/brief.ts';
import { patience } from '../support/patience.ts';

const titles = { title: 'Inspection', subtitle: '', author: '', date: '' };
const resolve = (blocks: Partial<BriefBlock>[], material = sampleMaterial()) =>
  resolveBrief(
    titles,
    blocks.map((block, position) => sampleBlock({ position, ...block })),
    material,
  );
const spec = { country: 'RUR', years: [2020, 2021], documentIds: [], section: null, classes: [], maxRows: 40 };

describe('inline citations', () => {
  it('are found with kind, id and locator', () => {
    expect(parseReferences('Fewer [@annotation:a-1]. More [@document:d, pp. 4–5; @annotation:b].')).toEqual([
      { start: 6, end: 23, references: [{ kind: 'annotation', id: 'a-1', locator: '' }] },
      {
        start: 30,
        end: 67,
        references: [
          { kind: 'document', id: 'd', locator: 'pp. 4–5' },
          { kind: 'annotation', id: 'b', locator: '' },
        ],
      },
    ]);
  });

  it.each([
    ['an escaped bracket', 'a \\[@annotation:a]'],
    ['a code span', 'a `[@annotation:a]` and ``x ` [@annotation:a]``'],
    ['fenced code', '```\n[@annotation:a]\n```'],
    ['fenced code that is never closed', '~~~~\n[@annotation:a]\n~~~'],
    ['an unknown kind', '[@person:a]'],
    ['a part that is no reference', '[@annotation:a; @person:b]'],
    ['an empty id', '[@annotation:]'],
    ['a line break inside', '[@annotation:a\n]'],
  ])('%s is text', (_name, markdown) => {
    expect(parseReferences(markdown)).toEqual([]);
  });

  it.each([
    ['after an escaped backslash', '\\\\[@annotation:a]'],
    ['after a backtick that opens nothing', 'a ` b [@annotation:a]'],
    ['in the paragraph after an open backtick', '`a\n\n[@annotation:a] `'],
    ['after fenced code', '```\nx\n```\n[@annotation:a]'],
  ])('a citation %s is one', (_name, markdown) => {
    expect(parseReferences(markdown)).toHaveLength(1);
  });

  it('are written as they are read', () => {
    const group = parseReferences('[@annotation:a; @document:d, § III, p. 5]')[0];
    expect(writeReferences(group?.references ?? [])).toBe('[@annotation:a; @document:d, § III, p. 5]');
  });

  it('never change the text around them', () => {
    const pieces = fc.constantFrom('[@annotation:a]', '[@', ']', '`', '```', '~~~', '\n', '\\', '[', ';', 'é', '👷🏽', 'مفتش', ' ');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        expect(replaceReferences(parts.join(''), (group) => writeReferences(group.references))).toBe(parts.join(''));
      }),
    );
  });

  it('are found in 5 MB of hostile text in seconds', () => {
    const started = performance.now();
    parseReferences('[@annotation:'.repeat(100_000));
    parseReferences('`[@annotation:a]\n'.repeat(100_000));
    parseReferences('[@annotation:a; '.repeat(100_000));
    expect(performance.now() - started).toBeLessThan(patience);
  });
});

describe('numbers of sources', () => {
  it('follow the order of first citation, and a source keeps its number', () => {
    const { blocks, sources } = resolve([{ text: 'See [@annotation:cable] and [@document:report, p. 9].' }, { kind: 'quote', annotationId: 'report' }, { text: 'Again [@annotation:cable].' }]);
    expect(sources.map(({ number, kind }) => [number, kind])).toEqual([
      [1, 'cable'],
      [2, 'ilab-report'],
    ]);
    expect(blocks.flatMap(citationsOf)).toEqual([
      { source: 1, locator: 'para. 1' },
      { source: 2, locator: 'p. 9' },
      { source: 2, locator: 'para. 1' },
      { source: 1, locator: 'para. 1' },
    ]);
  });

  it('are given anew after blocks change places, leaving out what is not cited', () => {
    const quote = (source: number) => ({ kind: 'quote' as const, passage: { quote: 'x', state: 'exact' as const, citation: { source, locator: '' } }, remark: { markdown: '', citations: [] } });
    const { blocks, sources } = numberSources([quote(7), quote(3), quote(7)], [3, 5, 7].map((number) => sampleSource({ number, title: `Source ${number}` })));
    expect(blocks.flatMap(citationsOf).map(({ source }) => source)).toEqual([1, 2, 1]);
    expect(sources.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 Source 7', '2 Source 3']);
  });

  it('do not change when they are given twice', () => {
    const once = numberSources(sampleBrief().blocks, sampleBrief().sources);
    expect(numberSources(once.blocks, once.sources)).toEqual(once);
  });

  it('are first given to what stands first inside a finding', () => {
    const { blocks, sources } = resolve([{ kind: 'finding', findingId: 'claim' }]);
    expect(sources.map(({ kind }) => kind)).toEqual(['ilab-report', 'cable']);
    expect(blocks[0]).toMatchObject({ kind: 'finding', evidence: [{ stance: 'supporting' }, { stance: 'contradicting' }] });
  });
});

describe('quotations', () => {
  it('stand at their place, elsewhere, nowhere, or in a document that is gone', () => {
    expect(verifyQuote('world', { start: 6, end: 11 }, 'hello world')).toBe('exact');
    expect(verifyQuote('world', { start: 0, end: 5 }, 'hello world')).toBe('elsewhere');
    expect(verifyQuote('World', { start: 6, end: 11 }, 'hello world')).toBe('changed');
    expect(verifyQuote('world', { start: 6, end: 11 }, null)).toBe('missing');
    expect(verifyQuote('', { start: 3, end: 3 }, 'hello')).toBe('changed');
  });

  it('count UTF-16 units, so that emoji and combining marks before them shift nothing', () => {
    const text = '👷🏽‍♀️ é مفتش 督察员';
    const start = text.indexOf('督察员');
    expect(verifyQuote('督察员', { start, end: start + 3 }, text)).toBe('exact');
    expect(verifyQuote('é'.normalize('NFC'), { start: 0, end: 1 }, text.normalize('NFD'))).toBe('changed');
  });

  it('that no longer match become a warning of the brief', () => {
    const moved = sampleMaterial({ annotation: () => ({ documentId: 'report', start: 0, end: 5, quote: 'Inspectors may visit farms', note: '' }) });
    const changed = sampleMaterial({ annotation: () => ({ documentId: 'report', start: 6, end: 48, quote: 'Inspectors must not visit farms without notice.', note: '' }) });
    const gone = sampleMaterial({ reading: () => null });
    for (const [material, state] of [
      [moved, 'elsewhere'],
      [changed, 'changed'],
      [gone, 'missing'],
    ] as const) {
      const brief = resolve([{ kind: 'quote', annotationId: 'report' }], material);
      expect(brief.blocks[0]).toMatchObject({ kind: 'quote', passage: { state } });
      expect(brief.issues).toMatchObject([{ code: `quote-${state}`, severity: 'warning', block: 0 }]);
    }
  });

  it('behind a citation in the text are read again too', () => {
    const material = sampleMaterial({ annotation: () => ({ documentId: 'report', start: 0, end: 5, quote: 'not there', note: '' }) });
    expect(resolve([{ text: 'So [@annotation:report].' }], material).issues).toMatchObject([{ code: 'quote-changed', block: 0 }]);
  });
});

describe('a resolved brief', () => {
  it('has one block for each stored block, in order of position', () => {
    const brief = resolve([
      { kind: 'sources', position: 3 },
      { kind: 'heading', position: 0, text: 'A', level: 2 },
      { kind: 'text', position: 1, text: 'B [@document:report]' },
      { kind: 'heading', position: 2, text: 'C', level: 9 },
    ]);
    expect(brief.blocks).toMatchObject([{ kind: 'heading', level: 2 }, { kind: 'text' }, { kind: 'heading', level: 1 }, { kind: 'sources' }]);
    expect(brief.issues).toEqual([]);
  });

  it('says at its place what is gone', () => {
    const brief = resolve([{ kind: 'quote', annotationId: 'x' }, { kind: 'finding', findingId: null }, { kind: 'comparison' }, { kind: 'comparison', comparison: spec }, { text: 'So [@annotation:x; @document:report].' }]);
    expect(brief.blocks.map((block) => block.kind)).toEqual(['missing', 'missing', 'missing', 'missing', 'text']);
    expect(brief.blocks[4]).toMatchObject({ text: { markdown: 'So [@citation:1]**(source missing)**.' } });
    expect(brief.issues.map(({ code, block }) => [code, block])).toEqual([
      ['block-missing', 0],
      ['block-missing', 1],
      ['block-missing', 2],
      ['block-missing', 3],
      ['citation-missing', 4],
    ]);
  });

  it('carries the highest marking of its sources and their caveats', () => {
    expect(resolve([{ kind: 'quote', annotationId: 'report' }]).markings).toEqual([]);
    expect(resolve([{ kind: 'quote', annotationId: 'cable' }]).markings).toEqual(['CONFIDENTIAL', 'NOFORN']);
  });

  it('names files without the folders they came from', () => {
    const material = sampleMaterial({ reading: () => sampleReading('report', { fileName: 'C:\\Users\\ana\\Kazakh/2021/report.pdf' }) });
    expect(resolve([{ kind: 'quote', annotationId: 'report' }], material).sources[0]?.fileName).toBe('report.pdf');
  });

  it('can be copied as plain data and holds no id of the project', () => {
    const brief = resolve([{ kind: 'quote', annotationId: 'report' }, { kind: 'finding', findingId: 'claim' }]);
    expect(structuredClone(brief)).toEqual(brief);
    expect(JSON.stringify(brief)).not.toMatch(/documentId|annotationId|findingId/);
  });

  it('shows the chosen rows of a comparison with the place of each sentence', () => {
    const brief = resolve([{ kind: 'comparison', comparison: { ...spec, maxRows: 2 } }], sampleMaterial({ comparison: () => sampleAlignment(8) }));
    expect(brief.blocks[0]).toMatchObject({
      kind: 'comparison',
      columns: [
        { heading: '2020', citation: { source: 1 } },
        { heading: '2021', citation: { source: 2 } },
      ],
      omitted: 4,
      rows: [{ cells: [{ citation: { source: 1, locator: 'para. 1' } }, { citation: { source: 2, locator: 'para. 1' } }] }, { cells: [null, { text: 'Sentence 1.' }] }],
    });
    expect(brief.issues).toMatchObject([{ code: 'comparison-cut' }]);
  });

  it('is told where it breaks the rules of analytic writing', () => {
    const finding = (stance: 'supporting' | 'context', confidence: 'high' | null, evidence = 1) =>
      sampleMaterial({
        finding: () => ({
          finding: { claim: 'It is likely, with high confidence, that visits fell.', years: [], confidence, likelihood: null },
          countryName: null,
          evidence: Array.from({ length: evidence }, (_, position) => ({ annotationId: 'report', stance, position })),
        }),
      });
    const codes = (material: ReturnType<typeof sampleMaterial>) => resolve([{ kind: 'finding', findingId: 'claim' }], material).issues.map((issue) => issue.code);
    expect(codes(finding('supporting', 'high'))).toEqual(['one-source', 'confidence-with-likelihood']);
    expect(codes(finding('context', null))).toEqual(['no-support', 'no-confidence', 'confidence-with-likelihood']);
    expect(codes(finding('context', null, 0))).toEqual(['no-evidence', 'confidence-with-likelihood']);
    expect(resolve([{ text: 'We state high confidence. It is likely to go on. [@document:report]' }]).issues).toEqual([]);
    expect(resolve([{ text: 'No source.' }, { kind: 'sources' }, { kind: 'sources' }]).issues.map(({ code, block }) => [code, block])).toEqual([
      ['uncited-text', 0],
      ['sources-twice', 2],
    ]);
  });

  it('may be empty', () => {
    expect(resolve([])).toMatchObject({ blocks: [], sources: [], issues: [], markings: [] });
  });
});

describe('places', () => {
  const shape = sampleReading('report');

  it('give numbered paragraph, section, and the page as printed or counted', () => {
    expect(placeOf(shape, { start: 6, end: 20 })).toMatchObject({ paragraph: '1', lastParagraph: '1', page: 'iv', section: { number: 'III' } });
    expect(placeOf(shape, { start: 6, end: shape.text.length })).toMatchObject({ paragraph: '1', lastParagraph: '2', page: 'iv', lastPage: '2' });
    expect(placeOf(shape, { start: 0, end: 5 })).toMatchObject({ paragraph: null, page: 'iv' });
  });

  it('survive offsets outside the text and documents without pages or blocks', () => {
    expect(placeOf({ ...shape, pages: [], blocks: [] }, { start: 5, end: 9 })).toMatchObject({ paragraph: null, page: null });
    expect(placeOf({ ...shape, recognition: { ...shape.recognition, sections: [] } }, { start: 9999, end: 9_999_999 })).toMatchObject({ section: null, page: '2' });
  });
});

describe('markings', () => {
  it.each([
    [[], []],
    [[null, ''], []],
    [['UNCLASSIFIED', null, 'CONFIDENTIAL'], ['CONFIDENTIAL']],
    [['SECRET//NOFORN', 'TOP SECRET'], ['TOP SECRET', 'NOFORN']],
    [['UNCLASSIFIED//FOR OFFICIAL USE ONLY', 'UNCLASSIFIED'], ['UNCLASSIFIED', 'FOR OFFICIAL USE ONLY']],
    [['UNCLAS SENSITIVE'], ['UNCLASSIFIED', 'SENSITIVE']],
    [['C O N F I D E N T I A L'], ['CONFIDENTIAL']],
    [['(S)', 'S reports'], ['SECRET', 'S reports']],
    [['Nur für den Dienstgebrauch', 'UNCLASSIFIED'], ['UNCLASSIFIED', 'Nur für den Dienstgebrauch']],
    [['unclassified', 'Confidential'], ['Confidential']],
  ])('%j are shown as %j', (classifications, expected) => {
    expect(highestMarkings(classifications)).toEqual(expected);
  });
});

describe('the specification of a comparison', () => {
  it('is read from JSON with its defaults', () => {
    expect(parseComparisonSpec({ country: 'KAZ', years: [2021, 2020] })).toEqual({ country: 'KAZ', years: [2020, 2021], documentIds: [], section: null, classes: [], maxRows: 40 });
    expect(parseComparisonSpec({ country: 'KAZ', years: [2021], documentIds: ['a', 'b'] })).toMatchObject({ documentIds: ['a', 'b'] });
  });

  it.each([
    null,
    'x',
    [[]],
    {},
    { country: 'Kazakhstan', years: [2020, 2021] },
    { country: 'KAZ', years: [2020] },
    { country: 'KAZ', years: [2020, 2020] },
    { country: 'KAZ', years: [2020, '2021'] },
    { country: 'KAZ', years: [2011, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020] },
    { country: 'KAZ', years: [2020, 2021], classes: ['better'] },
    { country: 'KAZ', years: [2020, 2021], maxRows: 0 },
    { country: 'KAZ', years: [2020, 2021], section: 3 },
    JSON.parse('{"__proto__": {"country": "KAZ", "years": [2020, 2021]}}'),
  ])('%j is refused in a sentence', (value: unknown) => {
    expect(() => parseComparisonSpec(value)).toThrow(UserError);
  });

  it('selects rows by section and kind of change, leaving out what stayed the same', () => {
    const comparison = sampleAlignment(100);
    expect(selectRows(spec, comparison)).toMatchObject({ rows: { length: 40 }, omitted: 35 });
    expect(selectRows({ ...spec, classes: ['same'] }, comparison).rows).toHaveLength(25);
    expect(selectRows({ ...spec, section: 'FARMS' }, comparison).rows).toHaveLength(40);
    expect(selectRows({ ...spec, section: 'Mines' }, comparison)).toEqual({ rows: [], omitted: 0 });
  });
});
