// What the readers of codebooks share: an entry by its name, and the account of what could not be taken over.

import type { CodebookEntry } from '../../../core/codebook.ts';

/** More tags than any person could use. */
export const mostTags = 20_000;
const longestName = 500;

/** The name on one line, at most 500 characters; an entry without one gets one. */
export function entryNamed(written: string, losses: Losses): CodebookEntry {
  let name = written.replace(/\s+/gu, ' ').trim();
  if (name === '') {
    name = 'Without a name';
    losses.add('no name');
  }
  if (name.length > longestName) {
    name = name.slice(0, longestName).toWellFormed().trim();
    losses.add(`a name of more than ${longestName} characters, which is cut`);
  }
  return { name, colour: null, definition: '', whenToUse: '', whenNot: '', example: '', aliases: [], shortcut: null, isCodable: true, isExclusive: false, isArchived: false, children: [] };
}

/** Counts like losses together, so that the account stays one to read. */
export class Losses {
  readonly #counts = new Map<string, number>();
  readonly #said: string[] = [];

  /** "3 tags have {what}". */
  add(what: string): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + 1);
  }

  say(sentence: string): void {
    this.#said.push(sentence);
  }

  sentences(): string[] {
    return [...this.#said, ...[...this.#counts].map(([what, count]) => `${count === 1 ? '1 tag has' : `${count.toLocaleString('en')} tags have`} ${what}.`)];
  }
}
