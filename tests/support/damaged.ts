// What must hold for every importer whatever a file is like: a sound document or a UserError, in time, and no word lost.

import type { ParsedDocument } from '../../shared/core/document.ts';
import type { Importer } from '../../shared/core/format.ts';
import { UserError } from '../../shared/core/user-error.ts';
import { unsoundness } from './parsed-document.ts';

/** Reads cut, changed and doubled copies of a file; answers what went wrong with them. The same each time. */
export async function troubleWithDamage(importer: Importer, name: string, bytes: Uint8Array, copies = 60): Promise<string[]> {
  const problems: string[] = [];
  let seed = 12_345;
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let copy = 0; copy < copies; copy++) {
    let damaged = bytes.slice();
    if (copy % 3 === 0) damaged = damaged.slice(0, random(bytes.length));
    else if (copy % 3 === 1) for (let i = 0; i < 1 + (copy % 7); i++) damaged[random(bytes.length)] = random(256);
    else {
      const from = random(bytes.length);
      damaged = new Uint8Array([...bytes.subarray(0, random(bytes.length)), ...bytes.subarray(from, from + random(200)), ...bytes.subarray(random(bytes.length))]);
    }
    const before = performance.now();
    try {
      problems.push(...unsoundness(await importer.parse({ name, bytes: damaged })).map((problem) => `copy ${copy}: ${problem}`));
    } catch (error) {
      if (!(error instanceof UserError)) problems.push(`copy ${copy}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      else if (!/^[A-Z“][\s\S]*\.$/.test(error.message)) problems.push(`copy ${copy}: no sentence: ${error.message}`);
    }
    if (performance.now() - before > 10_000) problems.push(`copy ${copy} took ${Math.round(performance.now() - before)} ms`);
  }
  return problems;
}

/** The words that are in no passage, label, left-out text or name of a held file. */
export function lostWords({ text, blocks, leftOut, files = [] }: ParsedDocument, words: readonly string[]): string[] {
  const kept = [text, ...blocks.map(({ label }) => label ?? ''), ...leftOut.map((left) => left.text), ...files.map(({ name }) => name)].join('\n');
  return words.filter((word) => !kept.includes(word));
}

export async function refusalOf(importer: Importer, name: string, bytes: Uint8Array): Promise<UserError> {
  try {
    await importer.parse({ name, bytes });
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error(`${name} was read`);
}
