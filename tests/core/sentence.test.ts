// Sentences as an analyst would count them: abbreviations, citations, lost spaces, other scripts, and speed.

import { describe, expect, it } from 'vitest';
import { sentences } from '../../shared/core/sentence.ts';
import { patience } from '../support/patience.ts';

const split = (text: string, locale?: string) => sentences(text, locale).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('splits plain prose and gives offsets into the text, without the spaces around', () => {
    const text = '  One is here. Two follows!  Three asks? ';
    expect(split(text)).toEqual(['One is here.', 'Two follows!', 'Three asks?']);
    expect(sentences(text)[0]).toEqual({ start: 2, end: 14 });
  });

  it.each([
    ['The U.S. Department of Labor met Dr. Lee. Nothing followed.', 2],
    ['He lives in the U.S. The law differs there.', 2],
    ['Law No. 407-IV, Art. 12 and pp. 3–5 apply. See Sec. 4.', 2],
    ['Work in agriculture, e.g. Cotton and tea, i.e. Crops. It is done.', 2],
    ['Sugar, rice, etc. are grown. Sugar, rice, etc. Families help.', 3],
    ['They moved to St. Petersburg on Dec. 30 at 5 p.m. local time.', 1],
    ['J. R. Smith and John F. Kennedy signed it.', 1],
    ['About 3.5 percent, or 1.2 million. Of these, $4.50 is paid.', 2],
    ['4. The Government agreed. It signed.', 2],
    ['See www.example.org/2021.Html?x=1.The for more. Then go.', 2],
  ])('%s -> %i', (text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  it('keeps a citation with the sentence it follows', () => {
    expect(split('Children work in fields.(1-3) Girls work at home. (4; 7) Boys herd.[12] Some beg.¹ Others carry.')).toEqual([
      'Children work in fields.(1-3)',
      'Girls work at home. (4; 7)',
      'Boys herd.[12]',
      'Some beg.¹',
      'Others carry.',
    ]);
  });

  it('finds the boundary where the space was lost', () => {
    expect(split('It ended child labor.The law came in 2021.Then it was changed.(3)Nobody knew.')).toEqual([
      'It ended child labor.',
      'The law came in 2021.',
      'Then it was changed.(3)',
      'Nobody knew.',
    ]);
  });

  it('keeps quotations whole', () => {
    expect(split('He called it “a beginning.” She said “Stop!” and left. “Why?” they asked.')).toEqual([
      'He called it “a beginning.”',
      'She said “Stop!” and left.',
      '“Why?” they asked.',
    ]);
  });

  it('reads wrapped lines on and stops at short ones', () => {
    expect(split('The inspectors of the ministry visited the\nUnited Nations office in the capital and\nleft. They came back.\nSummary\nNext year')).toEqual([
      'The inspectors of the ministry visited the\nUnited Nations office in the capital and\nleft.',
      'They came back.',
      'Summary',
      'Next year',
    ]);
  });

  it('knows other scripts', () => {
    expect(split('政府通过了法律。儿童仍在工作！为什么？', 'zh')).toHaveLength(3);
    expect(split('وافقت الحكومة على القانون. هل يعمل الأطفال؟ نعم.', 'ar')).toHaveLength(3);
    expect(split('Дети работают в г. Алматы. В 2021 г. Правительство приняло закон.', 'ru')[0]).toBe('Дети работают в г. Алматы.');
    expect(split('बच्चे काम करते हैं। सरकार ने कानून बनाया।', 'hi')).toHaveLength(2);
  });

  it('survives nothing, noise and a foolish language tag', () => {
    expect(split('')).toEqual([]);
    expect(split(' \n\t ')).toEqual([]);
    expect(split('...', 'not a tag!')).toEqual(['...']);
    expect(split('\ud800. \udfff')).not.toHaveLength(0);
  });

  it('covers every character that is no space, whatever the text', () => {
    const text = 'A. B! (1) c? "D." e.g. F\n\ng.H i.Jk (2-3) l… M'.repeat(50);
    const kept = split(text).join('').replace(/\s/g, '');
    expect(kept).toBe(text.replace(/\s/g, ''));
  });

  it('takes well under a second for a megabyte', () => {
    const text = 'The inspectors of the U.S. Department visited 12 fields in 2021.(1-3) Nobody was fined there. '.repeat(11_000);
    const before = performance.now();
    expect(sentences(text)).toHaveLength(22_000);
    expect(performance.now() - before).toBeLessThan(patience);
  });

  it('is not slowed by repeated signs', () => {
    const before = performance.now();
    for (const hostile of ['.', '(1', 'A.', 'a.B', ' ', '\n', '.(1)', 'www.']) sentences(hostile.repeat(50_000));
    expect(performance.now() - before).toBeLessThan(patience);
  });
});
