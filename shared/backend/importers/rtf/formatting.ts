// The control words of Rich Text that shape paragraphs, characters and table rows. It reads no text.

import type { RtfPage, Shape } from './page.ts';
import type { State } from './state.ts';
import type { DocumentTables } from './tables.ts';

type Paragraph = { style: number; outline: number; level: number; isList: boolean; inTable: boolean };

const plainParagraph: Paragraph = { style: 0, outline: 0, level: 0, isList: false, inTable: false };
const deepestHeading = 6;

export class Formatting {
  private readonly page: RtfPage;
  private readonly tables: DocumentTables;
  private paragraph: Paragraph = { ...plainParagraph };
  private isHeaderRow = false;
  /** For each cell of the row, whether it only lengthens the one before it. */
  private merged: boolean[] = [];
  private isMerged = false;

  constructor(page: RtfPage, tables: DocumentTables) {
    this.page = page;
    this.tables = tables;
  }

  apply(name: string, number: number | null, state: State): void {
    if (this.applyToParagraph(name, number) || this.applyToRow(name)) return;
    const on = number !== 0;
    if (name === 'line') this.page.breakLine();
    else if (name === 'plain') Object.assign(state, { bold: false, italic: false, position: null, hidden: false });
    else if (name === 'b') state.bold = on;
    else if (name === 'i') state.italic = on;
    else if (name === 'super') state.position = on ? 'sup' : null;
    else if (name === 'sub') state.position = on ? 'sub' : null;
    else if (name === 'nosupersub') state.position = null;
    // Rich Text made of a web page: what stands in "htmlrtf" is only for programs that cannot read the page.
    else if (name === 'v' || name === 'htmlrtf') state.hidden = on;
  }

  private applyToParagraph(name: string, number: number | null): boolean {
    const { paragraph } = this;
    if (name === 'par' || name === 'sect' || name === 'nestrow') this.page.endParagraph(this.shape());
    else if (name === 'pard') this.paragraph = { ...plainParagraph };
    else if (name === 'intbl') paragraph.inTable = number !== 0;
    else if (name === 's') paragraph.style = number ?? 0;
    else if (name === 'outlinelevel') paragraph.outline = (number ?? 9) + 1;
    else if (name === 'ls') paragraph.isList = number !== 0;
    else if (name === 'ilvl') paragraph.level = Math.max(0, number ?? 0);
    else return false;
    return true;
  }

  private applyToRow(name: string): boolean {
    if (name === 'cell') this.page.endCell(this.shape());
    else if (name === 'row') this.page.endRow(this.isHeaderRow, this.merged);
    else if (name === 'trowd') {
      this.isHeaderRow = false;
      this.merged = [];
      this.isMerged = false;
    } else if (name === 'trhdr') this.isHeaderRow = true;
    else if (name === 'clmrg') this.isMerged = true;
    else if (name === 'cellx') {
      this.merged.push(this.isMerged);
      this.isMerged = false;
    } else return false;
    return true;
  }

  private shape(): Shape {
    const { style, outline, level, isList, inTable } = this.paragraph;
    const { name, outline: styleOutline } = this.tables.styleOf(style);
    const named = /^(?:heading|überschrift|titre|título|titolo|заголовок) ?([1-9])$/iu.exec(name)?.[1];
    const heading = Number(named ?? (outline || styleOutline));
    return {
      kind: /^title$/i.test(name) ? 'title' : /^caption$/i.test(name) ? 'caption' : /^(?:intense )?quote$|^quotations?$/i.test(name) ? 'quote' : 'paragraph',
      heading: heading >= 1 && heading <= 9 ? Math.min(deepestHeading, heading) : 0,
      list: isList ? level + 1 : 0,
      inTable,
    };
  }
}
