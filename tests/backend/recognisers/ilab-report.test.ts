// What is understood of a yearly report of the Labor Department: on reports written by the tests and on real ones.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfImporter } from '../../../shared/backend/importers/pdf.ts';
import { ilabReportRecogniser } from '../../../shared/backend/recognisers/ilab-report.ts';
import { emptyBlock, type Block, type ParsedDocument } from '../../../shared/core/document.ts';
import type { Recognised } from '../../../shared/core/format.ts';
import type { Observation } from '../../../shared/core/recognition.ts';
import { sharedBytes, sharedPresent } from '../../support/shared.ts';
import { similarity } from '../../score/text.ts';
import { heading, paragraph, recogniseDrafts } from './ilab-drafts.ts';
import { reportPdf, type ReportOptions } from './ilab-report-writing.ts';

async function recognise(bytes: Uint8Array): Promise<Recognised> {
  const parsed = await pdfImporter.parse({ name: 'a.pdf', bytes });
  return ilabReportRecogniser.recognise({ name: 'a.pdf', parsed });
}

const written = (options: ReportOptions = {}): Promise<Recognised> => recognise(reportPdf(options));

function value({ recognition }: Recognised, indicator: string, year = recognition.year, territory: string | null = null): Observation | undefined {
  return recognition.observations.find((entry) => entry.indicator === indicator && entry.year === year && entry.territory === territory);
}

const short = (observation: Observation | undefined): unknown => (observation === undefined ? undefined : observation.status === 'value' ? observation.value : observation.status);

describe('the head of a report', () => {
  it('gives country, report year and level without being told', async () => {
    const { recognition, parsed } = await written();
    expect(recognition).toMatchObject({ kind: 'ilab-report', country: { iso3: 'FJI', name: 'Fiji' }, year: 2018, language: 'en', title: 'Fiji: Findings on the Worst Forms of Child Labor, 2018' });
    expect(recognition.level).toMatchObject({ level: 'moderate', qualifier: null });
    expect(parsed.text.slice(recognition.level?.start ?? 0, recognition.level?.end ?? 0)).toBe('MODERATE ADVANCEMENT');
    expect(recognition.warnings).toEqual([]);
    expect(recognition.confidence).toBeGreaterThan(0.9);
    const year = recognition.proposed.find((entry) => entry.field === 'year');
    expect(parsed.text.slice(year?.start, year?.end)).toBe('2018');
  });

  it('keeps level and qualifier apart and writes the qualifier as a sentence', async () => {
    const { recognition } = await written({ level: 'MINIMAL ADVANCEMENT – EFFORTS MADE BUT CONTINUED LAW THAT DELAYED ADVANCEMENT', sentence: 'In 2018, Fiji made a minimal advancement in the matter.' });
    expect(recognition.level).toMatchObject({ level: 'minimal', qualifier: 'Efforts Made but Continued Law that Delayed Advancement' });
  });

  it('reads a level that goes on in the next passage, and one that only a sentence states', () => {
    const split = recogniseDrafts([{ kind: 'title', text: 'Fiji' }, { kind: 'heading', level: 1, text: 'MINIMAL ADVANCEMENT –' }, { kind: 'heading', level: 1, text: 'EFFORTS MADE BUT REGRESSION IN LAW THAT DELAYED ADVANCEMENT' }, paragraph('In 2019, Fiji made a minimal advancement in the matter.')], heading('I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR'), paragraph('Children carry baskets.'));
    expect(split.recognition.level).toMatchObject({ level: 'minimal', qualifier: 'Efforts Made but Regression in Law that Delayed Advancement' });
    expect(split.parsed.text.slice(split.recognition.level?.start ?? 0, split.recognition.level?.end ?? 0)).toMatch(/^MINIMAL[\s\S]*DELAYED ADVANCEMENT$/);
    for (const sentence of ['In 2019, Fiji is receiving an assessment of no advancement for its baskets.', 'In 2019, Fiji is assessed as having made only no advancement.']) {
      expect(recogniseDrafts([{ kind: 'title', text: 'Fiji' }, paragraph(sentence), heading('I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR'), paragraph('Children carry baskets.')]).recognition.level).toMatchObject({ level: 'no', qualifier: null });
    }
  });

  it('knows reports without an assessment and countries with difficult names', async () => {
    const { recognition } = await written({ level: 'NO ASSESSMENT', country: 'Cote d’lvoire', sentence: 'In 2018, the Government of Côte d’Ivoire was not assessed.' });
    expect(recognition.level?.level).toBe('no-assessment');
    expect(recognition.country?.iso3).toBe('CIV');
  });

  it('says so when the head of the page and the text name different levels', async () => {
    const { recognition } = await written({ sentence: 'In 2018, Fiji made a significant advancement in the matter.' });
    expect(recognition.warnings.map((warning) => warning.code)).toContain('level-contradicted');
  });

  it('marks the passages of the assessment', async () => {
    const { parsed } = await written();
    const assessment = parsed.blocks.filter((block) => block.role === 'assessment');
    expect(assessment.map((block) => parsed.text.slice(block.start, block.end))).toEqual([
      'In 2018, Fiji made a moderate advancement in the matter of child work. A new law was read twice and the inspectors were given bicycles. Still, children are at work in the fields.',
    ]);
  });
});

