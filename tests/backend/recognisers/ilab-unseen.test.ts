// What reports of other countries print that those at hand do not: names, years, levels and tables in further forms. The words are our own; headings,
// captions and labels are those of the series.

import { describe, expect, it } from 'vitest';
import { pdfImporter } from '../../../shared/backend/importers/pdf.ts';
import { countryOfFile } from '../../../shared/backend/recognisers/ilab-report/report-head.ts';
import { ilabReportRecogniser } from '../../../shared/backend/recognisers/ilab-report.ts';
import { divided, recognise } from '../../../shared/backend/recognisers/index.ts';
import type { ParsedDocument } from '../../../shared/core/document.ts';
import type { Recognised } from '../../../shared/core/format.ts';
import { unsoundness } from '../../support/parsed-document.ts';
import { PageSheet, pdfOf } from '../importers/pdf-writing.ts';
import { byTerritory, heading, opening, paragraph, parsedOf, recogniseDrafts, sections, table } from './ilab-drafts.ts';

const sheet = (text: string, title: string, level = 'MODERATE ADVANCEMENT'): PageSheet =>
  new PageSheet().text(430, 43, 'Fiji', 26).text(54, 66, level, 12, 'bold').lines(54, 90, ['In 2015, Fiji made a moderate advancement in the matter of child work.'], 12, 'italic').text(54, 150, 'III. ENFORCEMENT OF LAWS ON CHILD LABOR', 12, 'bold').lines(54, 168, [text]).text(54, 205, title, 11, 'bold');
const read = async (pages: PageSheet[]): Promise<Recognised> => ilabReportRecogniser.recognise({ name: 'a.pdf', parsed: await pdfImporter.parse({ name: 'a.pdf', bytes: pdfOf(pages) }) });
const prose = 'Much was written of the islands in that year by people who travelled there and saw the fields.';

