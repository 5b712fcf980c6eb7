// Rich Text (.rtf; RTF 1.9.1): paragraphs, headings, lists, tables, notes and links, turned into the structure of a web page
// and read like one. Pictures, embedded objects and fields are not opened.

import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { beginningOf } from './detect.ts';
import { readBlocks } from './html/blocks.ts';
import { parsedDocument } from './parsed-document.ts';
import { RtfReader } from './rtf/reader.ts';

const megabyte = 1024 * 1024;
/** Pictures are written in letters, so that files are large; their text is not. */
const largestFile = 200 * megabyte;

export const rtfImporter: Importer = {
  id: 'rtf',
  name: 'Rich Text',
  extensions: ['rtf'],
  accepts: ({ bytes }) => (/^\s*\{\\rtf/.test(beginningOf(bytes, 64)) ? 0.95 : 0),
  parse: async ({ bytes, onProgress }) => {
    if (bytes.length > largestFile) {
      throw new UserError('too-large', `The document has ${Math.round(bytes.length / megabyte)} MB; Annals reads Rich Text up to ${largestFile / megabyte} MB.`, 'Open it in a word processor and save it as .docx.');
    }
    const reader = new RtfReader(bytes, onProgress);
    const { root, properties, leftOut, warnings } = reader.read();
    const { drafts, source } = readBlocks([root], { skipped: new Set(), base: null, listLabels: 'printed' });
    return parsedDocument(drafts, { properties, warnings, leftOut, source });
  },
};
