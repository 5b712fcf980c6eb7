// Placing annotations again: at their words, elsewhere, in doubt, or lost; never silently at a wrong place.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorOf } from '../../shared/core/annotation.ts';
import { type Anchor, placeAnchors, type Placement } from '../../shared/core/anchoring.ts';
import { misread, ofPieces, reflowed, rewritten, truthOf } from '../support/edited-text.ts';
import { randomFrom, syntheticEdit } from '../support/synthetic-editions.ts';

const story = `The harbour council met in the old town hall in March. Nobody wrote down who was there.
Inspectors visited two hundred and fourteen farms in the northern district during the spring. They found nine children at work in the fields, and wrote a warning for each farmer.
The regional office closed its telephone line in June after the only operator had left. A new line was promised for the winter, but no money was set aside for it.
In December the ministry published a short summary of its work. It did not say how many farms had been visited, nor by whom.`;

function anchorAt(text: string, words: string, from = 0): Anchor {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  const range = { start, end: start + words.length };
  return { id: words, ...range, ...anchorOf(text, range) };
}

function place(older: string, newer: string, ...words: string[]): (Placement & { text: string })[] {
  return placeAnchors({ text: older }, { text: newer }, words.map((each) => anchorAt(older, each))).placements.map((placement) => ({ ...placement, text: newer.slice(placement.start, placement.end) }));
}

describe('the same words', () => {
  it('stay at their place when text is put in before them', () => {
    const [only] = place(story, story.replace('Nobody wrote', 'It rained all day. Nobody wrote'), 'They found nine children at work in the fields');
    expect(only).toMatchObject({ state: 'exact', text: 'They found nine children at work in the fields' });
  });

  it('are found in a paragraph that was moved, and said to be moved', () => {
    const [first = '', second = '', third = '', fourth = ''] = story.split('\n');
    const [only] = place(story, [fourth, first, second, third].join('\n'), 'It did not say how many farms had been visited');
    expect(only).toMatchObject({ state: 'moved', text: 'It did not say how many farms had been visited' });
  });

  it('are the same over line breaks, hyphenation, ligatures, quotation marks, soft hyphens and dashes', () => {
    const older = `${story}\nThe “first efficient” co-operative – a small one – fished here in 2014–2015.`;
    const newer = `${story.replaceAll(' ', '\n')}\nThe "ﬁrst eﬃcient" co\u00adoperative - a small one - ﬁshed here in 2014-2015.`;
    const [only] = place(older, newer, '“first efficient” co-operative – a small one – fished here in 2014–2015');
    expect(only).toMatchObject({ state: 'exact', text: '"ﬁrst eﬃcient" co\u00adoperative - a small one - ﬁshed here in 2014-2015' });
  });

  it('go over a page break with its running head', () => {
    const pages = Array.from({ length: 5 }, (_, page) => Array.from({ length: 18 }, (_line, line) => `Line ${page * 18 + line} of the book tells of ${['boats', 'nets', 'storms', 'markets', 'harbours'][(line + page) % 5] ?? ''} and of number ${page * 977 + line * 31}.`).join('\n'));
    const older = pages.join('\n');
    const newer = pages.map((page, number) => `${page}\n${number + 1} | YEARBOOK OF THE HARBOUR`).join('\n');
    const words = older.slice(older.indexOf('Line 17'), older.indexOf('Line 18') + 40);
    expect(place(older, newer, words)[0]).toMatchObject({ state: 'exact', text: expect.stringContaining('YEARBOOK') });
  });

  it('are told apart by their surroundings when they stand several times', () => {
    const rows = ['Cotton', 'Wheat', 'Tobacco', 'Rice', 'Melons', 'Onions'].map((crop, index) => `${crop} farms of the ${['northern', 'southern', 'eastern', 'western', 'upper', 'lower'][index] ?? ''} district that were asked about ${crop.toLowerCase()}: no children were found at work there in the season of ${crop.toLowerCase()}.`);
    const older = rows.join('\n');
    const newer = ['A new first line about something else altogether.', ...rows.filter((row) => !row.startsWith('Wheat'))].join('\n');
    const words = 'no children were found at work';
    const anchors = ['Tobacco', 'Wheat', 'Onions'].map((crop) => ({ ...anchorAt(older, words, older.indexOf(crop)), id: crop }));
    const [tobacco, wheat, onions] = placeAnchors({ text: older }, { text: newer }, anchors).placements;
    expect(tobacco).toMatchObject({ state: 'exact', start: newer.indexOf(words, newer.indexOf('Tobacco')) });
    expect(onions).toMatchObject({ state: 'exact', start: newer.indexOf(words, newer.indexOf('Onions')) });
    // Its own line is gone: the same words in the other lines are not it.
    expect(['doubtful', 'lost']).toContain(wheat?.state);
  });

  it('in one of two copies are not chosen for the analyst', () => {
    const older = `${story}\nThe fee is forty coins.`;
    const newer = `${story}\nSome say so. The fee is forty coins. Others do not.\nSome say so. The fee is forty coins. Others do not.`;
    expect(place(older, newer, 'The fee is forty coins')[0]?.state).toBe('doubtful');
  });
});