describe('the head', () => {
  const yearOf = (text: string) => recogniseDrafts({ kind: 'title', text: 'Niue' }, paragraph(text), heading('I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR'), paragraph('Children in Niue carry baskets. (1)')).recognition;

  it('gives the year also where the sentence does not begin with it, or nothing was assessed', () => {
    expect(yearOf('Although no child was seen at work in Niue, in 2019 the government made no advancement in the matter.')).toMatchObject({ year: 2019, level: { level: 'no' }, country: { iso3: 'NIU' } });
    expect(yearOf('For the 2020 reporting period, nobody has said how Niue advanced.')).toMatchObject({ year: 2020, country: { iso3: 'NIU' } });
  });

  it.each([
    ['NO ADVANCEMENT – EFFORTS MADE BUT COMPLICIT IN FORCED CHILD LABOR', 'no', 'Efforts Made but Complicit in Forced Child Labor'],
    ['NO ADVANCEMENT - EFFORTS MADE BUT COMPLICIT', 'no', 'Efforts Made but Complicit'],
    ['NO ADVANCEMENT – NO EFFORTS AND COMPLICIT IN FORCED CHILD LABOR', 'no', 'No Efforts and Complicit in Forced Child Labor'],
    ['NO ASSESSMENT', 'no-assessment', null],
    ['MINIMAL ADVANCEMENT– EFFORTS MADE BUT CONTINUED LAW THAT DELAYED ADVANCEMENT', 'minimal', 'Efforts Made but Continued Law that Delayed Advancement'],
    ['MINIMAL ADVANCEMENT – EFFORTS MADE BUT REGRESSION IN PRACTICE AND CONTINUED POLICY THAT DELAYED ADVANCEMENT', 'minimal', 'Efforts Made but Regression in Practice and Continued Policy that Delayed Advancement'],
  ])('gives the level %s', (line, level, qualifier) => {
    const { recognition } = recogniseDrafts({ kind: 'title', text: 'Burma' }, { kind: 'heading', level: 1, text: line }, paragraph('In 2019, much was written of Burma.'), heading('I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR'), paragraph('Children carry baskets. (1)'));
    expect(recognition.level).toMatchObject({ level, qualifier });
    expect(recognition.country?.iso3).toBe('MMR');
  });

  it.each([
    ['Bosnia_and_Herzegovina.pdf', 'BIH'], ['Congo,_Democratic_Republic_of_the-2018.pdf', 'COD'], ["Cote d'Ivoire 2017.pdf", 'CIV'], ['Gambia%20The.pdf', 'GMB'], ['west_bank_and_gaza_strip.pdf', 'PSE'], ['NFK-2019.pdf', 'NFK'], ['SriLanka.pdf', 'LKA'],
    ['2018 Findings - Kosovo.pdf', 'XKX'], ['/tmp/reports.2019/North_Macedonia.PDF', 'MKD'], ['swaziland2015.pdf', undefined], ['scan0001.pdf', undefined], ['', undefined],
  ])('the file name %s is asked where nothing else names the country', (name, iso3) => {
    expect(countryOfFile(name)?.iso3).toBe(iso3);
  });

  it.each([
    ['Congo, Democratic Republic of the', 'COD'], ['Congo, Republic of the', 'COG'], ['Democratic Republic of the Congo (DRC)', 'COD'], ['Eswatini (formerly Swaziland)', 'SWZ'], ['Swaziland', 'SWZ'], ['Macedonia', 'MKD'], ['North Macedonia (formerly Macedonia)', 'MKD'],
    ['Cabo Verde', 'CPV'], ['Cape Verde', 'CPV'], ['Gambia, The', 'GMB'], ['The Gambia', 'GMB'], ['Burma', 'MMR'], ['Turkey (Türkiye)', 'TUR'], ['Cote d’lvoire', 'CIV'], ['SÃO TOMÉ AND PRÍNCIPE', 'STP'], ['Sao Tome & Principe', 'STP'], ['Timor-Leste', 'TLS'],
    ['St. Vincent and the Grenadines', 'VCT'], ['Saint Lucia', 'LCA'], ['Saint Helena, Ascensión, and Tristán da Cunha', 'SHN'], ['Falkland Islands (Islas Malvinas)', 'FLK'], ['Cocos (Keeling) Islands', 'CCK'], ['West Bank and the Gaza Strip', 'PSE'], ['West Bank & Gaza Strip', 'PSE'],
    ['Western Sahara', 'ESH'], ['Kosovo', 'XKX'], ['Wallis and Futuna', 'WLF'], ['British Virgin Islands', 'VGB'], ['Christmas Island', 'CXR'], ['BosniaandHerzegovina', 'BIH'], ['Papua NewGuinea', 'PNG'], ['Lao People’s Democratic Republic', 'LAO'],
  ])('knows the country of the title %s', (title, iso3) => {
    expect(recogniseDrafts(opening(title)).recognition.country?.iso3).toBe(iso3);
  });

  it('uses the file name last of all', () => {
    const parsed = parsedOf(heading('MODERATE ADVANCEMENT'), paragraph('In 2019, much was written.'), heading('I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR'), paragraph('Children carry baskets. (1)'));
    expect(ilabReportRecogniser.recognise({ name: 'Fiji.pdf', parsed }).recognition.country?.iso3).toBe('FJI');
    expect(recogniseDrafts(opening('Samoa')).recognition.country?.iso3).toBe('WSM');
  });

  it('says so when a report assesses several territories together', () => {
    const { recognition } = recogniseDrafts({ kind: 'title', text: 'Overseas Territories of the United Kingdom' }, paragraph('In 2017, Anguilla made a minimal advancement in the matter.'), paragraph('In 2017, Montserrat made no advancement in the matter.'), heading('I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR'), paragraph('No child was seen at work.'));
    expect(recognition.warnings.find(({ code }) => code === 'several-assessments')?.message).toContain('Anguilla, Montserrat');
    expect(recogniseDrafts(opening()).recognition.warnings.map(({ code }) => code)).not.toContain('several-assessments');
  });
});

