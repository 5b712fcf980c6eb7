// Whole cables: every field of the real one, the forms cables come in, damaged ones, and the cross-checks.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseHtml } from '../../../shared/backend/importers/html.ts';
import { parseText } from '../../../shared/backend/importers/text.ts';
import { cableRecogniser } from '../../../shared/backend/recognisers/cable.ts';
import type { Recognised } from '../../../shared/core/format.ts';
import { sharedPath, sharedPresent } from '../../support/shared.ts';
import { bare, expectWhole, recognise } from './cable-reading.ts';
import { confidentialCable, csvCable, damagedCable, htmlCable, partialCable, shortCable } from './cable-samples.ts';

function linesOf({ parsed }: Recognised): string[] {
  return parsed.blocks.map((block) => `${block.kind} ${block.label ?? '-'} ${block.role ?? '-'} ${parsed.text.slice(block.start, block.end)}`);
}

function leftOutFor({ parsed }: Recognised, reason: RegExp): string | undefined {
  return parsed.leftOut.find((left) => reason.test(left.reason))?.text;
}

function snakeCase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(snakeCase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`), snakeCase(inner)]));
}

describe.skipIf(!sharedPresent)('the real cable (needs ../shared)', () => {
  const source = sharedPresent ? readFileSync(sharedPath('seeds', '004_7304c501b0428890.txt'), 'utf8') : '';
  const expected = (sharedPresent ? JSON.parse(readFileSync(sharedPath('corpus', 'cables', '07ASTANA3256.expected.json'), 'utf8')) : {}) as Record<string, unknown>;

  it.each([
    ['as it is', source],
    ['with Windows line ends', source.replaceAll('\n', '\r\n')],
    ['without blank lines', source.replace(/\n\s*\n+/g, '\n')],
    ['with doubled lines', source.replaceAll('\n', '\n\n')],
  ])('gives every expected field %s', (_, text) => {
    const found = snakeCase(recognise(bare(text)).cable) as Record<string, unknown>;
    expect(Object.keys(expected).length).toBeGreaterThan(25);
    for (const key of Object.keys(expected)) expect({ [key]: found[key] }).toMatchObject({ [key]: expected[key] });
  });

  it('keeps all fields but the furniture when its line breaks are lost', () => {
    const found = snakeCase(recognise(bare(source.replace(/\s+/g, ' '))).cable) as Record<string, unknown>;
    for (const key of Object.keys(expected).filter((name) => name !== 'site_noise')) expect({ [key]: found[key] }).toMatchObject({ [key]: expected[key] });
  });

  it('passes all its cross-checks and gives no warning', () => {
    const { cable, recognition } = recognise(bare(source));
    expect(cable.checks.map(({ check }) => check)).toEqual(
      expect.arrayContaining(['serial number', 'post', 'sending station', 'time sent', 'day of the year', 'classification', 'tags', 'title', 'paragraph numbers', 'reference letters']),
    );
    expect(cable.checks.filter((check) => !check.ok)).toEqual([]);
    expect(recognition.warnings).toEqual([]);
  });

  it('reads as title, header once, seven numbered paragraphs, signature', () => {
    const recognised = recognise(parseText(source));
    expectWhole(source, recognised);
    const { blocks, text } = recognised.parsed;
    expect(blocks[0]?.kind).toBe('title');
    expect(blocks.filter((block) => text.slice(block.start, block.end).startsWith('TAGS:'))).toHaveLength(1);
    expect(blocks.filter((block) => block.label !== null && block.kind === 'paragraph').map((block) => block.label)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    expect(blocks.find((block) => block.label === '1')?.role).toBe('summary');
    expect(blocks.find((block) => block.label === '7')?.role).toBe('comment');
    expect(leftOutFor(recognised, /second time/)).toMatch(/^UNCLAS ASTANA 003256/);
    expect(recognised.recognition).toMatchObject({ kind: 'cable', country: { iso3: 'KAZ' }, year: 2007, date: '2007-12-03', identifier: '07ASTANA3256', classification: 'UNCLASSIFIED', issuer: 'Embassy Astana', language: 'en' });
    expect(recognised.recognition.sections.filter((section) => section.role !== null).map(({ title, role }) => [title, role])).toEqual([
      ['Summary', 'summary'],
      ['Comment', 'comment'],
    ]);
  });

  it('is accepted, and the country page beside it is not', () => {
    expect(cableRecogniser.accepts({ name: 'a.txt', parsed: parseText(source) })).toBeGreaterThan(0.9);
    const page = readFileSync(sharedPath('seeds', '000_db158117b0dbbf34.txt'), 'utf8');
    expect(cableRecogniser.accepts({ name: 'b.txt', parsed: parseText(page) })).toBeLessThan(0.05);
  });
});

describe('a classified cable in two sections', () => {
  const recognised = recognise(parseText(confidentialCable));
  const { cable } = recognised;

  it('joins wrapped lines and a sentence broken by a page banner, keeps bullets and tables', () => {
    const lines = linesOf(recognised);
    expect(lines).toContain('title SUBJECT (C) - COTTON HARVEST: MINISTRY PROMISES A LIST OF SCHOOLS, US-FUNDED MONITORS WAIT');
    expect(lines).toContain('heading - - What the ministry said');
    expect(lines).toContain('list-item - report -- a letter to every district that names the person in charge of the schools;');
    expect(lines).toContain('paragraph - report He said that the list would follow within two weeks, and that the districts had already answered.');
    expect(lines.find((line) => line.startsWith('code'))).toContain('\n   North              12        340\n');
    expectWhole(confidentialCable, recognised);
  });

  it('parts comment and quotation from reporting', () => {
    const lines = linesOf(recognised);
    expect(lines).toContain('paragraph - comment Comment: We have seen no answer. End comment.');
    expect(lines).toContain('paragraph - quoted The heads of the schools shall keep every pupil in class.');
    expect(cable.summaryParagraphs).toEqual([1]);
    expect(cable.commentParagraphs).toEqual([2, 5]);
  });

  it('leaves out the repeated section head, banners and closing marks with reasons', () => {
    expect(leftOutFor(recognised, /start of a section/)).toContain('SECTION 02 OF 02');
    expect(leftOutFor(recognised, /Page banners/)).toBe('TASHKENT 00000412  002 OF 002');
    expect(leftOutFor(recognised, /close the message/)).toContain('NNNN');
  });

  it('reads routing, exceptions, captions, order and references', () => {
    expect(cable).toMatchObject({
      id: '08TASHKENT412',
      publishedId: null,
      classification: 'CONFIDENTIAL',
      caveats: ['NOFORN'],
      relayedTo: ['RUEHWEB', 'RUEHAST', 'RUEHBI'],
      deDate: '2008-03-07T15:20Z',
      captions: ['SIPDIS', 'NOFORN'],
      eo: { order: '12958', decl: '2018-03-06' },
      tags: ['ELAB', 'PHUM', 'KTIP', 'OVIP', 'ROE, RICHARD', 'UZ'],
      signature: ['NORLAND'],
      classifiedBy: 'Economic Officer Jane Doe for reasons 1.4 (b) and (d).',
    });
    expect(cable.attention).toEqual([
      { office: 'DEPT', for: 'SCA/CEN AND DRL/ILCSR' },
      { office: 'LABOR', for: 'ILAB - J. DOE' },
    ]);
    expect(cable.info.map(({ name, excluded }) => [name, excluded])).toEqual([
      ['CIS COLLECTIVE', false],
      ['AMEMBASSY MINSK', true],
      ['USOFFICE ALMATY', false],
    ]);
    expect(cable.references.map(({ bullet, kind, value, raw }) => [bullet, kind, value ?? raw])).toEqual([
      ['A', 'cable', '08TASHKENT388'],
      ['B', 'cable', '07TASHKENT2001'],
      ['B', 'cable', '07TASHKENT1998'],
      ['C', 'email', 'DOE-ROE E-MAIL 03/05/08'],
    ]);
    expect(recognised.recognition.classification).toBe('CONFIDENTIAL//NOFORN');
    expect(cable.checks.filter((check) => !check.ok)).toEqual([]);
  });

  it('gives facts and proposals that point at their words', () => {
    const { text } = recognised.parsed;
    const at = (label: string): string[] => recognised.recognition.facts.filter((fact) => fact.label === label).map((fact) => text.slice(fact.start ?? 0, fact.end ?? 0));
    expect(at('Tags')).toEqual(['ELAB', 'PHUM', 'KTIP', 'OVIP', 'ROE, RICHARD', 'UZ']);
    expect(at('Signed by (chief of mission or acting)')).toEqual(['NORLAND']);
    expect(at('References')).toEqual(['TASHKENT 388', '07 TASHKENT 2001', '1998', 'DOE-ROE E-MAIL 03/05/08']);
    expect(recognised.recognition.facts.find((fact) => fact.label === 'Tags')?.value).toBe('ELAB: Labor affairs');
    expect(recognised.recognition.proposed.find(({ field }) => field === 'title')?.value).toBe('Cotton Harvest: Ministry Promises a List of Schools, US-Funded Monitors Wait');
  });
});

describe('the other forms cables come in', () => {
  it('reads labels and values on one line, and two markings of sensitivity', () => {
    const { cable, recognition } = recognise(parseText(shortCable));
    expect(cable).toMatchObject({ id: '09ACCRA77', created: '2009-01-28T09:05:00', released: '2011-08-30T01:44:00', origin: 'Embassy Accra', caveats: ['FOUO', 'SBU'] });
    expect(recognition.country?.iso3).toBe('GHA');
  });

  it.each([
    ['through the HTML importer', parseHtml(htmlCable)],
    ['as HTML source in a text file', bare(htmlCable)],
  ])('reads the page of the web site %s', (_, parsed) => {
    const recognised = recognise(parsed);
    expect(recognised.cable).toMatchObject({ id: '09ACCRA77', created: '2009-01-28T09:05:00', classification: 'UNCLASSIFIED', origin: 'Embassy Accra', subject: 'COCOA: A SURVEY BEGINS', transmissionId: 'VZCZCXRO1111', headerBlocks: 1 });
    expect(recognised.cable.paragraphs.map(({ n, text }) => [n, text])).toEqual([
      [1, 'The minister’s office opened the season on Monday.'],
      [2, 'It closes in June.'],
    ]);
    expect(recognised.cable.signature).toEqual(['BRISTOW']);
    expectWhole(parsed.source ?? parsed.text, recognised);
  });

  it('reads the first row of a table of cables and says that there are more', () => {
    const recognised = recognise(parseText(csvCable));
    expect(recognised.cable).toMatchObject({ id: '09ACCRA77', created: '2009-01-28T09:05:00', subject: 'COCOA: "A SURVEY" BEGINS', signature: ['BRISTOW'] });
    expect(recognised.recognition.warnings.map(({ code }) => code)).toContain('cable-further-rows');
    expect(leftOutFor(recognised, /Further rows/)).toContain('09ACCRA78');
    expectWhole(csvCable, recognised);
  });

  it('reads a partial extract, and offers the year before for a number not yet sent', () => {
    const recognised = recognise(parseText(partialCable));
    expect(recognised.cable).toMatchObject({ id: '09LIMA12', transmissionId: null, to: [] });
    expect(recognised.cable.references[0]).toMatchObject({ value: '09LIMA3853', yearInferred: true, candidates: ['08LIMA3853'] });
    expect(recognised.recognition.warnings.map(({ code }) => code)).toEqual(['cable-check', 'cable-partial']);
    expect(recognised.recognition.warnings[0]?.message).toBe('Paragraphs marked above CONFIDENTIAL: 2 (S).');
  });

  it('reads a damaged header without guessing what is missing', () => {
    const recognised = recognise(parseText(damagedCable));
    expect(recognised.cable).toMatchObject({ id: null, subject: 'FISHING VILLAGES COUNT THEIR PUPILS', tags: ['ELAB', 'PHUM', 'KTIP', 'GH'], eo: { order: '1295', decl: null } });
    expect(recognised.cable.references.map(({ bullet, value, raw }) => [bullet, value, raw])).toEqual([
      ['A', null, 'ACCRA 1201'],
      ['B', null, 'LOME 77'],
    ]);
    expect(recognised.cable.paragraphs.map(({ n, marking }) => [n, marking])).toEqual([
      [1, 'SBU'],
      [3, 'SBU'],
    ]);
    expect(recognised.recognition.country?.iso3).toBe('GHA');
    expectWhole(damagedCable, recognised);
  });

  it('keeps both headers when they differ, and takes from each what the other lacks', () => {
    const source = shortCable.replace('1. (SBU)', 'UNCLAS ACCRA 000077\n\nSIPDIS\n\nSUBJECT: COCOA: A SURVEY BEGINS IN THE WEST\n\n1. (SBU)');
    const recognised = recognise(parseText(source));
    expect(recognised.cable).toMatchObject({ subject: 'COCOA: A SURVEY BEGINS IN THE WEST', tags: ['ELAB', 'ETRD', 'GH'], headerBlocks: 2 });
    expect(linesOf(recognised)).toContain('field - - SUBJECT: COCOA: A SURVEY BEGINS');
    expectWhole(source, recognised);
  });

  it('keeps the pages of a file that has pages, and reads its metadata', () => {
    const parsed = { ...bare(shortCable), pages: [{ number: 1, label: null, width: 612, height: 792, start: 0, end: shortCable.length, words: [] }] };
    const { parsed: kept, recognition } = cableRecogniser.recognise({ name: 'a.pdf', parsed });
    expect(kept).toBe(parsed);
    expect(recognition).toMatchObject({ identifier: '09ACCRA77', sections: [], proposed: [] });
    expect(recognition.facts.every((fact) => fact.start === null)).toBe(true);
  });
});

describe('cross-checks', () => {
  const failed = (source: string): string[] => recognise(bare(source)).cable.checks.filter((check) => !check.ok).map(({ check }) => check);

  it.each([
    ['serial number', shortCable.replace('UNCLAS ACCRA 000077', 'UNCLAS ACCRA 000078')],
    ['post', shortCable.replace('FM AMEMBASSY ACCRA', 'FM AMEMBASSY LOME')],
    ['time sent', shortCable.replace('Created: 2009-01-28 09:05', 'Created: 2009-01-28 09:06')],
    ['day of the year', shortCable.replace('0280905', '0290905')],
    ['classification', shortCable.replace('ZNR UUUUU ZZH', 'ZNY SSSSS ZZH')],
    ['paragraph markings', shortCable.replace('2. (SBU)', '2. (C)')],
    ['paragraph numbers', shortCable.replace('2. (SBU)', '3. (SBU)')],
    ['reference letters', shortCable.replace('western districts', 'districts of reftel B')],
    ['tag spelling', shortCable.replace('ETRD GH', 'KWWMN GH')],
    ['identifier spelling', shortCable.replace('09ACCRA77', '09EFTOACCRA77')],
  ])('notices a difference of the %s', (check, source) => {
    expect(failed(source)).toContain(check);
  });

  it('finds nothing wrong with a sound cable', () => {
    expect(failed(shortCable)).toEqual([]);
  });
});
