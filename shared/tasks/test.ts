// `npm test`: types, lint, then all tests; its last line counts them. `npm test -- unit` runs one part, and a path its tests.

import { startVitest } from 'vitest/node';
import { obtainChromium } from './chromium.ts';
import { buildIfStale } from './stale.ts';
import { type Counts, countResults } from './test-results.ts';
import { inTree } from './tree.ts';
import { runChecks } from './types-and-lint.ts';

const checks = ['types', 'lint'] as const;
const projects = ['architecture', 'unit', 'integration', 'browser'] as const;

const wanted = process.argv.slice(2);
const paths = wanted.filter((word) => !isOneOf(checks, word) && !isOneOf(projects, word));
const everything = wanted.length === 0;
const wantedChecks = checks.filter((name) => everything || wanted.includes(name));
const namedProjects = projects.filter((name) => wanted.includes(name));
// A path alone is looked for in all projects.
const wantedProjects = everything || (namedProjects.length === 0 && paths.length > 0) ? [...projects] : namedProjects;

const counts: Counts = { passed: 0, failed: 0, skipped: [] };
let found = 0;
for (const { passed } of runChecks(wantedChecks)) counts[passed ? 'passed' : 'failed'] += 1;
if (wantedProjects.length > 0) await runTests();
report();

async function runTests(): Promise<void> {
  if (wantedProjects.some((name) => name === 'integration' || name === 'browser')) await buildForTests();
  const browserTestsRun = wantedProjects.includes('browser') && (await prepareBrowser());
  const running = wantedProjects.filter((name) => name !== 'browser' || browserTestsRun);
  if (running.length > 0) await runVitest(running);
  if (found === 0) {
    console.error('No test was found.');
    counts.failed += 1;
  }
}

/** The tests of the hosts and of the screen run what is built. */
async function buildForTests(): Promise<void> {
  try {
    await buildIfStale();
    process.env['ANNALS_BUILT'] = '1';
  } catch (error) {
    console.error('The build failed.', error);
    counts.failed += 1;
  }
}

/** Without a browser its tests are collected but not run, so that each is counted and named. */
async function prepareBrowser(): Promise<boolean> {
  const chromium = await obtainChromium();
  if ('path' in chromium) {
    process.env['CHROMIUM'] = chromium.path;
    return true;
  }
  console.log(`\nThe browser tests are skipped. ${chromium.why}`);
  await runVitest(['browser'], chromium.why);
  return false;
}

/** Vitest takes what it is told by options; a reason skips all tests for it. */
async function runVitest(names: readonly string[], skipReason: string | null = null): Promise<void> {
  const vitest = await startVitest(paths, {
    root: inTree(),
    config: inTree('tests', 'vitest.config.ts'),
    project: [...names],
    watch: false,
    allowOnly: false,
    passWithNoTests: true,
    ...(skipReason !== null && { testNamePattern: '(?!)' }),
  });
  const { passed, failed, skipped } = countResults(vitest);
  found += passed + failed + skipped.length;
  counts.passed += passed;
  counts.failed += failed;
  counts.skipped.push(...skipped.map(({ test, reason }) => ({ test, reason: skipReason ?? reason })));
  await vitest.close();
  // Vitest sets it for failures, which are counted here.
  process.exitCode = 0;
}

function report(): void {
  const { passed, failed, skipped } = counts;
  if (skipped.length > 0) console.log('\nSkipped:');
  for (const { test, reason } of skipped) console.log(`- ${test}: ${reason ?? 'NO REASON GIVEN'}`);
  const unexplained = skipped.filter(({ reason }) => reason === null).length;
  if (unexplained > 0) console.log(`\n${unexplained} skipped without a reason: give it by context.skip('reason') or in the name as “(needs …)”.`);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  process.exitCode = failed > 0 || unexplained > 0 ? 1 : 0;
}

function isOneOf(names: readonly string[], word: string): boolean {
  return names.includes(word);
}
