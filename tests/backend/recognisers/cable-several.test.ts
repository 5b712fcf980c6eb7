// Files that hold several cables, and files that hold one though they look like more.

import { describe, expect, it } from 'vitest';
import { cableRecogniser } from '../../../shared/backend/recognisers/cable.ts';
import { divided } from '../../../shared/backend/recognisers/index.ts';
import { cableText, citingCables } from '../../support/cables.ts';
import { bare } from './cable-reading.ts';
import { confidentialCable, csvCable, partialCable, shortCable } from './cable-samples.ts';

const baku = cableText({ year: 2006, post: 'BAKU', serial: 300, date: '2006-03-20', subject: 'FARMS', tags: 'ELAB AJ' });

function count(source: string): number {
  return cableRecogniser.divide?.({ name: 'a.txt', parsed: bare(source) })?.parts?.length ?? 1;
}

/** Only the content: banner, labels, text. */
function contentOf(text: string): string {
  return text.slice(text.indexOf('UNCLAS'));
}

describe('several cables in one file', () => {
  it('are divided where the next begins', () => {
    const texts = Object.values(citingCables);
    const parts = cableRecogniser.divide?.({ name: 'a.txt', parsed: bare(texts.join('\n')) })?.parts ?? [];
    expect(parts.map(({ parsed }) => parsed.source?.trim())).toEqual(texts.map((text) => text.trim()));
  });

  it.each([
    ['with routing headers', [baku, confidentialCable], 2],
    ['with page metadata', [shortCable, partialCable], 2],
    ['with banners only', Object.values(citingCables).map(contentOf), 5],
    ['as rows of a table', [csvCable.trim(), csvCable.trim()], 4],
  ])('are told apart %s', (_, texts, expected) => expect(count(texts.join('\n'))).toBe(expected));

  it('keep a row whose quotation mark is never closed to itself', () => {
    const row = (number: number, id: string) => `${number},"12/3/2007 11:54","${id}","Embassy Baku","UNCLASSIFIED","","","UNCLAS BAKU 000001\nSUBJECT: X\n\n1. (U) Said "so.`;
    expect(count([row(1, '07BAKU1'), row(2, '07BAKU2'), row(3, '07BAKU3')].join('\n'))).toBe(3);
  });

  it('become parts of the file when it is imported, whatever the sign at line ends', () => {
    const parsed = divided({ name: 'a.txt', parsed: bare(`${baku}\r\n\r\n${shortCable}`.replace(/\r?\n/g, '\r\n')) });
    expect(parsed.parts).toHaveLength(2);
    expect(parsed.text).toMatch(/^2 cables\n/);
    expect(divided({ name: 'a.txt', parsed: bare(`${baku}\n${shortCable}`) }, 'generic').parts).toBeUndefined();
  });
});

describe('one cable in a file', () => {
  it.each([
    ['alone', baku],
    ['in two sections', confidentialCable],
    ['that quotes another', baku.replace('1. (U) Nothing happened.', `1. (U) Begin text of message:\n\n${contentOf(citingCables['c.txt'] ?? '').replace('DOE\n', '')}\nEnd text.\n\n2. (U) That is all.`)],
    ['with its header twice', baku.replace('UNCLAS BAKU 000300', `${contentOf(baku).split('1. (U)')[0] ?? ''}\nUNCLAS BAKU 000300`)],
    ['that speaks of cables', baku.replace('Nothing happened.', 'UNCLAS BAKU 000299 was sent.\nIdentifier and VZCZ are words.')],
  ])('is not divided: %s', (_, source) => expect(count(source)).toBe(1));
});
