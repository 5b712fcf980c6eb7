// Opens a PDF with PDFium and hands out its pages one at a time. No rendering, no network; failures become sentences for the analyst.

import { UserError } from '../../../core/user-error.ts';
import { toLayers } from './layers.ts';
import type { Matrix } from './matrix.ts';
import type { PageContent } from './page-content.ts';
import { readShapes } from './page-shapes.ts';
import { readText } from './page-text.ts';
import { scratchSize, startPdfium, type Pdfium } from './pdfium.ts';
import { markSpaces } from './text-runs.ts';

/** A file with more pages is refused: it would fill the memory before it told anyone anything. */
export const mostPages = 20_000;

export type PdfSource = {
  pageCount: number;
  properties: Record<string, string>;
  /** 1-based; null when the page cannot be read. */
  page: (number: number) => PageContent | null;
  close: () => void;
};

/** The header may stand after some stray bytes, but within the first kilobyte (ISO 32000-1, annex H). */
export function hasHeader(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** A whole PDF says where it ends, within its last bytes (ISO 32000-1, 7.5.5). */
export function hasEnd(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF');
}

/** The date form of PDF ("D:20191002143000-04'00'", ISO 32000-1, 7.9.4) as ISO 8601; as it stands when it is another form. */
export function isoDate(value: string): string {
  const match = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?([Z+-])?(\d\d)?'?(\d\d)?/u.exec(value);
  if (match === null) return value;
  const [, year, month, day, hour, minute, second, sign, zoneHour, zoneMinute] = match;
  if (month === undefined) return year ?? value;
  const date = `${year}-${month}${day === undefined ? '' : `-${day}`}`;
  if (day === undefined || hour === undefined) return date;
  const zone = sign === undefined ? '' : sign === 'Z' || zoneHour === undefined ? 'Z' : `${sign}${zoneHour}:${zoneMinute ?? '00'}`;
  return `${date}T${hour}:${minute ?? '00'}:${second ?? '00'}${zone}`;
}

/** Why PDFium could not open a file (FPDF_GetLastError). */
const passwordMissing = 4;
const unknownSecurity = 5;

function damaged(reason: number, bytes: Uint8Array): UserError {
  if (reason === passwordMissing) {
    return new UserError('encrypted-file', 'This PDF is protected by a password.', 'Save a copy without the password and import the copy.');
  }
  if (reason === unknownSecurity) {
    return new UserError('encrypted-file', 'This PDF is protected in a way that Annals cannot open.', 'Save a copy without protection and import the copy.');
  }
  if (hasHeader(bytes) && !hasEnd(bytes)) {
    return new UserError('unreadable-file', 'This PDF is cut short: its end is missing, and it cannot be opened.', 'Fetch the whole file again.');
  }
  return new UserError('unreadable-file', 'This PDF is damaged and cannot be opened.', 'Fetch the file again, or open it in a PDF viewer and save a copy.');
}

const propertyNames: Record<string, string> = { Title: 'title', Author: 'author', Subject: 'subject', Keywords: 'keywords', Creator: 'creator', Producer: 'producer', CreationDate: 'created', ModDate: 'modified' };

/**
 * The language the catalog names (ISO 32000-1, 14.9.2), which PDFium does not tell. Found only where the catalog is not compressed; the last
 * one counts, since changes are written behind what they change.
 */
export function languageOf(bytes: Uint8Array): string | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = file.lastIndexOf('/Catalog');
  if (at < 0) return null;
  const around = file.toString('latin1', Math.max(0, at - 4000), at + 4000);
  const begins = around.lastIndexOf(' obj', Math.min(at, 4000));
  const ends = around.indexOf('endobj', Math.min(at, 4000));
  return /\/Lang\s*\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\)/u.exec(around.slice(Math.max(0, begins), ends < 0 ? undefined : ends))?.[1] ?? null;
}

function readProperties(pdfium: Pdfium, document: number, bytes: Uint8Array): Record<string, string> {
  const properties: Record<string, string> = {};
  const { scratchAt } = pdfium;
  for (const [key, name] of Object.entries(propertyNames)) {
    const tagAt = scratchAt + scratchSize - 32;
    pdfium.write(tagAt, `${key}\0`);
    const length = pdfium.FPDF_GetMetaText(document, tagAt, scratchAt, scratchSize - 32);
    if (length <= 2 || length > scratchSize - 32) continue;
    const value = pdfium.utf16(scratchAt, length - 2).trim();
    if (value !== '') properties[name] = name === 'created' || name === 'modified' ? isoDate(value) : value;
  }
  const language = languageOf(bytes);
  if (language !== null) properties['language'] = language;
  return properties;
}