describe('sections and tables', () => {
  it('finds the sections with stable roles, numbers and titles', async () => {
    const { recognition } = await written();
    expect(recognition.sections.map((section) => [section.level, section.number, section.role, section.title])).toEqual([
      [1, null, 'assessment', 'Assessment'],
      [1, 'I', 'prevalence', 'Prevalence and Sectoral Distribution of Child Labor'],
      [1, 'II', 'legal-framework', 'Legal Framework for Child Labor'],
      [1, 'III', 'enforcement', 'Enforcement of Laws on Child Labor'],
      [2, null, 'labor-enforcement', 'Labor Law Enforcement'],
      [2, null, 'criminal-enforcement', 'Criminal Law Enforcement'],
      [1, 'VII', 'suggested-actions', 'Suggested Government Actions to Eliminate Child Labor'],
      [1, null, 'references', 'References'],
    ]);
    const references = recognition.sections.at(-1);
    expect(references?.page).toBe(3);
    for (const [at, section] of recognition.sections.entries()) expect(section.end).toBeGreaterThan(section.start + (at === 0 ? 20 : 5));
  });

  it('sets damaged capitals right without moving an offset', async () => {
    // Bold capitals of some files come as small letters.
    const damaged = (text: string): string => text.replace(/[A-Z]/gu, (letter) => ('STWI'.includes(letter) ? letter : letter.toLowerCase()));
    const whole = await written();
    const repaired = await written({ spelled: damaged });
    expect(repaired.recognition.sections.map((section) => section.title)).toEqual(whole.recognition.sections.map((section) => section.title));
    expect(repaired.recognition.tables.map((table) => [table.title, table.columns])).toEqual(whole.recognition.tables.map((table) => [table.title, table.columns]));
    expect(repaired.recognition.observations).toEqual(whole.recognition.observations);
    expect(repaired.parsed.text).toBe(whole.parsed.text);
  });

  it('finds tables by title, whatever their number and a misprint in the title', async () => {
    const result = await written({ withoutInspectorate: true, spelled: (text) => text.replace('Law Enforcement Efforts', 'Law Encorcement Efforts') });
    expect(result.recognition.tables.map((table) => table.number)).toEqual(['1', '2', '3', '4', '5']);
    expect(short(value(result, 'enforcement.criminal_convictions'))).toBe(1);
    expect(result.recognition.actions).toHaveLength(4);
  });

  it('joins a table that goes on over a page', async () => {
    const { recognition } = await written();
    const actions = recognition.tables.filter((table) => table.title.startsWith('Suggested'));
    expect(actions).toHaveLength(1);
    expect(actions[0]?.rows).toHaveLength(4);
    expect(actions[0]?.rows.map((row) => row[0])).toEqual(['Legal Framework', 'Legal Framework', 'Enforcement', 'Policies']);
  });
});

