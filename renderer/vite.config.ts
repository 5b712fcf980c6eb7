// Builds the screen into out/renderer, and lays beside it what pdf.js fetches by name while it draws pages. It does not build the
// application or the shell.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };

const pdfPackage = fileURLToPath(new URL('../node_modules/pdfjs-dist/', import.meta.url));
const { version: pdfVersion } = JSON.parse(readFileSync(join(pdfPackage, 'package.json'), 'utf8')) as { version: string };

/** Below the folder of the built screen. The version is in it because hosts let browsers keep assets for ever. */
const pdfPartsFolder = `assets/pdfjs-${pdfVersion}`;

/** Its worker, character maps, standard fonts, and decoders of pictures: those in plain JavaScript: the content policy allows no WebAssembly. */
const folders: Readonly<Record<string, RegExp>> = { build: /^pdf\.worker\.min\.mjs$/, cmaps: /\.bcmap$/, standard_fonts: /\.(pfb|ttf)$/, wasm: /_nowasm_fallback\.js$/ };

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

function pdfParts(): Plugin {
  return {
    name: 'pdf-parts',
    apply: 'build',
    generateBundle() {
      for (const [folder, wanted] of Object.entries(folders)) {
        for (const name of readdirSync(join(pdfPackage, folder))) {
          if (wanted.test(name)) this.emitFile({ type: 'asset', fileName: `${pdfPartsFolder}/${folder}/${name}`, source: readFileSync(join(pdfPackage, folder, name)) });
        }
      }
    },
  };
}
