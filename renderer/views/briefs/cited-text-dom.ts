// The text of a block in an editable element: plain text, and each citation as a chip that is one character to the caret.
// Reads the Markdown and the caret from the element, and writes them back. What a chip says is the owner's.

import { parseReferences, type Reference } from '../../../shared/core/brief.ts';

/** Offsets into the Markdown; start and end are equal for a caret. */
export type Selected = { start: number; end: number };

export type ChipWords = { label: string; title: string; isMissing: boolean };

export function draw(root: HTMLElement, markdown: string, wordsOf: (references: readonly Reference[]) => ChipWords): void {
  const nodes: Node[] = [];
  let from = 0;
  for (const group of parseReferences(markdown)) {
    if (group.start > from) nodes.push(document.createTextNode(markdown.slice(from, group.start)));
    nodes.push(chip(markdown.slice(group.start, group.end), group.references, wordsOf(group.references)));
    from = group.end;
  }
  const rest = markdown.slice(from);
  // A line break at the very end is not drawn unless something follows it, and a chip at the end leaves no place for the caret.
  nodes.push(document.createTextNode(rest === '' || rest.endsWith('\n') ? `${rest}\n` : rest));
  root.replaceChildren(...nodes);
}

function chip(markdown: string, references: readonly Reference[], { label, title, isMissing }: ChipWords): HTMLElement {
  const element = document.createElement('span');
  element.className = isMissing ? 'brief-citation brief-citation-missing' : 'brief-citation';
  element.contentEditable = 'false';
  element.dataset['markdown'] = markdown;
  const [first] = references;
  if (first?.kind === 'annotation') element.dataset['annotation'] = first.id;
  if (first?.kind === 'document') element.dataset['document'] = first.id;
  element.title = title;
  element.textContent = label;
  return element;
}

/** The Markdown in the element; the line break that only holds the last line open is not part of it. */
export function read(root: HTMLElement): string {
  return [...root.childNodes].map(markdownOf).join('').replace(/\n$/, '');
}

function markdownOf(node: Node): string {
  if (node instanceof HTMLElement) {
    const own = node.dataset['markdown'];
    if (own !== undefined) return own;
    return node.tagName === 'BR' ? '\n' : [...node.childNodes].map(markdownOf).join('');
  }
  return node.textContent ?? '';
}

export function selection(root: HTMLElement): Selected | null {
  const selected = document.getSelection();
  if (!selected || selected.rangeCount === 0) return null;
  const range = selected.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return null;
  const length = read(root).length;
  return { start: Math.min(length, offsetOf(root, range.startContainer, range.startOffset)), end: Math.min(length, offsetOf(root, range.endContainer, range.endOffset)) };
}

function offsetOf(root: HTMLElement, container: Node, offset: number): number {
  const before = document.createRange();
  before.setStart(root, 0);
  before.setEnd(container, offset);
  const holder = document.createElement('div');
  holder.append(before.cloneContents());
  return [...holder.childNodes].map(markdownOf).join('').length;
}

export function select(root: HTMLElement, { start, end }: Selected): void {
  const from = placeOf(root, start);
  const to = placeOf(root, end);
  document.getSelection()?.setBaseAndExtent(from.node, from.offset, to.node, to.offset);
}

function placeOf(root: HTMLElement, offset: number): { node: Node; offset: number } {
  let rest = offset;
  for (const [index, node] of [...root.childNodes].entries()) {
    const length = markdownOf(node).length;
    if (node instanceof Text && rest <= length) return { node, offset: rest };
    if (rest < length) return { node: root, offset: index };
    rest -= length;
  }
  return { node: root, offset: root.childNodes.length };
}
