import { describe, expect, it } from 'vitest';
import { reverse, squash, tablesOf } from '../../shared/core/change.ts';

describe('a change', () => {
  const made = { table: 'tag', id: '1', before: null, after: { id: '1', name: 'a' } };
  const renamed = { table: 'tag', id: '1', before: { id: '1', name: 'a' }, after: { id: '1', name: 'b' } };
  const removed = { table: 'tag', id: '1', before: { id: '1', name: 'b' }, after: null };

  it('reversed twice is itself', () => {
    expect(reverse(reverse([made, renamed]))).toEqual([made, renamed]);
  });

  it('squashed keeps the first before and the last after of a row, and nothing of a row that ends as it began', () => {
    expect(squash([made, renamed])).toEqual([{ ...made, after: renamed.after }]);
    expect(squash([made, renamed, removed])).toEqual([]);
  });

  it('names its tables once', () => {
    expect(tablesOf([made, renamed])).toEqual(['tag']);
  });
});
