// What is accepted from the clipboard as a passage of Annals: anybody may write there.

import { describe, expect, it } from 'vitest';
import { read } from '../../../renderer/components/passage-transfer.ts';

const passage = { projectId: 'p', documentId: 'd', start: 3, end: 9, annotationId: null, words: '“words”' };

describe('a passage from the clipboard', () => {
  it('is what was put there, and nothing beside it', () => {
    expect(read(JSON.stringify(passage))).toEqual(passage);
    expect(read(JSON.stringify({ ...passage, annotationId: 'a', more: '<script>' }))).toEqual({ ...passage, annotationId: 'a' });
    expect(read(JSON.stringify({ ...passage, annotationId: 7 }))).toEqual(passage);
  });

  it('is none when it has another form: no words, offsets that are none, the wrong way round, text, nothing', () => {
    const bad = [{ ...passage, start: -1 }, { ...passage, start: 9 }, { ...passage, end: 1.5 }, { ...passage, end: '9' }, { ...passage, end: 1e300 }, { ...passage, words: undefined }, { ...passage, documentId: 3 }, [passage], null, 'text', 5];
    expect(bad.map((value) => read(JSON.stringify(value)))).toEqual(bad.map(() => null));
    expect(read('')).toBeNull();
    expect(read('<b>words</b>')).toBeNull();
    expect(read('{"projectId":')).toBeNull();
  });
});
