// A change that names its annotations: only those are fetched and put into the lists that are known.

import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import { anyAnnotation, isListOfDocument, isWholeStale, merged, patching } from '../../../renderer/backend/annotation-lists.ts';

function annotation(id: string, start: number, end: number, documentId = 'one'): ListedAnnotation {
  return { id, documentId, start, end, quote: id, prefix: '', suffix: '', page: null, area: null, colour: null, note: '', author: '', createdAt: '', updatedAt: '', anchorState: 'exact', tagIds: [], documentTitle: '', country: null, year: null, section: null, findingIds: [] };
}

const ids = (list: readonly ListedAnnotation[] | undefined) => list?.map(({ id }) => id);

describe('a list into which changed annotations are put', () => {
  const list = [annotation('a', 0, 5), annotation('b', 10, 30), annotation('c', 10, 20), annotation('d', 40, 50)];

  it('keeps the order of the text, the longer of two that begin together first', () => {
    expect(ids(merged(list, ['n'], [annotation('n', 10, 25)]))).toEqual(['a', 'b', 'n', 'c', 'd']);
    expect(ids(merged(list, ['n', 'm'], [annotation('n', 60, 70), annotation('m', 0, 9)]))).toEqual(['m', 'a', 'b', 'c', 'd', 'n']);
    expect(ids(merged([], ['n'], [annotation('n', 1, 2)]))).toEqual(['n']);
  });
  it('loses those that are gone and moves those that were moved', () => {
    expect(ids(merged(list, ['b', 'd'], [annotation('d', 1, 2)]))).toEqual(['a', 'd', 'c']);
    expect(ids(merged(list, ['a', 'b', 'c', 'd'], []))).toEqual([]);
  });
  it('leaves what has not changed the same object', () => {
    const next = merged(list, ['b'], [{ ...annotation('b', 10, 30), note: 'new' }]);
    expect([next[0] === list[0], next[1] === list[1], next[2] === list[2], next[3] === list[3]]).toEqual([true, false, true, true]);
  });
});

describe('lists of annotations', () => {
  it('are patched only when they are of one whole document', () => {
    expect(isListOfDocument(['annotations.list', { documentId: 'one', limit: 100_000 }])).toBe(true);
    expect(isListOfDocument(['annotations.list', { documentId: 'one' }])).toBe(true);
    for (const input of [{}, { tagId: 't' }, { documentId: 'one', text: 'x' }, { ids: ['a'] }, null]) expect(isListOfDocument(['annotations.list', input])).toBe(false);
    expect(isListOfDocument(['documents.reading', { documentId: 'one' }])).toBe(false);
  });
  it('are fetched as a whole when any annotation or the document itself may have changed', () => {
    for (const table of ['*', 'document', anyAnnotation]) expect(isWholeStale(['tag', table])).toBe(true);
    expect(isWholeStale(['annotation', 'annotation_tag', 'tag', 'evidence'])).toBe(false);
  });

  it('take up what is fetched of their own document, one change after the other', async () => {
    const cache = new QueryClient();
    const one = ['annotations.list', { documentId: 'one', limit: 100_000 }];
    const two = ['annotations.list', { documentId: 'two', limit: 100_000 }];
    cache.setQueryData(one, [annotation('a', 0, 5)]);
    cache.setQueryData(two, [annotation('z', 0, 5, 'two')]);
    const asked: string[][] = [];
    const patch = patching(cache, async (wanted) => {
      asked.push(wanted);
      // The first answer takes longer; it must not overtake the second.
      await new Promise((resolve) => setTimeout(resolve, asked.length === 1 ? 30 : 0));
      return wanted.includes('y') ? [annotation('y', 9, 10, 'two')] : [annotation('b', asked.length, 9)];
    });
    patch(['b']);
    patch(['b']);
    patch(['y']);
    await expect.poll(() => ids(cache.getQueryData(two))).toEqual(['z', 'y']);
    expect(asked).toEqual([['b'], ['b'], ['y']]);
    expect(cache.getQueryData<ListedAnnotation[]>(one)?.map(({ id, start }) => [id, start])).toEqual([['a', 0], ['b', 2]]);
  });

  it('are stale when what changed cannot be fetched; nothing is asked when no list is known', async () => {
    const cache = new QueryClient();
    let asked = 0;
    const patch = patching(cache, () => {
      asked += 1;
      return Promise.reject(new Error('gone'));
    });
    patch(['a']);
    const key = ['annotations.list', { documentId: 'one' }];
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(asked).toBe(0);
    cache.setQueryData(key, [annotation('a', 0, 5)]);
    patch(['a']);
    await expect.poll(() => cache.getQueryState(key)?.isInvalidated).toBe(true);
  });
});
