// Lays beside the built screen what pdf.js fetches by name while it draws: its worker, character maps, standard fonts, picture decoders. All of
// it comes from the package in node_modules; nothing is fetched from elsewhere.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const packageFolder = fileURLToPath(new URL('../node_modules/pdfjs-dist/', import.meta.url));
const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as { version: string };

/** Below the folder of the built screen. The version is in it because hosts let browsers keep assets for ever. */
export const pdfPartsFolder = `assets/pdfjs-${version}`;

/** The decoders in plain JavaScript: the content policy allows no WebAssembly. */
const folders: Readonly<Record<string, RegExp>> = { build: /^pdf\.worker\.min\.mjs$/, cmaps: /\.bcmap$/, standard_fonts: /\.(pfb|ttf)$/, wasm: /_nowasm_fallback\.js$/ };

export function pdfParts(): Plugin {
  return {
    name: 'pdf-parts',
    apply: 'build',
    generateBundle() {
      for (const [folder, wanted] of Object.entries(folders)) {
        for (const name of readdirSync(join(packageFolder, folder))) {
          if (wanted.test(name)) this.emitFile({ type: 'asset', fileName: `${pdfPartsFolder}/${folder}/${name}`, source: readFileSync(join(packageFolder, folder, name)) });
        }
      }
    },
  };
}
