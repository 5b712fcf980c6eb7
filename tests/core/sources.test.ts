import { describe, expect, it } from 'vitest';
import type { ComparisonCell, ComparisonColumn, ComparisonRow } from '../../shared/core/comparison.ts';
import { contradictionQueue, type ContradictionDecision } from '../../shared/core/contradiction-queue.ts';
import { saidValues } from '../../shared/core/contradiction-in-text.ts';
import { goneSentences } from '../../shared/core/gone-sentences.ts';
import type { Matrix, MatrixRow } from '../../shared/core/indicator.ts';
import type { SourcedValue } from '../../shared/core/observation.ts';
import { claimSummary, sourcedClaims, sourceYear } from '../../shared/core/source-claims.ts';
import { editionBeside, sourceTimeline, type TimelineDocument } from '../../shared/core/source-timeline.ts';

const document = (documentId: string, kind: TimelineDocument['kind'], year: number, date: string | null = null, title = documentId): TimelineDocument => ({ documentId, title, kind, year, date, identifier: null, issuer: null, classification: null });
const shape = (documents: TimelineDocument[]) => sourceTimeline(documents).map((each) => (each.kind === 'edition' ? `${each.year}: ${each.documents.map(({ documentId }) => documentId).join(' ')}` : `${each.after ?? ''}-${each.before ?? ''}: ${each.documents.map(({ documentId }) => documentId).join(' ')}${each.missing.length > 0 ? ` missing ${each.missing.join(' ')}` : ''}`));

describe('documents on the axis of years', () => {
  it('stand between the editions by date, those of an edition’s year before it', () => {
    expect(shape([document('r20', 'ilab-report', 2020), document('late', 'generic', 2022), document('c', 'cable', 2007, '2007-12-03'), document('r21', 'ilab-report', 2021), document('p', 'generic', 2021, '2021-06-01', 'A note'), document('o', 'generic', 2021, '2021-02-01', 'A letter')])).toEqual(['-2020: c', '2020: r20', '2020-2021: o p', '2021: r21', '2021-: late']);
  });

  it('name the years without an edition, and two documents of one year are one edition', () => {
    expect(shape([document('r17', 'ilab-report', 2017), document('d17', 'ilab-dataset', 2017), document('p20', 'ilab-page', 2020)])).toEqual(['2017: r17 d17', '2017-2020:  missing 2018 2019', '2020: p20']);
  });

  it('take a yearly series that is no official report for editions, and a single note not', () => {
    expect(shape([document('a', 'generic', 2019, null, 'Yearbook 2019'), document('b', 'generic', 2020, null, 'Yearbook 2020'), document('n', 'generic', 2020, null, 'A note')])).toEqual(['2019: a', '2019-2020: n', '2020: b']);
    expect(shape([document('n', 'generic', 2020)])).toEqual(['-: n']);
    expect(shape([])).toEqual([]);
  });

  it('say beside which edition one is read: the next, else the last', () => {
    const timeline = sourceTimeline([document('r20', 'ilab-report', 2020), document('r21', 'ilab-report', 2021), document('c', 'cable', 2007), document('late', 'cable', 2023)]);
    expect(['c', 'late', 'r20'].map((id) => editionBeside(timeline, id)?.year ?? null)).toEqual([2020, 2021, null]);
  });
});

describe('the year of a source', () => {
  it.each([
    ['Embassy in Suva. Reporting, January 29, 2015.', 2015],
    ['Statistics office. Gross intake ratio. [accessed January 16, 2015]; http://example.test/2014/index.htm', null],
    ['Analysis of surveys. Original data from Cluster Survey 3 (MICS 3), 2006. Analysis received March 2022. Please see the sources.', 2006],
    ['Society of Fishers. A Rapid Assessment. Suva; March 2012.', 2012],
    ['Report- 2014. Suva; http://example.test/2013/', 2014],
    ['National Plan (2016 – 2020). Suva. 2016.', 2016],
    ['Plan until 2099.', null],
    ['', null],
  ])('of %s', (text, year) => {
    expect(sourceYear(text, 2022)).toBe(year);
  });
});

