import { unified } from 'unified';
import rehypeParse from 'rehype-parse';
import type { Element, Root } from 'hast';
import { describe, expect, it } from 'vitest';
import type { CitedText, ResolvedBlock } from '../../../shared/core/brief.ts';
import { briefHtml } from '../../../shared/backend/exporters/html.ts';
import { exportBrief } from '../../../shared/backend/exporters/index.ts';
import { hostileText } from '../../support/hostile.ts';
import { sampleBrief, sampleComparison, sampleHistory, sampleSource } from '../../support/brief.ts';

const page = (brief = sampleBrief()) => briefHtml(brief).html;
const tree = (html: string): Root => unified().use(rehypeParse).parse(html);
const text = (markdown: string): ResolvedBlock => ({ kind: 'text', text: { markdown, citations: [{ source: 1, locator: 'p. 4' }] } satisfies CitedText });

function elements(node: Root | Element): Element[] {
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...elements(child)] : []));
}

/** Words of an element, its unbreakable spaces as plain ones; '' for none. */
function words(node: Root | Element | undefined): string {
  const own = (child: Root['children'][number]) => (child.type === 'text' ? child.value : child.type === 'element' && child.tagName !== 'style' ? words(child) : '');
  return (node?.children ?? []).map(own).join('').replaceAll('\u00a0', ' ');
}

const find = (html: string, tag: string) => elements(tree(html)).filter((element) => element.tagName === tag);