describe('other words', () => {
  it('are offered with their similarity and not taken', () => {
    const [only] = place(story, story.replace('nine children', 'eleven children').replace('a warning for each', 'a letter to each'), 'They found nine children at work in the fields, and wrote a warning for each farmer.');
    expect(only).toMatchObject({ state: 'doubtful', reason: 'similar', text: 'They found eleven children at work in the fields, and wrote a letter to each farmer.' });
    expect(only?.state === 'doubtful' && only.candidates[0]?.similarity).toBeGreaterThan(0.75);
  });

  it('that have nothing in common are lost, and the place is within the text', () => {
    const newer = 'Boats leave before sunrise. The market opens at noon, and by evening everything is sold.';
    const [only] = place(story, newer, 'The regional office closed its telephone line in June');
    expect(only?.state).toBe('lost');
    expect(only?.end).toBeLessThanOrEqual(newer.length);
    expect(only?.start).toBeLessThan(only?.end ?? 0);
  });

  it.each([
    ['a number', 'two hundred and fourteen farms', 'two hundred and fifteen farms', 'visited two hundred and fourteen farms'],
    ['a part of a longer word', 'the only operator', 'the only operators', 'the only operator'],
    ['a digit', 'in March', 'in March 12', 'in March'],
  ])('that differ by %s are no exact match there', (_what, from, to, words) => {
    const newer = story.replace(from, to);
    const [only] = place(story, newer, words);
    if (only?.state === 'exact' || only?.state === 'moved') expect(only.text.toLowerCase()).toBe(words.toLowerCase());
  });
});

describe('other scripts', () => {
  const chinese = '市政府三月在老城区开会。没有人记下谁在场。检查员在春天访问了北部地区的二百一十四个农场。他们发现九名儿童在田间工作，并向每位农民发出警告。地区办公室在唯一的接线员离开后于六月关闭了电话热线。';
  const arabic = 'اجتمع مجلس الميناء في البلدة القديمة في شهر مارس. لم يكتب أحد من كان هناك. زار المفتشون مئتي مزرعة في الشمال خلال الربيع. ووجدوا تسعة أطفال يعملون في الحقول.';

  it('Chinese is placed where it stands', () => {
    const [only] = place(chinese, `新的一年开始了。${chinese}`, '他们发现九名儿童在田间工作');
    expect(only).toMatchObject({ state: 'exact', text: '他们发现九名儿童在田间工作' });
  });

  it('Arabic is the same in its printed forms, with tatweel and direction marks', () => {
    const newer = `مقدمة جديدة. ${arabic.replace('المفتشون', '\u200fالمفـتشون').replace('لم', '\ufedf\ufee2')}`;
    const [only] = place(arabic, newer, 'زار المفتشون مئتي مزرعة في الشمال');
    expect(only?.state).toBe('exact');
  });

  it('never begins or ends within a grapheme', () => {
    const older = `${story}\nThe farmer 👩‍🌾 sold café beans.`;
    const newer = `${story}\nToday the farmer 👩‍🌾🏽 sold cafe\u0301\u0323 beans.`;
    for (const words of ['The farmer 👩‍🌾', 'sold café', '👩‍🌾']) {
      const [only] = place(older, newer, words);
      const inside = [...new Intl.Segmenter('und').segment(newer)].every(({ index, segment }) => !((only?.start ?? 0) > index && (only?.start ?? 0) < index + segment.length) && !((only?.end ?? 0) > index && (only?.end ?? 0) < index + segment.length));
      expect(inside, words).toBe(true);
    }
  });
});

