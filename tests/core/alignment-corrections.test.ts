import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignEditions, alignMany, type EditionText, type PairRule, type PassageReference, referencesAt } from '../../shared/core/alignment.ts';
import { editionOf, textOf } from '../support/editions.ts';

const older = editionOf('# II. Law\nThe council adopted a boat law in spring.\nInspectors visited forty harbours during the year.\nChildren mend nets on the southern coast.', '2020');
const newer = editionOf('# II. Law\nThe council adopted the boat law in spring.\nInspectors visited sixty harbours during the year.\nA telephone line for complaints was opened in June.', '2021');

function reference(edition: EditionText, words: string): PassageReference {
  const [found] = referencesAt(edition, [edition.text.indexOf(words)]);
  if (!found) throw new Error(`no passage begins with ${words}`);
  return { key: found.key, occurrence: found.occurrence };
}

const rule = (verdict: PairRule['verdict'], from: string, to: string, id = 'rule'): PairRule => ({ id, verdict, older: [reference(older, from)], newer: [reference(newer, to)] });
const said = (rules: PairRule[]) => alignEditions(older, newer, {}, rules).pairs.map((pair) => [pair.class, textOf(older, pair.older).slice(0, 10), textOf(newer, pair.newer).slice(0, 10), ...(pair.rules ?? [])]);

