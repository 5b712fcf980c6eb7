import { describe, expect, it } from 'vitest';
import { rateInWords, timeLeftInWords, WorkRate } from '../../shared/core/work-rate.ts';

describe('the rate of work', () => {
  it('says nothing at first, then what is done a second', () => {
    const rate = new WorkRate(0);
    rate.done(5, 500);
    expect(rate.perSecond(500)).toBeNull();
    for (let at = 1000; at <= 10_000; at += 500) rate.done(5, at);
    expect(rate.perSecond(10_000)).toBeCloseTo(10, 0);
  });

  it('follows a change of pace, without jumping with each file', () => {
    const rate = new WorkRate(0);
    for (let at = 100; at <= 30_000; at += 100) rate.done(1, at);
    rate.done(1, 31_000);
    expect(rate.perSecond(31_000)).toBeGreaterThan(8);
    for (let at = 32_000; at <= 90_000; at += 1000) rate.done(1, at);
    expect(rate.perSecond(90_000)).toBeLessThan(1.5);
  });

  it('falls while nothing ends, and does not count the time in which the work was held', () => {
    const rate = new WorkRate(0);
    for (let at = 1000; at <= 10_000; at += 1000) rate.done(1, at);
    expect(rate.perSecond(25_000)).toBeLessThan(0.6);
    rate.rested(1_000_000);
    expect(rate.perSecond(1_000_000)).toBeCloseTo(1, 1);
  });

  it('never answers a number that is none, even when the clock goes back', () => {
    const rate = new WorkRate(10_000);
    rate.done(3, 9_000);
    expect(rate.perSecond(8_000)).toBeNull();
    expect(new WorkRate(0).perSecond(60_000)).toBeNull();
  });
});

describe('in words', () => {
  it('the time left grows coarser with its length', () => {
    expect([0, 7, 12, 41, 54, 70, 95, 130, 601, 1300, 3000, 3400, 5000, 9000].map(timeLeftInWords)).toEqual([
      'a few seconds left', 'a few seconds left', 'about 20 seconds left', 'about 50 seconds left', 'about a minute left', 'about a minute left', 'about 2 minutes left', 'about 2 minutes left', 'about 10 minutes left', 'about 20 minutes left', 'about 50 minutes left', 'about an hour left', 'about an hour left', 'about 3 hours left',
    ]);
    expect(timeLeftInWords(null)).toBe('');
    expect(timeLeftInWords(Number.POSITIVE_INFINITY)).toBe('');
  });

  it('a rate takes the unit in which it is a number to read', () => {
    expect([38.2, 4.25, 1, 0.2, 0.001].map((rate) => rateInWords(rate, 'files'))).toEqual(['38 files a second', '4.3 files a second', '1.0 files a second', '12 files a minute', '']);
    expect(rateInWords(null, 'pages')).toBe('');
  });
});
