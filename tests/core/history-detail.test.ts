// What a step changed, in words, from rows before and after.

import { describe, expect, it } from 'vitest';
import type { Row } from '../../shared/core/change.ts';
import { detailOf } from '../../shared/core/history-detail.ts';

const highlight: Row = { id: 'a', document_id: 'd', start: 3, end: 9, quote: 'six signs', note: '', colour: null, prefix: 'p', suffix: 's', updated_at: '1' };
const project: Record<string, Row> = { 'tag t': { id: 't', name: 'Inspectors' }, 'annotation a': highlight, 'finding f': { id: 'f', claim: 'Fewer inspectors' } };
const rowOf = (table: string, id: string) => project[`${table} ${id}`] ?? null;

describe('the detail of a step', () => {
  it('names what was added and removed, and where a highlight stands', () => {
    expect(detailOf([{ table: 'annotation', id: 'a', before: null, after: highlight }], rowOf).things).toEqual([{ noun: 'highlight', what: 'added', name: 'six signs', fields: [], place: { documentId: 'd', start: 3, end: 9 } }]);
    expect(detailOf([{ table: 'annotation', id: 'a', before: highlight, after: null }], rowOf).things).toMatchObject([{ what: 'removed', name: 'six signs', place: null }]);
  });

  it('says what was before and after, without bookkeeping', () => {
    const after = { ...highlight, note: 'Ask.', colour: 'red', updated_at: '2', suffix: 'x' };
    expect(detailOf([{ table: 'annotation', id: 'a', before: highlight, after }], rowOf).things[0]?.fields).toEqual([
      { label: 'note', before: '', after: 'Ask.' },
      { label: 'colour', before: '', after: 'red' },
    ]);
  });

  it('names a thing that only ties others by what it ties, also when the step removed these too', () => {
    const link: Row = { id: 'l', annotation_id: 'a', tag_id: 't', position: 0 };
    expect(detailOf([{ table: 'annotation_tag', id: 'l', before: null, after: link }], rowOf).things).toMatchObject([{ noun: 'tag of a highlight', name: 'Inspectors · six signs' }]);
    const gone: Row = { id: 'g', annotation_id: 'gone', tag_id: 't', position: 0 };
    const change = [
      { table: 'annotation_tag', id: 'g', before: gone, after: null },
      { table: 'annotation', id: 'gone', before: { ...highlight, id: 'gone', quote: 'was here' }, after: null },
    ];
    expect(detailOf(change, rowOf).things[0]?.name).toBe('Inspectors · was here');
    expect(detailOf([{ table: 'evidence', id: 'e', before: null, after: { id: 'e', finding_id: 'unknown', annotation_id: 'unknown' } }], rowOf).things[0]?.name).toBe('');
  });

  it('stays small when a step changed thousands of rows or a note of a million characters', () => {
    const many = Array.from({ length: 5000 }, (_, index) => ({ table: 'annotation', id: String(index), before: null, after: highlight }));
    expect(detailOf(many, rowOf)).toMatchObject({ things: { length: 60 }, more: 4940 });
    const [thing] = detailOf([{ table: 'annotation', id: 'a', before: highlight, after: { ...highlight, note: 'x'.repeat(1_000_000) } }], rowOf).things;
    expect(thing?.fields[0]?.after).toHaveLength(601);
    expect(detailOf([], rowOf)).toEqual({ things: [], more: 0 });
  });
});