describe('an exported page', () => {
  it('has language, title, one main heading and the headings of the brief below it', () => {
    const html = page();
    expect(find(html, 'html')[0]?.properties['lang']).toBe('en');
    expect(words(find(html, 'title')[0])).toBe('Labour inspection in Ruritania: what changed between 2020 and 2021');
    expect(find(html, 'h1')).toHaveLength(1);
    expect(find(html, 'h2').map(words)).toEqual(['What the sources say', 'What changed in the text', 'Sources']);
    expect(find(html, 'h3').map(words)).toEqual(['Finding']);
  });

  it('asks nothing of any network and runs nothing', () => {
    const html = page(sampleBrief({ blocks: [text('![p](https://example.org/p.png) [web](https://example.org) <img src="https://example.org/x.png">'), ...sampleBrief().blocks] }));
    const policy = find(html, 'meta').find((meta) => meta.properties['httpEquiv'] !== undefined);
    expect(policy?.properties['content']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'$/);
    expect(elements(tree(html)).filter((element) => ['script', 'img', 'link', 'iframe', 'object', 'embed', 'form', 'base', 'svg'].includes(element.tagName))).toEqual([]);
    expect(elements(tree(html)).filter((element) => 'src' in element.properties || 'style' in element.properties || Object.keys(element.properties).some((name) => /^on/i.test(name)))).toEqual([]);
    expect(html).not.toMatch(/@import|url\(/);
  });

  it('leads from each citation to its source and back', () => {
    const html = page();
    const ids = new Set(elements(tree(html)).flatMap((element) => String(element.properties['id'] ?? '')));
    const links = find(html, 'a').map((link) => String(link.properties['href']));
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) expect(ids).toContain(link.slice(1));
    expect(words(tree(html))).toContain('three days ahead [1, § III, p. 6]. The embassy had described an adequate system in 2007 [2, para. 2; 3, Table 6, p. 5].');
    expect(find(html, 'li').filter((item) => String(item.properties['id']).startsWith('source-'))).toHaveLength(4);
  });

  it('shows the marking at head and foot, on screen and on each printed page', () => {
    const html = page();
    expect(find(html, 'p').filter((each) => String(each.properties['className']) === 'marking').map(words)).toEqual(['UNCLASSIFIED', 'UNCLASSIFIED']);
    expect(html).toContain('@top-center { content: "UNCLASSIFIED"');
    expect(html).toContain('@bottom-center { content: "UNCLASSIFIED"');
  });

  it('marks differences by element and sign, and shows each edition’s own words', () => {
    const html = page(sampleBrief({ blocks: [sampleComparison()] }));
    expect(find(html, 'del').map(words)).toEqual(['189', '2020', 'words']);
    expect(find(html, 'ins').map(words)).toEqual(['172', '2021', 'Words']);
    expect(html).toMatch(/ins::before \{ content: "\+"/);
    expect(words(tree(html))).toContain('The ministry employed 189 inspectors in 2020.');
    expect(words(tree(html))).toContain('The ministry employed 172 inspectors in 2021.');
    expect(words(tree(html))).toContain('3 further rows are not shown.');
    expect(find(html, 'th').filter((head) => head.properties['scope'] === undefined)).toEqual([]);
  });

  it('sets more than two editions below each other, drawing together those that read alike', () => {
    const html = page(sampleBrief({ blocks: [sampleHistory()] }));
    expect(find(html, 'tr').map((row) => words(row).replace(/\s+/g, ' ').trim())).toEqual([
      'EditionChangeText',
      '2018, 2019Children pick hops in autumn.[4, p. 2; 3, p. 3]',
      '2020~ RewordedSome children pick hops and tobacco in autumn.[2, p. 4]',
      '2021− GoneNot in this edition',
    ]);
  });

  it('shows a warning at a quotation that was not confirmed, and counts those that were', () => {
    expect(words(tree(page()))).toContain('Check before use: These words stand at another place of the source than the one cited.');
    expect(words(tree(page()))).toContain('4 of 5 quotations stand word for word');
  });

  it('lets each passage choose its writing direction', () => {
    expect(page()).toMatch(/<blockquote dir="auto"><p><span class="passage">“المفتشون/);
  });

  it('appends the sources when no block asks for them, and lists them once when two do', () => {
    const list = { kind: 'sources' as const, heading: 'Quellen' };
    expect(find(page(sampleBrief({ blocks: [text('So [@citation:1].')] })), 'h2').map(words)).toEqual(['Sources']);
    expect(find(page(sampleBrief({ blocks: [list, text('So [@citation:1].'), list] })), 'h2').map(words)).toEqual(['Quellen']);
  });

  it('leads back from a list of sources that stands before its citations', () => {
    const html = page(sampleBrief({ blocks: [{ kind: 'sources', heading: '' }, text('So [@citation:1].')] }));
    expect(find(html, 'a').map((link) => link.properties['href'])).toEqual(['#cited-1', '#source-1']);
  });
});

describe('hostile text on an exported page', () => {
  const hostile = hostileText.join('\n');
  const everywhere = sampleBrief({
    title: hostile,
    subtitle: hostile,
    author: hostile,
    date: hostile,
    language: '"><script>alert(1)</script>',
    markings: [hostile, '";} body{display:none} </style><script>alert(1)</script>'],
    blocks: [
      { kind: 'heading', level: 1, text: hostile },
      text(hostile),
      { kind: 'quote', passage: { quote: hostile, citation: { source: 1, locator: hostile }, state: 'changed' }, remark: { markdown: hostile, citations: [] } },
      { kind: 'finding', claim: hostile, confidence: 'low', likelihood: 'likely', countryName: hostile, years: [], evidence: [{ stance: 'context', quote: hostile, note: hostile, citation: null, state: 'exact' }], remark: { markdown: '', citations: [] } },
      { ...sampleComparison(), title: hostile, rows: [{ section: hostile, cells: [{ text: hostile, citation: { source: 1, locator: '' } }, null], steps: [null] }] },
      { kind: 'missing', message: hostile },
      { kind: 'sources', heading: hostile },
    ],
    sources: [sampleSource({ title: hostile, issuer: hostile, identifier: hostile, classification: hostile, fileName: hostile })],
  });

  it('stays text wherever it stands', () => {
    const html = page(everywhere);
    const parsed = elements(tree(html));
    expect(parsed.filter((element) => ['script', 'img', 'svg', 'iframe', 'object', 'form', 'input', 'a'].includes(element.tagName) && !String(element.properties['href'] ?? '').match(/^(#|https:\/\/example\.org)/))).toEqual([]);
    expect(parsed.filter((element) => Object.keys(element.properties).some((name) => /^on/i.test(name)))).toEqual([]);
    expect(parsed.filter((element) => element.tagName === 'style')).toHaveLength(1);
    for (const line of ['<script>alert(1)</script>', '=HYPERLINK("https://example.org")', '</style>']) expect(words(tree(html))).toContain(line);
  });

  it('cannot close the style sheet or add rules to it', () => {
    const style = /<style>(.*?)<\/style>/s.exec(page(everywhere))?.[1] ?? '';
    expect(style).not.toContain('display:none}');
    expect(style).not.toContain('<');
    expect(style.replace(/\\[0-9a-f]+ /g, '').match(/"[^"\n]*"/g)?.length).toBeGreaterThan(10);
  });

  it('makes no link that runs code or names a place on the machine', () => {
    const { html, losses } = briefHtml(sampleBrief({ blocks: [text('[a](javascript:alert(1)) [b](data:text/html,x) [c](file:///home/ana/c.pdf) <file:///home/ana/d.pdf> [e](/home/ana/e) [f]\n\n[f]: vbscript:x')] }));
    expect(find(html, 'a')).toEqual([]);
    expect(html).not.toContain('/home/ana');
    expect(losses).toEqual(['A link in the text was left out because it is not a web or mail address; its words stand.']);
  });

  it('with characters no file may hold is made visible, not dropped', () => {
    const html = page(sampleBrief({ title: 'a\u0000b\ud800c', blocks: [text('x\u0007y\u{ffff}z\r\nw')] }));
    expect(words(find(html, 'h1')[0])).toBe('a\ufffdb\ufffdc');
    expect(html).toContain('x\ufffdy\ufffdz\nw');
    expect(html.isWellFormed()).toBe(true);
  });

  it('cannot take a citation away by Markdown around it', () => {
    for (const markdown of ['[@citation:1]: so the cable', '[@citation:1](https://example.org)', '![@citation:1](x)', '*[@citation:1]', '| a |\n|---|\n| [@citation:1] |', '- [ ] [@citation:1]', '<b>[@citation:1]</b>', '> # [@citation:1]']) {
      expect(words(tree(page(sampleBrief({ blocks: [text(markdown)] })))), markdown).toContain('[1, p. 4]');
    }
  });
});

describe('large and empty briefs on a page', () => {
  it('an empty brief says so', () => {
    const html = page(sampleBrief({ title: ' ', subtitle: '', author: '', date: '', blocks: [], sources: [], markings: [], issues: [] }));
    expect(words(tree(html)).replace(/\s+/g, ' ')).toBe(' Untitled brief Untitled brief This brief has no content yet. ');
  });

  it('a brief of 10 MB is written in time', { timeout: 60_000 }, async () => {
    const quote: ResolvedBlock = { kind: 'quote', passage: { quote: 'A sentence of the source & <more>. '.repeat(100), citation: { source: 1, locator: 'p. 4' }, state: 'exact' }, remark: { markdown: 'See *this* [@citation:1].', citations: [{ source: 1, locator: '' }] } };
    const started = performance.now();
    const { bytes } = await exportBrief(sampleBrief({ blocks: Array.from({ length: 3000 }, () => quote) }), 'html');
    expect(bytes.length).toBeGreaterThan(10_000_000);
    expect(performance.now() - started).toBeLessThan(60_000);
  });

  it('text that a Markdown parser chokes on is exported as plain text, and the losses say so', () => {
    const long = briefHtml(sampleBrief({ blocks: [text(`${'*a_ **b '.repeat(20_000)} [@citation:1]`)] }));
    expect(long.losses).toEqual(['A text has a paragraph of more than 20,000 characters; it was exported without its Markdown formatting.']);
    expect(words(tree(long.html))).toContain('[1, p. 4]');
    const deep = briefHtml(sampleBrief({ blocks: [text(`${'> '.repeat(100)}core`)] }));
    expect(deep.losses).toEqual(['A text has more than 24 levels of lists or quotes; the deeper ones were exported as plain text.']);
    expect(words(tree(deep.html))).toContain('core');
  });
});
