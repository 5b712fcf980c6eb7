// Whatever way a PDF draws its text, nothing of it is lost and it stands where the reader sees it: turned pages, text that stands for other text, spaces
// drawn by themselves, annotations, unknown letters.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pdfImporter } from '../../../shared/backend/importers/pdf.ts';
import type { ParsedDocument } from '../../../shared/core/document.ts';
import { PageSheet, pdfOf, type Face } from './pdf-writing.ts';

const read = (bytes: Uint8Array): Promise<ParsedDocument> => pdfImporter.parse({ name: 'a.pdf', bytes });

/** A page that looks the same but asks to be turned by quarters of a circle, as scanners and landscape tables do. */
function turnedPage(page: PageSheet, quarters: 1 | 2 | 3): PageSheet {
  const { width, height } = page;
  const turned = quarters === 2 ? new PageSheet(width, height) : new PageSheet(height, width);
  const matrix = { 1: `0 1 -1 0 ${height} 0`, 2: `-1 0 0 -1 ${width} ${height}`, 3: `0 -1 1 0 0 ${width}` }[quarters];
  turned.content = `q ${matrix} cm ${page.content} Q`;
  turned.rotate = 90 * quarters;
  return turned;
}

function sample(): PageSheet {
  const page = new PageSheet()
    .text(54, 80, 'A heading over a page', 16, 'bold')
    .lines(54, 110, ['The council met in spring and agreed on a plan for the', 'schools of the valley, which had lost teachers every year', 'since the road was closed.']);
  page.table([54, 200, 400], 170, ['Place', 'Rain'], [['North', '12'], ['South', '9'], ['East', '30']]);
  return page.tick(420, 190);
}

describe('a page that asks to be turned', () => {
  it.each([1, 2, 3] as const)('by %i quarters reads like one that does not, with every word at the same place', async (quarters) => {
    const plain = await read(pdfOf([sample()]));
    const turned = await read(pdfOf([turnedPage(sample(), quarters)]));
    expect(turned.text).toBe(plain.text);
    expect(turned.blocks).toEqual(plain.blocks);
    expect(turned.pages[0]).toMatchObject({ width: 612, height: 792 });
    const places = (document: ParsedDocument) => document.pages.flatMap((page) => page.words.flatMap(({ x, y, width, height }) => [x, y, width, height]));
    const expected = places(plain);
    places(turned).forEach((value, at) => expect(Math.abs(value - (expected[at] ?? Number.NaN))).toBeLessThan(0.3));
  });
});