describe('bad input', () => {
  it.each([
    ['an empty text', ''],
    ['white space', ' \n\t '],
    ['one letter a million times', 'a'.repeat(1_000_000)],
    ['two letters in turn', 'ab'.repeat(200_000)],
    ['marks without letters', '\u0301'.repeat(100_000)],
    ['half surrogates', '\ud83d '.repeat(1000)],
    ['one line a thousand times', 'The regional office closed its telephone line in June. '.repeat(2000)],
  ])('%s takes no annotation away and ends', (_what, newer) => {
    const placements = place(story, newer, 'The regional office closed its telephone line in June', 'March', 'nine children');
    expect(placements).toHaveLength(3);
    for (const { start, end } of placements) expect(start).toBeLessThan(end);
  });

  it('an old text that does not hold the quote is made up for by quote and context', () => {
    const anchor = anchorAt(story, 'They found nine children at work in the fields, and wrote a warning for each farmer');
    const [only] = placeAnchors({ text: 'Something else.' }, { text: story }, [{ ...anchor, start: 3, end: 90 }]).placements;
    expect(only).toMatchObject({ state: 'moved', start: anchor.start, end: anchor.end });
  });

  it('when the time is over the rest is "not looked for"', () => {
    let now = 0;
    const words = ['They found nine children', 'A new line was promised', 'It did not say how many'];
    const { placements } = placeAnchors({ text: story }, { text: `New. ${story}` }, words.map((each) => anchorAt(story, each)), { now: () => (now += 10), budget: 25 });
    expect(placements.map((each) => (each.state === 'doubtful' ? each.reason : each.state))).toEqual(['exact', 'exact', 'not-looked-for']);
  });
});

describe('whatever is done to a text', () => {
  it('an annotation called exact or moved is at its own letters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const next = randomFrom(seed);
        const { older } = syntheticEdit(seed, 60);
        const { older: other } = syntheticEdit(seed + 1, 30);
        const rates = { deleted: 0.15, reworded: 0.15, inserted: 0.15, moved: 0.1, doubled: 0 };
        const edited = seed % 3 === 0 ? misread(older.text, 0.02, next) : seed % 3 === 1 ? reflowed(older.text, 60, next) : rewritten(older.text, other.text, rates, next);
        const anchors = Array.from({ length: 30 }, (_, index) => {
          const start = Math.floor(next() * (older.text.length - 200));
          const word = older.text.slice(start).search(/(?<=\s)\S/);
          const end = older.text.indexOf(' ', start + word + 5 + Math.floor(next() * 120));
          const range = { start: start + word, end: end < 0 ? older.text.length : end };
          return { id: String(index), ...range, ...anchorOf(older.text, range) };
        });
        placeAnchors({ text: older.text }, { text: edited.text }, anchors).placements.forEach((placement, index) => {
          const anchor = anchors[index];
          if (!anchor || placement.state === 'doubtful' || placement.state === 'lost') return;
          const truth = truthOf(older.text, edited, anchor);
          if (truth.kind === 'same') expect(Math.abs(truth.start - placement.start) + Math.abs(truth.end - placement.end), anchor.quote).toBeLessThanOrEqual(4);
          // Else some of its letters are there, and others like the ones that went.
          else expect(edited.places.subarray(anchor.start, anchor.end).some((place) => place >= placement.start && place < placement.end), anchor.quote).toBe(true);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('pieces know where their letters went', () => {
    const { text, places } = ofPieces('abcdef', [{ from: 3, to: 6 }, { added: '-' }, { from: 0, to: 2 }]);
    expect(text).toBe('def-ab');
    expect([...places]).toEqual([4, 5, -1, 0, 1, 2]);
  });
});