describe('a short report on a territory', () => {
  const { recognition } = recogniseDrafts(
    { kind: 'title', text: 'Christmas Island' },
    heading('NON-INDEPENDENT COUNTRIES AND TERRITORIES'),
    heading('NO ADVANCEMENT'),
    paragraph('In 2015, Christmas Island made no advancement in the matter. No child was seen at work there.'),
    heading('I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR'),
    paragraph('No child was seen at work. (1)'),
    heading('II. LEGAL FRAMEWORK FOR THE WORST FORMS OF CHILD LABOR'),
    table({ caption: 'Table 1. Ratification of International Conventions on Child Labor', header: ['', 'Convention', 'Ratification'], rows: [['', 'ILO C. 182, Worst Forms of Child Labor', '✓'], ['', 'UN CRC', '']] }),
    table({ caption: 'Table 2. Laws and Regulations Related to Child Labor', header: ['Standard', 'Yes/No', 'Age', 'Related Legislation'], rows: [['Minimum Age for Work', 'Yes', '15', 'Section 190 of an act (5)'], ['Prohibition of Hazardous Occupations or Activities for Children', 'No', '', '']] }),
    heading('VI. SOCIAL PROGRAMS TO ADDRESS THE WORST FORMS OF CHILD LABOR'),
    paragraph('There appears to be no need for programs.'),
    heading('VII. SUGGESTED GOVERNMENT ACTIONS TO PREVENT THE WORST FORMS OF CHILD LABOR'),
    table({ caption: 'Table 4. Suggested Government Actions to Prevent Child Labor, Including its Worst Forms', header: ['Area', 'Suggested Action', 'Year(s) Suggested'], rows: [['Laws', 'Write a list of hazardous work.', '2012 – 2015']] }),
  );

  it('is read as far as it goes', () => {
    expect(recognition).toMatchObject({ country: { iso3: 'CXR' }, year: 2015, level: { level: 'no' }, warnings: [] });
    expect(recognition.sections.map(({ role }) => role).filter(Boolean)).toEqual(['assessment', 'prevalence', 'legal-framework', 'social-programs', 'suggested-actions']);
    expect(recognition.observations.filter(({ indicator }) => !indicator.startsWith('mechanisms')).map(({ indicator, status, value }) => `${indicator} ${status === 'value' ? String(value) : status}`)).toEqual([
      'conventions.ilo_c182 true', 'conventions.un_crc false', 'legal_standards.minimum_age_work.meets true', 'legal_standards.minimum_age_work.age 15', 'legal_standards.hazardous_occupations_identified.meets false', 'legal_standards.hazardous_occupations_identified.age not_printed',
    ]);
    expect(recognition.actions.map(({ area, years }) => [area, years])).toEqual([['Legal Framework', '2012 – 2015']]);
  });
});

describe('rows that a page prints without a rule between them', () => {
  const title = 'Table 6. Labor Law Enforcement Efforts Related to Child Labor';
  const header = ['Overview of Labor Law Enforcement', '2014', '2015'];

  it('are told apart by their labels, though a value goes over two lines', async () => {
    const page = sheet(prose, title);
    page.table([54, 350, 450, 558], 212, header, [[['Number of Labor Inspectors', 'Number of Child Labor Dedicated Inspectors'], ['1,711 (75)', 'Unknown'], ['24 (18, 104, 51,', '75)']], ['Refresher Courses Provided', 'Yes', 'No']]);
    const two = sheet(prose, title);
    two.table([54, 350, 450, 558], 212, header, [[['Number of Labor Inspectors', '', 'Number of Child Labor Dedicated Inspectors'], ['1,711 (75)', '', 'Unknown'], ['24 (18, 104, 51,', '75)', 'N/A (12)']], ['Refresher Courses Provided', 'Yes', 'No']]);
    const report = await read([two]);
    expect([2014, 2015].map((year) => byTerritory(report, 'enforcement.labor_inspectors', year))).toEqual(['(whole) 1711', '(whole) 24']);
    expect([2014, 2015].map((year) => byTerritory(report, 'enforcement.dedicated_labor_inspectors', year))).toEqual(['(whole) unknown', '(whole) not_applicable']);
    // Where the levels do not agree nothing is guessed.
    expect(byTerritory(await read([page]), 'enforcement.labor_refresher_courses', 2015)).toBe('(whole) false');
  });

  it('are told apart by the names of territories', async () => {
    const page = sheet(prose, title);
    page.table([54, 230, 380, 460, 558], 212, ['Overview of Labor Law Enforcement', 'Related Entity', '2014', '2015'], [['Number of Labor Inspectors', ['Mainland and the', 'Nearer Islands', 'Outer Islands'], ['3 (6)', '', 'Unknown (7)'], ['4', '', '49,363 (8)']], ['Refresher Courses Provided', 'Mainland', 'Yes', 'No']]);
    const report = await read([page]);
    expect(byTerritory(report, 'enforcement.labor_inspectors', 2015)).toBe('Mainland and the Nearer Islands 4, Outer Islands 49363');
    expect(byTerritory(report, 'enforcement.labor_inspectors', 2014)).toBe('Mainland and the Nearer Islands 3, Outer Islands unknown');
    expect(byTerritory(report, 'enforcement.labor_refresher_courses', 2015)).toBe('Mainland false');
  });
});

