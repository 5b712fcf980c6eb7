// Tesseract as WebAssembly (the core of tesseract.js, without its own worker and its downloads): a grey picture in, lines of
// words with boxes and confidence out. It runs in the thread that calls it and knows no network.

import { UserError } from '../../../core/user-error.ts';
import type { Bitmap } from './bitmap.ts';
import { coreFiles, damagedLanguage, languageData } from './data.ts';

/** Boxes in pixels. */
export type ReadWord = { text: string; x0: number; y0: number; x1: number; y1: number; confidence: number };
export type ReadLine = { words: ReadWord[]; /** Height of its type in pixels, ascenders to descenders. */ height: number; /** Of the baseline, at both ends. */ baseline: { x0: number; y0: number; x1: number; y1: number } };

type Box = { x0: number; y0: number; x1: number; y1: number };
type Answer = {
  blocks?: { paragraphs?: { lines?: { words?: { text?: string; confidence?: number; bbox: Box }[]; bbox: Box; baseline?: Box; rowAttributes?: { rowHeight?: number } }[] }[] }[];
};

/** What is used of the core of tesseract.js, which comes without type declarations. */
type Api = {
  /** 0 when it went well. `mode` is Tesseract's OcrEngineMode. */
  Init: (folder: null, languages: string, mode: number, config: null) => number;
  SetVariable: (name: string, value: string) => number;
  /** Takes the picture that lies at "/input"; 0 when it went well. */
  SetImageFile: (exifOrientation: number, radians: number) => number;
  Recognize: (monitor: null) => number;
  GetJSONText: () => string;
};
type Core = { FS: { writeFile: (path: string, data: Uint8Array) => void }; TessBaseAPI: new () => Api };
type CreateCore = (options: { wasmBinary: Uint8Array; TesseractProgress: (percent: number) => void; print: (line: string) => void; printErr: (line: string) => void }) => Promise<Core>;

/** Only the neural network: Tesseract's older engine is not in this build. */
const neuralOnly = 1;

export type Reader = { read: (bitmap: Bitmap, dotsPerInch: number) => ReadLine[] };

let kept: { key: string; reader: Reader } | null = null;

/**
 * A reader of these languages; the last one is kept, since starting takes as long as a short page.
 * Throws UserError when a language has no data or damaged data.
 */
export async function readerOf(languages: readonly string[], folders: readonly string[]): Promise<Reader> {
  const key = JSON.stringify([languages, folders]);
  if (kept?.key === key) return kept.reader;
  kept = null;
  const { program, starter } = coreFiles();
  const { default: createCore } = (await import(starter)) as { default: CreateCore };
  const core = await createCore({ wasmBinary: program, TesseractProgress: () => {}, print: () => {}, printErr: () => {} });
  for (const code of languages) core.FS.writeFile(`${code}.traineddata`, languageData(code, folders));
  const api = new core.TessBaseAPI();
  let begun: number;
  try {
    begun = api.Init(null, languages.join('+'), neuralOnly, null);
  } catch {
    begun = -1;
  }
  if (begun !== 0) throw damagedLanguage(languages.join('+'));
  const reader: Reader = {
    read: (bitmap, dotsPerInch) => {
      try {
        core.FS.writeFile('/input', greymap(bitmap));
        api.SetVariable('user_defined_dpi', String(Math.min(2400, Math.max(70, Math.round(dotsPerInch)))));
        if (api.SetImageFile(1, 0) !== 0) throw new Error('the picture was not taken');
        api.Recognize(null);
        return linesOf(JSON.parse(api.GetJSONText()) as Answer);
      } catch {
        // An abort leaves nothing that could read another page.
        kept = null;
        throw new UserError('unreadable-file', 'The text of the page could not be recognised: the recogniser gave up on its picture.', 'Scan the page again at 300 dpi.');
      }
    },
  };
  kept = { key, reader };
  return reader;
}

/** As a Netpbm grey map, which needs no packing. */
function greymap({ width, height, pixels }: Bitmap): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const file = new Uint8Array(head.length + pixels.length);
  file.set(head);
  file.set(pixels, head.length);
  return file;
}

function linesOf({ blocks }: Answer): ReadLine[] {
  return (blocks ?? [])
    .flatMap((block) => block.paragraphs ?? [])
    .flatMap((paragraph) => paragraph.lines ?? [])
    .map(({ words, bbox, baseline, rowAttributes }) => ({
      words: (words ?? []).flatMap(({ text = '', confidence = 0, bbox: { x0, y0, x1, y1 } }) => (text.trim() === '' ? [] : [{ text: text.trim(), confidence, x0, y0, x1, y1 }])),
      height: rowAttributes?.rowHeight ?? bbox.y1 - bbox.y0,
      baseline: baseline ?? { x0: bbox.x0, x1: bbox.x1, y0: bbox.y1, y1: bbox.y1 },
    }))
    .filter(({ words }) => words.length > 0);
}
