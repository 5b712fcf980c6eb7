// Countries with several jurisdictions: every way in which a report may print its values by territory.

import { describe, expect, it } from 'vitest';
import { pdfImporter } from '../../../shared/backend/importers/pdf.ts';
import { ilabReportRecogniser } from '../../../shared/backend/recognisers/ilab-report.ts';
import { PageSheet, pdfOf } from '../importers/pdf-writing.ts';
import { byTerritory, type DraftCell, opening, recogniseDrafts, sections, table } from './ilab-drafts.ts';

const lawsCaption = 'Table 4. Laws and Regulations on Child Labor';
const lawsHeader = ['Standard', 'Related Entity', 'Meets International Standards', 'Age', 'Legislation'];
const laborCaption = 'Table 6. Labor Law Enforcement Efforts Related to Child Labor';
const labor = 'Overview of Labor Law Enforcement';
const work = 'legal_standards.minimum_age_work';
const inspectors = 'enforcement.labor_inspectors';

const laws = (rows: DraftCell[][], header: DraftCell[] | DraftCell[][] = lawsHeader, caption = lawsCaption) => recogniseDrafts(opening(), sections.laws, table({ caption, header, rows }));
const enforcement = (rows: DraftCell[][], header: DraftCell[] | DraftCell[][], caption = laborCaption) => recogniseDrafts(opening(), sections.enforcement, table({ caption, header, rows }));

describe('laws by territory', () => {
  const spanned: DraftCell[][] = [
    [{ text: 'Minimum Age for Work', rowSpan: 2 }, 'Mainland', 'No', '14', 'Section 5 of the Mainland Act (4)'],
    ['Islands', 'Yes', '15', 'Section 6 of the Island Act (5)'],
    ['Prohibition of Forced Labor', 'All Territories', 'Yes', '', 'Article 25 of the Constitution (6)'],
  ];

  it('are read from a column beside the label, whose label covers several rows', () => {
    const report = laws(spanned);
    expect(byTerritory(report, `${work}.meets`)).toBe('Mainland false, Islands true');
    expect(byTerritory(report, `${work}.age`)).toBe('Mainland 14, Islands 15');
    expect(byTerritory(report, 'legal_standards.prohibition_forced_labor.meets')).toBe('All Territories true');
    expect(report.recognition.legalBases.map(({ standard, territory, laws: [law] }) => [standard, territory, law?.provision, law?.law])).toEqual([
      [work, 'Mainland', 'Section 5', 'Mainland Act'],
      [work, 'Islands', 'Section 6', 'Island Act'],
      ['legal_standards.prohibition_forced_labor', 'All Territories', 'Article 25', 'Constitution'],
    ]);
  });

  it('are read when the label stands only in the first row, or in each', () => {
    for (const label of ['', 'Minimum Age for Work']) {
      const report = laws([['Minimum Age for Work', 'Mainland (4)', 'No', '14', 'An act'], [label, 'Islands', 'Yes', '15', 'An act']]);
      expect(byTerritory(report, `${work}.meets`)).toBe('Mainland false, Islands true');
    }
  });

  it('are read when the column has no readable heading', () => {
    const report = laws([['Minimum Age for Work', 'Mainland', 'No', '14', 'An act'], ['', 'Islands', 'Yes', '15', 'An act']], ['Standard', '', 'Meets International Standards', 'Age', 'Legislation']);
    expect(byTerritory(report, `${work}.meets`)).toBe('Mainland false, Islands true');
  });

  it('are read from columns side by side', () => {
    const report = laws(
      [['Minimum Age for Work', 'No', '14', 'An act', 'Yes', '15', 'Another']],
      [['', { text: 'Mainland', colSpan: 3 }, { text: 'Islands', colSpan: 3 }], ['Standard', 'Meets International Standards', 'Age', 'Legislation', 'Meets International Standards', 'Age', 'Legislation']],
    );
    expect(byTerritory(report, `${work}.meets`)).toBe('Mainland false, Islands true');
    expect(byTerritory(report, `${work}.age`)).toBe('Mainland 14, Islands 15');
    expect(report.recognition.legalBases.map(({ territory, text }) => `${territory}: ${text}`)).toEqual(['Mainland: An act', 'Islands: Another']);
  });

  it("are read from rows below the standard, and from standards below the territory's name", () => {
    const header = ['Standard', 'Meets International Standards', 'Age', 'Legislation'];
    const below = laws([['Minimum Age for Work', '', '', ''], ['Mainland', 'No', '14', 'An act'], ['Islands', 'Yes', '15', 'An act'], ['Compulsory Education Age', 'Yes', '16', 'An act']], header);
    expect(byTerritory(below, `${work}.meets`)).toBe('Mainland false, Islands true');
    expect(byTerritory(below, 'legal_standards.compulsory_education_age.age')).toBe('(whole) 16');
    const above = laws([['Mainland', '', '', ''], ['Minimum Age for Work', 'No', '14', 'An act'], ['Islands', '', '', ''], ['Minimum Age for Work', 'Yes', '15', 'An act']], header);
    expect(byTerritory(above, `${work}.meets`)).toBe('Mainland false, Islands true');
  });

  it('are read from the label, from one cell, and from tables of their own', () => {
    const header = ['Standard', 'Meets International Standards', 'Age', 'Legislation'];
    expect(byTerritory(laws([['Minimum Age for Work (Mainland)', 'No', '14', 'An act'], ['Minimum Age for Work – Islands', 'Yes', '15', 'An act']], header), `${work}.meets`)).toBe('Mainland false, Islands true');
    expect(byTerritory(laws([['Minimum Age for Work', 'Mainland: No; Islands: Yes', 'Mainland: 14; Islands: 15', 'An act']], header), `${work}.age`)).toBe('Mainland 14, Islands 15');
    const tables = recogniseDrafts(opening(), sections.laws, ...['Mainland', 'the Islands'].map((name, at) => table({ caption: `Table ${4 + at}. Laws and Regulations on Child Labor in ${name}`, header, rows: [['Minimum Age for Work', at === 0 ? 'No' : 'Yes', '14', 'An act']] })));
    expect(byTerritory(tables, `${work}.meets`)).toBe('Mainland false, Islands true');
  });

  it('leave the group of military rows of older editions what it is', () => {
    const report = laws([['Minimum Age for Military Recruitment', '', '', ''], ['State Compulsory', 'Yes', '18', 'An act'], ['Non-state', 'No', '', '']], ['Standard', 'Meets International Standards: Yes/No', 'Age', 'Legislation']);
    expect(byTerritory(report, 'legal_standards.compulsory_military_recruitment.age')).toBe('(whole) 18');
    expect(byTerritory(report, 'legal_standards.nonstate_military_recruitment.meets')).toBe('(whole) false');
  });
});

