// Bytes to text: finds the encoding, decodes, and makes line ends one newline. Says so when it had to guess.
// It does not decide whether the bytes are text at all (detect.ts does).

import chardet from 'chardet';
import iconv from 'iconv-lite';
import type { Warning } from '../../core/document.ts';

export type DecodedText = { text: string; encoding: string; warnings: Warning[] };

/** Enough to see the habits of a text; reading more changes no verdict and costs time. */
const sampleBytes = 256 * 1024;

const printedNames: Record<string, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (little endian)',
  'utf-16be': 'UTF-16 (big endian)',
  'windows-1252': 'Windows-1252',
};

/**
 * The text of the bytes, with line ends as `\n` and without a byte order mark.
 * `declared` is what the file itself says (an HTML meta element); a byte order mark is believed before it, and it is
 * believed before a guess.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const marked = byteOrderMark(bytes);
  if (marked) return decoded(bytes.subarray(marked.length), marked.encoding, []);

  const wide = wideEncoding(bytes);
  if (wide) return decoded(bytes, wide, [guessWarning(wide)]);

  // A page that can be parsed for its declaration is not UTF-16, whatever it declares.
  const stated = declared && !/^utf-?(?:16|32)/i.test(declared) ? supportedName(declared) : null;
  // Programs save pages as UTF-8 and leave the old declaration in; text of another encoding is hardly ever valid UTF-8.
  const isMistaken = bytes.some((byte) => byte >= 0x80) && isUtf8(bytes);
  if (stated && stated !== 'utf-8' && !isMistaken) return decoded(bytes, stated, []);
  if (isUtf8(bytes)) return decoded(bytes, 'utf-8', []);
  if (mostlyUtf8(bytes)) return decoded(bytes, 'utf-8', [damagedWarning]);
  const guess = guessedEncoding(bytes);
  return decoded(bytes, guess, [guessWarning(guess)]);
}

function decoded(bytes: Uint8Array, encoding: string, warnings: Warning[]): DecodedText {
  const raw =
    encoding === 'utf-8'
      ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
      : iconv.decode(bytes, encoding, { stripBOM: true });
  return { text: tidied(raw), encoding, warnings };
}

/** One kind of line end, no characters that cannot be shown or stored, no halves of surrogate pairs. */
function tidied(raw: string): string {
  let text = raw;
  if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\u2028\u2029\u0085]/.test(text)) {
    // oxlint-disable-next-line no-control-regex -- as above
    text = text.replace(/[\u000b\u000c\u2028\u2029\u0085]/g, '\n').replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/g, '');
  }
  return text.toWellFormed();
}

function byteOrderMark(bytes: Uint8Array): { encoding: string; length: number } | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', length: 4 };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', length: 4 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', length: 2 };
  return null;
}

/** Units every long text is full of: space, line ends, full stop and comma, and their CJK forms. */
const commonUnits = new Set([0x20, 0x0a, 0x0d, 0x2e, 0x2c, 0x3002, 0xff0c, 0x3001]);

type Units = { common: number; ascii: number; control: number };

/**
 * UTF-16 without a mark: read as units of the right byte order the text has spaces and line ends, or is mostly ASCII letters
 * with a zero beside each; read in the other order it is neither. Null for everything else.
 */
export function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length, sampleBytes) & ~1;
  if (length < 4 || bytes.length % 2 !== 0) return null;
  const little: Units = { common: 0, ascii: 0, control: 0 };
  const big: Units = { common: 0, ascii: 0, control: 0 };
  for (let i = 0; i < length; i += 2) {
    const first = bytes[i] as number;
    const second = bytes[i + 1] as number;
    if (first === 0 && second === 0) return null;
    countUnit(little, first | (second << 8));
    countUnit(big, (first << 8) | second);
  }
  const units = length / 2;
  const isRead = (as: Units, other: Units) =>
    as.control <= units / 200 && ((as.common > other.common * 3 && as.common > units / 50) || as.ascii > units * 0.7);
  const order = isRead(little, big) ? 'utf-16le' : isRead(big, little) ? 'utf-16be' : null;
  // Two ASCII letters may look like one CJK unit; but then the bytes are valid UTF-8 without a zero.
  return order && (bytes.subarray(0, length).includes(0) || !isUtf8(bytes)) ? order : null;
}

function countUnit(units: Units, unit: number): void {
  if (commonUnits.has(unit)) units.common++;
  if (unit >= 0x20 && unit < 0x7f) units.ascii++;
  else if (unit < 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) units.control++;
}

export function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** UTF-8 with a few bad bytes (a cut end, a pasted fragment): many whole multi-byte characters, few broken ones. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x80) continue;
    const following = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let seen = 0;
    while (seen < following && ((bytes[i + 1 + seen] ?? 0) & 0xc0) === 0x80) seen++;
    if (following > 0 && seen === following) {
      whole++;
      i += following;
    } else broken++;
  }
  return whole > broken * 10;
}

/** chardet's favourites differ little on short western texts; Windows-1252 is then by far the most common. */
const closeCall = 25;

function guessedEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(...aroundHighBytes(bytes));
  const matches = chardet.analyse(sample).flatMap(({ name, confidence }) => {
    const encoding = /^utf/i.test(name) ? null : supportedName(name);
    return encoding && decodesAll(sample, encoding) ? [{ encoding, confidence }] : [];
  });
  const [best] = matches;
  const west = matches.find(({ encoding }) => encoding === 'windows-1252');
  if (!best || (west && highByteShare(sample) < 0.08 && west.confidence + closeCall >= best.confidence)) return 'windows-1252';
  return best.encoding;
}

/** Whether the encoding has a character for nearly every byte; a few broken ones may be damage. */
function decodesAll(sample: Uint8Array, encoding: string): boolean {
  const text = iconv.decode(sample, encoding);
  return (text.match(/\ufffd/g)?.length ?? 0) <= text.length / 1_000;
}

/** The part of the file that shows the encoding: from shortly before its first byte beyond ASCII. */
function aroundHighBytes(bytes: Uint8Array): [number, number] {
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const start = Math.max(0, first - 4096);
  return [start, start + sampleBytes];
}

function highByteShare(bytes: Uint8Array): number {
  let high = 0;
  for (const byte of bytes) if (byte >= 0x80) high++;
  return bytes.length === 0 ? 0 : high / bytes.length;
}

/** The name under which iconv-lite knows an encoding; web pages mean Windows-1252 when they say ISO-8859-1 or ASCII. */
function supportedName(name: string): string | null {
  const plain = name.trim().toLowerCase();
  if (plain === 'utf8' || plain === 'utf-8') return 'utf-8';
  if (/^(?:iso-?8859-?1|latin-?1|us-ascii|ascii|cp1252)$/.test(plain)) return 'windows-1252';
  if (/^(?:gb2312|gbk|gb_2312-80)$/.test(plain)) return 'gb18030';
  return iconv.encodingExists(plain) && !/^(?:base64|hex|binary|ucs|utf-?7)/.test(plain) ? plain : null;
}

function guessWarning(encoding: string): Warning {
  const name = printedNames[encoding] ?? encoding.toUpperCase();
  return { code: 'encoding-guessed', message: `The file does not say how its letters are encoded; it was read as ${name}. Check accented and foreign letters.` };
}

const damagedWarning: Warning = {
  code: 'encoding-damaged',
  message: 'The file is UTF-8 with some broken characters; each is shown as \ufffd.',
};