describe('observations', () => {
  it('reads the statistics with ages, population and source', async () => {
    const report = await written();
    expect(short(value(report, 'statistics.working_percent'))).toBe(4.5);
    expect(short(value(report, 'statistics.working_population'))).toBe(12340);
    expect(short(value(report, 'statistics.working_age_range'))).toBe('5-14');
    expect(short(value(report, 'statistics.combining_work_school_percent'))).toBe('unavailable');
    expect(short(value(report, 'statistics.primary_completion_rate_percent'))).toBe(101.3);
    expect(value(report, 'statistics.primary_completion_rate_percent')?.note).toMatch(/Data from 2016/u);
    expect(value(report, 'statistics.working_percent')?.note).toMatch(/2011/u);
  });

  it('gives each share of the figure to the sector printed beside it', async () => {
    const report = await written();
    expect(['agriculture', 'industry', 'services'].map((sector) => short(value(report, `statistics.sector_${sector}_percent`)))).toEqual([60, 9.5, 30.5]);
  });

  it('reads drawn ticks as ratified and empty cells as not', async () => {
    const report = await written();
    const keys = ['ilo_c138', 'ilo_c182', 'un_crc', 'crc_armed_conflict', 'palermo'];
    expect(keys.map((key) => short(value(report, `conventions.${key}`)))).toEqual([false, true, true, false, true]);
  });

  it('reads the laws: met or not, age, signs, and what the words mean in that year', async () => {
    const report = await written();
    expect(short(value(report, 'legal_standards.minimum_age_work.meets'))).toBe(false);
    expect(value(report, 'legal_standards.minimum_age_work.age')).toMatchObject({ value: 15, mark: '†', unit: 'years' });
    expect(short(value(report, 'legal_standards.prohibition_csec.meets'))).toBe(true);
    expect(short(value(report, 'legal_standards.prohibition_csec.age'))).toBe('not_printed');
    expect(short(value(report, 'legal_standards.compulsory_education_age.meets'))).toBe('not_applicable');
    expect(short(value(report, 'legal_standards.compulsory_education_age.age'))).toBe('16, 17');
    const older = await written({ year: 2015, lawsHeader: ['Standard', 'Yes/No', 'Age', 'Related Legislation'] });
    expect(value(older, 'legal_standards.minimum_age_work.meets')?.note).toBe('Yes means that a law exists.');
  });

  it('reads both printed years of the enforcement tables, with words, amounts and notes', async () => {
    const report = await written();
    expect(short(value(report, 'enforcement.labor_inspectorate_funding_usd', 2017))).toBe('unknown');
    expect(short(value(report, 'enforcement.labor_inspectorate_funding_usd'))).toBe(3_100_000);
    expect(value(report, 'enforcement.labor_inspectorate_funding_usd')?.quote).toContain('FJD');
    expect(value(report, 'enforcement.labor_inspectors', 2017)).toMatchObject({ value: 1234, reportedYear: 2018, page: 2 });
    expect(value(report, 'enforcement.labor_inspectors')).toMatchObject({ value: 20, mark: '†', note: 'Data are from July to June.' });
    expect(short(value(report, 'enforcement.labor_initial_training'))).toBe('not_applicable');
    expect(short(value(report, 'enforcement.labor_inspections', 2017))).toBe(49363);
    expect(short(value(report, 'enforcement.criminal_investigations'))).toBe('unknown');
    expect(short(value(report, 'enforcement.criminal_convictions', 2017))).toBe(0);
    expect(value(report, 'enforcement.inspectors_meet_ilo_advice')).toMatchObject({ value: false });
  });

  it('reads jurisdictions that have columns or rows of their own', async () => {
    const columns = await written({
      inspectorate: { header: ['Overview of Labor Law Enforcement', '2018 Mainland', '2018 Islands'], rows: [['Number of Labor Inspectors', '12 (6)', '3']] },
    });
    expect(short(value(columns, 'enforcement.labor_inspectors', 2018, 'Mainland'))).toBe(12);
    expect(short(value(columns, 'enforcement.labor_inspectors', 2018, 'Islands'))).toBe(3);
    const rows = await written({
      inspectorate: { header: ['Overview of Labor Law Enforcement', '2017', '2018'], rows: [['Number of Labor Inspectors', '', ''], ['Mainland', '12', '14'], ['Islands', '3', 'Unknown']] },
    });
    expect(short(value(rows, 'enforcement.labor_inspectors', 2018, 'Mainland'))).toBe(14);
    expect(short(value(rows, 'enforcement.labor_inspectors', 2018, 'Islands'))).toBe('unknown');
  });

  it('leads every value back to its printed place', async () => {
    const { recognition, parsed } = await written();
    for (const observation of recognition.observations) {
      const printed = parsed.text.slice(observation.start ?? 0, observation.end ?? 0);
      const { words = [] } = parsed.pages[(observation.page ?? 0) - 1] ?? {};
      if (observation.status !== 'not_printed' && !observation.indicator.startsWith('conventions.')) expect(printed, observation.indicator).not.toBe('');
      if (typeof observation.value === 'number' && observation.unit === 'count') expect(printed.replace(/[,\s]/gu, '')).toContain(String(observation.value));
      if (printed !== '') expect(words.some((word) => word.start >= (observation.start ?? 0) && word.end <= (observation.end ?? 0))).toBe(true);
    }
  });

  it('ignores a row of another series in a table', async () => {
    const { recognition } = await written();
    expect(recognition.observations.some((observation) => observation.quote.includes('Another Series'))).toBe(false);
  });
});

