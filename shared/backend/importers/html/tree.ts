// Makes elements of a page's tree, for formats that are read through the same block builder as pages.

import type { Element, ElementContent } from 'hast';

export function element(tagName: string, children: ElementContent[] = [], properties: Element['properties'] = {}): Element {
  return { type: 'element', tagName, properties, children };
}

export function textNode(value: string): ElementContent {
  return { type: 'text', value };
}

/** The number or sign that is printed before a passage and is not part of its text. */
export function printedNumber(number: string): Element {
  return element('span', [textNode(number)], { className: ['printed-number'] });
}

/** A note at the end of the document under its sign. */
export function noteItem(sign: string, id: number, children: ElementContent[]): Element {
  return element('li', sign === '' ? children : [printedNumber(sign), ...children], { id: `fn${id}` });
}
