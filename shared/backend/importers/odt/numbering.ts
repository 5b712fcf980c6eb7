// Counts the numbers of lists and headings as a word processor prints them (OpenDocument 1.3, 16.30 and 19.852).

import { romanNumber } from '../roman-number.ts';
import type { ListLevel } from './styles.ts';

/** The counts of one list or of the headings, by level from 1. */
export class Counter {
  private readonly counts: number[] = [];

  /** The printed number of the next item of that level; '' when the level has bullets or nothing. `start` begins anew. */
  next(level: number, levels: ReadonlyMap<number, ListLevel>, start: number | null): string {
    const own = levels.get(level);
    for (let at = 1; at < level; at++) this.counts[at] ??= levels.get(at)?.start ?? 1;
    this.counts[level] = start ?? (this.counts[level] === undefined ? (own?.start ?? 1) : (this.counts[level] ?? 0) + 1);
    this.counts.length = level + 1;
    if (!own || own.format === '') return '';
    const shown: string[] = [];
    for (let at = Math.max(1, level - own.shownLevels + 1); at <= level; at++) {
      const format = levels.get(at)?.format ?? '';
      if (format !== '' || at === level) shown.push(formatted(this.counts[at] ?? 1, format));
    }
    return `${own.prefix}${shown.join('.')}${own.suffix}`.trim().replace(/(\w)\.$/, '$1');
  }
}

function formatted(number: number, format: string): string {
  if (format === 'i') return romanNumber(number).toLowerCase();
  if (format === 'I') return romanNumber(number);
  if (format !== 'a' && format !== 'A') return String(number);
  let letters = '';
  for (let rest = Math.max(1, number); rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  return format === 'A' ? letters.toUpperCase() : letters;
}
