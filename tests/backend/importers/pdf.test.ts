// What a PDF becomes: text in reading order, passages, tables, page places. On PDFs written by the tests and on real ones.

import { describe, expect, it } from 'vitest';
import { pdfImporter } from '../../../shared/backend/importers/pdf.ts';
import type { Block, ParsedDocument } from '../../../shared/core/document.ts';
import { sharedBytes, sharedPresent } from '../../support/shared.ts';
import { PageSheet, pdfInScript, pdfOf } from './pdf-writing.ts';

const read = (bytes: Uint8Array, name = 'a.pdf'): Promise<ParsedDocument> => pdfImporter.parse({ name, bytes });
const textOf = (document: ParsedDocument, block: { start: number; end: number }): string => document.text.slice(block.start, block.end);
const shown = (document: ParsedDocument): string[] => document.blocks.map((block) => `${block.kind}: ${textOf(document, block)}`);
const cellsOf = (document: ParsedDocument, block: Block): string[] => block.cells.map((cell) => textOf(document, cell));
const rowsOf = (document: ParsedDocument): string[][] => document.blocks.filter((block) => block.kind === 'table-row').map((block) => cellsOf(document, block));

/** The promises of ParsedDocument that hold for every document. */
function expectSound(document: ParsedDocument): void {
  let end = -1;
  for (const block of document.blocks) {
    expect(block.start).toBe(end + 1);
    expect(block.end).toBeGreaterThanOrEqual(block.start);
    if (end >= 0) expect(document.text[end]).toBe('\n');
    for (const part of [...block.cells, ...block.runs]) {
      expect(part.start).toBeGreaterThanOrEqual(block.start);
      expect(part.end).toBeLessThanOrEqual(block.end);
    }
    end = block.end;
  }
  expect(Math.max(end, 0)).toBe(document.text.length);
  const words = document.pages.flatMap((page) => page.words);
  expect(words.map((word) => textOf(document, word)).join('')).toBe(document.text.replace(/\s/gu, ''));
  for (const page of document.pages) {
    for (const word of page.words) {
      expect(word.start).toBeGreaterThanOrEqual(page.start);
      expect(word.end).toBeLessThanOrEqual(page.end);
      expect(textOf(document, word)).not.toMatch(/\s/u);
    }
  }
}

const long = ['The council met in spring and agreed on a plan for the', 'schools of the valley, which had lost teachers every year', 'since the road was closed.'];

describe('reading order and passages', () => {
  it('reads text that runs around a picture as one paragraph, then the full width', async () => {
    const page = new PageSheet().lines(54, 100, ['The first lines stand beside a', 'map and are narrow, as the map', 'takes the right half of the page.'], 12, 'italic', 14);
    page.lines(54, 142, ['Below the map the same paragraph goes on over the whole width of the page, to the right margin and', 'ends here.'], 12, 'italic', 14);
    const document = await read(pdfOf([page]));
    expect(shown(document)).toEqual([
      'paragraph: The first lines stand beside a map and are narrow, as the map takes the right half of the page. Below the map the same paragraph goes on over the whole width of the page, to the right margin and ends here.',
    ]);
    expectSound(document);
  });

  it('reads two columns one after the other, though their lines do not stand level', async () => {
    const left = ['The left column is read first from its', 'top to its bottom, line by line, until', 'it ends at the foot of the page with', 'this last line of the column.'];
    const right = ['The right column follows. Its lines', 'stand a little lower than those of its', 'neighbour, as they do in many lists', 'of references and notes.'];
    const page = new PageSheet().text(54, 80, 'Both columns have one heading', 14, 'bold').lines(54, 110, left, 10).lines(317, 113, right, 10);
    const document = await read(pdfOf([page]));
    expect(shown(document)).toEqual(['heading: Both columns have one heading', `paragraph: ${left.join(' ')}`, `paragraph: ${right.join(' ')}`]);
  });

  it('tells headings, list items with their numbers, notes and captions from paragraphs', async () => {
    const page = new PageSheet()
      .text(54, 90, 'A Report on Rain', 26, 'bold')
      .text(54, 130, 'First part', 13, 'bold')
      .lines(54, 150, long)
      .lines(54, 210, ['1. Measure the rain every day and write the amount', '    down in the book.'])
      .text(54, 240, '2. Send the book to the office.')
      .text(54, 262, '* Amounts are in litres.', 8)
      .lines(54, 290, long)
      .lines(54, 350, long);
    const document = await read(pdfOf([page]));
    expect(document.blocks.map((block) => [block.kind, block.label])).toEqual([
      ['title', null], ['heading', null], ['paragraph', null], ['list-item', '1'], ['list-item', '2'], ['note', null], ['paragraph', null], ['paragraph', null],
    ]);
    expect(textOf(document, document.blocks[3] as Block)).toBe('Measure the rain every day and write the amount down in the book.');
  });

  it('joins a paragraph that a page break cuts in two', async () => {
    const one = new PageSheet().lines(54, 100, long).lines(54, 160, ['The second paragraph reaches the foot of the page and then', 'goes on with its sentence on']);
    const two = new PageSheet().lines(54, 100, ['the page that follows, where it ends.']).lines(54, 130, long);
    const document = await read(pdfOf([one, two]));
    expect(document.blocks).toHaveLength(3);
    expect(textOf(document, document.blocks[1] as Block)).toBe('The second paragraph reaches the foot of the page and then goes on with its sentence on the page that follows, where it ends.');
    expect(document.text.slice(document.pages[1]?.start, document.pages[1]?.end)).toMatch(/^the page that follows/u);
    expectSound(document);
  });

  it('joins a large initial to its word', async () => {
    const page = new PageSheet().text(54, 128, 'T', 40).lines(80, 100, ['he initial is as tall as three', 'lines, and the word it begins', 'is still one word.'], 11, 'regular', 13).lines(54, 139, ['The text goes on below it.'], 11);
    const document = await read(pdfOf([page]));
    expect(document.text).toMatch(/^The initial is as tall as three lines, and the word it begins is still one word\./u);
  });
});

