// Walking rows by keyboard: movement, ranges and type-ahead.

import { describe, expect, it } from 'vitest';
import { rowAfterKey, rowsBetween, TypeAhead } from '../../../renderer/components/row-keys.ts';

describe('a key of movement', () => {
  it('stays within the rows', () => {
    expect(rowAfterKey('ArrowUp', 0, 5, 3)).toBe(0);
    expect(rowAfterKey('ArrowDown', 4, 5, 3)).toBe(4);
    expect(rowAfterKey('PageDown', 3, 5, 30)).toBe(4);
    expect(rowAfterKey('PageUp', 1, 5, 30)).toBe(0);
    expect(rowAfterKey('End', 0, 5, 3)).toBe(4);
  });
  it('enters at the first row and does nothing in an empty list', () => {
    expect(rowAfterKey('ArrowDown', -1, 5, 3)).toBe(0);
    expect(rowAfterKey('ArrowUp', -1, 5, 3)).toBe(0);
    expect(rowAfterKey('End', -1, 0, 3)).toBeNull();
    expect(rowAfterKey('x', 1, 5, 3)).toBeNull();
  });
  it('selects a range in either direction', () => {
    expect(rowsBetween(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['b', 'c', 'd']);
    expect(rowsBetween(['a', 'b', 'c', 'd'], 1, 1)).toEqual(['b']);
  });
});

describe('typing letters', () => {
  const texts = ['Brazil', 'Burma', 'Burundi', 'Қазақстан', 'Kazakhstan'];
  it('goes to the row that begins with them', () => {
    const typed = new TypeAhead();
    expect(typed.find('b', 0, texts, -1)).toBe(0);
    expect(typed.find('u', 100, texts, 0)).toBe(1);
    expect(typed.find('r', 200, texts, 1)).toBe(1);
    expect(typed.find('u', 300, texts, 1)).toBe(2);
  });
  it('walks on when one letter is repeated, and begins anew after a pause', () => {
    const typed = new TypeAhead();
    expect(typed.find('b', 0, texts, -1)).toBe(0);
    expect(typed.find('b', 100, texts, 0)).toBe(1);
    expect(typed.find('k', 2000, texts, 1)).toBe(4);
  });
  it('knows other scripts, and takes no key of movement for a letter', () => {
    expect(new TypeAhead().find('қ', 0, texts, -1)).toBe(3);
    expect(TypeAhead.accepts('ArrowDown')).toBe(false);
    expect(TypeAhead.accepts('[')).toBe(false);
    expect(TypeAhead.accepts('é')).toBe(true);
  });
});
