// Addresses: what link makes, parseAddress reads back; what is hostile or foreign leads nowhere, calmly.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link, noFilter, parseAddress, type Route } from '../../renderer/routes.ts';

const id = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text !== '.' && text !== '..');
const word = fc.string({ minLength: 1, maxLength: 12 }).filter((text) => !text.includes(',') && text.trim() === text);

describe('the address of a view', () => {
  it('of a passage leads back to the document and the passage', () => {
    fc.assert(
      fc.property(id, fc.nat({ max: 2_000_000_000 }), fc.integer({ min: 1, max: 1000 }), (documentId, start, length) => {
        const at = { start, end: Math.min(start + length, 2_000_000_001) };
        expect(parseAddress(link.reader(documentId, at))).toEqual({ view: 'reader', documentId, at, shown: null, beside: null });
        expect(parseAddress(link.reader(documentId, at, { shown: 'both', beside: documentId }))).toEqual({ view: 'reader', documentId, at, shown: 'both', beside: documentId });
      }),
    );
  });

  it('of a tag, a finding, a brief leads back to it', () => {
    fc.assert(
      fc.property(id, (some) => {
        expect(parseAddress(link.codebook(some))).toEqual({ view: 'codebook', tagId: some, part: 'tags', place: {} });
        expect(parseAddress(link.findings(some))).toEqual({ view: 'findings', findingId: some });
        expect(parseAddress(link.briefs(some))).toEqual({ view: 'briefs', briefId: some });
        expect(parseAddress(link.cables(some))).toEqual({ view: 'cables', cableId: some });
      }),
    );
  });

  it('of a comparison keeps country, documents in order, section and row', () => {
    const route: Route = { view: 'compare', country: 'KAZ', documentIds: ['b', 'a'], part: 'text', section: 'III. Enforcement', row: '12', show: null, saved: 'c1' };
    expect(link.compare(route)).toBe('/compare?country=KAZ&documents=b,a&section=III.%20Enforcement&row=12&saved=c1');
    expect(parseAddress(link.compare(route))).toEqual(route);
    expect(parseAddress(link.compare({ ...route, part: 'indicators' }))).toEqual({ ...route, part: 'indicators' });
    const ranking: Route = { ...route, part: 'indicators', section: 'Asia & Pacific', show: 'ranking' };
    expect(parseAddress(link.compare(ranking))).toEqual(ranking);
    expect(parseAddress('/compare?part=indicators&show=nonsense')).toMatchObject({ part: 'indicators', show: null });
    expect(parseAddress('/compare?part=nonsense')).toMatchObject({ view: 'compare', part: 'text' });
  });

  it('of a search keeps every sign of the query', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (query) => {
        expect(parseAddress(link.search({ query }))).toMatchObject({ view: 'search', query });
      }),
    );
  });

  it('of a narrowed library keeps the filter, issuers with commas included', () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(fc.string({ minLength: 1 })), fc.string(), (country, issuer, text) => {
        const filter = { ...noFilter, country, issuer, text };
        expect(parseAddress(link.libraryFiltered(filter))).toEqual({ view: 'library', part: 'documents', filter });
      }),
    );
  });

  it.each(['/read/x?at=9-3', '/read/x?at=5-5', '/read/x?at=-1-4', '/read/x?at=a-b', '/read/x?at=1-99999999999'])('%s opens the document without a passage', (address) => {
    expect(parseAddress(address)).toEqual({ view: 'reader', documentId: 'x', at: null, shown: null, beside: null });
  });

  it.each(['/nowhere', '/library/else', '/read/a/b', '/settings/deep', '/__proto__', '/constructor'])('%s is unknown', (address) => {
    expect(parseAddress(address).view).toBe('unknown');
  });

  it('of any text is read without a throw', () => {
    for (const address of [fc.webPath(), fc.string()]) {
      fc.assert(
        fc.property(address, (path) => {
          expect(parseAddress(`/${path}`).view).toBeTypeOf('string');
        }),
      );
    }
    expect(parseAddress('//').view).toBe('home');
    expect(parseAddress('/read/%E0%A4%A').view).toBe('reader');
    expect(parseAddress('/codebook/%').view).toBe('codebook');
  });
});
