// The published shape of a line of `annals inspect --json`: the fields that scripts rely on, under these names, and the lists beside them.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { listsPdf } from '../backend/recognisers/ilab-lists-writing.ts';
import { reportPdf } from '../backend/recognisers/ilab-report-writing.ts';
import { PageSheet, pdfOf } from '../backend/importers/pdf-writing.ts';
import { root } from '../support/imports.ts';
import { patience } from '../support/patience.ts';
import { sharedPath, sharedPresent } from '../support/shared.ts';

type Line = Record<string, unknown>;
type Rows = Record<string, unknown>[];

/** The bundle when `npm test` has just built it, else the sources. */
const program = process.env['ANNALS_BUILT'] ? join(root, 'out', 'main', 'cli.js') : join(root, 'shared', 'hosts', 'cli.ts');

function annals(folder: string, inspected: string[]): Line[] {
  const { stdout, status } = spawnSync(process.execPath, [program, 'inspect', ...inspected], { cwd: folder, encoding: 'utf8', maxBuffer: 512 * 1024 * 1024, env: { PATH: process.env['PATH'], ANNALS_HOME: join(folder, 'workspace') } });
  expect(status).toBe(0);
  return stdout.trim().split('\n').map((line) => JSON.parse(line) as Line);
}

function inspect(files: Record<string, Uint8Array>): Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'annals-test-'));
  try {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    return annals(folder, ['--json', ...Object.keys(files)]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let report: Line = {};
let lists: Line = {};
beforeAll(() => {
  [report = {}, lists = {}] = inspect({ 'report.pdf': reportPdf(), 'lists.pdf': listsPdf() });
});
const first = (name: string, line = report): Record<string, unknown> => (line[name] as Rows)[0] ?? {};
/** That each of these fields is there, whatever its value. */
const expectFields = (object: Record<string, unknown>, fields: string): void => expect(Object.keys(object)).toEqual(expect.arrayContaining(fields.split(' ')));

/** The published shape, list by list. */
function expectShape(line: Line): void {
  expectFields(line, 'file kind confidence country year title language metadata sections tables observations actions level cable warnings');
  const each = (name: string, fields: string): void => {
    for (const own of line[name] as Rows) expectFields(own, fields);
  };
  each('sections', 'number title page start end');
  each('tables', 'title number columns rows');
  each('observations', 'indicator country territory year reportedYear status value unit mark note page start end quote');
  each('actions', 'area text years firstYear lastYear page');
  if (line['level'] !== null) expectFields(line['level'] as Line, 'level qualifier');
  if (line['country'] !== null) expectFields(line['country'] as Line, 'iso3 name');
}

describe('a line of inspect', () => {
  it('says of the file what it is', () => {
    expectFields(report, 'file kind confidence country year title language metadata sections tables observations actions level cable warnings');
    expect(report).toMatchObject({ file: 'report.pdf', kind: 'ilab-report', country: { iso3: 'FJI', name: 'Fiji' }, year: 2018, language: 'en', level: { level: 'moderate', qualifier: null }, cable: null, warnings: [] });
  });

  it('has sections, tables, observations and actions under the published names', () => {
    expectFields(first('sections'), 'number title page start end');
    expectFields(first('tables'), 'title number columns rows');
    expectFields(first('observations'), 'indicator country territory year reportedYear status value unit mark note page start end quote');
    expectFields(first('actions'), 'area text years firstYear lastYear page');
    expect((report['observations'] as Rows).find((own) => own['indicator'] === 'enforcement.labor_inspectors' && own['year'] === 2018)).toMatchObject({ country: 'FJI', territory: null, reportedYear: 2018, status: 'value', value: 20, unit: 'count', mark: '†', note: 'Data are from July to June.', page: 2 });
    expect((report['tables'] as Rows)[0]).toMatchObject({ number: '1', columns: ['Children', 'Age', 'Percent'] });
    expect(first('actions')).toEqual(expect.objectContaining({ area: 'Legal Framework', years: '2014 – 2018', firstYear: 2014, lastYear: 2018, page: 2 }));
  });

  it('has the lists, and each citation with its claim', () => {
    expect(first('activities', lists)).toMatchObject({ sector: 'Agriculture', activity: 'Carrying baskets and climbing palms', hazardous: true, categorical: false, page: 1 });
    expect(first('institutions', lists)).toMatchObject({ kind: 'agency', name: 'Ministry of Boats (MOB)', shortName: 'MOB', remarks: [{ kind: 'started', year: 2019 }, { kind: 'active', year: 2019 }] });
    expect(first('legalBases', lists)).toMatchObject({ standard: 'legal_standards.minimum_age_work', laws: [{ provision: 'Section 5', law: 'Basket Act' }] });
    expect(first('references', lists)).toMatchObject({ number: 1, url: 'http://example.test/islands' });
    expect(first('citations', lists)).toMatchObject({ references: [1, 2], page: 1, claim: expect.stringMatching(/^Much was written of Fiji[\s\S]*eyes\.$/) as unknown });
  });

  it('is one for each report of a file that holds several, and says so', () => {
    const page = (country: string, year: number) =>
      new PageSheet().text(430, 43, country, 26).text(54, 66, 'MODERATE ADVANCEMENT', 12, 'bold').lines(54, 90, [`In ${year}, ${country} made a moderate advancement in the matter of child work.`], 12, 'italic').text(54, 150, 'I. PREVALENCE AND SECTORAL DISTRIBUTION OF CHILD LABOR', 12, 'bold').lines(54, 168, ['Much was written of it in that year by people who travelled there and saw the fields.']);
    const lines = inspect({ 'volume.pdf': pdfOf([page('Fiji', 2018), page('Samoa', 2019)]) });
    expect(lines.map(({ file, part, country, year }) => [file, part, (country as Line)['iso3'], year])).toEqual([['volume.pdf', 'Fiji 2018', 'FJI', 2018], ['volume.pdf', 'Samoa 2019', 'WSM', 2019]]);
    for (const line of lines) {
      expectShape(line);
      expect((line['warnings'] as Rows).map(({ code }) => code)).toContain('several-reports');
    }
  });

  it.skipIf(!sharedPresent)('has the published shape for every report of the corpus (needs ../shared)', { timeout: 8 * patience }, () => {
    const folder = sharedPath('corpus', 'ilab');
    const names = readdirSync(folder).filter((name) => name.endsWith('.pdf')).toSorted();
    const home = mkdtempSync(join(tmpdir(), 'annals-test-'));
    try {
      const lines = annals(home, ['--json', ...names.map((name) => join(folder, name))]);
      expect(lines.map(({ file, kind, country, year }) => `${String(file).slice(folder.length + 1)} ${String(kind)} ${String((country as Line)['iso3'])}-${String(year)}`)).toEqual(names.map((name) => `${name} ilab-report ${name.slice(0, 8)}`));
      lines.forEach(expectShape);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  it.skipIf(!sharedPresent)('answers every kind of fragment of a cable (needs ../shared)', { timeout: 2 * patience }, () => {
    type Case = { id: string; kind: string; input: string };
    const cases = JSON.parse(readFileSync(sharedPath('corpus', 'cables', 'cases.json'), 'utf8')) as Case[];
    const home = mkdtempSync(join(tmpdir(), 'annals-test-'));
    try {
      writeFileSync(join(home, 'cases.jsonl'), cases.map(({ id, kind, input, ...hints }) => JSON.stringify({ ...hints, id, kind, input, as: 'cable-fragment', expected: undefined })).join('\n'));
      const lines = annals(home, ['--jsonl', 'cases.jsonl']);
      expect(lines.map(({ id }) => id)).toEqual(cases.map(({ id }) => id));
      expect(lines.filter((line) => !('result' in line))).toEqual([]);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
});
