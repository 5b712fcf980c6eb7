// Electronic books (.epub; EPUB 3.3 and 2.0.1): the chapters in their reading order, read as web pages. Books under copy
// protection are refused; scripts are never run.

import type { Nodes, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { DraftBlock } from '../../core/canonical-text.ts';
import type { LeftOut, Warning } from '../../core/document.ts';
import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { beginningOf, extensionOf } from './detect.ts';
import { openPackage, partText, type OfficePackage } from './docx/package.ts';
import { decodeText } from './encoding.ts';
import { readBook, type Book } from './epub/book.ts';
import { readBlocks } from './html/blocks.ts';
import { boundDepth } from './html/depth.ts';
import { mainText } from './html/furniture.ts';
import { declaredEncoding } from './html/head.ts';
import { parsedDocument } from './parsed-document.ts';

const megabyte = 1024 * 1024;
/** A page's tree takes some thirty times its size in memory; a book of a thousand pages has 3 MB of text. */
const largestBook = 40 * megabyte;

const textPart = /\.(?:xml|opf|xhtml|html?)$/i;

export const epubImporter: Importer = {
  id: 'epub',
  name: 'Electronic book',
  extensions: ['epub'],
  accepts: ({ name, detected }) => (detected?.ext === 'epub' ? 1 : extensionOf(name) === 'epub' && detected?.ext === 'zip' ? 0.5 : 0),
  parse: async ({ bytes, onProgress }) => {
    const office = openPackage(bytes, { wanted: textPart, hasDoctypes: true });
    const book = readBook(office);
    if (book === null || book.chapters.length === 0) throw new UserError('unreadable-file', 'The file is a package with no book in it.', 'Get a fresh copy of the book.');
    if (isProtected(office, book)) throw new UserError('encrypted-file', 'The book is protected against copying; its text cannot be read.', 'Ask its publisher for a copy without protection.');
    const { roots, skipped, leftOut, warnings } = readChapters(office, book, onProgress);
    const { drafts, source } = readBlocks(roots, { skipped, base: null });
    return parsedDocument(titled(drafts, book.properties['title'] ?? ''), { properties: book.properties, warnings, leftOut, source });
  },
};

type Chapters = { roots: Nodes[]; skipped: Set<Nodes>; leftOut: LeftOut[]; warnings: Warning[] };

function readChapters(office: OfficePackage, book: Book, onProgress?: (done: number, total: number) => void): Chapters {
  const read: Chapters = { roots: [], skipped: new Set(), leftOut: [], warnings: [] };
  let missing = 0;
  let size = 0;
  for (const [at, { path, isContents }] of book.chapters.entries()) {
    const part = office.parts.get(path);
    if (part === undefined) {
      missing++;
      continue;
    }
    size += part.length;
    if (size > largestBook) throw new UserError('too-large', `The book has more than ${largestBook / megabyte} MB of text.`, 'Save its chapters as files of their own.');
    const root = pageOf(part);
    if (isContents) read.leftOut.push({ text: textOf(root), reason: 'table of contents', page: null });
    else {
      const main = mainText(root);
      read.roots.push(...main.roots);
      for (const node of main.skipped) read.skipped.add(node);
      read.leftOut.push(...main.leftOut);
    }
    onProgress?.(at + 1, book.chapters.length);
  }
  if (missing > 0) read.warnings.push({ code: 'parts-missing', message: `${missing} of ${book.chapters.length} chapters are missing in the file.` });
  return read;
}

const voidElements = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/i;

/** Chapters are XML: an element may end in its own tag, which a page's parser would leave open. */
function pageOf(part: Uint8Array): Root {
  const { text } = decodeText(part, declaredEncoding(beginningOf(part)));
  const closed = text.replace(/<([a-zA-Z][\w:-]{0,40})((?:\s[^<>]{0,4000})?)\/>/g, (tag, name: string, attributes: string) => (voidElements.test(name) ? tag : `<${name}${attributes}></${name}>`));
  return unified().use(rehypeParse).parse(boundDepth(closed).html);
}

function textOf(node: Nodes): string {
  const parts: string[] = [];
  const visit = (at: Nodes): void => {
    if (at.type === 'text') parts.push(at.value);
    if (at.type === 'element' && /^(?:head|script|style)$/.test(at.tagName)) return;
    if ('children' in at) for (const child of at.children) visit(child);
  };
  visit(node);
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}

/** Fonts may be scrambled in a book that is free to read. */
function isProtected(office: OfficePackage, { chapters }: Book): boolean {
  const protection = partText(office, 'META-INF/encryption.xml') ?? '';
  return chapters.some(({ path }) => protection.includes(`URI="${path}"`) || protection.includes(`URI='${path}'`) || protection.includes(`URI="${encodeURI(path)}"`));
}

const titlePage = 8;

/** The book's own title is the title of the text, not that of its first chapter. */
function titled(drafts: DraftBlock[], title: string): DraftBlock[] {
  if (title === '' || drafts.length === 0) return drafts;
  const plain = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim().toLowerCase();
  const at = drafts.slice(0, titlePage).findIndex(({ text }) => plain(text) === plain(title));
  const printed = drafts[at];
  return printed ? drafts.with(at, { ...printed, kind: 'title', level: 0 }) : [{ kind: 'title', text: title }, ...drafts];
}
