import { describe, expect, it } from 'vitest';
import { type CitableSource, citeSource, formatDate, formatLocator, sourceListParts } from '../../shared/core/citation.ts';

const report: CitableSource = {
  kind: 'ilab-report',
  title: 'Report on Working Children',
  issuer: 'Bureau of Labor Studies',
  identifier: null,
  date: null,
  year: 2021,
  countryName: 'Ruritania',
  classification: null,
  fileName: 'ruritania.pdf',
};
const cable: CitableSource = {
  ...report,
  kind: 'cable',
  title: 'RURITANIA: HARVEST SEASON',
  issuer: 'Embassy Astana',
  identifier: '07ASTANA3256',
  date: '2007-12-03T11:54:00',
  year: 2007,
  classification: 'UNCLASSIFIED',
};
const place = { paragraph: null, table: null, section: null, page: null };

describe('dates', () => {
  it.each([
    ['2007-12-03', '3 December 2007', '3 Dec 2007'],
    ['2007-12-03T23:59:00Z', '3 December 2007', '3 Dec 2007'],
    ['2007-12', 'December 2007', 'Dec 2007'],
    ['2007', '2007', '2007'],
    ['2024-02-29', '29 February 2024', '29 Feb 2024'],
  ])('%s is written as a person writes it', (iso, long, short) => {
    expect(formatDate(iso)).toBe(long);
    expect(formatDate(iso, 'short')).toBe(short);
  });

  it.each(['', 'spring 2007', '2007-13-01', '2023-02-29', '2007-00-10', '٢٠٠٧-١٢-٠٣', '\u0000', '2007-12-03\n<b>'])('%j, which is no date, is left as it is or read up to the day', (text) => {
    expect([text, '3 December 2007']).toContain(formatDate(text));
  });
});

describe('locators', () => {
  it('names the paragraph alone when it is numbered', () => {
    expect(formatLocator({ ...place, paragraph: '2', page: '1', section: { number: 'III', title: 'Enforcement' } })).toBe('para. 2');
    expect(formatLocator({ ...place, paragraph: '2', lastParagraph: '4' })).toBe('paras. 2–4');
  });

  it('names table or section, and the page', () => {
    expect(formatLocator({ ...place, section: { number: 'III', title: 'Enforcement' }, page: '5' })).toBe('§ III, p. 5');
    expect(formatLocator({ ...place, table: '6', section: { number: 'III', title: 'Enforcement' }, page: '5', lastPage: '6' })).toBe('Table 6, pp. 5–6');
    expect(formatLocator({ ...place, page: '4', lastPage: '4' })).toBe('p. 4');
  });

  it('falls back on the title of the section, and says nothing when nothing is known', () => {
    expect(formatLocator({ ...place, section: { number: null, title: 'Enforcement' } })).toBe('“Enforcement”');
    expect(formatLocator({ ...place, section: { number: null, title: 'Enforcement' }, page: '4' })).toBe('p. 4');
    expect(formatLocator(place)).toBe('');
  });
});

describe('sources', () => {
  it('cites a cable by reference, post, date, classification and paragraph', () => {
    expect(citeSource(cable, 'para. 2')).toBe('07ASTANA3256 (Embassy Astana, 3 December 2007, UNCLASSIFIED), para. 2');
  });

  it('cites a cable of which little is known without empty brackets', () => {
    expect(citeSource({ ...cable, issuer: null, date: null, year: null, classification: null })).toBe('07ASTANA3256');
    expect(citeSource({ ...cable, identifier: null }, 'para. 2')).toBe('Embassy Astana, RURITANIA: HARVEST SEASON, 3 December 2007, UNCLASSIFIED, para. 2');
  });

  it('lists a cable with its subject', () => {
    expect(
      sourceListParts(cable)
        .map((part) => part.text)
        .join(''),
    ).toBe('07ASTANA3256 (Embassy Astana, 3 December 2007, UNCLASSIFIED): RURITANIA: HARVEST SEASON');
  });

  it('cites a report by issuer, title, country, report year and place', () => {
    expect(citeSource(report, '§ III, p. 5')).toBe('Bureau of Labor Studies, Report on Working Children, Ruritania, report year 2021, § III, p. 5');
  });

  it('does not repeat what the title says', () => {
    expect(citeSource({ ...report, title: '2021 Report: Ruritania' }, 'Table 6, p. 5')).toBe('Bureau of Labor Studies, 2021 Report: Ruritania, Table 6, p. 5');
  });

  it('cites any other document by issuer, title, date, identifier and marking', () => {
    expect(citeSource({ ...report, kind: 'generic', title: 'Harvest note', issuer: 'Harvest Watch', date: '2021-11-05', identifier: 'HW/12', classification: 'Confidential' })).toBe(
      'Harvest Watch, Harvest note, 5 November 2021, HW/12, Confidential',
    );
  });

  it('leads back by the file name when a document says nothing of itself', () => {
    expect(citeSource({ ...report, kind: 'generic', title: '', issuer: null, year: null, fileName: 'scan 3.pdf' })).toBe('scan 3.pdf');
    expect(citeSource({ ...report, kind: 'generic', title: 'Untitled', issuer: null, fileName: 'scan 3.pdf' })).toBe('Untitled, 2021, scan 3.pdf');
  });

  it('keeps foreign words and draws a title of several lines together', () => {
    expect(citeSource({ ...report, kind: 'generic', title: 'ملاحظة\n عن\tالحصاد', issuer: '童工观察 👷🏽‍♀️', year: null, date: null })).toBe('童工观察 👷🏽‍♀️, ملاحظة عن الحصاد');
  });
});
