// A reader of PDFs in the import benchmark, in a process of its own so that its processor time can be told: `node contender.ts NAME FOLDER`.
// Prints a line of JSON. Every file is read twice; the second time counts, when the code is warm.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startPdfium } from '../../../shared/backend/importers/pdf/pdfium.ts';
import { openPdf } from '../../../shared/backend/importers/pdf/source.ts';
import { pdfImporter } from '../../../shared/backend/importers/pdf.ts';
import { pdfjsPages } from '../../support/pdfjs-pages.ts';

/** In seconds. */
export type Measured = { cpu: number; wall: number };

type File = { name: string; bytes: Uint8Array };

const [name = '', folder = ''] = process.argv.slice(2);
const files: File[] = readdirSync(folder).sort().map((file) => ({ name: file, bytes: new Uint8Array(readFileSync(join(folder, file))) }));

const pdfium = startPdfium();

const readers: Record<string, (file: File) => Promise<unknown>> = {
  pdfjs: ({ bytes }) => pdfjsPages(bytes),
  positions: ({ bytes }) => {
    const source = openPdf(bytes);
    for (let page = 1; page <= source.pageCount; page++) source.page(page);
    source.close();
    return Promise.resolve();
  },
  /** PDFium by itself: it places the characters of every page, and nobody asks for them. No reader above it can be faster. */
  pdfium: ({ bytes }) => {
    const at = pdfium.lend(bytes);
    const document = pdfium.FPDF_LoadMemDocument(at, bytes.length, 0);
    const pages = pdfium.FPDF_GetPageCount(document);
    for (let index = 0; index < pages; index++) {
      const page = pdfium.FPDF_LoadPage(document, index);
      pdfium.FPDFText_ClosePage(pdfium.FPDFText_LoadPage(page));
      pdfium.FPDF_ClosePage(page);
    }
    pdfium.FPDF_CloseDocument(document);
    pdfium.free(at);
    return Promise.resolve();
  },
  parse: (file) => pdfImporter.parse(file),
};

async function measured(work: () => Promise<unknown>): Promise<Measured> {
  const before = process.cpuUsage();
  const began = performance.now();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { cpu: (user + system) / 1e6, wall: (performance.now() - began) / 1000 };
}

async function readAll(reader: (file: File) => Promise<unknown>): Promise<Measured> {
  const once = async () => {
    for (const file of files) await reader(file);
  };
  await once();
  return measured(once);
}

const reader = readers[name];
if (!reader) throw new Error(`there is no reader ${name}`);
console.log(JSON.stringify(await readAll(reader)));
process.exit(0);