describe('enforcement by territory', () => {
  it('is read from a column beside the label, for both years', () => {
    const report = enforcement([[{ text: 'Number of Labor Inspectors', rowSpan: 2 }, 'Mainland', '12 (6)', '14 (7)'], ['Islands', '3', 'Unknown* (7)'], ['Refresher Courses Provided', 'FBiH, RS, BD', 'Yes', 'No']], [labor, 'Related Entity', '2018', '2019†']);
    expect(byTerritory(report, inspectors)).toBe('Mainland 14, Islands unknown');
    expect(byTerritory(report, inspectors, 2018)).toBe('Mainland 12, Islands 3');
    expect(byTerritory(report, 'enforcement.labor_refresher_courses')).toBe('FBiH, RS, BD false');
  });

  it('is read from columns of territories that each have two years', () => {
    const report = enforcement([['Number of Labor Inspectors', '1', '2', '3', '4']], [['', { text: 'Mainland', colSpan: 2 }, { text: 'Islands', colSpan: 2 }], [labor, '2018', '2019', '2018', '2019']]);
    expect(byTerritory(report, inspectors)).toBe('Mainland 2, Islands 4');
    expect(byTerritory(report, inspectors, 2018)).toBe('Mainland 1, Islands 3');
  });

  it('takes the sign beside a year for no territory', () => {
    expect(byTerritory(enforcement([['Number of Labor Inspectors', '1', '2']], [labor, '2018*', '2019†']), inspectors)).toBe('(whole) 2');
  });

  it('is read from the page, where the name of a row covers the rows of its territories', async () => {
    const page = new PageSheet().text(430, 43, 'Fiji', 26).text(54, 66, 'MODERATE ADVANCEMENT', 12, 'bold');
    page.lines(54, 90, ['In 2019, Fiji made a moderate advancement in the matter of child work.'], 12, 'italic').text(54, 150, 'III. ENFORCEMENT OF LAWS ON CHILD LABOR', 12, 'bold');
    page.lines(54, 168, ['Much was written of the islands in that year by people who travelled there and saw the fields.']).text(54, 205, laborCaption, 11, 'bold');
    page.table([54, 250, 350, 450, 558], 212, [labor, 'Related Entity', '2018', '2019'], [['Number of Labor Inspectors', 'Mainland', '12 (6)', '14 (7)'], [null, 'Islands', '3 (6)', 'Unknown (7)'], ['Number of Labor Inspections Conducted', 'Mainland', '1,200', '900'], [null, 'Islands', '10', '11']]);
    const parsed = await pdfImporter.parse({ name: 'a.pdf', bytes: pdfOf([page]) });
    const report = ilabReportRecogniser.recognise({ name: 'a.pdf', parsed });
    expect(byTerritory(report, inspectors, 2019)).toBe('Mainland 14, Islands unknown');
    expect(byTerritory(report, 'enforcement.labor_inspections', 2019)).toBe('Mainland 900, Islands 11');
  });
});

