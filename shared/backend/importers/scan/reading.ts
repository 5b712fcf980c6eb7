// Reads a PDF some of whose pages were recognised by OCR: the recognised words go through the same layout as printed text, and
// each word of the result keeps how sure OCR was of it.

import type { ParsedDocument, Warning } from '../../../core/document.ts';
import type { ImportInput } from '../../../core/format.ts';
import { pageRanges, type RecognisedPage } from '../../../core/ocr.ts';
import { readPdf } from '../pdf.ts';
import { confidencesOf, contentOf, marksOf } from './page-of-words.ts';

/** Throws UserError as the PDF importer does. */
export async function readScannedPdf(input: ImportInput, recognised: readonly RecognisedPage[]): Promise<ParsedDocument> {
  const pages = new Map(recognised.filter(({ failure }) => failure === null).map((page) => [page.number, page]));
  const parsed = await readPdf(input, (number, printed) => {
    const page = pages.get(number);
    return page === undefined ? printed : contentOf(page, printed);
  });
  for (const page of parsed.pages) {
    const read = pages.get(page.number);
    if (read === undefined) continue;
    page.picture = 'recognised';
    page.confidences = confidencesOf(page, read);
  }
  parsed.leftOut.push(...[...pages.values()].flatMap(marksOf));
  parsed.warnings.push(...warningsOf(recognised));
  return parsed;
}

function warningsOf(recognised: readonly RecognisedPage[]): Warning[] {
  const read = recognised.filter(({ failure }) => failure === null);
  const warnings: Warning[] = [];
  if (read.length > 0) {
    const which = read.length === 1 ? `Page ${read[0]?.number} was` : `Pages ${pageRanges(read.map(({ number }) => number))} were`;
    warnings.push({ code: 'text-from-ocr', message: `${which} read by OCR; look at the page before you quote a figure or a name.` });
  }
  for (const [failure, failed] of Map.groupBy(recognised.filter((page) => page.failure !== null), (page) => page.failure ?? '')) {
    warnings.push({ code: 'ocr-failed', message: `Page${failed.length === 1 ? '' : 's'} ${pageRanges(failed.map(({ number }) => number))} could not be read by OCR: ${failure}` });
  }
  return warnings;
}
