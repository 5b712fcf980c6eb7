// The parts of the alignment whose answers can be checked against a slow and certain method.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMoved } from '../../shared/core/alignment/moves.ts';
import { matchingKey, tokenise, Vocabulary } from '../../shared/core/alignment/normal-form.ts';
import { mapSections } from '../../shared/core/alignment/section-map.ts';
import { changesBetween } from '../../shared/core/alignment/word-difference.ts';
import type { Section } from '../../shared/core/recognition.ts';

function idsOf(text: string, vocabulary: Vocabulary): number[] {
  return tokenise(text, 0, text.length, vocabulary, { ids: [], starts: [], ends: [] }).ids;
}

const keyOf = (text: string) => {
  const vocabulary = new Vocabulary();
  return matchingKey(idsOf(text, vocabulary), vocabulary);
};

describe('the normal form', () => {
  it.each([
    ['Unknown (66, 89)', 'unknown'],
    ['4.3 (1,326,411)', '#4.3##1326411#'],
    ['3.2 (79,690)', '#3.2##79690#'],
    ['Boats (12).', 'boats'],
    ['Article 26.1(2) of the law', 'article#26.1##2#ofthelaw'],
    ['Articles 11,12, and 13', 'articles#11##12#and#13#'],
    ['12 3', '#12##3#'],
    ['ages 5–14', 'ages#5##14#'],
    ['a loss of -5 %', 'alossof#-5#%'],
    ['عدد ١٥', 'عدد#15#'],
    ['Côte d’Ivoire', 'cotedivoire'],
    ['🚤 boat', '🚤boat'],
    ['', ''],
  ])('%s', (printed, key) => {
    expect(keyOf(printed)).toBe(key);
  });
});

describe('moves', () => {
  it('leaves the heaviest rising sequence in place, as a slow search finds it', () => {
    const placed = fc.array(fc.record({ older: fc.nat(12), newer: fc.nat(12), weight: fc.integer({ min: 1, max: 5 }) }), { maxLength: 10 });
    fc.assert(
      fc.property(placed, (raw) => {
        const items = raw.filter((item, index) => raw.findIndex((other) => other.older === item.older || other.newer === item.newer) === index);
        const moved = findMoved(items);
        const kept = items.filter((_, index) => !moved[index]);
        const sorted = kept.toSorted((a, b) => a.newer - b.newer);
        expect(sorted.every((item, index) => index === 0 || (sorted[index - 1]?.older ?? 0) < item.older)).toBe(true);
        const weightOf = (list: typeof items) => list.reduce((sum, item) => sum + item.weight, 0);
        expect(weightOf(kept)).toBe(heaviest(items.toSorted((a, b) => a.newer - b.newer), 0, -1));
      }),
    );
  });
});

type Item = { older: number; newer: number; weight: number };

function heaviest(items: readonly Item[], from: number, above: number): number {
  let best = 0;
  for (let index = from; index < items.length; index++) {
    const item = items[index];
    if (item && item.older > above) best = Math.max(best, item.weight + heaviest(items, index + 1, item.older));
  }
  return best;
}

describe('word differences', () => {
  const words = fc.array(fc.constantFrom('boat', 'net', 'the', 'of', '5', 'not', ',', '.'), { maxLength: 25 }).map((list) => list.join(' '));

  it('cover both sides in order, and equal stretches say the same', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const vocabulary = new Vocabulary();
        const older = idsOf(before, vocabulary);
        const newer = idsOf(after, vocabulary);
        let a = 0;
        let b = 0;
        for (const change of changesBetween(older, newer, vocabulary)) {
          expect([change.older[0], change.newer[0]]).toEqual([a, b]);
          [a, b] = [change.older[1], change.newer[1]];
          if (change.kind === 'same') expect(matchingKey(older.slice(...change.older), vocabulary).replaceAll('#', '')).toBe(matchingKey(newer.slice(...change.newer), vocabulary).replaceAll('#', ''));
          else expect(change.kind === 'removed' ? change.newer[0] === change.newer[1] : change.older[0] === change.older[1]).toBe(true);
        }
        expect([a, b]).toEqual([older.length, newer.length]);
      }),
      { numRuns: 300 },
    );
  });

  it('thousands of changed words end as one replacement', () => {
    const vocabulary = new Vocabulary();
    const older = Array.from({ length: 4000 }, (_, index) => vocabulary.id(`a${index}`, 1));
    const newer = Array.from({ length: 4000 }, (_, index) => vocabulary.id(`b${index}`, 1));
    expect(changesBetween(older, newer, vocabulary).map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });
});

describe('sections', () => {
  const section = (title: string, start: number, extra: Partial<Section> = {}): Section => ({ start, end: start + 10, number: null, title, level: 1, page: null, role: null, ...extra });
  const matchOf = (older: Section[], newer: Section[]) => {
    const map = mapSections(older, newer, new Vocabulary());
    return newer.map((_, index) => map.older.indexOf(map.newer[index] ?? -9));
  };

  it('match by role, then title, then number, then similar title', () => {
    const older = [section('Rules', 0, { role: 'legal', number: 'II' }), section('Boats', 10, { number: '3' }), section('The old harbour fund', 20), section('Annex', 30, { number: '9' })];
    const newer = [section('The new harbour fund', 0), section('Law', 10, { role: 'legal', number: 'V' }), section('Tables', 20, { number: '9' }), section('Boats', 30, { number: '4' })];
    expect(matchOf(older, newer)).toEqual([2, 0, 3, 1]);
  });

  it('known roles that differ never match, and unlike titles do not', () => {
    expect(matchOf([section('Work', 0, { role: 'legal', number: '1' }), section('Fish', 10)], [section('Work', 0, { role: 'enforcement', number: '1' }), section('Wheat', 10)])).toEqual([-1, -1]);
  });
});
