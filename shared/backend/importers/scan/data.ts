// Where OCR finds its program (WebAssembly) and language data: beside the bundle, in their packages when the sources run, and
// languages also in folders of this machine. Only files: nothing is ever fetched.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { UserError } from '../../../core/user-error.ts';

/** Tesseract with its neural network only, for processors with SIMD, which all that run Node 24 have. */
const core = 'tesseract-core-simd-lstm';

/** Language data: the neural network alone ("best", as whole numbers), which is what the build of Tesseract without its legacy engine reads. */
const dataOfPackage = '4.0.0_best_int';

/** The WebAssembly, and the address of the module that starts it: as it is, because it asks for names that only CommonJS has. */
export function coreFiles(): { program: Uint8Array; starter: string } {
  const beside = join(import.meta.dirname, 'ocr');
  const isBundled = existsSync(beside);
  const fileOf = (ending: string) => (isBundled ? join(beside, `${core}.${ending}`) : fileURLToPath(import.meta.resolve(`tesseract.js-core/${core}.${ending}`)));
  return { program: readFileSync(fileOf('wasm')), starter: pathToFileURL(fileOf(isBundled ? 'cjs' : 'js')).href };
}

/**
 * Codes of the languages that can be read, in alphabetical order. English comes with Annals. Others are found as
 * CODE.traineddata or CODE.traineddata.gz in one of `folders`.
 */
export function availableLanguages(folders: readonly string[]): string[] {
  return [...languageFiles(folders).keys()].toSorted();
}

/** The data of a language, unpacked. Throws UserError('missing-program') with what to do when there is none or it is damaged. */
export function languageData(code: string, folders: readonly string[]): Uint8Array {
  const path = languageFiles(folders).get(code);
  if (path === undefined) throw missingLanguage(code);
  const bytes = readFileSync(path);
  try {
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes, { maxOutputLength: largestData }) : bytes;
  } catch {
    throw damagedLanguage(code);
  }
}

/** The largest language of Tesseract unpacks to some 60 MB. */
const largestData = 300_000_000;

export function missingLanguage(code: string): UserError {
  return new UserError('missing-program', `There is no language data for “${code}” on this machine.`, `Put ${code}.traineddata (of Tesseract 4 or later) into the folder “languages” beside your projects, or choose another language.`);
}

export function damagedLanguage(code: string): UserError {
  return new UserError('missing-program', `The language data for “${code}” is damaged or of another version.`, 'Fetch it again; it must be data of Tesseract 4 or later.');
}

function languageFiles(folders: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const folder of [...folders, join(import.meta.dirname, 'ocr', 'languages'), packagedEnglish()]) {
    if (folder === null || !existsSync(folder)) continue;
    for (const name of readdirSync(folder)) {
      const code = /^([a-z]{3,4}(?:_[A-Za-z]+)*)\.traineddata(?:\.gz)?$/.exec(name)?.[1];
      // Orientation and equations are no languages.
      if (code !== undefined && code !== 'osd' && code !== 'equ' && !found.has(code)) found.set(code, join(folder, name));
    }
  }
  return found;
}

function packagedEnglish(): string | null {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve('@tesseract.js-data/eng/package.json'))), dataOfPackage);
  } catch {
    // A bundle runs without its packages.
    return null;
  }
}
