// Scores the recognition of scanned pages: share of characters read right, and whether the wrong words are those that are marked as
// doubtful. On scans made of our own pages, and of real reports when they are beside the project; the text they were made of is the truth.

import { readFileSync } from 'node:fs';
import { readPdf } from '../../shared/backend/importers/pdf.ts';
import { readScannedPdf } from '../../shared/backend/importers/scan/reading.ts';
import { recognisePage } from '../../shared/backend/importers/scan/recognise.ts';
import { doubtfulBelow } from '../../shared/core/ocr.ts';
import { PageSheet, pdfOf } from '../backend/importers/pdf-writing.ts';
import { scanned, type ScanOptions } from '../support/scans.ts';
import { sharedPath, sharedPresent } from '../support/shared.ts';

const conditions: [string, ScanOptions][] = [
  ['clean, 300 dpi', {}],
  ['leaning 1.3°, specks', { skew: 1.3, noise: 0.004 }],
  ['leaning -2.5°, 150 dpi', { skew: -2.5, dpi: 150 }],
  ['faint copy', { contrast: 0.35, noise: 0.002 }],
  ['on its side', { turn: 1, skew: 0.6 }],
];
const verbose = process.argv.includes('--failures');

type Source = { name: string; bytes: Uint8Array; page: number };

const prose = [
  'The ministry did not publish its inspection figures for the second year in a row. Inspectors visited 1,214 farms',
  'in the north and 389 in the south; they found 62 children at work, of whom 17 were younger than twelve years.',
  'Visits without notice were suspended from June to September, when most of the cotton is picked (Decree 944).',
  'Fines of up to 2,500 tenge were set in 31 cases, and 4 cases went to court. The budget fell to $1.3 million.',
];

function ownPages(): Source[] {
  const report = new PageSheet().text(72, 90, 'Harvest inspections, 2021', 18, 'bold');
  let y = 130;
  for (let paragraph = 0; paragraph < 4; paragraph += 1, y += 76) report.lines(72, y, prose.map((_, line) => prose[(line + paragraph) % 4] ?? ''), 9.5, 'regular', 13);
  report.table([72, 250, 360, 470], y + 10, ['Measure', '2020', '2021'], [['Inspectors', '41', '38'], ['Visits to farms', '1,610', '1,214'], ['Children found', '75', '62'], ['Cases in court', '11', '4']], 10);
  const columns = new PageSheet().text(72, 80, 'PROVINCES', 13, 'bold');
  for (const x of [72, 324]) for (let block = 0; block < 5; block += 1) columns.lines(x, 110 + block * 110, prose.flatMap((line) => [line.slice(0, 42), line.slice(42, 84)]).map((line) => line.trim()), 9, 'regular', 12);
  const bytes = pdfOf([report, columns]);
  return [{ name: 'own report', bytes, page: 1 }, { name: 'own columns', bytes, page: 2 }];
}

function realPages(): Source[] {
  if (!sharedPresent) {
    console.log('The real reports are not beside the project: only our own pages are scored.');
    return [];
  }
  return ['KAZ-2020', 'GHA-2016'].map((name) => ({ name: `${name} p. 2`, bytes: new Uint8Array(readFileSync(sharedPath('corpus', 'ilab', `${name}.pdf`))), page: 2 }));
}

/** White space apart, and with one form of the quotes and dashes, which differ by taste. */
const folded = (text: string): string => text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/[–—]/g, '-').replace(/\s+/g, '');

/** Characters read right, by words in any order: columns and tables may be read in another order, which the layout's score tells. */
function accuracy(truth: readonly string[], read: readonly string[]): { right: number; total: number; wrong: Set<string> } {
  const left = new Map<string, number>();
  for (const word of read) left.set(word, (left.get(word) ?? 0) + 1);
  const missing: string[] = [];
  let right = 0;
  let total = 0;
  for (const word of truth) {
    total += word.length;
    const count = left.get(word) ?? 0;
    if (count > 0) {
      right += word.length;
      left.set(word, count - 1);
    } else missing.push(word);
  }
  const wrong = new Set([...left].flatMap(([word, count]) => (count > 0 ? [word] : [])));
  // A word with one letter wrong has the others right.
  const rest = [...left].flatMap(([word, count]) => Array.from({ length: count }, () => word));
  for (const word of missing) {
    let best = { at: -1, distance: word.length };
    rest.forEach((candidate, at) => {
      if (Math.abs(candidate.length - word.length) >= best.distance) return;
      const distance = editDistance(word, candidate);
      if (distance < best.distance) best = { at, distance };
    });
    if (best.at >= 0) rest.splice(best.at, 1);
    right += word.length - best.distance;
  }
  return { right, total, wrong };
}

function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at];
    for (let to = 1; to <= other.length; to += 1) next[to] = Math.min((next[to - 1] ?? 0) + 1, (row[to] ?? 0) + 1, (row[to - 1] ?? 0) + (one[at - 1] === other[to - 1] ? 0 : 1));
    row = next;
  }
  return row[other.length] ?? 0;
}

const words = (text: string): string[] => text.split(/\s+/).map(folded).filter((word) => /[\p{L}\p{N}]/u.test(word));

console.log('page            condition                 characters right   sure   wrong words  of them marked  marked in all  seconds');
const sums = new Map<string, { right: number; total: number }>();
for (const source of [...ownPages(), ...realPages()]) {
  const printed = await readPdf({ name: 'truth.pdf', bytes: source.bytes });
  const truthPage = printed.pages[source.page - 1];
  const outside = printed.leftOut.filter(({ page }) => page === source.page).map(({ text }) => text);
  const truth = words(`${printed.text.slice(truthPage?.start, truthPage?.end)} ${outside.join(' ')}`);
  for (const [condition, options] of source.name.startsWith('own') ? conditions : conditions.slice(0, 2)) {
    const bytes = scanned(source.bytes, [source.page], options);
    const begun = performance.now();
    const recognised = await recognisePage({ bytes, page: 1, languages: ['eng'], folders: [] });
    const seconds = (performance.now() - begun) / 1000;
    const parsed = await readScannedPdf({ name: 'scan.pdf', bytes }, [recognised]);
    const { right, total, wrong } = accuracy(truth, words(`${parsed.text} ${parsed.leftOut.map(({ text }) => text).join(' ')}`));
    const confidences = parsed.pages[0]?.confidences ?? [];
    const wordAt = ({ start, end }: { start: number; end: number }) => folded(parsed.text.slice(start, end));
    const marked = confidences.filter(({ confidence }) => confidence < doubtfulBelow);
    const wrongWords = confidences.filter((word) => wrong.has(wordAt(word)));
    const caught = wrongWords.filter(({ confidence }) => confidence < doubtfulBelow);
    console.log(
      `${source.name.padEnd(15)} ${condition.padEnd(25)} ${((100 * right) / total).toFixed(2).padStart(9)} %       ${String(recognised.confidence ?? 0).padStart(5)}  ${String(wrongWords.length).padStart(6)}       ${String(caught.length).padStart(6)}          ${String(marked.length).padStart(5)} of ${String(confidences.length).padEnd(5)} ${seconds.toFixed(1)}`,
    );
    if (verbose && wrong.size > 0) console.log(`  read otherwise: ${[...wrong].slice(0, 40).join(' ')}`);
    const sum = sums.get(condition) ?? { right: 0, total: 0 };
    sums.set(condition, { right: sum.right + right, total: sum.total + total });
  }
}
for (const [condition, { right, total }] of sums) console.log(`all             ${condition.padEnd(25)} ${((100 * right) / total).toFixed(2).padStart(9)} %`);
