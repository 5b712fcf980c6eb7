// Scores the recognition of the Labor Department's yearly reports against truth.json, per group of fields and per report year, and
// prints every failure with both values. Run by `node tests/score/ilab.ts [ISO3[-year]]`. The real documents must lie beside the project.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { pdfImporter } from '../../shared/backend/importers/pdf.ts';
import { ilabReportRecogniser } from '../../shared/backend/recognisers/ilab-report.ts';
import type { Observation, Recognition } from '../../shared/core/recognition.ts';
import { listChecks, listSummary } from './ilab-lists.ts';
import { sharedBytes, sharedPath, sharedPresent } from '../support/shared.ts';

type Scalar = { raw: string | null; status: string; value: number | boolean | string | null };
type PrintedYear = { year: string; cell: string; status: string; value: number | boolean | string | null };
type Disagreement = { field: string; pdf?: unknown };
export type TruthRecord = {
  iso3: string;
  country: string;
  report_year: number;
  description: string;
  advancement_level: { level: string; qualifier: string | null };
  statistics: Record<string, Scalar | string | null>;
  conventions: Record<string, Scalar>;
  enforcement?: Record<string, Scalar>;
  legal_standards?: Record<string, { calculated_age?: string } | null>;
  mechanisms?: Record<string, Scalar> | null;
  pdf: {
    sectors_percent: Record<string, number>;
    /** Cells of the statistics rows as read from the page. */
    statistics_raw?: Record<string, string>;
    conventions_ticked?: Record<string, boolean>;
    legal_standards?: Record<string, { meets: string; age: string }>;
    enforcement?: Record<string, { previous_year: PrintedYear; report_year: PrintedYear }>;
    suggested_actions: { area: string; text: string; years: string; page: number }[];
  };
  xml_pdf_disagreements: Disagreement[];
};

/** One comparison. `ok` false is a failure; both values are printed. */
type Check = { group: string; year: number; ok: boolean; document: string; page: number | null; field: string; expected: string; found: string };

const groups = ['country, year', 'level', 'statistics', 'sectors', 'conventions', 'laws: met', 'laws: age', 'laws: age calculated', 'enforcement: report year', 'enforcement: year before', 'mechanisms', 'not printed', 'actions: area, years', 'actions: text', 'narrative', 'lists: rows', 'lists: parts', 'references', 'citations'];
const cellGroups = new Set(groups.filter((group) => !/^(?:actions|narrative|lists|references|citations)/u.test(group)));

const typed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[’‘]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/[‐‑–—]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
/** The reference reader takes the bullets of a symbol font for the letter n. */
const withoutBullets = (text: string): string => typed(text).replace(/(^|[:;,]|and) (?:n|■) (?=\p{Lu})/gu, '$1 ');
const folded = (text: string): string => typed(text).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** What a scalar of the truth asks for, in the words of an observation. */
function wanted(status: string, value: unknown): string {
  if (status === 'value' || status === 'text') return typeof value === 'number' ? String(Math.round(value * 100) / 100) : String(value);
  if (status === 'none_text') return 'not_applicable';
  return status;
}

const said = (observation: Observation | undefined): string => (observation === undefined ? '(nothing)' : wanted(observation.status, observation.value));

/** The printed cell "Yes*", "17‡", "N/A", "" of the laws table as an expectation. */
function printed(cell: string): string {
  const bare = cell.replace(/\(\s*\d{1,3}(?:\s*[,;–-]\s*\d{1,3})*\s*\)/gu, '').replace(/[*†‡§]/gu, '').trim();
  if (bare === '') return 'not_printed';
  if (/^n\/a$/iu.test(bare)) return 'not_applicable';
  if (/^unknown$/iu.test(bare)) return 'unknown';
  if (/^yes$/iu.test(bare)) return 'true';
  if (/^no$/iu.test(bare)) return 'false';
  return bare;
}

class Scoring {
  readonly checks: Check[] = [];
  private readonly used = new Set<Observation>();
  private readonly record: TruthRecord;
  private readonly recognition: Recognition;
  private readonly document: string;

  constructor(record: TruthRecord, recognition: Recognition) {
    this.record = record;
    this.recognition = recognition;
    this.document = `${record.iso3}-${record.report_year}`;
  }

  check(group: string, field: string, expected: string, found: string, page: number | null = null, ok = expected === found): void {
    this.checks.push({ group, year: this.record.report_year, ok, document: this.document, page, field, expected, found });
  }

  private find(indicator: string, year: number): Observation | undefined {
    const found = this.recognition.observations.find((observation) => observation.indicator === indicator && observation.territory === null && observation.year === year);
    if (found !== undefined) this.used.add(found);
    return found;
  }

  observation(group: string, indicator: string, year: number, expected: string): void {
    const found = this.find(indicator, year);
    // A blank cell may be said or left out.
    const blank = expected === 'not_printed' || expected === 'empty' || expected === 'absent';
    const ok = blank ? found === undefined || found.status === 'not_printed' : said(found) === expected;
    this.check(group, `${indicator} ${year}`, expected, said(found), found?.page ?? null, ok);
  }