describe('claims', () => {
  const text = 'Boats leave at dawn.(1) Children mend nets.(1, 2) Salt is dear.(9)';
  const reference = (number: number, words: string) => ({ number, text: words, url: null, page: 1, start: 0, end: 0 });
  const citation = (references: number[], claim: string) => ({ references, start: 0, end: 0, claimStart: text.indexOf(claim), claimEnd: text.indexOf(claim) + claim.length, page: 1 });
  const claims = sourcedClaims({ references: [reference(1, 'Fishers. Suva, 2012.'), reference(2, 'Embassy. May 3, 2021.')], citations: [citation([1, 1], 'Boats leave at dawn.'), citation([1, 2], 'Children mend nets.'), citation([9], 'Salt is dear.')] }, text, 2021);

  it('know the sources they lean on, and how old the newest is; a number that is not listed is left out', () => {
    expect(claims.map(({ text: words, sources, newest }) => [words, sources.map(({ number }) => number), newest])).toEqual([['Boats leave at dawn.', [1], 2012], ['Children mend nets.', [1, 2], 2021]]);
    expect(claimSummary(claims, 2, 2021)).toMatchObject({ references: 2, claims: 2, single: 1, old: 1, newest: { number: 2, year: 2021 } });
    expect(claimSummary([], 0, 2021)).toMatchObject({ claims: 0, newest: null });
  });
});

const speaks = (text: string, year: number | null = 2020) => saidValues({ documentId: 'n', kind: 'generic', year, text, blocks: () => [{ start: 0, end: text.length }] }).map(({ indicator, value, year: of }) => [indicator.split('.').slice(1).join('.'), value, of]);

describe('a value said in a sentence', () => {
  it('is read when number, noun and year are plain', () => {
    expect(speaks('In 2019, Fiji employed 1,200 labor inspectors.')).toEqual([['labor_inspectors', 1200, 2019]]);
    expect(speaks('The number of labour inspectors was 84 in 2020.')).toEqual([['labor_inspectors', 84, 2020]]);
    expect(speaks('The ministry carried out 310 inspections in 2020.')).toEqual([['labor_inspections', 310, 2020]]);
    expect(speaks('The minimum age for employment is 14.')).toEqual([['minimum_age_work.age', 14, 2020]]);
    expect(speaks('Education is compulsory until the age of 15.')).toEqual([['compulsory_education_age.age', 15, 2020]]);
    expect(speaks('Fiji has not ratified ILO Convention 138.')).toEqual([['ilo_c138', false, 2020]]);
  });

  it('is left out when it is an estimate, a part, a plan, of no year or of two', () => {
    for (const text of [
      'In 2019, Fiji employed about 200 labor inspectors.', 'In the first half of 2019, Fiji employed 200 labor inspectors.', 'In 2019, the western province employed 20 labor inspectors.',
      'Fiji employed 200 labor inspectors.', 'Between 2018 and 2019 Fiji employed 200 labor inspectors.', 'In 2019, it trained 200 labor inspectors.', 'By 2019 it will have 200 labor inspectors.',
      'In 2019, 200 labor inspectors were dismissed.', 'In 2019, it conducted 30 inspections at farms.', '', '\u0000'.repeat(9),
    ]) expect(speaks(text)).toEqual([]);
    expect(speaks('The minimum age for employment is 14.', null)).toEqual([]);
    expect(speaks(`In 2019, Fiji ${'so '.repeat(200)} employed 200 labor inspectors.`)).toEqual([]);
  });
});