describe('running heads, feet and page numbers', () => {
  const numbered = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      new PageSheet()
        .text(at % 2 === 0 ? 480 : 54, 40, 'Rain in the Valley', 10)
        .lines(54, 100, long)
        .lines(54, 160, [`Page text number ${at} is different from that of all others.`])
        .text(300, 760, at % 2 === 0 ? 'YEARBOOK OF RAIN' : 'OFFICE OF WEATHER', 8)
        .text(560, 760, String(at + 11), 9),
    );

  it('keeps them out of the text and knows the printed page number', async () => {
    const document = await read(pdfOf(numbered(5)));
    expect(document.text).not.toMatch(/Rain in the Valley|YEARBOOK|OFFICE/u);
    expect(document.pages.map((page) => page.label)).toEqual(['11', '12', '13', '14', '15']);
    expect(document.leftOut.filter((left) => left.page === 2).map((left) => `${left.reason}: ${left.text}`)).toEqual(
      expect.arrayContaining(['running head: Rain in the Valley', 'running foot: OFFICE OF WEATHER', 'page number: 12']),
    );
    expectSound(document);
  });

  it('does not take the numbers of a list at the foot of a page for page numbers', async () => {
    const pages = numbered(4).map((page, at) => page.text(54, 733, String(at * 7 + 3), 8).text(72, 733, `A reference with the number ${at * 7 + 3} at the end of the page.`, 8));
    const document = await read(pdfOf(pages));
    for (let at = 0; at < 4; at++) expect(document.text).toContain(`A reference with the number ${at * 7 + 3} at the end`);
    expect(document.pages.map((page) => page.label)).toEqual(['11', '12', '13', '14']);
  });

  it('leaves the title in display type on the first page though every page repeats it', async () => {
    const pages = Array.from({ length: 3 }, () => new PageSheet().text(430, 43, 'Examplia', 26).text(430, 62, 'STEADY RAIN', 12, 'bold').lines(54, 110, long));
    const document = await read(pdfOf(pages));
    expect(shown(document).slice(0, 2)).toEqual(['title: Examplia', 'heading: STEADY RAIN']);
    expect(document.leftOut.filter((left) => left.text === 'Examplia')).toHaveLength(2);
  });
});

