// How a compared row is laid out, the same in every format: which words of a cell are marked, a redline of two editions, and
// many editions stacked. It aligns nothing.

import type { ComparedCell, ComparedRow, ComparedStep, Citation, ComparisonBlock } from '../../../core/brief.ts';
import type { ComparisonClass, DifferencePart } from '../../../core/comparison.ts';
import { fitDifferences, redlineOf, type Piece } from './differences.ts';

/**
 * A stretch of a cell: not in the edition before (added), not in the edition after (removed), or both. A sentence that the
 * other edition lacks as a whole is not marked word by word: its row says so.
 */
export type MarkedRun = { text: string; added: boolean; removed: boolean; strong: boolean };

/** Several editions that read alike, or the edition from which the sentence is gone. */
export type StackedEntry = {
  /** Indexes of the columns. */
  columns: number[];
  runs: MarkedRun[];
  citations: Citation[];
  /** What happened since the edition before; null for the first. */
  change: ComparisonClass | null;
  gone: boolean;
};

/** Two editions stand side by side; more would leave each a few words wide, so they stand below each other. */
export function isSideBySide(block: ComparisonBlock): boolean {
  return block.columns.length <= 2;
}

/** Longer than some ten lines of a column, in characters: a page may end within such a row. */
export function isLong(row: ComparedRow): boolean {
  return row.cells.some((cell) => (cell?.text.length ?? 0) > 450);
}

/** Two editions of one text can be shown as changes from the first to the second; sources side by side by topic cannot. */
export function isRedline(block: ComparisonBlock): boolean {
  return block.columns.length === 2 && !block.byTopic && block.rows.every((row) => row.steps[0]?.class !== 'present');
}

/** The changes from the first edition to the second: same + removed are its words, same + added those of the second, always. */
export function redline(row: ComparedRow): DifferencePart[] {
  const [before = null, after = null] = row.cells;
  if (before && after) return redlineOf(row.steps[0]?.parts ?? [], before.text, after.text);
  const part = (kind: 'removed' | 'added', { text }: ComparedCell): DifferencePart => ({ kind, text, emphasis: null });
  return before ? [part('removed', before)] : after ? [part('added', after)] : [];
}

/** The words of one cell with their marks; their texts together are the cell's text. */
export function markedRuns(row: ComparedRow, column: number): MarkedRun[] {
  const cell = row.cells[column];
  if (!cell) return [];
  const since = differencesOf(row, row.steps[column - 1] ?? null, cell)?.newer ?? [];
  const next = row.steps.findIndex((step, index) => index >= column && step?.since === column);
  const after = row.cells[next + 1] ?? null;
  const until = next < 0 || !after ? [] : (differencesOf(row, row.steps[next] ?? null, after)?.older ?? []);
  return overlay(cell.text, since, until).flatMap(tidied);
}

/** White space at the ends of a mark is not marked: a line under a space says nothing. */
function tidied(run: MarkedRun): MarkedRun[] {
  const words = run.text.trim();
  if (words === run.text || !(run.added || run.removed)) return [run];
  const start = run.text.length - run.text.trimStart().length;
  const space = (text: string): MarkedRun => ({ text, added: false, removed: false, strong: false });
  return [space(run.text.slice(0, start)), { ...run, text: words }, space(run.text.slice(start + words.length))].filter(({ text }) => text !== '');
}

/** The editions of a row from the first that has the sentence; editions that read alike are one entry. */
export function stackedEntries(row: ComparedRow): StackedEntry[] {
  const entries: StackedEntry[] = [];
  row.cells.forEach((cell, column) => {
    const last = entries.at(-1);
    const step = row.steps[column - 1] ?? null;
    if (!cell) {
      if (last?.gone) last.columns.push(column);
      else if (step?.class === 'gone') entries.push({ columns: [column], runs: [], citations: [], change: 'gone', gone: true });
      return;
    }
    const runs = markedRuns(row, column);
    const before = step?.since == null ? null : row.cells[step.since];
    if (last && !last.gone && before?.text === cell.text && last.columns.includes(step?.since ?? -1)) {
      last.columns.push(column);
      last.citations.push(cell.citation);
      // What is new belongs to the first of these editions, what is gone afterwards to the last.
      last.runs = overlay(cell.text, last.runs.map((run) => ({ text: run.text, kind: run.added ? 'added' : 'same', strong: run.strong })), runs.map((run) => ({ text: run.text, kind: run.removed ? 'removed' : 'same', strong: run.strong })));
    } else {
      entries.push({ columns: [column], runs, citations: [cell.citation], change: last || step ? (step?.class ?? 'new') : null, gone: false });
    }
  });
  return entries;
}

/** "2014–2016" for three or more columns in a row, "2014, 2018" for others; the columns' own headings are used. */
export function columnsText(block: ComparisonBlock, columns: readonly number[]): string {
  const headings = columns.map((column) => block.columns[column]?.heading ?? '');
  const inARow = columns.every((column, index) => index === 0 || column === (columns[index - 1] ?? NaN) + 1);
  return inARow && headings.length > 2 && headings.every((heading) => /^\d{4}$/.test(heading)) ? `${headings[0]}–${headings.at(-1)}` : headings.join(', ');
}

/** The title of a comparison, or its country and years when it has none. */
export function titleOf(block: ComparisonBlock): string {
  const years = columnsText(
    block,
    block.columns.map((_column, index) => index),
  );
  return block.title.trim() || [block.countryName, years].filter(Boolean).join(', ');
}

/** Null where no wording is compared: nothing to compare with, the same words, or a sentence only one of the two has. */
function differencesOf(row: ComparedRow, step: ComparedStep | null, cell: ComparedCell): { older: Piece[]; newer: Piece[] } | null {
  const before = step?.since == null ? null : row.cells[step.since];
  if (!step || !before || step.class === 'same' || step.class === 'moved') return null;
  return fitDifferences(step.parts, before.text, cell.text);
}

/** Cuts the text wherever one of the two lists of pieces does. Either may be empty, which marks nothing. */
function overlay(text: string, since: readonly Piece[], until: readonly Piece[]): MarkedRun[] {
  const first = stretches(since);
  const second = stretches(until);
  const cuts = [...new Set([0, text.length, ...[...first, ...second].map(({ end }) => end)])].toSorted((one, other) => one - other);
  const runs: MarkedRun[] = [];
  let place = 0;
  let otherPlace = 0;
  for (const [index, end] of cuts.slice(1).entries()) {
    const start = cuts[index] ?? 0;
    while ((first[place]?.end ?? Infinity) <= start) place += 1;
    while ((second[otherPlace]?.end ?? Infinity) <= start) otherPlace += 1;
    const added = first[place]?.piece.kind === 'added' && first[place]?.piece;
    const removed = second[otherPlace]?.piece.kind === 'removed' && second[otherPlace]?.piece;
    const run = { text: text.slice(start, end), added: Boolean(added), removed: Boolean(removed), strong: Boolean((added && added.strong) || (removed && removed.strong)) };
    const last = runs.at(-1);
    if (last && last.added === run.added && last.removed === run.removed && last.strong === run.strong) last.text += run.text;
    else runs.push(run);
  }
  return runs;
}

function stretches(pieces: readonly Piece[]): { end: number; piece: Piece }[] {
  let end = 0;
  return pieces.map((piece) => ({ end: (end += piece.text.length), piece }));
}
