import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addCounts, agreementOf, compareCodings, noCharacters, union } from '../../shared/core/agreement.ts';

const range = (start: number, end: number) => ({ start, end });

describe('agreement of two analysts', () => {
  it('is 85 % when of 1,000 characters both coded 50, one alone 150 and nobody 800', () => {
    const { disagreements, ...counts } = compareCodings({ characters: 1000, first: [range(0, 150)], second: [range(100, 200)] });
    expect(counts).toEqual({ both: 50, onlyFirst: 100, onlySecond: 50, none: 800 });
    expect(disagreements).toEqual([{ start: 0, end: 100, by: 'first' }, { start: 150, end: 200, by: 'second' }]);
    const agreement = agreementOf(counts);
    expect(agreement.percent).toBeCloseTo(0.85, 12);
    // Chance: 0.15 × 0.10 + 0.85 × 0.90 = 0.78; (0.85 − 0.78) ÷ 0.22.
    expect(agreement.kappa).toBeCloseTo(7 / 22, 12);
    // 250 of 2,000 values are codes: expected 2 × 250 × 1,750 ÷ (2,000 × 1,999); observed 0.15.
    expect(agreement.alpha).toBeCloseTo(1 - 0.15 / ((2 * 250 * 1750) / (2000 * 1999)), 12);
  });

  it("agrees with a worked example of Cohen's kappa: 20, 5, 10, 15 give 0.4", () => {
    expect(agreementOf({ both: 20, onlyFirst: 5, onlySecond: 10, none: 15 }).kappa).toBeCloseTo(0.4, 12);
  });

  it("agrees with Krippendorff's worked example of ten units and two values: alpha 0.095", () => {
    // Both values disagree in four of ten units; one value was given 14 times, the other 6 times.
    expect(agreementOf({ both: 1, onlyFirst: 2, onlySecond: 2, none: 5 }).alpha).toBeCloseTo(0.095, 3);
  });

  it('is perfect when both coded the same, and worse than chance when they parted the text between them', () => {
    expect(agreementOf({ both: 40, onlyFirst: 0, onlySecond: 0, none: 60 })).toMatchObject({ percent: 1, kappa: 1, alpha: 1 });
    expect(agreementOf({ both: 0, onlyFirst: 50, onlySecond: 50, none: 0 })).toMatchObject({ percent: 0, kappa: -1 });
  });

  it('has no figure where there is nothing to reckon with', () => {
    expect(agreementOf(noCharacters)).toMatchObject({ percent: null, kappa: null, alpha: null });
    expect(agreementOf({ both: 0, onlyFirst: 0, onlySecond: 0, none: 100 })).toMatchObject({ percent: 1, kappa: null, alpha: null });
    expect(agreementOf({ both: 100, onlyFirst: 0, onlySecond: 0, none: 0 })).toMatchObject({ percent: 1, kappa: null, alpha: null });
  });

  it('counts overlapping annotations of one analyst once, and cuts what stands outside the text', () => {
    expect(union([range(5, 9), range(0, 3), range(2, 5), range(20, 20)])).toEqual([range(0, 9)]);
    expect(compareCodings({ characters: 10, first: [range(-5, 4), range(3, 99)], second: [] })).toMatchObject({ onlyFirst: 10, none: 0 });
    expect(compareCodings({ characters: 0, first: [range(0, 4)], second: [range(0, 4)] })).toEqual({ both: 0, onlyFirst: 0, onlySecond: 0, none: 0, disagreements: [] });
  });

  it('counts every character once, as counting them one by one does', () => {
    const ranges = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })).map(([a, b]) => range(Math.min(a, b), Math.max(a, b))), { maxLength: 8 });
    fc.assert(
      fc.property(ranges, ranges, fc.integer({ min: 0, max: 60 }), (first, second, characters) => {
        const has = (own: typeof first, at: number) => own.some(({ start, end }) => start <= at && at < end);
        const slow = { ...noCharacters };
        for (let at = 0; at < characters; at++) slow[has(first, at) ? (has(second, at) ? 'both' : 'onlyFirst') : has(second, at) ? 'onlySecond' : 'none']++;
        const { disagreements, ...counts } = compareCodings({ characters, first, second });
        expect(counts).toEqual(slow);
        for (const each of disagreements) for (let at = each.start; at < each.end; at++) expect([has(first, at), has(second, at)]).toEqual(each.by === 'first' ? [true, false] : [false, true]);
        expect(disagreements.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(counts.onlyFirst + counts.onlySecond);
        expect(addCounts(counts, noCharacters)).toEqual(counts);
      }),
    );
  });
});
