// Where pdf.js's own data (character maps, standard fonts) lies: beside the bundle, or in its package when the sources run.

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders ending with a slash, as pdf.js wants them; none when the data is nowhere to be found. */
export function dataFolders(): { cMapUrl?: string; standardFontDataUrl?: string } {
  const found = [join(import.meta.dirname, 'pdfjs'), packageFolder()].find((folder) => folder !== null && existsSync(join(folder, 'cmaps')));
  return found ? { cMapUrl: `${join(found, 'cmaps')}/`, standardFontDataUrl: `${join(found, 'standard_fonts')}/` } : {};
}

function packageFolder(): string | null {
  try {
    return dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')));
  } catch {
    // A bundle runs without its packages.
    return null;
  }
}
