// The words for steps of the journal.

import type { HistoryEntry } from '../../../shared/core/project.ts';

export const stateWords: Readonly<Record<HistoryEntry['state'], string>> = { done: 'Done', undone: 'Undone', abandoned: 'Undone for good' };

export const stateReasons: Readonly<Record<HistoryEntry['state'], string>> = {
  done: 'It is in the project.',
  undone: 'It was taken back and can be done again.',
  abandoned: 'It was taken back, and other work was done since.',
};

export function steps(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'step' : 'steps'}`;
}

/** Which kinds of things it touched, so that the filter finds them. */
export function tableWords({ tables }: Pick<HistoryEntry, 'tables'>): string {
  return tables.map((table) => (table === 'annotation' ? 'highlight' : table.replaceAll('_', ' '))).join(', ');
}
