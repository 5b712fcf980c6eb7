// Scores how suggested actions are followed from year to year, against truth.json: an action that is printed as suggested before must be
// found in the edition before, and the one it is found as must carry the same first year. The first year is printed beside both, so
// the truth is not of our making; it is used by the ledger too, therefore the same is scored once more by words and area alone.
// Where the edition before prints no action of that first year in that area there is nothing to be found, and where the same words are
// printed with another first year the report has changed its own account: both are counted apart.

import { readFileSync } from 'node:fs';
import { type ActionEdition, actionLedger } from '../../shared/core/action-ledger.ts';
import { suggestedYears } from '../../shared/core/actions/years.ts';
import { sharedPath, sharedPresent } from '../support/shared.ts';

type Printed = { area: string; text: string; years: string; page: number };
type Record = { iso3: string; report_year: number; pdf?: { suggested_actions?: Printed[] } };

const verbose = process.argv.includes('--failures');

if (!sharedPresent) console.log('The real reports are not beside the project: nothing is scored.');
else {
  const { records } = JSON.parse(readFileSync(sharedPath('corpus', 'ilab', 'truth.json'), 'utf8')) as { records: Record[] };
  const byCountry = Map.groupBy(records, ({ iso3 }) => iso3);
  const whole = score(byCountry, true);
  score(byCountry, false);
  if (whole.share < 0.98) process.exitCode = 1;
}

function score(byCountry: ReadonlyMap<string, Record[]>, byYears: boolean): { share: number } {
  console.log(byYears ? '\nby words, area and years (as shown)' : '\nby words and area alone');
  console.log('country  continued   right  other  missed  same words, other year  no such action before');
  const sum = emptyTally();
  for (const [country, own] of byCountry) {
    const tally = scoreCountry(country, own, byYears);
    console.log(`${country}      ${columns(tally)}`);
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += tally[key];
  }
  const share = sum.right / (sum.right + sum.other + sum.missed);
  const linked = sum.right / (sum.right + sum.other);
  console.log(`all      ${columns(sum)}`);
  const withChanged = sum.right / (sum.right + sum.other + sum.missed + sum.changed);
  console.log(`right first year: ${percent(share)} of ${sum.right + sum.other + sum.missed} continued actions${byYears ? ' (goal 98 %)' : ''}; ${percent(withChanged)} when the ${sum.changed} whose printed year changed count as wrong; of the linked ones ${percent(linked)}`);
  return { share };
}

function scoreCountry(country: string, records: Record[], byYears: boolean) {
  const editions = records
    .toSorted((one, other) => one.report_year - other.report_year)
    .map((record): ActionEdition => ({ documentId: String(record.report_year), year: record.report_year, actions: (record.pdf?.suggested_actions ?? []).map(withYears) }));
  const { actions } = actionLedger(editions, { byYears });
  const rowOf = new Map(actions.flatMap((row) => row.entries.map((entry) => [`${entry.year} ${entry.area} ${entry.text} ${entry.years}`, row] as const)));
  const tally = emptyTally();
  editions.forEach(({ year, actions: printed }, at) => {
    const before = editions[at - 1];
    if (!before || before.year !== year - 1) return;
    for (const action of printed) {
      // Printed as suggested in the year before too.
      if (!suggestedYears(action.years).includes(before.year)) continue;
      tally.continued += 1;
      const row = rowOf.get(`${year} ${action.area} ${action.text} ${action.years}`);
      const entry = row?.entries.find((each) => each.year === before.year) ?? actions.find(({ id }) => id === row?.splitFrom)?.entries.find((each) => each.year === before.year);
      const possible = before.actions.some((other) => other.firstYear === action.firstYear && other.area === action.area);
      if (entry?.firstYear === action.firstYear) tally.right += 1;
      else if (entry && letters(entry.text) === letters(action.text)) tally.changed += 1;
      else if (!possible) tally.nothing += 1;
      else if (entry) tally.other += 1;
      else tally.missed += 1;
      if (verbose && entry?.firstYear !== action.firstYear) {
        console.log(`  ${country} ${year} ${entry ? 'OTHER' : possible ? 'NOT LINKED' : 'NONE BEFORE'}: ${action.area} ${action.years} | ${action.text}`);
        console.log(`    found: ${entry ? `${entry.years} | ${entry.text}` : 'none'}`);
        if (possible) for (const other of before.actions.filter((each) => each.firstYear === action.firstYear && each.area === action.area)) console.log(`    could be: ${other.years} | ${other.text}`);
      }
    }
  });
  return tally;
}

type Tally = { continued: number; right: number; other: number; missed: number; changed: number; nothing: number };

function emptyTally(): Tally {
  return { continued: 0, right: 0, other: 0, missed: 0, changed: 0, nothing: 0 };
}

function columns({ continued, right, other, missed, changed, nothing }: Tally): string {
  return [continued, right, other, missed, changed, nothing].map((n, at) => String(n).padStart([9, 7, 6, 7, 22, 22][at] ?? 0)).join(' ');
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** Two words that come and go without meaning ("age" 18, "the") are not enough to make it another action. */
function letters(text: string): string {
  return text.toLowerCase().replace(/\b(?:the|age|by|including)\b/g, '').replace(/[^\p{L}\p{N}]/gu, '');
}

function withYears({ area, text, years }: Printed) {
  const all = suggestedYears(years);
  return { area, text, years, firstYear: all[0] ?? null, lastYear: all.at(-1) ?? null, page: null, start: null, end: null };
}
