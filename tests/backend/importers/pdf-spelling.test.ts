// The small repairs of a typist: where lines join, which hyphens go, where a space is missing.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hyphensToDrop, joinOfLines, missingSpace } from '../../../shared/backend/importers/pdf/spelling.ts';

describe('joining lines', () => {
  it('puts a space between words', () => {
    expect(joinOfLines('rain', 'falls')).toBe('space');
    expect(joinOfLines('rain –', 'or snow')).toBe('space');
  });

  it('asks the document about a hyphen between small letters and keeps all others', () => {
    expect(joinOfLines('govern-', 'ment')).toBe('hyphen');
    expect(joinOfLines('Anti-', 'Flooding')).toBe('close');
    expect(joinOfLines('2014-', '2016')).toBe('close');
    expect(joinOfLines('and/or-', '(see')).toBe('space');
    expect(joinOfLines('soft\u00ad', 'ware')).toBe('drop');
  });

  it('joins an address broken at one of its signs and nothing else', () => {
    expect(joinOfLines('http://example.org/rain-', 'and-snow.html')).toBe('close');
    expect(joinOfLines('http://example.org/report.', 'pdf.')).toBe('close');
    expect(joinOfLines('http://example.org/report.', 'The next')).toBe('space');
    expect(joinOfLines('www.example.org/a', '/b')).toBe('close');
    expect(joinOfLines('http://example.org/', '[online]')).toBe('space');
  });
});

describe('line-end hyphens', () => {
  const drop = (text: string, ...marks: string[]): number[] => hyphensToDrop(text, marks.map((mark) => text.indexOf(mark) + mark.indexOf('-')));

  it('go when the document writes the word closed, stay when it writes the hyphen', () => {
    const text = 'The develop-ment of the development is non-binding and so is non-binding.';
    expect(drop(text, 'develop-ment', 'non-binding')).toEqual([text.indexOf('-')]);
  });

  it('stay in addresses and in chains of words', () => {
    expect(drop('See rain/and-snow and out-of-date and andsnow outof ofdate.', 'and-snow', 'out-of')).toEqual([]);
  });

  it('stay between two words that the document knows apart', () => {
    expect(drop('self-reported amounts, reported by my self', 'self-reported')).toEqual([]);
  });
});

describe('missing spaces', () => {
  it('are found after the end of a sentence and before a citation', () => {
    expect(missingSpace('labor.The')).toBe(6);
    expect(missingSpace('2014.(4)')).toBe(5);
    expect(missingSpace('cotton.(2,')).toBe(7);
    expect(missingSpace('2019,Fiji')).toBe(5);
    expect(missingSpace('spring,The')).toBe(7);
  });

  it('are not seen in abbreviations, numbers and addresses', () => {
    for (const word of ['U.S.', 'e.g.', 'Ph.D.', '1.5', '3.2(a)', 'www.Example.Org', 'a.b@example.org', 'http://x.Y', 'No.757', 'A.M.']) expect(missingSpace(word), word).toBe(0);
  });

  it('never make a part empty, whatever the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (word) => {
        const at = missingSpace(word);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at === 0 || at < word.length).toBe(true);
      }),
    );
  });
});