describe('suggested actions', () => {
  it('have area, text and years, over merged cells and pages', async () => {
    const { recognition, parsed } = await written();
    expect(recognition.actions.map(({ area, text, years, firstYear, lastYear, page }) => ({ area, text, years, firstYear, lastYear, page }))).toEqual([
      { area: 'Legal Framework', text: 'Write the law in words that children can read.', years: '2014 – 2018', firstYear: 2014, lastYear: 2018, page: 2 },
      { area: 'Legal Framework', text: 'Read it to them.', years: '2018', firstYear: 2018, lastYear: 2018, page: 2 },
      { area: 'Enforcement', text: 'Mend the bicycles of the inspectors.', years: '2018', firstYear: 2018, lastYear: 2018, page: 2 },
      { area: 'Government Policies', text: 'Write a policy, and then another.', years: '2012 – 2018', firstYear: 2012, lastYear: 2018, page: 3 },
    ]);
    for (const action of recognition.actions) expect(parsed.text.slice(action.start ?? 0, action.end ?? 0)).toBe(action.text);
  });
});

describe('merged rows', () => {
  it('are taken apart where the years of each item stand level with its first line', async () => {
    const { recognition } = await written({ mergedActions: true });
    expect(recognition.actions.filter((action) => action.area === 'Legal Framework').map(({ text, years }) => [text, years])).toEqual([
      ['Write the law in words that children can read.', '2014 – 2018'],
      ['Read it to them.', '2018'],
    ]);
  });
});

