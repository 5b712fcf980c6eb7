// Names and signs of what happened to a row, and of the columns.

import type { Nature } from '../../../shared/core/alignment.ts';
import type { Comparison, ComparisonClass, ComparisonColumn, ComparisonRow } from '../../../shared/core/comparison.ts';

/** What a change does, where rules can name it. */
export const natureNames: Readonly<Record<Nature, string>> = { weakened: 'weakened', strengthened: 'strengthened', status: 'stage, such as adopted', value: 'values only', removed: 'a part left out', added: 'a part added', cosmetic: 'wording only' };

/** The one that matters most, when several steps of a row differ. */
const weight: Readonly<Record<ComparisonClass, number>> = { 'moved-reworded': 8, reworded: 7, split: 6, joined: 5, new: 4, gone: 4, moved: 3, present: 1, same: 0 };

export function mainClass(row: ComparisonRow): ComparisonClass {
  return row.steps.reduce<ComparisonClass>((best, step) => (step && weight[step.class] >= weight[best] ? step.class : best), 'same');
}

/** "2021", or the title of a document without a year; two of one year are told apart by kind or identifier. */
export function columnName(column: ComparisonColumn, columns: Comparison['columns']): string {
  const isTwin = columns.filter((other) => other.year === column.year).length > 1;
  if (column.year === null) return column.identifier ?? column.title;
  if (column.kind === 'cable') return `${column.year} cable`;
  return isTwin && columns.some((other) => other !== column && other.year === column.year && other.kind !== 'cable') ? `${column.year} ${column.title}` : String(column.year);
}

/** Plain words about a row for those who listen, such as "reworded from 2020 to 2021". */
export function rowSentence(row: ComparisonRow, comparison: Comparison, nameOf: (what: ComparisonClass) => string): string {
  return row.steps
    .flatMap((step, index) => {
      const column = comparison.columns[index + 1];
      return step && column && step.class !== 'same' ? [`${nameOf(step.class)} in ${columnName(column, comparison.columns)}`] : [];
    })
    .join(', ');
}
