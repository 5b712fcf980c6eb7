import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ComparedRow, ComparedStep } from '../../../shared/core/brief.ts';
import type { DifferencePart } from '../../../shared/core/comparison.ts';
import { importFile } from '../../../shared/backend/importers/index.ts';
import { recognise } from '../../../shared/backend/recognisers/index.ts';
import { compareEditions } from '../../../shared/core/comparing.ts';
import { columnsText, markedRuns, redline, stackedEntries } from '../../../shared/backend/exporters/layout/comparison.ts';
import { fitDifferences, redlineOf } from '../../../shared/backend/exporters/layout/differences.ts';
import { sharedBytes, sharedPresent } from '../../support/shared.ts';
import { sampleComparison } from '../../support/brief.ts';
import { patience } from '../../support/patience.ts';

const part = (kind: DifferencePart['kind'], text: string, older?: string): DifferencePart => ({ kind, text, emphasis: null, ...(older === undefined ? {} : { older }) });
const before = (parts: DifferencePart[]) => parts.flatMap(({ kind, text }) => (kind === 'added' ? [] : text)).join('');
const after = (parts: DifferencePart[]) => parts.flatMap(({ kind, text }) => (kind === 'removed' ? [] : text)).join('');
const step = (name: ComparedStep['class'], since: number | null, parts: DifferencePart[] = []): ComparedStep => ({ class: name, since, parts });
const row = (texts: (string | null)[], steps: (ComparedStep | null)[]): ComparedRow => ({ section: null, steps, cells: texts.map((text, index) => (text === null ? null : { text, citation: { source: index + 1, locator: '' } })) });

