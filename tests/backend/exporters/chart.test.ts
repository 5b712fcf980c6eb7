import { inflateSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportBrief } from '../../../shared/backend/exporters/index.ts';
import { chartPng } from '../../../shared/backend/exporters/layout/chart-raster.ts';
import { letterStrokes, letterWidth } from '../../../shared/backend/exporters/layout/stroke-letters.ts';
import { chartBlock } from '../../../shared/core/brief/chart-block.ts';
import type { ChartBlock, ResolvedBrief } from '../../../shared/core/brief.ts';
import { chartsSvg, lightColours } from '../../../shared/core/chart-file.ts';
import { cellOf, type PlacedValue } from '../../../shared/core/observation.ts';
import { chartTokens } from '../../../renderer/views/compare/charts/chart-tones.ts';
import { sampleBrief, sampleSource } from '../../support/brief.ts';
import { hostileText } from '../../support/hostile.ts';

const years = [2019, 2020, 2021];

function made(title = '', values: (number | string | null)[] = [12, null, 30]): ChartBlock {
  const valueOf = (year: number, value: number | string | null): PlacedValue => ({
    indicator: 'a.b', country: 'FJI', territory: null, year, reportedYear: year, status: value === null ? 'unknown' : 'value', value, unit: 'count', mark: null, note: null, page: 2, start: 1, end: 3, quote: '', confidence: 1, source: 'report', documentId: 'report', documentTitle: 'Fiji', documentKind: 'ilab-report', correction: null,
  });
  const row = { indicator: 'a.b', name: 'Boats', unit: 'count', territory: null, cells: years.map((year, index) => cellOf(year, [valueOf(year, values[index] ?? null)], [])) };
  const block = chartBlock({ country: 'FJI', indicator: 'a.b', territory: null, years: [] }, title, { countryName: 'Fiji', years, editions: years, row }, ({ page }) => ({ source: 1, locator: `p. ${page}` }));
  if (!block) throw new Error('no chart');
  return block;
}

const briefWith = (block: ChartBlock): ResolvedBrief => sampleBrief({ blocks: [block], sources: [sampleSource()], issues: [] });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('a chart in an exported brief', () => {
  it('is a picture with a description, its table and its sources in Word', async () => {
    const { bytes, losses } = await exportBrief(briefWith(made()), 'docx');
    const files = unzipSync(bytes);
    const xml = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(Object.keys(files).filter((name) => name.startsWith('word/media/')).map((name) => name.split('.').at(-1)).toSorted()).toEqual(['png', 'svg']);
    expect(xml).toContain('descr="Boats, Fiji. 2 values; from 12 in 2019 to 30 in 2021; without a value: 2020."');
    expect(xml.replace(/<[^>]+>/g, ' ')).toMatch(/Boats, Fiji\s.*Year\s.*Number\s.*2019\s.*12\s.*Printed report/s);
    expect(losses).toEqual([]);
  });

  it('stands in the page itself, which may run no script and take no style of its own', async () => {
    const { bytes } = await exportBrief(briefWith(made()), 'html');
    const html = text(bytes);
    expect(html).toMatch(/<figure class="chart">.*<svg .*<title>Boats, Fiji\. 2 values/s);
    expect(html.slice(html.indexOf('<figure'))).not.toMatch(/ style=|<script|<image|href="http/);
    expect(html).toContain('<th scope="row" class="year">2020</th><td>Unknown</td>');
  });

  it('leaves its table in Markdown, and says that the drawing stayed behind', async () => {
    const { bytes, losses } = await exportBrief(briefWith(made()), 'markdown');
    expect(text(bytes)).toMatch(/\| 2021 \| 30 \| Printed report/);
    expect(losses).toContain('Markdown holds no pictures: of a chart its table is there, and its drawing is not.');
  });

  it('of words has a table only', async () => {
    const block = made('', ['5–14', '6–14', '5–14']);
    expect(block.picture).toBeNull();
    const { bytes } = await exportBrief(briefWith(block), 'docx');
    expect(Object.keys(unzipSync(bytes)).some((name) => name.startsWith('word/media/'))).toBe(false);
  });

  it('cannot be broken by its title', async () => {
    for (const title of hostileText) {
      const block = { ...made(title), title };
      const html = text((await exportBrief(briefWith(block), 'html')).bytes);
      expect(html.match(/<svg /g)).toHaveLength(1);
      expect(html).not.toMatch(/<(?:script|img|iframe)|<[^>]*\son\w+=/i);
      await exportBrief(briefWith(block), 'docx');
      expect(chartsSvg([{ name: title, drawing: made().picture?.drawing ?? { width: 10, height: 10, shapes: [], columns: [], top: 0, bottom: 0, isCut: false } }], { title, sources: [title] }).svg.match(/<svg /g)).toHaveLength(1);
    }
  });
});

describe('the picture for programs without SVG', () => {
  it('is a PNG of the drawing with lines, marks and words in their colours', () => {
    const drawing = made().picture?.drawing;
    if (!drawing) throw new Error('not drawn');
    const png = chartPng(drawing);
    const view = new DataView(png.buffer);
    expect([...png.subarray(1, 4)].map((code) => String.fromCharCode(code)).join('')).toBe('PNG');
    const [width, height] = [view.getUint32(16), view.getUint32(20)];
    expect([width, height]).toEqual([drawing.width * 2, drawing.height * 2]);
    const lines = inflateSync(png.subarray(41, 41 + view.getUint32(33)));
    expect(lines).toHaveLength(height * (width * 3 + 1));
    const colourAt = (x: number, y: number) => `#${[0, 1, 2].map((part) => (lines[y * (width * 3 + 1) + 1 + x * 3 + part] ?? 0).toString(16).padStart(2, '0')).join('')}`;
    const disc = drawing.shapes.find((shape) => shape.kind === 'mark');
    expect(colourAt(Math.floor((disc?.x ?? 0) * 2), Math.floor((disc?.y ?? 0) * 2))).toBe(lightColours.shown);
    expect(colourAt(width - 1, 0)).toBe('#ffffff');
  });

  it('has strokes for every letter and figure, and none for what it does not know', () => {
    for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789$%.,-/') expect(letterStrokes(letter).length, letter).toBeGreaterThan(0);
    for (const letter of [' ', '督', 'é', '\u0000', '']) expect(letterStrokes(letter)).toEqual([]);
    expect(letterWidth('i').advance).toBeLessThan(letterWidth('m').advance);
  });
});

describe('the colours of a chart file', () => {
  it('are those of the light theme', () => {
    const css = readFileSync(join(import.meta.dirname, '..', '..', '..', 'renderer', 'styles', 'tokens.css'), 'utf8');
    for (const [tone, token] of Object.entries(chartTokens)) expect(lightColours[tone as keyof typeof lightColours], token).toBe(new RegExp(`${token}: (#[0-9a-f]{6})`).exec(css)?.[1]);
  });
});
