import { describe, expect, it } from 'vitest';
import { withinCell } from '../../../../renderer/views/compare/cell-selection.ts';

const text = 'One boat sank.  Two were saved.\n\nFar below a third one 👩🏽‍🌾 lay.';
const cellOf = (...ranges: { start: number; end: number }[]) => ({ ranges, text: ranges.map(({ start, end }) => text.slice(start, end)).join('\n') });
const first = { start: 0, end: 14 };
const second = { start: 16, end: 31 };
const third = { start: 33, end: text.length };
const said = (cell: ReturnType<typeof cellOf>, start: number, end: number) => {
  const range = withinCell(cell, { start, end });
  return range && text.slice(range.start, range.end);
};

describe('words selected in a cell', () => {
  it('lose the space at their ends and keep whole letters', () => {
    expect(said(cellOf(first), 3, 9)).toBe('boat');
    expect(said(cellOf(first), 3, 4)).toBeNull();
    const farmer = text.indexOf('👩🏽‍🌾');
    expect(said(cellOf(third), farmer, farmer + 2)).toBe('👩🏽‍🌾');
  });

  it('go on into the sentence that follows, and not into one that stands elsewhere', () => {
    expect(said(cellOf(first, second), 4, 19)).toBe('boat sank.  Two');
    expect(said(cellOf(first, third), 4, 45)).toBe('boat sank.');
    expect(said(cellOf(first, third), 35, 42)).toBe('r below');
  });

  it('are nothing outside the cell', () => {
    expect(withinCell(cellOf(first), { start: 40, end: 50 })).toBeNull();
    expect(withinCell({ ranges: [], text: '' }, { start: 0, end: 3 })).toBeNull();
  });
});
