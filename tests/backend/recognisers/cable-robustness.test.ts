// Text that is no cable, damaged cables, hostile and huge text: nothing is lost, nothing hangs, nothing is taken for a cable.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseText } from '../../../shared/backend/importers/text.ts';
import { cableRecogniser } from '../../../shared/backend/recognisers/cable.ts';
import { bare, expectWhole, recognise } from './cable-reading.ts';
import * as samples from './cable-samples.ts';
import { confidentialCable } from './cable-samples.ts';
import { patience } from '../../support/patience.ts';

describe('what is no cable', () => {
  it.each([
    ['empty text', ''],
    ['a mail', 'From: Jane Doe\nTo: Richard Roe\nDate: Mon, 3 Dec 2007\nSubject: Re: cocoa\n\nDear Richard,\n\nI saw the cable 09ACCRA77. REF: our letter.\n\n1. First.\n2. Second.\n\nJANE'],
    ['an official letter', 'MINISTRY OF LABOUR\n\nRef: ML/2009/77\nSubject: Inspection of farms\n\nSir,\n\n1. I am directed to reply.\n2. The farms were seen.\n'],
    ['a report', 'Country Report 2021\n\nI. Prevalence\n\nIn 2021 the government made moderate advancement.\nTAGS are not used here. E.O. 13126: a list of goods.\n'],
    ['Russian text', 'Доклад о положении детей\n\n1. Введение\n\nВ 2021 году правительство приняло план.\n'],
    ['Arabic text', 'تقرير عن عمل الأطفال\n\n١. مقدمة\n'],
  ])('gives %s almost no chance, and still reads it without loss', (_, source) => {
    const parsed = parseText(source);
    expect(cableRecogniser.accepts({ name: 'a.txt', parsed })).toBeLessThan(0.05);
    expectWhole(source, recognise(parsed));
  });
});

describe('any text at all', () => {
  const real = Object.values(samples);
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('TAGS:', 'SUBJECT:', '\nREF: A. ', '\n1. (C) ', '¶2.', 'UNCLAS ACCRA 000077\n', 'PAGE 02 ACCRA 00077 280905Z', 'ACCRA 00000077 001 OF 002', 'Created\nOrigin\n', 'End summary.', '&#8217;', '\\', '"', '<pre>', 'XMT ', '\n\n\n'),
  );
  const mutated = fc
    .tuple(fc.constantFrom(...real), fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(200), piece), { maxLength: 5 }))
    .map(([source, edits]) => edits.reduce<string>((text, [share, cut, insert]) => text.slice(0, Math.floor(share * text.length)) + insert + text.slice(Math.floor(share * text.length) + cut), source));

  it('loses no character of a damaged cable', () => {
    fc.assert(fc.property(mutated, (source) => expectWhole(source, recognise(bare(source)))), { numRuns: 120 });
  });

  it('loses no character of arbitrary text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (source) => expectWhole(source, recognise(bare(source)))), { numRuns: 60 });
  });
});

describe('a file of several cables', () => {
  const kinds = fc.constantFrom(...Object.values(samples));
  it('loses no character when it is divided', () => {
    fc.assert(
      fc.property(fc.array(kinds, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\n\n\n', '\n----\n'), (texts, between) => {
        const source = texts.join(between);
        const divided = cableRecogniser.divide?.({ name: 'all.txt', parsed: bare(source) }) ?? null;
        const pieces = divided?.parts?.map(({ parsed }) => parsed.source ?? '') ?? [source];
        const kept = [...pieces, ...(divided?.leftOut ?? []).map(({ text }) => text)].join('').replace(/\s+/g, '');
        expect([...kept].toSorted()).toEqual([...source.replace(/\s+/g, '')].toSorted());
        for (const piece of pieces) expectWhole(piece, recognise(bare(piece)));
      }),
      { numRuns: 40 },
    );
  });
});

describe('hostile and huge text', () => {
  const million = 1_000_000;
  it.each([
    ['dots', '.'.repeat(million)],
    ['nested brackets in REF', `UNCLAS ACCRA 000077\nREF: ${'('.repeat(million / 2)}x${')'.repeat(million / 2)}`],
    ['one word in TAGS', `UNCLAS ACCRA 000077\nTAGS: ${'PHUM'.repeat(million / 4)}`],
    ['blanks after a label', `TAGS:${' '.repeat(million)}X`],
    ['letters of a spaced classification', 'U N C L A S '.repeat(million / 12)],
    ['banners', 'UNCLAS ACCRA 000077\n'.repeat(million / 20)],
    ['page banners on one line', 'ACCRA 00000077 001 OF 002 '.repeat(million / 26)],
    ['labels', 'SUBJECT: \n'.repeat(million / 10)],
    ['bullets', `REF: ${'A. '.repeat(million / 3)}`],
    ['open tags', `<pre>${'<a'.repeat(million / 2)}`],
    ['quotation marks of a table', `1,"12/3/2007 11:54",09ACCRA77,${'"'.repeat(million)}`],
    ['paragraph signs', '¶1.'.repeat(million / 3)],
    ['newlines', '\n'.repeat(million)],
    ['references by letter', `UNCLAS ACCRA 000077\nSUBJECT: X\n\n1. (U) ${'refs A, B and C '.repeat(million / 16)}`],
    ['names of posts', `UNCLAS ACCRA 000077\nSUBJECT: X\n\n1. (U) ${'Port Au Prince 12 '.repeat(million / 18)}`],
    ['numbers after strokes', `UNCLAS ACCRA 000077\nSUBJECT: X\n\n1. (U) 07 KABUL 936${'/935'.repeat(million / 4)}`],
    ['capitals', `UNCLAS ACCRA 000077\nSUBJECT: X\n\n1. (U) ${'A'.repeat(million)}`],
    ['rows of a table', `1,"12/3/2007 11:54",09ACCRA77,\n`.repeat(million / 32)],
  ])('reads a million characters of %s in linear time', (_, source) => {
    const started = performance.now();
    cableRecogniser.divide?.({ name: 'a.txt', parsed: bare(source) });
    recognise(bare(source));
    // Well above what a slow shared machine needs; quadratic reading would take minutes.
    expect(performance.now() - started).toBeLessThan(patience);
  });

  it('reads a cable of five megabytes within seconds', () => {
    const paragraphs = Array.from({ length: 900 }, (_, index) => `${index + 6}. (C) ${'The teachers said that the pupils would come back on Monday.\n'.repeat(90)}`);
    const source = confidentialCable.replace('NORLAND', `${paragraphs.join('\n\n')}\nNORLAND`);
    expect(source.length).toBeGreaterThan(4_800_000);
    const started = performance.now();
    const { cable } = recognise(bare(source));
    expect(performance.now() - started).toBeLessThan(patience);
    expect(cable.paragraphs.at(-1)?.n).toBe(905);
  });
});
