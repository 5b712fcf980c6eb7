// What the body of a cable refers to: letters of REF, cables printed in full, septel, paragraphs; and what is none of them.

import { describe, expect, it } from 'vitest';
import { mentionsIn } from '../../../shared/backend/recognisers/cable/in-text-references.ts';
import type { CableReference } from '../../../shared/core/recognition.ts';
import { cableText } from '../../support/cables.ts';
import { bare, expectWhole, recognise } from './cable-reading.ts';

const listed: Record<string, string> = { A: '06ASTANA891', B: '07STATE158223', C: '05ALMATY3112', D: '04ALMATY3206' };
const references = Object.entries(listed).map(([bullet, value]): CableReference => ({ bullet, value, kind: 'cable', raw: value, yearInferred: false, candidates: [] }));

function found(text: string, listedReferences = references): string[] {
  const mentions = mentionsIn(text, 1, { references: listedReferences, paragraphs: new Set([1, 2, 3, 4]), referrer: { year: 2007, identifier: '07ASTANA3256' } });
  return mentions.map(({ start, end, cables, target }) => `${text.slice(start, end)} > ${target ?? cables.join(' ')}`);
}

describe('references by letter', () => {
  it.each([
    ['As ref A says,', ['ref A > 06ASTANA891']],
    ['(REFTELS A-D)', ['REFTELS A-D > 06ASTANA891 07STATE158223 05ALMATY3112 04ALMATY3206']],
    ['per refs A, B, and C', ['refs A > 06ASTANA891', 'B > 07STATE158223', 'C > 05ALMATY3112']],
    ['reftels B through D and ref A', ['reftels B through D > 07STATE158223 05ALMATY3112 04ALMATY3206', 'ref A > 06ASTANA891']],
    ['refs (A) and (B)', ['refs (A) > 06ASTANA891', '(B) > 07STATE158223']],
    ['REFS A/B', ['REFS A > 06ASTANA891', 'B > 07STATE158223']],
    ['per ref B, A senior official', ['ref B > 07STATE158223']],
    ['ref A, I met him', ['ref A > 06ASTANA891']],
    ['Ref F is not listed', ['Ref F > ']],
    ['reftels agree', ['reftels > 06ASTANA891 07STATE158223 05ALMATY3112 04ALMATY3206']],
    ['(ref)', ['ref > 06ASTANA891 07STATE158223 05ALMATY3112 04ALMATY3206']],
  ])('finds those of "%s"', (text, expected) => expect(found(text)).toEqual(expected));

  it.each(['refuge A', 'the ref U.S. law', 'Ref C’s author', 'reform A', 'the referee B. Smith', 'reference I made'])('finds none in "%s"', (text) => expect(found(text)).toEqual([]));

  it('takes A for the only reference when REF has no letters', () => {
    expect(found('See ref A.', [{ bullet: null, value: '06BAKU1', kind: 'cable', raw: '', yearInferred: false, candidates: [] }])).toEqual(['ref A > 06BAKU1']);
  });
});

describe('cables printed in full', () => {
  it.each([
    ['06 ASTANA 891 said so', ['06 ASTANA 891 > 06ASTANA891']],
    ['(06ASTANA891)', ['06ASTANA891 > 06ASTANA891']],
    ['Per 06 Rio de Janeiro 1291 we', ['06 Rio de Janeiro 1291 > 06RIODEJANEIRO1291']],
    ['ASTANA 891 (06) said so', ['ASTANA 891 (06) > 06ASTANA891']],
    ['In 06 Kabul 5353/5194 post', ['06 Kabul 5353 > 06KABUL5353', '5194 > 06KABUL5194']],
    ['STATE 158223 requested it', ['STATE 158223 > 07STATE158223']],
    ['(see Colombo 0266)', ['Colombo 0266 > 07COLOMBO266']],
  ])('finds those of "%s"', (text, expected) => expect(found(text)).toEqual(expected));

  it.each(['In 2007 Astana 300 people came', 'In Kabul 936 men', 'Athens 2004', '(Paris 1997)', 'BAKU 2020 OLYMPICS and more', 'at BAKU 12:30 he', 'Baku 1,234 men', 'our own 07ASTANA3256', 'UNSCR 1540 (2004)', 'Embassy Rome 1234'])(
    'finds none in "%s"',
    (text) => expect(found(text)).toEqual([]),
  );
});

describe('the rest', () => {
  it('finds septels, and paragraphs of this cable only', () => {
    expect(found('septel; para 4; paras 2-3; para 9')).toEqual(['septel > ', 'para 4 > 4', 'paras 2-3 > 2']);
    expect(found('ref A, para 4 and para 3 of ref B')).toEqual(['ref A > 06ASTANA891', 'ref B > 07STATE158223']);
  });

  it('gives places in the text as it is read, across joined lines and page banners', () => {
    const source = cableText({ year: 2006, post: 'BAKU', serial: 300, date: '2006-03-20', subject: 'FARMS', tags: 'ELAB', refs: ['BAKU 100', 'STATE 9'], body: ['(U) The list of refs\nBAKU 00000300  002 OF 002\nA and B is out; see 05 PORT\nAU PRINCE 12.'] });
    const recognised = recognise(bare(source));
    expectWhole(source, recognised);
    const { text } = recognised.parsed;
    expect(recognised.cable.mentions?.map(({ start, end, paragraph, cables }) => [text.slice(start, end), paragraph, cables])).toEqual([
      ['refs A', 1, ['06BAKU100']],
      ['B', 1, ['06STATE9']],
      ['05 PORT AU PRINCE 12', 1, ['05PORTAUPRINCE12']],
    ]);
    expect(recognised.cable.references.map(({ start, end }) => (typeof start === 'number' && typeof end === 'number' ? text.slice(start, end) : null))).toEqual(['BAKU 100', 'STATE 9']);
  });
});
