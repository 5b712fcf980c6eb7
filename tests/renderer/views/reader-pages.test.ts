// The page view's rules without a browser: where pages stand, what a point means, where one goes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goalOf } from '../../../renderer/views/reader/go-dialog.tsx';
import { actualSize, boxOnSheet, layOutSheets, pointOnPage, scaleFor, sheetAt, type Turn, zoomStep } from '../../../renderer/views/reader/pages/page-geometry.ts';
import { PageWords } from '../../../renderer/views/reader/pages/page-words.ts';
import { DrawQueue } from '../../../renderer/views/reader/pages/draw-queue.ts';
import { around } from '../../../renderer/views/reader/pages/use-page-selection.ts';
import { emptyBlock } from '../../../shared/core/document.ts';
import { packWords } from '../../../shared/core/word-boxes.ts';

const a4 = { width: 595, height: 842 };

/** Lines of words in columns: each line a list of words, 6 points a letter, 12 a line. */
function set(columns: { x: number; lines: string[] }[]): { text: string; words: PageWords } {
  let text = '';
  const boxes = columns.flatMap(({ x, lines }) =>
    lines.flatMap((line, row) => {
      let at = x;
      return line.split(' ').map((word) => {
        if (text !== '') text += ' ';
        const box = { start: text.length, end: text.length + word.length, x: at, y: 100 + row * 14, width: word.length * 6, height: 11 };
        text += word;
        at += (word.length + 1) * 6;
        return box;
      });
    }),
  );
  return { text, words: new PageWords(packWords(boxes), text) };
}

describe('pages', () => {
  it('stand one below the other, in the middle, at one scale; a page without a size as letter paper', () => {
    const layout = layOutSheets([a4, { width: 0, height: 0 }, { width: 1191, height: 842 }], 1, 0);
    expect(layout.sheets.map(({ width, height }) => [width, height])).toEqual([[595, 842], [612, 792], [1191, 842]]);
    for (const [one, next] of [[0, 1], [1, 2]] as const) expect((layout.sheets[next]?.y ?? 0) - (layout.sheets[one]?.y ?? 0) - (layout.sheets[one]?.height ?? 0)).toBeGreaterThanOrEqual(15);
    expect(layout.sheets.map(({ x, width }) => Math.round(x + width / 2))).toEqual([612, 612, 612].map((middle) => expect.closeTo(middle, -1) as number));
    // To fit the width, only what is wider is drawn smaller.
    expect(layOutSheets([a4, { width: 1190, height: 842 }], 1, 0, 595).sheets.map(({ width, height, scale }) => [width, height, scale])).toEqual([[595, 842, 1], [595, 421, 0.5]]);
    expect(sheetAt(layout, 0)).toBe(0);
    expect(sheetAt(layout, 900)).toBe(1);
    expect(sheetAt(layout, 1e9)).toBe(2);
  });

  it('fit the width as they commonly are, whatever one of them is, and never grow beyond what can be scrolled', () => {
    const pages = [a4, a4, a4, { width: 14_400, height: 14_400 }];
    expect(scaleFor('width', pages, 0, { width: 627, height: 900 })).toBeCloseTo(1, 2);
    expect(scaleFor('page', [a4], 0, { width: 2000, height: 874 })).toBeCloseTo(1, 2);
    expect(scaleFor(2, [a4], 0, { width: 100, height: 100 })).toBeCloseTo(2 * actualSize);
    const many = Array.from({ length: 10_000 }, () => a4);
    expect(layOutSheets(many, scaleFor(4, many, 0, { width: 900, height: 900 }), 0).height).toBeLessThan(33_554_432);
    expect(zoomStep(1, 1)).toBe(1.1);
    expect(zoomStep(0.5, -1)).toBe(0.5);
    expect(zoomStep(4, 1)).toBe(4);
  });

  it('turned have each point where it is found again', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 590, noNaN: true }), fc.double({ min: 0, max: 840, noNaN: true }), fc.constantFrom<Turn>(0, 1, 2, 3), fc.double({ min: 0.1, max: 5, noNaN: true }), (x, y, turn, scale) => {
        const placed = boxOnSheet({ x, y, width: 0, height: 0 }, a4, turn, scale);
        const back = pointOnPage(placed, a4, turn, scale);
        expect(back.x).toBeCloseTo(x, 6);
        expect(back.y).toBeCloseTo(y, 6);
      }),
    );
  });
});