describe('spelling across lines and fonts', () => {
  it('drops a hyphen that only the line end asked for and keeps one that belongs to the word', async () => {
    const page = new PageSheet().lines(54, 100, ['The government spoke of the work of the govern-', 'ment and of its Anti-', 'Flooding Act. See http://example.org/rain-in-', 'spring/list.html for self-', 'reported amounts.']);
    const document = await read(pdfOf([page]));
    expect(document.text).toBe('The government spoke of the work of the government and of its Anti-Flooding Act. See http://example.org/rain-in-spring/list.html for self-reported amounts.');
    expectSound(document);
  });

  it('puts in the space that is missing after a full stop or before a citation', async () => {
    const document = await read(pdfOf([new PageSheet().lines(54, 100, ['It rained on labor.The office counted 12.(4) In spring,however, e.g. U.S. rain.', 'See www.Example.Org/A.B for more.'])]));
    expect(document.text).toBe('It rained on labor. The office counted 12. (4) In spring,however, e.g. U.S. rain. See www.Example.Org/A.B for more.');
    expectSound(document);
  });

  it('keeps a raised footnote number apart from a number and marks it', async () => {
    const page = new PageSheet().text(54, 100, 'They counted 305').text(54 + 86, 96, '7', 6).text(150, 100, 'wet days in the year.');
    const document = await read(pdfOf([page]));
    expect(document.text).toBe('They counted 305 7 wet days in the year.');
    expect(document.blocks[0]?.runs).toEqual([{ start: 17, end: 18, style: 'superscript' }]);
  });

  it('reads a footnote with its raised number as a note of that number', async () => {
    const page = new PageSheet().lines(54, 100, long).text(54, 686, '1', 6).text(58, 690, 'The council of the valley, which has nine members,', 9).text(54, 701, 'as it was then.', 9).text(54, 710, '2', 6).text(58, 714, 'Counted in autumn.', 9);
    const document = await read(pdfOf([page]));
    expect(document.blocks.map((block) => [block.kind, block.label, textOf(document, block)])).toEqual([
      ['paragraph', null, long.join(' ')],
      ['note', '1', 'The council of the valley, which has nine members, as it was then.'],
      ['note', '2', 'Counted in autumn.'],
    ]);
  });

  it('reads bullets of a symbol font as bullets', async () => {
    const page = new PageSheet().text(54, 100, 'n', 9, 'bullets').text(70, 100, 'Buy umbrellas for the school.').text(54, 116, 'n', 9, 'bullets').text(70, 116, 'Mend the roof.');
    const document = await read(pdfOf([page]));
    expect(document.blocks.map((block) => [block.kind, block.label, textOf(document, block)])).toEqual([
      ['list-item', '■', 'Buy umbrellas for the school.'],
      ['list-item', '■', 'Mend the roof.'],
    ]);
  });

  it('reads Cyrillic, and Arabic from right to left', async () => {
    expect((await read(pdfInScript('дождь идет', 'джьеиот')))?.text).toBe('дождь идет');
    // Drawn from left to right as the reader sees it: the last word first, each word's letters reversed.
    expect((await read(pdfInScript('ديدش رطم', 'مطرشدي'))).text).toBe('مطر شديد');
  });
});

