import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import type { ResolvedBlock, ResolvedBrief } from '../../../shared/core/brief.ts';
import { exportBrief } from '../../../shared/backend/exporters/index.ts';
import { hostileText } from '../../support/hostile.ts';
import { sampleBrief, sampleComparison, sampleHistory, sampleSource } from '../../support/brief.ts';

const written = async (brief: ResolvedBrief) => new TextDecoder().decode((await exportBrief(brief, 'markdown')).bytes);
const tree = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);

function nodes(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodes) : [])];
}

function words(node: Nodes): string {
  return 'value' in node ? node.value : node.type === 'break' ? '\n' : 'children' in node ? node.children.map(words).join('') : '';
}

const rows = (markdown: string) =>
  nodes(tree(markdown))
    .filter((node) => node.type === 'tableRow')
    .map((row) => row.children.map(words));

describe('exported Markdown', () => {
  it('reads as the brief reads', async () => {
    const markdown = await written(sampleBrief());
    expect(nodes(tree(markdown)).flatMap((node) => (node.type === 'heading' ? `${node.depth} ${words(node)}` : []))).toEqual([
      '1 Labour inspection in Ruritania: what changed between 2020 and 2021',
      '2 What the sources say',
      '3 Finding',
      '2 What changed in the text',
      '2 Sources',
    ]);
    expect(words(tree(markdown))).toContain('in 2007 [2, para. 2; 3, Table 6, p. 5].');
    expect(words(tree(markdown))).toContain('≠ Contradicts: “Post sees no lack of inspectors.” [2, para. 4]');
    expect(words(tree(markdown))).toContain('Check before use: These words stand at another place');
    expect(markdown.startsWith('**UNCLASSIFIED**\n')).toBe(true);
    expect(markdown.endsWith('**UNCLASSIFIED**\n')).toBe(true);
  });

  it('numbers the list of sources as the citations do', async () => {
    const list = nodes(tree(await written(sampleBrief()))).findLast((node) => node.type === 'list');
    expect(list).toMatchObject({ ordered: true, start: 1, children: { length: 4 } });
    expect(list && words(list)).toContain('07STRELSAU412 (Embassy Strelsau, 3 December 2007, UNCLASSIFIED): RURITANIA: HARVEST SEASON AND THE SCHOOLS');
  });

  it('shows each row of a comparison as one row of a table, with its differences', async () => {
    const markdown = await written(sampleBrief({ blocks: [sampleComparison()] }));
    expect(rows(markdown)).toHaveLength(5);
    expect(rows(markdown)[1]).toEqual(['Enforcement', '~ Reworded', 'The ministry employed <del>189</del> inspectors in <del>2020</del>. [3, § III, p. 5]', 'The ministry employed <ins>172</ins> inspectors in <ins>2021</ins>. [1, § III, p. 6]']);
    expect(rows(await written(sampleBrief({ blocks: [sampleHistory()] })))).toHaveLength(4);
  });

  it('says what it cannot carry', async () => {
    expect((await exportBrief(sampleBrief({ issues: [] }), 'markdown')).losses).toEqual([
      'Markdown has no pages: the marking stands at the head and foot of the text, not of every page.',
      'Citations in Markdown are numbers; they do not link to the list of sources.',
    ]);
    expect((await exportBrief(sampleBrief({ blocks: [], sources: [], markings: [], issues: [] }), 'markdown')).losses).toEqual([]);
  });
});

describe('hostile text in exported Markdown', () => {
  it.each(hostileText)('%j stays text wherever it stands', async (hostile) => {
    const brief = sampleBrief({
      title: hostile,
      subtitle: hostile,
      author: hostile,
      date: '',
      markings: [hostile],
      blocks: [
        { kind: 'heading', level: 1, text: hostile },
        { kind: 'quote', passage: { quote: `${hostile}\n${hostile}`, citation: { source: 1, locator: hostile }, state: 'exact' }, remark: { markdown: '', citations: [] } },
        { kind: 'finding', claim: hostile, confidence: null, likelihood: null, countryName: hostile, years: [], evidence: [{ stance: 'context', quote: hostile, note: hostile, citation: null, state: 'exact' }], remark: { markdown: '', citations: [] } },
        { ...sampleComparison(), title: hostile, rows: [{ section: hostile, cells: [{ text: `${hostile}\n\n${hostile}`, citation: { source: 1, locator: '' } }, null], steps: [null] }] },
      ],
      sources: [sampleSource({ title: hostile, issuer: hostile })],
    });
    const root = tree(await written(brief));
    const kinds = new Set(nodes(root).map((node) => node.type));
    for (const kind of ['html', 'image', 'code', 'inlineCode', 'delete', 'definition', 'footnoteReference', 'thematicBreak', 'imageReference', 'linkReference'] as const) expect(kinds).not.toContain(kind);
    // A bare web address in a quotation may become a link to itself, as it does everywhere; nothing else may.
    for (const link of nodes(root).filter((node) => node.type === 'link')) expect(link.url).toContain(words(link));
    expect(nodes(root).filter((node) => node.type === 'heading')).toHaveLength(3);
    expect(nodes(root).filter((node) => node.type === 'tableRow')).toHaveLength(2);
    expect(words(root).split(hostile.trim()).length).toBeGreaterThanOrEqual(15);
  });

  it('HTML in the analyst’s own text is shown, not passed on', async () => {
    const markdown = await written(sampleBrief({ blocks: [{ kind: 'text', text: { markdown: 'a <b>c</b>\n\n<script>\nalert(1)\n</script>\n\n<!-- never closed', citations: [] } }, { kind: 'heading', level: 1, text: 'After' }] }));
    expect(nodes(tree(markdown)).filter((node) => node.type === 'html')).toEqual([]);
    expect(words(tree(markdown))).toContain('<script>\nalert(1)\n</script>');
    expect(words(tree(markdown))).toContain('After');
  });

  it('a fence left open in one block does not swallow the next', async () => {
    const markdown = await written(sampleBrief({ blocks: [{ kind: 'text', text: { markdown: '```\ncode', citations: [] } }, { kind: 'heading', level: 1, text: 'After' }] }));
    expect(nodes(tree(markdown)).filter((node) => node.type === 'heading').map(words)).toContain('After');
  });
});

describe('large and empty briefs in Markdown', () => {
  it('an empty brief says so', async () => {
    expect(await written(sampleBrief({ title: '', subtitle: '', author: '', date: '', markings: [], blocks: [], sources: [] }))).toBe('# Untitled brief\n\nThis brief has no content yet.\n');
  });

  it('a brief of 10 MB is written in time', { timeout: 60_000 }, async () => {
    const quote: ResolvedBlock = { kind: 'quote', passage: { quote: 'A sentence of the *source* & more. '.repeat(150), citation: { source: 1, locator: 'p. 4' }, state: 'exact' }, remark: { markdown: '', citations: [] } };
    expect((await written(sampleBrief({ blocks: Array.from({ length: 2100 }, () => quote) }))).length).toBeGreaterThan(10_000_000);
  });
});