/** From the page's own space to points from the top left of the page as shown (ISO 32000-1, 8.3.2.3 and 14.11.2). */
function placeOfPage(pdfium: Pdfium, page: number): { toPage: Matrix; width: number; height: number } {
  const { scratchAt } = pdfium;
  pdfium.FPDF_GetPageBoundingBox(page, scratchAt);
  const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((offset) => pdfium.float(scratchAt + offset));
  const wide = right - left;
  const high = top - bottom;
  switch (pdfium.FPDFPage_GetRotation(page)) {
    case 1:
      return { toPage: [0, 1, 1, 0, -bottom, -left], width: high, height: wide };
    case 2:
      return { toPage: [-1, 0, 0, 1, right, -bottom], width: wide, height: high };
    case 3:
      return { toPage: [0, -1, -1, 0, top, right], width: high, height: wide };
    default:
      return { toPage: [1, 0, 0, -1, -left, top], width: wide, height: high };
  }
}

/** Annotations that print no text of their own beside the page: links, pop-ups (fpdf_annot.h), and those with a flag that hides them. */
const silentKinds = new Set([2, 16]);
const hiddenFlags = (1 << 1) | (1 << 5);

/** Whether annotations show something on the page: filled form fields, typed notes, stamps. */
function hasShownAnnotations(pdfium: Pdfium, page: number): boolean {
  const count = pdfium.FPDFPage_GetAnnotCount(page);
  for (let at = 0; at < count; at++) {
    const annotation = pdfium.FPDFPage_GetAnnot(page, at);
    if (annotation === 0) continue;
    const shown = !silentKinds.has(pdfium.FPDFAnnot_GetSubtype(annotation)) && (pdfium.FPDFAnnot_GetFlags(annotation) & hiddenFlags) === 0;
    pdfium.FPDFPage_CloseAnnot(annotation);
    if (shown) return true;
  }
  return false;
}

/** Loads a page with what its annotations show; 0 when it cannot be read. */
function loadPage(pdfium: Pdfium, document: number, index: number): number {
  const page = pdfium.FPDF_LoadPage(document, index);
  if (page === 0 || !hasShownAnnotations(pdfium, page)) return page;
  pdfium.FPDFPage_Flatten(page, 0);
  pdfium.FPDF_ClosePage(page);
  return pdfium.FPDF_LoadPage(document, index);
}

function readPage(pdfium: Pdfium, page: number): PageContent {
  const { toPage, width, height } = placeOfPage(pdfium, page);
  const { pieces, slanted, glyphs, unreadable, hidden } = readText(pdfium, page, toPage, width, height);
  const { drawn, pictures, spaces } = readShapes(pdfium, page, toPage);
  markSpaces(pieces, spaces, width, height);
  return { width, height, layers: toLayers(pieces, drawn, width, height), slanted, pictures, glyphs, unreadable, hidden };
}

/** Kept from file to file, because starting one takes as long as a few pages. */
let idle: Pdfium | null = null;
/** A PDFium whose memory has grown beyond this (bytes) is not kept: it would never give it back. */
const mostKept = 200e6;

/** Opens a PDF. Throws UserError('unreadable-file' | 'encrypted-file' | 'too-large'). */
export function openPdf(bytes: Uint8Array): PdfSource {
  if (bytes.length === 0) throw new UserError('unreadable-file', 'This file is empty (0 bytes).', 'Fetch the file again.');
  const pdfium = idle ?? startPdfium();
  idle = null;
  // What PDFium holds is not to be trusted after it gave up in the middle: then it is dropped as a whole.
  let broken = false;
  let bytesAt = 0;
  let document = 0;
  // Subtle: PDFium forgets a font with the last page that uses it. The page read last stays open until the next one has its fonts.
  let lastPage = 0;
  const close = () => {
    if (broken) return;
    if (lastPage !== 0) pdfium.FPDF_ClosePage(lastPage);
    if (document !== 0) pdfium.FPDF_CloseDocument(document);
    if (bytesAt !== 0) pdfium.free(bytesAt);
    if (pdfium.size() <= mostKept) idle = pdfium;
    broken = true;
  };
  const guarded = <Result>(work: () => Result): Result | null => {
    if (broken) return null;
    try {
      return work();
    } catch {
      broken = true;
      return null;
    }
  };
  guarded(() => {
    bytesAt = pdfium.lend(bytes);
    document = pdfium.FPDF_LoadMemDocument(bytesAt, bytes.length, 0);
  });
  if (broken || document === 0) {
    const error = damaged(broken ? 0 : pdfium.FPDF_GetLastError(), bytes);
    close();
    throw error;
  }
  const pageCount = guarded(() => pdfium.FPDF_GetPageCount(document)) ?? 0;
  if (pageCount > mostPages) {
    close();
    throw new UserError('too-large', `This PDF has ${pageCount} pages; Annals reads up to ${mostPages}.`, 'Split it into parts and import those.');
  }
  return {
    pageCount,
    properties: guarded(() => readProperties(pdfium, document, bytes)) ?? {},
    page: (number) =>
      guarded(() => {
        const page = loadPage(pdfium, document, number - 1);
        if (page === 0) return null;
        if (lastPage !== 0) pdfium.FPDF_ClosePage(lastPage);
        lastPage = page;
        return readPage(pdfium, page);
      }),
    close,
  };
}
