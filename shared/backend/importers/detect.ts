// What a file is, by its content first and its name second. It reads signatures and samples, never the whole document.

import { fileTypeFromBuffer } from 'file-type';
import { isUtf8, wideEncoding } from './encoding.ts';

export type DetectedType = { mime: string; ext: string };

/** Signatures of two or three letters that ordinary words begin with ("BMW", "MZ") say nothing when the rest is plain text. */
const textualTypes = new Set(['rtf', 'ps', 'eps', 'pdf', 'xml', 'html', 'mhtml', 'eml', 'ics', 'vcf']);

const sampleBytes = 64 * 1024;

/** The type the content shows, or null when it shows none (plain text, HTML and Markdown have no signature). */
export async function detectType(bytes: Uint8Array): Promise<DetectedType | null> {
  let found: DetectedType | undefined;
  try {
    found = await fileTypeFromBuffer(bytes);
  } catch {
    // A cut or damaged container: its first bytes may still say what it was meant to be.
  }
  // Four bytes that no text begins with; what an archive holds uncompressed may look like text all the same.
  const sure = signature(bytes);
  found ??= sure;
  if (found && !sure && !textualTypes.has(found.ext) && looksLikeText(bytes)) return null;
  return found ?? null;
}

function signature(bytes: Uint8Array): DetectedType | undefined {
  const starts = (...expected: number[]) => expected.every((byte, i) => bytes[i] === byte);
  if (starts(0x50, 0x4b, 0x03, 0x04)) return { mime: 'application/zip', ext: 'zip' };
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) return { mime: 'application/x-cfb', ext: 'cfb' };
  if (starts(0x25, 0x50, 0x44, 0x46)) return { mime: 'application/pdf', ext: 'pdf' };
  return undefined;
}

/**
 * Whether bytes without a known signature can be read as text: no more than a stray control character in a sample of
 * beginning, middle and end. UTF-16 counts as text.
 */
export function looksLikeText(bytes: Uint8Array): boolean {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) return true;
  if (wideEncoding(bytes)) return true;
  let controls = 0;
  let read = 0;
  for (const start of [0, Math.floor(bytes.length / 2), Math.max(0, bytes.length - sampleBytes)]) {
    const sample = bytes.subarray(start, start + sampleBytes);
    for (const byte of sample) if (isControl(byte)) controls++;
    read += sample.length;
  }
  // Valid UTF-8 forgives a few (old word processors, terminal logs); anything else is more likely to be a program or picture.
  return controls <= read / 1000 || (controls <= read / 100 && isUtf8(bytes));
}

/** Control characters no text has: not tab, line feed, form feed, carriage return, the end-of-file and escape characters. */
function isControl(byte: number): boolean {
  return byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b;
}

/** The extension of a file name, in lower case, without the dot; '' when there is none. */
export function extensionOf(name: string): string {
  const base = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  const dot = base.lastIndexOf('.');
  return dot > 0 ? base.slice(dot + 1).toLowerCase() : '';
}

/** The beginning of the file as Latin letters, for telling markup from prose; UTF-16 is read through its zero bytes. */
export function beginningOf(bytes: Uint8Array, length = 4096): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(length, bytes.length))
    .toString('latin1')
    .replaceAll('\u0000', '')
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
}
