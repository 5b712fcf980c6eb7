import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairKindOf, type PairSide, similarityInPercent } from '../../shared/core/document-pair.ts';
import { likenessOf, sketchOf } from '../../shared/core/likeness.ts';

/** Words that come in no pattern; the same for the same seed. */
function words(count: number, seed: number): string[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return `w${String(state % 5000)}`;
  });
}

const likeness = (one: string, other: string) => likenessOf(sketchOf(one), sketchOf(other));

describe('likeness of texts', () => {
  it('is 1 for the same text, about 0 for another, and the same in both directions', () => {
    const one = words(3000, 1).join(' ');
    const other = words(3000, 2).join(' ');
    expect(likeness(one, one)).toBe(1);
    expect(likeness(one, other)).toBeLessThan(0.02);
    expect(likeness(one, other)).toBe(likeness(other, one));
  });

  it('falls with what is changed, as the true share does, to a few hundredths', () => {
    for (const share of [0.02, 0.1, 0.3]) {
      const text = words(6000, 3);
      const step = Math.round(1 / share);
      const changed = text.map((word, at) => (at % step === 0 ? `x${word}` : word));
      const runs = (list: string[]) => new Set(list.slice(2).map((_, at) => list.slice(at, at + 3).join(' ')));
      const [left, right] = [runs(text), runs(changed)];
      const exact = (2 * [...left].filter((run) => right.has(run)).length) / (left.size + right.size);
      expect(Math.abs(likeness(text.join(' '), changed.join(' ')) - exact)).toBeLessThan(0.04);
    }
  });

  it('does not see what differs between a PDF and its web page: case, marks of references, breaks, ligatures, soft hyphens', () => {
    const page = 'The inspectorate made its first visits of the year in April. '.concat(...words(300, 4).map((word) => `${word} find `));
    const print = page.toUpperCase().replaceAll(' FIND', '\nfi\u00adnd (12, 14-16) [3]').replace('fi', '\ufb01');
    expect(likeness(page, print)).toBe(1);
  });

  it('tells no short text from another', () => {
    expect(sketchOf('Two lines only.\nNothing more.').hashes).toEqual([]);
    expect(likeness('Two lines only.', 'Two lines only.')).toBe(0);
    expect(likeness('', '')).toBe(0);
  });

  it('works on scripts without spaces, on right-to-left ones and on emoji', () => {
    const chinese = Array.from({ length: 400 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 37) % 900))).join('');
    const arabic = words(300, 5).map((word, at) => `كلمة${String(at % 90)} ${word.length}`).join(' ');
    for (const text of [chinese, arabic, `${'👩🏽‍🌾 harvest '.repeat(20)}${words(200, 6).join(' 🌾 ')}`]) expect(likeness(text, text)).toBe(1);
    expect(likeness(chinese, `${chinese.slice(0, 380)}新的一段话`)).toBeGreaterThan(0.9);
  });

  it('never throws and stays between 0 and 1, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 600 }), fc.string({ unit: 'grapheme', maxLength: 600 }), (one, other) => {
      const value = likeness(one, other);
      return value >= 0 && value <= 1;
    }), { numRuns: 200 });
  });

  it('takes a text of a million words in its stride', () => {
    const sketch = sketchOf(words(1_000_000, 7).join(' '));
    expect(sketch.hashes).toHaveLength(1024);
    expect([...sketch.hashes].toSorted((one, other) => one - other)).toEqual(sketch.hashes);
  });
});

describe('what a pair is', () => {
  const side: PairSide = { id: 'a', title: 'Ruritania: note, 2020', kind: 'generic', country: 'RUR', countryName: 'Ruritania', year: 2020, date: null, issuer: 'Ministry', identifier: null, fileName: 'a.pdf', format: 'pdf', pages: 2, annotations: 0, importedAt: '2026' };
  const kind = (other: Partial<PairSide>, similarity: number, isSameFile = false, one: Partial<PairSide> = {}) => pairKindOf({ ...side, ...one }, { ...side, id: 'b', ...other }, { similarity, isSameFile });

  it('is a revised edition for the same country, year, kind and series or issuer', () => {
    expect(kind({}, 0.6)).toBe('edition');
    expect(kind({ title: 'Ruritania: note, 2021' }, 0.6)).toBe('edition');
    expect(kind({ title: 'Another paper', issuer: 'Another' }, 0.6)).toBeNull();
    expect(kind({ year: 2021 }, 0.6)).toBeNull();
    expect(kind({ country: 'FRE' }, 0.6)).toBeNull();
    expect(kind({ kind: 'ilab-report' }, 0.6, false, { kind: 'ilab-report' })).toBe('edition');
    expect(kind({}, 0.2)).toBeNull();
  });

  it('is the same text in another form from nine tenths on, but not for another year or country', () => {
    expect(kind({ format: 'html' }, 0.93)).toBe('copy');
    expect(kind({ format: 'html', year: null, country: null, title: 'x', issuer: null }, 0.93)).toBe('copy');
    expect(kind({ year: 2021 }, 0.95)).toBeNull();
    expect(kind({ country: 'FRE' }, 0.95)).toBeNull();
    expect(kind({ year: 2021, title: 'x' }, 1)).toBe('copy');
  });

  it('is a cable only by its identifier, and a changed file whatever it says', () => {
    const cable = { kind: 'cable', identifier: '07ASTANA1' } as const;
    expect(kind(cable, 0.6, false, cable)).toBe('edition');
    expect(kind({ ...cable, identifier: '07ASTANA2' }, 0.6, false, cable)).toBeNull();
    expect(kind({ year: 1999, country: 'FRE' }, 0, true)).toBe('file');
  });

  it('is never said to be more alike than it is', () => {
    expect([1, 0.9999, 0.991, 0.99, 0.879].map(similarityInPercent)).toEqual(['100 %', 'over 99 %', 'over 99 %', '99 %', '87 %']);
  });
});
