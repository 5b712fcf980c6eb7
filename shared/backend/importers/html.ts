// Web pages, saved or copied: the main text with its headings, lists, tables and links. Scripts and event handlers are never
// run and never shown; nothing is loaded.

import type { Parents, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { DraftBlock } from '../../core/canonical-text.ts';
import type { ParsedDocument, Warning } from '../../core/document.ts';
import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { beginningOf, extensionOf, looksLikeText } from './detect.ts';
import { decodeText } from './encoding.ts';
import { readBlocks } from './html/blocks.ts';
import { boundDepth } from './html/depth.ts';
import { mainText } from './html/furniture.ts';
import { declaredEncoding, headProperties } from './html/head.ts';
import { parsedDocument } from './parsed-document.ts';

const megabyte = 1024 * 1024;
/** A page's tree takes some thirty times its size in memory. */
const largestPage = 40 * megabyte;

export const htmlImporter: Importer = {
  id: 'html',
  name: 'Web page',
  extensions: ['html', 'htm', 'xhtml', 'shtml'],
  accepts: ({ name, bytes, detected }) => {
    if ((detected && !/^(?:xml|html)$/.test(detected.ext)) || !looksLikeText(bytes)) return 0;
    const beginning = beginningOf(bytes);
    if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body)\b/i.test(beginning)) return 0.9;
    if (!htmlImporter.extensions.includes(extensionOf(name))) return 0;
    return /<\/?[a-z][^>]*>/i.test(beginningOf(bytes, 64 * 1024)) ? 0.8 : 0.2;
  },
  parse: async ({ bytes }) => {
    if (bytes.length > largestPage) {
      throw new UserError('too-large', `The page has ${Math.round(bytes.length / megabyte)} MB; Annals reads pages up to ${largestPage / megabyte} MB.`, 'Save its text as a text file.');
    }
    const { text, warnings } = decodeText(bytes, declaredEncoding(beginningOf(bytes)));
    return parseHtml(text, warnings);
  },
};

/** The document of a page's source. */
export function parseHtml(source: string, warnings: Warning[] = []): ParsedDocument {
  const { html, bounded } = boundDepth(source);
  const root = unified().use(rehypeParse).parse(html);
  const { base = null, ...properties } = headProperties(root, source);
  const { roots, skipped, leftOut } = mainText(bodyOf(root));
  const { drafts, source: lines } = readBlocks(roots, { skipped, base: webAddress(base) ?? webAddress(properties['address'] ?? null) });
  return parsedDocument(withTitle(drafts), { properties, warnings: bounded ? [...warnings, deepWarning] : warnings, leftOut, source: lines });
}

const deepWarning: Warning = { code: 'deep-nesting', message: 'The page nests its elements hundreds of levels deep; the innermost were read as plain paragraphs.' };

/** The only heading of the first level is the title of the text when no other heading comes before it. */
export function withTitle(drafts: DraftBlock[]): DraftBlock[] {
  const first = drafts.findIndex(({ kind }) => kind === 'heading' || kind === 'title');
  const heading = drafts[first];
  const isTitle = heading?.kind === 'heading' && heading.level === 1 && drafts.filter(({ kind, level }) => kind === 'heading' && level === 1).length === 1;
  return isTitle && heading ? drafts.with(first, { ...heading, kind: 'title', level: 0 }) : drafts;
}

function bodyOf(root: Root): Parents {
  const html = root.children.find((child) => child.type === 'element' && child.tagName === 'html');
  if (html?.type !== 'element') return root;
  const body = html.children.find((child) => child.type === 'element' && /^(?:body|frameset)$/.test(child.tagName));
  return body?.type === 'element' ? body : html;
}

function webAddress(address: string | null): string | null {
  return address && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}
