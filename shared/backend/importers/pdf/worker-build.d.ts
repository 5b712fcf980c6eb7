// The worker build of pdf.js comes without type declarations; this is the little that is used of it.

declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: { initializeFromPort: (port: unknown) => void };
}
