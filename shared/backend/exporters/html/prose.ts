// Writes the text of a block as HTML. Headings inside a text rank below the title of the page.

import type { Inline, Prose, ProseBlock } from '../prose/tree.ts';
import { citationLinks, type CitationTargets } from './citations.ts';
import { markup, type Markup } from './markup.ts';

export function proseMarkup(prose: Prose, targets: CitationTargets): Markup[] {
  return prose.blocks.map((block) => blockMarkup(block, targets));
}

function blockMarkup(block: ProseBlock, targets: CitationTargets): Markup {
  switch (block.kind) {
    case 'paragraph':
      return markup`<p dir="auto">${inlineMarkup(block.children, targets)}</p>\n`;
    case 'heading':
      return headingMarkup(block.level, inlineMarkup(block.children, targets));
    case 'quote':
      return markup`<blockquote>${block.children.map((child) => blockMarkup(child, targets))}</blockquote>\n`;
    case 'list': {
      const items = block.items.map((item) => {
        const box = item.checked === null ? null : item.checked ? '☑ ' : '☐ ';
        const children = item.children.map((child) => (child.kind === 'paragraph' ? markup`<p dir="auto">${box}${inlineMarkup(child.children, targets)}</p>` : blockMarkup(child, targets)));
        return item.checked === null ? markup`<li>${children}</li>\n` : markup`<li class="task">${children}</li>\n`;
      });
      return block.start === null ? markup`<ul>${items}</ul>\n` : markup`<ol start="${block.start}">${items}</ol>\n`;
    }
    case 'code':
      return markup`<pre><code>${block.text}</code></pre>\n`;
    case 'table': {
      const [header = [], ...rows] = block.rows;
      const aligned = (column: number) => block.align[column] ?? 'left';
      return markup`<table><thead><tr>${header.map((cell, column) => markup`<th scope="col" class="${aligned(column)}" dir="auto">${inlineMarkup(cell, targets)}</th>`)}</tr></thead>
<tbody>${rows.map((row) => markup`<tr>${row.map((cell, column) => markup`<td class="${aligned(column)}" dir="auto">${inlineMarkup(cell, targets)}</td>`)}</tr>\n`)}</tbody></table>\n`;
    }
    case 'rule':
      return markup`<hr>\n`;
  }
}

/** Level 1 of a brief is the second level of the page, below its title. */
export function headingMarkup(level: number, content: Markup | Markup[] | string): Markup {
  switch (level) {
    case 1:
      return markup`<h2 dir="auto">${content}</h2>\n`;
    case 2:
      return markup`<h3 dir="auto">${content}</h3>\n`;
    case 3:
      return markup`<h4 dir="auto">${content}</h4>\n`;
    case 4:
      return markup`<h5 dir="auto">${content}</h5>\n`;
    default:
      return markup`<h6 dir="auto">${content}</h6>\n`;
  }
}

function inlineMarkup(inlines: readonly Inline[], targets: CitationTargets): Markup[] {
  return inlines.map((inline) => {
    switch (inline.kind) {
      case 'text':
        return markup`${inline.text}`;
      case 'strong':
        return markup`<strong>${inlineMarkup(inline.children, targets)}</strong>`;
      case 'emphasis':
        return markup`<em>${inlineMarkup(inline.children, targets)}</em>`;
      case 'deleted':
        return markup`<s>${inlineMarkup(inline.children, targets)}</s>`;
      case 'code':
        return markup`<code>${inline.text}</code>`;
      case 'link':
        return markup`<a href="${inline.url}" rel="noreferrer">${inlineMarkup(inline.children, targets)}</a>`;
      case 'break':
        return markup`<br>`;
      case 'citation':
        return citationLinks(inline.citations, targets);
    }
  });
}