describe('the queue of contradictions', () => {
  const matrix: Matrix = {
    country: 'FJI', countryName: 'Fiji', years: [2019], editions: [2019], breaks: [],
    groups: [{ id: 'g', name: 'G', rows: [{ indicator: 'enforcement.labor_inspectors', name: 'Labor inspectors', unit: 'count', territory: null, cells: [{ year: 2019, shown: 0, restated: null, methodBreak: null, values: [{ status: 'value', value: 254, unit: 'count', source: 'report', documentId: 'r', documentTitle: 'Report', documentKind: 'ilab-report', reportedYear: 2019, mark: null, note: null, page: 4, start: 1, end: 2, quote: '254', confidence: 1, correction: null }] }] }] }],
  };
  const note = (text: string) => ({ documentId: 'n', title: 'Note', kind: 'generic' as const, year: 2020, text, blocks: () => [{ start: 0, end: text.length }] });
  const decision = (said: string): ContradictionDecision => ({ id: 'x', state: 'accepted', note: 'Both stay.', said, author: 'A', madeAt: '2026-01-01' });

  it('has a report against a text, at the words, and says why it is taken for one', () => {
    const { contradictions, counts } = contradictionQueue(matrix, [note('In 2019, Fiji employed 200 labor inspectors.')], () => null);
    expect(counts).toEqual({ open: 1, explained: 0, accepted: 0 });
    expect(contradictions).toMatchObject([{ year: 2019, how: 'The sentence names labor inspectors and the year 2019.', sides: [{ value: 254 }, { value: 200, documentId: 'n', start: 0, end: 44 }], state: 'open' }]);
    expect(contradictionQueue(matrix, [note('In 2019, Fiji employed 254 labor inspectors.')], () => null).contradictions).toEqual([]);
  });

  it('holds a decision as long as both say the same, and is open again when one speaks otherwise', () => {
    const state = (said: string) => contradictionQueue(matrix, [note('In 2019, Fiji employed 200 labor inspectors.')], () => decision(said)).contradictions.map(({ state: own, isStale }) => [own, isStale]);
    expect(state('254 | 200')).toEqual([['accepted', false]]);
    expect(state('254 | 180')).toEqual([['open', true]]);
  });
});

describe('the queue of contradictions, ordered', () => {
  const said = (documentId: string, value: boolean | number): SourcedValue => ({ status: 'value', value, unit: '', source: documentId === 'r' ? 'report' : 'data', documentId, documentTitle: documentId, documentKind: 'generic', reportedYear: 2020, mark: null, note: null, page: null, start: null, end: null, quote: '', confidence: 1, correction: null });
  const row = (indicator: string, unit: string, ...values: (boolean | number)[]): MatrixRow => ({ indicator, name: indicator, unit, territory: null, cells: [2019, 2020].map((year) => ({ year, shown: 0, values: values.map((value, index) => said(index === 0 ? 'r' : 'd', value)), restated: null, methodBreak: null })) });

  it('has the newest first, and last what only concerns the mark at an age', () => {
    const matrix: Matrix = { country: 'FJI', countryName: 'Fiji', years: [2019, 2020], editions: [2019, 2020], breaks: [], groups: [{ id: 'g', name: 'G', rows: [row('law.age.calculated_age', 'yes/no', true, false), row('boats', 'count', 12, 13)] }] };
    expect(contradictionQueue(matrix, [], () => null).contradictions.map(({ indicator, year }) => `${indicator} ${String(year)}`)).toEqual(['boats 2020', 'boats 2019', 'law.age.calculated_age 2020', 'law.age.calculated_age 2019']);
  });
});

describe('what is no longer said', () => {
  const cell = (text: string, start = 0): ComparisonCell => ({ start, end: start + text.length, ranges: [], text, page: 1, label: null });
  const column = (documentId: string, year: number): ComparisonColumn => ({ documentId, year, title: documentId, kind: 'ilab-report', level: null, identifier: null, classification: null });
  const step = (what: 'gone' | 'same' | 'new') => ({ class: what, confidence: 0.9, numbersOnly: false, parts: [] });
  const row = (cells: (string | null)[], steps: ('gone' | 'same' | 'new' | null)[]): ComparisonRow => ({ section: 'I. Harbour', sectionRole: null, cells: cells.map((text) => (text === null ? null : cell(text))), steps: steps.map((what) => what && step(what)) });

  it('is a sentence that the last edition with it has no successor of', () => {
    const columns = [column('a', 2019), column('b', 2020), column('c', 2021)];
    const rows = [
      row(['The boats go out every night.', null, null], ['gone', null]),
      row(['The boats go out every day.', null, 'The boats go out every day.'], ['gone', 'new']),
      row([null, 'Nobody knows who owns the nets.', null], ['new', 'gone']),
      row(['Harbour', null, null], ['gone', null]),
    ];
    expect(goneSentences({ rows, columns }).map(({ goneYear, cell: { text } }) => [goneYear, text])).toEqual([[2021, 'Nobody knows who owns the nets.'], [2020, 'The boats go out every night.']]);
    expect(goneSentences({ rows: [], columns: [] })).toEqual([]);
  });
});
