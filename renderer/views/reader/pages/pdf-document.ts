// The pdf.js side of the page view: opens the original once, draws pages and parts of pages. Text, boxes and selection are not its
// matter: those come from the recognised words. Everything it fetches lies beside the built screen.

import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { Box, PageSize, Turn } from './page-geometry.ts';
import { sizeOf } from './page-geometry.ts';

/** Pixels of one canvas: a page at 400 % on a common screen. Beyond it a page is drawn coarser instead of filling the memory. */
const mostPixels = 16_800_000;

/** What cannot be drawn, in a sentence to show; the reading text stays. */
export class PageFault extends Error {}

export class PdfDocument {
  readonly pageCount: number;
  readonly #document: PDFDocumentProxy;
  readonly #worker: { destroy: () => void };

  private constructor(document: PDFDocumentProxy, worker: { destroy: () => void }) {
    this.#document = document;
    this.#worker = worker;
    this.pageCount = document.numPages;
  }

  /** Throws PageFault with what hinders. The bytes are handed over and are not usable afterwards. */
  static async open(bytes: Uint8Array): Promise<PdfDocument> {
    const pdfjs = await import('pdfjs-dist');
    // Its own port: pdf.js would wrap the worker's address in a blob where the page is not served by HTTP, and the policy allows none.
    const parts = new URL(__PDF_PARTS__, window.location.href).href;
    const port = new Worker(`${parts}build/pdf.worker.min.mjs`, { type: 'module' });
    // pdf.js would wait for ever for a worker that never began.
    const failed = new Promise<never>((_, reject) => port.addEventListener('error', () => reject(new Error('the worker did not begin')), { once: true }));
    const worker = pdfjs.PDFWorker.create({ port });
    const stop = {
      destroy: () => {
        worker.destroy();
        port.terminate();
      },
    };
    const task = pdfjs.getDocument({
      data: bytes,
      worker,
      cMapUrl: `${parts}cmaps/`,
      cMapPacked: true,
      standardFontDataUrl: `${parts}standard_fonts/`,
      wasmUrl: `${parts}wasm/`,
      useWasm: false,
      enableXfa: false,
      stopAtErrors: false,
      verbosity: pdfjs.VerbosityLevel.ERRORS,
    });
    try {
      return new PdfDocument(await Promise.race([task.promise, failed]), stop);
    } catch (error) {
      // Not waited for: a worker that never began does not answer.
      task.destroy().catch(() => undefined);
      stop.destroy();
      throw new PageFault(sentenceFor(error), { cause: error });
    }
  }

  /**
   * Draws a page so that it is `width` CSS pixels wide when turned. `signal` stops it (rejects with AbortError); a page that is damaged
   * throws PageFault.
   */
  async draw(pageNumber: number, width: number, turn: Turn, pixelRatio: number, signal: AbortSignal): Promise<HTMLCanvasElement> {
    const page = await this.#page(pageNumber);
    const own = page.getViewport({ scale: 1, rotation: (page.rotate + turn * 90) % 360 });
    const { width: pageWidth, height: pageHeight } = sizeOf(own);
    let scale = (width * pixelRatio) / pageWidth;
    scale = Math.min(scale, Math.sqrt(mostPixels / (pageWidth * pageHeight)));
    const viewport = page.getViewport({ scale, rotation: (page.rotate + turn * 90) % 360 });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(viewport.width));
    canvas.height = Math.max(1, Math.round(viewport.height));
    await this.#render(page, canvas, viewport, signal);
    return canvas;
  }

  /** A part of a page as a picture, at most `width` pixels wide; the box is in points of the unturned page. */
  async drawPart(pageNumber: number, box: Box, width: number, signal: AbortSignal): Promise<HTMLCanvasElement> {
    const page = await this.#page(pageNumber);
    const scale = Math.min(4, width / Math.max(1, box.width), Math.sqrt(mostPixels / Math.max(1, box.width * box.height)));
    const viewport = page.getViewport({ scale, offsetX: -box.x * scale, offsetY: -box.y * scale });
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(box.width * scale));
    canvas.height = Math.max(1, Math.round(box.height * scale));
    await this.#render(page, canvas, viewport, signal);
    return canvas;
  }

  /** The size pdf.js sees, in points; the recognised one is missing where a page was damaged. */
  async sizeOf(pageNumber: number): Promise<PageSize> {
    const { width, height } = (await this.#page(pageNumber)).getViewport({ scale: 1 });
    return { width, height };
  }

  async close(): Promise<void> {
    await this.#document.loadingTask.destroy().catch(() => undefined);
    this.#worker.destroy();
  }

  async #page(pageNumber: number): Promise<PDFPageProxy> {
    try {
      return await this.#document.getPage(pageNumber);
    } catch (error) {
      throw new PageFault('This page is damaged and cannot be drawn. What could be read of it is in the reading text.', { cause: error });
    }
  }

  async #render(page: PDFPageProxy, canvas: HTMLCanvasElement, viewport: ReturnType<PDFPageProxy['getViewport']>, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const task = page.render({ canvas, viewport });
    const stop = () => task.cancel();
    signal.addEventListener('abort', stop, { once: true });
    try {
      await task.promise;
    } catch (error) {
      signal.throwIfAborted();
      throw new PageFault('This page is damaged and cannot be drawn. What could be read of it is in the reading text.', { cause: error });
    } finally {
      signal.removeEventListener('abort', stop);
      // Fonts and pictures of the page are dropped; drawing it again costs some milliseconds, keeping 1,500 pages costs gigabytes.
      page.cleanup();
    }
  }
}

function sentenceFor(error: unknown): string {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return 'The pages are locked by a password and cannot be drawn. The reading text holds what could be read.';
  return 'The pages of this file are damaged and cannot be drawn. The reading text holds what could be read.';
}
