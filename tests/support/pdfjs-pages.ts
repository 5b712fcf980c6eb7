// What pdf.js, the other PDF reader of the project (it draws the pages on the screen), finds on each page as text. To compare with, not to import.

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page, in the order in which it is drawn. */
export async function pdfjsPages(bytes: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0, useSystemFonts: false, disableFontFace: true });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(' '));
  }
  await task.destroy();
  return pages;
}
