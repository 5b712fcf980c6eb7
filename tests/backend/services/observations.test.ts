import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Matrix, MatrixRow } from '../../../shared/core/indicator.ts';
import { formatObservation, type MatrixCell, type ObservationSource, type SourcedValue } from '../../../shared/core/observation.ts';
import type { TruthRecord } from '../../score/ilab.ts';
import { importTexts, openTestBackend, type TestBackend } from '../../support/backend.ts';
import { sharedBytes, sharedPath, sharedPresent } from '../../support/shared.ts';
import { reportPdf } from '../recognisers/ilab-report-writing.ts';

const inspectors = 'enforcement.labor_inspectors';
const inspectorate = (year: number, before: string, now: string) => ({ header: ['Overview of Labor Law Enforcement', String(year - 1), String(year)], rows: [['Number of Labor Inspectors', `${before} (6)`, `${now} (7, 8)`]] });

async function importFiles(backend: TestBackend, files: { name: string; bytes: Uint8Array }[]): Promise<string[]> {
  const { runId } = await backend.call('imports.add', { files });
  const items = await backend.call('imports.wait', { runId });
  return files.map(({ name }) => items.find((item) => item.fileName === name)?.documentId ?? '');
}

/** Reports of Fiji for 2017 and 2018; the later one says 40 inspectors for 2017 where the earlier said 33. */
async function prepared() {
  const backend = await openTestBackend();
  const [earlier = '', later = ''] = await importFiles(backend, [
    { name: '2017.pdf', bytes: reportPdf({ year: 2017, inspectorate: inspectorate(2017, '31', '33') }) },
    { name: '2018.pdf', bytes: reportPdf({ year: 2018, inspectorate: inspectorate(2018, '40', 'Unknown') }) },
  ]);
  return { backend, earlier, later, matrix: () => backend.call('observations.matrix', { country: 'FJI' }) };
}

function rowOf(matrix: Matrix, indicator: string): MatrixRow | undefined {
  return matrix.groups.flatMap(({ rows }) => rows).find((row) => row.indicator === indicator);
}

function cellOf(matrix: Matrix, indicator: string, year: number): MatrixCell | null {
  return rowOf(matrix, indicator)?.cells[matrix.years.indexOf(year)] ?? null;
}

const shown = (cell: MatrixCell | null): string => {
  const value = cell?.values[cell.shown];
  return value ? formatObservation(value) : '';
};
const from = (cell: MatrixCell | null, source: ObservationSource): SourcedValue | undefined => cell?.values.find((value) => value.source === source);

