// Loads PDFium, compiled to WebAssembly (package @hyzyla/pdfium), and lends its C functions and its memory. PDFium gets no file
// system, no environment and no clock beyond the date: it computes inside its own memory. Knows nothing of pages and text.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Matrix } from './matrix.ts';

/** What is called of PDFium's public interface (fpdfview.h, fpdf_text.h, fpdf_edit.h, fpdf_annot.h, fpdf_flatten.h). */
const names = [
  'malloc', 'free', 'FPDF_InitLibrary', 'FPDF_LoadMemDocument', 'FPDF_CloseDocument', 'FPDF_GetLastError', 'FPDF_GetPageCount', 'FPDF_GetMetaText',
  'FPDF_LoadPage', 'FPDF_ClosePage', 'FPDF_GetPageBoundingBox', 'FPDFPage_GetRotation', 'FPDFPage_Flatten',
  'FPDFPage_GetAnnotCount', 'FPDFPage_GetAnnot', 'FPDFPage_CloseAnnot', 'FPDFAnnot_GetSubtype', 'FPDFAnnot_GetFlags',
  'FPDFPage_CountObjects', 'FPDFPage_GetObject', 'FPDFFormObj_CountObjects', 'FPDFFormObj_GetObject', 'FPDFPageObj_GetType', 'FPDFPageObj_GetMatrix', 'FPDFPageObj_GetBounds',
  'FPDFPageObj_GetFillColor', 'FPDFPageObj_CountMarks', 'FPDFPageObj_GetMark', 'FPDFPageObjMark_GetName',
  'FPDFPath_GetDrawMode', 'FPDFPath_CountSegments', 'FPDFPath_GetPathSegment', 'FPDFPathSegment_GetPoint', 'FPDFPathSegment_GetType', 'FPDFPathSegment_GetClose',
  'FPDFText_LoadPage', 'FPDFText_ClosePage', 'FPDFText_CountChars', 'FPDFText_GetUnicode', 'FPDFText_IsGenerated', 'FPDFText_IsHyphen',
  'FPDFText_GetTextObject', 'FPDFText_GetMatrix', 'FPDFText_GetCharOrigin', 'FPDFText_GetLooseCharBox',
  'FPDFTextObj_GetTextRenderMode', 'FPDFTextObj_GetFontSize', 'FPDFTextObj_GetFont', 'FPDFFont_GetBaseFontName', 'FPDFFont_GetFlags', 'FPDFFont_GetAscent', 'FPDFFont_GetDescent',
  'FPDF_GetPageWidthF', 'FPDF_GetPageHeightF', 'FPDFBitmap_CreateEx', 'FPDFBitmap_FillRect', 'FPDFBitmap_Destroy', 'FPDF_RenderPageBitmap',
] as const;

type Calls = Record<(typeof names)[number], (...values: number[]) => number>;

/** Addresses (`...At`) are byte offsets into PDFium's memory. */
export type Pdfium = Calls & {
  /** Room for the results of one call, `scratchSize` bytes. */
  scratchAt: number;
  float: (at: number) => number;
  /** All of PDFium's memory as single-precision numbers; good until the next call of PDFium. */
  floats: () => Float32Array;
  double: (at: number) => number;
  integer: (at: number) => number;
  /** An FS_MATRIX. */
  matrix: (at: number) => Matrix;
  /** A copy of `bytes` for PDFium to read; to be freed by the caller. Throws RangeError when there is no room. */
  lend: (bytes: Uint8Array) => number;
  /** A copy of what stands in PDFium's memory. */
  copy: (at: number, bytes: number) => Uint8Array<ArrayBuffer>;
  /** Writes ASCII. */
  write: (at: number, text: string) => void;
  utf16: (at: number, bytes: number) => string;
  latin: (at: number, bytes: number) => string;
  /** Bytes that PDFium's memory takes now; it never shrinks. */
  size: () => number;
};

export const scratchSize = 4096;

const utf16Decoder = new TextDecoder('utf-16le');
const latinDecoder = new TextDecoder('latin1');

/** The memory of a page of WebAssembly, bytes. */
const wasmPage = 65_536;
/** PDFium's memory beyond this would endanger the program; a file that wants more is given up. */
const mostMemory = 1.5e9;

/** Beside the bundle, or in its package when the sources run. */
function wasmFile(): string {
  const beside = join(import.meta.dirname, 'pdfium.wasm');
  return existsSync(beside) ? beside : fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'));
}

let compiled: WebAssembly.Module | null = null;

/** A longjmp of C on its way to the call that can take it. */
class LongJump extends Error {}

