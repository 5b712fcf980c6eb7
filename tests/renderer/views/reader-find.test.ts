// Finding in the open document without a browser: signs, case, diacritics, whole words, regular expressions; and the filter of highlights.

import { describe, expect, it } from 'vitest';
import { type AnnotationFilter, fits, isNarrow, showAll, untagged } from '../../../renderer/views/reader/annotation-filter.ts';
import { expressionOf, findExpression } from '../../../renderer/views/reader/find-expression.ts';
import { findFolded, findInText, foldedText, mostFound } from '../../../renderer/views/reader/find.ts';
import type { ListedAnnotation } from '../../../shared/core/annotation.ts';
import { plainTag, type TagWithCount } from '../../../shared/core/tag.ts';

describe('finding words', () => {
  const words = (text: string, query: string, options: Parameters<typeof findInText>[2] = {}) => findInText(text, query, options).map(({ start, end }) => text.slice(start, end));

  it('knows fine signs by plain ones and keeps every offset, with letters that grow when made small', () => {
    const text = 'İİ “The Ministry’s” plan – the\nministry’s plan';
    expect(words(text, "the ministry's")).toEqual(['The Ministry’s', 'the\nministry’s']);
    expect(findInText(text, 'ministry', { matchCase: true })).toHaveLength(1);
    expect(findInText('plan planned', 'plan', { wholeWord: true })).toHaveLength(1);
    expect(findInText(text, '  ')).toEqual([]);
    expect(findInText('a'.repeat(20_000), 'a')).toHaveLength(mostFound);
  });

  it('passes over diacritics unless told, composed and not, in several scripts, and finds the letter with its marks', () => {
    expect(words('Nuñez, Nun\u0303ez, nunez', 'nunez')).toEqual(['Nuñez', 'Nun\u0303ez', 'nunez']);
    expect(words('Nuñez, Nun\u0303ez, nunez', 'nuñez')).toHaveLength(3);
    expect(words('Nuñez, nunez', 'nunez', { matchDiacritics: true })).toEqual(['nunez']);
    expect(words('cafe\u0301 cafe', 'cafe', { matchDiacritics: true })).toEqual(['cafe']);
    expect(words('عَمَل الأطفال', 'عمل')).toEqual(['عَمَل']);
    expect(words('العمـــل', 'العمل')).toEqual(['العمـــل']);
    expect(words('елка ёлка; край краи', 'ёлка')).toEqual(['елка', 'ёлка']);
    expect(words('край краи', 'краи')).toEqual(['краи']);
    expect(words('ガ カ', 'カ')).toEqual(['カ']);
  });

  it('is quick in a million characters: they are folded once', () => {
    const text = 'Les enquêteurs ont visité 214 fermes. '.repeat(27_000);
    const folded = foldedText(text, {});
    for (const query of ['e', 'en', 'enqueteurs', 'visite 214', 'nowhere']) expect(findFolded(text, folded, query, {}).length).toBe(query === 'nowhere' ? 0 : mostFound);
  });
});

describe('finding by a regular expression', () => {
  const found = (text: string, source: string, options = {}) => {
    const expression = expressionOf(source, options);
    return typeof expression === 'string' ? expression : findExpression(text, expression, options).map(({ start, end }) => text.slice(start, end));
  };

  it('finds what it describes, by case and whole word when told, in any script', () => {
    expect(found('41 inspectors, 38 Inspectors', String.raw`\d+ inspectors`)).toEqual(['41 inspectors', '38 Inspectors']);
    expect(found('41 inspectors, 38 Inspectors', String.raw`\d+ inspectors`, { matchCase: true })).toEqual(['41 inspectors']);
    expect(found('plan planned', 'plan', { wholeWord: true })).toEqual(['plan']);
    expect(found('Цены 12, цены 14', String.raw`\p{Lu}\p{Ll}+`, { matchCase: true })).toEqual(['Цены']);
    expect(found('one\ntwo', '^t.o$')).toEqual(['two']);
  });

  it('says what is wrong with one that is none, and finds nothing where nothing has a length', () => {
    expect(found('x', '(')).toBe('This is not a regular expression: unterminated group.');
    expect(found('x', '[a-')).toMatch(/^This is not a regular expression: /);
    expect(found('xyz', 'a*')).toEqual([]);
    expect(found('a'.repeat(20_000), 'a')).toHaveLength(mostFound);
  });
});

describe('the filter of highlights', () => {
  const tag = (id: string, parentId: string | null = null): TagWithCount => ({ ...plainTag, aliases: [], id, name: id, parentId, colour: 'blue', position: 0, createdAt: '', annotations: 0, documents: 0 });
  const tags = [tag('law'), tag('penalties', 'law'), tag('schools')];
  const made = (id: string, more: Partial<ListedAnnotation>): ListedAnnotation => ({ id, documentId: 'd', start: 0, end: 1, quote: '', area: null, prefix: '', suffix: '', page: null, colour: null, note: '', author: 'Ann', createdAt: '', updatedAt: '', anchorState: 'exact', tagIds: [], documentTitle: '', country: null, year: null, section: null, findingIds: [], ...more });
  const all = [made('1', { tagIds: ['penalties'], quote: 'The\nfine is low' }), made('2', { tagIds: ['schools'], note: 'Ask the Ministry', author: 'Ben' }), made('3', { note: '  ' })];
  const kept = (filter: Partial<AnnotationFilter>) => all.filter(fits({ ...showAll, ...filter }, tags)).map(({ id }) => id);

  it('keeps those that fit every condition, tags with those below them', () => {
    expect(kept({})).toEqual(['1', '2', '3']);
    expect(kept({ tagIds: ['law'] })).toEqual(['1']);
    expect(kept({ tagIds: ['law', untagged] })).toEqual(['1', '3']);
    expect(kept({ tagIds: ['a tag that is gone'] })).toEqual([]);
    expect(kept({ author: 'Ben' })).toEqual(['2']);
    expect(kept({ text: 'the fine' })).toEqual(['1']);
    expect(kept({ text: ' MINISTRY' })).toEqual(['2']);
    expect(kept({ note: 'with' })).toEqual(['2']);
    expect(kept({ note: 'without', tagIds: [untagged] })).toEqual(['3']);
  });

  it('is no filter while nothing is chosen', () => {
    expect([showAll, { ...showAll, text: '  ' }, { ...showAll, note: 'with' as const }, { ...showAll, author: '' }].map(isNarrow)).toEqual([false, false, true, true]);
  });
});