describe('the matrix of a country', () => {
  it('has the values of all editions by year and source, says what was restated, and leads to the words', async () => {
    const { backend, earlier, later, matrix } = await prepared();
    const all = await matrix();
    expect(all).toMatchObject({ countryName: 'Fiji', years: [2016, 2017, 2018], editions: [2017, 2018] });
    expect(rowOf(all, inspectors)?.cells.map(shown)).toEqual(['31', '33', 'Unknown']);
    expect(cellOf(all, inspectors, 2016)?.values.map(({ source, documentId }) => [source, documentId])).toEqual([['restatement', earlier]]);
    expect(cellOf(all, inspectors, 2017)).toMatchObject({ restated: 'changed', values: [{ source: 'report', value: 33, documentId: earlier }, { source: 'restatement', value: 40, documentId: later, reportedYear: 2018 }] });
    expect(cellOf(all, inspectors, 2018)).toMatchObject({ restated: null, values: [{ source: 'report', status: 'unknown', value: null }] });
    // Every value that has a place is at its words.
    for (const id of [earlier, later]) {
      const { text } = await backend.call('documents.reading', { id });
      const values = all.groups.flatMap(({ rows }) => rows).flatMap(({ cells }) => cells).flatMap((cell) => cell?.values ?? []).filter((value) => value.documentId === id && value.start !== null);
      expect(values.length).toBeGreaterThan(20);
      for (const value of values) expect(text.slice(value.start ?? 0, value.end ?? 0).trim()).not.toBe('');
    }
    const value = from(cellOf(all, inspectors, 2017), 'report');
    const { text } = await backend.call('documents.reading', { id: earlier });
    expect(text.slice(value?.start ?? 0, value?.end ?? 0)).toContain('33');
    expect(value?.quote).toContain('Number of Labor Inspectors');
  });

  it('is in groups in the order of the report, with the level first and breaks of method named', async () => {
    const { matrix } = await prepared();
    const all = await matrix();
    expect(all.groups.map(({ name }) => name)).toEqual(['Assessment', 'Children at work and in school', 'Conventions ratified', 'Laws and standards', 'Labor law enforcement', 'Criminal law enforcement']);
    expect(rowOf(all, 'advancement_level.level')?.cells.map(shown)).toEqual(['', 'Moderate', 'Moderate']);
    expect(cellOf(all, 'advancement_level.level', 2018)?.methodBreak).toMatch(/not of the country/);
    expect(cellOf(all, inspectors, 2018)?.methodBreak).toBeNull();
  });

  it('narrows to years, and is empty for a country without reports', async () => {
    const { backend } = await prepared();
    const one = await backend.call('observations.matrix', { country: 'FJI', years: [2018, 2030] });
    expect(one.years).toEqual([2018]);
    expect(rowOf(one, inspectors)?.cells).toHaveLength(1);
    expect(await backend.call('observations.matrix', { country: 'KAZ' })).toMatchObject({ years: [], editions: [], groups: [] });
    await expect(backend.call('observations.matrix', { country: 'Fiji' })).rejects.toThrow('three capitals');
  });

  it('follows the document when the analyst corrects its country or its year', async () => {
    const { backend, later } = await prepared();
    await backend.call('documents.update', { ids: [later], changes: { year: 2019 } });
    const moved = await backend.call('observations.matrix', { country: 'FJI' });
    expect(rowOf(moved, inspectors)?.cells.map(shown)).toEqual(['31', '33', '40', 'Unknown']);
    await backend.call('documents.update', { ids: [later], changes: { country: 'TON' } });
    expect((await backend.call('observations.matrix', { country: 'FJI' })).years).toEqual([2016, 2017]);
    expect((await backend.call('observations.matrix', { country: 'TON' })).years).toEqual([2018, 2019]);
  });
});

describe('one indicator over countries', () => {
  it('has a row a country, narrowed to some when asked', async () => {
    const { backend } = await prepared();
    await importFiles(backend, [{ name: 'tonga.pdf', bytes: reportPdf({ country: 'Tonga', year: 2018, sentence: 'In 2018, Tonga made a moderate advancement in the matter of child work.', inspectorate: inspectorate(2018, '7', '8') }) }]);
    const all = await backend.call('observations.indicator', { indicator: inspectors });
    expect(all).toMatchObject({ name: 'Labor inspectors', unit: 'count', years: [2016, 2017, 2018] });
    expect(all.rows.map(({ countryName, cells }) => [countryName, ...cells.map(shown)])).toEqual([['Fiji', '31', '33', 'Unknown'], ['Tonga', '', '7', '8']]);
    const some = await backend.call('observations.indicator', { indicator: inspectors, countries: ['TON'], years: [2018] });
    expect(some.rows.map(({ country, cells }) => [country, ...cells.map(shown)])).toEqual([['TON', '8']]);
    const levels = await backend.call('observations.indicator', { indicator: 'advancement_level.level' });
    expect(levels.rows.map(({ country }) => country)).toEqual(['FJI', 'TON']);
    expect(levels.breaks.map(({ year }) => year)).toEqual([2017, 2018]);
    expect(await backend.call('observations.indicator', { indicator: `nobody's "%` })).toMatchObject({ years: [], rows: [] });
  });
});