describe('tables in further forms', () => {
  const caption = "Table 1. Statistics on Children's Work and Education";

  it('of statistics have a column for each jurisdiction below one heading', () => {
    const rows = [['', '', 'All Islands', 'Mainland', 'Outer Islands'], ['Working (%)', '5 to 14', 'Unavailable', '9.5', '0.2'], ['Primary Completion Rate (%)', '', '70.1%', 'Unavailable', 'Unavailable']];
    for (const percent of [2, 3]) {
      const report = recogniseDrafts(opening(), table({ caption, header: ['Children', 'Age', ...[2, 3, 4].map((at) => (at === percent ? 'Percent' : ''))], rows }));
      expect(byTerritory(report, 'statistics.working_percent')).toBe('All Islands unavailable, Mainland 9.5, Outer Islands 0.2');
      expect(byTerritory(report, 'statistics.primary_completion_rate_percent')).toBe('All Islands 70.1, Mainland unavailable, Outer Islands unavailable');
    }
  });

  it('of statistics may have an empty column of entities, as web pages do', () => {
    const report = recogniseDrafts(opening(), table({ caption, header: ['Children', 'Related Entity', 'Age', 'Percent'], rows: [['Working (% and population)', '', '5 to 14', '4.8 (Unavailable)'], ['Attending School (%)', 'Mainland', '5 to 14', '78.4']] }));
    expect(byTerritory(report, 'statistics.working_percent')).toBe('(whole) 4.8');
    expect(byTerritory(report, 'statistics.attending_school_percent')).toBe('Mainland 78.4');
  });

  it('may hold their caption as their first row, or have none', () => {
    const rows = [['Area', 'Suggested Action', 'Year(s) Suggested'], ['Enforcement', 'Mend the bicycles.', '2014 – 2019']];
    for (const first of [[], [['Table 11. Suggested Government Actions to Prevent Child Labor, Including its Worst Forms', '', '']]]) {
      const { recognition } = recogniseDrafts(opening(), table({ caption: '', header: first[0] ?? rows[0] ?? [], rows: first.length === 0 ? rows.slice(1) : rows }));
      expect(recognition.actions.map(({ area, text, years }) => [area, text, years])).toEqual([['Enforcement', 'Mend the bicycles.', '2014 – 2019']]);
    }
  });

  it('of actions that a page break made two keep the area', () => {
    const header = ['Area', 'Suggested Action', 'Year(s) Suggested'];
    const { recognition } = recogniseDrafts(
      opening(),
      table({ caption: 'Table 10. Suggested Government Actions to Eliminate Child Labor', header, rows: [['Enforcement', 'Mend the bicycles.', '2018']] }),
      paragraph('Much was written below.'),
      table({ caption: 'Table 11. Suggested Government Actions to Eliminate Child Labor (Cont.)', header, rows: [['', 'Oil them.', '2019'], ['Coordination', 'Meet.', '2019']] }),
    );
    expect(recognition.actions.map(({ area }) => area)).toEqual(['Enforcement', 'Enforcement', 'Coordination']);
  });

  it('of conventions without any tick mean none where the page shows no other and the text speaks of none', async () => {
    const conventions = 'Table 3. Ratification of International Conventions on Child Labor';
    const rows = [['', 'ILO C. 138, Minimum Age', ''], ['', 'UN CRC', '']];
    const pageOf = (text: string): PageSheet => {
      const page = sheet(text, conventions);
      page.table([54, 110, 480, 558], 212, ['', 'Convention', 'Ratification'], rows);
      return page;
    };
    const none = await read([pageOf(prose)]);
    expect(byTerritory(none, 'conventions.un_crc')).toBe('(whole) false');
    expect(none.recognition.observations.find(({ indicator }) => indicator === 'conventions.un_crc')?.confidence).toBeLessThan(0.6);
    // The ticks of this one were not read.
    expect(byTerritory(await read([pageOf('Fiji has ratified most key international conventions (Table 3).')]), 'conventions.un_crc')).toBe('');
    expect(byTerritory(await read([pageOf('Fiji has ratified all key international conventions (Table 3).')]), 'conventions.un_crc')).toBe('(whole) true');
  });

  it('print numbers of references over the end of a line, and words for nothing', () => {
    const report = recogniseDrafts(opening(), sections.enforcement, table({ caption: 'Table 6. Labor Law Enforcement Efforts Related to Child Labor', header: ['Overview of Labor Law Enforcement', '2018', '2019'], rows: [['Labor Inspectorate Funding', 'None', '$1.2 Million (12 4,13)'], ['Number of Labor Inspectors', '1,234† (1; 2)', '20 (2019)']] }));
    expect(byTerritory(report, 'enforcement.labor_inspectorate_funding_usd')).toBe('(whole) 1200000');
    expect(byTerritory(report, 'enforcement.labor_inspectorate_funding_usd', 2018)).toBe('(whole) not_applicable');
    expect(byTerritory(report, 'enforcement.labor_inspectors', 2018)).toBe('(whole) 1234');
  });
});

