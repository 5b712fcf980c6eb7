import fc from 'fast-check';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { toFtsQuery, wordsOf } from '../../shared/core/search-query.ts';
import { UserError } from '../../shared/core/user-error.ts';

describe('a search question', () => {
  it.each([
    ['cotton harvest', '("cotton" AND "harvest")'],
    ['cotton AND harvest', '("cotton" AND "harvest")'],
    ['cotton OR tobacco', '("cotton" OR "tobacco")'],
    ['cotton tobacco OR gold', '(("cotton" AND "tobacco") OR "gold")'],
    ['cotton NOT forced', '("cotton" NOT "forced")'],
    ['cotton -forced', '("cotton" NOT "forced")'],
    ['"unannounced inspections"', '"unannounced inspections"'],
    ['“unannounced inspections”', '"unannounced inspections"'],
    ['inspect*', '"inspect"*'],
    ['(cotton OR tobacco) fields', '(("cotton" OR "tobacco") AND "fields")'],
    ["O'Mara", '"O\'Mara"'],
    ['07ASTANA3256', '"07ASTANA3256"'],
    ['children', '("child" OR "children")'],
    ['дети', '"дети"'],
    ['near or not', '("near" AND "or" AND "not")'],
    ['cotton ***', '"cotton"'],
  ])('%s', (query, expected) => {
    expect(toFtsQuery(query)).toBe(expected);
  });

  it.each([
    ['', /nothing to look for/],
    ['   ', /nothing to look for/],
    ['AND OR NOT', /only operators/],
    ['***', /nothing to look for/],
    ['()', /only operators/],
    ['cotton OR', /missing after “OR”/],
    ['OR cotton', /“OR” stands where a word is expected/],
    ['NOT cotton', /only NOT/],
    ['(cotton', /not closed.*character 1\)/],
    ['cotton)', /no opening one.*character 7\)/],
    ['"cotton', /quotation mark is not closed/],
    [`${'('.repeat(60)}a${')'.repeat(60)}`, /nested too deep/],
  ])('that cannot be answered says why: %s', (query, message) => {
    expect(() => toFtsQuery(query)).toThrow(message);
  });

  it('of any characters is either explained or understood by SQLite', () => {
    const database = new BetterSqlite3(':memory:');
    database.exec(`CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = 'porter unicode61 remove_diacritics 2')`);
    const search = database.prepare('SELECT count(*) FROM t WHERE t MATCH ?');
    const piece = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.constantFrom('"', '(', ')', 'OR', 'AND', 'NOT', '-', '*', '^', ':', '+', 'NEAR(', 'text:', '{', '}', "'", '\\', '\u0000', 'children'));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const query = pieces.join(' ');
        wordsOf(query);
        let expression: string;
        try {
          expression = toFtsQuery(query);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          return;
        }
        expect(() => search.get(expression)).not.toThrow();
      }),
      { numRuns: 2000 },
    );
    database.close();
  });
});