describe('the words of a page', () => {
  const { text, words } = set([
    { x: 70, lines: ['the first line of it', 'goes on to here', 'short'] },
    { x: 330, lines: ['another column begins', 'and ends'] },
  ]);
  const where = (word: string, share = 0.5) => {
    const box = words.words.find(({ start, end }) => text.slice(start, end) === word);
    if (!box) throw new Error(word);
    return { x: box.x + box.width * share, y: box.y + box.height / 2 };
  };

  it('are covered line by line, from and to within a word', () => {
    const boxes = words.boxesOf({ start: text.indexOf('rst line'), end: text.indexOf('on to') + 2 });
    expect(boxes).toHaveLength(2);
    expect(boxes[0]?.x).toBeGreaterThan(70 + 24);
    expect(boxes[1]).toMatchObject({ x: 70, y: 114 });
    expect(words.boxesOf({ start: text.indexOf('short'), end: text.indexOf('column') })).toHaveLength(2);
    expect(words.boxesOf({ start: 9000, end: 9010 })).toEqual([]);
  });

  it('answer a point with the letter under it, and a place beside them with the nearest in their own column', () => {
    expect(text.slice(words.offsetAt(where('column', 0.1)) ?? 0).startsWith('column')).toBe(true);
    expect(words.offsetAt({ x: 600, y: 700 })).toBeNull();
    // Right of a short line: its end, not the next column.
    expect(words.caretAt({ x: 180, y: where('short').y })).toBe(text.indexOf('short') + 5);
    expect(words.caretAt({ x: 0, y: where('goes').y })).toBe(text.indexOf('goes'));
    expect(words.caretAt({ x: 500, y: 5 })).toBe(text.indexOf('begins') + 6);
    expect(words.offsetBelow(115)).toBe(text.indexOf('goes'));
  });

  it('never split an emoji or a letter with its marks, and run from right to left where they are written so', () => {
    const line = 'a👩‍🌾b';
    const mixed = new PageWords(packWords([{ start: 0, end: line.length, x: 0, y: 0, width: 30, height: 10 }]), line);
    const carets = new Set(Array.from({ length: 31 }, (_, x) => mixed.caretAt({ x, y: 5 })));
    expect([...carets]).toEqual([0, 1, 1 + '👩‍🌾'.length, line.length]);
    const arabic = new PageWords(packWords([{ start: 0, end: 4, x: 0, y: 0, width: 40, height: 10 }]), 'عمال');
    expect(arabic.caretAt({ x: 39, y: 5 })).toBe(0);
    expect(arabic.caretAt({ x: 1, y: 5 })).toBe(4);
    expect(arabic.boxesOf({ start: 0, end: 1 })[0]?.x).toBeGreaterThan(20);
  });

  it('that are none, or broken, are no words', () => {
    expect(new PageWords(new Uint8Array(), '').caretAt({ x: 1, y: 1 })).toBeNull();
    expect(new PageWords(new Uint8Array(), '').isEmpty).toBe(true);
    const wild = new PageWords(packWords([{ start: 0, end: 5, x: Number.NaN, y: 0, width: 0, height: 0 }]), 'words');
    expect(() => wild.caretAt({ x: 1, y: 1 })).not.toThrow();
  });

  it('are 50,000 on one page and still answer', () => {
    const long = set([{ x: 70, lines: Array.from({ length: 5000 }, () => 'ten words of one letter or two in a row') }]);
    expect(long.words.words.length).toBe(50_000);
    expect(long.words.boxesOf({ start: 0, end: long.text.length })).toHaveLength(5000);
    expect(long.words.caretAt({ x: 71, y: 100 + 4999 * 14 + 5 })).toBeGreaterThan(long.text.length - 50);
  });
});

describe('a place', () => {
  const text = 'One two three.\nMeasure2020';
  const blocks = [
    { ...emptyBlock, kind: 'paragraph' as const, start: 0, end: 14, label: '4' },
    { ...emptyBlock, kind: 'table-row' as const, start: 15, end: 26, cells: [{ start: 15, end: 22, header: false, colSpan: 1, rowSpan: 1 }, { start: 22, end: 26, header: false, colSpan: 1, rowSpan: 1 }] },
  ];
  it('means its word at a double click and its passage, or cell, at a triple one', () => {
    const taken = (offset: number, grain: 'word' | 'block') => {
      const { start, end } = around({ text, blocks }, offset, grain);
      return text.slice(start, end);
    };
    expect(taken(5, 'word')).toBe('two');
    expect(taken(5, 'block')).toBe('One two three.');
    expect(taken(17, 'word')).toBe('Measure');
    expect(taken(24, 'block')).toBe('2020');
  });

  it('is named by what is printed, else by the count; a paragraph by its number', () => {
    const pages = ['iv', 'v', '4'].map((label, index) => ({ number: index + 1, label, start: index * 10, end: index * 10 + 10, width: 1, height: 1 }));
    const go = (typed: string) => goalOf(typed, { pages, blocks });
    expect(go('IV')).toMatchObject({ kind: 'page', number: 1 });
    expect(go('4')).toMatchObject({ kind: 'page', number: 3 });
    expect(go('p. 2')).toMatchObject({ kind: 'page', number: 2 });
    expect(go('¶ 4')).toEqual({ kind: 'paragraph', start: 0 });
    for (const nothing of ['', '  ', '99', '¶ 99', 'p. 99', '(((']) expect(go(nothing)).toBeNull();
  });
});

describe('what waits to be drawn', () => {
  it('is drawn one at a time, what is seen first, and not at all when it was withdrawn', async () => {
    const queue = new DrawQueue();
    const drawn: string[] = [];
    const left = new AbortController();
    const kept = new AbortController().signal;
    const draw = (name: string) => async () => {
      await Promise.resolve();
      drawn.push(name);
      return name;
    };
    const thumbnail = queue.add(2, kept, draw('thumbnail'));
    const gone = queue.add(0, left.signal, draw('gone'));
    const seen = queue.add(0, kept, draw('seen'));
    left.abort();
    await expect(gone).rejects.toThrow();
    await Promise.all([thumbnail, seen]);
    expect(drawn).toEqual(['seen', 'thumbnail']);
    await expect(queue.add(0, kept, () => Promise.reject(new Error('damaged')))).rejects.toThrow('damaged');
    expect(await queue.add(0, kept, draw('after'))).toBe('after');
  });
});
