import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagColours } from '../../shared/core/annotation.ts';
import { descriptionOf, meaningOf } from '../../shared/core/codebook-text.ts';
import { readPath, writePath } from '../../shared/core/codebook-table.ts';
import { countsByValue, overlappingPairs, pairsInGroups } from '../../shared/core/cooccurrence.ts';
import { disputesOf } from '../../shared/core/dispute.ts';
import { archivedIds, givingWay, idsWithin, isWithin, offeredTags, plainTag, sameName, type Tag, tagPath, tagPaths } from '../../shared/core/tag.ts';
import { colourValues, nearestColour } from '../../shared/core/tag-colours.ts';

const tag = (id: string, parentId: string | null = null, more: Partial<Tag> = {}): Tag => ({ ...plainTag, aliases: [], id, name: id.toUpperCase(), parentId, colour: 'blue', position: 0, createdAt: '', ...more });
const tags = [tag('a'), tag('b'), tag('b1', 'b'), tag('b2', 'b'), tag('b21', 'b2'), tag('c')];

describe('the tree of tags', () => {
  it('knows what lies below and every path, as looking at each tag would', () => {
    expect(idsWithin(tags, 'b')).toEqual(['b', 'b1', 'b2', 'b21']);
    for (const { id } of tags) {
      expect(tagPaths(tags).get(id)).toBe(tagPath(tags, id));
      for (const other of tags) expect(idsWithin(tags, id).includes(other.id)).toBe(isWithin(tags, other.id, id));
    }
    expect(tagPaths(tags.toReversed()).get('b21')).toBe('B › B2 › B21');
  });

  it('of 5,000 levels is walked without running out of room', () => {
    const chain = Array.from({ length: 5000 }, (_, index) => tag(`t${String(index)}`, index === 0 ? null : `t${String(index - 1)}`));
    expect(idsWithin(chain, 't0')).toHaveLength(5000);
    expect(archivedIds([tag('t0', null, { isArchived: true }), ...chain.slice(1)]).size).toBe(5000);
  });

  it('offers neither headings nor what is archived, itself or from above', () => {
    const some = [tag('a', null, { isCodable: false }), tag('b', 'a'), tag('c', 'a', { isArchived: true }), tag('d', 'c')];
    expect(offeredTags(some).map(({ id }) => id)).toEqual(['b']);
  });

  it('lets siblings give way only where their parent allows one', () => {
    const some = [tag('a', null, { isExclusive: true }), tag('b', 'a'), tag('c', 'a'), tag('d', 'c'), tag('e', 'c'), tag('f')];
    expect(givingWay(some, ['c', 'd', 'f'], 'b')).toEqual(['c']);
    expect(givingWay(some, ['d'], 'e')).toEqual([]);
    expect(givingWay(some, ['b'], 'b')).toEqual([]);
    expect(givingWay(some, ['b'], 'gone')).toEqual([]);
  });

  it('takes names as one whatever their case and composition', () => {
    expect([sameName('ÉTAT', 'e\u0301tat'), sameName('a', 'b')]).toEqual([true, false]);
  });
});

describe('colours for other programs', () => {
  it('are those of the light theme, and each is its own nearest', () => {
    const styles = readFileSync(join(import.meta.dirname, '..', '..', 'renderer', 'styles', 'tokens.css'), 'utf8');
    for (const colour of tagColours) {
      expect(new RegExp(`--tag-${colour}: (#[0-9a-f]{6});`).exec(styles)?.[1], colour).toBe(colourValues[colour]);
      expect(nearestColour(colourValues[colour])).toBe(colour);
    }
  });

  it.each([['#f00', 'red'], ['00FF00', 'green'], [' #0000ff ', 'indigo'], ['#808080', 'grey'], ['#000', 'grey'], ['#ffff00', 'yellow'], ['red', null], ['#12', null], ['', null]])('%s is %s', (value, colour) => {
    expect(nearestColour(value)).toBe(colour);
  });
});