describe('text that a PDF draws in unusual ways', () => {
  it('is read as the file says it should be read, when it says so', async () => {
    const page = new PageSheet().text(54, 100, 'Rain in the', 11).text(54, 130, 'hills', 11);
    page.content = page.content.replace('(hills) Tj', '/Span << /ActualText (Hills) >> BDC (hills) Tj EMC ( and dales) Tj');
    expect((await read(pdfOf([page]))).text).toContain('Hills and dales');
  });

  it('keeps a space that is drawn by itself and hidden by kerning', async () => {
    const page = new PageSheet();
    page.content = 'BT /regular 10 Tf 1 0 0 1 54 700 Tm (in 2016.) Tj ( ) Tj 1 0 0 1 97 700 Tm (The rain) Tj ET';
    const { text } = await read(pdfOf([page]));
    expect(text).toBe('in 2016. The rain');
  });

  it('joins letters that are spaced out for their look, and keeps words apart', async () => {
    const page = new PageSheet();
    page.content = 'BT /bold 10 Tf 2.2 Tc 1 0 0 1 54 700 Tm (MOUNTAIN) Tj ET BT /regular 10 Tf 0 Tc 1 0 0 1 54 600 Tm [(Rain) -320 (and) -320 (snow)] TJ ET';
    expect((await read(pdfOf([page]))).text.split('\n')).toEqual(['MOUNTAIN', 'Rain and snow']);
  });

  it('opens ligatures, and reads a hyphen that must not break as a hyphen', async () => {
    const cmap = (pairs: string) => `/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 3 beginbfchar ${pairs} endbfchar endcmap end`;
    const map = cmap('<41> <006600660069> <42> <2011> <43> <0063>');
    const page = new PageSheet();
    page.content = 'BT /F 12 Tf 1 0 0 1 72 700 Tm (ACBC) Tj ET';
    const bytes = pdfOf([page], { objects: [`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 10 0 R >>`, `<< /Length ${map.length} >>\nstream\n${map}\nendstream`] });
    const file = new TextDecoder('latin1').decode(bytes).replace('/Resources << /Font <<', '/Resources << /Font << /F 9 0 R');
    expect((await read(Uint8Array.from(file, (character) => character.charCodeAt(0)))).text).toBe('fficc'.replace('cc', 'c-c'));
  });

  it('reads what a form field and a typed note show, and not what a hidden note hides', async () => {
    const appearance = (text: string) => `<< /Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /regular 3 0 R >> >> /Length ${text.length + 34} >>\nstream\nBT /regular 11 Tf 2 5 Td (${text}) Tj ET   \nendstream`;
    const page = new PageSheet().text(54, 100, 'Name:');
    const bytes = pdfOf([page], {
      objects: [appearance('Ada Rivers'), appearance('secret'), '<< /Type /Annot /Subtype /FreeText /Rect [100 680 300 700] /F 4 /AP << /N 9 0 R >> >>', '<< /Type /Annot /Subtype /FreeText /Rect [100 580 300 600] /F 2 /AP << /N 10 0 R >> >>'],
    });
    const file = new TextDecoder('latin1').decode(bytes).replace('/Resources << /Font << /regular 3 0 R /bold', '/Annots [11 0 R 12 0 R] /Resources << /Font << /regular 3 0 R /bold');
    const { text } = await read(Uint8Array.from(file, (character) => character.charCodeAt(0)));
    expect(text).toContain('Ada Rivers');
    expect(text).not.toContain('secret');
  });
});

describe('nothing is lost', () => {
  const letters = (text: string): string => [...text].filter((character) => /[\p{L}\p{N}]/u.test(character)).sort().join('');
  const word = fc.stringMatching(/^[A-Za-z0-9]{1,9}$/u);
  const item = fc.record({
    x: fc.integer({ min: -80, max: 640 }),
    y: fc.integer({ min: -40, max: 830 }),
    words: fc.array(word, { minLength: 1, maxLength: 6 }),
    size: fc.constantFrom(5, 8, 9, 10, 11, 12, 18, 30),
    face: fc.constantFrom<Face>('regular', 'bold', 'italic'),
    quarters: fc.constantFrom(0, 0, 0, 0, 1, 2, 3),
  });
  const drawn = fc.record({ items: fc.array(item, { maxLength: 25 }), rules: fc.array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 780 }), fc.integer({ min: 0, max: 400 })), { maxLength: 8 }), rotate: fc.constantFrom(0, 0, 90, 180, 270) });

  it('of what a page draws, wherever it is drawn: every letter is in the text, in a label, or left out with its reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 3 }), async (sheets) => {
        const pages = sheets.map(({ items, rules, rotate }, sheet) => {
          const page = new PageSheet();
          page.rotate = rotate;
          items.forEach(({ x, y, words, size, face, quarters }, at) => {
            // A mark of its own, since the same word printed twice over itself is one word in bold.
            const text = [...words, `${sheet}q${at}`].join(' ');
            if (quarters === 0) page.text(x, y, text, size, face);
            else page.turned(x, y, text, quarters, size);
          });
          for (const [x, y, length] of rules) page.rule(x, y, x + length, y).rule(x, y, x, y + length / 4);
          return page;
        });
        const document = await read(pdfOf(pages));
        const shown = sheets.flatMap(({ items }, sheet) => items.map(({ words }, at) => `${words.join('')}${sheet}q${at}`)).join('');
        const kept = [document.text, ...document.blocks.map((block) => block.label ?? ''), ...document.leftOut.map((left) => left.text)].join('');
        expect(letters(kept)).toBe(letters(shown));
        for (const left of document.leftOut) expect(left.reason).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });
});
