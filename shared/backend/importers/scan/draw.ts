// Draws one page of a PDF in grey, as a recogniser wants it: 300 dots an inch, no more pixels than memory bears.

import { UserError } from '../../../core/user-error.ts';
import { type Pdfium, startPdfium } from '../pdf/pdfium.ts';
import type { Bitmap } from './bitmap.ts';

const greyFormat = 1;
const white = 0xffffffff;
/** FPDF_ANNOT | FPDF_GRAYSCALE (fpdfview.h): stamps and filled-in notes are part of what a reader sees. */
const drawn = 0x01 | 0x08;

/** 300 dots an inch: what Tesseract was trained on. */
const dotsPerPoint = 300 / 72;
/** An A4 page at 300 dpi has 8.7 million pixels, A3 twice as many. Larger pages are drawn coarser. */
const mostPixels = 18_000_000;

export type DrawnPage = {
  /** In points, after the rotation the file asks for. */
  width: number;
  height: number;
  bitmap: Bitmap;
  /** Pixels a point. */
  scale: number;
};

/** `page` is 1-based. Throws UserError('unreadable-file') for a page that cannot be drawn. */
export function drawPage(bytes: Uint8Array, page: number): DrawnPage {
  // One of its own for every page: a damaged picture can take PDFium down, and the memory of a large one is given back only so.
  try {
    return draw(startPdfium(), bytes, page);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw undrawable();
  }
}

function draw(pdfium: Pdfium, bytes: Uint8Array, number: number): DrawnPage {
  const document = pdfium.FPDF_LoadMemDocument(pdfium.lend(bytes), bytes.length, 0);
  const page = document === 0 ? 0 : pdfium.FPDF_LoadPage(document, number - 1);
  if (page === 0) throw undrawable();
  const width = pdfium.FPDF_GetPageWidthF(page);
  const height = pdfium.FPDF_GetPageHeightF(page);
  if (!(width > 0 && height > 0)) throw undrawable();
  const scale = Math.min(dotsPerPoint, Math.sqrt(mostPixels / (width * height)));
  const across = Math.max(1, Math.floor(width * scale));
  const down = Math.max(1, Math.floor(height * scale));
  const at = pdfium.malloc(across * down);
  const bitmap = at === 0 ? 0 : pdfium.FPDFBitmap_CreateEx(across, down, greyFormat, at, across);
  if (bitmap === 0) throw undrawable();
  pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, across, down, white);
  pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, across, down, 0, drawn);
  return { width, height, scale, bitmap: { width: across, height: down, pixels: pdfium.copy(at, across * down) } };
}

function undrawable(): UserError {
  return new UserError('unreadable-file', 'The page cannot be drawn: its picture is damaged or too large.', 'Scan the page again, or save the PDF anew in a PDF viewer.');
}
