// Walks a page's tree and writes down its passages: headings, paragraphs, lists, tables, quotations, code, notes. What is
// skipped was decided before (furniture.ts); nothing is run, loaded or resolved.

import type { Element, Nodes, Parents } from 'hast';
import type { DraftBlock } from '../../../core/canonical-text.ts';
import type { BlockKind, Run, RunStyle } from '../../../core/document.ts';
import { readLines, wrapWidth } from '../text/lines.ts';
import { passagesOf } from '../text/passages.ts';
import { inlineText, raisedDigits } from './inline.ts';
import { labeller } from './list-label.ts';
import { readTable, type ReadTable } from './table.ts';

/** What the next passage is, by the elements around it. */
type Shape = { kind: BlockKind; level: number; label: string | null };

type Surroundings = { kind: 'paragraph' | 'quote' | 'note' | 'caption'; listDepth: number };

const styles = new Map<string, RunStyle>([
  ...['strong', 'b'].map((name): [string, RunStyle] => [name, 'strong']),
  ...['em', 'i', 'cite', 'dfn', 'var', 'u'].map((name): [string, RunStyle] => [name, 'emphasis']),
  ...['code', 'kbd', 'samp', 'tt'].map((name): [string, RunStyle] => [name, 'code']),
]);

const blockElements = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre section summary table tbody td tfoot th thead tr ul xmp'.split(' '),
);

const noteId = /^(?:user-content-)?(?:cite_note-.*|(?:fn|footnote|endnote|note|ftn?|_ftn|_edn)[-_:.]?)\d+$/i;
/** Arrows that lead from a note back to its sign. */
const backReference = /^(?:[\s\u2191\u21a9\u2934^]|\ufe0e)*$/u;

export type PageContext = {
  skipped: ReadonlySet<Nodes>;
  /** For resolving links; null when the page does not say where it was. */
  base: string | null;
  /** Whether list numbers are counted as a browser does, or stand in the text as `span.printed-number`. */
  listLabels?: 'counted' | 'printed';
};

/** `source` is the text with the page's own line breaks and a blank line between passages, for forms such as cables. */
export function readBlocks(roots: Nodes[], context: PageContext): { drafts: DraftBlock[]; source: string } {
  const reader = new BlockReader(context);
  for (const root of roots) reader.readRoot(root);
  return { drafts: reader.drafts, source: reader.sources.join('\n\n') };
}

class BlockReader {
  readonly drafts: DraftBlock[] = [];
  readonly sources: string[] = [];
  private readonly context: PageContext;
  private readonly inline = inlineText();
  private shape: Shape | null = null;
  private pictures: string[] = [];
  private tables = 0;

  constructor(context: PageContext) {
    this.context = context;
  }

  readRoot(root: Nodes): void {
    this.visit(root, { kind: 'paragraph', listDepth: 0 });
    this.end('paragraph');
  }

  /** Ends the passage being read, if there is any text in it. */
  private end(kind: BlockKind): void {
    const { text, runs } = this.inline.take();
    if (text !== '') {
      this.write({ ...(this.shape ?? { kind, level: 0, label: null }), text, runs });
      this.shape = null;
    }
    for (const picture of this.pictures.splice(0)) this.write({ kind: 'caption', text: picture });
  }

  private write(draft: DraftBlock, source = draft.label ? `${draft.label}. ${draft.text}` : draft.text): void {
    this.drafts.push(draft);
    if (source) this.sources.push(source);
  }

  private visitChildren(parent: Parents, around: Surroundings): void {
    for (const child of parent.children) this.visit(child, around);
  }

  private visit(node: Nodes, around: Surroundings): void {
    if (node.type === 'text') this.inline.add(node.value);
    if (this.context.skipped.has(node)) return;
    if (node.type === 'root') this.visitChildren(node, around);
    if (node.type !== 'element') return;
    if (blockElements.has(node.tagName)) {
      this.end(around.kind);
      this.visitBlock(node, around);
      this.end(around.kind);
    } else this.visitInline(node, around);
  }

  private visitBlock(element: Element, around: Surroundings): void {
    const { tagName } = element;
    switch (tagName) {
      case 'h1': case 'h2': case 'h3': case 'h4': case 'h5': case 'h6':
        this.visitAs(element, around, headingShape(element));
        return;
      case 'ul': case 'ol': case 'menu': case 'dir':
        this.visitList(element, around);
        return;
      case 'li': case 'dd':
        this.visitAs(element, around, { kind: 'list-item', level: Math.max(1, around.listDepth), label: null });
        return;
      case 'dl':
        this.visitChildren(element, { ...around, listDepth: around.listDepth + 1 });
        return;
      case 'blockquote':
        this.visitWithin(element, { ...around, kind: 'quote' });
        return;
      case 'figcaption':
        this.visitWithin(element, { ...around, kind: 'caption' });
        return;
      case 'pre': case 'listing': case 'xmp':
        this.visitPreformatted(element);
        return;
      case 'table':
        this.visitTable(element, around);
        return;
      default:
        if (classNames(element).includes('document-caption')) this.visitWithin(element, { ...around, kind: 'caption' });
        else this.visitChildren(element, around);
    }
  }

  private visitWithin(element: Element, around: Surroundings): void {
    this.visitChildren(element, around);
    this.end(around.kind);
  }

  private visitAs(element: Element, around: Surroundings, shape: Shape): void {
    this.shape = shape;
    this.visitChildren(element, around);
    this.end(around.kind);
    this.shape = null;
  }

