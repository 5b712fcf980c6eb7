// A brief for tests, in our own words, about a country that does not exist: every kind of block, two languages, a marked cable.

import type { BriefBlock, BriefMaterial, CitedReading, ComparisonBlock, ResolvedBrief, Source } from '../../shared/core/brief.ts';
import type { Comparison, ComparisonRow, DifferencePart } from '../../shared/core/comparison.ts';
import { emptyBlock } from '../../shared/core/document.ts';
import { emptyRecognition } from '../../shared/core/recognition.ts';

export function sampleSource(changes: Partial<Source> = {}): Source {
  return {
    number: 1,
    kind: 'ilab-report',
    title: '2021 Report on Working Children: Ruritania',
    issuer: 'Bureau of Labor Studies',
    identifier: null,
    date: null,
    year: 2021,
    countryName: 'Ruritania',
    classification: null,
    fileName: 'ruritania-2021.pdf',
    ...changes,
  };
}

export const sampleCable = sampleSource({
  number: 2,
  kind: 'cable',
  title: 'RURITANIA: HARVEST SEASON AND THE SCHOOLS',
  issuer: 'Embassy Strelsau',
  identifier: '07STRELSAU412',
  date: '2007-12-03T11:54:00',
  year: 2007,
  classification: 'UNCLASSIFIED',
  fileName: '07STRELSAU412.txt',
});

const unmarked = (kind: DifferencePart['kind'], text: string): DifferencePart => ({ kind, text, emphasis: null });
const figure = (kind: DifferencePart['kind'], text: string): DifferencePart => ({ kind, text, emphasis: 'number' });

/** Two years: same, reworded (with figures), new, gone and moved sentences. */
export function sampleComparison(changes: Partial<ComparisonBlock> = {}): ComparisonBlock {
  const old = (text: string, locator = '§ III, p. 5') => ({ text, citation: { source: 3, locator } });
  const now = (text: string, locator = '§ III, p. 6') => ({ text, citation: { source: 1, locator } });
  return {
    kind: 'comparison',
    title: 'Enforcement, 2020 and 2021',
    countryName: 'Ruritania',
    columns: [
      { heading: '2020', citation: { source: 3, locator: '' } },
      { heading: '2021', citation: { source: 1, locator: '' } },
    ],
    rows: [
      {
        section: 'Enforcement',
        cells: [old('The ministry employed 189 inspectors in 2020.'), now('The ministry employed 172 inspectors in 2021.')],
        steps: [
          {
            class: 'reworded',
            since: 0,
            parts: [unmarked('same', 'The ministry employed '), figure('removed', '189'), figure('added', '172'), unmarked('same', ' inspectors in '), figure('removed', '2020'), figure('added', '2021'), unmarked('same', '.')],
          },
        ],
      },
      {
        section: 'Enforcement',
        cells: [old('Inspectors may visit farms without notice.'), null],
        steps: [{ class: 'gone', since: 0, parts: [] }],
      },
      {
        section: 'Enforcement',
        cells: [null, now('A new law requires three days’ notice before every visit, and inspectors from the capital must be accompanied by an official of the province.')],
        steps: [{ class: 'new', since: 0, parts: [] }],
      },
      {
        section: 'Coordination',
        cells: [old('The council met twice.', '§ IV, p. 7'), now('The council met twice.', '§ IV, p. 9')],
        steps: [{ class: 'moved', since: 0, parts: [] }],
      },
    ],
    omitted: 3,
    byTopic: false,
    ...changes,
  };
}

