// Small spreadsheets, OpenDocument texts, books and Outlook mails, written part by part as programs write them.

import burner from '@kenjiuno/msgreader/lib/Burner.js';
import { strToU8, zipSync } from 'fflate';

const relationships = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const sheetTypes = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export type SheetFixture = { name: string; rows: string; after?: string; state?: string };

/** A workbook; `rows` is the XML inside sheetData, `after` what follows it. */
export function workbook(sheets: SheetFixture[], parts: Record<string, string> = {}, { strings = [] as string[], formats = [] as string[], date1904 = false } = {}): Uint8Array {
  const own: Record<string, string> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${sheetTypes}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${relationships}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${office}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${sheets.map(({ name, state }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relationships}">${sheets.map((_sheet, i) => `<Relationship Id="rId${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="s" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="${office}/styles" Target="/xl/styles.xml"/></Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats.map((format, i) => `<numFmt numFmtId="${164 + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats.map((_format, i) => `<xf numFmtId="${164 + i}"/>`).join('')}</cellXfs></styleSheet>`,
    'docProps/core.xml': '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Figures of Ruritania</dc:title><dc:creator>Office of Numbers</dc:creator></cp:coreProperties>',
  };
  for (const [i, { rows, after = '' }] of sheets.entries()) own[`xl/worksheets/sheet${i + 1}.xml`] = `<?xml version="1.0" encoding="UTF-8"?><worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`;
  return packed({ ...own, ...parts });
}

/** The parts as an uncompressed-first ZIP; "mimetype" comes first, as OpenDocument and EPUB want it. */
export function packed(parts: Record<string, string>): Uint8Array {
  const { mimetype, ...rest } = parts;
  const files = Object.fromEntries(Object.entries(rest).map(([path, text]) => [path, strToU8(text)]));
  return mimetype === undefined ? zipSync(files) : zipSync({ mimetype: [strToU8(mimetype), { level: 0 }], ...files });
}

const odfNames = ['office', 'text', 'table', 'style', 'fo', 'draw', 'svg', 'xlink', 'dc', 'meta'].map((name) => `xmlns:${name}="urn:${name}"`).join(' ');

export function openDocument(body: string, { automatic = '', styles = '', master = '', parts = {} } = {}): Uint8Array {
  return packed({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0"?><office:document-content ${odfNames}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${odfNames}><office:styles>${styles}</office:styles><office:master-styles>${master}</office:master-styles></office:document-styles>`,
    'meta.xml': `<office:document-meta ${odfNames}><office:meta><dc:title>The harvest law</dc:title><meta:initial-creator>Ministry of Fields</meta:initial-creator><dc:creator>A clerk</dc:creator><meta:creation-date>2019-05-06T00:00:00</meta:creation-date></office:meta></office:document-meta>`,
    'META-INF/manifest.xml': '<manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>',
    ...parts,
  });
}

export function book(chapters: Record<string, string>, { metadata = '', nav = '', parts = {} } = {}): Uint8Array {
  const names = Object.keys(chapters);
  const pages = Object.fromEntries(names.map((name) => [`OEBPS/${name}`, `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${chapters[name]}</body></html>`]));
  return packed({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    'OEBPS/book.opf': `<package><metadata xmlns:dc="d"><dc:title>A walk through Ruritania</dc:title><dc:creator>A. Author</dc:creator><dc:creator>B. Author</dc:creator><dc:language>en</dc:language><dc:date>2012</dc:date>${metadata}</metadata><manifest>${nav === '' ? '' : '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'}${names.map((name, i) => `<item id="c${i}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`).join('')}</manifest><spine>${nav === '' ? '' : '<itemref idref="nav"/>'}${names.map((_name, i) => `<itemref idref="c${i}"/>`).join('')}</spine></package>`,
    ...(nav === '' ? {} : { 'OEBPS/nav.xhtml': `<html><body>${nav}</body></html>` }),
    ...pages,
    ...parts,
  });
}

type Folder = { [name: string]: string | Uint8Array | Folder };

/** An Outlook mail: property streams by their tags ("0037" subject, "1000" body), folders for recipients and attachments. */
export function outlookMail(content: Folder): Uint8Array {
  const entries: { name: string; type: number; length: number; binaryProvider?: () => Uint8Array; children?: number[] }[] = [];
  const add = (name: string, value: string | Uint8Array | Folder, isRoot = false): number => {
    const at = entries.length;
    if (typeof value === 'string' || value instanceof Uint8Array) {
      const bytes = typeof value === 'string' ? new Uint8Array(Buffer.from(value, 'utf16le')) : value;
      entries.push({ name, type: 2, length: bytes.length, binaryProvider: () => bytes });
      return at;
    }
    const entry = { name, type: isRoot ? 5 : 1, length: 0, children: [] as number[] };
    entries.push(entry);
    for (const [child, inner] of Object.entries(value)) entry.children.push(add(child, inner));
    return at;
  };
  add('Root Entry', content, true);
  return burner.burn(entries);
}
