// Collects the paragraphs, rows and notes of a Rich Text document as the tree of a page. It knows nothing of control words.

import type { Element, ElementContent } from 'hast';
import { element, noteItem, printedNumber, textNode } from '../html/tree.ts';

export type Look = { bold: boolean; italic: boolean; position: 'sup' | 'sub' | null; link: string | null };

export type Shape = {
  kind: 'paragraph' | 'title' | 'caption' | 'quote';
  /** 1..6 for headings, else 0. */
  heading: number;
  /** Depth from 1 of a list item, else 0. */
  list: number;
  inTable: boolean;
};

type Row = { cells: Element[]; isHeader: boolean };

/** A place that paragraphs go to: the document itself, a note or a text box. */
class Flow {
  readonly blocks: Element[] = [];
  pieces: ElementContent[] = [];
  label = '';
  /** Paragraphs of the cell and cells of the row being read. */
  cell: Element[] = [];
  row: Element[] = [];
  rows: Row[] = [];
}

export class RtfPage {
  private readonly flows: Flow[] = [new Flow()];
  private readonly notes: Element[] = [];
  private readonly boxes: Element[] = [];

  private get flow(): Flow {
    return this.flows.at(-1) as Flow;
  }

  get noteCount(): number {
    return this.notes.length;
  }

  add(text: string, { bold, italic, position, link }: Look): void {
    let node: ElementContent = textNode(text);
    if (position !== null) node = element(position, [node]);
    else if (bold) node = element('strong', [node]);
    else if (italic) node = element('em', [node]);
    this.flow.pieces.push(link === null ? node : element('a', [node], { href: link }));
  }

  breakLine(): void {
    this.flow.pieces.push(element('br'));
  }

  label(text: string): void {
    this.flow.label += text;
  }

  endParagraph(shape: Shape): void {
    const { flow } = this;
    const pieces = joined(flow.pieces);
    const label = flow.label.replace(/\s+/g, ' ').trim();
    flow.pieces = [];
    flow.label = '';
    if (shape.inTable) {
      if (pieces.length > 0) flow.cell.push(element('p', label === '' ? pieces : [textNode(`${label} `), ...pieces]));
      return;
    }
    this.endTable();
    if (pieces.length > 0) flow.blocks.push(blockOf(pieces, label, shape));
  }

  endCell(shape: Shape): void {
    this.endParagraph({ ...shape, inTable: true });
    this.flow.row.push(element('td', this.flow.cell));
    this.flow.cell = [];
  }

  /** `merged` are the cells that only lengthen the one before them. */
  endRow(isHeader: boolean, merged: readonly boolean[]): void {
    const { flow } = this;
    if (flow.cell.length > 0 || flow.pieces.length > 0) this.endCell({ kind: 'paragraph', heading: 0, list: 0, inTable: true });
    const cells: Element[] = [];
    for (const [at, cell] of flow.row.entries()) {
      const before = cells.at(-1);
      if (!merged[at] || !before) cells.push(cell);
      else {
        before.properties['colSpan'] = Number(before.properties['colSpan'] ?? 1) + 1;
        before.children.push(...cell.children);
      }
    }
    flow.row = [];
    if (cells.length > 0) flow.rows.push({ cells, isHeader });
  }

  private endTable(): void {
    const { flow } = this;
    if (flow.row.length > 0 || flow.cell.length > 0) this.endRow(false, []);
    if (flow.rows.length === 0) return;
    const rows = flow.rows.splice(0).map(({ cells, isHeader }) => element('tr', isHeader ? cells.map((cell) => ({ ...cell, tagName: 'th' })) : cells));
    flow.blocks.push(element('table', rows));
  }

  openFlow(): void {
    this.flows.push(new Flow());
  }

  private closeFlow(): Element[] {
    this.endParagraph({ kind: 'paragraph', heading: 0, list: 0, inTable: false });
    return this.flows.length > 1 ? (this.flows.pop()?.blocks ?? []) : [];
  }

  /** Ends a note, and leaves its sign where it is called. */
  closeNote(sign: string): void {
    const children = this.closeFlow();
    this.notes.push(noteItem(sign, this.notes.length + 1, children));
  }

  closeBox(): void {
    this.boxes.push(...this.closeFlow());
  }

  finish(): Element {
    while (this.flows.length > 1) this.closeBox();
    this.endParagraph({ kind: 'paragraph', heading: 0, list: 0, inTable: false });
    const blocks = [...this.flow.blocks, ...this.boxes];
    if (this.notes.length > 0) blocks.push(element('ol', this.notes));
    return element('div', blocks);
  }
}

/** Pieces without those that are only blanks around nothing. */
function joined(pieces: ElementContent[]): ElementContent[] {
  return pieces.some((piece) => hasText(piece)) ? pieces : [];
}

function hasText(node: ElementContent): boolean {
  return node.type === 'text' ? node.value.trim() !== '' : node.type === 'element' && node.children.some(hasText);
}

const deepestList = 9;

function blockOf(pieces: ElementContent[], label: string, { kind, heading, list }: Shape): Element {
  // A bullet is a sign, not a number to be cited.
  const printed = label === '' || !/[\p{L}\p{N}]/u.test(label) ? [] : [printedNumber(label.replace(/(\w)\.$/, '$1'))];
  const children = [...printed, ...pieces];
  if (kind === 'title') return element('h1', children, { className: ['document-title'] });
  if (heading > 0) return element(`h${heading}`, children);
  if (kind === 'caption') return element('div', children, { className: ['document-caption'] });
  if (list > 0 || label !== '') {
    let block = element('li', children);
    for (let depth = 0; depth < Math.min(deepestList, Math.max(1, list)); depth++) block = element('ul', [block]);
    return block;
  }
  return kind === 'quote' ? element('blockquote', [element('p', children)]) : element('p', children);
}
