// Reports that are not as they should be: several in one file, tables missing or with strangers in them, turned pages, passages lost, cut and out of order.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfImporter } from '../../../shared/backend/importers/pdf.ts';
import { ilabReportRecogniser } from '../../../shared/backend/recognisers/ilab-report.ts';
import type { Block, ParsedDocument } from '../../../shared/core/document.ts';
import type { Recognised } from '../../../shared/core/format.ts';
import type { Recognition } from '../../../shared/core/recognition.ts';
import { unsoundness } from '../../support/parsed-document.ts';
import { sharedBytes, sharedPresent } from '../../support/shared.ts';
import { PageSheet, pdfOf } from '../importers/pdf-writing.ts';
import { byTerritory, entry, opening, paragraph, parsedOf, recogniseDrafts, sections, table } from './ilab-drafts.ts';
import { reportPdf } from './ilab-report-writing.ts';

const recognise = (parsed: ParsedDocument): Recognised => ilabReportRecogniser.recognise({ name: 'a', parsed });
const fromPdf = async (bytes: Uint8Array): Promise<Recognised> => recognise(await pdfImporter.parse({ name: 'a.pdf', bytes }));

const inspectors = (country: string, year: number, count: string) => [
  ...opening(country, year),
  sections.enforcement,
  ...table({ caption: 'Table 6. Labor Law Enforcement Efforts Related to Child Labor', header: ['Overview of Labor Law Enforcement', String(year - 1), String(year)], rows: [['Number of Labor Inspectors', '', count]] }),
  sections.references,
  entry(1, `A book about ${country}. 2014.`),
];

describe('two reports in one file', () => {
  const both = recogniseDrafts(inspectors('Fiji', 2018, '12'), inspectors('Samoa', 2019, '99'));

  it('are told, and only the first is read', () => {
    expect(both.recognition).toMatchObject({ country: { iso3: 'FJI' }, year: 2018 });
    expect(both.recognition.warnings.find(({ code }) => code === 'several-reports')?.message).toContain('2 country reports');
    expect(byTerritory(both, 'enforcement.labor_inspectors', 2018)).toBe('(whole) 12');
    expect(byTerritory(both, 'enforcement.labor_inspectors', 2019)).toBe('');
    expect(both.recognition.tables).toHaveLength(1);
    expect(both.recognition.references).toHaveLength(1);
  });

  it('both stay in the text, and the sections end where the second begins', () => {
    const second = both.parsed.text.indexOf('Samoa');
    expect(both.parsed.text).toContain('A book about Samoa. 2014.');
    expect(Math.max(...both.recognition.sections.map(({ end }) => end))).toBeLessThan(second);
    expect(unsoundness(both.parsed)).toEqual([]);
  });

  it('are kept apart on the page, where the second begins with its own head', async () => {
    const one = await pdfImporter.parse({ name: 'a.pdf', bytes: reportPdf({ country: 'Fiji', year: 2018 }) });
    const two = await pdfImporter.parse({ name: 'b.pdf', bytes: reportPdf({ country: 'Samoa', year: 2019 }) });
    const by = one.text.length + 1;
    const moved = <T extends { start: number; end: number }>(range: T): T => ({ ...range, start: range.start + by, end: range.end + by });
    const lastTable = Math.max(...one.blocks.map((block) => block.table ?? -1)) + 1;
    const joined: ParsedDocument = {
      ...one,
      text: `${one.text}\n${two.text}`,
      blocks: [...one.blocks, ...two.blocks.map((block): Block => ({ ...moved(block), page: (block.page ?? 0) + one.pages.length, table: block.table === null ? null : block.table + lastTable, cells: block.cells.map(moved), runs: block.runs.map(moved) }))],
      pages: [...one.pages, ...two.pages.map((page) => ({ ...moved(page), number: page.number + one.pages.length, words: page.words.map(moved) }))],
      leftOut: [...one.leftOut, ...two.leftOut.map((left) => ({ ...left, page: (left.page ?? 0) + one.pages.length }))],
    };
    const alone = recognise(one).recognition;
    const { recognition } = recognise(joined);
    expect(recognition.warnings.map(({ code }) => code)).toEqual(['several-reports']);
    expect({ ...recognition, warnings: [] }).toEqual({ ...alone, warnings: [] });
  });

  it('are not seen where section I is only named twice', () => {
    const { recognition } = recogniseDrafts(opening(), paragraph('Section I, Prevalence and Sectoral Distribution of Child Labor, was read by many.'), sections.laws, paragraph('Laws were read.'));
    expect(recognition.warnings.map(({ code }) => code)).not.toContain('several-reports');
  });
});

