// Turns the content of an OpenDocument text into the tree of a page. What is not text for a reader is kept as left out:
// deleted text, comments, tables of contents, cells under others.

import type { Element, ElementContent } from 'hast';
import type { LeftOut, Warning } from '../../../core/document.ts';
import { element, noteItem, printedNumber, textNode } from '../html/tree.ts';
import type { XmlEvents } from '../xml-part.ts';
import { Counter } from './numbering.ts';
import type { StyleSheet } from './styles.ts';

type List = { style: string; counter: Counter; level: number };

/** Elements whose text is kept, but not in the reading text. */
const asides: Readonly<Record<string, string>> = {
  'office:annotation': 'comment',
  'text:deletion': 'deleted text of tracked changes',
  'text:table-of-content': 'table of contents',
  'text:alphabetical-index': 'index',
  'text:illustration-index': 'table of contents',
  'text:table-index': 'table of contents',
  'text:ruby-text': 'reading aid above the text',
  'table:covered-table-cell': 'under a cell that spans several',
  'office:change-info': 'who changed the text and when',
};
/** Text in these is none for readers. */
const machinery = new Set(['office:scripts', 'office:font-face-decls', 'office:automatic-styles', 'office:forms', 'text:variable-decls', 'text:sequence-decls', 'text:user-field-decls', 'text:dde-connection-decls', 'office:binary-data', 'office:event-listeners']);
/** A cell or row that says it stands for many is decoration beyond this. */
const mostRepeats = 64;

export class OdtReader implements XmlEvents {
  private readonly styles: StyleSheet;
  private readonly root = element('div');
  /** The elements being filled, innermost last; null for one that adds no element of its own. */
  private readonly stack: { name: string; node: Element | null; repeats: number }[] = [];
  private at: Element = this.root;
  private readonly notes: Element[] = [];
  private readonly floating: Element[] = [];
  private readonly lists: List[] = [];
  private readonly counters = new Map<string, Counter>();
  private readonly headings = new Counter();
  private readonly leftOut: LeftOut[] = [];
  private aside: { name: string; depth: number; parts: string[] } | null = null;
  private unread = 0;
  private paragraphs = 0;
  private noteSign = '';
  private itemNumber = '';
  private isHeaderRow = false;
  private changes = 0;
  private pictures = 0;
  private objects = 0;

  constructor(styles: StyleSheet) {
    this.styles = styles;
  }

  finish(): { root: Element; leftOut: LeftOut[]; warnings: Warning[] } {
    if (this.aside) this.closeAside();
    this.root.children.push(...this.floating.splice(0));
    if (this.notes.length > 0) this.root.children.push(element('ol', this.notes));
    const warnings: Warning[] = [];
    const warn = (count: number, code: string, message: (counted: string) => string, one: string): void => {
      if (count > 0) warnings.push({ code, message: message(`${count.toLocaleString('en')} ${one}${count === 1 ? '' : 's'}`) });
    };
    warn(this.leftOut.filter(({ reason }) => reason === 'comment').length, 'comments', (counted) => `The document has ${counted}; they are not part of the reading text.`, 'comment');
    warn(this.changes, 'tracked-changes', (counted) => `The document has ${counted}; it was read as if all were accepted.`, 'tracked change');
    warn(this.pictures, 'pictures', (counted) => `${counted} of the document cannot be shown in the reading text.`, 'picture');
    warn(this.objects, 'objects', (counted) => `${counted} (charts, formulas, sheets) of the document cannot be shown in the reading text.`, 'embedded object');
    return { root: this.root, leftOut: this.leftOut, warnings };
  }

  open(name: string, attributes: Record<string, string>): void {
    if (this.aside) {
      this.aside.depth++;
      if (/^text:(?:p|h|tab|s|line-break)$/.test(name)) this.aside.parts.push(' ');
      return;
    }
    if (this.unread > 0 || machinery.has(name)) {
      this.unread++;
      return;
    }
    if (Object.hasOwn(asides, name)) {
      this.aside = { name, depth: 1, parts: [] };
      return;
    }
    if (name === 'text:changed-region') this.changes++;
    const repeats = Math.min(mostRepeats, Number(attributes['table:number-columns-repeated'] ?? attributes['table:number-rows-repeated'] ?? 1) || 1);
    const node = this.elementOf(name, attributes);
    this.stack.push({ name, node, repeats });
    if (node) this.at = node;
  }

  close(name: string): void {
    if (this.aside) {
      if (--this.aside.depth === 0) this.closeAside();
      return;
    }
    if (this.unread > 0) {
      this.unread--;
      return;
    }
    const closed = this.stack.pop();
    if (!closed) return;
    const inner = closed.node;
    this.at = this.stack.findLast(({ node }) => node !== null)?.node ?? this.root;
    if (inner) this.place(name, inner, closed.repeats);
    if (name === 'text:list') this.lists.pop();
    if (name === 'table:table-header-rows') this.isHeaderRow = false;
    if (/^text:[ph]$/.test(name) && --this.paragraphs === 0) this.at.children.push(...this.floating.splice(0));
  }

  text(text: string): void {
    if (this.aside) this.aside.parts.push(text);
    // Between paragraphs there is only the indentation of the file.
    else if (this.unread === 0 && (this.paragraphs > 0 || text.trim() !== '')) {
      const holder = this.stack.at(-1)?.name ?? '';
      if (holder === 'text:note-citation') this.noteSign += text;
      else if (holder === 'text:number') this.itemNumber += text;
      else this.at.children.push(textNode(text));
    }
  }