describe('statistics', () => {
  const caption = "Table 1. Statistics on Children's Work and Education";
  const read = (header: DraftCell[], rows: DraftCell[][]) => recogniseDrafts(opening(), table({ caption, header, rows }));

  it('are read by territory from columns and from parts of the table', () => {
    const columns = read(['Children', 'Age', 'Mainland Percent', 'Islands Percent'], [['Working (% and population)', '5 to 14', '4.5 (12,340)', '6.1 (Unavailable)']]);
    expect(byTerritory(columns, 'statistics.working_percent')).toBe('Mainland 4.5, Islands 6.1');
    expect(byTerritory(columns, 'statistics.working_population')).toBe('Mainland 12340, Islands unavailable');
    const parts = read(['Children', 'Age', 'Percent'], [['Mainland', '', ''], ['Attending School (%)', '5 to 14', '90.0'], ['Islands', '', ''], ['Attending School (%)', '5 to 14', '80.5']]);
    expect(byTerritory(parts, 'statistics.attending_school_percent')).toBe('Mainland 90, Islands 80.5');
  });

  it('give the shares of sectors where they are rows instead of a figure', () => {
    const report = read(['Children', 'Age', 'Percent'], [['Working (% and population)', '5 to 14', '20.4 (3,345)'], ['Working children by sector', '5 to 14', ''], ['Agriculture', '84.8', ''], ['Industry', '', '0.6'], ['Services', '', '14.6']]);
    expect(['agriculture', 'industry', 'services'].map((name) => byTerritory(report, `statistics.sector_${name}_percent`))).toEqual(['(whole) 84.8', '(whole) 0.6', '(whole) 14.6']);
    expect(byTerritory(report, 'statistics.working_age_range')).toBe('(whole) 5-14');
  });

  it('are read from the labels of web pages, which hold the ages', () => {
    const report = read(['', ''], [['Working children, ages 5 to 14 (% and population):', '25.1 (3,157)'], ['School attendance, ages 5 to 14 (%):', '74.1'], ['Children combining work and school, ages 7 to 14 (%):', '21.6'], ['Primary completion rate (%):', '73.7']]);
    expect(byTerritory(report, 'statistics.working_percent')).toBe('(whole) 25.1');
    expect(byTerritory(report, 'statistics.working_age_range')).toBe('(whole) 5-14');
    expect(byTerritory(report, 'statistics.combining_work_school_age_range')).toBe('(whole) 7-14');
    expect(byTerritory(report, 'statistics.primary_completion_rate_percent')).toBe('(whole) 73.7');
  });
});