describe('a correction', () => {
  it('stands beside the original with author and reason, is changed in place, undone, and taken back', async () => {
    const { backend, earlier, matrix } = await prepared();
    await backend.call('settings.set', { key: 'author', value: 'Ana' });
    const key = { documentId: earlier, indicator: inspectors, year: 2017 };
    const { id } = await backend.call('observations.correct', { ...key, status: 'value', value: 40, reason: 'Page 2 says 40.' });
    let cell = cellOf(await matrix(), inspectors, 2017);
    expect(cell).toMatchObject({ shown: 0, restated: null });
    expect(cell?.values.map(({ source, value }) => [source, value])).toEqual([['analyst', 40], ['report', 33], ['restatement', 40]]);
    expect(cell?.values[0]).toMatchObject({ unit: 'count', correction: { id, reason: 'Page 2 says 40.', author: 'Ana' } });
    const card = await backend.call('observations.ofDocument', { id: earlier });
    const row = card.groups.flatMap(({ rows }) => rows).find((each) => each.indicator === inspectors && each.year === 2017);
    expect(row?.values.map(({ source, value }) => [source, value])).toEqual([['analyst', 40], ['report', 33]]);

    expect(await backend.call('observations.correct', { ...key, status: 'unknown', reason: 'Misprint.' })).toEqual({ id });
    cell = cellOf(await matrix(), inspectors, 2017);
    expect(shown(cell)).toBe('Unknown');
    expect((await backend.call('history.list', { limit: 1 }))[0]?.label).toBe('Correct “Labor inspectors” of 2017');
    await backend.call('history.undo', {});
    expect(shown(cellOf(await matrix(), inspectors, 2017))).toBe('40');
    await backend.call('observations.uncorrect', { id });
    expect(cellOf(await matrix(), inspectors, 2017)?.values.map(({ source }) => source)).toEqual(['report', 'restatement']);
    await backend.call('history.undo', {});
    expect(shown(cellOf(await matrix(), inspectors, 2017))).toBe('40');
    await expect(backend.call('observations.uncorrect', { id: 'gone' })).rejects.toThrow('not there any more');
  });

  it('goes with its document and comes back with it', async () => {
    const { backend, earlier, matrix } = await prepared();
    await backend.call('observations.correct', { documentId: earlier, indicator: inspectors, year: 2017, status: 'value', value: 1, reason: 'x' });
    await backend.call('documents.remove', { ids: [earlier] });
    expect((await matrix()).years).toEqual([2017, 2018]);
    await backend.call('history.undo', {});
    expect(shown(cellOf(await matrix(), inspectors, 2017))).toBe('1');
    expect((await backend.call('projects.check', {})).filter(({ ok }) => !ok)).toEqual([]);
  });

  it('stays at its value when the year of the document is corrected', async () => {
    const { backend, earlier, matrix } = await prepared();
    await backend.call('observations.correct', { documentId: earlier, indicator: inspectors, year: 2017, status: 'value', value: 1, reason: 'x' });
    await backend.call('documents.update', { ids: [earlier], changes: { year: 2015 } });
    const cell = cellOf(await matrix(), inspectors, 2015);
    expect(cell?.values.map(({ source, value }) => [source, value])).toEqual([['analyst', 1], ['report', 33]]);
    await backend.call('observations.correct', { documentId: earlier, indicator: inspectors, year: 2015, status: 'value', value: 2, reason: 'y' });
    expect(cellOf(await matrix(), inspectors, 2015)?.values.map(({ value }) => value)).toEqual([2, 33]);
  });

  it('can give what was not recognised at all, and may be of any document', async () => {
    const backend = await openTestBackend();
    const [id = ''] = await importTexts(backend, { 'note.txt': 'There were twelve inspectors in the spring of that year, said the ministry.' });
    await backend.call('documents.update', { ids: [id], changes: { country: 'FJI', year: 2018 } });
    expect(await backend.call('observations.ofDocument', { id })).toEqual({ documentId: id, groups: [], actions: [] });
    await backend.call('observations.correct', { documentId: id, indicator: inspectors, year: 2018, status: 'value', value: 12, reason: 'In words in the text.' });
    expect(shown(cellOf(await backend.call('observations.matrix', { country: 'FJI' }), inspectors, 2018))).toBe('12');
  });

  it('refuses what cannot be the value, in words', async () => {
    const { backend, earlier } = await prepared();
    const give = (input: object) => backend.callUnchecked('observations.correct', { documentId: earlier, indicator: inspectors, year: 2017, status: 'value', value: 1, reason: 'x', ...input }, 'page');
    await expect(give({ value: null })).rejects.toThrow('The value is missing');
    await expect(give({ value: 'many' })).rejects.toThrow('This indicator is a number');
    await expect(give({ value: true })).rejects.toThrow('This indicator is a number');
    await expect(give({ value: Number.NaN })).rejects.toThrow('cannot use this input');
    await expect(give({ reason: '  ' })).rejects.toThrow('a correction needs its reason');
    await expect(give({ documentId: 'gone' })).rejects.toThrow('not in the project any more');
    await expect(give({ year: 12 })).rejects.toThrow();
    await expect(give({ indicator: 'legal_standards.minimum_age_work.meets', value: 1 })).rejects.toThrow('Yes or No');
    // Names from outside are data, whatever they look like.
    await give({ indicator: `x'); DROP TABLE observation; --`, territory: '“Ğ” 🏝', value: 'ok' });
    expect((await backend.call('observations.matrix', { country: 'FJI' })).years).toContain(2017);
  });
});

