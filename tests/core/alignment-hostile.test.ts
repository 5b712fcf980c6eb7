// What comparing does with editions that do not fit: empty, equal, foreign, huge, one-sided. It answers, and in time.

import { describe, expect, it } from 'vitest';
import { alignDifferent, alignEditions, alignMany } from '../../shared/core/alignment.ts';
import { emptyBlock } from '../../shared/core/document.ts';
import { editionOf } from '../support/editions.ts';
import { patience } from '../support/patience.ts';

const report = editionOf('# II. Law\nThe law sets the age for work at 15. It covers boats.\nTable 1. Boats\nTrawler | 3');
const nothing = editionOf('');

/** A repeatable stream of numbers. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Sentences of words as frequent as in a language: few common ones, many rare ones. */
function longEdition(sentences: number, seed: number, changed = 0) {
  const next = random(seed);
  const change = random(seed + 1);
  const lines: string[] = [];
  for (let at = 0; at < sentences; at += 5) {
    const paragraph: string[] = [];
    for (let index = 0; index < 5; index++) {
      const words = Array.from({ length: 18 }, () => `w${Math.floor(8000 ** next())}`);
      if (change() < changed) words[4] = 'altered';
      paragraph.push(`Das ${words.join(' ')}.`);
    }
    lines.push(paragraph.join(' '));
  }
  return editionOf(lines.join('\n'));
}

describe('editions that do not fit', () => {
  it('one edition empty', () => {
    expect(alignEditions(nothing, report).counts).toMatchObject({ new: 5, gone: 0, same: 0 });
    expect(alignEditions(report, nothing).counts).toMatchObject({ new: 0, gone: 5, same: 0 });
    expect(alignEditions(nothing, nothing).pairs).toEqual([]);
  });

  it('the same edition twice', () => {
    expect(alignEditions(report, report).counts).toMatchObject({ same: 5, moved: 0, reworded: 0, new: 0, gone: 0 });
  });

  it.each([
    ['Russian', 'Закон устанавливает возраст 15 лет. Он касается лодок.\nТаблица 1. Лодки'],
    ['Arabic', 'يحدد القانون سن العمل عند ١٥ عاما. وهو يشمل القوارب.'],
    ['Chinese', '法律规定工作年龄为15岁。它涵盖船只。'],
    ['Thai', 'กฎหมายกำหนดอายุการทำงานไว้ที่ 15 ปี ครอบคลุมเรือ'],
    ['French', 'La loi fixe à 15 ans l’âge minimum du travail. Elle vise les bateaux.'],
  ])('English against %s: all new and gone', (_, text) => {
    const { counts } = alignEditions(report, editionOf(text));
    expect(counts.reworded + counts.split + counts.joined + counts.same).toBe(0);
    expect(counts.gone).toBe(5);
  });

  it('two editions in a language without spaces', () => {
    const { counts } = alignEditions(editionOf('法律规定工作年龄为15岁。它涵盖船只。渔港很旧。'), editionOf('法律规定工作年龄为16岁。渔港很旧。'));
    expect(counts).toMatchObject({ same: 1, reworded: 1, gone: 1 });
  });

  it('no common section', () => {
    const other = editionOf('# 9. Weather\nStorms came late. Rain fell in May.');
    expect(alignEditions(report, other).counts).toMatchObject({ same: 0, reworded: 0, new: 3, gone: 5 });
  });

  it('a sentence repeated a thousand times on both sides', () => {
    const repeated = editionOf('The government does not publish this.\n'.repeat(1000));
    const fewer = editionOf('The government does not publish this.\n'.repeat(900));
    expect(alignEditions(repeated, fewer).counts).toMatchObject({ same: 900, moved: 0, gone: 100 });
  });

  it('text without sections, blocks without text, sections past the end', () => {
    const odd = { key: 'odd', text: 'Boats.', blocks: [{ ...emptyBlock, kind: 'paragraph' as const, start: 0, end: 6 }, { ...emptyBlock, kind: 'paragraph' as const, start: 6, end: 6 }], sections: [{ start: 2, end: 900, number: null, title: '', level: 1, page: null, role: null }] };
    expect(alignEditions(odd, odd).counts.same).toBe(1);
  });

  it('one edition, or none, over many years', () => {
    expect(alignMany([])).toEqual([]);
    expect(alignMany([report]).map((row) => row.cells.length)).toEqual([1, 1, 1, 1, 1]);
    expect(alignMany([nothing, nothing, nothing])).toEqual([]);
  });

  it('topics of an empty document', () => {
    expect(alignDifferent(nothing, report).every((group) => group.older.length === 0)).toBe(true);
    expect(alignDifferent(nothing, nothing)).toEqual([]);
  });
});

describe('size', () => {
  it('a paragraph of 20,000 words without a full stop', () => {
    const next = random(7);
    const words = Array.from({ length: 20_000 }, () => `w${Math.floor(next() * 3000)}`);
    const other = words.map((word, index) => (index % 3 === 0 ? 'changed' : word));
    const started = performance.now();
    const { counts } = alignEditions(editionOf(words.join(' ')), editionOf(other.join(' ')));
    expect(counts.reworded + counts.new).toBe(1);
    expect(performance.now() - started).toBeLessThan(patience);
  });

  it('100,000 sentences against as many takes time in proportion, not squared', () => {
    const small = [longEdition(5000, 3), longEdition(5000, 3, 0.3)] as const;
    const large = [longEdition(100_000, 3), longEdition(100_000, 3, 0.3)] as const;
    const time = (pair: readonly [typeof report, typeof report]) => {
      const started = performance.now();
      const { counts } = alignEditions(pair[0], pair[1]);
      return { counts, elapsed: performance.now() - started };
    };
    time(small);
    const before = time(small);
    const after = time(large);
    expect(after.counts.reworded).toBeGreaterThan(29_000);
    expect(after.counts.new).toBeLessThan(100);
    // Twenty times the length; squared would be 400 times.
    expect(after.elapsed / before.elapsed).toBeLessThan(80);
  }, 120_000);
});