describe('tables', () => {
  const rows = [
    ['Hills', ['Heavy rain in spring and', 'again in autumn'], '12'],
    [null, 'Snow', '3'],
    ['Coast', 'Fog', '40'],
  ];

  it('reads drawn tables as rows and cells, wrapped cells joined, merged cells spanning', async () => {
    const page = new PageSheet().lines(54, 80, long).text(54, 130, 'Table 1. Weather by Region', 11, 'bold');
    const below = page.table([54, 150, 400, 500], 140, ['Region', 'Weather', 'Days'], rows);
    page.lines(54, below + 30, long);
    const document = await read(pdfOf([page]));
    expect(rowsOf(document)).toEqual([['Region', 'Weather', 'Days'], ['Hills', 'Heavy rain in spring and again in autumn', '12'], ['Snow', '3'], ['Coast', 'Fog', '40']]);
    const [header, hills] = document.blocks.filter((block) => block.kind === 'table-row');
    expect(header?.cells.every((cell) => cell.header)).toBe(true);
    expect(hills?.cells.map((cell) => cell.rowSpan)).toEqual([2, 1, 1]);
    expect(document.blocks.find((block) => block.kind === 'caption')?.table).toBe(0);
    expectSound(document);
  });

  it('joins a table that goes on over a page and leaves the repeated caption and header out', async () => {
    const one = new PageSheet().lines(54, 80, long).text(54, 130, 'Table 1. Weather by Region', 11, 'bold');
    one.table([54, 150, 400, 500], 140, ['Region', 'Weather', 'Days'], rows);
    const two = new PageSheet().text(54, 80, 'Table 1. Weather by Region (Cont.)', 11, 'bold');
    two.table([54, 150, 400, 500], 90, ['Region', 'Weather', 'Days'], [['Desert', 'None', '365']]);
    two.lines(54, 200, long);
    const document = await read(pdfOf([one, two]));
    const tableRows = document.blocks.filter((block) => block.kind === 'table-row');
    expect(new Set(tableRows.map((block) => block.table))).toEqual(new Set([0]));
    expect(cellsOf(document, tableRows.at(-1) as Block)).toEqual(['Desert', 'None', '365']);
    expect(tableRows.filter((block) => block.cells[0]?.header)).toHaveLength(1);
    expect(document.leftOut.map((left) => left.reason)).toEqual(['repeated table caption', 'repeated table header']);
  });

  it('keeps a half-wide table apart from the figure beside it', async () => {
    const page = new PageSheet().lines(54, 80, long).text(54, 130, 'Table 1. Weather', 11, 'bold').text(320, 130, 'Figure 1. Weather by Sector', 11, 'bold');
    page.table([54, 180, 290], 140, ['Weather', 'Days'], [['Rain', '12'], ['Snow', '3'], ['Fog', '40']]);
    page.text(420, 160, 'Coast', 9).text(420, 172, '39.7%', 9).text(350, 190, 'Hills', 9).text(350, 202, '60.3%', 9);
    page.lines(54, 260, long);
    const document = await read(pdfOf([page]));
    expect(rowsOf(document)).toEqual([['Weather', 'Days'], ['Rain', '12'], ['Snow', '3'], ['Fog', '40']]);
    expect(shown(document).at(-1)).toBe(`paragraph: ${long.join(' ')}`);
    expect(document.text.indexOf('Figure 1.')).toBeGreaterThan(document.text.indexOf('Fog'));
  });

  it('reads drawn check marks as check marks, in the row whose cell holds them', async () => {
    const page = new PageSheet();
    page.table([54, 300, 400], 100, ['Convention', 'Signed'], [['On rain', ''], ['On snow', ''], ['On fog', '']]);
    page.tick(340, 118).tick(340, 149);
    const document = await read(pdfOf([page]));
    expect(rowsOf(document).slice(1)).toEqual([['On rain', '✓'], ['On snow', ''], ['On fog', '✓']]);
    expectSound(document);
  });

  it('reads a row that lists items with values of their own as several rows', async () => {
    const page = new PageSheet();
    page.table([54, 300, 400], 100, ['Overview', '2015'], [[['Days measured', '•  Rain', '•  Snow'], ['', '12 (3)', '4 (3)']], ['Fog', '40']]);
    const document = await read(pdfOf([page]));
    expect(rowsOf(document).slice(1)).toEqual([['Days measured', ''], ['• Rain', '12 (3)'], ['• Snow', '4 (3)'], ['Fog', '40']]);
  });

  it('reads a table set by alignment alone, and does not take two columns of text for one', async () => {
    const page = new PageSheet();
    [['Rain', '12', 'spring'], ['Snow', '3', 'winter'], ['Fog', '40', 'autumn'], ['Hail', '1', 'spring']].forEach((row, at) => row.forEach((cell, column) => page.text(60 + column * 120, 100 + at * 15, cell)));
    expect(rowsOf(await read(pdfOf([page])))).toEqual([['Rain', '12', 'spring'], ['Snow', '3', 'winter'], ['Fog', '40', 'autumn'], ['Hail', '1', 'spring']]);
    const columns = new PageSheet().lines(54, 100, [...long, ...long], 9).lines(320, 100, [...long, ...long], 9);
    expect(rowsOf(await read(pdfOf([columns])))).toEqual([]);
  });

  it('joins the wrapped cells of a table set by alignment alone, but not its groups of single lines', async () => {
    const wrapped = new PageSheet();
    [['North', '7 projects'], ['The islands and', '70 projects'], ['the coast', 'in 21 towns'], ['South', '12 projects'], ['The western', '9 projects'], ['valleys', 'in 3 towns'], ['East', '4 projects']].forEach(([place = '', count = ''], at) => {
      const y = 100 + ([0, 18, 29, 47, 65, 76, 94][at] ?? 0);
      wrapped.text(54, y, place, 9).text(220, y, count, 9);
    });
    expect(rowsOf(await read(pdfOf([wrapped])))).toEqual([['North', '7 projects'], ['The islands and the coast', '70 projects in 21 towns'], ['South', '12 projects'], ['The western valleys', '9 projects in 3 towns'], ['East', '4 projects']]);
    const grouped = new PageSheet();
    ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir', 'Larch', 'Oak', 'Pine'].forEach((tree, at) => grouped.text(54, 100 + 12 * at + 9 * Math.floor(at / 4), tree, 9).text(220, 100 + 12 * at + 9 * Math.floor(at / 4), String(at + 2), 9));
    expect(rowsOf(await read(pdfOf([grouped])))).toHaveLength(8);
  });

  it('does not take underlined words for a table', async () => {
    const page = new PageSheet();
    for (let at = 0; at < 5; at++) page.text(54, 100 + at * 13, 'http://example.org/one').rule(54, 101.5 + at * 13, 160, 101.5 + at * 13).text(300, 100 + at * 13, 'http://example.org/two').rule(300, 101.5 + at * 13, 400, 101.5 + at * 13);
    expect((await read(pdfOf([page]))).blocks.every((block) => block.kind !== 'table-row' || block.cells.length === 2)).toBe(true);
  });
});

