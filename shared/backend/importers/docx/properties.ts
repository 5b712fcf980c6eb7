// What a Word document says of itself: its core properties (ISO/IEC 29500-2, "Core Properties"). Values are taken as written.

import { elementText } from './xml-text.ts';

const elements: [string, string[]][] = [
  ['title', ['dc:title']],
  ['author', ['dc:creator']],
  ['description', ['dc:description']],
  ['subject', ['dc:subject']],
  ['keywords', ['cp:keywords']],
  ['category', ['cp:category']],
  ['language', ['dc:language']],
  ['created', ['dcterms:created']],
  ['modified', ['dcterms:modified']],
  ['publisher', ['Company']],
];

/** Properties from docProps/core.xml and, for the issuer, docProps/app.xml; either may be missing. */
export function coreProperties(core: string | null, app: string | null): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [property, names] of elements) {
    for (const name of names) {
      const value = elementText(core ?? '', name) ?? elementText(app ?? '', name);
      if (value) properties[property] = value;
    }
  }
  return properties;
}
