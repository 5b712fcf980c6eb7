// What a page says of itself outside its text: title, author, dates, language, address. Values are taken as written.

import type { Element, Nodes, Parents, Root } from 'hast';

/** Names of meta elements, most trusted first, and the property each stands for. */
const metaNames: [string, string[]][] = [
  ['title', ['citation_title', 'dc.title', 'dcterms.title', 'og:title']],
  ['author', ['citation_author', 'author', 'dc.creator', 'dcterms.creator', 'article:author', 'byl']],
  ['publisher', ['citation_publisher', 'dc.publisher', 'dcterms.publisher', 'publisher', 'og:site_name']],
  ['created', ['citation_publication_date', 'article:published_time', 'dc.date', 'dc.date.issued', 'dcterms.issued', 'dcterms.created', 'dcterms.date', 'datepublished', 'pubdate', 'date', 'publish-date', 'sailthru.date']],
  ['modified', ['article:modified_time', 'dcterms.modified', 'last-modified', 'og:updated_time']],
  ['description', ['description', 'dc.description', 'og:description']],
  ['keywords', ['keywords', 'news_keywords', 'dc.subject']],
  ['language', ['dc.language', 'language', 'content-language', 'og:locale']],
];

export function headProperties(root: Root, source: string): Record<string, string> {
  const metas = new Map<string, string>();
  const properties: Record<string, string> = {};
  const set = (name: string, value: unknown): void => {
    const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '';
    if (text && !properties[name]) properties[name] = text;
  };
  eachElement(root, (element) => {
    const { tagName, properties: own } = element;
    if (tagName === 'html') set('language', own['lang'] ?? own['xmlLang']);
    if (tagName === 'title') set('title', textOf(element));
    if (tagName === 'base') set('base', own['href']);
    if (tagName === 'link' && [own['rel']].flat().includes('canonical')) set('address', own['href']);
    if (tagName !== 'meta') return;
    const name = [own['name'], own['property'], own['httpEquiv'], own['itemProp']].flat().find((value) => typeof value === 'string');
    if (typeof name === 'string' && typeof own['content'] === 'string' && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), own['content']);
  });
  for (const [property, names] of metaNames) for (const name of names) set(property, metas.get(name));
  set('address', metas.get('og:url'));
  set('address', /<!--\s*saved from url=\(\d+\)(https?:\/\/\S+?)\s*-->/.exec(source.slice(0, 2_000))?.[1]);
  return properties;
}

/** The encoding that the beginning of a page declares, or null. */
export function declaredEncoding(beginning: string): string | null {
  const declared =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(beginning)?.[1] ?? /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w:.-]+)["']/i.exec(beginning)?.[1];
  return declared ?? null;
}

function eachElement(root: Root, see: (element: Element) => void): void {
  // The head stands at the beginning and is shallow; meta elements with item properties may stand anywhere below.
  const waiting: Nodes[] = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (node.type === 'element') see(node);
    if (node.type === 'element' && (node.tagName === 'svg' || node.tagName === 'template')) continue;
    if ('children' in node) for (let i = node.children.length - 1; i >= 0; i--) waiting.push(node.children[i] as Nodes);
  }
}

function textOf(parent: Parents): string {
  return (parent.children as Nodes[]).map((child) => (child.type === 'text' ? child.value : '')).join('');
}
