import dns from 'node:dns';
import { mkdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { pdfImporter } from '../../../shared/backend/importers/pdf.ts';
import { type Bitmap, leaning, straightened, turnedBack, withoutSpecks } from '../../../shared/backend/importers/scan/bitmap.ts';
import { withColumns } from '../../../shared/backend/importers/scan/columns.ts';
import { availableLanguages } from '../../../shared/backend/importers/scan/data.ts';
import { leanOf } from '../../../shared/backend/importers/scan/lean.ts';
import { onWhitePaper } from '../../../shared/backend/importers/scan/paper.ts';
import { readScannedPdf } from '../../../shared/backend/importers/scan/reading.ts';
import { recognisePage } from '../../../shared/backend/importers/scan/recognise.ts';
import { ruledLines } from '../../../shared/backend/importers/scan/rules.ts';
import { pageRanges } from '../../../shared/core/ocr.ts';
import { UserError } from '../../../shared/core/user-error.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { patience } from '../../support/patience.ts';
import { pdfOfPictures, scanned, scannedPage } from '../../support/scans.ts';
import { PageSheet, pdfOf } from './pdf-writing.ts';

const lines = ['Inspectors visited 214 farms in the north', 'and found nine children at work. The visits', 'without notice were suspended in June and', 'taken up again when the harvest was over.'];
/** Small, so that it is read in a second. */
const note = () => new PageSheet(330, 170).text(40, 40, 'Harvest inspections', 16, 'bold').lines(40, 75, lines, 11);
const printed = pdfOf([note()]);

const parse = (bytes: Uint8Array) => pdfImporter.parse({ name: 'scan.pdf', bytes });
const read = async (bytes: Uint8Array, page = 1) => {
  const recognised = await recognisePage({ bytes, page, languages: ['eng'], folders: [] });
  return { recognised, parsed: await readScannedPdf({ name: 'scan.pdf', bytes }, [recognised]) };
};
const flat = (text: string) => text.replace(/\s+/g, ' ');
const wanted = flat(lines.join(' '));

describe('what a page is', () => {
  it('says which pages of a mixed document are pictures, and keeps their place', async () => {
    const text = new PageSheet().lines(72, 100, Array.from({ length: 12 }, (_, line) => `${line}. ${wanted}`), 9);
    const mixed = pdfOf([text, new PageSheet(), text]);
    const scan = scanned(pdfOf([new PageSheet().lines(72, 100, lines)]), [1]);
    const parsed = await parse(scan);
    expect(parsed.pages).toMatchObject([{ number: 1, picture: 'no-text', words: [] }]);
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['no-text-layer', 'pages-without-text']);
    // Neither a page of text nor an empty one is a picture.
    const other = await parse(mixed);
    expect(other.pages.map(({ number, picture }) => [number, picture])).toEqual([[1, undefined], [2, undefined], [3, undefined]]);
    expect(other.warnings).toEqual([]);
  });

  it('takes a page under a stamp for a picture, and one with a small picture for text', async () => {
    const picture = scannedPage(printed, 1);
    expect((await parse(pdfOfPictures([{ picture, options: { stamp: 'RELEASED IN FULL  Case F-2014  Doc C05739545' } }]))).pages[0]?.picture).toBe('no-text');
    expect((await parse(pdfOfPictures([null, picture]))).pages.map((page) => page.picture ?? 'text')).toEqual(['text', 'no-text']);
  });

  it('reads the text that another program laid under a scan, and says whose it is; garbage counts as no text', async () => {
    const picture = scannedPage(printed, 1);
    const told = await parse(pdfOfPictures([{ picture, options: { hiddenText: lines.join('\n') } }]));
    expect(told.pages[0]?.picture).toBe('hidden-text');
    expect(flat(told.text)).toContain('visited 214 farms');
    expect(told.warnings.map(({ code }) => code)).toEqual(['text-from-other-ocr']);
    const garbage = await parse(pdfOfPictures([{ picture, options: { hiddenText: '. , ; : . - _ | ; , . " . , ; : | . _ - . , ; |' } }]));
    expect(garbage.pages[0]?.picture).toBe('no-text');
  });

  it('writes page numbers as a reader does', () => {
    expect([[3], [3, 4], [5, 3, 4], [1, 2, 3, 7, 9, 10, 11]].map(pageRanges)).toEqual(['3', '3 and 4', '3–5', '1–3, 7 and 9–11']);
    expect(pageRanges([])).toBe('');
  });
});

