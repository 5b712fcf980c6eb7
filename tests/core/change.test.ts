import { describe, expect, it } from 'vitest';
import { annotationsOf, reverse, squash, tablesOf } from '../../shared/core/change.ts';

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

  it('names the annotations it concerns, by their tags and evidence too, unless they are many', () => {
    const row = (id: string, annotationId: string | null) => ({ id, annotation_id: annotationId });
    const change = [
      made,
      { table: 'annotation', id: 'a', before: null, after: { id: 'a' } },
      { table: 'annotation_tag', id: '1', before: row('1', 'b'), after: null },
      { table: 'evidence', id: '2', before: row('2', 'c'), after: row('2', 'd') },
      { table: 'evidence', id: '3', before: null, after: row('3', null) },
    ];
    expect(annotationsOf(change)).toEqual(['a', 'b', 'c', 'd']);
    expect(annotationsOf([made])).toEqual([]);
    expect(annotationsOf(change, 3)).toBeNull();
  });

  it('names its tables once', () => {
    expect(tablesOf([made, renamed])).toEqual(['tag']);
  });
});
