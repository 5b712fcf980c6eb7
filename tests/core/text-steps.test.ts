// Steps through a text: letters, words, sentences, paragraphs, in scripts of every direction; ends that never split a letter.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trimRange } from '../../shared/core/annotation.ts';
import { assemble, rowDraft } from '../../shared/core/canonical-text.ts';
import type { TextRange } from '../../shared/core/document.ts';
import { isRightToLeft, movedAlong, onWholeLetters, type TextUnit, unitAt, unitFrom, withEndMoved } from '../../shared/core/text-steps.ts';

const farmer = '👩‍🌾';
const { text, blocks } = assemble([
  { kind: 'paragraph', text: 'One is here. Two is there.' },
  rowDraft([{ text: 'Cell one' }, { text: '' }, { text: 'Cell two' }]),
  { kind: 'paragraph', text: '三つ目。四つ目。' },
]);
const readable = { text, blocks, language: 'en' };
const plain = (words: string) => ({ ...assemble([{ kind: 'paragraph' as const, text: words }]), language: null });

function all(within: typeof readable | ReturnType<typeof plain>, unit: TextUnit, step: 1 | -1): string[] {
  const words: string[] = [];
  for (let range = step === 1 ? unitAt(within, unit, 0) : unitFrom(within, unit, within.text.length, -1); range; range = unitFrom(within, unit, step === 1 ? range.end : range.start, step)) words.push(within.text.slice(range.start, range.end));
  return words;
}

describe('units', () => {
  it('go through sentences, cells and paragraphs in both directions and stop at the ends', () => {
    expect(all(readable, 'sentence', 1)).toEqual(['One is here.', 'Two is there.', 'Cell one', 'Cell two', '三つ目。', '四つ目。']);
    expect(all(readable, 'sentence', -1)).toEqual(all(readable, 'sentence', 1).toReversed());
    expect(all(readable, 'paragraph', 1)).toHaveLength(3);
    expect(unitFrom(readable, 'paragraph', text.length, 1)).toBeNull();
    expect(unitFrom({ ...readable, blocks: [] }, 'paragraph', 0, 1)).toBeNull();
    expect(unitAt({ text: '', blocks: [], language: null }, 'letter', 0)).toBeNull();
  });

  it('are letters as a reader sees them: emoji, flags, marks, Hangul, Thai and Arabic are never split', () => {
    expect(all(plain(`a${farmer} 🇰🇿e\u0301👍🏽`), 'letter', 1)).toEqual(['a', farmer, '🇰🇿', 'e\u0301', '👍🏽']);
    expect(all(plain('각๑กำكِتاب'), 'letter', 1)).toEqual(['각', '๑', 'กำ', 'كِ', 'ت', 'ا', 'ب']);
    expect(all(plain('क्षत्रिय'), 'letter', -1).toReversed().join('')).toBe('क्षत्रिय');
  });

  it('are words, without the signs between them, also where words have no spaces', () => {
    expect(all(plain('“Well-known” farms, 1,200 of them.'), 'word', 1)).toEqual(['Well', 'known', 'farms', '1,200', 'of', 'them']);
    expect(all(plain('児童労働を禁止する。'), 'word', 1).join('')).toBe('児童労働を禁止する');
    expect(all(plain('عمل الأطفال ممنوع'), 'word', 1)).toEqual(['عمل', 'الأطفال', 'ممنوع']);
  });

  it('are found around an offset, and after it where it stands between two', () => {
    expect(unitAt(readable, 'word', 1)).toEqual({ start: 0, end: 3 });
    expect(unitAt(readable, 'word', 3)).toEqual({ start: 4, end: 6 });
    expect(unitAt(readable, 'sentence', 14)).toEqual({ start: 13, end: 26 });
  });
});

