import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { xlsxImporter } from '../../../shared/backend/importers/xlsx.ts';
import { csvBytes, workbookBytes } from '../../../shared/backend/exporters/data-file.ts';
import { importTexts, openTestBackend } from '../../support/backend.ts';
import { hostileText } from '../../support/hostile.ts';
import { suggestionPage } from '../../support/suggestion-page.ts';

async function prepared() {
  const backend = await openTestBackend();
  const [older = '', newer = ''] = await importTexts(backend, {
    'fiji-2020.html': suggestionPage(2020, [['Enforcement', 'Mend the boats of the inspectors.', '2018 – 2020']]),
    'fiji-2021.html': suggestionPage(2021, [['Enforcement', 'Mend the boats of all inspectors.', '2018 – 2021']], 'In June the council met on the outer islands.'),
  });
  return { backend, older, newer };
}

const lines = (bytes: Uint8Array) => parse(strFromU8(bytes), { bom: true, columns: true }) as Record<string, string>[];

describe('files of a comparison', () => {
  it('are the pairs with both places, as CSV and as JSON', async () => {
    const { backend, older, newer } = await prepared();
    const csv = await backend.call('compare.pairs', { documentIds: [older, newer], format: 'csv' });
    expect(csv.fileName).toBe('Pairs Fiji 2020 2021.csv');
    const reworded = lines(csv.bytes).find((line) => line['Class'] === 'reworded' && line['New words']?.includes('boats'));
    expect(reworded).toMatchObject({ 'Old year': '2020', 'New year': '2021', Differences: expect.stringContaining('[-') as string });
    const { text } = await backend.call('documents.reading', { id: newer });
    expect(text.slice(Number(reworded?.['New start']), Number(reworded?.['New end']))).toBe(reworded?.['New words']);
    const json = JSON.parse(strFromU8((await backend.call('compare.pairs', { documentIds: [older, newer], format: 'json' })).bytes)) as { pairs: { class: string }[] };
    expect(json.pairs).toHaveLength(lines(csv.bytes).length);
  });

  it('are the indicators with every source, as a workbook that reads back and as CSV', async () => {
    const { backend, newer } = await prepared();
    const workbook = await backend.call('compare.matrix', { country: 'FJI', format: 'xlsx' });
    expect(workbook.fileName).toBe('Indicators Fiji.xlsx');
    const { text } = await xlsxImporter.parse({ name: workbook.fileName, bytes: workbook.bytes });
    expect(text).toContain('Group\tIndicator\tKey\tTerritory\tUnit\t2019\t2020\t2021');
    expect(text).toContain('enforcement.labor_inspectors');
    const sources = lines((await backend.call('compare.matrix', { country: 'FJI', format: 'csv' })).bytes).filter((line) => line['Key'] === 'enforcement.labor_inspectors');
    expect(sources.map((line) => [line['Year'], line['Value'], line['Source'], line['Shown']])).toEqual([['2019', '189', 'Later report', 'true'], ['2020', '200', 'Printed report', 'true'], ['2020', '189', 'Later report', 'false'], ['2021', '240', 'Printed report', 'true']]);
    expect(sources[1]?.['Restated']).toBe('restated by a later report');
    expect(newer).not.toBe('');
  });

  it('are one indicator over countries with every source, of all countries or of those asked for', async () => {
    const { backend } = await prepared();
    const indicator = 'enforcement.labor_inspectors';
    const csv = await backend.call('compare.countries', { indicator, format: 'csv' });
    expect(csv.fileName).toBe('Labor inspectors by country.csv');
    expect(lines(csv.bytes).map((line) => [line['Country'], line['ISO code'], line['Year'], line['Value'], line['Source'], line['Shown']])).toEqual([
      ['Fiji', 'FJI', '2019', '189', 'Later report', 'true'], ['Fiji', 'FJI', '2020', '200', 'Printed report', 'true'], ['Fiji', 'FJI', '2020', '189', 'Later report', 'false'], ['Fiji', 'FJI', '2021', '240', 'Printed report', 'true'],
    ]);
    const workbook = await backend.call('compare.countries', { indicator, format: 'xlsx' });
    expect((await xlsxImporter.parse({ name: workbook.fileName, bytes: workbook.bytes })).text).toContain('Country\tISO code\tTerritory\t2019\t2020\t2021');
    expect(lines((await backend.call('compare.countries', { indicator, countries: ['KAZ'], format: 'csv' })).bytes)).toEqual([]);
    expect(lines((await backend.call('compare.countries', { indicator: 'nothing.of_the_kind', format: 'csv' })).bytes)).toEqual([]);
  });

  it('are the redline of two reports, but not of two kinds, nor of one', async () => {
    const { backend, older, newer } = await prepared();
    const page = await backend.call('compare.redline', { olderId: older, newerId: newer, format: 'html' });
    expect(page.fileName).toBe('Redline Fiji 2020 to 2021.html');
    expect(strFromU8(page.bytes)).toContain('<ins');
    await expect(backend.call('compare.redline', { olderId: older, newerId: older, format: 'html' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(backend.call('compare.redline', { olderId: older, newerId: 'nowhere', format: 'docx' })).rejects.toMatchObject({ code: 'not-found' });
    const part = await backend.call('compare.redline', { olderId: older, newerId: newer, section: 'III', format: 'html' });
    expect(strFromU8(part.bytes)).not.toContain('Mend the boats');
  });

  it('never hold a formula, and keep every hostile line whole', async () => {
    const table = { name: 'Rough', columns: [{ name: 'Words' }], rows: [...hostileText, '\u0000\u0008control', '\ud800half', '\t=1+1', 'x'.repeat(40_000)].map((line) => [line]) };
    const read = lines(csvBytes(table)).map((line) => line['Words'] ?? '');
    hostileText.forEach((line, index) => expect(read[index]?.replace(/^'(?=[=+\-@])/u, '')).toBe(line));
    expect(read.filter((line) => /^\s*[=+\-@]/u.test(line))).toEqual([]);
    const { bytes, losses } = await workbookBytes([table]);
    expect(losses).toEqual([expect.stringContaining('1 cell was longer')]);
    const { text } = await xlsxImporter.parse({ name: 'rough.xlsx', bytes });
    expect(text).toContain('=HYPERLINK("https://example.org")');
    expect((await workbookBytes([{ name: 'Empty', columns: [], rows: [] }])).bytes.length).toBeGreaterThan(1000);
  });

  it('say the same on the command line, with actions, values and contradictions', { timeout: 120_000 }, async () => {
    const { backend } = await prepared();
    await backend.close();
    const told = JSON.parse(execFileSync(process.execPath, [join(import.meta.dirname, '..', '..', '..', 'shared', 'hosts', 'cli.ts'), 'compare', '--country', 'FJI', '--years', '2020,2021', '--project', backend.file, '--json'], { encoding: 'utf8' })) as Record<string, unknown>;
    expect(told).toMatchObject({
      country: 'FJI',
      years: [2020, 2021],
      levels: [{ year: 2020, level: 'moderate' }, { year: 2021, level: 'moderate' }],
      actions: [{ area: 'Enforcement', text: 'Mend the boats of all inspectors.', first: 2018, last: 2021, states: { 2018: 'said', 2019: 'said', 2020: 'carried', 2021: 'reworded' } }],
      contradictions: [],
    });
    const indicators = told['indicators'] as { indicator: string; cells: { year: number; source: string; value: number }[]; restated: { year: number }[] }[];
    expect(indicators.find(({ indicator }) => indicator === 'enforcement.labor_inspectors')).toMatchObject({ cells: [{ year: 2020, source: 'report', value: 200 }, { year: 2020, source: 'restatement', value: 189 }, { year: 2021, value: 240 }], restated: [{ year: 2020 }] });
  });
});
