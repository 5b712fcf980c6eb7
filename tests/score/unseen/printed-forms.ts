// How the reports print a value: words, amounts, signs and citations, in the manner of each year. Chosen by a number drawn from a seed, so that every
// run prints the same.

import type { Observation } from '../../../shared/core/recognition.ts';

/** Numbers from 0 to below 1 that follow from a text (mulberry32 over an FNV hash). */
export function drawing(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export type Draw = () => number;
export const oneOf = <Item>(draw: Draw, items: readonly [Item, ...Item[]]): Item => items[Math.floor(draw() * items.length)] ?? items[0];

/** "(12)", "(3, 45)", "(3; 45)": the references of a cell. */
export function citation(draw: Draw, year: number): string {
  const numbers = Array.from({ length: 1 + Math.floor(draw() * 4) }, () => String(1 + Math.floor(draw() * 160)));
  if (draw() < 0.15) numbers.push(`${2 + Math.floor(draw() * 20)}-${30 + Math.floor(draw() * 20)}`);
  return `(${numbers.join(year === 2017 ? '; ' : oneOf(draw, [', ', ',']))})`;
}

const grouped = (value: number): string => value.toLocaleString('en-US', { maximumFractionDigits: 2 });
const currencies = ['KZT', 'CFA francs', 'Rs.', 'BAM'] as const;

function amount(draw: Draw, value: number): string {
  const millions = value / 1e6;
  const short = value >= 1e6 && Math.round(millions * 100) / 100 === millions;
  const printed = short && draw() < 0.7 ? `$${millions} million` : `$${grouped(value)}`;
  return draw() < 0.2 ? `${printed} (${grouped(Math.round(value * 3.7))} ${oneOf(draw, currencies)})` : printed;
}

const words = { unknown: 'Unknown', not_applicable: 'N/A', unavailable: 'Unavailable', not_printed: '' } as const;

/** What a cell of laws and enforcement prints for an observation of the official data; '' for a cell left blank. */
export function printedValue(draw: Draw, { status, value, unit, mark }: Observation): string {
  const own = status !== 'value' ? words[status] : typeof value === 'boolean' ? (value ? 'Yes' : 'No') : unit === 'USD' && typeof value === 'number' ? amount(draw, value) : typeof value === 'number' ? grouped(value) : String(value);
  return `${own}${(mark ?? '').replace('+', '')}`;
}

/** What is expected to be read, in one form. */
export function asked({ status, value }: Pick<Observation, 'status' | 'value'>): string {
  return status === 'value' ? String(value) : status;
}