describe('a tag as text', () => {
  it('keeps its paths and its meaning through writing and reading', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).map((text) => text.replace(/\s+/gu, ' ').trim()).filter((text) => text !== '');
    fc.assert(fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => { expect(readPath(writePath(names))).toEqual(names); }));
    const meaning = { definition: 'One.\nTwo.', whenToUse: 'Acts', whenNot: '', example: 'a\n\nb', aliases: ['x', 'y z'] };
    expect(meaningOf(descriptionOf(meaning))).toEqual(meaning);
    expect(meaningOf('Plain\r\ntext')).toEqual({ definition: 'Plain\ntext', whenToUse: '', whenNot: '', example: '', aliases: [] });
    expect(descriptionOf(meaningOf(''))).toBe('');
  });
});

describe('counting', () => {
  const passages = fc.array(fc.record({ documentId: fc.constantFrom('p', 'q'), start: fc.nat(30), length: fc.integer({ min: 1, max: 12 }), tagIds: fc.uniqueArray(fc.constantFrom<string>('x', 'y', 'z'), { minLength: 1, maxLength: 3 }) }), { maxLength: 12 });

  it('finds the passages of two tags that overlap, as comparing each with each would', () => {
    fc.assert(
      fc.property(passages, (made) => {
        const all = made.map(({ length, ...each }, index) => ({ ...each, id: String(index), end: each.start + length })).toSorted((one, other) => one.documentId.localeCompare(other.documentId) || one.start - other.start);
        const found = new Map(overlappingPairs(all).map(({ first, second, count }) => [first + second, count]));
        for (const pair of ['xy', 'xz', 'yz']) {
          const [first = '', second = ''] = pair;
          const meets = (one: (typeof all)[number], own: string, other: string) => one.tagIds.includes(own) && all.some((each) => each.tagIds.includes(other) && each.documentId === one.documentId && each.start < one.end && one.start < each.end);
          expect(found.get(pair) ?? 0).toBe(all.filter((each) => meets(each, first, second) || meets(each, second, first)).length);
        }
      }),
    );
  });

  it('refuses what nobody would wait for', () => {
    const many = Array.from({ length: 4000 }, (_, index) => ({ id: String(index), documentId: 'p', start: 0, end: 9, tagIds: ['x'] }));
    expect(() => overlappingPairs(many)).toThrow('cannot be counted together');
    expect(() => pairsInGroups(many.map(({ id }) => ({ place: 'p', id, tagId: 'x' })))).toThrow('cannot be counted together');
  });

  it('counts a passage once for each tag above its own', () => {
    const codings = [{ id: '1', tagId: 'b1', value: '2020' }, { id: '1', tagId: 'b2', value: '2020' }, { id: '2', tagId: 'b', value: '' }];
    const counts = (withBelow: boolean) => countsByValue(tags, codings, withBelow).map(({ tagId, value, count }) => `${tagId} ${value} ${String(count)}`).toSorted();
    expect(counts(true)).toEqual(['b  1', 'b 2020 1', 'b1 2020 1', 'b2 2020 1']);
    expect(counts(false)).toEqual(['b  1', 'b1 2020 1', 'b2 2020 1']);
  });
});

describe('differences of two analysts', () => {
  const coding = (id: string, by: 'first' | 'second' | 'both', start: number, end: number) => ({ id, by, start, end });

  it('are the codings that overlap, taken together; equal ones and settled ones are none', () => {
    const found = disputesOf(100, [coding('a', 'first', 0, 10), coding('b', 'second', 8, 20), coding('c', 'first', 19, 25), coding('d', 'first', 40, 50), coding('e', 'second', 40, 50), coding('f', 'both', 60, 70), coding('g', 'second', 80, 90)]);
    expect(found.map(({ start, end, characters, first, second }) => [start, end, characters, first.map(({ id }) => id).join(''), second.map(({ id }) => id).join('')])).toEqual([[0, 25, 22, 'ac', 'b'], [80, 90, 10, '', 'g']]);
    expect(disputesOf(0, [])).toEqual([]);
  });

  it('are none where two passages of one cover one passage of the other', () => {
    expect(disputesOf(100, [coding('a', 'first', 0, 10), coding('b', 'first', 10, 20), coding('c', 'second', 0, 20)])).toEqual([]);
  });
});