/** What Emscripten expects of its surroundings: room to grow, a jump back out of failed calls, and an empty system. */
function surroundings(own: () => WebAssembly.Exports): WebAssembly.Imports {
  const call = (name: string, ...values: number[]): number => Number((own()[name] as (...given: number[]) => unknown)(...values));
  const memory = (): WebAssembly.Memory => own()['memory'] as WebAssembly.Memory;
  /** A C function that may jump out (longjmp, in the decoders of pictures): the jump arrives as an exception. */
  const invoke = (index: number, ...values: number[]): unknown => {
    const stack = call('emscripten_stack_get_current');
    try {
      return ((own()['__indirect_function_table'] as WebAssembly.Table).get(index) as (...given: number[]) => unknown)(...values);
    } catch (jump) {
      call('_emscripten_stack_restore', stack);
      if (!(jump instanceof LongJump)) throw jump;
      call('setThrew', 1, 0);
      return 0;
    }
  };
  const absent = (): number => -1;
  const system: Record<string, (...values: number[]) => unknown> = {
    emscripten_resize_heap: (wanted) => {
      const bytes = (wanted ?? 0) >>> 0;
      if (bytes > mostMemory) return 0;
      try {
        memory().grow(Math.ceil((bytes - memory().buffer.byteLength) / wasmPage));
        return 1;
      } catch {
        return 0;
      }
    },
    _emscripten_throw_longjmp: () => {
      throw new LongJump();
    },
    _abort_js: () => {
      throw new WebAssembly.RuntimeError('PDFium gave up');
    },
    emscripten_date_now: () => Date.now(),
    _tzset_js: () => undefined,
    environ_sizes_get: (countAt = 0, sizeAt = 0) => {
      const view = new DataView(memory().buffer);
      view.setUint32(countAt, 0, true);
      view.setUint32(sizeAt, 0, true);
      return 0;
    },
    environ_get: () => 0,
  };
  const imports: Record<string, Record<string, (...values: number[]) => unknown>> = {};
  for (const { module, name } of WebAssembly.Module.imports(compiled as WebAssembly.Module)) {
    (imports[module] ??= {})[name] = name.startsWith('invoke_') ? invoke : (system[name] ?? absent);
  }
  return imports;
}

/** A PDFium of its own, with its own memory. Throws when the package is not there. */
export function startPdfium(): Pdfium {
  compiled ??= new WebAssembly.Module(readFileSync(wasmFile()));
  const own: { exports?: WebAssembly.Exports } = {};
  own.exports = new WebAssembly.Instance(compiled, surroundings(() => own.exports ?? {})).exports;
  const exported = own.exports;
  const initialise = (name: string) => (exported[name] as () => void)();
  initialise('emscripten_stack_init');
  initialise('__wasm_call_ctors');
  initialise('FPDF_InitLibrary');
  const calls = Object.fromEntries(names.map((name) => [name, exported[name]])) as unknown as Calls;
  const memory = exported['memory'] as WebAssembly.Memory;
  // Subtle: when the memory grows, views of the old one become empty.
  let view = new DataView(memory.buffer);
  let floats = new Float32Array(memory.buffer);
  const current = (): DataView => (view.byteLength === 0 ? (view = new DataView(memory.buffer)) : view);
  return {
    ...calls,
    scratchAt: calls.malloc(scratchSize),
    float: (at) => current().getFloat32(at, true),
    floats: () => (floats.length === 0 ? (floats = new Float32Array(memory.buffer)) : floats),
    double: (at) => current().getFloat64(at, true),
    integer: (at) => current().getInt32(at, true),
    matrix: (at) => {
      const from = current();
      const part = (index: number) => from.getFloat32(at + 4 * index, true);
      return [part(0), part(1), part(2), part(3), part(4), part(5)];
    },
    lend: (bytes) => {
      const at = calls.malloc(bytes.length);
      if (at === 0) throw new RangeError('no room for the file');
      new Uint8Array(memory.buffer).set(bytes, at);
      return at;
    },
    write: (at, text) => {
      new Uint8Array(memory.buffer).set(new TextEncoder().encode(text), at);
    },
    copy: (at, bytes) => new Uint8Array(memory.buffer, at, bytes).slice(),
    utf16: (at, bytes) => utf16Decoder.decode(new Uint8Array(memory.buffer, at, bytes)),
    latin: (at, bytes) => latinDecoder.decode(new Uint8Array(memory.buffer, at, bytes)),
    size: () => memory.buffer.byteLength,
  };
}
