// Takes apart what a page says and what only surrounds it: navigation, heads and feet, adverts, hidden parts. What is taken
// out is kept as text with the reason; scripts and styles are no text and are dropped.

import type { Element, Nodes, Parents } from 'hast';
import type { LeftOut } from '../../../core/document.ts';

/** Never text for a reader. */
const machinery = new Set(
  'script style template svg canvas object embed iframe audio video map head datalist param source track link meta base input select textarea progress meter'.split(' '),
);

const reasons: Record<string, string> = {
  nav: 'navigation of the page',
  navigation: 'navigation of the page',
  header: 'head of the page',
  banner: 'head of the page',
  footer: 'foot of the page',
  contentinfo: 'foot of the page',
  aside: 'beside the main text',
  complementary: 'beside the main text',
  search: 'search box',
  dialog: 'dialog box',
  alertdialog: 'dialog box',
  button: 'button',
  noscript: 'note for browsers without scripts',
};

/** Words of class names and ids that mark furniture on pages without meaningful elements. */
const furnitureWords: Record<string, string> = {
  nav: 'navigation of the page',
  navbar: 'navigation of the page',
  navigation: 'navigation of the page',
  menu: 'navigation of the page',
  breadcrumb: 'navigation of the page',
  breadcrumbs: 'navigation of the page',
  pagination: 'navigation of the page',
  skiplink: 'navigation of the page',
  footer: 'foot of the page',
  sidebar: 'beside the main text',
  ad: 'advertisement',
  ads: 'advertisement',
  adsbygoogle: 'advertisement',
  advert: 'advertisement',
  adverts: 'advertisement',
  advertisement: 'advertisement',
  sponsored: 'advertisement',
  promo: 'advertisement',
  cookie: 'cookie notice',
  cookies: 'cookie notice',
  consent: 'cookie notice',
  share: 'sharing buttons',
  sharing: 'sharing buttons',
  social: 'sharing buttons',
  newsletter: 'newsletter form',
  subscribe: 'newsletter form',
  popup: 'dialog box',
  modal: 'dialog box',
};

/** An element named like furniture that holds more of the page than this is a page frame with an unlucky name. */
const largestFurniture = 0.4;
/** When less than this is left of a page, the rules misjudged it, and only machinery and hidden parts are taken out. */
const leastLeft = 0.25;
const shortPage = 200;
/** The marked main part is believed when it holds at least this share of what is left. */
const leastMain = 0.2;
const leastArticle = 0.5;

export type MainText = {
  /** The parts that hold the text, in order. */
  roots: Nodes[];
  /** Elements inside them that are not part of it. */
  skipped: ReadonlySet<Nodes>;
  leftOut: LeftOut[];
};

/** Finds the text of a page and what is not part of it. The tree is left as it is. */
export function mainText(body: Parents): MainText {
  const skipped = new Set<Nodes>();
  const leftOut: LeftOut[] = [];
  const collapsed = collapsedParts(body);
  mark(body, skipped, leftOut, (element) => {
    if (machinery.has(element.tagName)) return '';
    return isHidden(element) && !collapsed.has(String(element.properties['id'])) ? 'hidden on the page' : null;
  });

  const total = textLength(body, skipped);
  const furniture = new Set(skipped);
  const furnitureText: LeftOut[] = [];
  mark(body, furniture, furnitureText, (element, around) => furnitureReason(element, around, total, skipped));
  const left = textLength(body, furniture);
  if (left < (total < shortPage ? 1 : total * leastLeft)) return { roots: [body], skipped, leftOut };

  leftOut.push(...furnitureText);
  const main = markedMain(body, furniture, left);
  if (!main) return { roots: [body], skipped: furniture, leftOut };
  const headline = find(main, furniture, isTag('h1')).length > 0 ? [] : find(body, furniture, isTag('h1')).slice(0, 1);
  const roots = [...headline, main];
  for (const text of textOutside(body, roots, furniture)) leftOut.push({ text, reason: 'outside the main part of the page', page: null });
  return { roots, skipped: furniture, leftOut };
}

/** Which elements stand around one. */
type Around = { text: boolean; heading: boolean };
const textElements = new Set(['main', 'article', 'section', 'blockquote']);
const headings = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Adds to `skipped` each element that has a reason to be left out; an empty reason means that it holds no text at all. */
function mark(root: Parents, skipped: Set<Nodes>, leftOut: LeftOut[], reasonFor: (element: Element, around: Around) => string | null): void {
  const visit = (parent: Parents, around: Around): void => {
    for (const child of parent.children) {
      if (child.type !== 'element' || skipped.has(child)) continue;
      const reason = reasonFor(child, around);
      if (reason === null) {
        visit(child, { text: around.text || textElements.has(child.tagName), heading: around.heading || headings.has(child.tagName) });
        continue;
      }
      const text = reason === '' ? '' : plainText(child, skipped);
      skipped.add(child);
      if (text) leftOut.push({ text, reason, page: null });
    }
  };
  visit(root, { text: false, heading: false });
}

