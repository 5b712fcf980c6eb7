// Word documents (.docx): converted to the structure of a web page by mammoth and read like one, so that headings, lists,
// tables and notes come out alike. What the conversion leaves out is said (docx/leftovers.ts).

import mammoth from 'mammoth';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import type { ParsedDocument, Warning } from '../../core/document.ts';
import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { extensionOf } from './detect.ts';
import { leftovers } from './docx/leftovers.ts';
import { declareNumberStyle, numberStyle, writeNumbers } from './docx/numbering.ts';
import { openPackage, packParts, partText, type OfficePackage } from './docx/package.ts';
import { coreProperties } from './docx/properties.ts';
import { attribute } from './docx/xml-text.ts';
import { readBlocks } from './html/blocks.ts';
import { boundDepth } from './html/depth.ts';
import { parsedDocument } from './parsed-document.ts';

const wordTypes = new Set(['docx', 'docm', 'dotx', 'dotm']);

/** Styles of Word and LibreOffice that mean more than their looks. mammoth knows headings, lists and notes by itself. */
const styleMap = [
  "p[style-name='Title'] => h1.document-title:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='Block Text'] => blockquote > p:fresh",
  "p[style-name='Quotations'] => blockquote > p:fresh",
  "p[style-name='caption'] => div.document-caption:fresh",
  "p[style-name='Caption'] => div.document-caption:fresh",
  "p[style-name='Table'] => div.document-caption:fresh",
  "p[style-name='Figure'] => div.document-caption:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  "p[style-name='Preformatted Text'] => pre:separator('\\n')",
  `r.${numberStyle} => span.printed-number`,
];

export const docxImporter: Importer = {
  id: 'docx',
  name: 'Word document',
  extensions: ['docx', 'docm'],
  accepts: ({ name, detected }) => {
    if (detected && wordTypes.has(detected.ext)) return 1;
    // A package of another kind, or an encrypted one, under a Word name: this importer knows what to say about it.
    return docxImporter.extensions.includes(extensionOf(name)) && /^(?:zip|cfb)$/.test(detected?.ext ?? '') ? 0.5 : 0;
  },
  parse: async ({ name, bytes }) => {
    if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw compoundFileError(bytes);
    const office = openPackage(bytes);
    const mainPath = mainPart(office);
    if (mainPath === null) {
      const called = wordTypes.has(extensionOf(name)) ? 'The file is called a Word document, but it' : 'The file';
      throw new UserError('unreadable-file', `${called} is a ZIP archive with no Word document in it.`, 'Unpack it and import the files inside.');
    }
    return parsePackage(office, mainPath);
  },
};

async function parsePackage(office: OfficePackage, mainPath: string): Promise<ParsedDocument> {
  const { html, problems } = await toHtml(office, mainPath);
  const { html: boundedHtml } = boundDepth(html);
  const root = unified().use(rehypeParse, { fragment: true }).parse(boundedHtml);
  const { drafts, source } = readBlocks([root], { skipped: new Set(), base: null, listLabels: 'printed' });
  const { leftOut, warnings } = leftovers(office, mainPath);
  const properties = coreProperties(partText(office, 'docProps/core.xml'), partText(office, 'docProps/app.xml'));
  return parsedDocument(drafts, { properties, warnings: [...warnings, ...problems], leftOut, source });
}

async function toHtml(office: OfficePackage, mainPath: string): Promise<{ html: string; problems: Warning[] }> {
  const folder = mainPath.slice(0, mainPath.lastIndexOf('/') + 1);
  const parts = new Map(office.parts);
  const replace = (path: string, rewrite: (xml: string) => string): void => {
    const xml = partText(office, path);
    if (xml !== null) parts.set(path, new TextEncoder().encode(rewrite(xml)));
  };
  const styles = partText(office, `${folder}styles.xml`);
  replace(mainPath, (xml) => writeNumbers(xml, partText(office, `${folder}numbering.xml`), styles));
  replace(`${folder}styles.xml`, declareNumberStyle);
  try {
    const noPictures = mammoth.images.imgElement(async () => ({ src: '' }));
    const { value, messages } = await mammoth.convertToHtml({ buffer: Buffer.from(packParts(parts)) }, { styleMap, convertImage: noPictures });
    const errors = messages.filter(({ type }) => type === 'error').length;
    const problem: Warning = { code: 'unread-parts', message: `${errors} ${errors === 1 ? 'part' : 'parts'} of the document could not be read.` };
    return { html: value, problems: errors > 0 ? [problem] : [] };
  } catch {
    throw new UserError('unreadable-file', 'The Word document is damaged: its text cannot be read.', 'Open it in a word processor and save it again, or get a fresh copy.');
  }
}

/** The path of the part that holds the text, by the package's own relationships, or null when there is none. */
function mainPart(office: OfficePackage): string | null {
  const relationships = partText(office, '_rels/.rels') ?? '';
  for (const [tag] of relationships.matchAll(/<Relationship\s[^>]*>/g)) {
    const target = attribute(tag, 'Target')?.replace(/^\//, '') ?? '';
    if (attribute(tag, 'Type')?.endsWith('/officeDocument') && office.parts.has(target)) return /^(?:xl|ppt)\//.test(target) ? null : target;
  }
  return office.parts.has('word/document.xml') ? 'word/document.xml' : null;
}

/** Documents under a password, and those of Word before 2007, are compound files (MS-CFB; its names are in UTF-16). */
function compoundFileError(bytes: Uint8Array): UserError {
  const encrypted = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  if (encrypted) return new UserError('encrypted-file', 'The Word document is protected with a password.', 'Open it in a word processor, remove the password and save it again.');
  return new UserError('unsupported-file', 'The file is a document of an old kind (Word 97 to 2003).', 'Open it in a word processor and save it as .docx.');
}
