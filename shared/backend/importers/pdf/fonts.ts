// What the layout needs to know of a font: weight, slant and height above and below the baseline. Fonts are asked once a page.

import type { Pdfium } from './pdfium.ts';
import { scratchSize } from './pdfium.ts';

export type FontFacts = {
  bold: boolean;
  italic: boolean;
  /** Share of the font size above and below the baseline. */
  ascent: number;
  descent: number;
  /** A font of bullets and signs in the place of letters. */
  symbols: boolean;
};

/** Flags of a font descriptor (ISO 32000-1, 9.8.2). */
const italicFlag = 1 << 6;
const forceBoldFlag = 1 << 18;

/** Bold and slanted faces are told by the font's name too; the PDF's own flags are too often wrong. */
export function fontFacts(pdfium: Pdfium, font: number): FontFacts {
  const { scratchAt } = pdfium;
  const length = pdfium.FPDFFont_GetBaseFontName(font, scratchAt, scratchSize);
  const name = length > 1 && length <= scratchSize ? pdfium.latin(scratchAt, length - 1) : '';
  const flags = pdfium.FPDFFont_GetFlags(font);
  const ascent = pdfium.FPDFFont_GetAscent(font, 1, scratchAt) === 1 ? pdfium.float(scratchAt) : 0;
  const descent = pdfium.FPDFFont_GetDescent(font, 1, scratchAt) === 1 ? pdfium.float(scratchAt) : 0;
  return {
    bold: (flags !== -1 && (flags & forceBoldFlag) !== 0) || /bold|black|heavy|demi/iu.test(name),
    italic: (flags !== -1 && (flags & italicFlag) !== 0) || /ital|obli|slant/iu.test(name),
    ascent: ascent > 0.4 && ascent <= 1.1 ? ascent : 0.8,
    descent: descent < -0.05 && descent >= -0.5 ? -descent : 0.22,
    symbols: /dingbat|wingding|webding/iu.test(name),
  };
}
