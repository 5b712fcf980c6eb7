import { describe, expect, it } from 'vitest';
import { countryLaw, type LawEdition } from '../../shared/core/law.ts';
import { articlesOf, lawDifferences } from '../../shared/core/law/legislation.ts';
import type { Matrix, MatrixRow } from '../../shared/core/indicator.ts';
import { breaksOf, type MethodBreak, type SourcedValue } from '../../shared/core/observation.ts';

const years = [2014, 2015, 2016, 2017];
const method: MethodBreak[] = [{ year: 2016, indicators: ['legal_standards.*.meets'], name: 'Another question', explanation: 'It asks something else.' }];

const said = (value: SourcedValue['value'], status: SourcedValue['status'] = value === null ? 'unknown' : 'value'): SourcedValue => ({
  status, value, unit: null, source: 'report', documentId: 'd', documentTitle: 'D', documentKind: 'ilab-report', reportedYear: null, mark: null, note: null, page: 1, start: 1, end: 2, quote: '', confidence: 1, correction: null,
});

/** "unknown" and "blank" stand for those states of a cell. */
type Given = SourcedValue['value'] | undefined;
const row = (indicator: string, values: Given[], territory: string | null = null): MatrixRow => ({
  indicator, name: indicator.split('.')[1] ?? '', unit: null, territory,
  cells: values.map((value, index) => (value === undefined ? null : { year: years[index] ?? 0, shown: 0, values: [value === 'unknown' ? said(null) : value === 'blank' ? said(null, 'not_printed') : said(value)], restated: null, methodBreak: null })),
});

const law = (rows: MatrixRow[], editions: LawEdition[] = []) => {
  const matrix: Matrix = { country: 'FJI', countryName: 'Fiji', years, editions: years, breaks: method, groups: [{ id: 'laws', name: 'Laws', rows }] };
  return countryLaw(matrix, editions, (indicator) => breaksOf(indicator, method));
};
const edition = (year: number, laws: { provision: string | null; law: string }[]): LawEdition => ({
  documentId: `d${year}`, year, bases: [{ standard: 'legal_standards.minimum_age_work', territory: null, text: laws.map((each) => each.law).join('; '), laws: laws.map((each) => ({ ...each, start: 0, end: 0 })), page: 1, start: 0, end: 0 }],
});

describe('what changed in a standard', () => {
  it('is its conformity and its age, each against the year before that says it', () => {
    const { standards } = law([row('legal_standards.minimum_age_work.meets', [false, false, false, true]), row('legal_standards.minimum_age_work.age', [14, undefined, 15, 15])]);
    expect(standards).toHaveLength(1);
    expect(standards[0]?.changes).toMatchObject([{ kind: 'age', year: 2016, since: 2014, from: '14', to: '15' }, { kind: 'conformity', year: 2017, since: 2016, from: 'No', to: 'Yes' }]);
  });

  it('is one of method across the year in which the question changed, also when years are missing', () => {
    expect(law([row('legal_standards.minimum_age_work.meets', [true, true, false, false])]).standards[0]?.changes).toMatchObject([{ kind: 'method', year: 2016, explanation: 'It asks something else.' }]);
    expect(law([row('legal_standards.minimum_age_work.meets', [true, undefined, undefined, false])]).standards[0]?.changes.map(({ kind }) => kind)).toEqual(['method']);
  });

  it('is not a blank cell, and Unknown is not No', () => {
    expect(law([row('legal_standards.minimum_age_work.age', [18, 18, 'blank', 'blank'])]).standards[0]?.changes).toEqual([]);
    expect(law([row('legal_standards.minimum_age_work.meets', [undefined, undefined, 'unknown', false])]).standards[0]?.changes).toMatchObject([{ kind: 'conformity', from: 'Unknown', to: 'No' }]);
  });

  it('is another law or article, but not another way to print the same ones', () => {
    const rows = [row('legal_standards.minimum_age_work.meets', [true, true, true, true])];
    const { standards } = law(rows, [edition(2014, [{ provision: 'Article 30', law: 'Labor Code' }]), edition(2016, [{ provision: 'Article 30', law: 'the Labor Code' }]), edition(2017, [{ provision: 'Articles 31 and 69', law: 'Labor Code' }])]);
    expect(standards[0]?.changes).toMatchObject([{ kind: 'legislation', year: 2017, since: 2016, laws: [{ law: 'Labor Code', kind: 'articles', from: 'Article 30', to: 'Articles 31 and 69' }] }]);
    expect(standards[0]?.cells[0]?.basis).toMatchObject({ documentId: 'd2014' });
  });

  it('keeps territories apart', () => {
    const { standards } = law([row('legal_standards.minimum_age_work.meets', [true, true, true, true], 'North'), row('legal_standards.minimum_age_work.meets', [true, false, false, false], 'South')]);
    expect(standards.map(({ territory, changes }) => [territory, changes.length])).toEqual([['North', 0], ['South', 1]]);
  });
});

describe('articles', () => {
  it.each([
    ['Articles 134, 135, and 312', ['134', '135', '312']],
    ['Articles 134–135 and 312', ['134', '135', '312']],
    ['Articles 132,133, and 135.2(9)', ['132', '133', '135.2(9)']],
    ['Article 132-1', ['132-1']],
    ['Sections 1–99999999', ['1-99999999']],
    ['', []],
  ])('reads %s', (printed, articles) => {
    expect(articlesOf(printed)).toEqual(articles);
  });

  it('knows a numbered act by its number, however it is named', () => {
    expect(lawDifferences([{ provision: null, law: 'Decree No. 1220' }], [{ provision: null, law: 'Decree of the Government No. 1220 of 2011' }])).toEqual([]);
    expect(lawDifferences([], [{ provision: null, law: '<img src=x onerror=1>' }])).toMatchObject([{ kind: 'added', law: '<img src=x onerror=1>' }]);
  });
});

it('a convention is ratified in the year that first says so, and what is never said is no change', () => {
  const { conventions } = law([row('conventions.palermo', [false, undefined, true, true]), row('conventions.un_crc', [undefined, undefined, true, true])]);
  expect(conventions.map(({ changes }) => changes.map(({ kind, year, since }) => [kind, year, since]))).toEqual([[['ratified', 2016, 2014]], []]);
});

it('gaps are explained in a sentence with the values they rest on', () => {
  const { gaps } = law([
    row('legal_standards.minimum_age_work.age', [16, 16, 18, 17]),
    row('legal_standards.compulsory_education_age.age', [17, 17, 17, 17]),
    row('legal_standards.minimum_age_hazardous_work.age', [16, 18, 18, '16, 17']),
    row('legal_standards.minimum_age_hazardous_work.meets', [true, true, false, false]),
    row('legal_standards.hazardous_occupations_identified.meets', [true, true, false, 'unknown']),
  ]);
  expect(gaps.map(({ kind, cells }) => [kind, cells.map(({ year }) => year)])).toEqual([
    ['work-while-school', [2014, 2015]],
    ['hazardous-under-18', [2014]],
    ['school-ends-before-work', [2016]],
    ['hazardous-not-met', [2016]],
    ['no-hazardous-list', [2016]],
  ]);
  expect(gaps[0]?.cells[0]).toMatchObject({ sentence: 'Work is allowed from 16, while school is compulsory to 17: a child may leave school for work a year before it should.', sides: [{ value: { value: 16 } }, { value: { value: 17 } }] });
});

it('nothing known is nothing said', () => {
  expect(law([])).toMatchObject({ standards: [], conventions: [], gaps: [] });
});