describe('a picture of text', () => {
  const upright = (): Bitmap => scannedPage(pdfOf([new PageSheet(400, 400).lines(40, 60, Array.from({ length: 16 }, (_, line) => `${wanted.slice(line * 5)} ${wanted}`.slice(0, 60 - (line % 3))), 11, 'regular', 20)]), 1);

  it.each([-3.2, -0.8, 0, 1.7])('leaning by %s degrees is measured to a tenth and straightened', (degrees) => {
    const bitmap = straightened(upright(), -degrees);
    expect(Math.abs(leanOf(bitmap).degrees - degrees)).toBeLessThan(0.15);
    expect(Math.abs(leanOf(straightened(bitmap, degrees)).degrees)).toBeLessThan(0.15);
  });

  it('turned by a quarter is seen to lie sideways, and turning it back gives it again', () => {
    const bitmap = upright();
    expect(leanOf(bitmap).sideways).toBe(false);
    for (const turn of [1, 3] as const) {
      const turned = turnedBack(bitmap, turn);
      expect(leanOf(turned).sideways).toBe(true);
      expect(turnedBack(turned, turn === 1 ? 3 : 1).pixels).toEqual(bitmap.pixels);
    }
  });

  it('gets a white ground where it was shaded, and loses its specks', () => {
    const sheet = new PageSheet(200, 80).box(20, 20, 180, 50).text(30, 40, 'Measure', 11, 'bold');
    const bitmap = scannedPage(pdfOf([sheet]), 1, { noise: 0.001 });
    const clean = withoutSpecks(onWhitePaper(bitmap));
    const at = (x: number, y: number) => Math.round((y * 300) / 72) * bitmap.width + Math.round((x * 300) / 72);
    expect([bitmap.pixels[at(150, 40)], clean.pixels[at(150, 40)]]).toEqual([153, 255]);
    const ink = ({ pixels }: Bitmap, from: number, to: number) => pixels.subarray(at(0, from), at(0, to)).filter((value) => value < 128).length;
    expect(ink(bitmap, 55, 79)).toBeGreaterThan(10);
    // Specks that touch may be a dot.
    expect(ink(clean, 55, 79)).toBeLessThan(5);
    expect(ink(clean, 30, 42)).toBeGreaterThan(500);
  });

  it('has places that lead back to the leaning page', () => {
    const page = { width: 600, height: 800 };
    expect(leaning(300, 400, page, 3)).toEqual({ x: 300, y: 400 });
    const right = leaning(600, 400, page, 1);
    expect(right.y).toBeGreaterThan(405);
  });

  it('shows its ruled lines, and where columns end between rules without uprights', () => {
    const sheet = new PageSheet(400, 200);
    for (const y of [40, 70, 100, 130]) sheet.rule(40, y, 360, y);
    for (const y of [60, 90, 120]) sheet.text(45, y, 'Visits to farms').text(250, y, '214');
    const bitmap = scannedPage(pdfOf([sheet]), 1);
    const rules = ruledLines(bitmap, 300 / 72);
    expect(rules.map(({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map(Math.round))).toEqual([40, 70, 100, 130].map((y) => [40, y, 360, y]));
    const word = (x: number, baseline: number, width: number) => ({ text: 'x', x, baseline, width, size: 11, ascent: 0.8, descent: 0.2, bold: false, italic: false, spaceAfter: true, artifact: false });
    const cut = withColumns(rules, [60, 90, 120].flatMap((y) => [word(45, y, 80), word(250, y, 20)]));
    expect(cut).toHaveLength(8);
    expect(new Set(cut.map(({ x1 }) => Math.round(x1))).size).toBe(2);
  });
});

describe('recognising', () => {
  it('reads a leaning, speckled scan as it is printed, with heading, paragraph and a confidence for each word', { timeout: patience }, async () => {
    const bytes = scanned(printed, [1], { skew: 1.4, noise: 0.004 });
    const { recognised, parsed } = await read(bytes);
    expect(Math.abs(recognised.skew - 1.4)).toBeLessThan(0.2);
    expect(parsed.blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph']);
    expect(flat(parsed.text)).toBe(`Harvest inspections ${wanted}`);
    const [page] = parsed.pages;
    expect(page).toMatchObject({ picture: 'recognised' });
    expect(page?.confidences?.map(({ start, end }) => parsed.text.slice(start, end)).join(' ')).toBe(flat(parsed.text));
    expect(Math.min(...(page?.confidences ?? []).map(({ confidence }) => confidence))).toBeGreaterThan(20);
    // The boxes stand where the words lean: the first word of the last line lies lower than it would on a level page.
    const box = (words: string) => page?.words.find(({ start, end }) => parsed.text.slice(start, end) === words);
    expect((box('north')?.y ?? 0) - (box('Inspectors')?.y ?? 0)).toBeGreaterThan(2);
    expect(parsed.warnings.map(({ code }) => code)).toEqual(['text-from-ocr']);
  });

  it.each([
    ['laid on its side', { turn: 1 }, { turn: 1 }],
    ['laid on its head', { turn: 2 }, { turn: 2 }],
    ['turned by the file', { turn: 1, rotate: 270 }, { turn: 0 }],
  ] as const)('reads a page %s', { timeout: patience }, async (_how, options, seen) => {
    const { recognised, parsed } = await read(scanned(printed, [1], options));
    expect(recognised).toMatchObject(seen);
    expect(flat(parsed.text)).toContain(wanted);
  });

  it('keeps a stamp that the file prints itself, once', { timeout: patience }, async () => {
    const { parsed } = await read(scanned(printed, [1], { stamp: 'RELEASED IN FULL' }));
    expect(parsed.text.match(/RELEASED IN FULL/g)).toHaveLength(1);
    expect(flat(parsed.text)).toContain(wanted);
  });

  it('finds no words on an empty page, and none are made up', { timeout: patience }, async () => {
    const empty: Bitmap = { width: 1200, height: 800, pixels: new Uint8Array(1200 * 800).fill(255) };
    const { recognised, parsed } = await read(pdfOfPictures([empty]));
    expect(recognised).toMatchObject({ words: [], confidence: null, failure: null });
    expect(parsed.text).toBe('');
  });

  it('draws a huge page coarser instead of filling the memory', { timeout: patience }, async () => {
    const poster = new PageSheet(6000, 4000).text(400, 1200, 'Harvest inspections', 320, 'bold');
    const { recognised } = await read(pdfOf([poster]));
    expect(recognised.words.map(({ text }) => text)).toEqual(['Harvest', 'inspections']);
  });

  it('survives a damaged picture, a page that is not there and a file that is no PDF, with a sentence or without words', { timeout: patience }, async () => {
    const bytes = scanned(printed, [1]);
    const damaged = bytes.slice();
    const at = Buffer.from(damaged).indexOf('stream\n') + 20;
    damaged.fill(0x5a, at, at + 2000);
    const recognised = await recognisePage({ bytes: damaged, page: 1, languages: ['eng'], folders: [] });
    expect(recognised.words.length).toBeLessThan(8);
    await expect(recognisePage({ bytes, page: 7, languages: ['eng'], folders: [] })).rejects.toThrow(UserError);
    await expect(recognisePage({ bytes: new TextEncoder().encode('no PDF'), page: 1, languages: ['eng'], folders: [] })).rejects.toThrow('cannot be drawn');
  });

  it('says which language has no data or damaged data, and finds data that was put into a folder', async () => {
    const folder = join(temporaryFolder(), 'languages');
    mkdirSync(folder);
    writeFileSync(join(folder, 'xyz.traineddata'), 'this is no language');
    writeFileSync(join(folder, 'osd.traineddata'), '');
    expect(availableLanguages([folder])).toEqual(['eng', 'xyz']);
    expect(availableLanguages([join(folder, 'not-there')])).toEqual(['eng']);
    const bytes = pdfOf([note()]);
    await expect(recognisePage({ bytes, page: 1, languages: ['fra'], folders: [] })).rejects.toThrow('There is no language data for “fra” on this machine.');
    await expect(recognisePage({ bytes, page: 1, languages: ['xyz'], folders: [folder] })).rejects.toThrow('damaged or of another version');
  });

  it('asks nothing of any network', { timeout: patience }, async () => {
    const refuse = (): never => {
      throw new Error('a request left');
    };
    const asked = [vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(refuse), vi.spyOn(dns, 'lookup').mockImplementation(refuse), vi.spyOn(globalThis, 'fetch').mockImplementation(refuse)];
    const { parsed } = await read(scanned(printed, [1]));
    expect(flat(parsed.text)).toContain(wanted);
    for (const each of asked) {
      expect(each).not.toHaveBeenCalled();
      each.mockRestore();
    }
  });
});
