// Opens a PDF with pdf.js inside this thread and hands out its pages one at a time. No rendering, no network, no second
// worker file; failures become sentences for the analyst.

import { UserError } from '../../../core/user-error.ts';
import { LoopbackPort } from './loopback-port.ts';
import { toMatrix, identity } from './matrix.ts';
import { readPage, type FontFacts } from './operators.ts';
import type { PageContent } from './page-content.ts';
import { dataFolders } from './data-folders.ts';
import { getDocument, PDFWorker, WorkerMessageHandler, type PDFDocumentProxy, type PDFPageProxy } from './pdfjs.ts';

export type PdfResources = {
  /** Folders, ending with a slash, of the character maps and standard fonts that come with pdf.js. */
  cMapUrl?: string;
  standardFontDataUrl?: string;
};

let resources: PdfResources = dataFolders();

/** Says where pdf.js's own data lies when it is not in its usual places. Without it, PDFs in some East Asian encodings lose characters. */
export function configurePdf(options: PdfResources): void {
  resources = { ...options };
}

/** A file with more pages is refused: it would fill the memory before it told anyone anything. */
export const mostPages = 20_000;

export type PdfSource = {
  pageCount: number;
  properties: Record<string, string>;
  /** 1-based; null when the page cannot be read. */
  page: (number: number) => Promise<PageContent | null>;
  close: () => Promise<void>;
};

/** The header may stand after some stray bytes, but within the first kilobyte (ISO 32000-1, annex H). */
export function hasHeader(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** A whole PDF says where it ends, within its last bytes (ISO 32000-1, 7.5.5). */
export function hasEnd(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF');
}

function damaged(cause: unknown, bytes: Uint8Array): UserError {
  const name = cause instanceof Error ? cause.name : '';
  if (name === 'PasswordException') {
    return new UserError('encrypted-file', 'This PDF is protected by a password.', 'Save a copy without the password and import the copy.');
  }
  if (hasHeader(bytes) && !hasEnd(bytes)) {
    return new UserError('unreadable-file', 'This PDF is cut short: its end is missing, and it cannot be opened.', 'Fetch the whole file again.');
  }
  return new UserError('unreadable-file', 'This PDF is damaged and cannot be opened.', 'Fetch the file again, or open it in a PDF viewer and save a copy.');
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

async function readProperties(document: PDFDocumentProxy): Promise<Record<string, string>> {
  const properties: Record<string, string> = {};
  const names: Record<string, string> = { Title: 'title', Author: 'author', Subject: 'subject', Keywords: 'keywords', Creator: 'creator', Producer: 'producer', CreationDate: 'created', ModDate: 'modified', Language: 'language' };
  try {
    const { info } = await document.getMetadata();
    for (const [key, name] of Object.entries(names)) {
      const value: unknown = (info as Record<string, unknown>)[key];
      if (typeof value !== 'string' || value.trim() === '') continue;
      properties[name] = name === 'created' || name === 'modified' ? isoDate(value.trim()) : value.trim();
    }
  } catch {
    // A broken information dictionary costs nothing but the properties.
  }
  return properties;
}

type LoadedFont = { name?: string; bold?: boolean; black?: boolean; italic?: boolean; ascent?: number; descent?: number; vertical?: boolean; isType3Font?: boolean; fontMatrix?: unknown };

/** Bold and slanted faces are told by the font's name; the PDF's own flags are too often wrong. */
function fontFacts(font: LoadedFont): FontFacts {
  const name = font.name ?? '';
  const matrix = toMatrix(font.fontMatrix) ?? identity;
  const widthUnit = font.fontMatrix === undefined || matrix[0] === 0 ? 0.001 : matrix[0];
  const scale = font.isType3Font === true ? Math.abs(widthUnit) * 1000 : 1;
  const ascent = font.ascent ?? 0;
  const descent = font.descent ?? 0;
  return {
    bold: font.bold === true || font.black === true || /bold|black|heavy|demi/iu.test(name),
    italic: font.italic === true || /ital|obli|slant/iu.test(name),
    ascent: ascent > 0.4 && ascent <= 1.1 ? ascent : 0.8,
    descent: descent < -0.05 && descent >= -0.5 ? -descent : 0.22,
    widthUnit,
    scale,
    vertical: font.vertical === true,
    symbols: /dingbat|wingding|webding/iu.test(name),
  };
}

function readFonts(page: PDFPageProxy): (id: string) => FontFacts | null {
  const seen = new Map<string, FontFacts | null>();
  return (id) => {
    const known = seen.get(id);
    if (known !== undefined) return known;
    let facts: FontFacts | null = null;
    const objects = id.startsWith('g_') || page.commonObjs.has(id) ? page.commonObjs : page.objs;
    if (objects.has(id)) {
      const font: unknown = objects.get(id);
      if (font !== null && typeof font === 'object') facts = fontFacts(font);
    }
    seen.set(id, facts);
    return facts;
  };
}

/** Opens a PDF. Throws UserError('unreadable-file' | 'encrypted-file' | 'too-large'). */
export async function openPdf(bytes: Uint8Array): Promise<PdfSource> {
  if (bytes.length === 0) throw new UserError('unreadable-file', 'This file is empty (0 bytes).', 'Fetch the file again.');
  // The parser runs in this thread; a separate worker file is never looked for.
  const port = new LoopbackPort();
  const worker = new PDFWorker({ port: port as unknown as NonNullable<ConstructorParameters<typeof PDFWorker>[0]>['port'], verbosity: 0 });
  WorkerMessageHandler.initializeFromPort(port);
  const close = async (): Promise<void> => {
    await task.destroy().catch(() => undefined);
    worker.destroy();
    port.terminate();
  };
  // Subtle: pdf.js takes the buffer for itself, so it gets a copy.
  const task = getDocument({
    data: bytes.slice(),
    worker,
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    useWasm: false,
    // Pictures are not looked at; without this a scanned book would be decoded for nothing.
    maxImageSize: 1,
    ...(resources.cMapUrl === undefined ? {} : { cMapUrl: resources.cMapUrl, cMapPacked: true }),
    ...(resources.standardFontDataUrl === undefined ? {} : { standardFontDataUrl: resources.standardFontDataUrl }),
  });
  let document: PDFDocumentProxy;
  try {
    document = await task.promise;
  } catch (cause) {
    await close();
    throw damaged(cause, bytes);
  }
  const pageCount = document.numPages;
  if (pageCount > mostPages) {
    await close();
    throw new UserError('too-large', `This PDF has ${pageCount} pages; Annals reads up to ${mostPages}.`, 'Split it into parts and import those.');
  }
  return {
    pageCount,
    properties: await readProperties(document),
    page: async (number) => {
      try {
        const page = await document.getPage(number);
        const viewport = page.getViewport({ scale: 1 });
        const list = await page.getOperatorList();
        const toPage = toMatrix(viewport.transform) ?? identity;
        const content = readPage(list, readFonts(page), toPage, viewport.width, viewport.height);
        page.cleanup();
        return content;
      } catch {
        return null;
      }
    },
    close,
  };
}
