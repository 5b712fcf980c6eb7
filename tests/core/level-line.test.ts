import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEditions } from '../../shared/core/comparing.ts';
import { levelLineDifference } from '../../shared/core/level-line.ts';
import { editionOf } from '../support/editions.ts';

const line = (text: string) => ({ text: `before ${text} after`, range: { start: 7, end: 7 + text.length } });
const parts = (older: string, newer: string) => levelLineDifference(line(older), line(newer)).map(({ kind, text }) => `${kind}: ${text}`);

describe('the line of a level', () => {
  it('changes as a whole when the level does', () => {
    expect(parts('MODERATE ADVANCEMENT', 'MINIMAL ADVANCEMENT – EFFORTS MADE BUT ADVANCEMENT DELAYED')).toEqual(['removed: MODERATE ADVANCEMENT', 'added: MINIMAL ADVANCEMENT – EFFORTS MADE BUT ADVANCEMENT DELAYED']);
  });

  it('keeps the level when only its qualifier comes, goes or changes', () => {
    expect(parts('MINIMAL ADVANCEMENT', 'Minimal Advancement — Efforts Made')).toEqual(['same: Minimal Advancement', 'added:  — Efforts Made']);
    expect(parts('MINIMAL ADVANCEMENT - EFFORTS MADE', 'MINIMAL ADVANCEMENT')).toEqual(['same: MINIMAL ADVANCEMENT', 'removed:  - EFFORTS MADE']);
    expect(parts('NO ADVANCEMENT: A', 'NO ADVANCEMENT: B')).toEqual(['same: NO ADVANCEMENT', 'removed: : A', 'added: : B']);
  });

  it('adds up to both lines, whatever they say', () => {
    const words = fc.array(fc.constantFrom('MINIMAL', ' ', '–', 'ADVANCEMENT', ' - ', ':', '督察', '👷🏽', 'no'), { maxLength: 8 }).map((each) => each.join(''));
    fc.assert(
      fc.property(words, words, (older, newer) => {
        const found = levelLineDifference(line(older), line(newer));
        const written = (side: 'older' | 'newer', text: string) => found.flatMap((part) => (part[side] ? [`before ${text} after`.slice(part[side].start, part[side].end)] : [])).join('');
        expect(written('older', older)).toBe(older);
        expect(written('newer', newer)).toBe(newer);
      }),
    );
  });

  it('is not a paragraph that names the level in passing', () => {
    const of = (text: string, level: string) => {
      const edition = editionOf(text, text);
      const start = edition.text.indexOf(level);
      return { family: 'report' as const, pages: [], text: { ...edition, landmarks: [{ name: 'level', start, end: start + level.length }] } };
    };
    const [row] = compareEditions([of('Fiji made moderate advancement in its efforts of 2020.', 'moderate advancement'), of('Fiji made minimal advancement in its efforts of 2020.', 'minimal advancement')]);
    expect(row?.steps[0]?.parts.filter(({ kind }) => kind !== 'same').map(({ text }) => text.trim())).toEqual(['moderate', 'minimal']);
    const [title] = compareEditions([of('MODERATE ADVANCEMENT', 'MODERATE ADVANCEMENT'), of('MINIMAL ADVANCEMENT – LAWS', 'MINIMAL ADVANCEMENT')]);
    expect(title?.steps[0]?.parts.map(({ text }) => text)).toEqual(['MODERATE ADVANCEMENT', 'MINIMAL ADVANCEMENT – LAWS']);
  });
});