  head(): void {
    const { record, recognition } = this;
    this.check('country, year', 'country', record.iso3, recognition.country?.iso3 ?? '(nothing)');
    this.check('country, year', 'year', String(record.report_year), String(recognition.year));
    const level = record.advancement_level.level.toLowerCase().replace(' ', '-');
    this.check('level', 'level', level, recognition.level?.level ?? '(nothing)');
    this.check('level', 'qualifier', folded(record.advancement_level.qualifier ?? ''), folded(recognition.level?.qualifier ?? ''));
  }

  private disagreement(field: string): unknown {
    return this.record.xml_pdf_disagreements.find((entry) => entry.field === field)?.pdf;
  }

  statistics(): void {
    const { record } = this;
    for (const [key, scalar] of Object.entries(record.statistics)) {
      if (scalar === null || key.startsWith('sector_')) continue;
      const indicator = `statistics.${key}`;
      const printedInstead = this.disagreement(key);
      // The XML leaves the cell empty where the page prints the word.
      const row = record.pdf.statistics_raw?.[key === 'working_population' ? 'working' : key.split('_')[0] ?? ''] ?? '';
      if (typeof scalar !== 'string' && scalar.status !== 'value' && /unavailable/iu.test(row)) {
        this.observation('statistics', indicator, record.report_year, 'unavailable');
        continue;
      }
      if (typeof scalar === 'string') {
        const range = typed(scalar).replace(/\s*(?:to|-)\s*/iu, '-').replace(/\s*yrs\.?/iu, '');
        if (/^\d+-\d+$/u.test(range)) this.observation('statistics', indicator, record.report_year, range);
      } else if (typeof printedInstead === 'string') {
        this.observation('statistics', indicator, record.report_year, wanted('value', Number(printedInstead.replace(/,/gu, ''))));
      } else this.observation('statistics', indicator, record.report_year, wanted(scalar.status, scalar.value));
    }
    for (const [sector, percent] of Object.entries(record.pdf.sectors_percent)) {
      this.observation('sectors', `statistics.sector_${sector.toLowerCase()}_percent`, record.report_year, wanted('value', percent));
    }
  }

  conventions(): void {
    for (const [key, scalar] of Object.entries(this.record.conventions)) {
      const ticked = this.record.pdf.conventions_ticked?.[key];
      // A tick that no reading of the PDF found is an empty cell there, whatever the XML says.
      const expected = this.record.pdf.conventions_ticked === undefined ? wanted(scalar.status, scalar.value) : String(ticked === true);
      this.observation('conventions', `conventions.${key}`, this.record.report_year, expected);
    }
  }

  laws(): void {
    for (const [key, cells] of Object.entries(this.record.pdf.legal_standards ?? {})) {
      this.observation('laws: met', `legal_standards.${key}.meets`, this.record.report_year, printed(cells.meets));
      this.observation('laws: age', `legal_standards.${key}.age`, this.record.report_year, printed(cells.age));
    }
  }

  /** A calculated age is said by a sign; where no sign is, the age was not calculated. */
  calculatedAges(): void {
    for (const [key, standard] of Object.entries(this.record.legal_standards ?? {})) {
      if (standard?.calculated_age !== 'Yes' && standard?.calculated_age !== 'No') continue;
      // The sign of the page wins over the data file, as everywhere.
      const cell = this.record.pdf.legal_standards?.[key]?.age;
      const expected = cell === undefined ? standard.calculated_age : cell.includes('‡') ? 'Yes' : 'No';
      const found = this.find(`legal_standards.${key}.calculated_age`, this.record.report_year);
      this.check('laws: age calculated', key, expected, found?.value === true ? 'Yes' : 'No', found?.page ?? null);
    }
  }

  mechanisms(): void {
    const names = ['coordination', 'policy', 'program'];
    for (const name of names) {
      const scalar = this.record.mechanisms?.[name];
      if (scalar !== undefined) this.observation('mechanisms', `mechanisms.${name}`, this.record.report_year, wanted(scalar.status, scalar.value));
      // The oldest data file has none of them, the report has.
      else this.find(`mechanisms.${name}`, this.record.report_year);
    }
  }

