// What an OpenDocument text says outside its content: its properties, and the heads and feet of its pages.

import type { LeftOut } from '../../../core/document.ts';
import { readXml } from '../xml-part.ts';

const names: Readonly<Record<string, string>> = {
  'dc:title': 'title',
  'meta:initial-creator': 'author',
  'dc:creator': 'author',
  'dc:subject': 'subject',
  'dc:description': 'description',
  'meta:keyword': 'keywords',
  'dc:language': 'language',
  'meta:creation-date': 'created',
  'dc:date': 'modified',
};

/** Values as written; who began the document counts as its author. */
export function documentProperties(xml: string | null): Record<string, string> {
  const properties: Record<string, string> = {};
  let parts: string[] = [];
  readXml(xml ?? '<office:document-meta/>', {
    open: () => {
      parts = [];
    },
    text: (text) => void parts.push(text),
    close: (name) => {
      const property = Object.hasOwn(names, name) ? names[name] : undefined;
      const value = parts.join('').replace(/\s+/g, ' ').trim();
      parts = [];
      if (!property || value === '') return;
      if (property === 'keywords' && properties['keywords']) properties['keywords'] += `, ${value}`;
      else if (properties[property] === undefined || name === 'meta:initial-creator') properties[property] = value;
    },
  });
  return properties;
}

export function pageEdges(stylesPart: string): LeftOut[] {
  const edges: LeftOut[] = [];
  let parts: string[] | null = null;
  readXml(stylesPart, {
    open: (name) => {
      if (/^style:(?:header|footer)(?:-left|-first)?$/.test(name)) parts = [];
      else if (/^text:(?:p|tab|s|line-break)$/.test(name)) parts?.push(' ');
    },
    text: (text) => void parts?.push(text),
    close: (name) => {
      if (!/^style:(?:header|footer)(?:-left|-first)?$/.test(name)) return;
      const text = (parts ?? []).join('').replace(/\s+/g, ' ').trim();
      parts = null;
      if (text !== '' && !edges.some((edge) => edge.text === text)) edges.push({ text, reason: name.startsWith('style:header') ? 'head of the pages' : 'foot of the pages', page: null });
    },
  });
  return edges;
}
