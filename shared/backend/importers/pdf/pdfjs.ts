// pdf.js as Annals uses it: loaded without its drawing library, both halves in this thread.

// Subtle: first, before pdf.js.
import { restoreConsole } from './no-canvas.ts';
import { getDocument, OPS, PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { WorkerMessageHandler } from 'pdfjs-dist/legacy/build/pdf.worker.mjs';

restoreConsole();

export type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
export { getDocument, OPS, PDFWorker, WorkerMessageHandler };
