// The workbook part: which sheets there are, in which order, and where the package keeps their parts.

import { partText, type OfficePackage } from '../docx/package.ts';
import { localAttributes, localName, readXml } from '../xml-part.ts';

export type Workbook = {
  sheets: { name: string; path: string; hidden: boolean }[];
  stringsPath: string;
  stylesPath: string;
  /** Days are counted from 1904, as on early Macintosh computers, and not from 1900. */
  date1904: boolean;
};

/** Null when the package holds no workbook. */
export function readWorkbook(office: OfficePackage): Workbook | null {
  const path = targets(partText(office, '_rels/.rels') ?? '', '').find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml';
  const xml = partText(office, path);
  if (xml === null || !/<(?:\w+:)?workbook[\s>]/.test(xml.slice(0, 4_000))) return null;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const parts = targets(partText(office, `${folder}_rels/${path.slice(folder.length)}.rels`) ?? '', folder);
  const sheets: Workbook['sheets'] = [];
  let date1904 = false;
  readXml(xml, {
    open: (qualified, all) => {
      const name = localName(qualified);
      const attributes = localAttributes(all);
      if (name === 'workbookPr') date1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const target = parts.find(({ id }) => id === attributes['id']);
      // Sheets that hold only a chart or a macro have no cells.
      if (target && target.type !== 'worksheet') return;
      sheets.push({ name: attributes['name'] ?? '', path: target?.path ?? '', hidden: /hidden/i.test(attributes['state'] ?? '') });
    },
  });
  const pathOf = (type: string, usual: string): string => parts.find((part) => part.type === type)?.path ?? `${folder}${usual}`;
  return { sheets, stringsPath: pathOf('sharedStrings', 'sharedStrings.xml'), stylesPath: pathOf('styles', 'styles.xml'), date1904 };
}

/** The relationships of a part (ISO/IEC 29500-2, 9.3); `type` is the last word of the type's address. */
function targets(xml: string, folder: string): { id: string; type: string; path: string }[] {
  const found: { id: string; type: string; path: string }[] = [];
  readXml(xml, {
    open: (name, attributes) => {
      if (localName(name) !== 'Relationship') return;
      const target = attributes['Target'] ?? '';
      found.push({ id: attributes['Id'] ?? '', type: (attributes['Type'] ?? '').split('/').at(-1) ?? '', path: resolved(target, folder) });
    },
  });
  return found;
}

function resolved(target: string, folder: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const segments: string[] = [];
  for (const segment of `${folder}${target}`.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}
