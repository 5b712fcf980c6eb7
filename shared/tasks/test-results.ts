// Counts what vitest ran, and finds for each skipped test the reason that it was given.

import type { TestCase, Vitest } from 'vitest/node';

export type Counts = { passed: number; failed: number; skipped: { test: string; reason: string | null }[] };

/** A file that cannot be loaded, a failed hook and a stray error count as one failure each. */
export function countResults(vitest: Vitest): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: [] };
  for (const module of vitest.state.getTestModules()) {
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') counts.passed += 1;
      else if (state === 'skipped') counts.skipped.push({ test: `${module.relativeModuleId}: ${test.fullName}`, reason: reasonOf(test) });
      else counts.failed += 1;
    }
    const broken = [module, ...module.children.allSuites()].filter((suite) => suite.errors().length > 0);
    counts.failed += broken.length;
  }
  counts.failed += vitest.state.getUnhandledErrors().length;
  return counts;
}

/** From `context.skip('reason')`, or from the name: "… (needs ../shared)". */
function reasonOf(test: TestCase): string | null {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return note ?? /\(((?:needs|only|not)\s[^()]*)\)/.exec(test.fullName)?.[1] ?? null;
}