  private visitList(list: Element, around: Surroundings): void {
    const listDepth = Math.min(around.listDepth + 1, 9);
    const counted = labeller(list);
    for (const child of list.children) {
      if (child.type !== 'element' || child.tagName !== 'li' || this.context.skipped.has(child)) {
        this.visit(child, { ...around, listDepth });
        continue;
      }
      const note = isNote(child);
      const number = counted(child);
      const label = note || this.context.listLabels !== 'printed' ? number : null;
      this.end(around.kind);
      if (note) this.visitAs(child, { kind: 'note', listDepth: 0 }, { kind: 'note', level: 0, label });
      else this.visitAs(child, { ...around, listDepth }, { kind: 'list-item', level: listDepth, label });
    }
  }

  private visitPreformatted(element: Element): void {
    const text = rawText(element, this.context.skipped).replace(/\t/g, '    ').replace(/^\n+|\s+$/g, '');
    if (text === '') return;
    if (!isProse(element, text)) {
      this.write({ kind: 'code', text });
      return;
    }
    const lines = readLines(text);
    const drafts = passagesOf(lines, wrapWidth(lines));
    const before = this.tables;
    for (const draft of drafts) {
      if (typeof draft.table === 'number') {
        this.tables = Math.max(this.tables, before + draft.table + 1);
        this.write({ ...draft, table: before + draft.table }, '');
      } else this.write(draft, '');
    }
    this.sources.push(text);
  }

  private visitTable(element: Element, around: Surroundings): void {
    const table = readTable(element, this.context.skipped, (cell) => this.readCell(cell));
    if (table === null) {
      this.visitChildren(element, around);
      return;
    }
    this.writeTable(table);
  }

  private writeTable(table: ReadTable): void {
    const index = this.tables++;
    for (const { text, runs } of table.captions) this.write({ kind: 'caption', text, runs, table: index });
    for (const row of table.rows) this.write({ ...row, table: index });
  }

  /** The passages of a cell as one text, a line each. */
  private readCell(cell: Element): { text: string; runs: Run[] } {
    const inner = new BlockReader(this.context);
    inner.visitChildren(cell, { kind: 'paragraph', listDepth: 0 });
    inner.end('paragraph');
    let text = '';
    const runs: Run[] = [];
    for (const draft of inner.drafts) {
      if (text !== '') text += '\n';
      const label = draft.label ? `${draft.label} ` : '';
      for (const run of draft.runs ?? []) runs.push({ ...run, start: run.start + text.length + label.length, end: run.end + text.length + label.length });
      text += label + draft.text.replaceAll('\t', ' ');
    }
    return { text, runs };
  }

  private visitInline(element: Element, around: Surroundings): void {
    const { tagName } = element;
    if (tagName === 'br') {
      if (!this.inline.breakLine()) this.end(around.kind);
      return;
    }
    if (tagName === 'img') {
      const text = String(element.properties['alt'] ?? '').replace(/\s+/g, ' ').trim();
      if (text) this.pictures.push(text);
      return;
    }
    if (tagName === 'span' && classNames(element).includes('printed-number')) {
      this.shape = { kind: around.kind, level: 0, ...this.shape, label: rawText(element, this.context.skipped) };
      return;
    }
    if (tagName === 'sup' || tagName === 'sub') {
      this.visitRaised(element, around);
      return;
    }
    if (tagName === 'q') this.inline.add('“');
    const link = tagName === 'a' ? this.linkOf(element) : undefined;
    if (link === 'back') return;
    const style = tagName === 'a' && link ? 'link' : styles.get(tagName);
    if (style) this.inline.open(style, link ?? null);
    this.visitChildren(element, around);
    if (style) this.inline.close();
    if (tagName === 'q') this.inline.add('”');
  }

  private visitRaised(element: Element, around: Surroundings): void {
    const raised = raisedDigits(rawText(element, this.context.skipped), element.tagName === 'sub');
    if (raised !== null) {
      this.inline.add(raised);
      return;
    }
    if (element.tagName === 'sup') this.inline.open('superscript');
    this.visitChildren(element, around);
    if (element.tagName === 'sup') this.inline.close();
  }

  /** Where a link leads; 'back' for the arrow from a note to its sign; undefined when it leads to no page of the web. */
  private linkOf(element: Element): string | undefined {
    const href = String(element.properties['href'] ?? '');
    if (href.startsWith('#')) return backReference.test(rawText(element, this.context.skipped)) && href.length > 1 ? 'back' : undefined;
    try {
      const url = this.context.base === null ? new URL(href) : new URL(href, this.context.base);
      return /^(?:https?|mailto):$/.test(url.protocol) ? url.href : undefined;
    } catch {
      return undefined;
    }
  }
}

function headingShape(element: Element): Shape {
  if (classNames(element).includes('document-title')) return { kind: 'title', level: 0, label: null };
  return { kind: 'heading', level: Number(element.tagName.charAt(1)), label: null };
}

function classNames({ properties }: Element): string[] {
  const names = properties['className'];
  return Array.isArray(names) ? names.map(String) : [];
}

function isNote({ properties }: Element): boolean {
  return typeof properties['id'] === 'string' && noteId.test(properties['id']);
}

function rawText(node: Nodes, skipped: ReadonlySet<Nodes>): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  if (!('children' in node) || skipped.has(node)) return '';
  return node.children.map((child) => rawText(child, skipped)).join('');
}

/** Some pages print whole documents, such as cables, in one preformatted element: many words and few signs of programs. */
const proseWords = 40;

function isProse(element: Element, text: string): boolean {
  const first = element.children.find((child) => child.type === 'element');
  if (first?.type === 'element' && first.tagName === 'code') return false;
  const words = text.match(/\p{L}{2,}/gu)?.length ?? 0;
  const signs = text.match(/[{}<>;=|\\+*&^%$#@_[\]]/g)?.length ?? 0;
  return words >= proseWords && signs < words / 8;
}
