// The difference inside a pair, word by word: Myers' greedy algorithm ("An O(ND) Difference Algorithm and Its Variations", 1986)
// on the tokens of the normal form, tidied so that it reads as an editor would mark it.

import type { TextRange } from '../document.ts';
import { lettersOf, punctuationToken, type Tokens, type Vocabulary } from './normal-form.ts';
import type { WordDifference } from './pair.ts';
import { emphasisOf } from './word-kinds.ts';

/** A side of the comparison: tokens with offsets into the text, and the range they cover. */
export type Side = { text: string; range: TextRange; tokens: Tokens };

type Kind = WordDifference['kind'];
/** A run of tokens of one kind; half-open positions in both token lists. */
export type Change = { kind: Kind; older: [number, number]; newer: [number, number] };

/** More changes than this and the middle is shown as replaced: beyond it the work grows with the square and nobody reads the result. */
const mostChanges = 600;

/** The changes between two token lists, in order; consecutive ones of a kind are joined and removed stands before added. */
export function changesBetween(older: readonly number[], newer: readonly number[], vocabulary: Vocabulary): Change[] {
  return tidy(myers(older, newer), older, newer, vocabulary);
}

/** The same for two table rows: cell by cell when they have as many, so that last year's column is not read as this year's. */
export function rowChanges(older: readonly number[], newer: readonly number[], olderEnds: readonly number[], newerEnds: readonly number[], vocabulary: Vocabulary): Change[] {
  if (olderEnds.length < 2 || olderEnds.length !== newerEnds.length) return changesBetween(older, newer, vocabulary);
  const changes: Change[] = [];
  olderEnds.forEach((olderEnd, cell) => {
    const a = olderEnds[cell - 1] ?? 0;
    const b = newerEnds[cell - 1] ?? 0;
    for (const change of changesBetween(older.slice(a, olderEnd), newer.slice(b, newerEnds[cell] ?? b), vocabulary)) {
      push(changes, change.kind, change.older[0] + a, change.older[1] + a, change.newer[0] + b, change.newer[1] + b);
    }
  });
  return changes;
}

function myers(older: readonly number[], newer: readonly number[]): Change[] {
  let prefix = 0;
  while (prefix < older.length && prefix < newer.length && older[prefix] === newer[prefix]) prefix++;
  let suffix = 0;
  while (suffix < older.length - prefix && suffix < newer.length - prefix && older[older.length - 1 - suffix] === newer[newer.length - 1 - suffix]) suffix++;
  const n = older.length - prefix - suffix;
  const m = newer.length - prefix - suffix;
  const steps = n === 0 || m === 0 ? null : shortestPath(older, newer, prefix, n, m);
  const changes: Change[] = [];
  push(changes, 'same', 0, prefix, 0, prefix);
  if (steps) for (const step of steps) push(changes, step.kind, step.older[0], step.older[1], step.newer[0], step.newer[1]);
  else {
    push(changes, 'removed', prefix, prefix + n, prefix, prefix);
    push(changes, 'added', prefix + n, prefix + n, prefix, prefix + m);
  }
  push(changes, 'same', prefix + n, older.length, prefix + m, newer.length);
  return changes;
}

function push(changes: Change[], kind: Kind, a: number, b: number, c: number, d: number): void {
  if (a === b && c === d) return;
  const last = changes.at(-1);
  if (last?.kind === kind && last.older[1] === a && last.newer[1] === c) {
    last.older[1] = b;
    last.newer[1] = d;
  } else changes.push({ kind, older: [a, b], newer: [c, d] });
}

/** Null when there are more than `mostChanges`. */
function shortestPath(older: readonly number[], newer: readonly number[], offset: number, n: number, m: number): Change[] | null {
  const limit = Math.min(n + m, mostChanges);
  const furthest = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  const trace: Int32Array[] = [];
  for (let depth = 0; depth <= limit; depth++) {
    trace.push(furthest.slice(middle - depth - 1, middle + depth + 2));
    for (let k = -depth; k <= depth; k += 2) {
      const down = k === -depth || (k !== depth && (furthest[middle + k - 1] ?? 0) < (furthest[middle + k + 1] ?? 0));
      let x = down ? (furthest[middle + k + 1] ?? 0) : (furthest[middle + k - 1] ?? 0) + 1;
      let y = x - k;
      while (x < n && y < m && older[offset + x] === newer[offset + y]) {
        x++;
        y++;
      }
      furthest[middle + k] = x;
      if (x >= n && y >= m) return walkBack(trace, depth, n, m, offset);
    }
  }
  return null;
}

function walkBack(trace: readonly Int32Array[], depth: number, n: number, m: number, offset: number): Change[] {
  const steps: Change[] = [];
  let x = n;
  let y = m;
  for (let d = depth; d > 0; d--) {
    const at = (k: number) => trace[d]?.[k + d + 1] ?? 0;
    const k = x - y;
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const startX = at(down ? k + 1 : k - 1);
    const startY = startX - (down ? k + 1 : k - 1);
    const afterX = down ? startX : startX + 1;
    const afterY = down ? startY + 1 : startY;
    if (x > afterX) steps.push({ kind: 'same', older: [offset + afterX, offset + x], newer: [offset + afterY, offset + y] });
    steps.push({ kind: down ? 'added' : 'removed', older: [offset + startX, offset + afterX], newer: [offset + startY, offset + afterY] });
    x = startX;
    y = startY;
  }
  if (x > 0) steps.push({ kind: 'same', older: [offset, offset + x], newer: [offset, offset + y] });
  return steps.reverse();
}