/** Four years of one sentence: it stays, is reworded, and is dropped. */
export function sampleHistory(): ComparisonBlock {
  const texts = ['Children pick hops in autumn.', 'Children pick hops in autumn.', 'Some children pick hops and tobacco in autumn.', null];
  return {
    ...sampleComparison(),
    title: 'Work on farms, 2018 to 2021',
    columns: ['2018', '2019', '2020', '2021'].map((heading, index) => ({ heading, citation: { source: 4 - index, locator: '' } })),
    rows: [
      {
        section: null,
        cells: texts.map((text, index) => (text === null ? null : { text, citation: { source: 4 - index, locator: `p. ${index + 2}` } })),
        steps: [
          { class: 'same', since: 0, parts: [] },
          {
            class: 'reworded',
            since: 1,
            parts: [unmarked('removed', 'Children'), unmarked('added', 'Some children'), unmarked('same', ' pick hops'), unmarked('added', ' and tobacco'), unmarked('same', ' in autumn.')],
          },
          { class: 'gone', since: 2, parts: [] },
        ],
      },
    ],
    omitted: 0,
  };
}

export function sampleBrief(changes: Partial<ResolvedBrief> = {}): ResolvedBrief {
  return {
    title: 'Labour inspection in Ruritania: what changed between 2020 and 2021',
    subtitle: 'A brief for the Minister of Labour',
    author: 'Ana Example',
    date: '2022-03-04',
    language: 'en',
    markings: ['UNCLASSIFIED'],
    blocks: [
      {
        kind: 'text',
        text: {
          markdown:
            'The inspectorate has **fewer people and less freedom** than a year ago. It lost seventeen inspectors and, since the spring, must announce every visit three days ahead [@citation:1]. The embassy had described an *adequate* system in 2007 [@citation:2; @citation:3].\n\nThree things follow:\n\n1. Visits no longer find what they are meant to find.\n2. The figures of 2021 cannot be set beside those of 2020 without a note.\n3. The council that should have objected did not meet more often.\n\n| Year | Inspectors | Visits |\n|:--|--:|--:|\n| 2020 | 189 | 4,120 |\n| 2021 | 172 | 2,874 |',
          citations: [
            { source: 1, locator: '§ III, p. 6' },
            { source: 2, locator: 'para. 2' },
            { source: 3, locator: 'Table 6, p. 5' },
          ],
        },
      },
      { kind: 'heading', level: 1, text: 'What the sources say' },
      {
        kind: 'quote',
        passage: { quote: 'A new law requires three days’ notice before every visit.', citation: { source: 1, locator: '§ III, p. 6' }, state: 'exact' },
        remark: { markdown: 'The sentence is new in this edition.', citations: [] },
      },
      {
        kind: 'quote',
        passage: { quote: 'المفتشون لا يزورون المزارع دون إشعار (2021).', citation: { source: 4, locator: 'p. 2' }, state: 'exact' },
        remark: { markdown: '', citations: [] },
      },
      { kind: 'heading', level: 2, text: 'Finding' },
      {
        kind: 'finding',
        claim: 'The law of 2021 weakened labour inspection on farms.',
        confidence: 'moderate',
        likelihood: null,
        countryName: 'Ruritania',
        years: [2020, 2021],
        evidence: [
          { stance: 'supporting', quote: 'The ministry employed 172 inspectors in 2021.', citation: { source: 1, locator: '§ III, p. 6' }, state: 'exact', note: 'Seventeen fewer than the year before.' },
          { stance: 'contradicting', quote: 'Post sees no lack of inspectors.', citation: { source: 2, locator: 'para. 4' }, state: 'exact', note: '' },
          { stance: 'context', quote: '督察员在收获季节不足。', citation: { source: 4, locator: 'p. 3' }, state: 'elsewhere', note: '' },
        ],
        remark: { markdown: 'The cable is fourteen years older than the law [@citation:1].', citations: [{ source: 2, locator: '' }] },
      },
      { kind: 'heading', level: 1, text: 'What changed in the text' },
      sampleComparison(),
      sampleHistory(),
      { kind: 'sources', heading: '' },
    ],
    sources: [
      sampleSource(),
      sampleCable,
      sampleSource({ number: 3, title: '2020 Report on Working Children: Ruritania', year: 2020, fileName: 'ruritania-2020.pdf' }),
      sampleSource({ number: 4, kind: 'generic', title: 'ملاحظة عن الحصاد', issuer: 'Harvest Watch', date: '2021-11', year: 2021, fileName: 'note.docx' }),
    ],
    issues: [{ code: 'quote-elsewhere', severity: 'warning', message: 'These words stand at another place of the source than the one cited.', block: 5 }],
    ...changes,
  };
}

