// Times placing 1,000 annotations again over 500 pages: a text as long as that, of real reports when they are beside the project, after it was
// rewritten and misread. Beside it approx-string-match does what Hypothesis does with it, a full scan for each quote that is not there
// letter by letter; and the limit, reading both texts once. Goal: under 3 s of CPU time. Run: npm run bench -- anchoring

import search from 'approx-string-match';
import { placeAnchors } from '../../shared/core/anchoring.ts';
import { anchorOf, trimRange } from '../../shared/core/annotation.ts';
import { after, misread, rewritten, sentencesOf } from '../support/edited-text.ts';
import { reportCountries, reportEdition, reportYears } from '../support/reports.ts';
import { sharedPresent } from '../support/shared.ts';
import { randomFrom, syntheticEdit } from '../support/synthetic-editions.ts';

const annotations = 1000;
/** About 2,400 characters a page in the real reports. */
const characters = 1_200_000;

const next = randomFrom(42);
const text = await longText();
const cases: Record<string, string> = {
  'unchanged but for one sentence': `${text.slice(0, 5000)} A sentence more. ${text.slice(5000)}`,
  'rewritten: a fifth of the sentences': rewritten(text, text, { deleted: 0.07, reworded: 0.07, inserted: 0.07, moved: 0.03, doubled: 0 }, next).text,
  'misread: 2 % of letters': misread(text, 0.02, next).text,
  'rewritten and misread': ((first) => after(first, misread(first.text, 0.02, next)))(rewritten(text, text, { deleted: 0.07, reworded: 0.07, inserted: 0.07, moved: 0.03, doubled: 0 }, next)).text,
  'another text altogether': [...text].toReversed().join(''),
};
const anchors = anchorsIn(text);
console.log(`${anchors.length} annotations, ${Math.round(text.length / 2400)} pages, ${text.length.toLocaleString('en')} characters`);
console.log('                                        placed (ms)   full scans (ms)   ratio   limit (ms)   exact moved doubtful lost');
for (const [name, newer] of Object.entries(cases)) {
  const own = timed(() => placeAnchors({ text }, { text: newer }, anchors));
  const counts = ['exact', 'moved', 'doubtful', 'lost'].map((state) => own.value.placements.filter((each) => each.state === state).length);
  const scans = fullScans(newer);
  const limit = timed(() => letterSum(text) + letterSum(newer));
  console.log(`${name.padEnd(40)} ${own.time.toFixed(0).padStart(9)} ${scans.toFixed(0).padStart(17)} ${(own.time / scans).toFixed(4).padStart(8)} ${limit.time.toFixed(1).padStart(10)}      ${counts.join(' ')}`);
}

/** Every tenth quote is scanned for, and the time taken times ten: the whole would take minutes. */
function fullScans(newer: string): number {
  const some = anchors.filter((_, index) => index % 10 === 0);
  const { time } = timed(() => {
    for (const { quote } of some) if (!newer.includes(quote)) search(newer, quote, Math.min(256, quote.length / 2));
  });
  return (time * anchors.length) / some.length;
}

function letterSum(each: string): number {
  let sum = 0;
  for (let at = 0; at < each.length; at++) sum += each.charCodeAt(at);
  return sum;
}

function anchorsIn(whole: string) {
  const sentences = sentencesOf(whole);
  return Array.from({ length: annotations }, (_, index) => {
    const at = Math.floor(next() * (sentences.length - 2));
    const range = trimRange(whole, { start: sentences[at]?.start ?? 0, end: sentences[at + (index % 2)]?.end ?? 1 }) ?? { start: 0, end: 1 };
    return { id: String(index), ...range, ...anchorOf(whole, range) };
  });
}

async function longText(): Promise<string> {
  let whole = '';
  if (sharedPresent) for (const country of reportCountries) for (const year of reportYears) if (whole.length < characters) whole += `${(await reportEdition(`${country}-${year}`)).text}\n`;
  for (let seed = 1; whole.length < characters; seed++) whole += `${syntheticEdit(seed).older.text}\n`;
  return whole.slice(0, characters);
}

/** CPU time of this process in ms: what else the machine does must not count. */
function timed<Value>(work: () => Value): { value: Value; time: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, time: (user + system) / 1000 };
}