describe('several reports in one file', () => {
  const counted = () => table({ caption: "Table 1. Statistics on Children's Work and Education", header: ['Children', 'Age', 'Percent'], rows: [['Attending School (%)', '', '91.0']] });
  const both = parsedOf(opening('Fiji', 2018), counted(), sections.references, opening('Samoa', 2019, 'NO ADVANCEMENT'), counted(), sections.laws, table({ caption: 'Table 4. Laws and Regulations on Child Labor', header: ['Standard', 'Meets International Standards', 'Age', 'Legislation'], rows: [['Minimum Age for Work', 'Yes', '15', 'An act']] }));
  const parts = (document: ParsedDocument) => divided({ name: 'volume.pdf', parsed: document }).parts ?? [];

  it('become documents of their own, each read whole, and the file says so', () => {
    expect(parts(both).map(({ name }) => name)).toEqual(['Fiji 2018', 'Samoa 2019']);
    const [fiji, samoa] = parts(both).map(({ name, parsed }) => recognise({ name, parsed }));
    expect(fiji?.recognition).toMatchObject({ kind: 'ilab-report', country: { iso3: 'FJI' }, year: 2018 });
    expect(fiji?.recognition.observations.map(({ indicator, value }) => [indicator, value])).toEqual([['statistics.attending_school_percent', 91]]);
    expect(samoa?.recognition).toMatchObject({ kind: 'ilab-report', country: { iso3: 'WSM' }, year: 2019, level: { level: 'no' } });
    expect(samoa?.recognition.observations.map(({ indicator, value }) => [indicator, value])).toEqual([['statistics.attending_school_percent', 91], ['legal_standards.minimum_age_work.meets', true], ['legal_standards.minimum_age_work.age', 15]]);
    expect(divided({ name: 'volume.pdf', parsed: both }).warnings.map(({ message }) => message)).toEqual(['This file holds 2 country reports; each was read as a document of its own: Fiji 2018, Samoa 2019.']);
  });

  it('lose no text, and stay sound', () => {
    expect(parts(both).map(({ parsed }) => parsed.text).join('\n')).toBe(both.text);
    expect(parts(both).flatMap(({ parsed }) => unsoundness(parsed))).toEqual([]);
  });

  it('keep the numbers of their pages', async () => {
    const page = (country: string, year: number) => new PageSheet().text(430, 43, country, 26).text(54, 66, 'MODERATE ADVANCEMENT', 12, 'bold').lines(54, 90, [`In ${year}, ${country} made a moderate advancement in the matter of child work.`], 12, 'italic').text(54, 150, 'I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR', 12, 'bold').lines(54, 168, [prose, prose]);
    const parsed = await pdfImporter.parse({ name: 'a.pdf', bytes: pdfOf([page('Fiji', 2018), page('Samoa', 2019)]) });
    const found = parts(parsed);
    expect(found.map(({ name }) => name)).toEqual(['Fiji 2018', 'Samoa 2019']);
    for (const [at, part] of found.entries()) {
      expect(part.parsed.pages.map(({ number }) => number)).toEqual([1, 2]);
      expect(part.parsed.pages.map(({ words }) => words.length > 0)).toEqual([at === 0, at === 1]);
      for (const own of part.parsed.pages) for (const word of own.words) expect(part.parsed.text.slice(word.start, word.end)).toMatch(/^\S+$/u);
    }
  });

  it('are not seen in one report', () => {
    expect(divided({ name: 'a', parsed: parsedOf(opening(), counted()) }).parts).toBeUndefined();
    const again = [heading('I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR'), paragraph('Children carry baskets again. (2)')];
    expect(divided({ name: 'a', parsed: parsedOf(opening('Fiji', 2018), counted(), again) }).parts).toBeUndefined();
    expect(divided({ name: 'a', parsed: parsedOf(opening('Fiji', 2018), counted(), opening('Fiji', 2018), counted()) }).parts).toBeUndefined();
  });
});