/** A document of two numbered paragraphs on two pages, for resolving. */
export function sampleReading(id: string, changes: Partial<CitedReading['document']> = {}): CitedReading {
  const text = 'Farms\nInspectors may visit farms without notice.\nThe ministry employed 189 inspectors in 2020.';
  const first = text.indexOf('Inspectors');
  const second = text.indexOf('The ministry');
  return {
    document: { ...sampleSource({ fileName: `${id}.pdf` }), id, ...changes },
    text,
    blocks: [
      { ...emptyBlock, kind: 'heading', level: 1, start: 0, end: first - 1, page: 1 },
      { ...emptyBlock, kind: 'paragraph', label: '1.', start: first, end: second - 1, page: 1 },
      { ...emptyBlock, kind: 'paragraph', label: '2.', start: second, end: text.length, page: 2 },
    ],
    pages: [
      { number: 1, label: 'iv', start: 0, end: second, width: 595, height: 842 },
      { number: 2, label: null, start: second, end: text.length, width: 595, height: 842 },
    ],
    recognition: { ...emptyRecognition, sections: [{ number: 'III', title: 'Farms', level: 1, page: 1, role: null, start: 0, end: text.length }] },
  };
}

export function sampleMaterial(changes: Partial<BriefMaterial> = {}): BriefMaterial {
  const readings = new Map([
    ['report', sampleReading('report')],
    ['cable', sampleReading('cable', { kind: 'cable', identifier: '07STRELSAU412', classification: 'CONFIDENTIAL//NOFORN' })],
  ]);
  const quote = 'Inspectors may visit farms without notice.';
  return {
    annotation: (id) => (readings.has(id) ? { documentId: id, start: 6, end: 6 + quote.length, quote, note: '' } : null),
    finding: (id) =>
      id === 'claim'
        ? {
            finding: { claim: 'Visits were free.', years: [2020], confidence: 'moderate', likelihood: null },
            countryName: 'Ruritania',
            evidence: [
              { annotationId: 'cable', stance: 'contradicting', position: 1 },
              { annotationId: 'report', stance: 'supporting', position: 0 },
            ],
          }
        : null,
    reading: (id) => readings.get(id) ?? null,
    comparison: () => null,
    chart: () => null,
    ...changes,
  };
}

export function sampleBlock(changes: Partial<BriefBlock>): BriefBlock {
  return { id: 'block', briefId: 'brief', position: 0, kind: 'text', text: '', annotationId: null, findingId: null, comparison: null, chart: null, level: 0, ...changes };
}

/** Two columns, `rows` rows: reworded, new, gone, and the same in turn, all in one section. */
export function sampleAlignment(rows: number): Comparison {
  const classes = ['reworded', 'new', 'gone', 'same'] as const;
  return {
    country: 'RUR',
    countryName: 'Ruritania',
    columns: ['report', 'cable'].map((documentId, index) => ({ documentId, year: 2020 + index, title: `Edition ${index}`, kind: 'generic', level: null, identifier: null, classification: null })),
    rows: Array.from({ length: rows }, (_, index): ComparisonRow => {
      const cell = { start: 6, end: 48, ranges: [{ start: 6, end: 48 }], text: `Sentence ${index}.`, page: 1, label: null };
      const kind = classes[index % 4] ?? 'same';
      return {
        section: 'Farms',
        sectionRole: 'farms',
        cells: [kind === 'new' ? null : cell, kind === 'gone' ? null : cell],
        steps: [{ class: kind, confidence: 1, numbersOnly: false, parts: [] }],
      };
    }),
    counts: { same: 0, reworded: 0, moved: 0, 'moved-reworded': 0, split: 0, joined: 0, new: 0, gone: 0, present: 0 },
    byTopic: false,
    corrections: [],
  };
}
