// Scores the reading of reports of countries that are not in the corpus: the official values of every country and year are printed into a real report of
// that year, and read back. Prints failures by group. Run by `node tests/score/unseen.ts [ISO3[-year]] [--all]`; --all prints each country into every
// report of the year. The real documents must lie beside the project.

import { readdirSync } from 'node:fs';
import type { Recognised } from '../../shared/core/format.ts';
import { sharedPath, sharedPresent } from '../support/shared.ts';
import { type Donor, readChanged, readDonor } from './unseen/donor.ts';
import { exchanged, type Expected } from './unseen/exchange.ts';
import { type OfficialCountry, officialCountries } from './unseen/official-values.ts';
import { asked, drawing } from './unseen/printed-forms.ts';

type Check = { group: string; year: number; ok: boolean; document: string; field: string; expected: string; found: string };

const typed = (text: string): string => text.normalize('NFKC').replace(/[’‘]/gu, "'").replace(/[“”]/gu, '"').replace(/[‐‑–—]/gu, '-').replace(/\s+/gu, ' ').trim();
const folded = (text: string): string => typed(text).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const groupOf = (indicator: string, isBefore: boolean): string =>
  indicator.startsWith('enforcement.') ? (isBefore ? 'enforcement: year before' : 'enforcement: report year') : indicator.startsWith('legal') ? (indicator.endsWith('meets') ? 'laws: met' : 'laws: age') : (indicator.split('.')[0] ?? '');

function checksOf(document: string, year: number, expected: Expected, { parsed, recognition }: Recognised): Check[] {
  const checks: Check[] = [];
  const check = (group: string, field: string, wanted: string, found: string, ok = wanted === found): void => {
    checks.push({ group, year, ok, document, field, expected: wanted, found });
  };
  check('country, year', 'country', expected.iso3, recognition.country?.iso3 ?? '(nothing)');
  check('country, year', 'year', String(year), String(recognition.year));
  check('level', 'level', expected.level, recognition.level?.level ?? '(nothing)');
  check('level', 'qualifier', folded(expected.qualifier ?? ''), folded(recognition.level?.qualifier ?? ''));
  const found = new Map(recognition.observations.filter(({ territory }) => territory === null).map((one) => [`${one.indicator} ${one.year}`, asked(one)]));
  for (const own of new Set([...expected.values.keys(), ...found.keys()])) {
    const [indicator = '', of = ''] = own.split(' ');
    const wanted = expected.values.get(own) ?? 'absent';
    const read = found.get(own) ?? 'absent';
    if (/mechanisms|inspectors_meet/u.test(indicator) || wanted === 'either') continue;
    const isBlank = (said: string): boolean => said === 'absent' || said === 'not_printed';
    check(groupOf(indicator, Number(of) !== year), own, wanted, read, wanted === read || (isBlank(wanted) && isBlank(read)));
  }
  for (const [own, wanted] of expected.territories) {
    const one = recognition.observations.find(({ indicator, year: of, territory }) => `${indicator} ${of} ${territory}` === own);
    check('by territory', own, wanted, one === undefined ? 'absent' : asked(one));
  }
  if (expected.territories.size > 0) {
    for (const one of recognition.observations) {
      const own = `${one.indicator} ${one.year} ${one.territory}`;
      if (one.territory !== null && one.status !== 'not_printed' && !expected.territories.has(own) && !one.indicator.endsWith('calculated_age')) check('by territory', own, 'absent', asked(one));
    }
  }
  const left = [...recognition.actions];
  for (const action of expected.actions) {
    const at = Math.max(left.findIndex(({ text }) => folded(text) === folded(action.text)), left.findIndex(({ text }) => folded(text).slice(0, 60) === folded(action.text).slice(0, 60)));
    const read = at < 0 ? undefined : left.splice(at, 1)[0];
    const years = (text: string): string => typed(text).replace(/\s*-\s*/gu, '-');
    check('actions: area, years', action.text.slice(0, 50), `${folded(action.area)}, ${years(action.years)}`, read === undefined ? '(nothing)' : `${folded(read.area)}, ${years(read.years)}`);
    check('actions: text', action.text.slice(0, 50), typed(action.text), read === undefined ? '(nothing)' : typed(read.text));
  }
  for (const extra of left) check('actions: area, years', extra.text.slice(0, 50), '(nothing)', `${extra.area}, ${extra.years}`);
  if (expected.description !== '') {
    const section = recognition.sections.find(({ role }) => role === 'assessment');
    const text = section === undefined ? '' : folded(parsed.text.slice(section.start, section.end));
    check('assessment', 'text', folded(expected.description), text);
  }
  return checks;
}

function printTable(checks: readonly Check[]): void {
  const years = [...new Set(checks.map(({ year }) => year))].toSorted((a, b) => a - b);
  const share = (some: readonly Check[]): string => (some.length === 0 ? '-' : `${((100 * some.filter(({ ok }) => ok).length) / some.length).toFixed(2)}%`).padStart(9);
  console.log(`${'group'.padEnd(26)}${years.map((year) => String(year).padStart(9)).join('')}${'all'.padStart(9)}   right/asked`);
  for (const group of [...new Set(checks.map((one) => one.group)), 'ALL']) {
    const own = group === 'ALL' ? checks : checks.filter((one) => one.group === group);
    console.log(`${group.padEnd(26)}${years.map((year) => share(own.filter((one) => one.year === year))).join('')}${share(own)}   ${own.filter(({ ok }) => ok).length}/${own.length}`);
  }
}

export async function scoreUnseen(only = '', everyReport = false): Promise<Check[]> {
  const names = readdirSync(sharedPath('corpus', 'ilab')).filter((file) => /^[A-Z]{3}-\d{4}\.pdf$/u.test(file)).toSorted();
  const checks: Check[] = [];
  let before: OfficialCountry[] = [];
  for (const year of [...new Set(names.map((name) => Number(name.slice(4, 8))))].toSorted((a, b) => a - b)) {
    const targets = await officialCountries(year);
    const donors: Donor[] = [];
    for (const name of names.filter((file) => file.includes(String(year)))) donors.push(await readDonor(name));
    for (const target of targets) {
      if (!`${target.iso3}-${year}`.startsWith(only)) continue;
      const draw = drawing(`${target.iso3} ${year}`);
      const chosen = everyReport ? donors : donors.slice(Math.floor(draw() * donors.length)).slice(0, 1);
      for (const donor of chosen) {
        const { contents, expected } = exchanged(donor, target, before.find(({ iso3 }) => iso3 === target.iso3) ?? null, draw);
        const read = await readChanged(donor, contents, 'report.pdf');
        checks.push(...checksOf(`${target.iso3} printed into ${donor.name.slice(0, 8)}`, year, expected, read));
      }
    }
    before = targets;
  }
  for (const { group, document, field, expected, found } of checks.filter(({ ok }) => !ok)) console.log(`${group} · ${document} · ${field}\n    expected ${expected.slice(0, 300)}\n    found    ${found.slice(0, 300)}`);
  console.log('');
  printTable(checks);
  return checks;
}

if (import.meta.main) {
  if (!sharedPresent) console.log('skipped: the real documents do not lie beside the project');
  else await scoreUnseen(process.argv.slice(2).find((word) => !word.startsWith('--')), process.argv.includes('--all'));
}