describe('tables', () => {
  it('may be missing: what is there is read', async () => {
    const report = await fromPdf(reportPdf({ withoutInspectorate: true }));
    expect(report.recognition.observations.some(({ indicator }) => indicator === 'enforcement.labor_inspectors')).toBe(false);
    expect(report.recognition.observations.some(({ indicator }) => indicator === 'enforcement.criminal_convictions')).toBe(true);
    const bare = recogniseDrafts(opening(), sections.laws, paragraph('No table was printed.'));
    expect(bare.recognition).toMatchObject({ country: { iso3: 'FJI' }, tables: [], observations: [], institutions: [], activities: [] });
    expect(bare.recognition.warnings.map(({ code }) => code)).toEqual(['no-suggested-actions']);
  });

  it('may hold a row of another table without giving its value to a row of theirs', () => {
    const rows = [['Minimum Age for Work', 'Yes', '15', 'An act'], ['Number of Boats', 'No', '3', 'None'], ['Working (% and population)', '5 to 14', '4.5 (12,340)', ''], ['Compulsory Education Age', 'No', '12', 'An act']];
    const report = recogniseDrafts(opening(), sections.laws, table({ caption: 'Table 4. Laws and Regulations on Child Labor', header: ['Standard', 'Meets International Standards', 'Age', 'Legislation'], rows }));
    expect(report.recognition.observations.map(({ indicator, value }) => `${indicator} ${value}`)).toEqual([
      'legal_standards.minimum_age_work.meets true', 'legal_standards.minimum_age_work.age 15', 'legal_standards.compulsory_education_age.meets false', 'legal_standards.compulsory_education_age.age 12',
    ]);
  });

  it('go on under a caption that is printed again, with and without the word for it', () => {
    const rows = (name: string) => [[name, 'Counts boats.']];
    const printed = (caption: string, name: string) => table({ caption, header: ['Policy', 'Description'], rows: rows(name) });
    for (const again of ['Table 9. Key Policies Related to Child Labor', 'Table 9. Key Policies Related to Child Labor (Cont.)']) {
      const { recognition, parsed } = recogniseDrafts(opening(), sections.policies, printed('Table 9. Key Policies Related to Child Labor', 'Reef Charter'), printed(again, 'Boat Charter'), paragraph('After the table.'));
      expect(recognition.tables).toHaveLength(1);
      expect(recognition.tables[0]?.rows.map(([name]) => name)).toEqual(['Reef Charter', 'Boat Charter']);
      expect(recognition.institutions.map(({ name }) => name)).toEqual(['Reef Charter', 'Boat Charter']);
      expect(new Set(parsed.blocks.flatMap((block) => block.table ?? [])).size).toBe(1);
    }
  });

  it('in other languages and scripts are left alone', () => {
    const { recognition } = recogniseDrafts(opening(), table({ caption: 'Таблица 4. Законы о труде детей', header: ['Норма', 'Да/Нет', 'Возраст'], rows: [['Возраст приёма на работу', 'Да', '16'], ['最低年齢', 'はい', '15']] }));
    expect(recognition.observations).toEqual([]);
    expect(recognition.tables[0]?.rows).toHaveLength(2);
  });
});

describe('pages', () => {
  it('that are turned are read as those that stand upright', async () => {
    const sheet = () => new PageSheet().text(430, 43, 'Fiji', 26).text(54, 66, 'MODERATE ADVANCEMENT', 12, 'bold').lines(54, 90, ['In 2019, Fiji made a moderate advancement in the matter of child work.'], 12, 'italic')
      .text(54, 150, 'V. GOVERNMENT POLICIES ON CHILD LABOR', 12, 'bold').lines(54, 168, ['Much was written of the islands in that year by people who travelled there and saw the fields.']).text(54, 205, 'Table 9. Key Policies Related to Child Labor', 11, 'bold');
    const upright = sheet();
    upright.table([54, 250, 558], 212, ['Policy', 'Description'], [['Reef Charter (2018–2020)', 'Speaks of reefs and boats. (1)'], ['Boat Plan', 'Counts boats. (2)']]);
    // The same drawing on a sheet that lies on its side, with a note to turn it.
    const turned = new PageSheet(792, 612);
    turned.rotate = 90;
    turned.content = `q 0 1 -1 0 792 0 cm\n${upright.content}Q\n`;
    const [one, other] = [await fromPdf(pdfOf([upright])), await fromPdf(pdfOf([turned]))];
    expect(one.recognition.institutions.map(({ name, years }) => [name, years])).toEqual([['Reef Charter', '2018–2020'], ['Boat Plan', null]]);
    expect(other.parsed.text).toBe(one.parsed.text);
    expect(other.recognition).toEqual(one.recognition);
  });
});

