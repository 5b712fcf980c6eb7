import { describe, expect, it } from 'vitest';
import { importTexts, openTestBackend, type TestBackend } from '../../support/backend.ts';

/** Two analysts on one project: whose name is set is whose annotations are made. */
async function twoAnalysts() {
  const backend = await openTestBackend();
  const as = async (author: string, marks: [documentId: string, start: number, end: number, tagIds: string[]][]) => {
    await backend.call('settings.set', { key: 'author', value: author });
    for (const [documentId, start, end, tagIds] of marks) await backend.call('annotations.create', { documentId, start, end, tagIds });
  };
  const [first = '', second = '', third = ''] = await importTexts(backend, { 'a.txt': 'abcdefghi '.repeat(100).trimEnd(), 'b.txt': 'nothing here at all', 'c.txt': 'only one of them read this' });
  const tag = await backend.call('tags.create', { name: 'Law' });
  const other = await backend.call('tags.create', { name: 'Other' });
  return { backend, as, first, second, third, tag, other };
}

const analysts = { first: 'Ada', second: 'Ben' };
const figures = async (backend: TestBackend, tagId: string) => (await backend.call('agreement.ofTwo', analysts)).tags.find((each) => each.tagId === tagId);

describe('two analysts', () => {
  it('are compared by tag over the documents both have coded; the others are named', async () => {
    const { backend, as, first, third, tag, other } = await twoAnalysts();
    expect(await backend.call('agreement.analysts', {})).toEqual([]);
    await as('Ada', [[first, 0, 150, [tag.id]], [third, 0, 4, [tag.id]]]);
    await as('Ben', [[first, 100, 200, [tag.id]], [first, 500, 509, [other.id]]]);
    expect(await backend.call('agreement.analysts', {})).toEqual([{ author: 'Ada', passages: 2, documents: 2 }, { author: 'Ben', passages: 2, documents: 1 }]);
    const { documents, characters, leftOut } = await backend.call('agreement.ofTwo', analysts);
    expect({ documents, characters, leftOut }).toEqual({ documents: 1, characters: 999, leftOut: 1 });
    const own = await figures(backend, tag.id);
    // White space at the ends of a passage is not coded: 0-149 and 100-199.
    expect(own).toMatchObject({ disputes: 1, agreement: { both: 49, onlyFirst: 100, onlySecond: 50, none: 800 } });
    expect(own?.agreement.percent).toBeCloseTo(849 / 999, 12);
    expect((await figures(backend, other.id))?.agreement).toMatchObject({ both: 0, onlyFirst: 0, onlySecond: 9, kappa: 0 });
    const csv = new TextDecoder().decode((await backend.call('agreement.export', analysts)).bytes);
    expect(csv).toContain('Law,49,100,50,800,0.8498');
  });

  it('settle a difference by keeping one, both or neither; each is one step and undone', async () => {
    const { backend, as, first, tag } = await twoAnalysts();
    await as('Ada', [[first, 0, 9, [tag.id]], [first, 100, 109, [tag.id]], [first, 200, 209, [tag.id]], [first, 300, 309, [tag.id]]]);
    await as('Ben', [[first, 5, 19, [tag.id]], [first, 205, 219, [tag.id]], [first, 400, 409, [tag.id]]]);
    const disputes = () => backend.call('agreement.disputes', { ...analysts, tagId: tag.id });
    const open = await disputes();
    expect(open.map(({ start, end, first: one, second: two, characters }) => [start, end, one.length, two.length, characters])).toEqual([[0, 19, 1, 1, 15], [100, 109, 1, 0, 9], [200, 219, 1, 1, 15], [300, 309, 1, 0, 9], [400, 409, 0, 1, 9]]);
    const settle = async (at: number, keep: 'first' | 'second' | 'both' | 'neither') => {
      const dispute = open[at];
      if (dispute) await backend.call('agreement.settle', { tagId: tag.id, keep, firstIds: dispute.first.map((each) => each.annotationId), secondIds: dispute.second.map((each) => each.annotationId) });
    };
    await settle(0, 'first');
    await settle(1, 'second');
    await settle(2, 'both');
    await settle(3, 'first');
    await settle(4, 'neither');
    expect(await disputes()).toEqual([]);
    expect((await figures(backend, tag.id))?.agreement).toMatchObject({ both: 9 + 19 + 9, onlyFirst: 0, onlySecond: 0, percent: 1 });
    expect((await backend.call('history.list', { limit: 5 })).map(({ label }) => label)).toEqual(['Settle “Law”: neither stays', 'Settle “Law”: as Ada coded it', 'Settle “Law”: both stay', 'Settle “Law”: as the second coded it', 'Settle “Law”: as Ada coded it']);
    for (let step = 0; step < 5; step += 1) await backend.call('history.undo', {});
    expect(await disputes()).toEqual(open);
    await expect(backend.call('agreement.settle', { tagId: tag.id, keep: 'first', firstIds: ['gone'], secondIds: [] })).rejects.toThrow('does not carry “Law” any more');
  });

  it('one analyst alone, or one with no name, is no error', async () => {
    const { backend, as, first, tag } = await twoAnalysts();
    await as('', [[first, 0, 9, [tag.id]]]);
    expect(await backend.call('agreement.analysts', {})).toMatchObject([{ author: '' }]);
    expect(await backend.call('agreement.ofTwo', { first: '', second: 'Nobody' })).toEqual({ documents: 0, characters: 0, leftOut: 1, tags: [] });
  });
});
