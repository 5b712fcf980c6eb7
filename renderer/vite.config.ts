// Builds the screen into out/renderer. It does not build the application or the shell.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { pdfParts, pdfPartsFolder } from './pdf-parts.ts';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/',
  plugins: [react(), pdfParts()],
  define: { __ANNALS_VERSION__: JSON.stringify(version), __PDF_PARTS__: JSON.stringify(`/${pdfPartsFolder}/`) },
  build: {
    outDir: fileURLToPath(new URL('../out/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'es2024',
    // The content policy allows fonts and scripts from files only, never from data addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
});