describe('a redline', () => {
  it('adds up to both texts, whatever the parts say', () => {
    const words = fc.array(fc.constantFrom('visits ', 'fell', ' to 12', ' (1,2)', '\n', '“no”', 'مفتش ', '督察', '👷🏽', '\t', ''), { maxLength: 8 }).map((each) => each.join(''));
    const parts = fc.array(fc.record({ kind: fc.constantFrom('same' as const, 'added' as const, 'removed' as const), text: words, emphasis: fc.constant(null) }), { maxLength: 5 });
    fc.assert(
      fc.property(parts, words, words, (given, old, now) => {
        for (const changes of [redlineOf(given, old, now), redlineOf(given, before(given), after(given))]) expect(changes.every(({ text }) => text !== '' || given.length > 0)).toBe(true);
        expect(before(redlineOf(given, old, now))).toBe(old);
        expect(after(redlineOf(given, old, now))).toBe(now);
        expect(before(redlineOf(given, before(given), after(given)))).toBe(before(given));
        const { older, newer } = fitDifferences(given, old, now);
        expect([older, newer].map((side) => side.map(({ text }) => text).join(''))).toEqual([old, now]);
      }),
    );
  });

  it('keeps the parts it is given where they are the words of both texts', () => {
    const parts = [part('same', 'Visits '), part('removed', 'rose'), part('added', 'fell'), part('same', '.')];
    expect(redlineOf(parts, 'Visits rose.', 'Visits fell.')).toEqual(parts);
  });

  it('restores what the alignment looks past: other footnote numbers and quotation marks', () => {
    const parts = [part('same', 'Visits '), part('removed', 'rose'), part('added', 'fell'), part('same', ' by “half”.(3)', ' by "half".(1,2)')];
    const changes = redlineOf(parts, 'Visits rose by "half".(1,2)', 'Visits fell by “half”.(3)');
    expect(before(changes)).toBe('Visits rose by "half".(1,2)');
    expect(after(changes)).toBe('Visits fell by “half”.(3)');
    const { newer, older } = fitDifferences(parts, 'Visits rose by "half".(1,2)', 'Visits fell by “half”.(3)');
    expect(newer.filter(({ kind }) => kind === 'added').map(({ text }) => text)).toEqual(['fell']);
    expect(older.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(['rose']);
  });

  it('puts the line break between the halves of a split sentence where it stands', () => {
    const parts = [part('same', 'Visits fell'), part('removed', ', and'), part('added', '.'), part('same', 'Fines rose.', ' fines rose.')];
    const changes = redlineOf(parts, 'Visits fell, and fines rose.', 'Visits fell.\nFines rose.');
    expect([before(changes), after(changes)]).toEqual(['Visits fell, and fines rose.', 'Visits fell.\nFines rose.']);
  });

  it.skipIf(!sharedPresent)('of two real yearly reports adds up in every row (needs ../shared)', async () => {
    const editions = await Promise.all(
      ['KAZ-2020.pdf', 'KAZ-2021.pdf'].map(async (name) => {
        const { parsed, recognition } = recognise({ name, parsed: await importFile({ name, bytes: sharedBytes('corpus', 'ilab', name) }) });
        return { family: 'report' as const, pages: parsed.pages, text: { key: name, text: parsed.text, blocks: parsed.blocks, sections: recognition.sections } };
      }),
    );
    const rows = compareEditions(editions);
    expect(rows.length).toBeGreaterThan(150);
    let marked = 0;
    for (const { cells, steps } of rows) {
      const compared = row(
        cells.map((cell) => cell?.text ?? null),
        steps.map((each) => each && step(each.class, 0, each.parts)),
      );
      const changes = redline(compared);
      expect([before(changes), after(changes)]).toEqual(cells.map((cell) => cell?.text ?? ''));
      const runs = [0, 1].map((column) => markedRuns(compared, column));
      expect(runs.map((each) => each.map(({ text }) => text).join(''))).toEqual(cells.map((cell) => cell?.text ?? ''));
      if (runs.flat().some(({ added, removed }) => added || removed)) marked += 1;
    }
    expect(marked).toBeGreaterThan(30);
  });

  it('of two texts of 100,000 words that share nothing ends in seconds', () => {
    const started = performance.now();
    const [old, now] = ['old', 'now'].map((word) => Array.from({ length: 100_000 }, (_, index) => `${word}${index}`).join(' '));
    const changes = redlineOf([], old ?? '', now ?? '');
    expect([before(changes), after(changes)]).toEqual([old, now]);
    expect(performance.now() - started).toBeLessThan(patience);
  });

  it('of a sentence only one edition has is that sentence', () => {
    expect(redline(row([null, 'New.'], [step('new', 0)]))).toEqual([part('added', 'New.')]);
    expect(redline(row(['Gone.', null], [step('gone', 0)]))).toEqual([part('removed', 'Gone.')]);
    expect(redline(row([null, null], [null]))).toEqual([]);
  });
});

describe('marks in a cell', () => {
  it('compare with the column the step speaks of, past one of another kind', () => {
    const parts = [part('same', 'In '), part('removed', '2020'), part('added', '2021'), part('same', '.')];
    const three = row(['In 2020.', 'Post sees none.', 'In 2021.'], [step('present', null), step('reworded', 0, parts)]);
    expect(markedRuns(three, 0).map(({ text, removed }) => [text, removed])).toEqual([['In ', false], ['2020', true], ['.', false]]);
    expect(markedRuns(three, 1)).toEqual([{ text: 'Post sees none.', added: false, removed: false, strong: false }]);
    expect(markedRuns(three, 2).filter(({ added }) => added).map(({ text }) => text)).toEqual(['2021']);
  });

  it('leave white space at their ends alone', () => {
    const parts = [part('same', 'Visits'), part('added', ' of farms '), part('same', 'fell')];
    expect(markedRuns(row(['Visitsfell', 'Visits of farms fell'], [step('reworded', 0, parts)]), 1).map(({ text, added }) => [text, added])).toEqual([['Visits', false], [' ', false], ['of farms', true], [' ', false], ['fell', false]]);
  });

  it('are none where the words are the same, new or gone as a whole', () => {
    for (const [texts, name] of [[['A (1).', 'A (2).'], 'same'], [['A.', null], 'gone'], [[null, 'A.'], 'new'], [['A.', 'B.'], 'present']] as const) {
      const compared = row([...texts], [step(name, name === 'present' ? null : 0)]);
      expect([0, 1].flatMap((column) => markedRuns(compared, column)).filter(({ added, removed }) => added || removed), name).toEqual([]);
    }
  });
});

describe('stacked editions', () => {
  it('that read alike are one entry; what comes back after an absence is another', () => {
    const entries = stackedEntries(row(['A.', 'A.', null, null, 'A.'], [step('same', 0), step('gone', 1), null, step('new', 3)]));
    expect(entries.map(({ columns, change, gone }) => ({ columns, change, gone }))).toEqual([
      { columns: [0, 1], change: null, gone: false },
      { columns: [2, 3], change: 'gone', gone: true },
      { columns: [4], change: 'new', gone: false },
    ]);
  });

  it('begin with the edition that first has the sentence, and say that it is new there', () => {
    expect(stackedEntries(row([null, null, 'A.'], [null, step('new', 1)])).map(({ columns, change }) => ({ columns, change }))).toEqual([{ columns: [2], change: 'new' }]);
  });

  it('are named by their years, as a range only where none is left out', () => {
    const block = sampleComparison({ columns: ['2018', '2019', '2020', 'Cable 2020', '2021'].map((heading) => ({ heading, citation: { source: 1, locator: '' } })) });
    expect(columnsText(block, [0, 1])).toBe('2018, 2019');
    expect(columnsText(block, [0, 1, 2])).toBe('2018–2020');
    expect(columnsText(block, [0, 1, 4])).toBe('2018, 2019, 2021');
    expect(columnsText(block, [1, 2, 3])).toBe('2019, 2020, Cable 2020');
  });
});
