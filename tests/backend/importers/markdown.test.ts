// Markdown: the same shapes as a web page, facts from the front matter, and plain text when it nests beyond sense.

import { describe, expect, it } from 'vitest';
import { markdownImporter, parseMarkdown } from '../../../shared/backend/importers/markdown.ts';
import { passages, shapes } from '../../support/parsed-document.ts';
import { patience } from '../../support/patience.ts';


describe('Markdown', () => {
  it('keeps headings, emphasis, links, lists, tables, quotations, code and notes', () => {
    const document = parseMarkdown('# Harvest\n\nA **bold** and _soft_ [link](https://example.org).[^1]\n\n## Fields\n\n1. north\n   - *white*\n2. south\n\n> quoted\n\n| Year | Fields |\n|---|--:|\n| 2019 | 12 |\n\n```\nx = 1\n```\n\n[^1]: A note.\n');
    expect(shapes(document)).toEqual([
      'title: Harvest',
      'paragraph: A bold and soft link.¹',
      'heading2: Fields',
      'list-item1 1: north',
      'list-item2: white',
      'list-item1 2: south',
      'quote: quoted',
      'table-row: Year\tFields',
      'table-row: 2019\t12',
      'code: x = 1',
      'note 1: A note.',
    ]);
    expect(document.blocks[1]?.runs.map(({ style }) => style)).toEqual(['strong', 'emphasis', 'link']);
    expect(document.blocks[7]?.cells.every(({ header }) => header)).toBe(true);
  });

  it('takes facts from the front matter, and leaves a rule at the top alone', () => {
    const { properties, text } = parseMarkdown('---\ntitle: "A: brief"\nauthors:\n  - A. B.\n  - C. D.\ndate: 2021-12-15\ntags: [work, law]\n__proto__: x\n---\nText');
    expect(properties).toEqual({ title: 'A: brief', author: 'A. B., C. D.', created: '2021-12-15', keywords: 'work, law' });
    expect(text).toBe('Text');
    expect(parseMarkdown('---\nJust a line\n---\nText').text).toContain('Just a line');
    expect(parseMarkdown('---\ntitle: never closed').text).toContain('never closed');
  });

  it('reads raw HTML for its text and never shows scripts', () => {
    const document = parseMarkdown('Some <b onclick="x()">raw</b> text <script>steal()</script>end.\n\n<div onload="x()"><p>Block</p><script>steal()</script></div>\n\n[bad](javascript:steal())\n');
    expect(passages(document)).toEqual(['Some raw text end.', 'Block', 'bad']);
    expect(document.blocks.flatMap(({ runs }) => runs)).toEqual([]);
  });

  it('reads other scripts and line ends', async () => {
    const document = await markdownImporter.parse({ name: 'a.md', bytes: new TextEncoder().encode('\ufeff# تقرير\r\n\r\n- 棉花\r\n') });
    expect(shapes(document)).toEqual(['title: تقرير', 'list-item1: 棉花']);
  });

  it.each(['> ', '- ', '* ', '1. ', '[', '![', '*a ', '_a', '`', '[a](', '<div>', '~~a ', '|', '[^1] ', '\\', '&amp;'])('reads 20,000 times %j without hanging', (piece) => {
    const before = performance.now();
    const document = parseMarkdown(`words\n\n${piece.repeat(20_000)}x`);
    expect(performance.now() - before).toBeLessThan(patience);
    expect(document.text.startsWith('words')).toBe(true);
  }, 10_000);

  it('reads as plain text what nests beyond sense or is too long, and says so', async () => {
    expect(parseMarkdown(`${'> '.repeat(5_000)}x`).warnings.map(({ code }) => code)).toEqual(['read-as-text']);
    const long = await markdownImporter.parse({ name: 'a.md', bytes: new TextEncoder().encode('# Words\n\nMore words.\n\n'.repeat(250_000)) });
    expect(long.warnings.map(({ code }) => code)).toEqual(['read-as-text']);
  });

  it('says when there is nothing in it', () => {
    expect(parseMarkdown('\n\n').warnings.map(({ code }) => code)).toEqual(['no-text']);
  });
});
