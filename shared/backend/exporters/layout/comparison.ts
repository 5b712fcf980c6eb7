// How a compared row is laid out, the same in every format: which words of a cell are marked, a redline of two years, and
// many years stacked. It aligns nothing; when the word differences of a row do not add up to its texts it makes plain ones.

import type { ComparedCell, ComparedRow, ComparedStep, Citation, ComparisonBlock } from '../../../core/brief.ts';
import type { ComparisonClass, DifferencePart } from '../../../core/comparison.ts';

/**
 * A stretch of a cell: not in the column before (added), not in the column after (removed), or both. A sentence that the
 * other column lacks as a whole is not marked word by word: its row says so.
 */
export type MarkedRun = { text: string; added: boolean; removed: boolean; strong: boolean };

/** Several editions that read alike, or the edition from which the sentence is gone. */
export type StackedEntry = {
  /** Indexes of the columns. */
  columns: number[];
  runs: MarkedRun[];
  citations: Citation[];
  /** What happened since the entry before; null for the first. */
  change: ComparisonClass | null;
  gone: boolean;
};

/** Two years stand side by side; more would leave each a few words wide, so they stand below each other. */
export function isSideBySide(block: ComparisonBlock): boolean {
  return block.columns.length <= 2;
}

/** Two editions of one text can be shown as changes from the first to the second; sources side by side by topic cannot. */
export function isRedline(block: ComparisonBlock): boolean {
  return block.columns.length === 2 && !block.byTopic && block.rows.every((row) => row.steps[0]?.class !== 'present');
}

/** Same + removed parts are the text of `before`, same + added parts that of `after`: always, whatever the step says. */
export function differences(step: ComparedStep | null, before: ComparedCell | null, after: ComparedCell | null): DifferencePart[] {
  if (!before || !after) {
    const part = (kind: 'removed' | 'added', text: string): DifferencePart => ({ kind, text, emphasis: null });
    return before ? [part('removed', before.text)] : after ? [part('added', after.text)] : [];
  }
  const parts = step?.parts ?? [];
  const adds = (dropped: DifferencePart['kind'], text: string) =>
    parts
      .filter((part) => part.kind !== dropped)
      .map((part) => part.text)
      .join('') === text;
  return adds('added', before.text) && adds('removed', after.text) ? parts : plainDifferences(before.text, after.text);
}

/** The words of one cell with their marks; their texts together are the cell's text. */
export function markedRuns(row: ComparedRow, column: number): MarkedRun[] {
  const cell = row.cells[column];
  if (!cell) return [];
  const before = row.cells[column - 1] ?? null;
  const after = row.cells[column + 1] ?? null;
  const compared = (step: ComparedStep | null | undefined) => step != null && step.class !== 'present';
  const since = before && compared(row.steps[column - 1]) ? differences(row.steps[column - 1] ?? null, before, cell).filter((part) => part.kind !== 'removed') : [];
  const until = after && compared(row.steps[column]) ? differences(row.steps[column] ?? null, cell, after).filter((part) => part.kind !== 'added') : [];
  return overlay(cell.text, since, until);
}

/** The editions of a row from the first that has the sentence; editions that read alike are one entry. */
export function stackedEntries(row: ComparedRow): StackedEntry[] {
  const entries: StackedEntry[] = [];
  row.cells.forEach((cell, column) => {
    const last = entries.at(-1);
    const change = row.steps[column - 1]?.class ?? null;
    if (!cell) {
      if (last?.gone) last.columns.push(column);
      else if (last) entries.push({ columns: [column], runs: [], citations: [], change: change ?? 'gone', gone: true });
      return;
    }
    const runs = markedRuns(row, column);
    const before = row.cells[column - 1];
    if (last && !last.gone && before?.text === cell.text && change !== 'present') {
      last.columns.push(column);
      last.citations.push(cell.citation);
      // The marks of what is gone afterwards belong to the last edition that reads so.
      last.runs = withAdded(runs, last.runs);
    } else {
      entries.push({ columns: [column], runs, citations: [cell.citation], change: last ? (change ?? 'new') : null, gone: false });
    }
  });
  return entries;
}

/** "2014–2016" for columns next to each other, "2014, 2018" for others; the columns' own headings are used. */
export function columnsText(block: ComparisonBlock, columns: readonly number[]): string {
  const headings = columns.map((column) => block.columns[column]?.heading ?? '');
  return headings.length > 2 ? `${headings[0]}–${headings.at(-1)}` : headings.join(', ');
}

/** Which changes occur, for a legend that explains no sign that is not there. */
export function changesIn(block: ComparisonBlock): ComparisonClass[] {
  return [...new Set(block.rows.flatMap((row) => row.steps.flatMap((step) => (step ? [step.class] : []))))];
}

/** What is new since the edition before the first of the entry, with what is gone after its last. */
function withAdded(latest: readonly MarkedRun[], earlier: readonly MarkedRun[]): MarkedRun[] {
  const text = latest.map((run) => run.text).join('');
  const part = (kind: DifferencePart['kind'], run: MarkedRun): DifferencePart => ({ kind, text: run.text, emphasis: run.strong ? 'number' : null });
  return overlay(
    text,
    earlier.map((run) => part(run.added ? 'added' : 'same', run)),
    latest.map((run) => part(run.removed ? 'removed' : 'same', run)),
  );
}

/** Cuts the text wherever one of the two lists of parts does. Either may be empty, which marks nothing. */
function overlay(text: string, since: readonly DifferencePart[], until: readonly DifferencePart[]): MarkedRun[] {
  const marks = [...stretches(since), ...stretches(until)];
  const cuts = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].toSorted((one, other) => one - other);
  const first = stretches(since);
  const second = stretches(until);
  const runs: MarkedRun[] = [];
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1];
    if (end === undefined) break;
    const added = first.find((each) => each.start <= start && start < each.end)?.part;
    const removed = second.find((each) => each.start <= start && start < each.end)?.part;
    const run = {
      text: text.slice(start, end),
      added: added?.kind === 'added',
      removed: removed?.kind === 'removed',
      strong: (added?.kind === 'added' && added.emphasis !== null) || (removed?.kind === 'removed' && removed.emphasis !== null),
    };
    const last = runs.at(-1);
    if (last && last.added === run.added && last.removed === run.removed && last.strong === run.strong) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}

function stretches(parts: readonly DifferencePart[]): { start: number; end: number; part: DifferencePart }[] {
  let at = 0;
  return parts.map((part) => {
    const start = at;
    at += part.text.length;
    return { start, end: at, part };
  });
}

/** What both begin with and end with is the same, at word borders; the rest is replaced. */
function plainDifferences(before: string, after: string): DifferencePart[] {
  const old = before.split(/(?<=\s)/u);
  const now = after.split(/(?<=\s)/u);
  let head = 0;
  while (head < Math.min(old.length, now.length) && old[head] === now[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1;
  const part = (kind: DifferencePart['kind'], words: string[]): DifferencePart => ({ kind, text: words.join(''), emphasis: null });
  return [
    part('same', old.slice(0, head)),
    part('removed', old.slice(head, old.length - tail)),
    part('added', now.slice(head, now.length - tail)),
    part('same', old.slice(old.length - tail)),
  ].filter((each) => each.text !== '');
}
