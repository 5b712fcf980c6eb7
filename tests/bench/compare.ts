// Times the comparison of real consecutive reports beside its peers in one run: git's word diff and jsdiff by sentences on the same
// texts. The peers neither know sections nor moves nor rewording; they mark the limit of what plain text comparison costs.
// Run: npm run bench -- compare

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diffSentences } from 'diff';
import { alignEditions, alignMany, type EditionText } from '../../shared/core/alignment.ts';
import { consecutivePairs, reportCountries, reportEdition, reportYears } from '../support/reports.ts';
import { sharedPresent } from '../support/shared.ts';

const rounds = 5;

if (!sharedPresent) console.log('Skipped: the real reports are not beside the project.');
else if (spawnSync('git', ['--version']).status !== 0) console.log('Skipped: git is not installed.');
else await run();

async function run(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'annals-bench-'));
  try {
    await pairsBesidePeers(folder);
    await manyEditions();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function pairsBesidePeers(folder: string): Promise<void> {
  const ours: number[] = [];
  const git: number[] = [];
  const jsdiff: number[] = [];
  console.log('pair               kB   ours   git --word-diff   jsdiff sentences   ours/git  (ms, median of rounds)');
  for (const { older, newer } of consecutivePairs()) {
    const before = withoutReferences(await reportEdition(older));
    const after = withoutReferences(await reportEdition(newer));
    const files = [before, after].map((edition) => join(folder, `${edition.key}.txt`));
    [before, after].forEach((edition, index) => writeFileSync(files[index] ?? '', edition.text));
    const times = { ours: [] as number[], git: [] as number[], jsdiff: [] as number[] };
    for (let round = 0; round < rounds; round++) {
      times.ours.push(elapsed(() => alignEditions(before, after)));
      times.git.push(elapsed(() => spawnSync('git', ['diff', '--no-index', '--word-diff', ...files], { maxBuffer: 1e8 })));
      // One round is enough for a peer that takes longest; it serves for scale only.
      if (round === 0) times.jsdiff.push(elapsed(() => diffSentences(before.text, after.text)));
    }
    const row = [median(times.ours), median(times.git), median(times.jsdiff)] as const;
    ours.push(row[0]);
    git.push(row[1]);
    jsdiff.push(row[2]);
    const size = ((before.text.length + after.text.length) / 2000).toFixed(0);
    console.log(`${older} ${newer} ${size.padStart(4)} ${ms(row[0])} ${ms(row[1]).padStart(17)} ${ms(row[2]).padStart(18)} ${(row[0] / row[1]).toFixed(2).padStart(10)}`);
  }
  console.log(`Median of ${ours.length} pairs: ours ${ms(median(ours))}, git ${ms(median(git))}, jsdiff ${ms(median(jsdiff))}; ours/git ${(median(ours) / median(git)).toFixed(2)} (goal at most 2), ours/jsdiff ${(median(ours) / median(jsdiff)).toFixed(2)}.`);
}

/** Nine editions of one country: the eight there are and the oldest again, as a country with one more year would have. */
async function manyEditions(): Promise<void> {
  for (const country of reportCountries) {
    const editions = await Promise.all(reportYears.map((year) => reportEdition(`${country}-${year}`)));
    const nine = [...editions.slice(0, 1), ...editions];
    const first = elapsed(() => alignMany(nine));
    const again = median(Array.from({ length: rounds }, () => elapsed(() => alignMany(nine))));
    console.log(`${country}: nine editions in ${ms(first)} the first time, ${ms(again)} after (ms; goal below 500), ${alignMany(nine).length} rows.`);
  }
}

/** The references are not compared; a peer that compared them would do more work than we do. */
function withoutReferences(edition: EditionText): EditionText {
  const references = edition.sections.find((section) => section.role === 'references');
  if (!references) return edition;
  const end = references.start;
  return { ...edition, text: edition.text.slice(0, end), blocks: edition.blocks.filter((block) => block.end <= end), sections: edition.sections.filter((section) => section.end <= end) };
}

function elapsed(work: () => unknown): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function ms(value: number): string {
  return value.toFixed(1).padStart(6);
}