type Gap = { older: [number, number]; newer: [number, number] };

/**
 * Joins what Myers scatters: a lone comma or small word left standing between two replaced stretches is replaced with them.
 * A stretch whose letters are equal on both sides (words run together or hyphenated) is no change.
 */
function tidy(changes: readonly Change[], older: readonly number[], newer: readonly number[], vocabulary: Vocabulary): Change[] {
  const gaps: Gap[] = [];
  for (const change of changes) {
    const last = gaps.at(-1);
    if (change.kind === 'same') continue;
    if (last && joins(last, change, older, vocabulary)) {
      last.older[1] = change.older[1];
      last.newer[1] = change.newer[1];
    } else gaps.push({ older: [...change.older], newer: [...change.newer] });
  }
  const tidied: Change[] = [];
  let a = 0;
  let b = 0;
  for (const gap of gaps) {
    push(tidied, 'same', a, gap.older[0], b, gap.newer[0]);
    const removed = lettersOf(older.slice(...gap.older), vocabulary);
    const added = lettersOf(newer.slice(...gap.newer), vocabulary);
    if (removed !== '' && removed === added) push(tidied, 'same', gap.older[0], gap.older[1], gap.newer[0], gap.newer[1]);
    else {
      push(tidied, 'removed', gap.older[0], gap.older[1], gap.newer[0], gap.newer[0]);
      push(tidied, 'added', gap.older[1], gap.older[1], gap.newer[0], gap.newer[1]);
    }
    a = gap.older[1];
    b = gap.newer[1];
  }
  push(tidied, 'same', a, older.length, b, newer.length);
  return tidied;
}

/** Letters in words that do not hold a sentence together alone. */
const smallWord = 3;

function joins(gap: Gap, next: Change, older: readonly number[], vocabulary: Vocabulary): boolean {
  const island = older.slice(gap.older[1], next.older[0]);
  if (island.length === 0) return true;
  const words = island.filter((id) => vocabulary.kinds[id] !== punctuationToken);
  if (words.length > 1) return false;
  const size = gap.older[1] - gap.older[0] + (gap.newer[1] - gap.newer[0]);
  const nextSize = next.older[1] - next.older[0] + (next.newer[1] - next.newer[0]);
  // Two separate small edits beside a comma or "the" stay separate.
  if (size < 4 || nextSize < 2) return false;
  return words.every((id) => vocabulary.kinds[id] === 1 && (vocabulary.words[id]?.length ?? 0) <= smallWord);
}

/** The changes as pieces of text with offsets. Each token carries the space and footnote numbers behind it. */
export function wordDifferences(changes: readonly Change[], older: Side, newer: Side, vocabulary: Vocabulary): WordDifference[] {
  const differences: WordDifference[] = [];
  const lead = [leadOf(older), leadOf(newer)] as const;
  if (lead[0].end > lead[0].start || lead[1].end > lead[1].start) differences.push({ kind: 'same', text: newer.text.slice(lead[1].start, lead[1].end), older: lead[0], newer: lead[1], emphasis: null });
  for (const change of changes) {
    if (change.kind === 'same') {
      const range = spanOf(newer, change.newer);
      differences.push({ kind: 'same', text: newer.text.slice(range.start, range.end), older: spanOf(older, change.older), newer: range, emphasis: null });
    } else if (change.kind === 'removed') pieces(older, change.older, vocabulary, (range, emphasis) => differences.push({ kind: 'removed', text: older.text.slice(range.start, range.end), older: range, newer: null, emphasis }));
    else pieces(newer, change.newer, vocabulary, (range, emphasis) => differences.push({ kind: 'added', text: newer.text.slice(range.start, range.end), older: null, newer: range, emphasis }));
  }
  return differences;
}

/** Cuts a changed stretch where the emphasis changes. */
function pieces(side: Side, [from, to]: [number, number], vocabulary: Vocabulary, emit: (range: TextRange, emphasis: WordDifference['emphasis']) => void): void {
  const emphasisAt = (at: number) => emphasisOf(side.tokens.ids[at] ?? 0, vocabulary);
  for (let at = from; at < to; ) {
    const emphasis = emphasisAt(at);
    let end = at + 1;
    while (end < to && emphasisAt(end) === emphasis) end++;
    emit(spanOf(side, [at, end]), emphasis);
    at = end;
  }
}

/** What stands before the first token: footnote signs, bullets, the name of a group of rows. */
function leadOf({ range, tokens }: Side): TextRange {
  return { start: range.start, end: tokens.starts[0] ?? range.start };
}

function spanOf({ range, tokens }: Side, [from, to]: [number, number]): TextRange {
  return { start: tokens.starts[from] ?? range.end, end: to >= tokens.ids.length ? range.end : (tokens.starts[to] ?? range.end) };
}