  private closeAside(): void {
    const { name, parts } = this.aside ?? { name: '', parts: [] };
    this.aside = null;
    const text = parts.join('').replace(/\s+/g, ' ').trim();
    if (text !== '') this.leftOut.push({ text, reason: asides[name] ?? 'left out', page: null });
  }

  private elementOf(name: string, attributes: Record<string, string>): Element | null {
    switch (name) {
      case 'text:h':
        return this.heading(attributes);
      case 'text:p':
        return this.paragraph(attributes);
      case 'text:list':
        this.openList(attributes);
        return element('ul');
      case 'text:list-item':
        this.itemNumber = this.nextNumber(attributes);
        return element('li');
      case 'text:list-header':
        this.itemNumber = '';
        return element('li');
      case 'text:span':
        return this.span(attributes['text:style-name'] ?? '');
      case 'text:a':
      case 'draw:a':
        return element('a', [], { href: attributes['xlink:href'] ?? '' });
      case 'text:note':
        this.noteSign = '';
        return null;
      case 'text:note-body':
        return element('div');
      case 'table:table':
        return element('table');
      case 'table:table-header-rows':
        this.isHeaderRow = true;
        return null;
      case 'table:table-row':
        return element('tr');
      case 'table:table-cell':
        return element(this.isHeaderRow ? 'th' : 'td', [], { colSpan: Number(attributes['table:number-columns-spanned'] ?? 1), rowSpan: Number(attributes['table:number-rows-spanned'] ?? 1) });
      case 'draw:text-box':
        return element('div');
      case 'draw:image':
        this.pictures++;
        return null;
      case 'draw:object':
      case 'draw:object-ole':
        this.objects++;
        return null;
      case 'svg:title':
      case 'svg:desc':
        return element('div');
      case 'text:line-break':
        return element('br');
      case 'text:tab':
      case 'text:s':
        return element('span', [textNode(' ')]);
      default:
        return null;
    }
  }

  private place(name: string, node: Element, repeats: number): void {
    if (name === 'text:note-body') {
      this.notes.push(noteItem(this.noteSign.trim(), this.notes.length + 1, node.children));
      this.at.children.push(element('sup', [textNode(this.noteSign)]));
    } else if (name === 'draw:text-box') this.floating.push(node);
    else if (name === 'svg:title' || name === 'svg:desc') {
      const alt = node.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      this.floating.push(element('div', [textNode(alt)], { className: ['document-caption'] }));
    } else if (name.startsWith('table:table-') && repeats > 1) {
      const repeated: ElementContent[] = Array.from({ length: repeats }, () => node);
      this.at.children.push(...repeated);
    } else if (name === 'text:p' && this.styles.paragraphRole(String(node.properties['dataStyle'] ?? '')) === 'quote') this.at.children.push(element('blockquote', [node]));
    else this.at.children.push(node);
  }

  private heading(attributes: Record<string, string>): Element {
    this.paragraphs++;
    const level = Math.min(6, Math.max(1, Number(attributes['text:outline-level'] ?? 1) || 1));
    // A heading inside a list has the number of the list.
    const number = this.lists.length > 0 ? this.takeNumber() : attributes['text:is-list-header'] === 'true' ? '' : this.headings.next(level, this.styles.outline, startOf(attributes));
    return element(`h${level}`, number === '' ? [] : [printedNumber(number)]);
  }

  private paragraph(attributes: Record<string, string>): Element {
    this.paragraphs++;
    const style = attributes['text:style-name'] ?? '';
    const role = this.lists.length > 0 ? 'plain' : this.styles.paragraphRole(style);
    const number = this.takeNumber();
    const children = number === '' ? [] : [printedNumber(number)];
    if (role === 'title') return element('h1', children, { className: ['document-title'] });
    if (role === 'subtitle') return element('h2', children);
    if (role === 'caption') return element('div', children, { className: ['document-caption'] });
    return element('p', children, role === 'quote' ? { dataStyle: style } : {});
  }

  private span(style: string): Element {
    const { bold, italic, position } = this.styles.emphasis(style);
    return element(position ?? (bold ? 'strong' : italic ? 'em' : 'span'));
  }

  private openList(attributes: Record<string, string>): void {
    const outer = this.lists.at(-1);
    const style = attributes['text:style-name'] ?? outer?.style ?? '';
    if (outer) {
      this.lists.push({ style, counter: outer.counter, level: Math.min(10, outer.level + 1) });
      return;
    }
    const goesOn = attributes['text:continue-numbering'] === 'true' || attributes['text:continue-list'] !== undefined;
    const counter = (goesOn ? this.counters.get(style) : undefined) ?? new Counter();
    this.counters.set(style, counter);
    this.lists.push({ style, counter, level: 1 });
  }

  private nextNumber(attributes: Record<string, string>): string {
    const list = this.lists.at(-1);
    return list ? list.counter.next(list.level, this.styles.listLevels(list.style), startOf(attributes)) : '';
  }

  /** The number of an item stands before its first paragraph only. */
  private takeNumber(): string {
    const number = this.itemNumber;
    this.itemNumber = '';
    return number;
  }
}

function startOf(attributes: Record<string, string>): number | null {
  const start = attributes['text:start-value'];
  return start === undefined ? null : Number(start) || 0;
}
