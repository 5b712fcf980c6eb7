// The package document of a book: its chapters in reading order and what it says of itself (EPUB 3.3, 5).

import { partText, type OfficePackage } from '../docx/package.ts';
import { localAttributes, localName, readXml } from '../xml-part.ts';

export type Book = {
  /** Paths in the package. */
  chapters: { path: string; isContents: boolean }[];
  properties: Record<string, string>;
};

const names: Readonly<Record<string, string>> = { title: 'title', creator: 'author', publisher: 'publisher', date: 'created', language: 'language', description: 'description', subject: 'keywords' };
/** Of these a book may have several. */
const several = new Set(['author', 'keywords']);

/** Null when the package holds no book. */
export function readBook(office: OfficePackage): Book | null {
  const path = packagePath(office);
  const xml = path === null ? null : partText(office, path);
  if (path === null || xml === null) return null;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const items = new Map<string, { path: string; isContents: boolean; isPage: boolean }>();
  const order: string[] = [];
  const properties: Record<string, string> = {};
  let value: string[] = [];
  readXml(xml, {
    open: (qualified, all) => {
      const attributes = localAttributes(all);
      const name = localName(qualified);
      value = [];
      if (name === 'item') {
        const isPage = /html/i.test(attributes['media-type'] ?? '');
        items.set(attributes['id'] ?? '', { path: partPath(folder, attributes['href'] ?? ''), isContents: (attributes['properties'] ?? '').split(/\s+/).includes('nav'), isPage });
      } else if (name === 'itemref') order.push(attributes['idref'] ?? '');
    },
    text: (text) => void value.push(text),
    close: (qualified) => {
      const property = qualified.startsWith('dc:') ? names[localName(qualified)] : undefined;
      const text = value.join('').replace(/\s+/g, ' ').trim();
      value = [];
      if (!property || text === '') return;
      if (properties[property] === undefined) properties[property] = text;
      else if (several.has(property)) properties[property] += `, ${text}`;
    },
  });
  const chapters = [...new Set(order)].flatMap((id) => {
    const item = items.get(id);
    return item?.isPage ? [{ path: item.path, isContents: item.isContents }] : [];
  });
  return { chapters, properties };
}

function packagePath(office: OfficePackage): string | null {
  let path: string | null = null;
  readXml(partText(office, 'META-INF/container.xml') ?? '<container/>', {
    open: (name, attributes) => {
      if (localName(name) === 'rootfile') path ??= attributes['full-path'] ?? null;
    },
  });
  return path ?? office.paths.find((known) => known.endsWith('.opf')) ?? null;
}

/** Paths are addresses: relative, with escapes. */
function partPath(folder: string, href: string): string {
  const segments: string[] = [];
  for (const segment of `${folder}${href.split('#')[0] ?? ''}`.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  const path = segments.join('/');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
