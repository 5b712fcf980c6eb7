// Tells which pages of a PDF are pictures of text: a scan, or a scan under which another program laid the text it recognised.
// Decides by what the page draws; looks at no picture.

import type { Warning } from '../../../core/document.ts';
import { type PagePicture, pageRanges } from '../../../core/ocr.ts';
import type { PageContent } from '../pdf/page-content.ts';

/** A picture over less of the page (share) is an illustration. */
const mostOfPage = 0.6;
/** A page over which pictures lie may still print a stamp, a file number or a cover's title; more characters are its text. */
const hardlyAny = 400;
/** Share of the characters without ink from which the text of a page counts as laid under its picture. */
const mostlyHidden = 0.8;

/** Cells of a grid over the page: pictures may overlap, and a scan may come in strips. */
const grid = 40;

export function pictureOf(content: PageContent): PagePicture | null {
  const { glyphs, hidden } = content;
  if (content.pictures.length === 0 || glyphs - hidden >= hardlyAny || shareOfPictures(content) < mostOfPage) return null;
  if (hidden === 0 || hidden < mostlyHidden * glyphs) return 'no-text';
  return readsAsText(content) ? 'hidden-text' : 'no-text';
}

function shareOfPictures({ pictures, width, height }: PageContent): number {
  const covered = new Uint8Array(grid * grid);
  const cell = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * grid);
  for (const { x0, y0, x1, y1 } of pictures) {
    const left = cell(x0 / width);
    const right = cell(x1 / width);
    for (let row = cell(y0 / height); row < cell(y1 / height); row += 1) covered.fill(1, row * grid + left, row * grid + Math.max(left, right));
  }
  return covered.reduce((sum, each) => sum + each, 0) / covered.length;
}

/** Share of its characters that must be letters or digits, and how long its words must be on average, before hidden text counts as text. */
const leastLetters = 0.6;
const leastLength = 2;

function readsAsText({ layers, glyphs, unreadable }: PageContent): boolean {
  const words = layers.flatMap((layer) => layer.fragments.map((fragment) => fragment.text));
  const text = words.join('');
  if (text === '' || unreadable > 0.2 * glyphs) return false;
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return letters >= leastLetters * [...text].length && [...text].length >= leastLength * words.length;
}

/** What the analyst is told of the pictures of a document; `pictures` by page number. */
export function pictureWarnings(pictures: ReadonlyMap<number, PagePicture>, pageCount: number): Warning[] {
  const of = (kind: PagePicture) => [...pictures].filter(([, each]) => each === kind).map(([number]) => number);
  const warnings: Warning[] = [];
  const bare = of('no-text');
  if (bare.length > 0) warnings.push({ code: 'pages-without-text', message: `${areOrIs(bare, pageCount)} without text, such as ${bare.length === 1 ? 'a scan' : 'scans'}. The text can be recognised (OCR).` });
  const hidden = of('hidden-text');
  if (hidden.length > 0) warnings.push({ code: 'text-from-other-ocr', message: `${areOrIs(hidden, pageCount)} with a text that another program recognised; it may hold errors that the page does not.` });
  return warnings;
}

function areOrIs(numbers: readonly number[], pageCount: number): string {
  if (numbers.length === pageCount) return pageCount === 1 ? 'Its only page is a picture' : `All ${pageCount} pages are pictures`;
  return numbers.length === 1 ? `Page ${numbers[0]} of ${pageCount} is a picture` : `Pages ${pageRanges(numbers)} of ${pageCount} are pictures`;
}
