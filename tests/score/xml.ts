// Scores the official XML data files: every field read, every value as truth.json has it. Prints each failure with both values. Run by
// `node tests/score/xml.ts [ISO3[-year]]`. The real files must lie beside the project.

import { readdirSync, readFileSync } from 'node:fs';
import { type FileRead, perform } from '../../shared/backend/jobs/task.ts';
import type { Recognition } from '../../shared/core/recognition.ts';
import { sharedBytes, sharedPath, sharedPresent } from '../support/shared.ts';

type Scalar = { raw: string | null; status: string; value: number | boolean | string | null; mark?: string };
type Standard = { meets?: Scalar; standard?: Scalar; age?: Scalar | null; conforms?: Scalar; calculated_age?: string };
type Good = { name: string; child_labor: boolean; forced_labor: boolean; forced_child_labor: boolean; derived_labor_exploitation?: string; derived_country?: string };
type TruthRecord = {
  iso3: string;
  report_year: number;
  region: string;
  description: string;
  advancement_level: { level: string; qualifier: string | null };
  goods: Good[];
  statistics: Record<string, Scalar | string | null>;
  conventions: Record<string, Scalar>;
  legal_standards: Record<string, Standard>;
  enforcement: Record<string, Scalar>;
  mechanisms: Record<string, Scalar>;
  suggested_actions: { area: string; text: string; years?: string }[];
};
type Part = NonNullable<FileRead['parts']>[number];
type Check = { group: string; year: number; ok: boolean; document: string; field: string; expected: string; found: string };

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** What the text of an XML file says at its ends of elements, read without the importer: names and texts of all leaves. */
export function leavesOf(source: string): { name: string; text: string }[] {
  const decode = (text: string): string =>
    text
      .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
      .replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');
  return [...source.matchAll(/<([\w.-]+)>([^<]*)<\/\1>/g)].map(([, name = '', text = '']) => ({ name, text: oneLine(decode(text)) })).filter(({ text }) => text !== '');
}

/** Cells that say something and are the place of no value, fact, good or level. */
export function unreadCells({ parsed: { text, blocks }, recognition }: Part): string[] {
  const { observations, facts, goods } = recognition;
  const places = new Set([...observations, ...facts, ...goods].map(({ start }) => start));
  const rows = blocks.filter(({ kind, cells }) => kind === 'table-row' && !cells.every(({ header }) => header));
  return rows.flatMap(({ start, cells }) => {
    const territories = new Set(observations.filter((one) => cells.some((cell) => cell.start === one.start)).map(({ territory }) => territory));
    const isUnread = ({ start: at, end }: { start: number; end: number }): boolean => end > at && !places.has(at) && !territories.has(text.slice(at, end));
    return places.has(start) ? [] : cells.slice(1).filter(isUnread).map((cell) => `${text.slice(cells[0]?.start, cells[0]?.end)}: ${text.slice(cell.start, cell.end)}`);
  });
}

/** Texts of the file that no part has in its text or its list of what was left out. */
export function lostTexts(source: string, parts: Part[]): string[] {
  const kept = parts.map(({ parsed }) => [oneLine(parsed.text), ...parsed.leftOut.map(({ text }) => oneLine(text))].join('\n')).join('\n');
  const names = new Map(leavesOf(source).map(({ name, text }) => [text, name]));
  return [...names].flatMap(([text, name]) => (kept.includes(text) ? [] : [`${name}: ${text}`]));
}

function wanted(status: string, value: unknown): string {
  if (status === 'value' || status === 'text') return String(value);
  return status === 'none_text' ? 'not_applicable' : status === 'empty' ? 'not_printed' : status;
}

function said({ observations }: Recognition, indicator: string, year: number): { text: string; mark: string | null } {
  const found = observations.filter((one) => one.indicator === indicator && one.year === year && one.reportedYear === year && one.territory === null);
  const [first] = found;
  if (!first || found.length > 1) return { text: found.length === 0 ? 'absent' : `${found.length} values`, mark: null };
  return { text: wanted(first.status, first.value), mark: first.mark };
}

