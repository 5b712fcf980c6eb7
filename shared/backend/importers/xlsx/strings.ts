// The texts that the cells of a workbook share. Formatting inside a text and the reading aids of East Asian scripts are not text.

import { localName, readXml } from '../xml-part.ts';

export type SharedStrings = { texts: string[]; whole: boolean };

export function readStrings(xml: string | null): SharedStrings {
  const texts: string[] = [];
  let parts: string[] | null = null;
  let inText = false;
  let aside = 0;
  const whole =
    xml === null ||
    readXml(xml, {
      open: (qualified) => {
        const name = localName(qualified);
        if (name === 'si') parts = [];
        else if (name === 'rPh') aside++;
        else if (name === 't') inText = aside === 0;
      },
      close: (qualified) => {
        const name = localName(qualified);
        if (name === 'si') texts.push(plainCell((parts ?? []).join('')));
        else if (name === 'rPh') aside--;
        else if (name === 't') inText = false;
      },
      text: (text) => {
        if (inText) parts?.push(text);
      },
    });
  return { texts, whole };
}

/** A cell's text: control characters are written as _x000D_ in the file; line breaks in it stay. */
export function plainCell(text: string): string {
  return text
    .replace(/_x([\da-fA-F]{4})_/g, (_found, code: string) => {
      const value = Number.parseInt(code, 16);
      return value === 0x0a || value === 0x09 || (value >= 0x20 && value < 0xd800) ? String.fromCharCode(value) : value === 0x0d ? '\n' : '';
    })
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}
