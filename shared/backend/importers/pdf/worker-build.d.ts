// The worker build of pdf.js comes without type declarations; it is only handed through.

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
