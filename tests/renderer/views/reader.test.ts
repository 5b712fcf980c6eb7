// The reader's rules without a browser: layout, intervals, margin, tag keys.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coveredBy, Intervals, lanesOf } from '../../../renderer/views/reader/intervals.ts';
import { bundled, mostLanes } from '../../../renderer/views/reader/lanes.tsx';
import { layOut } from '../../../renderer/views/reader/layout.ts';
import { textPieces } from '../../../renderer/views/reader/passage-pieces.ts';
import { stack } from '../../../renderer/views/reader/stacking.ts';
import { isTagName, rankTags } from '../../../renderer/components/tag-ranking.ts';
import { shownSlots, withUsed } from '../../../renderer/components/tag-slots.ts';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import { assemble, rowDraft } from '../../../shared/core/canonical-text.ts';
import { offeredTags, plainTag, type TagWithCount } from '../../../shared/core/tag.ts';

const ranges = fc.array(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 40 })).map(([start, length]) => ({ start, end: start + length })), { maxLength: 40 });

describe('intervals', () => {
  it('find what overlaps a stretch or holds a point, as looking at each one would', () => {
    fc.assert(
      fc.property(ranges, fc.nat(240), fc.integer({ min: 1, max: 60 }), (all, start, length) => {
        const intervals = new Intervals(all);
        const end = start + length;
        expect(intervals.within({ start, end })).toEqual(intervals.items.filter((each) => each.start < end && each.end > start));
        expect(new Set(intervals.at(start))).toEqual(new Set(all.filter((each) => each.start <= start && start < each.end)));
      }),
    );
  });

  it('are covered twice exactly where two of them are, and lie in lanes where none covers another', () => {
    fc.assert(
      fc.property(ranges, (all) => {
        const twice = coveredBy(all, 2);
        for (let at = 0; at < 245; at += 1) {
          const depth = all.filter((each) => each.start <= at && at < each.end).length;
          expect(twice.some((each) => each.start <= at && at < each.end)).toBe(depth >= 2);
        }
        const { items } = new Intervals(all);
        const lanes = lanesOf(items);
        items.forEach((one, index) => items.slice(index + 1).forEach((other, later) => lanes[index] === lanes[index + 1 + later] && expect(other.start).toBeGreaterThanOrEqual(one.end)));
      }),
    );
  });
});

describe('lanes', () => {
  const seen = (lane: number, top: number, bottom: number) => ({ annotation: { id: `${String(lane)} ${String(top)}` } as ListedAnnotation, lane, top, bottom });

  it('beyond those the margin holds are one line with all of them, one alone keeps its own', () => {
    const all = [seen(0, 0, 90), ...Array.from({ length: 6 }, (_, index) => seen(index + mostLanes - 1, index * 10, 100)), seen(mostLanes - 1, 200, 220)];
    const { single, bundles } = bundled(all);
    expect(single.map(({ top }) => top)).toEqual([0, 200]);
    expect(bundles).toMatchObject([{ top: 0, bottom: 100 }]);
    expect(bundles[0]?.members).toHaveLength(6);
    expect(bundled([])).toEqual({ single: [], bundles: [] });
  });
});

describe('cards in the margin', () => {
  it('never cover each other, keep their order, and leave the opened one at its passage', () => {
    const cards = fc.array(fc.record({ top: fc.nat(1000), height: fc.integer({ min: 10, max: 200 }) }), { minLength: 1, maxLength: 30 }).map((all) => all.toSorted((one, other) => one.top - other.top));
    fc.assert(
      fc.property(cards, fc.nat(29), (all, pick) => {
        const fixed = pick % all.length;
        const tops = stack(all, fixed);
        expect(tops[fixed]).toBe(all[fixed]?.top);
        tops.slice(1).forEach((top, index) => expect(top).toBeGreaterThanOrEqual((tops[index] ?? 0) + (all[index]?.height ?? 0)));
      }),
    );
  });
});

