// Writes the text of a block back as a Markdown tree, one level of headings below the title of the brief.

import type { BlockContent, PhrasingContent, Text } from 'mdast';
import { citationText } from '../layout/wording.ts';
import { printable } from '../prose/characters.ts';
import type { Inline, Prose, ProseBlock } from '../prose/tree.ts';

export function proseNodes(prose: Prose): BlockContent[] {
  return prose.blocks.map(blockNode);
}

export function text(value: string): Text {
  return { type: 'text', value: printable(value) };
}

/** Text whose newlines are hard line breaks. */
export function lines(value: string): PhrasingContent[] {
  return printable(value)
    .split('\n')
    .flatMap((line, index): PhrasingContent[] => (index === 0 ? [text(line)] : [{ type: 'break' }, text(line)]));
}

function blockNode(block: ProseBlock): BlockContent {
  switch (block.kind) {
    case 'paragraph':
      return { type: 'paragraph', children: inlineNodes(block.children) };
    case 'heading':
      return { type: 'heading', depth: headingDepths[block.level], children: inlineNodes(block.children) };
    case 'quote':
      return { type: 'blockquote', children: block.children.map(blockNode) };
    case 'list':
      return {
        type: 'list',
        ordered: block.start !== null,
        start: block.start,
        spread: false,
        children: block.items.map((item) => ({ type: 'listItem', spread: false, checked: item.checked, children: item.children.map(blockNode) })),
      };
    case 'code':
      return { type: 'code', value: block.text };
    case 'table':
      return { type: 'table', align: block.align, children: block.rows.map((row) => ({ type: 'tableRow', children: row.map((cell) => ({ type: 'tableCell', children: inlineNodes(cell) })) })) };
    case 'rule':
      return { type: 'thematicBreak' };
  }
}

const headingDepths = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 6 } as const;

function inlineNodes(inlines: readonly Inline[]): PhrasingContent[] {
  return inlines.map((inline): PhrasingContent => {
    switch (inline.kind) {
      case 'text':
        return text(inline.text);
      case 'strong':
      case 'emphasis':
        return { type: inline.kind, children: inlineNodes(inline.children) };
      case 'deleted':
        return { type: 'delete', children: inlineNodes(inline.children) };
      case 'code':
        return { type: 'inlineCode', value: inline.text };
      case 'link':
        return { type: 'link', url: inline.url, children: inlineNodes(inline.children) };
      case 'break':
        return { type: 'break' };
      case 'citation':
        return text(citationText(inline.citations));
    }
  });
}
