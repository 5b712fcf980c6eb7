// Scanned pages made by ourselves: pages of a PDF with text are drawn, leaned, speckled and turned, and put into a PDF that holds
// nothing but the pictures.

import { deflateSync } from 'node:zlib';
import { type Bitmap, straightened, turnedBack } from '../../shared/backend/importers/scan/bitmap.ts';
import { drawPage } from '../../shared/backend/importers/scan/draw.ts';

export type ScanOptions = {
  /** Degrees clockwise by which the page leans. */
  skew?: number;
  /** Share of the pixels that become specks. */
  noise?: number;
  /** What is left of the contrast, 0..1: a faint copy. */
  contrast?: number;
  /** Dots an inch; 300 or a half of it. */
  dpi?: 300 | 150;
  /** Quarter turns clockwise by which the page was laid on the glass. */
  turn?: 0 | 1 | 2 | 3;
  /** /Rotate of the page, in degrees: how a viewer turns it back. */
  rotate?: number;
  /** Text drawn without ink under the picture, as other programs leave it. */
  hiddenText?: string;
  /** Text with ink over the picture: a stamp at the top of the page. */
  stamp?: string;
};

/** A page as a scanner would see it. Numbers by a fixed seed: the same scan every time. */
export function scannedPage(bytes: Uint8Array, page: number, { skew = 0, noise = 0, turn = 0, contrast = 1, dpi = 300 }: ScanOptions = {}): Bitmap {
  let { bitmap } = drawPage(bytes, page);
  if (skew !== 0) bitmap = straightened(bitmap, -skew);
  if (dpi === 150) bitmap = halved(bitmap);
  if (contrast < 1) bitmap.pixels.forEach((value, at) => (bitmap.pixels[at] = 255 - (255 - value) * contrast));
  let seed = 7;
  const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  for (let speck = 0; speck < noise * bitmap.pixels.length; speck += 1) bitmap.pixels[Math.floor(random() * bitmap.pixels.length)] = Math.floor(random() * 256);
  return turnedBack(bitmap, ((4 - turn) % 4) as 0 | 1 | 2 | 3);
}

/** Each pixel the mean of four. */
function halved({ width, height, pixels }: Bitmap): Bitmap {
  const half: Bitmap = { width: width >> 1, height: height >> 1, pixels: new Uint8Array((width >> 1) * (height >> 1)) };
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const at = 2 * y * width + 2 * x;
      half.pixels[y * half.width + x] = ((pixels[at] ?? 0) + (pixels[at + 1] ?? 0) + (pixels[at + width] ?? 0) + (pixels[at + width + 1] ?? 0)) / 4;
    }
  }
  return half;
}

type Part = { picture: Bitmap | null; options: ScanOptions };

/** Bytes of a PDF with a page for each picture, at 300 dpi; null is a page without anything. */
export function pdfOfPictures(pages: readonly (Bitmap | null | Part)[]): Uint8Array {
  const objects: Uint8Array[] = [];
  const add = (head: string, stream?: Uint8Array): number => {
    const text = stream === undefined ? head : head.replace('>>', `/Length ${stream.length} >>\nstream\n`);
    objects.push(stream === undefined ? Buffer.from(text, 'latin1') : Buffer.concat([Buffer.from(text, 'latin1'), stream, Buffer.from('\nendstream')]));
    return objects.length;
  };
  const catalog = add('<< /Type /Catalog /Pages 2 0 R >>');
  add('');
  const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
  const kids = pages.map((page) => {
    const { picture, options } = page === null || 'pixels' in page ? { picture: page, options: {} as ScanOptions } : page;
    const width = picture === null ? 612 : (picture.width * 72) / (options.dpi ?? 300);
    const height = picture === null ? 792 : (picture.height * 72) / (options.dpi ?? 300);
    const image = picture === null ? null : add(`<< /Type /XObject /Subtype /Image /Width ${picture.width} /Height ${picture.height} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode >>`, deflateSync(picture.pixels, { level: 1 }));
    const hidden = (options.hiddenText ?? '').split('\n').map((line, at) => `BT 3 Tr /F 11 Tf 72 ${height - 80 - at * 14} Td (${line}) Tj ET\n`).join('');
    const stamp = options.stamp === undefined ? '' : `BT 0 Tr /F 9 Tf 72 ${height - 24} Td (${options.stamp}) Tj ET\n`;
    const content = add('<< >>', Buffer.from(`${image === null ? '' : `q ${width} 0 0 ${height} 0 0 cm /I Do Q\n`}${options.hiddenText === undefined ? '' : hidden}${stamp}`, 'latin1'));
    return add(`<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${options.rotate ?? 0} /Resources << /Font << /F ${font} 0 R >> ${image === null ? '' : `/XObject << /I ${image} 0 R >>`} >> /Contents ${content} 0 R >>`);
  });
  objects[1] = Buffer.from(`<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`);
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n')];
  let length = parts[0]?.length ?? 0;
  const offsets = objects.map((object, at) => {
    const part = Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]);
    const offset = length;
    parts.push(part);
    length += part.length;
    return offset;
  });
  parts.push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root ${catalog} 0 R >>\nstartxref\n${length}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

/** The pages of a PDF with text as a PDF of scans. */
export function scanned(bytes: Uint8Array, pages: readonly number[], options: ScanOptions = {}): Uint8Array {
  return pdfOfPictures(pages.map((page) => ({ picture: scannedPage(bytes, page, options), options })));
}