describe('corrections by hand', () => {
  it('part what likeness paired, and both sides say so', () => {
    expect(said([])).toContainEqual(['reworded', 'Inspectors', 'Inspectors']);
    const parted = said([rule('apart', 'Inspectors', 'Inspectors')]);
    expect(parted).toContainEqual(['gone', 'Inspectors', '', 'rule']);
    expect(parted).toContainEqual(['new', '', 'Inspectors', 'rule']);
  });

  it('part passages of equal words too, and leave other passages of those words their partners', () => {
    const twice = editionOf('The register is open to all.\nThe boats were counted in May and June.\nThe register is open to all.');
    const [, , second] = alignEditions(twice, twice).pairs;
    const words = reference(twice, 'The register');
    const { pairs } = alignEditions(twice, twice, {}, [{ id: 'r', verdict: 'apart', older: [{ ...words, occurrence: 1 }], newer: [{ ...words, occurrence: 1 }] }]);
    for (const pair of pairs) expect([pair.older[0]?.start, pair.newer[0]?.start]).not.toEqual([second?.older[0]?.start, second?.newer[0]?.start]);
    expect(pairs.filter((pair) => pair.class === 'same').length).toBeGreaterThan(0);
  });

  it('pair what has no word in common, with its difference', () => {
    const { pairs } = alignEditions(older, newer, {}, [rule('paired', 'Children', 'A telephone')]);
    const pair = pairs.find((each) => each.rules?.includes('rule'));
    expect([pair?.class, pair?.confidence, pair?.differences.length !== 0]).toEqual(['reworded', 1, true]);
  });

  it('call a reworded pair the same', () => {
    expect(said([rule('same', 'The council', 'The council')])).toContainEqual(['same', 'The counci', 'The counci', 'rule']);
  });

  it('of which one contradicts another follow the newest', () => {
    expect(said([rule('paired', 'Inspectors', 'A telephone', 'new'), rule('paired', 'Inspectors', 'Inspectors', 'old')])).toContainEqual(['reworded', 'Inspectors', 'A telephon', 'new']);
    expect(said([rule('apart', 'Inspectors', 'Inspectors', 'new'), rule('same', 'Inspectors', 'Inspectors', 'old')])).toContainEqual(['gone', 'Inspectors', '', 'new']);
    expect(said([rule('same', 'Inspectors', 'Inspectors', 'new'), rule('apart', 'Inspectors', 'Inspectors', 'old')])).toContainEqual(['same', 'Inspectors', 'Inspectors', 'new']);
  });

  it('are passed over where their words are not there any more, or make no sense', () => {
    const lost: PairRule = { id: 'lost', verdict: 'paired', older: [{ key: 'nowhere', occurrence: 0 }], newer: [reference(newer, 'Inspectors')] };
    expect(said([lost, { id: 'empty', verdict: 'apart', older: [], newer: [] }])).toEqual(said([]));
  });

  it('hold between the editions they name, in a comparison of several and in either order', () => {
    const named = { ...rule('apart', 'Inspectors', 'Inspectors'), olderEdition: '2020', newerEdition: '2021' };
    const classes = (editions: EditionText[]) => alignMany(editions, {}, [named]).flatMap((row) => row.steps.flatMap((step) => (step?.pairs.some((pair) => pair.rules) ? [step.class] : [])));
    expect(classes([older, newer])).toEqual(['gone', 'new']);
    expect(classes([newer, older])).toEqual(['gone', 'new']);
    expect(classes([editionOf('Nothing else was said.', '2019'), older, newer])).toEqual(['gone', 'new']);
    expect(classes([older, editionOf('Nothing else was said.', 'between'), newer])).toEqual([]);
  });

  it('hold whatever else the editions say: every passage stays in exactly one pair', () => {
    const words = fc.constantFrom('boat', 'harbour', 'net', 'child', 'must', 'not', 'the', 'law', '189', '5', 'adopted');
    const sentence = fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => `${list.join(' ')}.`);
    const line = fc.oneof(sentence, fc.array(sentence, { minLength: 2, maxLength: 3 }).map((list) => list.join(' ')), fc.array(sentence, { minLength: 2, maxLength: 3 }).map((cells) => cells.join(' | ')), fc.constant('# II. Law'));
    const edition = fc.array(line, { minLength: 1, maxLength: 9 }).map((lines) => editionOf(lines.join('\n')));
    const pick = fc.tuple(fc.constantFrom('paired' as const, 'same' as const, 'apart' as const), fc.nat(30), fc.nat(30));
    fc.assert(
      fc.property(edition, edition, fc.array(pick, { maxLength: 5 }), (one, other, picks) => {
        const free = alignEditions(one, other).pairs;
        const starts = [free.flatMap((pair) => pair.older.map((range) => range.start)), free.flatMap((pair) => pair.newer.map((range) => range.start))] as const;
        const chosen = picks.flatMap(([verdict, a, b], index): (PairRule & { at: [number, number] })[] => {
          const at: [number, number] = [starts[0][a % starts[0].length] ?? 0, starts[1][b % starts[1].length] ?? 0];
          const [from, to] = [referencesAt(one, [at[0]])[0], referencesAt(other, [at[1]])[0]];
          return from && to ? [{ id: String(index), verdict, older: [from], newer: [to], at }] : [];
        });
        const { pairs } = alignEditions(one, other, {}, chosen);
        const sorted = (list: readonly number[]) => list.toSorted((x, y) => x - y);
        expect(sorted(pairs.flatMap((pair) => pair.older.map((range) => range.start)))).toEqual(sorted(starts[0]));
        expect(sorted(pairs.flatMap((pair) => pair.newer.map((range) => range.start)))).toEqual(sorted(starts[1]));
        // The newest always holds; those behind it may contradict it.
        const [newest] = chosen;
        if (!newest) return;
        const together = pairs.filter((pair) => pair.older.some((range) => range.start === newest.at[0]) && pair.newer.some((range) => range.start === newest.at[1]));
        expect(together.length).toBe(newest.verdict === 'apart' ? 0 : 1);
        if (newest.verdict === 'same') expect(['same', 'moved']).toContain(together[0]?.class);
        if (newest.verdict !== 'apart') expect([together[0]?.older.length, together[0]?.newer.length]).toEqual([1, 1]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a landmark', () => {
  const marked = (words: string, key: string): EditionText => {
    const edition = editionOf(`# ${words}\nIn this year the country made some progress with its boats.`, key);
    return { ...edition, landmarks: [{ name: 'level', start: 0, end: words.length }] };
  };

  it('is one reworded line when its words change altogether, and no change when they stay', () => {
    expect(alignEditions(marked('LITTLE PROGRESS', 'a'), marked('GREAT STEPS – BUT A LAW THAT HOLDS THEM UP', 'b')).pairs.map((pair) => pair.class)).toEqual(['reworded', 'same']);
    expect(alignEditions(marked('LITTLE PROGRESS', 'a'), marked('LITTLE PROGRESS', 'b')).pairs.map((pair) => pair.class)).toEqual(['same', 'same']);
  });

  it('that one edition lacks, or that lies outside the text, changes nothing', () => {
    const plain = editionOf('# LITTLE PROGRESS\nIn this year the country made some progress with its boats.');
    const far: EditionText = { ...plain, landmarks: [{ name: 'level', start: 9000, end: 9010 }] };
    expect(alignEditions(plain, marked('GREAT STEPS', 'b')).pairs.map((pair) => pair.class)).toEqual(['gone', 'new', 'same']);
    expect(alignEditions(far, far).pairs.every((pair) => pair.class === 'same')).toBe(true);
  });
});
