// The colours keep their promises: text readable, borders and highlights visible, in both themes. Measured by WCAG 2.2.

import { describe, expect, it } from 'vitest';
import { tagColours } from '../../shared/core/annotation.ts';
import { contrast, systemDark, themes } from '../support/tokens.ts';

/** Distance in the Oklab space, in which equal steps look equal (Ottosson 2020). */
function oklab(colour: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s, 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s];
}

describe.each(Object.entries(themes))('the %s theme', (_name, tokens) => {
  const value = (name: string) => {
    const found = tokens.get(name);
    if (!found) throw new Error(`no token --${name}`);
    return found;
  };
  const grounds = ['paper', 'surface', 'sunken', 'floating', 'hover', 'accent-soft'];

  it('has text of at least 7:1, soft text of 4.5:1 and faint text of 4.5:1 on every ground', () => {
    for (const ground of grounds) {
      expect(contrast(value('ink'), value(ground)), `ink on ${ground}`).toBeGreaterThanOrEqual(7);
      expect(contrast(value('ink-soft'), value(ground)), `ink-soft on ${ground}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(value('ink-faint'), value(ground)), `ink-faint on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has borders of fields and focus rings of at least 3:1', () => {
    for (const ground of ['paper', 'surface', 'floating']) {
      expect(contrast(value('line-strong'), value(ground)), `line-strong on ${ground}`).toBeGreaterThanOrEqual(3);
      expect(contrast(value('focus'), value(ground)), `focus on ${ground}`).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(value('on-accent'), value('accent'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(value('accent'), value('surface'))).toBeGreaterThanOrEqual(4.5);
  });

  it('has highlights whose edge shows (3:1) and whose text stays readable (7:1)', () => {
    for (const colour of tagColours) {
      expect(contrast(value(`tag-${colour}`), value('paper')), colour).toBeGreaterThanOrEqual(3);
      expect(contrast(value(`tag-${colour}`), value('surface')), colour).toBeGreaterThanOrEqual(3);
      expect(contrast(value('ink'), value(`tag-${colour}-fill`)), `ink on ${colour}`).toBeGreaterThanOrEqual(7);
    }
  });

  it('has signs of change that read as text on paper and on their own fill', () => {
    for (const change of ['new', 'gone', 'reworded', 'moved', 'contradiction', 'unknown']) {
      expect(contrast(value(change), value('paper')), change).toBeGreaterThanOrEqual(4.5);
      expect(contrast(value(change), value('surface')), `${change} on surface`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(value(change), value(`${change}-fill`)), `${change} on its fill`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(value('ink'), value(`${change}-fill`)), `ink on ${change}`).toBeGreaterThanOrEqual(7);
    }
  });

  it('has twelve tag colours, each apart from every other', () => {
    for (const [index, left] of tagColours.entries()) {
      for (const right of tagColours.slice(index + 1)) {
        const [a, b] = [oklab(value(`tag-${left}`)), oklab(value(`tag-${right}`))];
        // About twice what is just noticed side by side.
        expect(Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]), `${left} and ${right}`).toBeGreaterThan(0.04);
      }
    }
  });
});

it('a system that is dark shows the dark theme', () => {
  expect([...systemDark]).toEqual([...themes.dark]);
});