describe('places on the page', () => {
  it('gives every word its box from the top left, in points', async () => {
    const document = await read(pdfOf([new PageSheet().text(100, 200, 'Rain falls')]));
    const [rain, falls] = document.pages[0]?.words ?? [];
    expect(rain).toMatchObject({ start: 0, end: 4, x: 100 });
    expect(rain?.y).toBeGreaterThan(188);
    expect((rain?.y ?? 0) + (rain?.height ?? 0)).toBeLessThan(205);
    // Helvetica: "Rain" is 2.056 em wide, a space 0.278 em.
    expect(rain?.width).toBeCloseTo(11 * 2.056, 0);
    expect(falls?.x).toBeCloseTo(100 + 11 * (2.056 + 0.278), 0);
  });

  it('turns the boxes of a rotated page, and reads text that is drawn sideways', async () => {
    const rotated = new PageSheet().text(100, 200, 'Rain falls');
    rotated.rotate = 90;
    const document = await read(pdfOf([rotated]));
    expect(document.text).toBe('Rain falls');
    expect([document.pages[0]?.width, document.pages[0]?.height]).toEqual([792, 612]);
    const word = document.pages[0]?.words[0];
    expect(word?.height).toBeGreaterThan(word?.width ?? 0);
    expect(word?.x).toBeGreaterThan(792 - 205);
    const sideways = new PageSheet().turned(100, 300, 'Along the edge', 1).lines(150, 300, long);
    const read2 = await read(pdfOf([sideways]));
    expect(shown(read2)).toEqual([`paragraph: ${long.join(' ')}`, 'paragraph: Along the edge']);
    expect(read2.pages[0]?.words.at(-1)?.x).toBeCloseTo(97.6, 0);
  });

  it('says what it left out: text beyond the page and slanted text', async () => {
    const page = new PageSheet().lines(54, 100, long).text(900, 100, 'outside');
    page.content += 'BT /regular 40 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj ET\n';
    const document = await read(pdfOf([page]));
    expect(document.text).toBe(long.join(' '));
    expect(document.leftOut).toEqual([
      { text: 'outside', reason: 'printed outside the page', page: 1 },
      { text: 'DRAFT', reason: 'slanted text, such as a watermark', page: 1 },
    ]);
  });

  it('keeps the properties of the file with dates in ISO form', async () => {
    const document = await read(pdfOf([new PageSheet().text(54, 100, 'Rain')], { info: "/Title (Rain) /Author (The office) /CreationDate (D:20191002143000-04'00')" }));
    expect(document.properties).toMatchObject({ title: 'Rain', author: 'The office', created: '2019-10-02T14:30:00-04:00' });
  });
});

describe('real documents', () => {
  const names = ['KAZ-2014', 'UZB-2015', 'BRA-2016', 'GHA-2017', 'CIV-2018', 'BGD-2021'];
  it.skipIf(!sharedPresent)('keeps the promises of ParsedDocument on real reports (needs ../shared)', { timeout: 60_000 }, async () => {
    for (const name of names) expectSound(await read(sharedBytes('corpus', 'ilab', `${name}.pdf`), `${name}.pdf`));
  });

  it.skipIf(!sharedPresent)('reads other layouts of the same issuer in order (needs ../shared)', { timeout: 60_000 }, async () => {
    const foreword = await read(sharedBytes('corpus', 'other', 'TDA-foreword-2019.pdf'));
    expect(foreword.blocks[1]?.end).toBeGreaterThan(300);
    expect(foreword.text.indexOf('supply chains are not exploited')).toBeLessThan(foreword.text.indexOf('heartening'));
    const questions = await read(sharedBytes('corpus', 'other', 'EO.pdf'));
    expect(questions.blocks.filter((block) => block.kind === 'heading').length).toBeGreaterThan(20);
    for (const document of [foreword, questions]) expectSound(document);
  });
});
