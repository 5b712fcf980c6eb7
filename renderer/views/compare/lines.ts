// From the rows of a comparison to the lines on the screen: heads of sections, rows, and folds of what did not change.

import type { Nature } from '../../../shared/core/alignment.ts';
import type { Comparison, ComparisonClass, ComparisonRow } from '../../../shared/core/comparison.ts';

export type Line =
  | { kind: 'section'; key: string; title: string; changes: number; rows: number; isFolded: boolean }
  | { kind: 'fold'; key: string; count: number }
  | { kind: 'row'; key: string; row: ComparisonRow; index: number; isChange: boolean };

export type Filter = {
  /** Only rows with a step of one of these; empty for all. */
  classes: readonly ComparisonClass[];
  /** Only rows with a change of one of these natures; empty for all. */
  natures: readonly Nature[];
  numbersOnly: boolean;
  /** Only rows in which one of these tags lies; empty for all. */
  tagIds: readonly string[];
  /** Only rows of this section; null for all. */
  section: string | null;
};

export const noSection = 'Without a section';

const noTags: ReadonlyMap<number, ReadonlySet<string>> = new Map();

/** Fewer unchanged rows than this are shown, for a fold would take as much room. */
const leastFold = 2;

/** True when something happened in the row, or when a cable and a report speak of the same thing in it. */
export function isChange(row: ComparisonRow): boolean {
  const several = row.cells.filter((cell) => cell !== null).length > 1;
  return row.steps.some((step) => step !== null && step.class !== 'same' && (step.class !== 'present' || several));
}

/** `tags`: those that lie in the row. */
export function fits(row: ComparisonRow, { classes, natures, numbersOnly, tagIds, section }: Filter, tags: ReadonlySet<string> | undefined): boolean {
  if (section !== null && (row.section ?? noSection) !== section) return false;
  if (numbersOnly && !row.steps.some((step) => step?.numbersOnly)) return false;
  if (natures.length > 0 && !row.steps.some((step) => step?.nature && natures.includes(step.nature))) return false;
  if (tagIds.length > 0 && !tagIds.some((id) => tags?.has(id))) return false;
  return classes.length === 0 || row.steps.some((step) => step !== null && classes.includes(step.class));
}

/** `unfolded` holds keys of opened folds, `closed` titles of closed sections, `tagsOfRow` the tags that lie in each row; the row in hand is never folded away. */
export function linesOf(comparison: Comparison, filter: Filter, unfolded: ReadonlySet<string>, closed: ReadonlySet<string>, inHand: number | null, tagsOfRow: ReadonlyMap<number, ReadonlySet<string>> = noTags): Line[] {
  const isNarrowed = filter.classes.length > 0 || filter.natures.length > 0 || filter.tagIds.length > 0 || filter.numbersOnly;
  const shown = comparison.rows.map((row, index) => ({ row, index })).filter(({ row, index }) => fits(row, filter, tagsOfRow.get(index)));
  const lines: Line[] = [];
  for (const group of sectionRuns(shown)) {
    const isFolded = closed.has(group.title);
    lines.push({ kind: 'section', key: `section ${group.rows[0]?.index ?? 0}`, title: group.title, changes: group.rows.filter(({ row }) => isChange(row)).length, rows: group.rows.length, isFolded });
    if (isFolded) continue;
    // Beside a cable nothing "stays": every row is of interest.
    const folds = !isNarrowed && !comparison.byTopic;
    // The head of the section says already what an unchanged heading says.
    const below = group.rows.filter(({ row, index }) => index === inHand || isChange(row) || !row.cells.every((cell) => cell === null || isTitle(cell.text, group.title)));
    for (const run of runs(below, ({ row }) => folds && !isChange(row))) {
      const key = `fold ${run.items[0]?.index ?? 0}`;
      if (run.matches && run.items.length >= leastFold && !unfolded.has(key) && !run.items.some(({ index }) => index === inHand)) lines.push({ kind: 'fold', key, count: run.items.length });
      else for (const { row, index } of run.items) lines.push({ kind: 'row', key: `row ${index}`, row, index, isChange: isChange(row) });
    }
  }
  return lines;
}

function isTitle(text: string, title: string): boolean {
  const plain = (words: string) => words.toLocaleLowerCase('en').replace(/\s+/g, ' ').trim();
  return plain(text) === plain(title);
}

type Indexed = { row: ComparisonRow; index: number };

function sectionRuns(rows: readonly Indexed[]): { title: string; rows: Indexed[] }[] {
  const groups: { title: string; rows: Indexed[] }[] = [];
  for (const each of rows) {
    const title = each.row.section ?? noSection;
    const last = groups.at(-1);
    if (last?.title === title) last.rows.push(each);
    else groups.push({ title, rows: [each] });
  }
  return groups;
}

function runs<Item>(items: readonly Item[], test: (item: Item) => boolean): { matches: boolean; items: Item[] }[] {
  const found: { matches: boolean; items: Item[] }[] = [];
  for (const item of items) {
    const matches = test(item);
    const last = found.at(-1);
    if (last?.matches === matches) last.items.push(item);
    else found.push({ matches, items: [item] });
  }
  return found;
}

/** Sections in order of appearance with the number of their changes. */
export function sectionCounts(comparison: Comparison): { title: string; changes: number; rows: number }[] {
  const counts = new Map<string, { title: string; changes: number; rows: number }>();
  for (const row of comparison.rows) {
    const title = row.section ?? noSection;
    const entry = counts.get(title) ?? { title, changes: 0, rows: 0 };
    entry.rows += 1;
    if (isChange(row)) entry.changes += 1;
    counts.set(title, entry);
  }
  return [...counts.values()];
}