/** Each place that a recognition names, with the list it stands in. */
function places(recognition: Recognition): [string, { start: number | null; end: number | null }][] {
  const { sections: parts, tables, observations, actions, activities, institutions, legalBases, references, citations } = recognition;
  const lists = { parts, tables, observations, actions, activities, institutions, legalBases, references, citations, laws: legalBases.flatMap(({ laws }) => laws), marks: activities.flatMap(({ marks }) => marks), remarks: institutions.flatMap(({ remarks }) => remarks) };
  return Object.entries(lists).flatMap(([name, list]) => list.map((own): [string, { start: number | null; end: number | null }] => [name, own]));
}

/** Case is repaired, and the capital I that some titles print as a small L. */
const withoutCase = (text: string): string => text.toLowerCase().replace(/(?<=[’'])l(?=voire)/gu, 'i');

function expectSound(before: ParsedDocument): void {
  const { parsed, recognition } = recognise(before);
  expect(parsed.text.length).toBe(before.text.length);
  expect(withoutCase(parsed.text)).toBe(withoutCase(before.text));
  expect(parsed.blocks.map(({ start, end }) => [start, end])).toEqual(before.blocks.map(({ start, end }) => [start, end]));
  for (const [list, { start, end }] of places(recognition)) {
    if (start === null || end === null) continue;
    expect(start >= 0 && end >= start && end <= parsed.text.length, `${list} ${start}–${end}`).toBe(true);
  }
}

/** A document with passages removed, doubled, swapped and cut short; its text is put together anew. */
function mutilated(document: ParsedDocument, cuts: readonly { at: number; how: number; by: number }[]): ParsedDocument {
  const drafts = document.blocks.map((block) => ({ ...block, text: document.text.slice(block.start, block.end) }));
  for (const { at, how, by } of cuts) {
    if (drafts.length === 0) break;
    const index = at % drafts.length;
    const own = drafts[index];
    const other = drafts[(index + by) % drafts.length];
    if (own === undefined || other === undefined) continue;
    if (how === 0) drafts.splice(index, 1 + (by % 5));
    else if (how === 1) drafts.splice(index, 0, own);
    else if (how === 2) [drafts[index], drafts[(index + by) % drafts.length]] = [other, own];
    else if (how === 3) drafts[index] = { ...own, text: own.text.slice(0, by % (own.text.length + 1)), cells: [] };
    else drafts[index] = { ...own, kind: other.kind, level: other.level, label: other.label, table: other.table };
  }
  const relative = drafts.map(({ start, end: _end, text, ...shape }) => {
    const fit = <T extends { start: number; end: number }>(range: T): T => ({ ...range, start: Math.min(text.length, range.start - start), end: Math.min(text.length, range.end - start) });
    return { ...shape, text, cells: shape.cells.map(fit), runs: shape.runs.map(fit) };
  });
  return { ...parsedOf(relative), pages: document.pages, leftOut: document.leftOut };
}

const cut = fc.record({ at: fc.nat(2000), how: fc.nat(4), by: fc.nat(400) });

describe('mutilated reports', () => {
  it('never make it throw, never lose text, and never lead outside the text', { timeout: 60_000 }, async () => {
    const whole = await pdfImporter.parse({ name: 'a.pdf', bytes: reportPdf() });
    fc.assert(fc.property(fc.array(cut, { maxLength: 25 }), (cuts) => expectSound(mutilated(whole, cuts))), { numRuns: 120 });
  });

  it.skipIf(!sharedPresent)('are survived with real reports of each layout (needs ../shared)', { timeout: 120_000 }, async () => {
    for (const name of ['UZB-2014', 'BRA-2015', 'GHA-2017', 'BGD-2018', 'CIV-2021']) {
      const whole = await pdfImporter.parse({ name, bytes: sharedBytes('corpus', 'ilab', `${name}.pdf`) });
      expectSound(whole);
      fc.assert(fc.property(fc.array(cut, { minLength: 5, maxLength: 80 }), (cuts) => expectSound(mutilated(whole, cuts))), { numRuns: 6 });
    }
  });

  it('of hostile text are read in time', { timeout: 30_000 }, () => {
    const long = `${'(1, '.repeat(20_000)}${'Article 1 of '.repeat(10_000)}${'In 2019, '.repeat(10_000)}`;
    const caption = (role: string) => `Table 9. ${role}`;
    const drafts = ['Key Policies Related to Child Labor', 'Laws and Regulations on Child Labor', 'Overview of Children’s Work by Sector and Activity'].flatMap((title) => table({ caption: caption(title), header: ['A', 'Meets', 'Age', 'Legislation'], rows: [[long.slice(0, 20_000), 'Yes', long.slice(0, 50_000), long]] }));
    expectSound(parsedOf(opening(), drafts, paragraph(long), sections.references, paragraph(Array.from({ length: 5000 }, (_, at) => `${at} A.`).join(' '))));
  });
});
