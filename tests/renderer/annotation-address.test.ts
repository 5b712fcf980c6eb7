// The address of the list of highlights: what link makes, parseAddress reads back; what is hostile narrows nothing.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { link, parseAddress } from '../../renderer/routes.ts';
import { anchorStates, listOrders, presences, usualSort, wholeList } from '../../shared/core/annotation-list.ts';
import { tagColours } from '../../shared/core/annotation.ts';

const id = fc.uuid();
const filter = fc.record({
  text: fc.string({ maxLength: 40 }),
  tags: fc.uniqueArray(id, { maxLength: 3 }),
  withBelow: fc.boolean(),
  colours: fc.subarray([...tagColours]),
  authors: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 20 }), { maxLength: 3 }),
  countries: fc.subarray(['KAZ', 'UZB', 'unknown']),
  years: fc.subarray(['2020', '2021', 'unknown']),
  documents: fc.uniqueArray(id, { maxLength: 3 }),
  note: fc.subarray([...presences]),
  tagged: fc.subarray([...presences]),
  used: fc.subarray([...presences]),
  anchors: fc.subarray([...anchorStates]),
});

describe('the address of the list of highlights', () => {
  it('keeps filter, order and the one in hand, names with commas included', () => {
    fc.assert(
      fc.property(filter, fc.constantFrom(...listOrders), fc.boolean(), fc.option(id), (narrowed, by, descending, annotationId) => {
        expect(parseAddress(link.annotations(narrowed, { by, descending }, annotationId))).toEqual({ view: 'annotations', filter: narrowed, sort: { by, descending }, annotationId });
      }),
    );
  });

  it('is short for the whole list', () => {
    expect(link.annotations()).toBe('/annotations');
    expect(parseAddress('/annotations')).toEqual({ view: 'annotations', filter: wholeList, sort: usualSort, annotationId: null });
  });

  it.each(['/annotations?colour=mauve', '/annotations?country=kaz,<b>', '/annotations?year=20', '/annotations?note=perhaps', '/annotations?place=%00', '/annotations?sort=-nothing', `/annotations?tag=${'x'.repeat(65)}`])('%s narrows nothing', (address) => {
    expect(parseAddress(address)).toEqual({ view: 'annotations', filter: wholeList, sort: usualSort, annotationId: null });
  });

  it('of something below it is nothing', () => {
    expect(parseAddress('/annotations/x')).toMatchObject({ view: 'unknown' });
  });
});
