// Markdown with tables, footnotes and task lists (CommonMark and GitHub's additions): read into the same tree as a web page
// and from there into passages. Raw HTML inside is read for its text; nothing of it is run.

import type { Element, ElementContent, Nodes, Root as HtmlRoot } from 'hast';
import type { Html, Parents, RootContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { ParsedDocument, Warning } from '../../core/document.ts';
import type { Importer } from '../../core/format.ts';
import { extensionOf, looksLikeText } from './detect.ts';
import { decodeText } from './encoding.ts';
import { readBlocks } from './html/blocks.ts';
import { boundDepth } from './html/depth.ts';
import { mainText } from './html/furniture.ts';
import { withTitle } from './html.ts';
import { frontMatter } from './markdown/front-matter.ts';
import { hasHostileNesting } from './markdown/nesting.ts';
import { parsedDocument } from './parsed-document.ts';
import { parseText } from './text.ts';

/** The parser takes two to four seconds a megabyte; a longer text is read as plain text, which loses only its emphasis. */
const longestMarkdown = 4 * 1024 * 1024;

export const markdownImporter: Importer = {
  id: 'markdown',
  name: 'Markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  accepts: ({ name, bytes, detected }) => {
    if (detected || !looksLikeText(bytes)) return 0;
    return markdownImporter.extensions.includes(extensionOf(name)) ? 0.8 : 0;
  },
  parse: async ({ bytes, onProgress }) => {
    const { text, warnings } = decodeText(bytes);
    if (text.length > longestMarkdown) return parseText(text, [...warnings, tooLong], onProgress);
    return parseMarkdown(text, warnings);
  },
};

const tooLong: Warning = { code: 'read-as-text', message: 'The file is too long to be read as Markdown; it was read as plain text.' };
const tooDeep: Warning = { code: 'read-as-text', message: 'The file nests its lists or quotations beyond sense; it was read as plain text.' };

/** The document of a Markdown source. */
export function parseMarkdown(source: string, warnings: Warning[] = []): ParsedDocument {
  const { properties, body } = frontMatter(source);
  if (hasHostileNesting(body)) return { ...parseText(body, [...warnings, tooDeep]), properties };
  const markdown = unified().use(remarkParse).use(remarkGfm);
  const toHtml = unified().use(remarkRehype, { handlers: { html: (_state: unknown, node: Html) => rawHtml(node.value) }, footnoteLabelTagName: 'footnote-label' });
  const tree = markdown.parse(body);
  dropMachinery(tree);
  const root = toHtml.runSync(tree);
  const { roots, skipped, leftOut } = mainText(root);
  const { drafts } = readBlocks(roots, { skipped: withFootnoteLabel(root, skipped), base: null });
  return parsedDocument(withTitle(drafts), { properties, warnings, leftOut, source: body });
}

/** Inside a paragraph the tags of a script are nodes of their own, and what stands between them is not for readers. */
function dropMachinery(parent: Parents): void {
  let inside: string | null = null;
  parent.children = (parent.children as RootContent[]).filter((child) => {
    if (child.type === 'html') {
      const opened = /^<(script|style)\b/i.exec(child.value)?.[1]?.toLowerCase();
      if (inside === null && opened && !child.value.toLowerCase().includes(`</${opened}`)) inside = opened;
      else if (inside !== null && child.value.toLowerCase().startsWith(`</${inside}`)) inside = null;
    }
    if ('children' in child) dropMachinery(child);
    return inside === null || child.type === 'html';
  }) as typeof parent.children;
}

/** Raw HTML as elements; what may not be shown in them is skipped where the page is read. */
function rawHtml(html: string): ElementContent[] {
  const fragment = unified().use(rehypeParse, { fragment: true }).parse(boundDepth(html).html);
  return fragment.children.filter((child): child is ElementContent => child.type === 'element' || child.type === 'text');
}

/** The word "Footnotes" before the notes is put there by the converter. */
function withFootnoteLabel(root: HtmlRoot, skipped: ReadonlySet<Nodes>): ReadonlySet<Nodes> {
  const labels = root.children
    .filter((child): child is Element => child.type === 'element' && child.tagName === 'section')
    .flatMap(({ children }) => children.filter((child) => child.type === 'element' && child.tagName === 'footnote-label'));
  return new Set([...skipped, ...labels]);
}