describe('an end of a passage', () => {
  const words = (range: TextRange) => text.slice(range.start, range.end);

  it('moves by every unit, later and earlier, and never past the other end', () => {
    const here = { start: 4, end: 6 };
    expect(words(withEndMoved(readable, here, 'end', 'letter', 1))).toBe('is h');
    expect(words(withEndMoved(readable, here, 'end', 'word', 1))).toBe('is here');
    expect(words(withEndMoved(readable, here, 'end', 'sentence', 1))).toBe('is here.');
    expect(words(withEndMoved(readable, here, 'end', 'paragraph', 1))).toBe('is here. Two is there.');
    expect(words(withEndMoved(readable, here, 'start', 'word', -1))).toBe('One is');
    expect(words(withEndMoved(readable, { start: 0, end: 12 }, 'end', 'word', -1))).toBe('One is here');
    expect(withEndMoved(readable, here, 'end', 'word', -1)).toEqual(here);
    expect(withEndMoved(readable, here, 'start', 'sentence', 1)).toEqual(here);
    expect(withEndMoved(readable, { start: 0, end: text.length }, 'end', 'letter', 1)).toEqual({ start: 0, end: text.length });
  });

  it('shrinks by what it grew by, whatever is written', () => {
    const alphabet = fc.constantFrom('a', 'Б', ' ', '.', farmer, '🇰🇿', 'e\u0301', 'ش', '字', '\n', '각');
    fc.assert(
      fc.property(fc.array(alphabet, { minLength: 2, maxLength: 30 }).map((parts) => `x${parts.join('')}x`), fc.constantFrom<TextUnit>('letter', 'word'), (written, unit) => {
        const within = { text: written, blocks: [], language: null };
        const first = unitAt(within, unit, 0);
        if (!first) return;
        const grown = withEndMoved(within, first, 'end', unit, 1);
        if (grown.end === first.end) return;
        expect(withEndMoved(within, grown, 'end', unit, -1)).toEqual(first);
        expect(onWholeLetters(written, grown)).toEqual(grown);
      }),
    );
  });

  it('is found at once in a paragraph of a million letters', () => {
    const long = plain('The inspectors went on. '.repeat(42_000));
    expect(withEndMoved(long, { start: 500_016, end: 500_020 }, 'end', 'sentence', 1).end).toBe(500_015 + 24);
    expect(withEndMoved(long, { start: 0, end: 3 }, 'end', 'paragraph', 1).end).toBe(long.text.length);
  });

  it('goes along with the other when the passage is moved by a word', () => {
    expect(words(movedAlong(readable, { start: 0, end: 6 }, 1))).toBe('is here');
    expect(words(movedAlong(readable, { start: 4, end: 11 }, -1))).toBe('One is');
    expect(movedAlong(readable, { start: 0, end: 6 }, -1)).toEqual({ start: 0, end: 6 });
  });
});

describe('a passage', () => {
  it('is widened to whole letters and trimmed of the space around it', () => {
    const written = ` ${farmer}e\u0301 🇰🇿🇺🇿 `;
    const at = written.indexOf('🇰🇿');
    expect(trimRange(written, { start: 2, end: 4 })).toEqual({ start: 1, end: 1 + farmer.length });
    expect(trimRange(written, { start: 1 + farmer.length, end: 2 + farmer.length })).toEqual({ start: 1 + farmer.length, end: 3 + farmer.length });
    expect(trimRange(written, { start: at + 2, end: at + 4 })).toEqual({ start: at, end: at + 4 });
    expect(trimRange(written, { start: at + 5, end: 99 })).toEqual({ start: at + 4, end: at + 8 });
    expect(trimRange(written, { start: 0, end: 1 })).toBeNull();
    expect(trimRange('ab', { start: 5, end: 9 })).toBeNull();
    expect(onWholeLetters('\ud83d', { start: 0, end: 1 })).toEqual({ start: 0, end: 1 });
  });

  it('never splits a letter, wherever it is cut', () => {
    const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(120), fc.nat(120), (written, one, other) => {
        const range = onWholeLetters(written, { start: Math.min(one, other, written.length), end: Math.min(Math.max(one, other), written.length) });
        const edges = new Set([written.length, ...[...letters.segment(written)].map(({ index }) => index)]);
        expect(edges.has(range.start) && edges.has(range.end)).toBe(true);
      }),
    );
  });

  it('runs from right to left when its first letter does', () => {
    expect(['عمل', '12. עבודה', 'Work عمل', '123', ''].map(isRightToLeft)).toEqual([true, true, false, false, false]);
  });
});