describe.skipIf(!sharedPresent)('the real reports (needs ../shared)', () => {
  it('of Kazakhstan and Uzbekistan, 2014 to 2021, stand in the matrix as the truth says (needs ../shared)', { timeout: 180_000 }, async () => {
    const truth = (JSON.parse(readFileSync(sharedPath('corpus', 'ilab', 'truth.json'), 'utf8')) as { records: TruthRecord[] }).records;
    const backend = await openTestBackend({ workers: 2 });
    const names = ['KAZ', 'UZB'].flatMap((country) => [2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021].map((year) => `${country}-${year}.pdf`));
    await importFiles(backend, names.map((name) => ({ name, bytes: sharedBytes('corpus', 'ilab', name) })));
    const wrong: string[] = [];
    let asked = 0;
    let restated = 0;
    for (const country of ['KAZ', 'UZB']) {
      const matrix = await backend.call('observations.matrix', { country });
      expect(matrix.editions).toEqual([2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021]);
      const own = truth.filter(({ iso3 }) => iso3 === country);
      for (const record of own) {
        const year = record.report_year;
        const expectSame = (indicator: string, of: number, source: ObservationSource, status: string, value: unknown) => {
          if (status !== 'value' && status !== 'unknown' && status !== 'not_applicable' && status !== 'unavailable') return;
          asked += 1;
          const found = from(cellOf(matrix, indicator, of), source);
          if (found?.status !== status || (status === 'value' && found.value !== value)) wrong.push(`${country} ${year}: ${indicator} ${of} ${source}: ${JSON.stringify(value ?? status)} but ${found ? formatObservation(found) : 'nothing'}`);
        };
        for (const [key, cells] of Object.entries(record.pdf.enforcement ?? {})) {
          for (const [cell, source] of [[cells.report_year, 'report'], [cells.previous_year, 'restatement']] as const) {
            // An amount with the local currency beside it is beyond the reader that made the truth.
            if (cell && !(cell.value === null && /^\$[\d.]+ million \(/u.test(cell.cell))) expectSame(`enforcement.${key}`, Number(cell.year), source, cell.status, cell.value);
          }
          const later = own.find((other) => other.report_year === year + 1)?.pdf.enforcement?.[key]?.previous_year;
          const differs = Boolean(later && cells.report_year && (later.status !== cells.report_year.status || later.value !== cells.report_year.value));
          if (later && cells.report_year && [later.status, cells.report_year.status].every((status) => ['value', 'unknown', 'not_applicable', 'unavailable'].includes(status))) {
            expect([key, year, cellOf(matrix, `enforcement.${key}`, year)?.restated !== null]).toEqual([key, year, differs]);
            if (differs) restated += 1;
          }
        }
        for (const [key, ticked] of Object.entries(record.pdf.conventions_ticked ?? {})) expectSame(`conventions.${key}`, year, 'report', 'value', ticked);
        for (const [sector, percent] of Object.entries(record.pdf.sectors_percent)) expectSame(`statistics.sector_${sector.toLowerCase()}_percent`, year, 'report', 'value', percent);
        const level = from(cellOf(matrix, 'advancement_level.level', year), 'report');
        expect(String(level?.value).toLowerCase()).toBe(record.advancement_level.level.toLowerCase());
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(700);
    expect(restated).toBeGreaterThan(2);
  });
});
