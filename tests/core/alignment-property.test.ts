// What holds for any two editions: every passage in exactly one pair, differences that redraw both sides, the same answer each time.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignEditions, alignMany, lineage, type AlignedPair, type EditionText } from '../../shared/core/alignment.ts';
import type { TextRange } from '../../shared/core/document.ts';
import { editionOf } from '../support/editions.ts';

const words = fc.constantFrom('boat', 'boats', 'harbour', 'net', 'child', 'children', 'must', 'may', 'not', 'the', 'of', 'work', '2014', '189', '5', 'law', 'adopted', 'drafted', 'école', '漁', 'работа', '🚤', "owner's", 'anti-theft', '“quay”', '(1,2)', '†', '%');
const sentence = fc.array(words, { minLength: 1, maxLength: 9 }).map((list) => `${list.join(' ')}.`);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 4 }).map((list) => list.join(' ')) },
  { weight: 1, arbitrary: sentence.map((text) => `- ${text}`) },
  { weight: 2, arbitrary: fc.array(sentence, { minLength: 2, maxLength: 3 }).map((cells) => cells.join(' | ')) },
  { weight: 1, arbitrary: fc.constantFrom('# I. Work', '# II. Law', '# III. Enforcement', '# 4. Other', '# Notes', '# References') },
  { weight: 1, arbitrary: sentence.map((text) => `Table 1. ${text}`) },
);
const edition = fc.array(line, { maxLength: 14 }).map((lines) => editionOf(lines.join('\n')));
const anyText = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 6 }).map((lines) => editionOf(lines.join('\n')));
const either = fc.oneof({ weight: 4, arbitrary: edition }, { weight: 1, arbitrary: anyText });

/** The text without white space that the sections left out do not cover. */
function compared(one: EditionText): string {
  const leftOut = one.sections.filter((section) => section.role === 'references');
  return one.blocks
    .filter((block) => !leftOut.some((section) => section.start <= block.start && block.start < section.end))
    .map((block) => one.text.slice(block.start, block.end).replace(/\s/g, ''))
    .join('');
}

function covered(one: EditionText, ranges: readonly TextRange[]): string {
  return ranges.map(({ start, end }) => one.text.slice(start, end).replace(/\s/g, '')).join('');
}

const inOrder = (ranges: readonly TextRange[]) => ranges.toSorted((a, b) => a.start - b.start);
const disjoint = (ranges: readonly TextRange[]) => ranges.every((range, index) => range.start <= range.end && range.end <= (ranges[index + 1]?.start ?? Infinity));

function checkShape(pair: AlignedPair): void {
  const { class: what, older, newer } = pair;
  if (what === 'new') expect([older.length, newer.length]).toEqual([0, 1]);
  else if (what === 'gone') expect([older.length, newer.length]).toEqual([1, 0]);
  else if (what === 'split') expect([older.length, newer.length]).toEqual([1, 2]);
  else if (what === 'joined') expect([older.length, newer.length]).toEqual([2, 1]);
  else if (what === 'reworded' || what === 'moved-reworded') expect([older.length, newer.length]).toEqual([1, 1]);
  else expect(Math.min(older.length, newer.length)).toBe(1);
  expect(pair.confidence).toBeGreaterThanOrEqual(0);
  expect(pair.confidence).toBeLessThanOrEqual(1);
  if (!['reworded', 'moved-reworded', 'split', 'joined'].includes(what)) expect(pair.differences).toEqual([]);
}

function checkDifferences(pair: AlignedPair, older: EditionText, newer: EditionText): void {
  if (pair.differences.length === 0) return;
  const side = (which: 'older' | 'newer', text: string, ranges: TextRange[]) => {
    const pieces = pair.differences.map((difference) => difference[which]).filter((range) => range !== null);
    expect(pieces[0]?.start).toBe(ranges[0]?.start);
    expect(pieces.at(-1)?.end).toBe(ranges.at(-1)?.end);
    for (const [index, piece] of pieces.entries()) if (index > 0) expect(piece.start).toBe(pieces[index - 1]?.end);
    return text;
  };
  side('older', older.text, pair.older);
  side('newer', newer.text, pair.newer);
  for (const { kind, text, older: from, newer: to } of pair.differences) {
    const range = kind === 'removed' ? from : to;
    expect(text).toBe((kind === 'removed' ? older : newer).text.slice(range?.start, range?.end));
  }
}

describe('for any two editions', () => {
  it('every passage of each side is in exactly one pair, and the differences redraw both sides', () => {
    fc.assert(
      fc.property(either, either, (older, newer) => {
        const { pairs, counts } = alignEditions(older, newer);
        const left = inOrder(pairs.flatMap((pair) => pair.older));
        const right = inOrder(pairs.flatMap((pair) => pair.newer));
        expect(disjoint(left) && disjoint(right)).toBe(true);
        expect(covered(older, left)).toBe(compared(older));
        expect(covered(newer, right)).toBe(compared(newer));
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(pairs.length);
        for (const pair of pairs) {
          checkShape(pair);
          checkDifferences(pair, older, newer);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('newer passages come in reading order', () => {
    fc.assert(
      fc.property(edition, edition, (older, newer) => {
        const starts = alignEditions(older, newer).pairs.flatMap((pair) => pair.newer.slice(0, 1).map((range) => range.start));
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: 100 },
    );
  });

  it('an edition against itself is the same throughout, in place', () => {
    fc.assert(
      fc.property(either, (one) => {
        expect(alignEditions(one, one).pairs.every((pair) => pair.class === 'same' && pair.older[0]?.start === pair.newer[0]?.start)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('the answer is the same each time', () => {
    fc.assert(
      fc.property(edition, edition, (older, newer) => {
        expect(alignEditions(older, newer)).toEqual(alignEditions(structuredClone(older), structuredClone(newer)));
      }),
      { numRuns: 40 },
    );
  });

  it('rows over many editions hold every passage of each edition once', () => {
    fc.assert(
      fc.property(fc.array(edition, { minLength: 1, maxLength: 5 }), (editions) => {
        const rows = alignMany(editions);
        editions.forEach((one, index) => {
          const ranges = inOrder(rows.flatMap((row) => row.cells[index] ?? []));
          expect(disjoint(ranges)).toBe(true);
          expect(covered(one, ranges)).toBe(compared(one));
        });
        for (const row of rows) {
          expect(row.cells).toHaveLength(editions.length);
          expect(row.steps).toHaveLength(editions.length - 1);
          row.steps.forEach((step, at) => expect(step === null).toBe(row.cells[at] === null && row.cells[at + 1] === null));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('chaining alignments by hand gives the rows of two editions', () => {
    fc.assert(
      fc.property(edition, edition, (older, newer) => {
        expect(lineage([alignEditions(older, newer)])).toEqual(alignMany([older, newer]));
      }),
      { numRuns: 40 },
    );
  });
});
