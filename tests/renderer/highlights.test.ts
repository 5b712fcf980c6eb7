// Highlights are seen by everybody: their lines have contrast, their text is read where several lie over each other, and no colour is
// the only sign of anything. Measured on the style sheets as they are.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { tagColours } from '../../shared/core/annotation.ts';
import { contrast, laidOver, themes } from '../support/tokens.ts';

const renderer = join(import.meta.dirname, '..', '..', 'renderer');
const text = readFileSync(join(renderer, 'views', 'reader', 'reader-highlights.css'), 'utf8');
const classes = readFileSync(join(renderer, 'styles', 'colours.css'), 'utf8');

/** The first rule of this selector, without what is for forced colours. */
function rule(css: string, selector: string): string {
  const from = css.indexOf(`\n${selector} {`);
  expect(from, selector).toBeGreaterThanOrEqual(0);
  return css.slice(from, css.indexOf('}', from));
}

/** How the line of a colour is drawn: style, whether it is thick, whether there is one above. */
function lineInText(colour: string): string {
  const drawn = /text-decoration: underline( overline)?( dashed| dotted| double)? (\d)px/.exec(rule(text, `::highlight(reader-${colour})`));
  if (!drawn) throw new Error(`no line for ${colour}`);
  const [, over, style = ' solid', width] = drawn;
  const isThick = Number(width) > (style === ' double' ? 1 : 2);
  return `${style.trim()}${isThick ? ' thick' : ''}${over ? ' over' : ''}`;
}

function lineOnPages(colour: string): string {
  const own = rule(classes, `.colour-${colour}`);
  const [, width, style = ''] = /--colour-line: (\d)px (\w+)/.exec(own) ?? [];
  const isThick = Number(width) > (style === 'double' ? 3 : 2);
  return `${style}${isThick ? ' thick' : ''}${own.includes('--colour-over: none') ? '' : ' over'}`;
}

describe.each(Object.entries(themes))('in the %s theme', (_name, tokens) => {
  const value = (name: string) => tokens.get(name) ?? expect.unreachable(`no token --${name}`);

  it.each(tagColours)('%s has a line of at least 3:1 on the paper and on its own fill', (colour) => {
    expect(contrast(value(`tag-${colour}`), value('paper'))).toBeGreaterThanOrEqual(3);
    expect(contrast(value(`tag-${colour}`), value(`tag-${colour}-fill`))).toBeGreaterThanOrEqual(3);
  });

  it.each(tagColours)('text on %s is read at 4.5:1 and more, opened, and where three highlights and more lie over each other', (colour) => {
    const fill = value(`tag-${colour}-fill`);
    const twice = laidOver(value('ink'), fill, 0.09);
    const deep = laidOver(value('ink'), twice, 0.09);
    const opened = laidOver(value('ink'), deep, 0.12);
    for (const ground of [fill, twice, deep, opened]) expect(contrast(value('ink'), ground)).toBeGreaterThanOrEqual(4.5);
  });

  it('what is found, selected and gone to is read and seen', () => {
    for (const ground of ['reworded-fill', 'accent-soft']) expect(contrast(value('ink'), value(ground)), ground).toBeGreaterThanOrEqual(4.5);
    expect(contrast(value('paper'), value('reworded'))).toBeGreaterThanOrEqual(4.5);
    expect(contrast(value('accent'), value('accent-soft'))).toBeGreaterThanOrEqual(3);
    expect(contrast(value('reworded'), value('reworded-fill'))).toBeGreaterThanOrEqual(3);
  });
});

describe('without its colour', () => {
  it('each highlight is known by its line, which is the same in the text and on the pages', () => {
    const lines = tagColours.map(lineInText);
    expect(new Set(lines).size).toBe(tagColours.length);
    expect(tagColours.map(lineOnPages)).toEqual(lines);
  });

  it('one that waits for a decision has a line no colour has', () => {
    expect(rule(text, '::highlight(reader-unplaced)')).toContain('wavy');
  });
});

it('nothing moves when the system asks for no motion: every transition and animation lasts as long as --motion says', () => {
  const sheets = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.css'));
  expect(sheets.length).toBeGreaterThan(20);
  const moving = sheets.flatMap((path) => [...readFileSync(join(renderer, path), 'utf8').matchAll(/^\s*(?:transition|animation)(?:-duration)?:[^;]*;|scroll-behavior:[^;]*;/gm)].map(([line]) => ({ path, line: line.trim() })));
  expect(moving.filter(({ line }) => !line.includes('var(--motion)') && !line.includes('none'))).toEqual([]);
  const tokens = readFileSync(join(renderer, 'styles', 'tokens.css'), 'utf8');
  expect(tokens).toMatch(/prefers-reduced-motion: reduce\) \{\s*:root \{\s*--motion: 0ms;/);
  const scripts = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
  expect(scripts.filter((path) => /behavior: 'smooth'/.test(readFileSync(join(renderer, path), 'utf8')))).toEqual([]);
});