  enforcement(): void {
    const { record } = this;
    for (const [key, years] of Object.entries(record.pdf.enforcement ?? {})) {
      for (const [group, cell] of [
        ['enforcement: report year', years.report_year],
        ['enforcement: year before', years.previous_year],
      ] as const) {
        if (cell === undefined || cell === null) continue;
        // The reference reader gives up on an amount with the local currency in brackets.
        const amount = /^\$([\d.]+) million \(/u.exec(cell.cell)?.[1];
        if (cell.value === null && amount !== undefined) {
          this.observation(group, `enforcement.${key}`, Number(cell.year), String(Math.round(Number(amount) * 1e6)));
          continue;
        }
        this.observation(group, `enforcement.${key}`, Number(cell.year), wanted(cell.status, cell.value));
      }
    }
    for (const [key, scalar] of Object.entries(record.enforcement ?? {})) {
      if (record.pdf.enforcement?.[key] !== undefined || scalar.status !== 'value') continue;
      const group = key === 'inspectors_meet_ilo_advice' ? 'narrative' : 'enforcement: report year';
      this.observation(group, `enforcement.${key}`, record.report_year, wanted(scalar.status, scalar.value));
    }
  }

  /** Values that were read although nothing of the kind is printed. */
  precision(): void {
    for (const observation of this.recognition.observations) {
      if (this.used.has(observation) || observation.status === 'not_printed') continue;
      // Rows that the reference reader did not find but the XML has.
      const known = this.record.enforcement?.[observation.indicator.replace('enforcement.', '')];
      if (known !== undefined && (observation.year !== this.record.report_year || said(observation) === wanted(known.status, known.value))) continue;
      if (observation.indicator === 'enforcement.inspectors_meet_ilo_advice') continue;
      this.check('not printed', `${observation.indicator} ${observation.year}`, '(nothing)', said(observation), observation.page);
    }
  }

  actions(): void {
    const left = [...this.recognition.actions];
    for (const action of this.record.pdf.suggested_actions) {
      const like = (text: string) => folded(text).slice(0, 60);
      let at = left.findIndex((found) => folded(withoutBullets(found.text)) === folded(withoutBullets(action.text)));
      if (at < 0) at = left.findIndex((found) => like(found.text) === like(action.text));
      const found = at < 0 ? undefined : left.splice(at, 1)[0];
      const years = (text: string) => typed(text).replace(/\s*-\s*/gu, '-');
      const place = found === undefined ? null : found.page;
      const right = found !== undefined && folded(found.area) === folded(action.area) && years(found.years) === years(action.years);
      this.check('actions: area, years', action.text.slice(0, 50), `${action.area}, ${action.years}`, found === undefined ? '(nothing)' : `${found.area}, ${found.years}`, place, right);
      this.check('actions: text', action.text.slice(0, 50), withoutBullets(action.text), found === undefined ? '(nothing)' : withoutBullets(found.text), place);
    }
    for (const extra of left) this.check('actions: area, years', extra.text.slice(0, 50), '(nothing)', `${extra.area}, ${extra.years}`, extra.page);
  }
}

const percent = (part: number, whole: number): string => (whole === 0 ? '      -' : `${((100 * part) / whole).toFixed(1).padStart(6)}%`);

function printTable(checks: readonly Check[]): void {
  const years = [...new Set(checks.map((check) => check.year))].sort();
  console.log(`${'group'.padEnd(26)}${years.map((year) => String(year).padStart(9)).join('')}${'all'.padStart(9)}   right/asked`);
  const row = (name: string, own: readonly Check[]) => {
    const cell = (some: readonly Check[]) => percent(some.filter((check) => check.ok).length, some.length).padStart(9);
    console.log(`${name.padEnd(26)}${years.map((year) => cell(own.filter((check) => check.year === year))).join('')}${cell(own)}   ${own.filter((check) => check.ok).length}/${own.length}`);
  };
  for (const group of groups) {
    const own = checks.filter((check) => check.group === group);
    if (own.length > 0) row(group, own);
  }
  row('ALL CELLS', checks.filter((check) => cellGroups.has(check.group)));
}

export async function scoreIlab(only = ''): Promise<Check[]> {
  const truth = JSON.parse(readFileSync(sharedPath('corpus', 'ilab', 'truth.json'), 'utf8')) as { records: TruthRecord[] };
  const checks: Check[] = [];
  const recognitions: Recognition[] = [];
  for (const record of truth.records) {
    const name = `${record.iso3}-${record.report_year}.pdf`;
    if (!name.startsWith(only)) continue;
    const parsed = await pdfImporter.parse({ name, bytes: sharedBytes('corpus', 'ilab', name) });
    const recognised = ilabReportRecogniser.recognise({ name, parsed });
    const scoring = new Scoring(record, recognised.recognition);
    scoring.head();
    scoring.statistics();
    scoring.conventions();
    scoring.laws();
    scoring.calculatedAges();
    scoring.enforcement();
    scoring.mechanisms();
    scoring.precision();
    scoring.actions();
    for (const { group, field, expected, found, page } of listChecks(recognised.recognition, recognised.parsed.text)) scoring.check(group, field, expected, found, page);
    recognitions.push(recognised.recognition);
    checks.push(...scoring.checks);
  }
  for (const check of checks.filter((entry) => !entry.ok)) {
    console.log(`${check.group} · ${check.document} · page ${check.page ?? '-'} · ${check.field}\n    expected ${check.expected}\n    found    ${check.found}`);
  }
  console.log('');
  printTable(checks);
  console.log(listSummary(recognitions));
  return checks;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!sharedPresent) console.log('skipped: the real documents do not lie beside the project');
  else await scoreIlab(process.argv[2]);
}
