// What a Rich Text document declares at its head: fonts with their character sets, styles of paragraphs, properties.

import { charsetEncoding, codePageEncoding } from './words.ts';

export type ParagraphStyle = { name: string; /** Level of a heading from 1, else 0. */ outline: number };

export class DocumentTables {
  readonly properties: Record<string, string> = {};
  private readonly styles = new Map<number, ParagraphStyle>();
  private readonly fonts = new Map<number, string | null>();
  private font = 0;
  private style = 0;
  private outline = 0;

  /** Null when the font follows the encoding of the document. */
  fontEncoding(font: number): string | null {
    return this.fonts.get(font) ?? null;
  }

  styleOf(number: number): ParagraphStyle {
    return this.styles.get(number) ?? { name: '', outline: 0 };
  }

  fontWord(name: string, number: number | null): void {
    if (name === 'f') this.font = number ?? 0;
    else if (name === 'fcharset') this.fonts.set(this.font, charsetEncoding(number ?? 0));
    else if (name === 'cpg' && number !== null) this.fonts.set(this.font, codePageEncoding(number));
  }

  openStyle(): void {
    this.style = 0;
    this.outline = 0;
  }

  styleWord(name: string, number: number | null): void {
    if (name === 's') this.style = number ?? 0;
    // Styles of characters have other numbers.
    else if (name === 'cs' || name === 'ds' || name === 'ts') this.style = -1;
    else if (name === 'outlinelevel') this.outline = (number ?? 9) + 1;
  }

  closeStyle(name: string): void {
    if (name !== '') this.styles.set(this.style, { name: name.replace(/;$/, ''), outline: this.outline });
  }

  dateWord(name: string, number: number | null): void {
    if (name === 'yr' && number !== null && number > 1900) this.properties['created'] = String(number);
    else if ((name === 'mo' || name === 'dy') && this.properties['created']) this.properties['created'] += `-${String(number ?? 0).padStart(2, '0')}`;
  }
}