describe('other documents', () => {
  it('are not taken for a report', async () => {
    const parsed: ParsedDocument = { text: 'A letter about child labor and its worst forms.', blocks: [{ ...emptyBlock, kind: 'paragraph', start: 0, end: 47 }], pages: [], properties: {}, warnings: [], leftOut: [] };
    expect(ilabReportRecogniser.accepts({ name: 'letter.txt', parsed })).toBeLessThan(0.1);
    expect(ilabReportRecogniser.recognise({ name: 'letter.txt', parsed }).recognition.country).toBeNull();
  });

  it('never make it throw and never lose text', () => {
    const kinds: Block['kind'][] = ['title', 'heading', 'paragraph', 'table-row', 'caption', 'note'];
    const pieces = ['Table 6. Labor Law Enforcement Efforts Related to Child Labor (Cont.)', 'I. Prevalence and Sectoral Distribution of Child Labor', 'MINIMAL ADVANCEMENT –', 'In 2018, Fiji made a', 'Number of Labor Inspectors\t12\t(', 'Area\tSuggested Action\tYear(s) Suggested', '† (', 'ﬁ ß İ 🌧', ''];
    const block = fc.record({ kind: fc.constantFrom(...kinds), text: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 60 })), table: fc.option(fc.nat(3), { nil: null }), span: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 25 }), (made) => {
        let text = '';
        const blocks = made.map(({ kind, text: own, table, span }): Block => {
          const start = text === '' ? 0 : text.length + 1;
          text = text === '' && start === 0 ? own : `${text}\n${own}`;
          const cells = kind === 'table-row' ? [{ start, end: start + Math.floor(own.length / 2), header: span === 1, colSpan: span, rowSpan: span }, { start: start + Math.floor(own.length / 2), end: start + own.length, header: false, colSpan: 1, rowSpan: 1 }] : [];
          return { ...emptyBlock, kind, start, end: start + own.length, page: 1, runs: [], cells, table: kind === 'table-row' || kind === 'caption' ? table : null };
        });
        const parsed: ParsedDocument = { text, blocks, pages: [], properties: {}, warnings: [], leftOut: [] };
        const { parsed: after } = ilabReportRecogniser.recognise({ name: 'a', parsed });
        expect(after.text.length).toBe(text.length);
        expect(after.text.toLowerCase()).toBe(text.toLowerCase());
        expect(ilabReportRecogniser.accepts({ name: 'a', parsed })).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150 },
    );
  });
});

describe('real reports', () => {
  const facts: [string, number, string][] = [['KAZ', 2014, 'minimal'], ['UZB', 2015, 'no'], ['GHA', 2016, 'significant'], ['BRA', 2017, 'significant'], ['CIV', 2018, 'significant'], ['KAZ', 2021, 'minimal']];
  it.skipIf(!sharedPresent)('give country, year, level, eleven parts and actions in every layout (needs ../shared)', { timeout: 60_000 }, async () => {
    for (const [iso3, year, level] of facts) {
      const { recognition } = await recognise(sharedBytes('corpus', 'ilab', `${iso3}-${year}.pdf`));
      expect([recognition.country?.iso3, recognition.year, recognition.level?.level]).toEqual([iso3, year, level]);
      expect(recognition.sections.filter((section) => section.level === 1).map((section) => section.role)).toEqual([
        'assessment', 'prevalence', 'legal-framework', 'enforcement', 'coordination', 'policies', 'social-programs', 'suggested-actions', 'references',
      ]);
      expect(recognition.tables).toHaveLength(year === 2014 ? 9 : 11);
      expect(recognition.actions.length).toBeGreaterThan(5);
      expect(recognition.actions.every((action) => action.area !== '' && action.lastYear !== null)).toBe(true);
    }
  });

  it.skipIf(!sharedPresent)('are the same text in both issues of one report but for its few changes (needs ../shared)', { timeout: 60_000 }, async () => {
    const [first, later] = [await recognise(sharedBytes('corpus', 'ilab', 'reissued', 'UZB-2015-first.pdf')), await recognise(sharedBytes('corpus', 'ilab', 'UZB-2015.pdf'))];
    expect(similarity(first.parsed.text, later.parsed.text)).toBeGreaterThan(0.97);
    expect(first.recognition.sections.map((section) => section.title)).toEqual(later.recognition.sections.map((section) => section.title));
  });
});