describe('the layout of a text', () => {
  const drafts = [
    { kind: 'title' as const, text: 'Title', level: 1 },
    { kind: 'heading' as const, text: 'Deep', level: 5 },
    { kind: 'paragraph' as const, text: 'A paragraph. '.repeat(400) },
    { kind: 'heading' as const, text: 'Top', level: 1 },
    { kind: 'list-item' as const, text: 'One', level: 1 },
    { kind: 'list-item' as const, text: 'Two', level: 1 },
    { kind: 'caption' as const, text: 'Table 1', table: 0 },
    { ...rowDraft([{ text: 'a', header: true }, { text: 'b', header: true }]), table: 0 },
    ...Array.from({ length: 500 }, (_, index) => ({ ...rowDraft([{ text: String(index) }, { text: '' }]), table: 0 })),
    { kind: 'field' as const, text: 'TAGS: ELAB' },
  ];
  const { text, blocks } = assemble(drafts);

  it('holds every block once and in order, whatever its kind, in chunks of bounded size', () => {
    const { chunks } = layOut({ text, blocks, pages: [] });
    const units = chunks.flatMap((chunk) => chunk.units);
    expect(units.flatMap((unit) => Array.from({ length: unit.to - unit.from }, (_, index) => unit.from + index))).toEqual(blocks.map((_, index) => index));
    expect(chunks[0]?.start).toBe(0);
    expect(chunks.at(-1)?.end).toBe(text.length);
    expect(units.filter((unit) => unit.kind === 'table').length).toBeGreaterThan(3);
    expect(units.find((unit) => unit.kind === 'list')).toMatchObject({ to: (units.find((unit) => unit.kind === 'list')?.from ?? 0) + 2 });
  });

  it('never skips a level of heading, and survives an empty text', () => {
    const levels = layOut({ text, blocks, pages: [] }).chunks.flatMap((chunk) => chunk.units).flatMap((unit) => (unit.kind === 'heading' ? [unit.level] : []));
    expect(levels).toEqual([2, 3, 3]);
    expect(layOut({ text: '', blocks: [], pages: [] }).chunks).toEqual([]);
  });

  it('cuts emphasis and pages so that the pieces are the text', () => {
    const pageStarts = [{ offset: 0, label: '1' }, { offset: 7, label: '2' }];
    const pieces = textPieces({ start: 0, end: 12 }, [{ start: 2, end: 9, style: 'strong' }, { start: 5, end: 20, style: 'link', href: 'https://example.org' }], pageStarts);
    expect(pieces.map((piece) => [piece.start, piece.end, piece.styles.join('+'), piece.page])).toEqual([[0, 2, '', '1'], [2, 5, 'strong', null], [5, 7, 'strong+link', null], [7, 9, 'strong+link', '2'], [9, 12, 'link', null]]);
  });
});

describe('tags on digits', () => {
  const tags = Array.from({ length: 12 }, (_, index) => ({ id: `t${String(index + 1)}`, shortcut: null as string | null }));
  const none = { slots: [], recent: [] };

  it('keep their digit while others are used; the one not used for longest makes room, one with a digit of its own never', () => {
    expect(shownSlots(none, tags)).toEqual(['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9']);
    const own = tags.map((tag) => (tag.id === 't9' ? { ...tag, shortcut: '9' } : tag));
    const used = (before: Parameters<typeof shownSlots>[0], id: string) => withUsed(before, { id, shortcut: null }, shownSlots(before, own), new Set(['t9']));
    let use = ['t1', 't2', 't3', 't4', 't5', 't6', 't7'].reduce(used, none);
    use = used(use, 't12');
    expect(shownSlots(use, own)).toEqual(['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't12', 't9']);
    expect(use.recent[0]).toBe('t12');
    expect(shownSlots(use, own.filter((tag) => tag.id !== 't1'))[0]).toBe('t8');
  });

  it('of their own in the codebook stand there, also above a gap, and drive out who stood there', () => {
    expect(shownSlots(none, [{ id: 'a', shortcut: '3' }, { id: 'b', shortcut: null }])).toEqual(['b', '', 'a']);
    expect(shownSlots({ slots: ['a', 'b'], recent: [] }, [{ id: 'a', shortcut: null }, { id: 'b', shortcut: null }, { id: 'c', shortcut: '1' }])).toEqual(['c', 'b', 'a']);
  });

  it('are found by the beginning of a name, then of a word, then anywhere in the path, without accents', () => {
    const made = (id: string, name: string, parentId: string | null = null): TagWithCount => ({ ...plainTag, aliases: [], id, name, parentId, colour: 'blue', position: 0, createdAt: '', annotations: 0, documents: 0 });
    const all = [made('1', 'Law'), made('2', 'Enforcement'), made('3', 'Álaw reform', '2'), made('4', 'By-law'), made('5', 'Inspectors', '1')];
    expect(rankTags(all, 'law', []).map((each) => each.tag.id)).toEqual(['1', '4', '3', '5']);
    expect(rankTags(all, 'ala', []).map((each) => each.tag.id)).toEqual(['3']);
    expect(rankTags(all, '', ['5']).map((each) => each.tag.id)[0]).toBe('5');
    expect(rankTags(all, 'zzz', [])).toEqual([]);
  });

  it('are found by their other names, and not at all when they are headings or archived', () => {
    const made = (id: string, name: string, more: Partial<TagWithCount> = {}): TagWithCount => ({ ...plainTag, aliases: [], id, name, parentId: null, colour: 'blue', position: 0, createdAt: '', annotations: 0, documents: 0, ...more });
    const all = [made('1', 'Law', { aliases: ['Legislation', 'Statutes'] }), made('2', 'Legality'), made('3', 'Legal', { isArchived: true }), made('4', 'Legend', { parentId: '3' }), made('5', 'Leg', { isCodable: false })];
    const offered = new Set(offeredTags(all).map(({ id }) => id));
    expect(rankTags(all, 'leg', [], offered).map(({ tag, alias }) => [tag.id, alias])).toEqual([['1', 'Legislation'], ['2', null]]);
    expect(isTagName(all, 'LEGISLATION')).toBe(true);
  });
});