function markedMain(body: Parents, skipped: ReadonlySet<Nodes>, left: number): Element | null {
  const mains = find(body, skipped, (element) => element.tagName === 'main' || role(element) === 'main');
  if (mains[0] && mains.length === 1 && textLength(mains[0], skipped) >= left * leastMain) return mains[0];
  const articles = find(body, skipped, isTag('article'));
  return articles[0] && articles.length === 1 && textLength(articles[0], skipped) >= left * leastArticle ? articles[0] : null;
}

function textOutside(parent: Parents, roots: Nodes[], skipped: ReadonlySet<Nodes>): string[] {
  return (parent.children as Nodes[]).flatMap((child) => {
    if (roots.includes(child) || skipped.has(child)) return [];
    const holdsRoot = 'children' in child && find(child, skipped, (element) => roots.includes(element)).length > 0;
    if (holdsRoot) return textOutside(child, roots, skipped);
    const text = plainText(child, skipped);
    return text ? [text] : [];
  });
}

function furnitureReason(element: Element, around: Around, total: number, skipped: ReadonlySet<Nodes>): string | null {
  const { tagName } = element;
  if (tagName === 'main' || tagName === 'article' || tagName === 'body') return null;
  const key = role(element) || tagName;
  // Head and foot of an article are part of it; so is a head that carries the headline.
  if (key === 'header' || key === 'banner') return around.text || hasHeadline(element, skipped) ? null : (reasons[key] ?? null);
  if ((key === 'footer' || key === 'contentinfo') && around.text) return null;
  // Headings that unfold a part are buttons.
  if (Object.hasOwn(reasons, key) && !around.heading) return reasons[key] ?? null;
  const word = nameWords(element).find((name) => Object.hasOwn(furnitureWords, name));
  if (!word || hasHeadline(element, skipped)) return null;
  return textLength(element, skipped) <= total * largestFurniture ? (furnitureWords[word] ?? null) : null;
}

/** Ids of the parts that a heading or button unfolds: the reader of the page could see them. */
function collapsedParts(root: Parents, ids = new Set<string>()): Set<string> {
  for (const child of root.children) {
    if (child.type !== 'element') continue;
    const { ariaControls, ariaExpanded } = child.properties;
    if (ariaExpanded !== undefined && ariaControls !== undefined) for (const id of [ariaControls].flat()) ids.add(String(id));
    collapsedParts(child, ids);
  }
  return ids;
}

function isHidden({ tagName, properties }: Element): boolean {
  if (tagName === 'dialog') return properties['open'] === undefined || properties['open'] === false;
  if (properties['hidden'] !== undefined && properties['hidden'] !== false) return true;
  if (String(properties['ariaHidden']) === 'true') return true;
  const style = properties['style'];
  return typeof style === 'string' && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

function role({ properties }: Element): string {
  const value = properties['role'];
  return String(Array.isArray(value) ? value[0] : (value ?? '')).toLowerCase();
}

function nameWords({ properties }: Element): string[] {
  const names = [properties['className'], properties['id']].flat();
  return names.flatMap((name) => (typeof name === 'string' ? name.toLowerCase().split(/[^a-z]+/) : []));
}

function hasHeadline(element: Element, skipped: ReadonlySet<Nodes>): boolean {
  return find(element, skipped, isTag('h1')).length > 0;
}

const isTag = (name: string) => (element: Element) => element.tagName === name;

function find(root: Parents, skipped: ReadonlySet<Nodes>, matches: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  for (const child of root.children) {
    if (child.type !== 'element' || skipped.has(child)) continue;
    if (matches(child)) found.push(child);
    else for (const inner of find(child, skipped, matches)) found.push(inner);
  }
  return found;
}

function textLength(node: Nodes, skipped: ReadonlySet<Nodes>): number {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ').length;
  if (!('children' in node) || skipped.has(node)) return 0;
  let length = 0;
  for (const child of node.children) length += textLength(child, skipped);
  return length;
}

/** All text below a node, words of different elements kept apart. */
function plainText(node: Nodes, skipped: ReadonlySet<Nodes>): string {
  const parts: string[] = [];
  const visit = (at: Nodes): void => {
    if (at.type === 'text') parts.push(at.value);
    if (!('children' in at) || skipped.has(at)) return;
    for (const child of at.children) visit(child);
    parts.push(' ');
  };
  visit(node);
  return parts.join('').replace(/\s+/g, ' ').trim();
}
