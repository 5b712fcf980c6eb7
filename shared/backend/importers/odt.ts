// OpenDocument texts (.odt; OASIS OpenDocument 1.3): turned into the structure of a web page and read like one, as Word
// documents are, so that headings, lists, tables and notes come out alike.

import type { Warning } from '../../core/document.ts';
import type { Importer } from '../../core/format.ts';
import { UserError } from '../../core/user-error.ts';
import { extensionOf } from './detect.ts';
import { openPackage, partText } from './docx/package.ts';
import { readBlocks } from './html/blocks.ts';
import { OdtReader } from './odt/content.ts';
import { documentProperties, pageEdges } from './odt/package-parts.ts';
import { StyleSheet } from './odt/styles.ts';
import { parsedDocument } from './parsed-document.ts';
import { readXml } from './xml-part.ts';

export const odtImporter: Importer = {
  id: 'odt',
  name: 'OpenDocument text',
  extensions: ['odt', 'ott'],
  accepts: ({ name, detected }) => {
    if (detected && /^(?:odt|ott)$/.test(detected.ext)) return 1;
    return odtImporter.extensions.includes(extensionOf(name)) && detected?.ext === 'zip' ? 0.5 : 0;
  },
  parse: async ({ bytes }) => {
    const office = openPackage(bytes);
    if (/<(?:\w+:)?encryption-data[\s/>]/.test(partText(office, 'META-INF/manifest.xml') ?? '')) {
      throw new UserError('encrypted-file', 'The document is protected with a password.', 'Open it in a word processor, remove the password and save it again.');
    }
    const content = partText(office, 'content.xml');
    if (content === null || !content.includes('office:text')) {
      throw new UserError('unreadable-file', 'The file is a package with no OpenDocument text in it.', 'Open it in a word processor and save it again.');
    }
    const styles = new StyleSheet();
    const stylesPart = partText(office, 'styles.xml') ?? '<office:document-styles/>';
    readXml(stylesPart, styles);
    readXml(content, styles);
    const reader = new OdtReader(styles);
    const whole = readXml(content, reader);
    const { root, leftOut, warnings } = reader.finish();
    const { drafts, source } = readBlocks([root], { skipped: new Set(), base: null, listLabels: 'printed' });
    return parsedDocument(drafts, {
      properties: documentProperties(partText(office, 'meta.xml')),
      warnings: whole ? warnings : [...warnings, damaged],
      leftOut: [...leftOut, ...pageEdges(stylesPart)],
      source,
    });
  },
};

const damaged: Warning = { code: 'damaged-parts', message: 'The document is damaged; parts of its text may be missing.' };
