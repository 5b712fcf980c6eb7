// Scores the cable rules over the collected cases and prints, by kind, how many of the plain and of the hard ones are right, with both
// values of each that is not. Run: node tests/score/cables.ts

import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { recogniseCableFragment } from '../../shared/backend/recognisers/cable.ts';
import type { FragmentHints } from '../../shared/backend/recognisers/cable/fragment.ts';
import { sharedPath, sharedPresent } from '../support/shared.ts';

export type CableCase = { id: string; kind: string; input: string; expected: unknown; also_acceptable?: unknown; hard: boolean } & FragmentHints;
export type CaseResult = { one: CableCase; found: unknown; right: boolean };

/** Reads every case with the recogniser. */
export function scoreCables(cases: readonly CableCase[]): CaseResult[] {
  return cases.map((one) => {
    const found = recogniseCableFragment(one.kind, one.input, one);
    const right = isDeepStrictEqual(found, one.expected) || (one.also_acceptable !== undefined && isDeepStrictEqual(found, one.also_acceptable));
    return { one, found, right };
  });
}

export function cableCases(): CableCase[] {
  return JSON.parse(readFileSync(sharedPath('corpus', 'cables', 'cases.json'), 'utf8')) as CableCase[];
}

function line(name: string, results: readonly CaseResult[]): string {
  const share = (part: readonly CaseResult[]): string => (part.length === 0 ? '-' : `${part.filter((result) => result.right).length}/${part.length}`);
  const plain = share(results.filter((result) => !result.one.hard));
  const hard = share(results.filter((result) => result.one.hard));
  return `${name.padEnd(20)}${plain.padStart(10)}${hard.padStart(10)}`;
}

function print(): void {
  if (!sharedPresent) {
    console.log('No cases: the folder of real documents does not lie beside the project.');
    return;
  }
  const results = scoreCables(cableCases());
  console.log(`${'kind'.padEnd(20)}${'plain'.padStart(10)}${'hard'.padStart(10)}`);
  for (const kind of new Set(results.map((result) => result.one.kind)))
    console.log(
      line(
        kind,
        results.filter((result) => result.one.kind === kind),
      ),
    );
  console.log(line('all', results));
  for (const { one, found } of results.filter((result) => !result.right)) {
    console.log(
      `\n${one.id} ${one.kind}${one.hard ? ' (hard)' : ''}\n  input    ${JSON.stringify(one.input)}\n  expected ${JSON.stringify(one.expected)}\n  found    ${JSON.stringify(found)}`,
    );
  }
}

if (import.meta.main) print();