function checksOf(record: TruthRecord, { parsed, recognition }: Part): Check[] {
  const year = record.report_year;
  const checks: Check[] = [];
  const check = (group: string, field: string, expected: string, found: string): void => {
    checks.push({ group, year, ok: expected === found, document: `${record.iso3}-${year}`, field, expected, found });
  };
  const scalar = (group: string, indicator: string, truth: Scalar | string | null | undefined): void => {
    if (truth === null || truth === undefined) return;
    const found = said(recognition, indicator, year);
    // Ages as a range and words for the calculated age are given as they stand.
    if (typeof truth === 'string') return check(group, indicator, /^(?:yes|no)$/i.test(truth) ? String(/^yes$/i.test(truth)) : truth, found.text);
    check(group, indicator, wanted(truth.status, truth.status === 'text' ? truth.raw : truth.value), found.text);
    if (truth.mark !== undefined) check(group, `${indicator} (mark)`, truth.mark, found.mark ?? '');
  };

  check('country, year', 'country', record.iso3, recognition.country?.iso3 ?? '');
  check('country, year', 'year', String(year), String(recognition.year));
  check('country, year', 'region', record.region, said(recognition, 'region', year).text);
  check('level', 'level', record.advancement_level.level.toLowerCase().replace(' ', '-'), recognition.level?.level ?? '');
  check('level', 'qualifier', record.advancement_level.qualifier ?? '', recognition.level?.qualifier ?? '');
  for (const [key, truth] of Object.entries(record.statistics)) scalar('statistics', `statistics.${key}`, truth);
  for (const [key, truth] of Object.entries(record.conventions)) scalar('conventions', `conventions.${key}`, truth);
  for (const [key, standard] of Object.entries(record.legal_standards)) {
    scalar('laws', `legal_standards.${key}.meets`, standard.meets ?? standard.standard);
    for (const part of ['age', 'calculated_age', 'conforms'] as const) scalar('laws', `legal_standards.${key}.${part}`, standard[part]);
  }
  for (const [key, truth] of Object.entries(record.enforcement)) scalar('enforcement', `enforcement.${key}`, truth);
  for (const [key, truth] of Object.entries(record.mechanisms)) scalar('mechanisms', `mechanisms.${key}`, truth);
  const goods = (list: { name: string; child: boolean; forced: boolean }[]): string => list.map(({ name, child, forced }) => `${name} ${child} ${forced}`).join('; ');
  check('goods', 'goods', goods(record.goods.map((good) => ({ name: good.name, child: good.child_labor, forced: good.forced_labor }))), goods(recognition.goods.map((good) => ({ name: good.name, child: good.childLabor, forced: good.forcedLabor }))));
  for (const good of record.goods) {
    const key = `goods.${good.name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_|_$/g, '')}`;
    for (const mark of ['child_labor', 'forced_labor', 'forced_child_labor'] as const) check('goods', `${key}.${mark}`, String(good[mark]), said(recognition, `${key}.${mark}`, year).text);
    if (good.derived_labor_exploitation !== undefined) scalar('goods', `${key}.derived_labor_exploitation`, good.derived_labor_exploitation);
  }
  const actions = (list: { area: string; text: string; years?: string }[]): string[] => list.map(({ area, text, years = '' }) => [area, oneLine(text), oneLine(years)].filter(Boolean).join(' | '));
  const expected = actions(record.suggested_actions);
  const found = actions(recognition.actions);
  for (let i = 0; i < Math.max(expected.length, found.length); i++) check('actions', `action ${i + 1}`, expected[i] ?? '(none)', found[i] ?? '(none)');
  const assessment = parsed.blocks.filter(({ role }) => role === 'assessment').map(({ start, end }) => parsed.text.slice(start, end));
  check('assessment', 'description', oneLine(record.description), assessment.join(' '));
  return checks;
}

function printTable(checks: Check[]): void {
  const years = [...new Set(checks.map(({ year }) => year))].sort();
  const share = (some: Check[]): string => (some.length === 0 ? '-' : `${some.filter(({ ok }) => ok).length}/${some.length}`).padStart(10);
  console.log(`${'group'.padEnd(16)}${years.map((year) => String(year).padStart(10)).join('')}${'all'.padStart(12)}`);
  for (const group of [...new Set(checks.map((one) => one.group)), 'ALL']) {
    const own = group === 'ALL' ? checks : checks.filter((one) => one.group === group);
    console.log(`${group.padEnd(16)}${years.map((year) => share(own.filter((one) => one.year === year))).join('')}${share(own).padStart(12)}`);
  }
}

/** Reads every official file and compares the countries of truth.json. */
export async function scoreXml(only = ''): Promise<Check[]> {
  const truth = JSON.parse(readFileSync(sharedPath('corpus', 'ilab', 'truth.json'), 'utf8')) as { records: TruthRecord[] };
  const checks: Check[] = [];
  let unread = 0;
  for (const name of readdirSync(sharedPath('corpus', 'ilab')).filter((file) => file.endsWith('.xml')).sort()) {
    const bytes = sharedBytes('corpus', 'ilab', name);
    const read = (await perform({ kind: 'read-file', name, bytes, as: null }, () => undefined)) as FileRead;
    const parts = read.parts ?? [];
    const further = parts.flatMap(({ parsed }) => parsed.warnings.filter(({ code }) => code === 'unknown-fields').map(({ message }) => message));
    const cells = parts.flatMap((part) => unreadCells(part).map((cell) => `${part.name}: ${cell}`));
    const lost = lostTexts(new TextDecoder().decode(bytes), parts);
    const unknown = parts.filter(({ recognition }) => recognition.country === null || recognition.year === null).map((part) => `${part.name}: country or year not recognised`);
    const told = [...further, ...cells, ...lost, ...unknown];
    unread += told.length;
    const values = parts.reduce((sum, { recognition }) => sum + recognition.observations.length, 0);
    console.log(`${name.padEnd(26)}${String(parts.length).padStart(5)} countries${String(values).padStart(8)} values${String(told.length).padStart(5)} unread`);
    for (const line of told) console.log(`    ${line}`);
    const year = Number(/\d{4}/.exec(name)?.[0]);
    for (const record of truth.records.filter((one) => one.report_year === year && name.includes('countries') && `${one.iso3}-${year}`.startsWith(only))) {
      const part = parts.find(({ recognition }) => recognition.country?.iso3 === record.iso3);
      if (part) checks.push(...checksOf(record, part));
      else checks.push({ group: 'country, year', year, ok: false, document: `${record.iso3}-${year}`, field: 'country', expected: record.iso3, found: '(nothing)' });
    }
  }
  for (const { group, document, field, expected, found } of checks.filter(({ ok }) => !ok)) console.log(`${group} · ${document} · ${field}\n    expected ${expected}\n    found    ${found}`);
  console.log('');
  printTable(checks);
  console.log(`unread fields: ${unread}`);
  return checks;
}

if (import.meta.main) {
  if (!sharedPresent) console.log('skipped: the real files do not lie beside the project');
  else await scoreXml(process.argv[2]);
}
